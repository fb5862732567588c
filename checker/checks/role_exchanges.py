"""Two roles of a sentence that took each other's place: the judge accuses the detective, not the detective the judge.

No role is gone and none came, so that only what stands beside each tells: its words are linked to those that stand
beside the other in the translation. Both must be plain: each role has but one counterpart.
"""
from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..article import Bead
from ..facts.names import titles
from ..finding import Discrepancy, Message, Place
from .contexts import Span, context, crossing
from .offices import Office, Side, sides
from .pair import Pair

# By how much the links of what stands beside two roles must be crossed, and how strong those of each must be.
_CROSSED, _EACH = 0.45, 0.15
# Roles with fewer characters between them are one person's ("the author, Doctor …"), a list's, or share what is beside.
_APART = 15
_CERTAIN = 0.7


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each two roles of a bead that changed places."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        ours, theirs = sides(pair.mentions, bead)
        told = list(_told(ours, theirs)) if len(ours.offices) > 1 and len(theirs.offices) > 1 else []
        for (one, first), (two, second) in combinations(told, 2):
            alike = _one_persons(ours, one, two) or _one_persons(theirs, first, second)
            if two.start - one.end >= _APART and not alike and all(
                    _crossed(pair, bead, ours, theirs, (one, two), (first, second), named) for named in (False, True)):
                yield _finding(bead, one, two, first)


def _told(ours: Side, theirs: Side) -> Iterator[tuple[Office, Office]]:
    """Each role of the original with the one of the translation that may be the same, where neither may be another."""
    for own in ours.offices:
        same = [o for o in theirs.offices if titles.compatible(own.title, o.title)]
        if len(same) == 1 and sum(titles.compatible(o.title, same[0].title) for o in ours.offices) == 1:
            yield own, same[0]


def _one_persons(text: Side, one: Office, two: Office) -> bool:
    """Whether two roles may well be one person's: only a name or two stand between, or the latter is in apposition."""
    start, end = min(one.end, two.end), max(one.start, two.start)
    named = "".join(c for i, c in enumerate(text.article.text[start:end], start)
                    if not any(a <= i < b for a, b in text.persons))
    return not any(map(str.isalpha, named)) or named.rstrip().endswith(",")


def _crossed(pair: Pair, bead: Bead, ours: Side, theirs: Side, own: tuple[Office, Office],
             other: tuple[Office, Office], named: bool) -> bool:
    """Whether each of two roles stands where the other should; `named`: what stands beside a person is that one's."""
    here = [context(ours.article, bead.original, _span(o), _spans(ours, named)) for o in own]
    there = [context(theirs.article, bead.translation, _span(o), _spans(theirs, named)) for o in other]
    return crossing(pair.links(bead), here, there, _EACH) >= _CROSSED


def _spans(text: Side, named: bool) -> list[Span]:
    return [*map(_span, text.offices), *(text.persons if named else ())]


def _span(office: Office) -> Span:
    return office.start, office.end


def _finding(bead: Bead, one: Office, two: Office, first: Office) -> Discrepancy:
    message = Message("«{one}» and «{two}» have changed places in the translation.",
                      {"one": one.title.text, "two": two.title.text})
    return Discrepancy("role-changed", message, Place(one.start, one.end, titles.value(one.title)),
                       Place(first.start, first.end, titles.value(two.title)), _CERTAIN, {"aligned": bead.score})
