"""Organisations that the gazetteers know by a whole phrase, of which only some words have capitals."""
from __future__ import annotations

from functools import lru_cache

from .folding import words
from .lexicon import known, lowered

# Syllables of a phrase; shorter ones are told by their runs of capitals.
_LEAST, _MOST = 3, 9


@lru_cache(maxsize=4096)
def organisations(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Spans of known organisations that begin with a capital, the longest where they overlap.

    >>> text = "Theo Tổ chức Y tế Thế giới, ca bệnh tăng."
    >>> [text[a:b] for a, b in organisations(text, "vi")]
    ['Tổ chức Y tế Thế giới']
    """
    found, low, spans, at = words(text), lowered(text), [], 0
    while at < len(found):
        size = _size(low, found, at, language) if found[at].capital else 0
        if size:
            spans.append((found[at].start, found[at + size - 1].end))
        at += size or 1
    return tuple(spans)


def _size(low: str, found: tuple, at: int, language: str) -> int:  # type: ignore[type-arg]
    """How many words from `at` on are a known organisation; 0 for none."""
    for size in range(min(_MOST, len(found) - at), _LEAST - 1, -1):
        row = found[at:at + size]
        phrase = low[row[0].start:row[-1].end]
        # A person's name has capitals alone, or a hyphen: "Kim Jong-un".
        if "-" not in phrase and not all(w.capital for w in row) and known(phrase, language) == "organisation":
            return size
    return 0
