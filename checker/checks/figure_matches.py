"""Which figure of a translation stands for which of the original: one to one, by value, word links and place."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..article import Bead
from ..facts import Fact
from ..facts.dates import Interval, readings
from ..links import Links
from .figure_pairs import SURE, Likeness, compared, may_repeat, repeats
from .figure_parts import composites
from .figure_rests import said_by
from .pair import Pair

# Beads on either side in which a figure that is not where it should be may stand.
NEAR = 2
# The rank from which two figures are the same, and not only compatible.
SAME = 0.9
# The link between two different figures from which one stands for the other.
LINKED = 0.12
# The likeness from which two different figures stand for each other where no others of their kind are left.
ALIKE = 0.05
# The same for one in a clause that the alignment parted from the sentence: of the same form and unit, or a date.
PARTED = {"number": 0.2, "date": 0.1}


@dataclass(frozen=True)
class Match:
    """Two figures that stand for each other, and what comparing them said; `lone` where no others were left."""

    original: Fact
    translation: Fact
    likeness: Likeness
    link: float
    bead: Bead
    moved: bool = False
    lone: bool = False


@dataclass
class Matched:
    """The figures of one bead: those that found each other, and those that are left."""

    bead: Bead
    matches: list[Match] = field(default_factory=list)
    lost: list[Fact] = field(default_factory=list)
    extra: list[Fact] = field(default_factory=list)


def matched(pair: Pair) -> list[Matched]:
    """Every bead's figures, matched inside the bead, then with its neighbours, then by link where they differ."""
    languages = (pair.original.language, pair.translation.language)
    beads = [_inside(pair, bead, languages) for bead in pair.beads]
    _across(beads, languages)
    spare = [f for ids in _unaligned(pair) for f in ids]
    for found in beads:
        _take_rests(found, languages)
        _from_spare(found, spare, languages)
        _to_unaligned(pair, found, languages)
        _replaced(pair, found, languages)
        _replaced_nearby(found, _parted(pair, found.bead), spare, languages)
        found.matches.sort(key=lambda m: (m.original.start, m.translation.start))
    return beads


def figures(facts: Iterable[Fact]) -> list[Fact]:
    """The facts of the family."""
    return [f for f in facts if f.kind in ("number", "date")]


def _inside(pair: Pair, bead: Bead, languages: tuple[str, str]) -> Matched:
    lost = figures(f for i in bead.original for f in pair.original_facts.get(i, ()))
    extra = figures(f for j in bead.translation for f in pair.translation_facts.get(j, ()))
    found = Matched(bead, [], lost, extra)
    if lost and extra:
        links = pair.links(bead)
        # A span of days agrees with its first day alone, but better with its first and its last.
        _take_agreeing(found, links, languages, spans=False)
        _take_parts(found, languages)
        _take_agreeing(found, links, languages)
    return found


def _take_agreeing(found: Matched, links: Links, languages: tuple[str, str], spans: bool = True) -> None:
    """The figures that agree, best first: the same before the nearly same, linked before unlinked, near before far.

    Without `spans`, a span of time is not held to be one of its ends.
    """
    ranked = []
    for i, one in enumerate(found.lost):
        for j, other in enumerate(found.extra):
            likeness = compared(one, other, languages)
            if likeness.agrees and (spans or _is_span(one) == _is_span(other)):
                link = _strength(links, one, other)
                apart = abs(i / len(found.lost) - j / len(found.extra))
                unlike = abs(one.confidence - other.confidence)
                score = likeness.rank + 0.3 * link - 0.1 * apart - 0.1 * unlike - 0.15 * likeness.certainty
                ranked.append((-score, i, j, likeness, link))
    taken_one, taken_other = set(), set()
    for _, i, j, likeness, link in sorted(ranked, key=lambda r: r[:3]):
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            found.matches.append(Match(found.lost[i], found.extra[j], likeness, link, found.bead))
    found.lost = [f for i, f in enumerate(found.lost) if i not in taken_one]
    found.extra = [f for j, f in enumerate(found.extra) if j not in taken_other]


def _is_span(fact: Fact) -> bool:
    return fact.kind == "date" and isinstance(readings(fact.detail)[0], Interval)


def _strength(links: Links, one: Fact, other: Fact) -> float:
    return links.strength((one.start, one.end), (other.start, other.end))


