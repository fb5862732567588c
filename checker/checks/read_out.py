"""Acronyms in a script without their letters: other letters read out than the original's."""
from __future__ import annotations

from ..facts.names import acronyms
from ..finding import Discrepancy, Message, Place
from . import suggested
from .mentions import Mention, stretch
from .pair import Pair


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """Other letters read out where an acronym's should be, in a script without them, if nothing else is spelt out."""
    if mention.name.type != "acronym" or mention.written or mention.near:
        return None
    text, fact = stretch(pair.translation, mention.bead.translation), mention.fact
    written = [(m.written.start, m.written.end) for m in pair.mentions.around(mention.bead) if m.written]
    spans = [text.span(*s) for s in acronyms.spelt_out(text.text, pair.translation.language)]
    free = [s for s in spans if not any(a < s[1] and s[0] < b for a, b in written)]
    lost = [m for m in pair.mentions.by_bead[mention.bead] if m.name.type == "acronym" and not m.written]
    if len(free) != 1 or lost != [mention]:
        return None
    there = pair.translation.text[slice(*free[0])]
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": there})
    return Discrepancy("acronym-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(*free[0], f"acronym:{there}"), 0.75, {"aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))
