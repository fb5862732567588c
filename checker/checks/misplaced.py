"""Another name where one of several mentions of a name is linked: "North and South" for South twice."""
from __future__ import annotations

from collections.abc import Sequence

from ..facts.names import exonyms
from .expected import is_known
from .leftovers import Leftover
from .mentions import Mention
from .pair import Pair
from .standins import FIRM, INSIDE, LINKED
from .substitutes import Substitute


def find(pair: Pair, mention: Mention) -> Substitute | None:
    """Another country where one of several mentions of a country is linked: "North and South" for South twice.

    A country that the sentence of the original does not name at all needs hardly a link.
    """
    if not mention.shared or not is_known(mention):
        return None
    links, here = pair.links(mention.bead), pair.mentions.by_bead[mention.bead]
    ours = _territories(mention.name.form, pair.original.language)
    named = {t for m in here for t in _territories(m.name.form, pair.original.language)}
    for fact in pair.facts_of(mention.bead, "name")[1]:
        theirs = _territories(fact.detail.form, pair.translation.language)
        link = links.strength((mention.fact.start, mention.fact.end), (fact.start, fact.end))
        if not ours or not theirs or ours & theirs or link < (FIRM if theirs & named else LINKED):
            continue
        rivals = [m for m in here if m.shared or not m.written or theirs & named]
        if link >= max(links.strength((m.fact.start, m.fact.end), (fact.start, fact.end)) for m in rivals):
            left = Leftover(fact, fact.start, fact.end, (fact.text,), False)
            return Substitute("name-changed", mention, left, 0.75, link)
    return None


def _territories(form: str, language: str) -> set[str]:
    """The countries that a name or an adjective made of it means: "Noord-Koreaanse"."""
    forms = [form, *(form.removesuffix(e) for e in exonyms.spelling(language, "suffixes") if e)]
    return {i for f in forms for i in exonyms.identifiers(f) if i.startswith("territory:")}


def find_person(pair: Pair, mention: Mention, left: Sequence[Leftover]) -> Substitute | None:
    """Another person where one of several mentions of one is linked: the name stands once and must do for two.

    Where that person is the only name that nothing explains, no link is needed.
    """
    if not mention.shared or not mention.name.foreign or is_known(mention):
        return None
    links, here = pair.links(mention.bead), pair.mentions.by_bead[mention.bead]
    if any(not m.written for m in here):
        return None
    for x in left:
        link = links.strength((mention.fact.start, mention.fact.end), (x.start, x.end))
        most = max(links.strength((m.fact.start, m.fact.end), (x.start, x.end)) for m in here)
        plain = x.strange and not exonyms.identifiers(x.form) and x.fact.confidence >= INSIDE
        if plain and link >= most and (link >= FIRM or len(left) == 1):
            return Substitute("name-changed", mention, x, 0.75, link)
    return None
