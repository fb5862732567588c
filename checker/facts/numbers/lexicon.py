"""The number words of a language, compiled from its table into one pattern and one dictionary.

What a table may say is told here; how words make a number is told in `grammar`. Nothing in this module knows
a language.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any

from ...languages import table
from ..trie import LETTERS

# Roles a word can play in a number. One word may have several, always with one value.
#   plain    adds its value                       vingt, hai, สาม
#   inside   adds, but never begins a number      mốt, เอ็ด
#   article  one, or only "a"                     een, một
#   times    multiplies what stands before it     nghìn, honderd, ล้าน, douzaine
#   short    times, after digits alone            bn, mld
#   ordinal  adds and ends the number             vierde, deuxième
#   part     divides what stands before it        tiers, kwart
#   half     adds a half of the last magnitude    rưỡi, et demi
#   point    the decimal sign, read out           phẩy, komma
#   link     may stand between two parts          lẻ, and
#   some     a vague coefficient                  hàng, หลาย, enkele
#   whole    a value of its own                   anderhalf, một nửa
WORD_ROLES = ("plain", "inside", "times", "short", "ordinal", "part", "whole")
MARK_ROLES = ("half", "point", "link", "some", "article")
_SEPARATOR = re.compile(r"[ \-\N{NON-BREAKING HYPHEN}]")
# The same, as it stands in patterns hundreds of times: a set of two is compiled ten times as quickly as one of three.
_SEPARATED = "(?:[ \\-]|(?=\N{NON-BREAKING HYPHEN}).)"
# Digits with their separators, as one piece: what they mean is `separators`' business.
_DIGITS = (r"\d{1,3}(?:[ '\N{RIGHT SINGLE QUOTATION MARK}]\d{3})+(?!\d)(?:[.,]\d+)?" r"|\d+(?:[.,]\d+)*")
_DIGITS_UNSPACED = r"\d+(?:[.,]\d+)*"
_MONEY = "[ \N{NO-BREAK SPACE}]?[$€£¥฿₫]"
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
# A figure does not begin inside a Latin word or another figure; in scripts without spaces it may follow a letter.
_DIGITS_START = r"(?<![A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff_])(?<!\d[.,/])"


@dataclass(frozen=True, slots=True)
class Word:
    """A number word: its value and the roles it can play; `vague` is "always", "alone" (without a number before
    it) or "", `approximate` marks words like "twenty or so", `alone` a multiplier that may begin a number, `signed` one
    that is written to a sign of money ("84 M€")."""

    value: Decimal
    roles: frozenset[str]
    vague: str = ""
    not_after_tens: bool = False
    approximate: bool = False
    alone: bool = False
    weak: bool = False
    signed: bool = False


@dataclass(frozen=True)
class Guard:
    """Patterns on the text beside a word that is often no number: it is one where `before` or `after` is found (or
    neither is given), and neither `not_before` nor `not_after` is."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def allows(self, text: str, start: int, end: int) -> bool:
        """Whether the word from `start` to `end` may be a number there."""
        near = text[max(0, start - 24):start]
        if self.not_before and self.not_before.search(near) or self.not_after and self.not_after.match(text, end):
            return False
        if not (self.before or self.after):
            return True
        return bool(self.before and self.before.search(near) or self.after and self.after.match(text, end))


@dataclass(frozen=True)
class Lexicon:
    """All that `grammar` and `numerals` need of a language.

    `run` is a look-alike (group "skip") or a run of number words and digits (group "run"); `item` cuts a run into
    figures (group "figure") and words. `hint` finds where either may begin, or a word that says "double" (`places`).
    """

    decimal: str
    mixed: bool
    words: Mapping[str, Word]
    guards: Mapping[str, Guard]
    rooms: Mapping[Decimal, Decimal]
    run: re.Pattern[str]
    item: re.Pattern[str]
    hint: re.Pattern[str]
    glued_numbers: bool
    alone_after: re.Pattern[str] | None
    multiplier_after: re.Pattern[str] | None
    ordinal_before: re.Pattern[str] | None
    ordinal_after: re.Pattern[str] | None
    over: re.Pattern[str] | None
    part_of: re.Pattern[str] | None
    minus_before: re.Pattern[str] | None

    def places(self, text: str) -> list[int]:
        """Where in a text in lower case a figure, a number word, a look-alike or a multiple may begin, in order."""
        # The character before a word is part of its hint, so that the text's first word needs one too.
        return [hint.start() - bool(hint.lastindex) for hint in self.hint.finditer(" " + text)]

    def word(self, spelling: str) -> Word | None:
        """The word that a spelling in the text stands for."""
        return self.words.get(spelling) or self.words.get(key_of(spelling))


