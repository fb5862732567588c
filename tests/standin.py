"""An encoder without a model: words that are spelt alike, or are said to mean the same, get the same state.

What it gives depends on nothing but the words, so tests of the stages after encoding are quick and say the same
everywhere.
"""
from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from checker.encoding import Encoding, quantised

WIDTH = 64
# Numbers, words, a few letters of Thai at a time (it writes no spaces), and anything else by itself.
_TOKEN = re.compile(r"\d+|[\u0e00-\u0e7f]{1,4}|[^\W\d_]+|[^\s\w]|_")


class StandIn:
    """An `Encoder`. `meanings` maps words of any language to what they mean: {"nhà": "house", "huis": "house"}."""

    name = "stand-in"
    revision = "1"

    def __init__(self, meanings: Mapping[str, str] | None = None) -> None:
        self._meanings = meanings or {}

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding a text: hashed words."""
        return [self._encode(text) for text in texts]

    def _encode(self, text: str) -> Encoding:
        found = list(_TOKEN.finditer(text))
        words = [m.group().casefold() for m in found]
        states = np.array([_state(self._meanings.get(w, w)) for w in words], np.float32).reshape(-1, WIDTH)
        return quantised(states.sum(axis=0), [m.span() for m in found], states)


@lru_cache(maxsize=1 << 15)
def _state(word: str) -> npt.NDArray[np.float32]:
    seed = int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
    return np.random.default_rng(seed).standard_normal(WIDTH).astype(np.float32)
