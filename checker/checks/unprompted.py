"""A town or a body that only the translation names, in a sentence that says nothing it could stand for.

Translators say which city "the capital" is, and which ministry "the ministry". A name is added where all names of the
original have their renderings already, and no word of the original says that a place, or a body, is meant at all.
"""
from __future__ import annotations

import re
from functools import lru_cache

from ..article import Bead
from ..facts.names import exonyms
from ..facts.names.lexicon import alternatives, edges, lexicon, lowered
from . import identities
from .leftovers import Leftover
from .mentions import stretch
from .pair import Pair

# The link back from which a name says something of the original.
_TOLD = 0.1
_LOCALITIES = ("city", "geonames", "subdivision")


def is_unprompted(pair: Pair, bead: Bead, left: Leftover, link: float) -> bool:
    """Whether a leftover is a known town, province or body that nothing in the original's sentence can mean."""
    kind = _kind(left)
    if not kind or not left.strange or link >= _TOLD or any(not m.written for m in pair.mentions.by_bead[bead]):
        return False
    ids = exonyms.identifiers(left.form)
    if any(_related(exonyms.identifiers(m.name.form, m.name.type), ids) for m in pair.mentions.around(bead)):
        return False
    text = lowered(stretch(pair.original, bead.original).text)
    return _nouns(pair.original.language, kind).search(text) is None


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
    nouns = [word for word, of in known.heads.items() if of == kind]
    words = [*nouns, *(known.whereabouts if kind == "place" else ())]
    return re.compile(alternatives(words).join(edges(language)))
