"""What came before an event and is said to have come after it, or the other way round.

Where the original has words on one side alone ("trước khi"), the version on the other alone ("na de verkiezingen"),
and the two are linked, the order was turned. Lengths of time with a direction ("three days later") are figures, and
compared as such.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..article import Article, Bead
from ..finding import Discrepancy, Message, Place
from ..languages import table
from .pair import Pair

# The link between two words from which one stands for the other: measured on news, where words on contrary sides that
# do not stand for each other reach 0.3.
LINKED = 0.45
# How sure it is that a turned word is a fault.
TURNED = 0.65

Span = tuple[int, int]


@dataclass(frozen=True)
class Sides:
    """The words of a language that put something before an event, and those that put it after."""

    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=None)
def sides(language: str) -> Sides | None:
    """The words of a language's table of dates; None where it has none."""
    data = table(language, "dates").get("sides")
    return Sides(*(re.compile(data[side], re.I) for side in ("before", "after"))) if data else None


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each sentence in which the order of events was turned."""
    here, there = sides(pair.original.language), sides(pair.translation.language)
    if here is None or there is None or pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        before, after = (_places(pair.original, bead.original, words) for words in (here.before, here.after))
        earlier, later = (_places(pair.translation, bead.translation, words) for words in (there.before, there.after))
        if before and later and not after and not earlier:
            yield from _turned(pair, bead, before, later)
        elif after and earlier and not before and not later:
            yield from _turned(pair, bead, after, earlier)


def _places(article: Article, segments: tuple[int, ...], words: re.Pattern[str]) -> list[Span]:
    first, last = article.segments[segments[0]].start, article.segments[segments[-1]].end
    return [match.span() for match in words.finditer(article.text, first, last)]


def _is_turned_round(pair: Pair, bead: Bead, one: Span, other: Span) -> bool:
    """Whether the events have changed places as the words have: figures behind the one stand before the other there.

    "The final is on the 24th, after the show on Sunday" is "the show on Sunday comes before the final".
    """
    here, there = ([f for kind in ("date", "number") for f in pair.facts_of(bead, kind)[side]] for side in (0, 1))
    followed = {f.value for f in here if f.start >= one[1]} - {f.value for f in here if f.end <= one[0]}
    again = [f for f in there if f.value in followed]
    return bool(again) and all(f.end <= other[0] for f in again)


def _turned(pair: Pair, bead: Bead, original: list[Span], translation: list[Span]) -> Iterator[Discrepancy]:
    """A finding at the two words that are linked best, if any are."""
    links = pair.links(bead)
    strength, one, other = max((links.strength(a, b), a, b) for a in original for b in translation)
    if strength < LINKED or _is_turned_round(pair, bead, one, other):
        return
    message = Message("«{original}» and «{translation}» say the contrary of each other: before or after?", {
        "original": pair.original.text[slice(*one)], "translation": pair.translation.text[slice(*other)]})
    yield Discrepancy("date-changed", message, Place(*one), Place(*other), TURNED,
                      {"link": strength, "aligned": bead.score})
