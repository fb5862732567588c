"""The rules of a language's dates: its templates compiled, and what fits at a place of a sentence."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ...languages import table
from .lexicon import Lexicon, Token, lexicon
from .slots import SLOTS
from .templates import compiled, names_in


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the tokens from `first` to `last` (exclusive): what it reads, and the tokens in its slots."""

    reads: str
    first: int
    last: int
    slots: Mapping[str, tuple[Token, ...]]


_LONGEST = itemgetter(0, 1)
_MOST_SETS = 20_000  # sets of telling symbols that are remembered


class _Rule(NamedTuple):
    """A template as a regular expression, with its place in the table."""

    order: int
    reads: str
    source: str


class _Active(NamedTuple):
    """A rule that is in use: its pattern, and the slots that the groups of it fill."""

    order: int
    reads: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[int, str], ...]


@lru_cache(maxsize=None)
def _active(rule: _Rule) -> _Active:
    """Compiled when first needed: most articles ask for a few of a language's hundred rules."""
    pattern = re.compile(rule.source)
    slots = tuple((group, name.rpartition("_")[0]) for name, group in pattern.groupindex.items())
    return _Active(rule.order, rule.reads, pattern, slots)


class Grammar:
    """The rules of one language: `phrases` maps names to pieces of templates, `forms` readings to their templates.

    `unknown` are names in templates for which the lexicon has no class: misspelt, most likely; they match nothing.
    `telling` are the symbols of which every match holds one: a sentence without them states no date.
    """

    def __init__(self, words: Lexicon, phrases: Mapping[str, str], forms: Mapping[str, Sequence[str]]) -> None:
        templates = [(reads, form) for reads, found in forms.items() for form in found]
        names = set().union(*map(names_in, phrases.values()), *(names_in(form) for _, form in templates))
        self.unknown = frozenset(n for n in names if not any(map(words.symbols_of, SLOTS.get(n, (n,)))))
        self._rules: dict[str, dict[frozenset[str], list[_Rule]]] = {}
        for order, (reads, form) in enumerate(templates):
            rule = compiled(form, phrases, words)
            for symbol in rule.first:
                rules = self._rules.setdefault(symbol, {}).setdefault(rule.telling, [])
                rules.append(_Rule(order, reads, rule.source))
        self._active: dict[tuple[str, frozenset[str]], tuple[_Active, ...]] = {}
        self.telling = frozenset[str]().union(*(telling for found in self._rules.values() for telling in found))
        self._starts = re.compile(f"[{re.escape(''.join(self._rules))}]") if self._rules else re.compile("(?!)")

    def place(self, line: str, at: int) -> int | None:
        """The first place from `at` on where some rule may begin."""
        found = self._starts.search(line, at)
        return found.start() if found else None

    def told(self, line: str) -> frozenset[str]:
        """The telling symbols of a line: what `fits` asks of it at every place."""
        return self.telling.intersection(line)

    def fits(self, tokens: Sequence[Token], line: str, at: int, told: frozenset[str]) -> list[Match]:
        """All rules that fit at a place, the longest match first and those of one length in file order."""
        known = self._active.get((line[at], told))
        if known is None:
            known = self._active_rules(line[at], told)
        found = [(-m.end(), rule.order, rule, m) for rule in known if (m := rule.pattern.match(line, at))]
        if len(found) > 1:
            found.sort(key=_LONGEST)
        return [_match(rule, m, tokens) for _, _, rule, m in found]

    def _active_rules(self, first: str, here: frozenset[str]) -> tuple[_Active, ...]:
        """The rules that may begin with a symbol and whose telling symbols the line has; few sets of them recur."""
        known = tuple(_active(rule) for telling, rules in self._rules[first].items()
                      if not telling.isdisjoint(here) for rule in rules)
        if len(self._active) < _MOST_SETS:
            self._active[first, here] = known
        return known


def _match(rule: _Active, match: re.Match[str], tokens: Sequence[Token]) -> Match:
    spans = match.regs
    slots = {name: tuple(tokens[spans[group][0]:spans[group][1]]) for group, name in rule.slots if spans[group][0] >= 0}
    return Match(rule.reads, *spans[0], slots)


@lru_cache(maxsize=None)
def grammar(language: str) -> Grammar | None:
    """The rules of a language, or None for one whose folder has no dates."""
    words = lexicon(language)
    data = table(language, "dates")
    return Grammar(words, data.get("phrases", {}), data.get("forms", {})) if words else None
