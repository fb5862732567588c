"""Sentences and long phrases left in the original's language, or in English."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..article import Bead, Segment
from ..finding import Discrepancy, Message, Place
from ..languages import languages, table
from .pair import Pair
from .passages import shortened

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# A foreign stretch is a loss, and no name or title, from this many words on.
FEWEST = 5


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each sentence that is not in the version's language."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.alignment.beads:
        for j in bead.translation:
            found = _foreign(pair, pair.translation.segments[j])
            if found:
                yield _finding(pair, bead, pair.translation.segments[j], *found)


def _foreign(pair: Pair, segment: Segment) -> tuple[str, float] | None:
    """The other language a sentence is written in, and how sure."""
    words = [w.lower() for w in _WORD.findall(segment.normal.text) if _LATIN.match(w)]
    if len(words) < FEWEST or _share_latin(segment.normal.text) < 0.6:
        return None
    own = _share(words, pair.translation.language)
    rivals = {code: _share(words, code) for code in languages() if code != pair.translation.language}
    best = max(sorted(rivals), key=lambda code: rivals[code])
    if best not in (pair.original.language, "en") or rivals[best] < 0.2 or rivals[best] < 2 * own + 0.05:
        return None
    return best, min(0.6 + rivals[best], 0.97)


def _share(words: Sequence[str], language: str) -> float:
    """How many of the words are little words of a language."""
    known = _function_words(language)
    return sum(w in known for w in words) / len(words)


@lru_cache(maxsize=None)
def _function_words(language: str) -> frozenset[str]:
    return frozenset(table(language, "words").get("function", ()))


def _share_latin(text: str) -> float:
    letters = [c for c in text if c.isalpha()]
    return sum(bool(_LATIN.match(c)) for c in letters) / max(len(letters), 1)


def _finding(pair: Pair, bead: Bead, segment: Segment, language: str, sure: float) -> Discrepancy:
    original = None
    if bead.original:
        first, last = pair.original.segments[bead.original[0]], pair.original.segments[bead.original[-1]]
        original = Place(first.start, last.end, pair.original.text[first.start:last.end])
    return Discrepancy(
        "untranslated", Message("«{passage}» was left in another language ({language}).",
                                {"passage": shortened(segment.text), "language": language}),
        original, Place(segment.start, segment.end, segment.text), sure)