def _take_parts(found: Matched, languages: tuple[str, str]) -> None:
    """A range, score, ratio or list on one side that is two figures on the other."""
    for part in composites(found.lost, found.extra, languages):
        found.matches.append(Match(part.original, part.translation, part.likeness, 0.0, found.bead, lone=part.lone))
    said = [m.original for m in found.matches], [m.translation for m in found.matches]
    found.lost = [f for f in found.lost if not any(f is other for other in said[0])]
    found.extra = [f for f in found.extra if not any(f is other for other in said[1])]


def _across(beads: list[Matched], languages: tuple[str, str]) -> None:
    """Figures that are left in one bead and in another beside it: moved over a sentence's end."""
    for place, found in enumerate(beads):
        for fact in [f for f in found.lost if f.confidence >= SURE]:
            for other in _beside(beads, place):
                there = next((f for f in other.extra if _exactly(fact, f, languages)), None)
                if there is not None:
                    found.matches.append(Match(fact, there, Likeness(True, 0.5), 0.0, found.bead, moved=True))
                    found.lost.remove(fact)
                    other.extra.remove(there)
                    break


def _beside(beads: list[Matched], place: int) -> Iterator[Matched]:
    for distance in range(1, NEAR + 1):
        for at in (place - distance, place + distance):
            if 0 <= at < len(beads):
                yield beads[at]


def _exactly(one: Fact, other: Fact, languages: tuple[str, str]) -> bool:
    likeness = compared(one, other, languages)
    return likeness.rank >= SAME and not likeness.code and one.kind == other.kind


def _take_rests(found: Matched, languages: tuple[str, str]) -> None:
    """What is left and said by a figure that is matched: its conversion beside it, an hour told apart from its day."""
    for match in list(found.matches):
        one, other = match.original, match.translation
        for fact in list(found.extra):
            likeness = said_by(fact, other, one, languages)
            if likeness is not None:
                found.extra.remove(fact)
                # What stands beside its conversion can stand for nothing else.
                found.matches.append(Match(one, fact, likeness, match.link, found.bead, lone=not likeness.agrees))
        for fact in list(found.lost):
            likeness = said_by(fact, one, other, languages[::-1])
            if likeness is not None:
                found.lost.remove(fact)
                likeness = replace(likeness, code="", certainty=0.0) if likeness.converted else likeness
                found.matches.append(Match(fact, other, likeness, match.link, found.bead))


def _unaligned(pair: Pair) -> Iterator[list[Fact]]:
    """The figures of the translation's segments without a counterpart: reported as passages, not one by one."""
    for bead in pair.alignment.beads:
        if bead.type == "added":
            yield figures(f for j in bead.translation for f in pair.translation_facts.get(j, ()))


def _from_spare(found: Matched, spare: list[Fact], languages: tuple[str, str]) -> None:
    """Figures that stand, rightly, in an unaligned sentence of the translation."""
    for fact in list(found.lost):
        there = next((f for f in spare if _exactly(fact, f, languages)), None)
        if there is not None:
            spare.remove(there)
            found.lost.remove(fact)
            found.matches.append(Match(fact, there, Likeness(True, 0.5), 0.0, found.bead, moved=True))


def _to_unaligned(pair: Pair, found: Matched, languages: tuple[str, str]) -> None:
    """What a part of the original right beside says that has no counterpart: cut off its sentence, it is translated."""
    beads = pair.alignment.beads
    at = beads.index(found.bead) if found.extra else 0
    beside = (b for b in beads[max(0, at - 1):at + 2] if b.type == "missing") if found.extra else ()
    said = [f for b in beside for f in figures(f for i in b.original for f in pair.original_facts.get(i, ()))]
    found.extra = [f for f in found.extra if not any(_exactly(own, f, languages) for own in said)]


def _sort(fact: Fact) -> str:
    """What a figure is that may be unsaid, and yet is no other of its sort: "doubled" no "tripled", "first" no "third".

    "" for all others. What is a part or a place ("een vijfde") may be a place.
    """
    if repeats(fact):
        return "each"
    form = fact.detail.form if fact.kind == "number" else ""
    if form == "fraction" and fact.detail.alternatives:
        return "ordinal"
    return form if form in ("multiple", "ordinal") else ""


