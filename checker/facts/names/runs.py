"""Runs of capitalised words: the raw material of names in Latin script.

A run is what may be one name, or several that stand side by side ("Hàn Quốc Moon Jae-in"); cutting it is the
business of `capitals`.
"""
from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import alternatives, lexicon

_CODE = 11  # characters that a code may have before its first capital: "12345/2020-"
# A dot that belongs to the name before it, not to the sentence.
_ABBREVIATIONS = ("St", "Ste", "Dr", "Mr", "Mrs", "Ms", "Jr", "Sr", "Mt", "Ft", "TP", "Tp", "Rev", "Gen",
                  "Sen", "Rep", "Lt", "Prof")


@dataclass(frozen=True, slots=True)
class Token:
    """A capitalised word of a run. `particle` marks a small word that stands between two capitalised ones."""

    start: int
    end: int
    text: str
    particle: bool = False


@lru_cache(maxsize=1)
def upper() -> str:
    """A character class of the capital letters of Latin script, Vietnamese ones included."""
    letters = (chr(c) for c in range(0x1EFF + 1) if c < 0x250 or c >= 0x1E00)
    assert sys.maxunicode > 0x1EFF
    return "[" + "".join(c for c in letters if unicodedata.category(c) == "Lu") + "]"


@lru_cache(maxsize=None)
def word_pattern() -> str:
    """A capitalised word, a code ("59-NQ/TW") or a word with a capital inside ("iPhone", "al-Moualem").

    "Ý" before a dot is Italy at a sentence's end, and no initial.
    """
    cap = upper()
    latin = r"[^\W_\u0e00-\u0e7f]"
    return (rf"(?:\d{{1,5}}(?:/\d{{4}})?[-/]{cap}[{cap[1:-1]}\d]*(?:[-/]{cap}+\d*)*"
            rf"|(?:{'|'.join(_ABBREVIATIONS)})\.(?=\s?{cap})|(?!Ý){cap}\.(?:-?{cap}\.)*(?=\s{cap}|\w|\W|$)"
            rf"|(?:[a-z]{{1,2}}|[aA]l-|[eE]l-)?{cap}{latin}*(?:[-'’.&/]{latin}+)*)")


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str]:
    word = word_pattern()
    particles = alternatives(list(lexicon(language).particles))
    # What may part two words of one run: a space, a dash (kept apart later), "&", or a particle.
    return re.compile(rf"(?<![^\W_\u0e00-\u0e7f]){word}"
                      rf"(?:(?:[ ]|[ ]?&[ ]?|[ ](?:{particles})(?:[ ]|(?<=['’]))){word})*")


@lru_cache(maxsize=None)
def _word() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_\u0e00-\u0e7f]){word_pattern()}")


def runs(text: str, language: str) -> list[list[Token]]:
    """The runs of capitalised words in a text, in order.

    >>> [[t.text for t in run] for run in runs("Hôm nay, bà Marie Curie tới Hà Nội.", "vi")]
    [['Hôm'], ['Marie', 'Curie'], ['Hà', 'Nội']]
    """
    found = []
    for match in _matches(text, _pattern(language)):
        begin, end = match.span()
        tokens: list[Token] = []
        for part in _word().finditer(text, begin, end):
            if tokens and part.start() - tokens[-1].end > 3:
                tokens.append(_particle(text, tokens[-1].end, part.start()))
            tokens.append(Token(part.start(), part.end(), part.group()))
        found.append(tokens)
    return found


def _matches(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What `finditer` finds, faster: every run has a capital, and nothing but a code begins far before its own."""
    at = 0
    while (capital := _capital().search(text, at)) is not None:
        first = capital.start()
        begin = first if text[first - 1:first] == " " else max(at, first - _CODE)
        match = pattern.search(text, begin)
        if match is None:
            return
        yield match
        at = match.end()


@lru_cache(maxsize=1)
def _capital() -> re.Pattern[str]:
    return re.compile(upper())


def _particle(text: str, start: int, end: int) -> Token:
    between = text[start:end]
    start += len(between) - len(between.lstrip())
    return Token(start, start + len(between.strip()), between.strip(), particle=True)
