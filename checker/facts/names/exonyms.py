"""What a name is called in another language: Bắc Kinh, Pékin, ปักกิ่ง; NAVO, OTAN, นาโต.

Two names are renderings of one another when the gazetteers give them one identifier. A language's gazetteers are
`exonyms.toml` (written by hand) and `gazetteer.tsv` (made from CLDR and GeoNames by `gather`) in its folder;
`places.tsv` holds the Latin spellings of the world's cities, folded, which belong to no one language.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from ... import languages as _languages
from .folding import fold, words
from .unspaced import is_unspaced

# Where no country, city or language can be meant: a person or a product may share its name with one.
_NOT_FOR = {"person": ("territory", "subdivision", "city", "geonames", "language", "people", "institution", "term")}

# Letters of a name up to which two places have it by accident.
_SHORT = 3


class Gazetteer:
    """A file of names, by key and by identifier. `text` is lines of an identifier and its names, parted by tabs."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, list[str]] = {}
        self._ids: dict[str, list[str]] = {}
        for line, keys in zip(text.split("\n"), _plain(text).split("\n")):
            identifier = line.partition("\t")[0]
            self._lines.setdefault(identifier, []).append(line)
            for name in keys.split("\t")[1:]:
                self._ids.setdefault(name, []).append(identifier)

    def identifiers(self, key: str) -> list[str]:
        """The identifiers that have a name with this key."""
        return self._ids.get(key, [])

    @cached_property
    def heads(self) -> frozenset[str]:
        """The first three characters of every key: where none of them stands, no longer name begins."""
        return frozenset(key[:3] for key in self._ids)

    @cached_property
    def longest(self) -> dict[str, int]:
        """How many words the longest key of several has that begins with a word."""
        sizes: dict[str, int] = {}
        for key in self._ids:
            if " " in key or "'" in key:
                parts = words(key)
                first = key[parts[0].start:parts[0].end]
                sizes[first] = max(sizes.get(first, 0), len(parts))
        return sizes

    def every(self) -> tuple[str, ...]:
        """All identifiers, in file order."""
        return tuple(i for i in self._lines if ":" in i)

    def names(self, identifier: str) -> tuple[str, ...]:
        """The names of an identifier, the usual one first."""
        return tuple(name for line in self._lines.get(identifier, ()) for name in line.split("\t")[1:])


def key(name: str) -> str:
    """What two spellings of a name share in a gazetteer: small letters, one space for hyphens; accents stay.

    Accents part words in Vietnamese: Áo is Austria, Ao a pond.

    >>> key("Kim Jong-un"), key("Áo")
    ('kim jong un', 'áo')
    """
    return " ".join(_plain(name).split())


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").replace("-", " ").replace("–", " ")


@lru_cache(maxsize=None)
def gazetteer(language: str) -> Gazetteer:
    """All that is known of one language; empty where its folder holds no names."""
    by_hand = ["\t".join([identifier, *names]) for identifier, names in _by_hand(language)]
    return Gazetteer("\n".join([*by_hand, _read(f"{language}/gazetteer.tsv")]))


@lru_cache(maxsize=None)
def world() -> Gazetteer:
    """The Latin spellings of cities as folds, the same in every language."""
    return Gazetteer(_read("places.tsv"))


@lru_cache(maxsize=None)
def spelling(language: str, what: str) -> tuple[Any, ...]:
    """A list of a language's [spelling] (kinds, kinds_after, suffixes, adjectives, elisions, sounds), or nothing."""
    return tuple(_languages.table(language, "exonyms").get("spelling", {}).get(what, ()))


def without_kind(name: str, before: Iterable[str], after: Iterable[str] = ()) -> str:
    """A place's name without the word that says what kind of place it is.

    >>> without_kind("tỉnh Vân Nam", ["tỉnh"]), without_kind("จังหวัดคะนะงะวะ", ["จังหวัด"])
    ('Vân Nam', 'คะนะงะวะ')
    """
    low = name.lower()
    for word in sorted(before, key=len, reverse=True):
        glued = word.endswith("'") or is_unspaced(word)
        head = word if glued else word + " "
        if low.replace("’", "'").startswith(head) and len(name) - len(head) >= 2:
            return name[len(head):].strip()
    for word in after:
        if low.endswith(" " + word):
            return name[:-len(word) - 1].strip()
    return name


