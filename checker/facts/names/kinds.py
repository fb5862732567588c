"""Countries and things of one kind in a text: peoples and their adjectives too, whatever their inflection and capitals.

What names of a kind are taken for each other is data (`kinds.toml`): two news agencies, two seas, two parties.
Countries and peoples, under one identifier, are a kind by themselves.
"""
from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ... import languages as _languages
from . import exonyms
from .folding import words
from .lexicon import lexicon
from .unspaced import known_words

COUNTRY = "countries"
_SECTIONS = ("territory", "subdivision", "people", "place", "organisation", "institution")
# CLDR's numbers of continents and their parts; "Mỹ" is the United States, too, so America as a whole is none.
_CONTINENTS = ("002", "142", "150", "005", "013", "009", "021")
_LONGEST = 7  # words of a name
_LETTERS = 3, 32  # letters of a name in a language that is written without spaces
_STEM = 4  # letters that must be left when an ending is taken off
# Signs of a syllable that goes on, where words are written together.
_GOES_ON = frozenset(map(chr, (*range(0xE2F, 0xE3B), *range(0xE45, 0xE4F))))


@dataclass(frozen=True, slots=True)
class Known:
    """A thing of a known kind in a text, from `start` to `end`: the identifiers it may stand for, without section."""

    start: int
    end: int
    text: str
    ids: frozenset[str]


@lru_cache(maxsize=None)
def kinds() -> dict[str, frozenset[str]]:
    """The kinds an identifier is of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, ids in _table()["kinds"].items():
        for identifier in ids:
            found[identifier].add(kind)
    return {i: frozenset(k) for i, k in found.items()}


def kinds_of(ids: frozenset[str]) -> frozenset[str]:
    """The kinds that any of some identifiers is of; that of countries and peoples for all in `kinds.toml`'s manner.

    >>> sorted(kinds_of(frozenset({"reuters"}))), sorted(kinds_of(frozenset({"JO"})))
    (['agencies'], ['countries'])
    """
    known = kinds()
    found = {k for i in ids for k in known.get(i, ())}
    return frozenset(found | ({COUNTRY} if any(_is_country(i) for i in ids) else set()))


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of identifiers may mean one thing: they share one, or one is the other's part or old name.

    >>> same(frozenset({"GB"}), frozenset({"gbeng"})), same(frozenset({"gbsct"}), frozenset({"IE"}))
    (True, False)
    """
    if one & other:
        return True
    near: dict[str, list[str]] = _table()["near"]
    return any(b in near.get(a, ()) or a in near.get(b, ()) for a in one for b in other)


def identifiers(name: str, type: str | None = None) -> frozenset[str]:
    """The identifiers, without section, that a name may stand for, of those that are of a kind."""
    found = (i.partition(":") for i in exonyms.identifiers(name, type))
    return frozenset(i for section, _, i in found if section in _SECTIONS and kinds_of(frozenset({i})))


def is_continent(identifier: str) -> bool:
    """Whether an identifier is a continent's, or a great part's of one.

    >>> is_continent("150"), is_continent("FR")
    (True, False)
    """
    return identifier in _CONTINENTS


def _is_country(identifier: str) -> bool:
    nation = identifier in ("gbeng", "gbsct", "gbwls", "gbnir")
    return nation or len(identifier) == 2 and identifier.isupper() or identifier in _CONTINENTS


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Known, ...]:
    """The things of known kinds in a text of normal form, in order; none overlap.

    >>> [(k.text, sorted(k.ids)) for k in find("de Ierse premier en de Zwarte Zee", "nl")]
    [('Ierse', ['IE']), ('Zwarte Zee', ['blacksea'])]
    >>> [(k.text, sorted(k.ids)) for k in find("les sélections danoises", "fr")]
    [('danoises', ['DK'])]
    """
    return tuple(_spaced(text, language) if lexicon(language).capitals else _unspaced(text, language))


def _spaced(text: str, language: str) -> Iterator[Known]:
    found, forms, at = words(text), _forms(language), 0
    while at < len(found):
        for size in range(min(_LONGEST, len(found) - at), 0, -1):
            start, end = found[at].start, found[at + size - 1].end
            ids = _looked_up(text[start:end], size, language, forms) or _first_of_two(text, start, end, language)
            if ids:
                if kinds_of(ids):
                    yield Known(start, end, text[start:end], ids)
                at += size
                break
        else:
            at += 1


def _first_of_two(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """What a form stands for that only begins a compound of two peoples.

    >>> [sorted(k.ids) for k in find("la chimiste américano-hongroise", "fr")]
    [['US'], ['HU']]
    """
    joined: dict[str, str] = dict(exonyms.spelling(language, "joined"))
    known = joined.get(text[start:end].lower()) if text[end:end + 1] in ("-", "‐") else None
    return frozenset({known}) if known else frozenset()


def _looked_up(form: str, size: int, language: str, forms: dict[str, dict[str, frozenset[str]]]) -> frozenset[str]:
    """What a form stands for; a single word also without an ending."""
    low, capital = exonyms.key(form), form[0].isupper()
    stems = [low]
    if size == 1 or "-" in form:
        stems += [low.removesuffix(s) for s in exonyms.spelling(language, "suffixes")
                  if low.endswith(s) and len(low) - len(s) >= _STEM]
    return next((ids for s in stems if (ids := forms["any"].get(s) or capital and forms["capital"].get(s))),
                frozenset())


def _unspaced(text: str, language: str) -> Iterator[Known]:
    forms, at = _forms(language)["any"], 0
    inside = known_words(text, language)
    while at < len(text):
        end = next((e for e in range(min(len(text), at + _LETTERS[1]), at + _LETTERS[0] - 1, -1)
                    if text[at:e] in forms and not (e < len(text) and text[e] in _GOES_ON)), 0)
        if end and not any(a < at < b or a < end < b for a, b in inside):
            ids = forms[text[at:end]]
            if kinds_of(ids):
                yield Known(at, end, text[at:end], ids)
            at = end
        else:
            at += 1


@lru_cache(maxsize=None)
def _forms(language: str) -> dict[str, dict[str, frozenset[str]]]:
    """Forms in lower case -> identifiers, by whether a capital is needed."""
    found: dict[str, defaultdict[str, set[str]]] = {"any": defaultdict(set), "capital": defaultdict(set)}
    capitals = lexicon(language).capitals
    for identifier, names in _rows(language):
        for name in names:
            case = "capital" if capitals and name[:1].isupper() else "any"
            found[case][exonyms.key(name) if capitals else name].add(identifier)
    return {case: {form: frozenset(ids) for form, ids in rows.items()} for case, rows in found.items()}


def _rows(language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    table = exonyms.gazetteer(language)
    for full in table.every():
        section, _, identifier = full.partition(":")
        if section in _SECTIONS and (section != "subdivision" or _is_country(identifier)):
            yield identifier, table.names(full)


@lru_cache(maxsize=None)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(_languages.__name__).joinpath("kinds.toml").read_text("utf-8"))