def _placed(fact: Fact, other: Fact) -> Fact:
    """A fact that is a part or a place in a row, read as a place beside one."""
    if _sort(fact) != "ordinal" or fact.detail.form == "ordinal" or other.detail.form != "ordinal":
        return fact
    detail = fact.detail._replace(form="ordinal", amounts=fact.detail.alternatives[:1], alternatives=(), weak=False)
    return fact._replace(value=detail.value, detail=detail, confidence=other.confidence)


def _replaced(pair: Pair, found: Matched, languages: tuple[str, str]) -> None:
    """Figures that differ and still stand for each other: linked, or the only ones of their kind that are left."""
    lost, extra = ([f for f in side if f.confidence >= SURE or _sort(f)] for side in (found.lost, found.extra))
    if not lost or not extra:
        return
    links = pair.links(found.bead)
    ranked = []
    for i, one in enumerate(lost):
        for j, other in enumerate(extra):
            if not (_sort(one) == _sort(other) or _tell_how_often(one, other)) and (
                    min(one.confidence, other.confidence) < SURE):
                continue
            here, there = _placed(one, other), _placed(other, one)
            likeness, link = compared(here, there, languages), _strength(links, one, other)
            lone = len(_like(one, lost)) == len(_like(other, extra)) == 1 or _are_alike_alone(one, other, lost, extra)
            if likeness.rank > 0 and (link >= LINKED or (lone and likeness.rank >= ALIKE)):
                match = Match(here, there, likeness, link, found.bead, lone=lone)
                ranked.append((-(likeness.rank + link), i, j, match))
    taken_one, taken_other = set(), set()
    for _, i, j, match in sorted(ranked, key=lambda r: r[:3]):
        if i not in taken_one and j not in taken_other:
            taken_one.add(i)
            taken_other.add(j)
            found.matches.append(match)
            found.lost.remove(lost[i])
            found.extra.remove(extra[j])


def _tell_how_often(one: Fact, other: Fact) -> bool:
    """Whether one says how often and the other may, with an article: "a month" and "per year"."""
    return (repeats(one) or repeats(other)) and may_repeat(one) and may_repeat(other)


def _like(fact: Fact, others: Sequence[Fact]) -> list[Fact]:
    """The figures of a fact's kind; what says how often is of none."""
    return [f for f in others if f.kind == fact.kind and repeats(f) == repeats(fact)]


def _are_alike_alone(one: Fact, other: Fact, lost: Sequence[Fact], extra: Sequence[Fact]) -> bool:
    """Whether two figures are of one make, and the only ones of it that are left: the two that count kilometres."""
    make = _make(one)
    return make == _make(other) and all(sum(_make(f) == make for f in side) == 1 for side in (lost, extra))


def _make(fact: Fact) -> tuple[object, ...]:
    """What a figure is told apart from others of its kind by: a number's form and units, a date's type."""
    if fact.kind == "number":
        return fact.kind, fact.detail.form, fact.detail.units
    return fact.kind, type(readings(fact.detail)[0]), repeats(fact)


def _parted(pair: Pair, bead: Bead) -> list[Fact]:
    """The figures of segments right beside a bead that have no counterpart: perhaps a clause of its sentence."""
    beads = pair.alignment.beads
    at = beads.index(bead)
    beside = (b for b in (*beads[max(0, at - 1):at], *beads[at + 1:at + 2]) if b.type == "added")
    return figures(f for b in beside for j in b.translation for f in pair.translation_facts.get(j, ()))


def _replaced_nearby(found: Matched, parted: Sequence[Fact], spare: list[Fact], languages: tuple[str, str]) -> None:
    """A figure that is left and another of its kind in a clause that the alignment parted from its sentence."""
    lost = [f for f in found.lost if f.confidence >= SURE]
    extra = [f for f in parted if f in spare and f.confidence >= SURE]
    for kind, least in PARTED.items():
        ones, others = ([f for f in side if f.kind == kind] for side in (lost, extra))
        if len(ones) == len(others) == 1:
            likeness = compared(ones[0], others[0], languages)
            if likeness.rank >= least:
                found.matches.append(Match(ones[0], others[0], likeness, 0.0, found.bead, moved=True, lone=True))
                found.lost.remove(ones[0])
                spare.remove(others[0])
