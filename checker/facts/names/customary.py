"""How a script of sounds customarily writes names known all over the world: `customary.tsv` of a language's folder.

Sound alone cannot tell เดวิด (David) from a misspelt Davis; who reads Thai knows which of the two it is.
"""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from ... import languages as _languages
from .folding import fold
from .phones import phones, script


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Every Latin spelling of the table with every spelling in the script."""
    source = files(_languages.__name__) / language / "customary.tsv"
    lines = source.read_text("utf-8").split("\n") if source.is_file() else []
    for row in (line.split("\t") for line in lines if line and line[0] != "#"):
        yield from ((latin, spelling) for latin in row[0].split(", ") for spelling in row[1:])


@lru_cache(maxsize=None)
def _table(language: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for latin, spelling in pairs(language):
        table.setdefault(_key(spelling, language), set()).add(fold(latin))
    return {key: frozenset(names) for key, names in table.items()}


@lru_cache(maxsize=None)
def spellings(language: str) -> frozenset[str]:
    """Every spelling of the table, letter by letter."""
    return frozenset(spelling for _, spelling in pairs(language))


def meant(spelling: str, language: str) -> frozenset[str]:
    """The folded Latin names that a spelling stands for; empty where it is none of the table's.

    >>> sorted(meant("เดวิด", "th")), sorted(meant("จอน", "th")), meant("กรุงเทพ", "th")
    (['david'], ['john', 'jon'], frozenset())
    """
    return _table(language).get(_key(spelling, language), frozenset())


@lru_cache(maxsize=16384)
def _key(spelling: str, language: str) -> str:
    """A spelling's sounds without the silent letters, which newsrooms write and leave out."""
    of = script(language)
    read = phones(spelling, of).symbols if of else ""
    return "".join(symbol for symbol in read if not symbol.isupper())
