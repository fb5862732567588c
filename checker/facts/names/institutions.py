"""Institutions that texts name by common nouns: "hải quân", "kustwacht", "Cour d’appel", ฝ่ายค้าน.

What they are is data: identifiers that all languages share, with each language's renderings (`institutions.toml`). Two
texts name different ones only where neither may be the other's wider name.
"""
from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ... import languages as _languages
from ..trie import Words
from .lexicon import lexicon, lowered
from .unspaced import known_words

# Letters of a rendering that is known inside a compound.
_LONG = 5
# English names stand in texts of every language.
ENGLISH = "en"

Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution in a text, from `start` to `end`, with the identifiers that its words may stand for."""

    start: int
    end: int
    text: str
    ids: Ids


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Institution, ...]:
    """The institutions that a text of normal form names by common nouns, in order; none overlap.

    >>> [(i.text, sorted(i.ids)) for i in find("de kustwacht en het Openbaar Ministerie", "nl")]
    [('kustwacht', ['coast-guard']), ('Openbaar Ministerie', ['prosecution'])]
    >>> find("une robe bleu marine", "fr")
    ()
    """
    inside = known_words(text, language)
    found: list[Institution] = []
    for start, end, ids in sorted(_stated(text, language), key=lambda s: (s[0], -s[1])):
        cut = any(a < start < b or a < end < b for a, b in inside)
        if not cut and not (found and start < found[-1].end):
            found.append(Institution(start, end, text[start:end], ids))
    return tuple(i for i in found if i.ids)


@lru_cache(maxsize=1024)
def said(text: str, language: str) -> Ids:
    """All institutions of which a text says anything: by name, by their members, in a part of a compound.

    >>> "senate" in said("drie senatoren", "nl"), "navy" in said("een marineschip", "nl")
    (True, True)
    """
    named = find(text, language)
    found, low = {i for known in named for i in known.ids}, _plain(text)
    for known in named:
        low = low[:known.start] + " " * (known.end - known.start) + low[known.end:]
    for form, ids in (*_table(language, "members").items(), *_compounded(language)):
        if form in low and ids - found and _stands(form, low, language):
            found |= ids
    return frozenset(found)


def same(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of identifiers may mean one institution: they share one, or one is the other's wider name.

    >>> same({"police"}, {"traffic-police"}), same({"riot-police"}, {"traffic-police"})
    (True, False)
    """
    theirs, near = frozenset(other), table()["near"]
    return any(a in theirs or not theirs.isdisjoint(near.get(a, ())) or any(a in near.get(b, ()) for b in theirs)
               for a in one)


@lru_cache(maxsize=4096)
def kinds_of(ids: Ids) -> Ids:
    """The kinds that any of some identifiers is of.

    >>> sorted(kinds_of(frozenset({"police"})))
    ['forces', 'justice']
    """
    return frozenset(kind for kind, held in table()["kinds"].items() if ids & set(held))


@lru_cache(maxsize=None)
def table() -> dict[str, dict[str, list[str]]]:
    """The data of institutions that belong to no language: `kinds`, and what is `near`."""
    return tomllib.loads(files(_languages.__name__).joinpath("institutions.toml").read_text("utf-8"))


def _stated(text: str, language: str) -> Iterable[tuple[int, int, Ids]]:
    """Every place where a rendering stands: one with capitals only as it is written."""
    low = _plain(text)
    for known in {language: None, ENGLISH: None}:
        small, exact = _patterns(known)
        forms = _table(known, "institutions")
        for pattern, read in ((small, low), (exact, text)):
            for start, end in pattern.find(read):
                yield start, end, forms[" ".join(read[start:end].split())]


def _plain(text: str) -> str:
    """A text in lower case and of the same length, with one way to write an apostrophe and to part words."""
    return lowered(text).replace("’", "'").replace("-", " ")


@lru_cache(maxsize=None)
def _table(language: str, section: str) -> dict[str, Ids]:
    """The identifiers of each rendering; none for what only looks like one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for identifier, forms in _languages.table(language, "institutions").get(section, {}).items():
        for form in forms:
            key = _plain(form) if form == lowered(form) else form
            found[key] |= {identifier} - {"none"}
    return {form: frozenset(ids) for form, ids in found.items()}


@lru_cache(maxsize=None)
def _patterns(language: str) -> tuple[Words, Words]:
    """What finds renderings in a text in lower case, and what finds those with capitals in the text as it is."""
    forms = list(_table(language, "institutions"))
    exact = [form for form in forms if form != form.lower()]
    return Words([f for f in forms if f == f.lower()], lexicon(language).capitals), Words(exact, whole=True)


@lru_cache(maxsize=None)
def _compounded(language: str) -> tuple[tuple[str, Ids], ...]:
    """The renderings that may be part of a longer word, in a language that makes such."""
    if not lexicon(language).compounds:
        return ()
    return tuple((form, ids) for form, ids in _table(language, "institutions").items() if len(form) >= _LONG)


def _stands(form: str, low: str, language: str) -> bool:
    """Whether a form is a word of a text: in a language that makes compounds, or parts no words, also a part of one."""
    words = lexicon(language)
    return words.compounds and len(form) >= _LONG or not words.capitals or re.search(
        rf"(?<!\w){re.escape(form)}(?!\w)", low) is not None
