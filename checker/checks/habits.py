"""How a version always writes a name in its own way: a translated acronym ("IA" for AI), a saint written out.

What stands for a name in two sentences is that version's rendering of it, not a slip.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from ..article import Bead
from .leftovers import Leftover
from .pair import Pair

Habits = Mapping[str, frozenset[str]]

# The link from which a leftover may be the rendering of a name.
_LINKED = 0.3


def habits(pair: Pair, left: Mapping[Bead, Sequence[Leftover]]) -> Habits:
    """By the name's form, the leftovers that stand for it in two beads or more."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for bead, leftovers in left.items():
        links = pair.links(bead) if leftovers else None
        for form in {m.name.form for m in pair.mentions.by_bead[bead]}:
            spans = [(m.fact.start, m.fact.end) for m in pair.mentions.by_bead[bead] if m.name.form == form]
            linked = {x.form for x in leftovers for span in spans
                      if links and links.strength(span, (x.start, x.end)) >= _LINKED}
            seen[form].update(linked)
    return {form: frozenset(x for x, times in counts.items() if times > 1) for form, counts in seen.items()}
