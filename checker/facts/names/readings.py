"""Chinese names by their characters: what Vietnamese reads Tập Cận Bình, the rest of the world reads Xi Jinping.

`readings.tsv` of a language (made by `gather_readings`) says how each of its Sino-Xenic syllables may be read in
Mandarin. A name all of whose syllables have readings is looked for as any row of them.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import product

from ... import languages as _languages

# One syllable fits too many words; more than four are no name of a person or place.
_LEAST, _MOST = 2, 4
# How many readings of a name are listened for in a script of sounds, the commonest first.
_HEARD = 6


@lru_cache(maxsize=None)
def _table(language: str) -> dict[str, tuple[str, ...]]:
    source = files(_languages.__name__) / language / "readings.tsv"
    lines = source.read_text("utf-8").split("\n") if source.is_file() else []
    return {row[0]: tuple(row[1:]) for row in (line.split("\t") for line in lines if line and line[0] != "#")}


def _syllables(name: str) -> tuple[tuple[str, ...], ...]:
    """The readings of each syllable of a name; empty where some syllable has none."""
    words = unicodedata.normalize("NFC", name.lower()).split()
    # A name without any accent is no Vietnamese reading: it is written as elsewhere.
    if not _LEAST <= len(words) <= _MOST or name.isascii():
        return ()
    for language in _languages.languages():
        table = _table(language)
        if all(word in table for word in words):
            return tuple(table[word] for word in words)
    return ()


@lru_cache(maxsize=4096)
def pattern(name: str) -> re.Pattern[str] | None:
    """A pattern of the name as the world writes it in pinyin; None where it is no Chinese name.

    >>> bool(pattern("Tập Cận Bình").search("Xi Jinping a rencontré"))
    True
    >>> pattern("Donald Trump") is None
    True
    """
    syllables = _syllables(name)
    if not syllables:
        return None
    return re.compile(rf"\b{_joined(syllables)}\b", re.I)


@lru_cache(maxsize=4096)
def likeliest(name: str) -> tuple[str, ...]:
    """The name in pinyin, by its likeliest readings, a word for each syllable.

    >>> "xi jin ping" in likeliest("Tập Cận Bình")
    True
    """
    syllables = _syllables(name)
    rows = sorted(product(*(enumerate(s) for s in syllables)), key=lambda row: sum(i for i, _ in row))
    return tuple(" ".join(s for _, s in row) for row in rows[:_HEARD]) if syllables else ()


def given_reads(name: str, text: str) -> bool:
    """Whether a text is the pinyin of all of a name's syllables but the first, its given name.

    >>> given_reads("Lưu Khai Minh", "Kaiming"), given_reads("Lưu Khai Minh", "Weiming")
    (True, False)
    """
    return bool(re.fullmatch(_joined(_syllables(name)[1:]), text, re.I)) if len(_syllables(name)) > 1 else False


def _joined(syllables: tuple[tuple[str, ...], ...]) -> str:
    return "[ -]?['’]?".join(f"(?:{'|'.join(readings)})" for readings in syllables)


def reads(name: str, text: str) -> bool:
    """Whether a text is the pinyin of a name's first syllables: the family name alone stands for the whole.

    >>> reads("Lưu", "Liu"), reads("Lưu", "Ly")
    (True, False)
    """
    syllables = unicodedata.normalize("NFC", name.lower()).split()
    written = text.lower().split()
    tables = map(_table, _languages.languages())
    return bool(written) and len(written) <= len(syllables) and any(
        all(w in table.get(s, ()) for s, w in zip(syllables, written)) for table in tables)


def christened(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a Western first name stands before a Chinese name's family name, as it is read outside Mandarin: many
    persons of Hong Kong, Taiwan and Singapore are known by such a name only.

    >>> text = "volgens Peter Chan en Paul Wong"
    >>> [text[a:b] for a, b in christened("Trần Gia Minh", text)]
    ['Peter Chan']
    """
    family, *given = unicodedata.normalize("NFC", name.lower()).split() or [""]
    read = [form for language in _languages.languages() for form in _families(language).get(family, "").split()]
    if read and 1 <= len(given) <= 3:
        pattern = rf"[A-Z][a-z]+(?: [A-Z][a-z-]+)?? (?:{'|'.join(form.capitalize() for form in read)})(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text))


@lru_cache(maxsize=None)
def _families(language: str) -> dict[str, str]:
    found: dict[str, str] = _languages.table(language, "names").get("families-abroad", {})
    return found
