"""The roles of a version and of its original, bead by bead: what the versions of a set are compared by."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.names import Title
from ..finding import Place
from ..links import Links
from .offices import Office, side
from .pair import Pair

# The share of a role's words that must be linked to some of the original's.
_LINKED = 0.1


@dataclass(frozen=True, slots=True)
class SaidRole:
    """A role at its place in a text; one of a translation with the stretch of the original that is linked to it, if
    any is, and how surely."""

    title: Title
    place: Place
    original: Place | None = None
    link: float = 0.0


@dataclass(frozen=True, slots=True)
class BeadRoles:
    """What a bead's translation calls people (`said`) and what its original does (`stated`), in order.

    `segments` are the bead's in the original.
    """

    segments: tuple[int, ...]
    said: tuple[SaidRole, ...]
    stated: tuple[SaidRole, ...]


def said_roles(pair: Pair) -> Iterator[BeadRoles]:
    """The roles of each bead that says any; none of an abridged version, which words things its own way.

    Kept with what a version came to: to find titles again takes longer than all else that a cached run does.
    """
    if pair.alignment.relation != "translation":
        return
    for bead in pair.beads:
        offices = side(pair.translation, bead.translation, ()).offices
        stated = side(pair.original, bead.original, ()).offices
        if offices or stated:
            yield BeadRoles(bead.original, tuple(_said(o, pair.links(bead)) for o in offices),
                            tuple(SaidRole(o.title, Place(o.start, o.end)) for o in stated))


def _said(office: Office, links: Links) -> SaidRole:
    place, linked = Place(office.start, office.end), links.back(office.start, office.end)
    if linked is None or linked.confidence < _LINKED:
        return SaidRole(office.title, place)
    return SaidRole(office.title, place, Place(linked.start, linked.end), round(linked.confidence, 3))
