"""Two persons of a sentence who took each other's place: the German minister is Polish and the Pole German now.

Four things tell it. Where the original writes a country right beside each person, the translation must not write them
the other way round; nor the place or body that is in each one's title. Where the rest of a sentence keeps its order,
two persons in it do not change theirs. And what stands beside the names, a title or a verb of saying, must not be
linked crosswise.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..article import Bead
from ..facts.names import Title, kinds, titles
from ..finding import Discrepancy, Message, Place
from .contexts import context, crossing
from .mentions import Mention, stretch
from .offices import Side, side
from .pair import Pair

# Characters between a country and its person: in the original, and in the translation, where words may stand between.
_BESIDE, _REACH = 2, 60
# The link from which a word of the original has its counterpart, and the letters it has at least.
_LINKED, _LONG = 0.5, 3
# How many such words a sentence must have, how many of them between the persons, and which share of all pairs of them
# must keep their order.
_ANCHORS, _BETWEEN, _ORDERED = 5, 2, 0.8
# By how much the links of what stands beside two names must be crossed, where the names stand in the other order and
# where they do not. Names with fewer characters between them are a list, in which all play one part.
_CROSSED, _CROSSED_IN_ORDER = 0.6, 0.9
_APART = 6
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Thing:
    """A person or a country at `start` to `end` of a file; `key` says which."""

    start: int
    end: int
    key: str | frozenset[str]

    @property
    def person(self) -> bool:
        return isinstance(self.key, str)


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each two persons of a bead that changed places."""
    if pair.alignment.relation == "unrelated":
        return
    for bead, mentions in pair.mentions.by_bead.items():
        persons = _persons(mentions)
        if len(persons) == 2 and (_countries_crossed(pair, bead, persons) or _moved(pair, bead, persons)):
            yield _finding(bead, *persons)
            continue
        for one, two in combinations((p for p in persons if p.name.type == "person"), 2):
            if _titles_crossed(pair, bead, one, two) or (
                    _links_crossed(pair, bead, one, two) and not _roles_kept(pair, bead, one, two)):
                yield _finding(bead, one, two)


def _persons(mentions: list[Mention]) -> list[Mention]:
    """The persons that a bead names once on both sides, in the original's order."""
    told = [m for m in mentions if m.name.type == "person" or m.name.type == "name" and len(m.name.words) > 1]
    told = [m for m in told if not any(o is not m and _at_one_place(o, m) for o in told)]
    once = {m.name.form: m for m in told if sum(o.name.form == m.name.form for o in told) == 1 and m.written}
    return sorted(once.values(), key=lambda m: m.fact.start) if len(once) == len(told) else []


def _at_one_place(one: Mention, other: Mention) -> bool:
    """Whether the translation writes two mentions as one: a person whom the original names again, by the surname."""
    return bool(one.written and other.written
                and one.written.start < other.written.end and other.written.start < one.written.end)


def _countries_crossed(pair: Pair, bead: Bead, persons: list[Mention]) -> bool:
    """Whether each of two persons has the other's country beside, where the sentence names these two only."""
    ours = [_Thing(p.fact.start, p.fact.end, p.name.form) for p in persons]
    theirs = [_Thing(p.written.start, p.written.end, p.name.form) for p in persons if p.written]
    said = _beside(sorted([*ours, *_countries(pair, bead, "original")], key=lambda t: t.start), _BESIDE)
    told = _beside(sorted([*theirs, *_countries(pair, bead, "translation")], key=lambda t: t.start), _REACH)
    if not said or not told or kinds.same(*said.values()):
        return False
    one, two = said
    return (not kinds.same(said[one], told[one])
            and kinds.same(said[one], told[two]) and kinds.same(said[two], told[one]))


def _countries(pair: Pair, bead: Bead, side: str) -> list[_Thing]:
    article, segments = ((pair.original, bead.original) if side == "original" else
                         (pair.translation, bead.translation))
    text = stretch(article, segments)
    return [_Thing(*text.span(k.start, k.end), k.ids) for k in kinds.find(text.text, article.language)
            if kinds.COUNTRY in kinds.kinds_of(k.ids)]


def _beside(things: list[_Thing], reach: int) -> dict[str, frozenset[str]]:
    """Each person's country, where two persons and two countries stand two by two; empty where they do not."""
    found: dict[str, frozenset[str]] = {}
    for one, two in zip(things[::2], things[1::2]):
        if len(things) != 4 or one.person == two.person or two.start - one.end > reach:
            return {}
        person, country = (one, two) if one.person else (two, one)
        if isinstance(person.key, str) and isinstance(country.key, frozenset):
            found[person.key] = country.key
    return found


