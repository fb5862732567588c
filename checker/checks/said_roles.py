"""Which words of the original each role of a translation stands for: what its versions are compared by."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.names import Title
from ..finding import Place
from .offices import side
from .pair import Pair

# The share of a role's words that must be linked to some of the original's.
_LINKED = 0.1


@dataclass(frozen=True, slots=True)
class SaidRole:
    """A role of a translation at file offsets, the stretch of the original that is linked to it, and how surely."""

    title: Title
    original: Place
    translation: Place
    link: float


def said_roles(pair: Pair) -> Iterator[SaidRole]:
    """The roles of a translation that stand for some words of the original, in order."""
    if pair.alignment.relation != "translation":
        return
    for bead in pair.beads:
        for office in side(pair.translation, bead.translation, ()).offices:
            said = pair.links(bead).back(office.start, office.end)
            if said is not None and said.confidence >= _LINKED:
                yield SaidRole(office.title, Place(said.start, said.end), Place(office.start, office.end),
                               round(said.confidence, 3))
