"""A country, or its people, that only the translation names, and that the original names nowhere.

Translators say whose president, or in which country a town lies; but then the article names the country, or a place in
it, somewhere. One that it never names, in a place that no word of the original is linked to, was put there.
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from .. import languages
from ..article import Bead
from ..facts.names import exonyms, kinds
from ..facts.names.kinds import Known
from ..finding import Discrepancy, Message, Place
from . import identities
from .mentions import stretch
from .pair import Pair

# The link back from which a country says something of the original.
_TOLD = 0.12
_CERTAIN = 0.6
# Characters within which an acronym may be what a country is told of.
_NEAR = 50
# The words beside a name, with nothing but a space between.
_WORD_BEFORE, _WORD_AFTER = re.compile(r"([^\W\d_]+) \Z"), re.compile(r" ([^\W\d_]+)")


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each country that is named in the translation only."""
    if pair.alignment.relation != "translation":
        return
    known = _named(pair)
    for bead in pair.mentions.by_bead:
        text = stretch(pair.translation, bead.translation)
        for found in kinds.find(text.text, pair.translation.language):
            start, end = text.span(found.start, found.end)
            inside = _is_inside(text.text, found)
            if _is_strange(pair, found, known) and not inside and not _tells_acronym(pair, bead, start, end):
                yield from _finding(pair, bead, found, start, end)


def _tells_acronym(pair: Pair, bead: Bead, start: int, end: int) -> bool:
    """Whether an acronym is near, in which a country may be told: the BBC is British; or one of the original's that
    the version does not write."""
    theirs = pair.facts_of(bead, "name")[1]
    return any(_is_acronym(f.text) and f.start < end + _NEAR and start - _NEAR < f.end for f in theirs) or any(
        _is_acronym(m.name.form) and not m.written for m in pair.mentions.by_bead[bead])


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _named(pair: Pair) -> frozenset[str]:
    """The countries that the original names, with their peoples, and those in which a place that it names lies."""
    language = pair.original.language
    told = {i for s in pair.original.segments for k in kinds.find(s.normal.text, language) for i in k.ids}
    for form in pair.mentions.by_form:
        told |= kinds.identifiers(form)
        told |= {identities.country(i).upper()[:2] for i in exonyms.identifiers(form)} - {""}
    return frozenset(told)


def _is_strange(pair: Pair, found: Known, known: frozenset[str]) -> bool:
    """Whether what is found is nothing but a country that has a people, and no name of the original tells it.

    "The Spaniard" is a person whom the original may name.
    """
    peoples: dict[str, list[str]] = languages.table(pair.translation.language, "exonyms").get("people", {})
    if not all(i.isupper() and i in peoples for i in found.ids) or kinds.same(found.ids, known):
        return False
    return not any(_is_person(found.text, peoples[i]) for i in found.ids)


def _is_inside(text: str, found: Known) -> bool:
    """Whether words with capitals stand on both sides of a name: it is in a title, of a programme or a work."""
    before, after = _WORD_BEFORE.search(text, 0, found.start), _WORD_AFTER.match(text, found.end)
    return before is not None and after is not None and before[1][0].isupper() and after[1][0].isupper()


def _is_person(text: str, people: list[str]) -> bool:
    """Whether a people's name is one for a person of it, and no adjective, which comes first in the data; other forms
    of it, which end in a vowel, may follow."""
    adjective = people[0]
    written = adjective[0].islower() and text[0].isupper() and text.lower().startswith(adjective)
    return written or text in people[1:] and text[-1] not in "aeiou"


def _finding(pair: Pair, bead: Bead, found: Known, start: int, end: int) -> Iterator[Discrepancy]:
    back = pair.links(bead).back(start, end)
    link = back.confidence if back else 0.0
    if link < _TOLD:
        at = pair.original.segments[bead.original[-1]].end
        message = Message("«{translation}» is named in the translation only.", {"translation": found.text})
        yield Discrepancy("name-added", message, Place(at, at), Place(start, end, f"place:{found.text}"), _CERTAIN,
                          {"link": link, "aligned": bead.score})
