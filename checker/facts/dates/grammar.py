"""Templates of dates as regular expressions over the symbols of `lexicon`, and their matches as slots.

A template is a row of class names and slots, with ( ) | and ? as in regular expressions. A slot keeps the value of the
word that fills it; its name says which classes may. A slot of a second moment has a 2 behind its name (`day2`). The
signs - / . , : stand for themselves between two figures. `<name` and `>name` ask that such a word stands before or after the
match, which does not take it in, and `<start` that the sentence begins there. `{name}` puts in a phrase, `{name2}` the same with second slots.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...languages import table
from .lexicon import TIGHT, Lexicon, Token, lexicon

_FIGURE = ("int", "int3", "year4", "digits")
SLOTS: dict[str, tuple[str, ...]] = {
    "day": ("int", "ordinal", "nth", "num"), "mon": ("int", "num"), "month": ("month",), "mshort": ("month-short",), "year": ("year4",),
    "oldyear": ("int3",), "nyear": ("named-year",), "yy": ("int",), "by": ("int",), "era": ("era",), "weekday": ("weekday",), "part": ("part",),
    "epart": ("part", "part-or-else"), "season": ("season",), "summer": ("summer",), "edge": ("edge",), "holiday": ("holiday",),
    "rel": ("rel",), "today": ("today",), "weekdaypart": ("weekdaypart",), "yshift": ("shift",), "mshift": ("shift",),
    "wshift": ("shift",), "oshift": ("shift",), "ushift": ("shift",), "unit": ("unit",), "dir": ("dir", "shift"),
    "back": ("back",), "many": ("many",), "pluraldir": ("plural-dir",), "recent": ("recent",), "bareday": ("weekday-bare",),
    "wabbr": ("weekday-short",), "opre": ("preshift",), "upre": ("preshift",), "dpre": ("preshift",), "lpre": ("long-preshift",),
    "longunit": ("long-unit",), "dshift": ("shift",), "rankday": ("weekday-or-rank",), "bound": ("bound",), "afterbound": ("after-bound",),
    "length": ("length",), "amount": ("num", "article", "vague", "quantity"), "fraction": ("fraction",),
    "hour": ("int", "num"), "minute": ("int", "minutes", "num"), "second": ("int",), "minus": ("minus",),
    "watch": ("watch",), "prewatch": ("prewatch",), "fixed": ("fixed",), "zone": ("zone",), "every": ("every",),
    "quarter": ("int", "ordinal", "roman", "nth", "num", "order"), "half": ("int", "ordinal", "nth", "order"),
    "century": ("int", "ordinal", "roman", "nth", "num"), "decade": ("year4",), "shortdecade": ("int", "num"),
}
"""The slots of a template and the classes of words that fill them, the preferred first."""

_PIECE = re.compile(r"\{(?P<phrase>\w+?)(?P<again>2?)\}|(?P<look>[<>])?(?P<name>[a-z]\w*(?:-[a-z]\w*)*)|(?P<sign>[-/.,:])|(?P<operator>[()?|])|\s+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A template compiled: what it reads, and the pattern over symbols."""

    reads: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits the tokens from `first` to `last` (exclusive), and the tokens in each of its slots."""

    rule: Rule
    first: int
    last: int
    slots: Mapping[str, tuple[Token, ...]]


class Grammar:
    """The rules of one language.

    `phrases` maps names to pieces of templates, `forms` a reading's name to its templates.
    """

    def __init__(self, words: Lexicon, phrases: Mapping[str, str], forms: Mapping[str, Sequence[str]]) -> None:
        self._words = words
        self._phrases = phrases
        self.unknown = self._unknown_in(phrases, forms)
        sources = [(reads, self._pattern(self._expand(form))) for reads, found in forms.items() for form in found]
        self._rules = [Rule(reads, _compile(source)) for reads, source in sources]
        self._any = _compile("|".join(re.sub(r"\?P<\w+>", "?:", source) for _, source in sources) or "(?!)")

    def _unknown_in(self, phrases: Mapping[str, str], forms: Mapping[str, Sequence[str]]) -> frozenset[str]:
        """Names in templates for which the lexicon has no class: misspelt, most likely. They match nothing."""
        templates = [*phrases.values(), *(form for found in forms.values() for form in found)]
        names = {p["name"].rstrip("2") for t in templates for p in _PIECE.finditer(t) if p["name"]} - {"start"}
        kinds = {name: SLOTS.get(name, (name,)) for name in names}
        return frozenset(name for name, found in kinds.items() if not any(map(self._words.symbols_of, found)))

    def place(self, line: str, at: int) -> int | None:
        """The first place from `at` on where some rule fits."""
        found = self._any.search(line, at)
        return found.start() if found else None

    def fits(self, tokens: Sequence[Token], line: str, at: int) -> list[Match]:
        """All rules that fit at a place, the longest match first and those of one length in file order."""
        found = [(rule, m) for rule in self._rules if (m := rule.pattern.match(line, at))]
        return [_match(rule, m, tokens) for rule, m in sorted(found, key=lambda pair: -pair[1].end())]

    def _expand(self, template: str, again: str = "") -> str:
        """The template with its phrases put in, and their slots made second ones where `again` is "2"."""
        def put(found: re.Match[str]) -> str:
            phrase = found["phrase"]
            if phrase is not None:
                return "(" + self._expand(self._phrases[phrase], found["again"] or again) + ")"
            name = found["name"]
            return name + again if name in SLOTS and not found["look"] else found.group()
        return _PIECE.sub(put, template)

    def _pattern(self, template: str) -> str:
        end = 0
        made: list[str] = []
        for piece in _PIECE.finditer(template):
            if piece.start() != end:
                raise ValueError(f"template {template!r}: nothing is known of {template[end:piece.start()]!r}")
            end = piece.end()
            made.append(self._piece(piece))
        return "".join(made)

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["look"]:
            look = "?<=" if piece["look"] == "<" else "?="
            return f"({look}{self._set(piece['name'])})" if piece["name"] != "start" else "(?<![\\s\\S])"
        if piece["name"]:
            return self._name(piece["name"])
        if piece["sign"]:
            return re.escape(piece["sign"])
        return {"(": "(?:", None: ""}.get(piece["operator"], piece["operator"])

    def _name(self, name: str) -> str:
        slot = name.rstrip("2")
        if slot not in SLOTS:
            return self._set(name)
        if slot == "amount":
            figure = self._set(*_FIGURE)
            return f"(?P<{name}>{self._set(*SLOTS[slot])}|{figure}(?:[.,]{figure})*)"
        return f"(?P<{name}>{self._set(*SLOTS[slot])})"

    def _set(self, *kinds: str) -> str:
        symbols = "".join(dict.fromkeys("".join(map(self._words.symbols_of, kinds))))
        return f"[{symbols}]" if symbols else "(?!)"


def _compile(source: str) -> re.Pattern[str]:
    count = iter(range(10**6))
    source = re.sub(r"\?P<(\w+)>", lambda m: f"?P<{m[1]}_{next(count)}>", source)  # a slot may stand in two branches
    # A figure with separators is one whole: nothing begins or ends in its middle.
    return re.compile(f"(?<![{re.escape(TIGHT)}])(?:{source})(?![{re.escape(TIGHT)}])")


def _match(rule: Rule, match: re.Match[str], tokens: Sequence[Token]) -> Match:
    slots = {name.rpartition("_")[0]: tuple(tokens[match.start(name):match.end(name)])
             for name, found in match.groupdict().items() if found is not None}
    return Match(rule, match.start(), match.end(), slots)


@lru_cache(maxsize=None)
def grammar(language: str) -> Grammar | None:
    """The rules of a language, or None for one whose folder has no dates."""
    words = lexicon(language)
    data = table(language, "dates")
    return Grammar(words, data.get("phrases", {}), data.get("forms", {})) if words else None


def slot_value(name: str, tokens: Sequence[Token]) -> Any:
    """What fills a slot: the value of its word in the first of the slot's classes that it belongs to."""
    values = tokens[0].values
    for kind in (*SLOTS[name.rstrip("2")], *_FIGURE):
        if kind in values:
            return values[kind]
    return None
