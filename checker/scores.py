"""How near a text is to another in its language: sacrebleu's BLEU, chrF and TER, each with its signature.

A translation beside a reference, or beside what it was before an edit. In languages that do not part words by spaces,
characters are the words.
"""
from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from .languages import table
from .revision import stretches

Scores = dict[str, dict[str, Any]]

# TER's time grows with the cube of a line's words: longer lines are cut, both sides in the same shares.
_LONGEST = 120
_LONGEST_CHARACTERS = 60


def score(translation: Sequence[str], reference: Sequence[str], language: str,
          metrics: Sequence[str] = ("BLEU", "chrF", "TER")) -> Scores:
    """Scores of a translation's sentences against a reference's; sentences need not correspond one to one.

    Each is `{"score": …, "signature": …}`; BLEU and chrF from 0 to 100, the more the nearer; TER from 0 up, the less.

    >>> score(["Het regent."], ["Het regent."], "nl", ["chrF"])["chrF"]["score"]
    100.0
    """
    pairs = [(" ".join(translation[a:b]), " ".join(reference[c:d]))
             for (a, b), (c, d) in stretches(translation, reference)]
    made, wanted = [list(side) for side in zip(*pairs, strict=True)] if pairs else ([""], [""])
    return {name: _METRICS[name](made, wanted, _by_character(language)) for name in metrics}


def _by_character(language: str) -> bool:
    return table(language, "sentences").get("boundary") == "space"


def _bleu(made: list[str], wanted: list[str], characters: bool) -> dict[str, Any]:
    from sacrebleu.metrics import BLEU

    return _scored(BLEU(tokenize="char" if characters else "13a"), made, wanted)


def _chrf(made: list[str], wanted: list[str], characters: bool) -> dict[str, Any]:
    from sacrebleu.metrics import CHRF

    return _scored(CHRF(), made, wanted)


def _ter(made: list[str], wanted: list[str], characters: bool) -> dict[str, Any]:
    from sacrebleu.metrics import TER

    most = _LONGEST_CHARACTERS if characters else _LONGEST
    pairs = zip(made, wanted, strict=True)
    cuts = [cut for a, b in pairs for cut in _cut(_words(a, characters), _words(b, characters), most)]
    found = _scored(TER(), [a for a, _ in cuts], [b for _, b in cuts])
    return found | {"signature": f"{found['signature']}|words:{'char' if characters else 'space'}|cut:{most}"}


_METRICS = {"BLEU": _bleu, "chrF": _chrf, "TER": _ter}


def _words(text: str, characters: bool) -> list[str]:
    return list(text.replace(" ", "")) if characters else text.split()


def _cut(made: list[str], wanted: list[str], most: int) -> Iterator[tuple[str, str]]:
    """A pair of lines in equally many pieces, none longer than `most` words."""
    pieces = max(1, math.ceil(max(len(made), len(wanted)) / most))
    for i in range(pieces):
        a, b = (" ".join(words[len(words) * i // pieces:len(words) * (i + 1) // pieces]) for words in (made, wanted))
        yield a, b


def _scored(metric: Any, made: list[str], wanted: list[str]) -> dict[str, Any]:
    found = metric.corpus_score(made, [wanted])
    return {"score": round(float(found.score), 2), "signature": str(metric.get_signature())}
