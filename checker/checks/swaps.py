"""Something else of the same kind: another charge, another office, and (`things`) another country's people.

What a sentence of the original has of a kind and its translation does not, beside another of that kind which only the
translation has: one stands for the other. The data say what is of one kind, so no word links are needed.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..article import Bead
from ..facts.names import titles
from ..facts.names.charges import Charge
from ..facts.names.name import Title
from ..finding import Discrepancy, Message, Place
from . import things
from .mentions import stretch
from .pair import Pair

_CERTAIN = 0.8


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each thing of a bead that became another of its kind."""
    if pair.alignment.relation == "unrelated":
        return
    whole = pair.alignment.relation == "translation"  # where much is left out, an office left out became no other
    for bead in pair.mentions.by_bead:
        yield from list(_charges(pair, bead)) or (_titles(pair, bead) if whole else ())
        yield from things.find(pair, bead)


def _charges(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """A minister or a ministry with another charge."""
    here, there = _in_charge(pair, bead)
    beside = [_in_charge(pair, b) for b in pair.mentions.beside(bead) if b is not bead]
    # What a sentence beside has on both sides is its own, and none that moved there.
    said = [*here, *(c for ours, theirs in beside for c in _without(ours, theirs))]
    told = [*there, *(c for ours, theirs in beside for c in _without(theirs, ours))]
    lost, gained = _distinct(_without(here, told)), _distinct(_without(there, said))
    if len(lost) == len(gained) == 1:
        yield _finding(pair, bead, "role-changed", lost[0], gained[0],
                       "/".join(sorted(lost[0].concepts)), "/".join(sorted(gained[0].concepts)))


def _in_charge(pair: Pair, bead: Bead) -> tuple[Sequence[Charge], Sequence[Charge]]:
    """Those in charge of something on both sides of a bead."""
    return (titles.in_charge(_ours(pair, bead), pair.original.language),
            titles.in_charge(_theirs(pair, bead), pair.translation.language))


def _without(here: Sequence[Charge], there: Sequence[Charge]) -> list[Charge]:
    """Those of one side that have charge of nothing that the other side says."""
    return [c for c in here if not any(c.concepts & t.concepts for t in there)]


def _distinct(found: Sequence[Charge]) -> list[Charge]:
    return list({c.concepts: c for c in reversed(found)}.values())


def _titles(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """An office or a relative for whom the translation has another, when each is the only one without a counterpart."""
    around = pair.mentions.beside(bead)
    said = [t for b in around for t in titles.find(_ours(pair, b), pair.original.language)]
    told = [t for b in around for t in titles.find(_theirs(pair, b), pair.translation.language)]
    lost = _unmatched(titles.find(_ours(pair, bead), pair.original.language), told)
    gained = _unmatched(titles.find(_theirs(pair, bead), pair.translation.language), said)
    for alike in (titles.is_office, titles.is_relative):
        ours, theirs = [t for t in lost if alike(t)], [t for t in gained if alike(t)]
        if len(ours) == len(theirs) == 1 and not titles.converse(ours[0], theirs[0]) and not any(
                titles.may_be_any(t) for t in lost):
            yield _finding(pair, bead, "role-changed", ours[0], theirs[0],
                           "/".join(sorted(ours[0].roles)), "/".join(sorted(theirs[0].roles)))


def _unmatched(here: Sequence[Title], there: Sequence[Title]) -> list[Title]:
    left = [t for t in here if not any(titles.compatible(t, o) for o in there)]
    return list({t.roles: t for t in reversed(left)}.values())


def _finding(pair: Pair, bead: Bead, code: str, lost: Charge | Title, gained: Charge | Title,
             value: str, other: str) -> Discrepancy:
    start, end = stretch(pair.original, bead.original).span(lost.start, lost.end)
    at, to = stretch(pair.translation, bead.translation).span(gained.start, gained.end)
    message = Message("The original has «{title}», the translation «{other}».",
                      {"title": lost.text, "other": gained.text})
    return Discrepancy(code, message, Place(start, end, value), Place(at, to, other), _CERTAIN, {"aligned": bead.score})


def _ours(pair: Pair, bead: Bead) -> str:
    return stretch(pair.original, bead.original).text


def _theirs(pair: Pair, bead: Bead) -> str:
    return stretch(pair.translation, bead.translation).text
