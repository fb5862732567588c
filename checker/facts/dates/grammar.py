"""The rules of a language's dates: its templates compiled, and what fits at a place of a sentence."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ...languages import table
from .lexicon import BREAK, Lexicon, Token, lexicon
from .slots import SLOTS
from .templates import compiled, names_in


class Match(NamedTuple):
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


class _Ready(NamedTuple):
    """A rule that is in use: its pattern, and the slots that the groups of it fill."""

    order: int
    reads: str
    pattern: re.Pattern[str]
    slots: tuple[tuple[int, str], ...]


@lru_cache(maxsize=None)
def _ready(rule: _Rule) -> _Ready:
    """Compiled when first needed: most articles ask for a few of a language's hundred rules."""
    pattern = re.compile(rule.source)
    slots = tuple((group, name.rpartition("_")[0]) for name, group in pattern.groupindex.items())
    return _Ready(rule.order, rule.reads, pattern, slots)


class Stretch(NamedTuple):
    """The places `first` to `last` (exclusive) of a line, over which rules may fit that have a telling symbol there;
    by the symbol that they begin with."""

    first: int
    last: int
    told: frozenset[str]
    rules: dict[str, tuple[_Ready, ...]]


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
        self._active: dict[frozenset[str], dict[str, tuple[_Ready, ...]]] = {}
        self.telling = frozenset[str]().union(*(telling for found in self._rules.values() for telling in found))

    def stretches(self, line: str) -> Iterator[Stretch]:
        """The parts of a line in which some rule may fit: none fits across a break, or where nothing tells of it."""
        first = 0
        for part in line.split(BREAK):
            last = first + len(part)
            told = self.telling.intersection(part)
            if told:
                rules = self._active.get(told)
                if rules is None:
                    rules = {}
                    if len(self._active) < _MOST_SETS:
                        self._active[told] = rules
                yield Stretch(first, last, told, rules)
            first = last + 1

    def fits(self, tokens: Sequence[Token], line: str, at: int, stretch: Stretch) -> list[Match]:
        """All rules that fit at a place, the longest match first and those of one length in file order."""
        first = line[at]
        rules = stretch.rules.get(first)
        if rules is None:
            rules = stretch.rules[first] = self._active_rules(first, stretch.told)
        if not rules:
            return []
        found = [(-m.end(), rule.order, rule, m) for rule in rules if (m := rule.pattern.match(line, at))]
        if len(found) > 1:
            found.sort(key=_LONGEST)
        return [_match(rule, m, tokens) for _, _, rule, m in found]

    def _active_rules(self, first: str, told: frozenset[str]) -> tuple[_Ready, ...]:
        """The rules that may begin with a symbol and have one of the symbols that tell; few sets of these recur."""
        return tuple(_ready(rule) for telling, rules in self._rules.get(first, {}).items()
                     if not telling.isdisjoint(told) for rule in rules)


def _match(rule: _Ready, match: re.Match[str], tokens: Sequence[Token]) -> Match:
    spans = match.regs
    slots = {name: tuple(tokens[spans[group][0]:spans[group][1]]) for group, name in rule.slots if spans[group][0] >= 0}
    return Match(rule.reads, *spans[0], slots)


@lru_cache(maxsize=None)
def grammar(language: str) -> Grammar | None:
    """The rules of a language, or None for one whose folder has no dates."""
    words = lexicon(language)
    data = table(language, "dates")
    return Grammar(words, data.get("phrases", {}), data.get("forms", {})) if words else None
