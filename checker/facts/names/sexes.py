"""Words that take up a person and say the sex: "ông ấy", "bà", "zij", "elle", เธอ."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...languages import table
from .lexicon import alternatives, edges, lowered
from .unspaced import known_words


@dataclass(frozen=True, slots=True)
class Sexed:
    """A word from `start` to `end` of a text that says a person's sex: "m" or "f"."""

    start: int
    end: int
    text: str
    sex: str


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Sexed, ...]:
    """The words of a text in normal form that take up a person and say the sex, in order.

    >>> [(s.text, s.sex) for s in find("Bà ấy gặp anh em của ông.", "vi")]
    [('Bà ấy', 'f'), ('ông', 'm')]
    """
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[Sexed]:
    sexes: dict[str, str] = table(language, "names").get("sexes", {})
    inside = known_words(text, language) if sexes else ()
    for match in _pattern(language).finditer(lowered(text)) if sexes else ():
        start, end = match.span()
        if sexes[match.group()] and not any(a < start < b or a < end < b for a, b in inside):
            yield Sexed(start, end, text[start:end], sexes[match.group()])


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(alternatives(list(table(language, "names")["sexes"])).join(edges(language)))
