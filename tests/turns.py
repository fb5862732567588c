"""How a line may be turned into its contrary: a denial taken out or put in, a word replaced by its opposite."""
from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker.facts.names.unspaced import known_words


@dataclass(frozen=True)
class Turn:
    """A stretch of a line and what stands there once the line is turned."""

    sort: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class _Rule:
    """What is replaced, where it stands as words of its own."""

    sort: str
    old: re.Pattern[str]
    new: str


@lru_cache(maxsize=None)
def _tables() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("turns.toml").read_text("utf-8"))


@lru_cache(maxsize=4096)
def turns(text: str, language: str) -> tuple[Turn, ...]:
    """What may be turned in a line, the first rule first; none overlap.

    >>> [(t.sort, t.new) for t in turns("Hij kwam niet terug.", "nl")]
    [('lost', '')]
    """
    kept = [m.span() for phrase in _tables()[language]["kept"] for m in re.finditer(phrase, text)]
    found: list[Turn] = []
    for turn in _found(text, language):
        taken = [*kept, *((t.start, t.end) for t in found)]
        if all(turn.end <= a or b <= turn.start for a, b in taken):
            found.append(turn)
    return tuple(found)


def _found(text: str, language: str) -> Iterator[Turn]:
    cuts = known_words(text, language)  # nothing in languages that part their words
    for rule in _rules(language):
        for match in rule.old.finditer(text):
            start, end = match.span()
            if not any(a < start < b or a < end < b for a, b in cuts):
                new = match.expand(rule.new)
                yield Turn(rule.sort, start, end, new[:1].upper() + new[1:] if match[0][:1].isupper() else new)


@lru_cache(maxsize=None)
def _rules(language: str) -> Sequence[_Rule]:
    table = _tables()[language]
    parted = language != "th"
    rules = [_Rule(sort, re.compile(old), new) for sort in ("lost", "gained") for old, new in table[sort]]
    for sort, pairs in table["opposites"].items():
        for one, other in pairs:
            rules += [_Rule(sort, re.compile(rf"(?<![\w-]){a}(?![\w-])" if parted else a, re.IGNORECASE), b)
                      for a, b in ((one, other), (other, one))]
    return rules
