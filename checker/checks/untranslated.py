"""Sentences and long phrases left in another language: the original's, English, or another version's."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..article import Bead, Segment
from ..finding import Discrepancy, Message, Place
from ..foreign import SUMMED, Phrase, phrases
from ..language import left_in
from ..languages import languages
from .mentions import stretch
from .pair import Pair
from .passages import shortened

# The link from which the original's words that a phrase stands for are shown rather than the sentence.
LINKED = 0.3
# The share of a phrase's words that the original has as well, from which it is the original's.
KEPT = 0.7
# How sure a phrase is: with the least odds, and how much surer each unit makes it.
_LEAST, _STEP = 0.7, 0.03


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each sentence that is not in the version's language, and each such phrase within one."""
    if pair.alignment.relation == "unrelated":
        return
    own = pair.translation.language
    others = sorted(code for code in languages() if code != own)
    for bead in pair.alignment.beads:
        for j in bead.translation:
            segment = pair.translation.segments[j]
            found = left_in(segment.normal.text, own, others)
            if found:
                yield _finding(pair, bead, Place(segment.start, segment.end, segment.text), *found)
                continue
            for phrase in phrases(segment.normal.text, own, others):
                if not _kept(pair, bead, segment, phrase):
                    yield _phrase(pair, bead, segment, phrase)


def _kept(pair: Pair, bead: Bead, segment: Segment, phrase: Phrase) -> bool:
    """Whether the original has a phrase in the same words, which are not its own language's: both leave them so."""
    if phrase.language == pair.original.language or not bead.original:
        return False
    said = _words(segment.normal.text[phrase.start:phrase.end])
    same = set(_words(stretch(pair.original, bead.original).text))
    return sum(word in same for word in said) >= KEPT * len(said)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _phrase(pair: Pair, bead: Bead, segment: Segment, phrase: Phrase) -> Discrepancy:
    start, end = segment.normal.span(phrase.start, phrase.end)
    back = pair.links(bead).back(start, end) if bead.original else None
    sure = min(_LEAST + _STEP * (phrase.odds - SUMMED), 0.97)
    place = Place(start, end, pair.translation.text[start:end])
    linked = back is not None and back.confidence >= LINKED
    return _finding(pair, bead, place, phrase.language, sure, Place(back.start, back.end) if back and linked else None)


def _finding(pair: Pair, bead: Bead, place: Place, language: str, sure: float,
             original: Place | None = None) -> Discrepancy:
    if bead.original and original is None:
        first, last = pair.original.segments[bead.original[0]], pair.original.segments[bead.original[-1]]
        original = Place(first.start, last.end)
    if original:
        original = Place(original.start, original.end, pair.original.text[original.start:original.end])
    text = pair.translation.text[place.start:place.end]
    return Discrepancy("untranslated", Message("«{passage}» was left in another language ({language}).",
                                               {"passage": shortened(text), "language": language}),
                       original, place, sure)