def key_of(spelling: str) -> str:
    """A spelling as the dictionary has it: lower case, hyphens as spaces.

    >>> key_of("Quatre-Vingt")
    'quatre vingt'
    """
    return _SEPARATOR.sub(" ", spelling.lower())


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words`, shared beginnings factored out so that it is fast.

    Spaces and hyphens in a word match either.

    >>> bool(re.fullmatch(alternation(["ten", "tenth", "two-one"]), "two one"))
    True
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in key_of(word):
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(tree: dict[str, Any]) -> str:
    branches = [(_SEPARATED if char == " " else re.escape(char)) + _pattern(rest)
                for char, rest in tree.items() if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return body + ("?" if "" in tree else "")


@lru_cache(maxsize=None)
def lexicon(language: str) -> Lexicon | None:
    """The compiled number words of a language; None where it has no table of numbers."""
    data = table(language, "numbers")
    if not data:
        return None
    words = _words(data)
    spec = data["words"]
    start, end = spec.get("start", r"(?<!\w)"), spec.get("end", r"(?!\w)")
    digits = _DIGITS if data["digits"].get("spaces", True) else _DIGITS_UNSPACED
    fraction = r"\d{1,2}/\d{1,3}(?![\d/])"
    number = rf"{fraction}|[{_VULGAR}]|(?:{digits})(?: {fraction}| ?[{_VULGAR}])?"
    skip = alternation(spec.get("lookalikes", ()))
    unless = rf"(?!(?:{skip}){end})" if skip else ""
    word = _any_word(words, end)
    any_word = unless + word
    item = rf"(?:{number})|(?:{any_word})"
    more = rf"(?:(?:{spec.get('between', ' ')})(?:{item})|(?<=\d)(?:{any_word}))*"
    closed = "" if re.fullmatch(spec.get("between", " "), "") else end  # a number's first word ends where others do
    run = (rf"(?P<run>(?:{_DIGITS_START}(?:{number})|{start}(?:{word})){more})"  # no look-alike, which has been tried
           rf"(?:(?<=[\d{_VULGAR}])(?!\d)|{end})")
    return Lexicon(
        decimal=data["digits"]["decimal"], mixed=data["digits"].get("mixed", False), words=words,
        guards={key_of(word): _guard(rule) for word, rule in spec.get("guards", {}).items()},
        rooms={Decimal(value): Decimal(room) for value, room in spec.get("room", {}).items()},
        run=re.compile((rf"(?P<skip>{start}(?:{skip}){end})|" if skip else "") + run),
        item=re.compile(rf"(?P<figure>{number})|(?:{unless}{_any_word(words, end, '')})"),
        hint=_hint(chain(_beginning(words), spec.get("lookalikes", ()), *data.get("multiples", {}).values()),
                   spec.get("start"), closed),
        glued_numbers=spec.get("glued_numbers", False),
        alone_after=_compiled(spec.get("alone_after"), "{}$"),
        multiplier_after=_compiled(spec.get("multiplier_after"), "{}$"),
        ordinal_before=_compiled(data.get("ordinals", {}).get("before"), "{}$"),
        ordinal_after=_compiled(data.get("ordinals", {}).get("after"), "{}"),
        over=_compiled(data.get("fractions", {}).get("over"), "{}"),
        part_of=_compiled(data.get("fractions", {}).get("of"), "{}"),
        minus_before=_compiled(data.get("signs", {}).get("minus"), "{}$"))


def _beginning(words: Mapping[str, Word]) -> Iterator[str]:
    """The words that a number may begin with: all but those that only link its parts ("and")."""
    return (spelling for spelling, word in words.items() if word.roles != {"link"})


def _hint(words: Iterable[str], start: str | None, end: str) -> re.Pattern[str]:
    """Where a figure or one of `words` may begin; `start` is what the table says of a word's beginning, `end` what must
    stand behind the first of a number.

    Where words have spaces between them it begins with no letter, so that a search passes over all letters at once.
    """
    word = f"(?={alternation(words)}{end})"
    if start is None:
        return re.compile(rf"[^{LETTERS}](?:{word}(?<=\W)|(?<=[\d{_VULGAR}])()(?:(?<=\d)[0-9]*)?)")
    return re.compile(rf"(\d[0-9]*|[{_VULGAR}]|{start}{word})")


def _any_word(words: Mapping[str, Word], end: str, before_sign: str = f"(?={_MONEY})") -> str:
    """Any number word; a vague one is not the beginning of another ("honderden", "honderdeneen"), and a signed one is
    one before a sign of money alone (within a run, where none is to be seen, `before_sign` is empty).
    """
    vague = alternation(spelling for spelling, word in words.items() if word.vague)
    exact = alternation(spelling for spelling, word in words.items() if not word.vague and not word.signed)
    signed = alternation(spelling for spelling, word in words.items() if word.signed)
    first = [rf"(?:{vague}){end}"] * bool(vague)
    last = [rf"(?:{signed}){before_sign}"] * bool(signed)
    return rf"(?:{'|'.join((*first, exact, *last))})" if first or last else exact


def _compiled(pattern: str | None, frame: str) -> re.Pattern[str] | None:
    return re.compile(frame.format(f"(?:{pattern})")) if pattern else None


def _guard(rule: Mapping[str, str]) -> Guard:
    return Guard(_compiled(rule.get("before"), "{}$"), _compiled(rule.get("after"), "{}"),
                 _compiled(rule.get("not_before"), "{}$"), _compiled(rule.get("not_after"), "{}"))


# Groups of words that are multipliers or values with something more to say of them.
_MARKED: dict[str, tuple[str, dict[str, Any]]] = {
    "signed": ("short", {"signed": True}),
    "about": ("times", {"approximate": True, "alone": True}),
    "vague": ("times", {"vague": "always", "alone": True}),
    "vague_alone": ("times", {"vague": "alone", "alone": True}),
    "weak": ("whole", {"weak": True})}


def _words(data: Mapping[str, Any]) -> dict[str, Word]:
    spec = data["words"]
    alone = {key_of(word) for word in spec.get("alone", ())}
    units_only = {key_of(word) for word in spec.get("not_after_tens", ())}
    found: dict[str, Word] = {}
    for spelling, value, role, marks in _entries(spec):
        key = key_of(spelling)
        roles = frozenset({role}) | (found[key].roles if key in found else frozenset())
        found[key] = Word(value, roles, **{"alone": key in alone, "not_after_tens": key in units_only, **marks})
    return _compounds(spec) | found


def _entries(spec: Mapping[str, Any]) -> Iterator[tuple[str, Decimal, str, Mapping[str, Any]]]:
    """Every word of the table: spelling, value, role and what is marked of it."""
    groups: dict[str, tuple[str, dict[str, Any]]] = {**{role: (role, {}) for role in WORD_ROLES}, **_MARKED}
    for role in MARK_ROLES:
        yield from ((spelling, Decimal(role == "article"), role, {}) for spelling in spec.get(role, ()))
    for group, (role, marks) in groups.items():
        for value, spellings in spec.get(group, {}).items():
            yield from ((spelling, _value(value), role, marks) for spelling in spellings)


def _compounds(spec: Mapping[str, Any]) -> dict[str, Word]:
    """Words that say the unit before the ten in one word, made from the parts that the table lists."""
    rule = spec.get("compound")
    if not rule:
        return {}
    made: dict[str, Word] = {}
    for ten, tens in rule["tens"].items():
        for unit, units in rule["units"].items():
            for name in units:
                for spelling in tens:
                    stem = key_of(name + spelling)
                    made[stem] = Word(_value(ten) + _value(unit), frozenset({"plain"}))
                    made[stem + rule["ordinal"]] = Word(_value(ten) + _value(unit), frozenset({"ordinal"}))
    return made


def _value(text: str) -> Decimal:
    """A number as tables write it: an integer, a decimal, a power of ten (1e9) or a fraction (2/3).

    >>> _value("1e3"), _value("3/4")
    (Decimal('1000'), Decimal('0.75'))
    """
    if "/" in text:
        above, below = text.split("/")
        return Decimal(above) / Decimal(below)
    value = Decimal(text)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
