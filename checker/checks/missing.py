"""Names that the translation does not say.

A pronoun or "the minister" does where the reader knows who is meant, so a lost name is loud only where the version says
it nowhere else, or where it is one of a list whose other members are there.
"""
from __future__ import annotations

from ..facts.names.folding import words
from ..finding import Discrepancy, Message, Place
from .mentions import Mention
from .pair import Pair
from .substitutes import carried


# The link from which some words of the translation are the name, translated.
TRANSLATED = 0.6
# The link below which no words of the translation stand for the name, not even a pronoun.
UNSAID = 0.15


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a mention that is not written in its bead or beside it; None where nothing should be said."""
    if mention.near is not None or mention.attempt is not None or not mention.name.foreign or not carried(mention):
        return None
    link = pair.links(mention.bead).project(mention.fact.start, mention.fact.end)
    if link is not None and link.confidence >= TRANSLATED:
        return None
    fact, known = mention.fact, _elsewhere(pair, mention)
    listed = _listed(pair, mention)
    certainty = _certainty(mention, listed, known, link.confidence if link else 0.0)
    at = pair.translation.segments[mention.bead.translation[-1]].end
    message = Message("«{original}» is not named in the translation.", {"original": mention.name.form})
    return Discrepancy("name-missing", message, Place(fact.start, fact.end, fact.value),
                       Place(link.start, link.end) if link and link.confidence > 0.3 else Place(at, at), certainty,
                       {"known": float(known), "listed": float(listed), "link": link.confidence if link else 0.0},
                       advisory=certainty < 0.5)


def _certainty(mention: Mention, listed: bool, known: bool, link: float) -> float:
    """How sure a name is lost and not taken up by a pronoun: a full name, or a person named once, has none."""
    full = len(mention.name.words) > 1
    if listed:
        return 0.75
    if full:
        return 0.6 if known and link < UNSAID else 0.45 if known else 0.7
    return 0.55 if mention.name.type == "person" and not known and link < UNSAID else 0.3


def _elsewhere(pair: Pair, mention: Mention) -> bool:
    """Whether the version writes the name, or a part of it, somewhere."""
    own = {w.fold for w in words(mention.name.form) if len(w.fold) > 2}
    return any(own & {w.fold for w in words(form)} for form, found in pair.mentions.known.items() if found)


def _listed(pair: Pair, mention: Mention) -> bool:
    """Whether the name stands in a list of names of which the neighbours are written in the translation."""
    beside = pair.mentions.by_bead[mention.bead]
    at = beside.index(mention)
    neighbours = [m for m in beside[max(0, at - 1):at] + beside[at + 1:at + 2] if _in_list(pair, m, mention)]
    if not neighbours or not all(m.written for m in neighbours):
        return False
    return len(neighbours) > 1 or mention.name.type == neighbours[0].name.type == "acronym"


def _in_list(pair: Pair, one: Mention, other: Mention) -> bool:
    first, second = sorted((one.fact, other.fact), key=lambda f: f.start)
    return pair.original.text[first.end:second.start].strip().lower() in (",", "và", ", và", "&", "hoặc", "hay")
