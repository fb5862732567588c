"""A language's `names.toml` and `roles.toml`, made ready for matching."""
from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...languages import table
from ..trie import trie_pattern
from . import roles
from .name import NameType
from .plurals import plurals


@dataclass(frozen=True)
class Verbs:
    """Forms of roles that are verbs where a text before them ends as `after` says: "a envoyé", "il garde"."""

    forms: frozenset[str]
    after: re.Pattern[str]


@dataclass(frozen=True)
class Lexicon:
    """What names are surrounded by and made of in one language. All words are in lower case.

    `titled` are the `roles` with their plurals.
    """

    capitals: bool
    native: re.Pattern[str] | None
    tones: frozenset[str]
    starters: frozenset[str]
    breaks: frozenset[str]
    of: frozenset[str]
    nationals: frozenset[str]
    locatives: frozenset[str]
    not_names: frozenset[str]
    family_names: frozenset[str]
    rarer_family_names: frozenset[str]
    institutional: frozenset[str]
    pronouns: frozenset[str]
    owners: frozenset[str]
    ands: tuple[str, ...]
    ors: tuple[str, ...]
    withs: tuple[str, ...]
    particles: tuple[str, ...]
    plural_articles: frozenset[str]
    places: frozenset[str]
    whereabouts: tuple[str, ...]
    localities: tuple[str, ...]
    doubtful: frozenset[str]
    heads: dict[str, NameType]
    honorifics: dict[str, str]
    roles: dict[str, frozenset[str]]
    titled: dict[str, frozenset[str]]
    modifiers: dict[str, str]
    modifiers_after: dict[str, str]
    modifiers_apart: dict[str, str]
    compounds: bool
    small_roles: bool
    compound_ends: frozenset[str]
    verbs: tuple[Verbs, ...]
    addresses: frozenset[str]


@lru_cache(maxsize=None)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one, with capitals, for a language that has no `names.toml`."""
    data: dict[str, Any] = table(language, "names")
    titles: dict[str, Any] = table(language, "roles")
    native = data.get("native-word")
    forms = _forms(titles.get("roles", {}))
    values = {form: frozenset(v for value in said for v in value.split() if v != "none")
              for form, said in forms.items()}
    return Lexicon(
        capitals=data.get("capitals", True),
        native=re.compile(native) if native else None,
        tones=frozenset(data.get("tones", "")),
        starters=frozenset(data.get("starters", "").split()),
        breaks=frozenset(data.get("breaks", "").split()),
        of=frozenset(data.get("of", "").split()),
        nationals=frozenset(data.get("nationals", "").split()),
        locatives=frozenset(data.get("locatives", "").split()),
        not_names=frozenset(data.get("not-names", ())),
        family_names=frozenset(data.get("family-names", "").split()),
        rarer_family_names=frozenset(data.get("rarer-family-names", "").split()),
        institutional=frozenset(data.get("institutional", "").split()),
        pronouns=frozenset(data.get("pronouns", "").split()),
        owners=frozenset(data.get("owners", "").split()),
        ands=tuple(data.get("and", "").split()),
        ors=tuple(data.get("or", "").split()),
        withs=tuple(data.get("with", ())),
        particles=tuple(data.get("particles", ())),
        plural_articles=frozenset(data.get("plural-articles", "").split()),
        places=frozenset(data.get("places", ())),
        whereabouts=tuple(data.get("whereabouts", ())),
        localities=tuple(data.get("localities", ())),
        doubtful=frozenset(data.get("doubtful", ())),
        heads={word: kind for kind, words in data.get("heads", {}).items() for word in words},
        honorifics=data.get("honorifics", {}),
        roles=values,
        titled=_plurals(values, titles.get("plural", {})) | values,
        modifiers={form: values[0] for form, values in _forms(titles.get("modifiers", {})).items()},
        modifiers_after={form: said[0] for form, said in _forms(titles.get("modifiers-after", {})).items()},
        modifiers_apart={form: said[0] for form, said in _forms(titles.get("modifiers-apart", {})).items()},
        compounds=titles.get("compounds", False),
        small_roles=titles.get("small", False),
        compound_ends=frozenset(data.get("compound-ends", "").split()),
        verbs=tuple(_verbs(row) for row in titles.get("verbs", ())),
        addresses=frozenset(form for form, values in forms.items() if any(map(_addresses, values))))


def _verbs(row: dict[str, list[str]]) -> Verbs:
    """A row of `[[verbs]]`: forms, the words they follow as verbs, and what may stand between."""
    after, between = (alternatives(row.get(key, [])) for key in ("after", "between"))
    before = rf"(?<!\w)(?:{after})(?:(?<=')|\s+)(?:(?:{between})(?:(?<=')|\s+))*\Z"
    return Verbs(frozenset(row["forms"]), re.compile(before))


def _addresses(value: str) -> bool:
    """Whether a value of roles, with its modifiers and charge, stands before a name as a form of address."""
    known = roles.table()["address"]
    return any(role in known or roles.area(role) in known for role in value.split())


def _forms(rendered: dict[str, list[str]]) -> dict[str, list[str]]:
    """The values of each form, of a table that holds the forms of each value."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for value, forms in rendered.items():
        for form in forms:
            found[form.replace("’", "'")].append(value)
    return dict(found)


def _plurals(values: dict[str, frozenset[str]], rules: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The values of the plurals of roles."""
    endings, of = rules.get("endings", {}), rules.get("of", "").split()
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for form in values if endings else ():
        for plural in plurals(form, endings, of, rules.get("agreeing", False)) if values[form] else ():
            found[plural] |= values[form]
    return dict(found)


# What the identifiers of the gazetteers stand for; a single word is trusted only where it is a country, a place
# named by hand, or a city spelt by its sound ("A-ten").
_TYPES: dict[str, NameType] = {"territory": "place", "place": "place", "subdivision": "place", "city": "place",
                               "organisation": "organisation"}


@lru_cache(maxsize=65536)
def known(phrase: str, language: str) -> NameType | None:
    """What a phrase of the language names, in lower case: a place or an organisation of the gazetteers, or neither.

    >>> known("bắc kinh", "vi"), known("liên hợp quốc", "vi"), known("con mèo", "vi")
    ('place', 'organisation', None)
    """
    from .exonyms import gazetteer, key
    words = lexicon(language)
    if phrase in words.places:
        return "place"
    for identifier in gazetteer(language).identifiers(key(phrase)) if phrase not in words.not_names else ():
        section = identifier.split(":")[0]
        if section in _TYPES and (
                " " in phrase or section in ("territory", "place") or section == "city" and "-" in phrase):
            return _TYPES[section]
    return None


def lowered(text: str) -> str:
    """`text` in lower case at the same length: letters that would grow stay as they are.

    >>> len(lowered("\\u0130stanbul")) == len("\\u0130stanbul")
    True
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def alternatives(phrases: list[str]) -> str:
    """A pattern that matches any of the phrases, the longest first; of no phrases, one that matches nothing."""
    return trie_pattern(phrases)


def edges(language: str) -> tuple[str, str]:
    """What a pattern has on either side for whole words: nothing in a script that does not part them."""
    return (r"(?<!\w)", r"(?!\w)") if lexicon(language).capitals else ("", "")
