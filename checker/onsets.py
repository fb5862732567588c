"""Whether a word looks like the first of a sentence to the encoder: a linear probe on its token states.

An encoder that read a whole line knows more of its grammar than any list of words: where a name goes on, and where a
headline has said all it had to say. The states of the word before a place and of the word after it hold that, alike in
all languages with capitals, and a logistic regression on both reads it out (fitted by `checker/fitting.py`). Languages
that write a space between clauses have a probe of their own: of all those spaces, it tells which part sentences.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .encoding import Encoding
from .resources import model_data

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Probe:
    """`weights` (2, d): of the states of the last token before a place and of the first one after it; `bias`."""

    weights: Array
    bias: float

    def odds(self, encoding: Encoding, offset: int) -> float:
        """Log odds that a sentence begins at an offset of the encoded text, by its two neighbouring tokens."""
        return self._odds(neighbours(encoding, offset))

    def between(self, before: Encoding, after: Encoding) -> float:
        """Log odds that a sentence begins where two adjoining texts meet that were encoded apart."""
        return self._odds(around(before, after))

    def _odds(self, states: Array | None) -> float:
        return self.bias if states is None else float(np.vdot(self.weights, states)) + self.bias


@lru_cache(maxsize=None)
def probe_of(encoder: str, revision: str, *, pieces: bool = False) -> Probe | None:
    """The probe that was fitted on an encoder's states (models/onsets.json); None where there is none.

    `pieces`: for languages whose segments are clause-sized.
    """
    known = model_data("onsets.json").get(f"{encoder} {revision}", {}).get("clauses" if pieces else "sentences")
    return Probe(np.array(known["weights"], np.float32), known["bias"]) if known else None


def around(before: Encoding, after: Encoding) -> Array | None:
    """The states (2, d) of the last token of one text and of the first of the next; None where either has none."""
    if not before.count or not after.count:
        return None
    made: Array = np.array((before.states[-1] * before.scales[-1], after.states[0] * after.scales[0]))
    return made


def neighbours(encoding: Encoding, offset: int) -> Array | None:
    """The states (2, d) of the tokens right before and right after an offset; None at either end of the text."""
    at = encoding.first(offset)
    if not 0 < at < encoding.count:
        return None
    made: Array = encoding.states[at - 1:at + 1] * encoding.scales[at - 1:at + 1, None]
    return made
