"""Names that the translation changed, misspelt, lost or added.

Translators shorten, localise and replace names by pronouns, so that a name is not found proves little. A finding is
loud only on positive evidence: another name stands where the rendering should stand, or a name that is never written in
the version's other sentences is gone from the only one that says it.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..article import Bead
from ..finding import Agreement, Discrepancy, Place
from . import added, beside, greeted, marks, misplaced, misread, misspelt, missing, read_out, regnal, substitutes
from .habits import Habits, habits
from .leftovers import Leftover, leftovers
from .mentions import Mention
from .pair import Pair


# What tells another name without a leftover: another number, other letters read out, another in an address.
_APART = (regnal.find, read_out.find, greeted.find)


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """One finding or agreement for each name of the original, and one for each name that only the translation has."""
    if pair.alignment.relation == "unrelated":
        return
    left = {bead: leftovers(pair.mentions, bead) for bead in pair.mentions.by_bead}
    usual = habits(pair, left)
    for bead in pair.mentions.by_bead:
        yield from _compared(pair, bead, left[bead], usual)


def _compared(pair: Pair, bead: Bead, left: list[Leftover], usual: Habits) -> Iterator[Discrepancy | Agreement]:
    told = {m: slip for m in pair.mentions.by_bead[bead] if (slip := misread.find(pair, m)) is not None}
    yield from told.values()
    yield from filter(None, (beside.stuck(pair, bead, m) for m in pair.mentions.by_bead[bead] if m not in told))
    for mention in (m for m in pair.mentions.by_bead[bead] if m not in told):
        found = (substitutes.find(pair, mention, left, usual) or misplaced.find(pair, mention)
                 or misplaced.find_person(pair, mention, left))
        if found is not None:
            left = [x for x in left if x is not found.leftover]
            yield found.discrepancy(pair, bead)
        elif (taken := next((x for of in _APART if (x := of(pair, mention)) is not None), None)) is not None:
            yield taken
        elif (spoilt := misspelt.gloss(pair, mention, left)) is not None:
            left = [x for x in left if x is not spoilt[0]]
            yield spoilt[1]
        elif (slip := misspelt.find(pair, mention) or marks.find(pair, mention)) is not None:
            yield slip
        elif mention.written is not None:
            yield agreement(mention)
        elif (lost := missing.find(pair, mention, left)) is not None:
            yield lost
    for leftover in left:
        extra = added.find(pair, bead, leftover)
        if extra is not None:
            yield extra


def agreement(mention: Mention) -> Agreement:
    """A mention that the translation renders."""
    fact, written = mention.fact, mention.written
    assert written is not None
    return Agreement("name", Place(fact.start, fact.end, fact.value), Place(written.start, written.end, fact.value),
                     written.score)
