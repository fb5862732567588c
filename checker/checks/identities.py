"""What the gazetteers know of a name and of what stands in its place: the same thing, a part of it, a peer."""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from .. import languages as _languages
from ..facts.names import exonyms
from ..facts.names.folding import fold, words
from ..facts.names.lexicon import lexicon
from ..facts.names.pieces import pieces
from .leftovers import Leftover
from .mentions import Mention, regions

# Sections of the gazetteers that hold towns and provinces, and what things of each section are peers of.
_LOCAL = frozenset({"city", "geonames", "subdivision"})
_LEVEL = {"territory": "territory", "organisation": "organisation", **dict.fromkeys(_LOCAL, "locality")}


def sections(form: str) -> set[str]:
    """The kinds of things that a name is known for; all sorts of places are one."""
    known = {i.split(":")[0] for i in exonyms.identifiers(form)}
    return {"place" if s in ("territory", "subdivision", "city", "geonames", "language") else s for s in known}


def is_locality(form: str) -> bool:
    """Whether the gazetteers know a name as a town's or a province's, and as nothing larger."""
    known = {i.partition(":")[0] for i in exonyms.identifiers(form)}
    return bool(known & _LOCAL) and "territory" not in known


def is_full(form: str) -> bool:
    """Whether a name may be a person's in full, and is no body's."""
    folds = {w.fold for w in words(form)} or set(form.split())
    plain = not any(c.isdigit() for c in form)  # "Luna-25" is none
    return plain and 2 <= len(folds) <= 3 and not folds & lexicon("en").institutional and not exonyms.identifiers(form)


def are_two_regions(one: str, other: str) -> bool:
    """Whether two names are two countries' or provinces', alike or not: Virginia and West Virginia."""
    ours, theirs = regions(one), regions(other)
    return bool(ours and theirs) and not ours & theirs


def peers(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two names are both countries, both organisations or both towns; a city is no peer of a country."""
    kinds = [{_LEVEL.get(i.split(":")[0], "") for i in ids} - {""} for ids in (ours, theirs)]
    return bool(kinds[0] & kinds[1])


def is_seat(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a city stands for a country, its government, more often than not; or a country for a city in it.

    >>> is_seat(exonyms.identifiers("Washington"), exonyms.identifiers("Verenigde Staten"))
    True
    >>> is_seat(exonyms.identifiers("Washington"), exonyms.identifiers("Frankrijk"))
    False
    """
    cities = all(i.split(":")[0] in ("city", "geonames") for i in theirs)
    return lies_in(ours, theirs) or cities and any(i.startswith("territory:") for i in ours) or governs(ours, theirs)


def lies_in(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one name is a province's, or its town's, and the other its country's.

    >>> lies_in(exonyms.identifiers("Lagos"), exonyms.identifiers("Nigeria"))
    True
    """
    lands = {i.partition(":")[2].lower() for i in theirs if i.startswith("territory:")}
    return any(country(i) in lands for i in ours if country(i)) and not any(i.startswith("territory:") for i in ours)


def governs(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one of two names is a country and the other where its government sits.

    >>> governs(exonyms.identifiers("Kiev"), exonyms.identifiers("Oekraïne"))
    True
    """
    one, other = set(ours), set(theirs)
    return bool(_governed(one) & other or _governed(other) & one)


def _governed(ids: set[str]) -> set[str]:
    return {country for i in ids for country in _seats().get(i, ())}


@lru_cache(maxsize=None)
def _seats() -> dict[str, frozenset[str]]:
    """The countries that are governed from a town, by the town's identifiers."""
    found: dict[str, frozenset[str]] = {}
    for code, towns in _table()["countries"].items():
        for town in (i for name in towns for i in exonyms.identifiers(name) if not i.startswith("territory:")):
            found[town] = found.get(town, frozenset()) | {f"territory:{code}"}
    return found


def is_home(club: str, town: str) -> bool:
    """Whether a club's nickname and a town are two ways to call one team.

    >>> is_home("Steelers", "Pittsburgh"), is_home("Steelers", "Dallas"), is_home("Blues", "Saint-Louis")
    (True, False, True)
    """
    return any(club in nicknames and _is_town(town, home) or town in nicknames and _is_town(club, home)
               for home, nicknames in _table()["clubs"].items())


def _is_town(form: str, home: str) -> bool:
    """Whether a form names a team's town, as any language writes it."""
    return form == home or _spelt(form) == _spelt(home) or bool(
        set(exonyms.identifiers(form)) & set(exonyms.identifiers(home)))


def _spelt(form: str) -> str:
    """A town's name with "Saint" cut short."""
    return re.sub(r"^(?:saint|sint) ", "st ", fold(form).replace(".", ""))


@lru_cache(maxsize=None)
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(_languages.__name__).joinpath("seats.toml").read_text("utf-8"))


def is_of_rendering(mention: Mention, left: Leftover, language: str) -> bool:
    """Whether a leftover is a word of what the name is called: "Corée" for South Korea."""
    return any(set(left.words) <= {w.fold for w in words(form)}
               for form in exonyms.renderings(mention.name.form, language, mention.name.type))


def is_piece(mention: Mention, ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether a leftover is a part of a body's name, the rest of which is translated: "Asie" for the Asian Games."""
    parts = pieces(mention.name.form, mention.name.type)
    body = all(i.startswith("organisation:") for i in ours)
    return body and len(parts) > 1 and any(set(theirs) & set(exonyms.identifiers(p.text)) for p in parts)


def country(identifier: str) -> str:
    """The country of a province, by its identifier."""
    section, _, code = identifier.partition(":")
    return code[:2] if section == "subdivision" else ""
