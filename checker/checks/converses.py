"""One event told from its two sides: "A beat B" is "B lost to A", what one sells another buys.

On some axes contrary words tell the same of parties that change places, those that compare (older, younger) among
them; which they are is data (`opposites.toml`).
"""
from __future__ import annotations

from ..article import Bead
from ..facts import Fact
from ..links import Links
from . import poles
from .pair import Pair
from .poles import Pole

Span = tuple[int, int]

# The confidence from which a name is said where the links lead.
SAID = 0.15


def changed_places(pair: Pair, bead: Bead, own: tuple[Span, Pole], other: tuple[Span, Pole]) -> bool:
    """Whether the parties about a word of the original have changed places about its contrary in the translation.

    The two names nearest to it stand there in the other order, or the only one, which came after it, comes before.
    """
    (word, pole), (there, contrary) = own, other
    shared = {axis for axis, _ in poles.sides(pole.values)} & {axis for axis, _ in poles.sides(contrary.values)}
    if not shared & poles.converses():
        return False
    names = pair.facts_of(bead, "name")[0]
    nearest = sorted(sorted(names, key=lambda name: _apart(name, word))[:2], key=lambda name: name.start)
    said = [span for name in nearest if (span := _said(pair.links(bead), name))]
    if len(nearest) == 1 and said:
        return nearest[0].start >= word[1] and said[0][1] <= there[0]
    return len(said) == 2 and said[1][1] <= said[0][0]


def _apart(name: Fact, word: Span) -> int:
    return max(name.start - word[1], word[0] - name.end, 0)


def _said(links: Links, name: Fact) -> Span | None:
    found = links.project(name.start, name.end)
    return (found.start, found.end) if found and found.confidence >= SAID else None
