"""Whether two spellings in Latin letters are one name of another script: Gusarov, Goussarov; Ukhnaa, Oechnaa.

Each language writes foreign sounds its own way, and no letter has one sound (the Dutch "ch" is the English "kh" or its
own): so nothing is brought to a common form, but two spellings are walked side by side and every reading is tried. The
spellings of each sound are data: `languages/romanisation.toml`, and `sounds` of a language's exonyms.toml.
"""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import permutations
from typing import Any

from ... import languages as _languages
from .exonyms import spelling
from .folding import fold

_DOUBLED = re.compile(r"([a-z])\1")
# Names of more words than this are compared in their order only.
_REORDERED = 4


@dataclass(frozen=True)
class _Sounds:
    """What may stand for what: `anywhere` in a word, at its start and end; `telling` are those that no slip makes."""

    anywhere: frozenset[tuple[str, str]]
    starts: frozenset[tuple[str, str]]
    ends: frozenset[tuple[str, str]]
    telling: frozenset[tuple[str, str]]


@lru_cache(maxsize=16384)
def same_sound(one: str, other: str, language: str, own: bool = False) -> bool:
    """Whether a name and its spelling in `language` differ only as languages spell one transliterated name.

    `own`: by something at least that this very language writes for foreign sounds, or that else no slip makes.

    >>> same_sound("Gusarov", "Goussarov", "fr"), same_sound("Ukhnaa", "Oechnaa", "nl")
    (True, True)
    >>> same_sound("Combs", "Coombs", "nl")
    False
    >>> same_sound("Petrosyan", "Petrosjan", "nl", own=True), same_sound("Kavanaugh", "Cavanaugh", "nl", own=True)
    (True, False)
    >>> same_sound("Al-Moualem", "al-Muallem", "nl"), same_sound("Saleh", "Salih", "fr", own=True)
    (True, True)
    """
    ours, theirs = _words(one), _words(other)
    if len(ours) != len(theirs):
        return False
    orders: Iterable[tuple[str, ...]] = permutations(theirs) if len(theirs) <= _REORDERED else (tuple(theirs),)
    return any(all(_reads(a, b, language, own) for a, b in zip(ours, order)) for order in orders)


def _words(name: str) -> list[str]:
    words = fold(name).split()
    if words and words[0] in _table()["undoubled"]:
        return [_DOUBLED.sub(r"\1", word) for word in words]
    return words


@lru_cache(maxsize=16384)
def _reads(one: str, other: str, language: str, own: bool) -> bool:
    """Whether some reading of both words is the same, or both are spellings of one Arabic name."""
    if _group("vowelled").get(one, -1) == _group("vowelled").get(other, -2):
        return True
    reached, seen = [(0, 0, not own)], set()
    while reached:
        at = reached.pop()
        if at == (len(one), len(other), True):
            return True
        if at not in seen:
            seen.add(at)
            reached.extend(_steps(one, other, at, _sounds(language)))
    return False


def _steps(one: str, other: str, at: tuple[int, int, bool], sounds: _Sounds) -> Iterator[tuple[int, int, bool]]:
    """Where the words may be read on to from two places in them, and whether a telling spelling was met till there."""
    i, j, told = at
    if one[i:i + 1] == other[j:j + 1] != "":
        yield i + 1, j + 1, told
    for pair in sounds.anywhere if i or j else sounds.anywhere | sounds.starts:
        a, b = pair
        if one.startswith(a, i) and other.startswith(b, j):
            yield i + len(a), j + len(b), told or pair in sounds.telling
    if (one[i:], other[j:]) in sounds.ends:
        yield len(one), len(other), told


@lru_cache(maxsize=None)
def _sounds(language: str) -> _Sounds:
    habits = spelling(language, "sounds")
    pairs = set(_pairs(_table()["groups"])) | set(_pairs(habits))
    # What a language writes for a sound may stand for all its spellings: "ch" for "h", and so for "kh".
    written = {(a, form) for form, plain in habits for a in (plain, *(a for a, b in pairs if b == plain)) if a != form}
    starts, telling = set(_pairs(_table()["starts"])), set(_pairs(_table()["telling"]))
    return _Sounds(frozenset(pairs | written | telling), frozenset(starts), frozenset(_pairs(_table()["ends"])),
                   frozenset(written | starts | telling))


_REGNAL = re.compile(r"(?:[ivx]+|ier|1er|ire|1re|ste|de|e|der)")


@lru_cache(maxsize=4096)
def christened(one: str, other: str) -> bool:
    """Whether two names without a family name are one, as languages call popes, patriarchs, saints and kings.

    >>> christened("Bartholomew I", "Bartholomée Ier"), christened("Ilarion", "Hilarion"), christened("John", "Paul")
    (True, True, False)
    """
    ours, theirs = ([w for w in fold(name).split() if not _REGNAL.fullmatch(w)] for name in (one, other))
    known = _group("christened")
    return len(ours) == len(theirs) > 0 and all(known.get(a, -1) == known.get(b, -2) for a, b in zip(ours, theirs))


@lru_cache(maxsize=None)
def _group(table: str) -> dict[str, int]:
    """Which group of a table each name is in."""
    return {name: at for at, group in enumerate(_table()[table]) for name in group}


def _pairs(groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    for group in groups:
        yield from permutations(group, 2)


@lru_cache(maxsize=None)
def _table() -> dict[str, Any]:
    return tomllib.loads(files(_languages.__name__).joinpath("romanisation.toml").read_text("utf-8"))
