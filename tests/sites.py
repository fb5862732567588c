"""The names of a line that can be exchanged for others of their sort, by what the text alone tells."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker import languages
from checker.checks import known_names, unknown_names
from checker.facts import Context, names
from checker.facts.names import exonyms, kinds
from checker.facts.names.lexicon import lexicon
from checker.facts.names.unspaced import cut

SHORT = 4  # Letters of a Thai name that may be a piece of another word.
SURE = 0.8  # The extractor's confidence from which a capital is a name's.
# Countries that the news is full of: what a country or a people that is not in the article becomes.
COUNTRIES = ("US", "FR", "DE", "IT", "ES", "RU", "CN", "JP", "KR", "IN", "BR", "MX", "CA", "AU", "TR", "IR", "EG", "TH",
             "VN", "PL", "SE", "NO", "CH", "NL", "BE", "PT", "GR", "UA", "NG", "ZA", "KE", "AR", "CL", "PE", "MY", "ID")
PLACES = frozenset({"city", "geonames", "subdivision", "place"})


@dataclass(frozen=True)
class Site:
    """A name of a translation's line that may be exchanged: its sort, and what tells it from others of the sort."""

    sort: str
    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=4096)
def sites(text: str, language: str) -> tuple[Site, ...]:
    """The names of a line that can be exchanged, by what the text alone tells; none overlap."""
    found = [*_of_kinds(text, language), *(_capitals if lexicon(language).capitals else _unknown)(text, language)]
    kept: list[Site] = []
    for site in found:
        if all(site.end <= other.start or other.end <= site.start for other in kept):
            kept.append(site)
    return tuple(kept)


def _of_kinds(text: str, language: str) -> Iterator[Site]:
    for known in kinds.find(text, language):
        if len(known.ids) != 1:
            continue
        [identifier] = known.ids
        if kinds.COUNTRY not in kinds.kinds_of(known.ids):
            yield Site("organisation", known.start, known.end, known.text, identifier)
        elif identifier in COUNTRIES:
            noun = known.text in nouns(identifier, language)
            if noun or ending(known.text, identifier, language) is not None:
                yield Site("country" if noun else "people", known.start, known.end, known.text, identifier)


def nouns(identifier: str, language: str) -> tuple[str, ...]:
    """What a country is called, but for the names of its people."""
    people = set(peoples(language).get(identifier, ()))
    return tuple(n for n in exonyms.gazetteer(language).names(f"territory:{identifier}") if n not in people)


@lru_cache(maxsize=None)
def peoples(language: str) -> Mapping[str, Sequence[str]]:
    """The names of each country's people, the adjective first."""
    found: Mapping[str, Sequence[str]] = languages.table(language, "exonyms").get("people", {})
    return found


def ending(text: str, identifier: str, language: str) -> str | None:
    """The ending with which a people's first name stands in a text; None where it is another of its names."""
    base = peoples(language).get(identifier, ("",))[0]
    rest = text[len(base):]
    return rest if base and text.startswith(base) and rest in ("", "e", "s", "es") else None


def _capitals(text: str, language: str) -> Iterator[Site]:
    bodies = lexicon("en").institutional | lexicon(language).institutional
    for fact in names.extract(text, language, Context()):
        form, ids = fact.detail.form, exonyms.identifiers(fact.detail.form)
        sections = {i.partition(":")[0] for i in ids}
        if fact.confidence < SURE or form.isupper() and len(form) > 1 and not ids:
            continue
        if sections and sections <= PLACES:
            yield Site("place", fact.start, fact.end, form, form)
        elif not ids and 2 <= len(form.split()) <= 3 and not bodies & {w.lower() for w in form.split()} and all(
                w[0].isupper() for w in form.split()):
            yield Site("person", fact.start, fact.end, form, form)
        elif not ids and " " not in form and len(form) > 3:
            yield Site("surname", fact.start, fact.end, form, form)


def _unknown(text: str, language: str) -> Iterator[Site]:
    foreign = [(piece.start, piece.end) for piece in cut(text, language) if not piece.known]
    for fact in known_names.find(text, language):
        # A town in the middle of a word that no dictionary knows is a piece of another name.
        if any(a < fact.end and fact.start < b and (a, b) != (fact.start, fact.end) for a, b in foreign):
            continue
        if len(fact.text) > SHORT and {i.partition(":")[0] for i in exonyms.identifiers(fact.text)} <= PLACES:
            yield Site("place", fact.start, fact.end, fact.text, fact.text)
    for fact in unknown_names.find(text, language):
        if " " in fact.text:
            yield Site("person", fact.start, fact.end, fact.text, fact.text)
        elif len(fact.text) > SHORT:
            yield Site("surname", fact.start, fact.end, fact.text, fact.text)