def _titles_crossed(pair: Pair, bead: Bead, one: Mention, two: Mention) -> bool:
    """Whether what each person's title is of ("Giám đốc Toyota …") stands nearer to the other in the translation."""
    mentions = pair.mentions.by_bead[bead]
    first, second = _complement(mentions, one), _complement(mentions, two)
    if first is None or second is None or first.name.form == second.name.form:
        return False
    return _apart(first, two) < _apart(first, one) and _apart(second, one) < _apart(second, two)


def _complement(mentions: Sequence[Mention], person: Mention) -> Mention | None:
    """The place or body in a person's title, right before the name, where the translation writes it."""
    at = mentions.index(person)
    before = mentions[at - 1] if at and person.name.title is not None else None
    if before is None or before.written is None or before.name.type == "person" or before.name.title is None:
        return None
    return before if person.fact.start - before.fact.end <= _BESIDE else None


def _apart(one: Mention, other: Mention) -> int:
    """Characters between two mentions in the translation."""
    assert one.written and other.written
    return max(other.written.start - one.written.end, one.written.start - other.written.end)


def _moved(pair: Pair, bead: Bead, persons: list[Mention]) -> bool:
    """Whether the persons changed their order in a sentence that else keeps its own."""
    one, two = persons
    assert one.written and two.written
    if one.written.start < two.written.start:
        return False
    anchors = _anchors(pair, bead)
    between = [b for a, b in anchors if one.fact.end <= a < two.fact.start]
    kept = [b for b in between if two.written.end <= b < one.written.start]
    if len(anchors) < _ANCHORS or len(kept) < _BETWEEN or len(kept) < len(between):
        return False
    order = [(a[0] < b[0]) == (a[1] < b[1]) for a, b in combinations(anchors, 2) if a[1] != b[1]]
    return sum(order) >= _ORDERED * len(order)


def _anchors(pair: Pair, bead: Bead) -> list[tuple[int, int]]:
    """Where words of the original stand that are no persons' names, and where their counterparts do."""
    names = [(m.fact.start, m.fact.end) for m in pair.mentions.by_bead[bead]]
    text, links = stretch(pair.original, bead.original), pair.links(bead)
    found = []
    for match in _WORD.finditer(text.text):
        start, end = text.span(*match.span())
        if len(match.group()) >= _LONG and not any(a < end and start < b for a, b in names):
            there = links.project(start, end)
            if there is not None and there.confidence >= _LINKED:
                found.append((start, there.start))
    return found


def _links_crossed(pair: Pair, bead: Bead, one: Mention, two: Mention) -> bool:
    """Whether the words beside each name are linked to those beside the other's rendering rather than its own's."""
    if two.fact.start - one.fact.end < _APART or set(one.name.words) & set(two.name.words):
        return False
    assert one.written and two.written
    mentions, links = pair.mentions.by_bead[bead], pair.links(bead)
    persons = [m for m in mentions if m.name.type == "person"]
    named = [(m.fact.start, m.fact.end) for m in persons]
    written = [(m.written.start, m.written.end) for m in persons if m.written]
    here = [context(pair.original, bead.original, (m.fact.start, m.fact.end), named) for m in (one, two)]
    there = [context(pair.translation, bead.translation, (w.start, w.end), written)
             for w in (one.written, two.written)]
    turned = two.written.start < one.written.start
    return crossing(links, here, there) >= (_CROSSED if turned else _CROSSED_IN_ORDER)


def _roles_kept(pair: Pair, bead: Bead, *persons: Mention) -> bool:
    """Whether each person has a role by the name that the translation has by the name as well, before or behind."""
    ours, theirs = side(pair.original, bead.original, ()), side(pair.translation, bead.translation, ())
    for person in persons:
        assert person.written
        own = _titles_by(ours, person.fact.start, person.fact.end)
        told = _titles_by(theirs, person.written.start, person.written.end)
        if not any(titles.compatible(a, b) for a in own for b in told):
            return False
    return True


def _titles_by(text: Side, start: int, end: int) -> list[Title]:
    """The titles right before a name and right behind it."""
    return [o.title for o in text.offices if 0 <= max(start - o.end, o.start - end) <= _BESIDE]


def _finding(bead: Bead, one: Mention, two: Mention) -> Discrepancy:
    assert one.written is not None
    message = Message("«{one}» and «{two}» have changed places in the translation.",
                      {"one": one.name.form, "two": two.name.form})
    return Discrepancy("role-changed", message, Place(one.fact.start, one.fact.end, one.fact.value),
                       Place(one.written.start, one.written.end, two.fact.value), 0.7, {"aligned": bead.score})
