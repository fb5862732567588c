"""Two figures of a sentence that have changed places: both values are there, each beside the other's words.

What is counted tells it, and order. Where the figures stand in the other order and the words around them in the same,
the figures were swapped; where the words went along, the sentence was only put another way.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..article import Article
from ..facts import Fact
from ..facts.dates import Moment, readings
from ..facts.dates.values import Value
from ..links import Links
from .figure_matches import Match, Matched
from .pair import Pair

# How many characters beside a figure are taken to say what it counts.
REACH = 16
# By how much the words must be more in the old order than in the new one (sums of four link strengths each): measured
# on sentences in which only the figures were swapped (0.6 to 2.8), and on the same put another way (0.1 to 1.4).
MARGIN = 1.5
_MARKS = " .,;:!?()«»“”\"'\n"

Stretch = tuple[int, int]


def swapped(pair: Pair, found: Matched) -> Iterator[tuple[Match, Match]]:
    """Pairs of matches of a bead whose figures stand in each other's place, in the original's order."""
    alike = [m for m in found.matches if m.likeness.agrees and not m.moved and _may_swap(m)]
    for one, other in combinations(sorted(alike, key=lambda m: m.original.start), 2):
        if not _same_kind(one, other):
            continue
        crossed = one.translation.start > other.translation.start
        if _things_stayed(one, other, crossed) or crossed and _words_stayed(pair, found, one, other):
            yield one, other


def _things_stayed(one: Match, other: Match, crossed: bool) -> bool:
    """Whether each figure counts the other's thing: "31 groups from 12 countries", "12 groups from 31 countries".

    One thing that is known on both sides says it, if nothing that is known speaks for the old places; both must where
    the figures did not even change their order.
    """
    first, second = _counted(one.original), _counted(other.original)
    there, beside = _counted(one.translation), _counted(other.translation)
    told = (first & beside, second & there)
    return (any(told) if crossed else all(told)) and not (first & there or second & beside)


def _counted(fact: Fact) -> set[str]:
    return set(fact.detail.counted) if fact.kind == "number" else set()


def _may_swap(match: Match) -> bool:
    return min(match.original.confidence, match.translation.confidence) >= 0.6


def _same_kind(one: Match, other: Match) -> bool:
    """Whether two figures differ and are of one sort, so that they could be confused."""
    first, second = one.original, other.original
    if first.kind != second.kind or first.value == second.value:
        return False
    if first.kind == "date":
        return _are_of_one_sort(readings(first.detail)[0], readings(second.detail)[0])
    return bool(first.detail.units == second.detail.units)


def _are_of_one_sort(one: Value, other: Value) -> bool:
    """Whether two dates could be taken for each other: an evening is no length of time, and a weekday no year."""
    if not isinstance(one, Moment) or not isinstance(other, Moment):
        return type(one) is type(other)
    return any(first is not None and second is not None for first, second in zip(_said(one), _said(other)))


def _said(moment: Moment) -> tuple[object, ...]:
    return (moment.year, moment.month, moment.day, moment.weekday, moment.quarter, moment.half, moment.season,
            moment.holiday, moment.hour, moment.shift)


def _words_stayed(pair: Pair, found: Matched, one: Match, other: Match) -> bool:
    links = pair.links(found.bead)
    original = [m.original.start for m in found.matches] + [m.original.end for m in found.matches]
    translation = [m.translation.start for m in found.matches] + [m.translation.end for m in found.matches]

    def likeness(here: Match, there: Match) -> float:
        """How well the words around a figure of the original fit those around one of the translation."""
        words = _beside(pair.original, found.bead.original, here.original.start, here.original.end, original)
        others = _beside(pair.translation, found.bead.translation, there.translation.start, there.translation.end,
                         translation)
        return sum(_strength(links, a, b) for a, b in zip(words, others))

    stayed = likeness(one, other) + likeness(other, one)
    return stayed - likeness(one, one) - likeness(other, other) > MARGIN


def _strength(links: Links, one: Stretch, other: Stretch) -> float:
    return links.strength(one, other) if one[0] < one[1] and other[0] < other[1] else 0.0


def _beside(article: Article, segments: Sequence[int], start: int, end: int, edges: Sequence[int]) -> list[Stretch]:
    """The words before and after a figure, as far as the next figure or the sentence's end."""
    first = max([article.segments[segments[0]].start, *(e for e in edges if e <= start and e != start)])
    last = min([article.segments[segments[-1]].end, *(e for e in edges if e >= end and e != end)])
    before = _trimmed(article.text, max(first, start - REACH), start)
    return [before, _trimmed(article.text, end, min(last, end + REACH))]


def _trimmed(text: str, start: int, end: int) -> Stretch:
    """A stretch without the marks and spaces at its ends."""
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end