@lru_cache(maxsize=4096)
def identifiers(name: str, type: str | None = None) -> tuple[str, ...]:
    """What `name` may mean, read in any of the languages; `type` rules out what such a name cannot be.

    >>> identifiers("Bắc Kinh")[0], identifiers("Nga", "person")
    ('place:beijing', ())
    """
    found: dict[str, None] = {}
    bare = name
    for language in _languages.languages():
        bare = without_kind(bare, spelling(language, "kinds"))
        found.update(dict.fromkeys(gazetteer(language).identifiers(key(name))))
    if not found and bare != name:
        return identifiers(bare, type)
    if len(fold(name)) > 2:
        cities = world().identifiers(fold(name))
        found.update(dict.fromkeys((*cities, *(same for i in cities if (same := _written_by_hand().get(i))))))
    barred = _NOT_FOR.get(type or "", ())
    return tuple(i for i in found if i.split(":")[0] not in barred)


@lru_cache(maxsize=None)
def _written_by_hand() -> dict[str, str]:
    """The places written by hand that are cities of the world's list, by the city: "Hodeida" is in both.

    A city with more than one of them has an old name that is another's.
    """
    found: dict[str, set[str]] = {}
    for language in _languages.languages():
        known = gazetteer(language)
        for place in (i for i in known.every() if i.startswith(("place:", "city:"))):
            for city in (i for name in known.names(place) if len(fold(name)) > _SHORT
                         for i in world().identifiers(fold(name))):
                found.setdefault(city, set()).add(place)
    return {city: next(iter(places)) for city, places in found.items() if len(places) == 1}


@lru_cache(maxsize=4096)
def renderings(name: str, language: str, type: str | None = None) -> tuple[str, ...]:
    """Every way `language` is known to write what `name` means, the usual ones first; empty where nothing is known.

    >>> renderings("NATO", "fr")[:2], "โตเกียว" in renderings("Tokyo", "th")
    (('OTAN', 'Otan'), True)
    """
    found: dict[str, None] = {}
    for identifier in identifiers(name, type):
        found.update(dict.fromkeys(gazetteer(language).names(identifier)))
        found.update(dict.fromkeys(_people(identifier, language)))
        section, _, entry = identifier.partition(":")
        if section == "people":  # a country's people has the country's identifier, a province's its own
            found.update(dict.fromkeys(gazetteer(language).names(f"subdivision:{entry}")))
    return tuple(found)


@lru_cache(maxsize=4096)
def spellings(name: str, type: str | None = None) -> tuple[str, ...]:
    """The folds of a city's other Latin spellings, whichever language they belong to.

    >>> "kyiv" in spellings("Kiev")
    True
    """
    return tuple(dict.fromkeys(n for i in identifiers(name, type) for n in world().names(i)))


def _people(identifier: str, language: str) -> tuple[str, ...]:
    section, _, entry = identifier.partition(":")
    if section in ("people", "territory", "subdivision", "place"):
        return tuple(_languages.table(language, "exonyms").get("people", {}).get(entry, ()))
    return ()


def _by_hand(language: str) -> Iterator[tuple[str, list[str]]]:
    for section, rows in _languages.table(language, "exonyms").items():
        if section != "spelling":
            for entry, names in rows.items():
                yield f"{_section(section, entry)}:{entry}", names


def _section(section: str, entry: str) -> str:
    # A people's names stand for its country: one identifier.
    territory = len(entry) == 2 and entry.isupper() or entry.isdigit()
    return "territory" if section == "people" and territory else section


def _read(path: str) -> str:
    source = files(_languages.__name__).joinpath(path)
    return source.read_text("utf-8") if source.is_file() else ""
