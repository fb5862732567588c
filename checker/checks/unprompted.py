"""A town or a body that only the translation names, in a sentence that says nothing it could stand for.

Translators say which city "the capital" is, and which ministry "the ministry". A name is added where all names of the
original have their renderings already, and no word of the original says that a place, or a body, is meant at all. A
town in a part of the world of which the article names nothing is no explanation: only words for towns can mean it.
"""
from __future__ import annotations

import re
from functools import lru_cache

from ..article import Bead
from ..facts.names import exonyms
from ..facts.names.lexicon import alternatives, edges, lexicon, lowered
from . import identities
from .leftovers import Leftover
from .mentions import Mention, stretch
from .pair import Pair

# The link back from which a name says something of the original.
_TOLD = 0.1
# The link to a name that is not written from which a place stands for it.
_LED = 0.06
_LOCALITIES = ("city", "geonames", "subdivision")


def is_unprompted(pair: Pair, bead: Bead, left: Leftover, link: float) -> bool:
    """Whether a leftover is a known town, province or body that nothing in the original's sentence can mean."""
    kind = _kind(left)
    if not kind or not left.strange or link >= _TOLD or _is_of_figure(pair, bead, left):
        return False
    if any(not m.written and _may_be(pair, m, left, kind) for m in pair.mentions.by_bead[bead]):
        return False
    ids = exonyms.identifiers(left.form)
    if any(_related(exonyms.identifiers(m.name.form, m.name.type), ids) for m in pair.mentions.around(bead)):
        return False
    text = stretch(pair.original, bead.original)
    if kind == "place" and lexicon(pair.translation.language).capitals and not any(
            _related(exonyms.identifiers(form), ids) for form in pair.mentions.by_form):
        asking = _nouns(pair.original.language, "locality").finditer(lowered(text.text))
        return all(_is_named(pair, bead, *text.span(*m.span())) for m in asking)
    return _nouns(pair.original.language, kind).search(lowered(text.text)) is None


def _is_named(pair: Pair, bead: Bead, start: int, end: int) -> bool:
    """Whether a name follows a word for a town, and the word means no more towns than that: "hai bang Dakota"."""
    counted = any(f.end + 1 == start for f in pair.facts_of(bead, "number")[0])
    return not counted and any(m.fact.start == end + 1 for m in pair.mentions.by_bead[bead])


def _is_of_figure(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover is a word of what is counted: "livres Sterling"."""
    return any(f.start < left.end and left.start < f.end for f in pair.facts_of(bead, "number")[1])


def _may_be(pair: Pair, mention: Mention, left: Leftover, kind: str) -> bool:
    """Whether a leftover may stand for a name that the translation does not write: a place for a place, or for what
    the links lead to; in a script without capitals, for any, whose letters it may be."""
    if kind != "place" or mention.name.type == "place" or not lexicon(pair.translation.language).capitals:
        return True
    link = pair.links(mention.bead).strength((mention.fact.start, mention.fact.end), (left.start, left.end))
    return link >= _LED


def _kind(left: Leftover) -> str:
    """What the gazetteers know a leftover as: "place", "organisation", or "" for neither, or for several things."""
    sections = {i.partition(":")[0] for i in exonyms.identifiers(left.form)}
    if sections and sections <= {*_LOCALITIES, "place"} and sections & set(_LOCALITIES):
        return "place"
    # Acronyms of leagues and bodies explain what the text is about.
    return "organisation" if sections == {"organisation"} and not left.form.isupper() else ""


def _related(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether one name is where the other lies or governs, or both lie in one country."""
    countries = [{identities.country(i) for i in ids} - {""} for ids in (ours, theirs)]
    return (bool(countries[0] & countries[1]) or identities.governs(ours, theirs) or identities.lies_in(ours, theirs)
            or identities.lies_in(theirs, ours))


@lru_cache(maxsize=None)
def _nouns(language: str, kind: str) -> re.Pattern[str]:
    """The words of a language that say that something of a kind is meant."""
    known = lexicon(language)
    if kind == "locality":
        return re.compile(alternatives(list(known.localities)).join(edges(language)))
    nouns = [word for word, of in known.heads.items() if of == kind]
    words = [*nouns, *(known.whereabouts if kind == "place" else ())]
    return re.compile(alternatives(words).join(edges(language)))
