"""Sentences and long phrases left in the original's language, or in English."""
from __future__ import annotations

from collections.abc import Iterator

from ..article import Bead, Segment
from ..finding import Discrepancy, Message, Place
from ..language import left_in
from .pair import Pair
from .passages import shortened


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each sentence that is not in the version's language."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.alignment.beads:
        for j in bead.translation:
            segment = pair.translation.segments[j]
            found = left_in(segment.normal.text, pair.translation.language, (pair.original.language, "en"))
            if found:
                yield _finding(pair, bead, segment, *found)


def _finding(pair: Pair, bead: Bead, segment: Segment, language: str, sure: float) -> Discrepancy:
    original = None
    if bead.original:
        first, last = pair.original.segments[bead.original[0]], pair.original.segments[bead.original[-1]]
        original = Place(first.start, last.end, pair.original.text[first.start:last.end])
    return Discrepancy(
        "untranslated", Message("«{passage}» was left in another language ({language}).",
                                {"passage": shortened(segment.text), "language": language}),
        original, Place(segment.start, segment.end, segment.text), sure)
