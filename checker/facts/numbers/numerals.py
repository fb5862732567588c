"""Plain numerals: figures and number words, with their values, before anything is said of units or bounds."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .grammar import Reading, Token, read
from .lexicon import Lexicon, Word, lexicon
from .separators import Literal, read_digits

# Roman numerals as people still write them: of two letters or more, or with an ordinal's mark on either side. Letters
# first: a search passes over all others at once.
_ROMAN = re.compile(r"[IVX]+(?=(?P<suffix>\w*)(?![\w'’]))")
_ROMAN_PARTS = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_NOT_BEFORE_ROMAN = ".'’-_"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "IV": 4, "IX": 9, "VI": 6, "VII": 7, "VIII": 8, "II": 2, "III": 3, "": 0}
_MINUS = "-\N{MINUS SIGN}"


class Numeral(NamedTuple):
    """A number as it is written at `start` to `end` (a sign included).

    `alternatives` are the other values that its separators or words allow. `words` says that no figure stands in
    it, `weak` that the word may as well be an article, a pronoun or an idiom. `vague` numerals name a magnitude
    alone ("hundreds": 100); `approximate` ones are "twenty or so". `step` is the place of the last digit that says
    something (100000000 in "12,5 tỷ"; 0 in fractions), `magnitude` what its last words multiply by (1000000000).
    `slip` says that the alternatives go against the language's conventions ("2,600" for 2600 in Dutch), `foreign` that
    the decimal sign does.
    """

    start: int
    end: int
    value: Decimal
    alternatives: tuple[Decimal, ...] = ()
    words: bool = False
    ordinal: bool = False
    weak: bool = False
    vague: bool = False
    approximate: bool = False
    fraction: bool = False
    step: Decimal = Decimal(1)
    magnitude: Decimal = Decimal(1)
    slip: bool = False
    foreign: bool = False


@lru_cache(maxsize=256)  # dates and numbers ask for those of one sentence in turn
def find_numerals(text: str, language: str, decimal: str | None = None) -> tuple[Numeral, ...]:
    """The numerals of a text in normal form, in order; none overlap.

    `decimal` is the decimal sign that the article is known to use, where its language leaves a choice. A language
    without a table has no numerals. Never raises.

    >>> [(str(n.value), n.words) for n in find_numerals("vierendertig van de 2.600", "nl")]
    [('34', True), ('2600', False)]
    >>> [str(n.value) for n in find_numerals("มูลค่า 1.25 หมื่นล้านบาท", "th")]
    ['12500000000']
    """
    words = lexicon(language)
    if words is None:
        return ()
    lowered = _lower(text)
    romans = [r for m in _ROMAN.finditer(text) if (r := _roman(lowered, m, words))]
    found = [numeral for match in _runs(lowered, words)
             for numeral in _numerals(lowered, match.start(), match.group(), words, language, decimal)]
    figures = list(_joined_fractions(lowered, found, words)) if len(found) > 1 else found
    return tuple(sorted((*figures, *romans), key=lambda n: n.start)) if romans else tuple(figures)


def _runs(text: str, words: Lexicon) -> Iterator[re.Match[str]]:
    """The runs of number words and figures, those in look-alikes left out: what `finditer` finds, from hint to hint."""
    at = 0
    while (hint := words.hint.search(text, at)) is not None:
        # A look-alike may begin some words before the number word that is in it.
        match = words.run.search(text, max(at, hint.start() - words.longest_lookalike))
        if match is None:
            return
        if match.lastgroup == "run":
            yield match
        at = match.end()


def _roman(text: str, match: re.Match[str], words: Lexicon) -> Numeral | None:
    """A Roman numeral as an ordinal; a weak one where nothing but its letters says so."""
    start, end = match.span()
    parts = _ROMAN_PARTS.fullmatch(match.group())
    before = text[start - 1:start]
    if parts is None or before.isalnum() or before in _NOT_BEFORE_ROMAN and before:
        return None
    tens, units = parts[1], parts[2]
    ordinal, until = _ordinal(text, start, end, True, words)
    if match["suffix"] and until != match.end("suffix") or not ordinal and end - start < 2:
        return None
    return Numeral(start, until, Decimal(10 * len(tens) + _ROMAN_DIGITS[units]), ordinal=True, weak=not ordinal)


def _lower(text: str) -> str:
    """Lower case of the same length: offsets must stay."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@dataclass(frozen=True, slots=True)
class _Read:
    """A number that a run holds, by what the run alone says of it; places count from the run's beginning."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    reading: Reading
    others: tuple[Decimal, ...]
    figures: bool


def _numerals(text: str, start: int, run: str, words: Lexicon, language: str, decimal: str | None) -> Iterator[Numeral]:
    """The numerals of one run, which begins at `start`."""
    for found in _read_run(run, language, decimal, _lone(text, start, words)):
        if _allowed(text, start, found, words):
            yield _numeral(text, start, found, words)


@lru_cache(maxsize=4096)  # newspapers repeat themselves: "một", "twee", "2018"
def _read_run(run: str, language: str, decimal: str | None, lone: bool) -> tuple[_Read, ...]:
    """The numbers that a run of number words and figures makes; `lone` as in `grammar.read`, for the first word."""
    words = lexicon(language)
    assert words is not None
    tokens = [t for m in words.item.finditer(run) if (t := _token(m.group(), m.start(), m.end(), words, decimal))]
    found = []
    at = 0
    while at < len(tokens):
        reading = read(tokens[at:], words.rooms, lone and at == 0)
        count = reading.count if reading else 0
        used = tokens[at:at + count]
        if reading and used and _whole_word(tokens, at + count, words):
            found.append(_Read(used[0].start, used[-1].end, tuple(used), reading, _others(used, reading.value, words),
                               any(token.literal for token in used)))
        at += max(1, count)
    return tuple(found)


def _lone(text: str, start: int, words: Lexicon) -> bool:
    """Whether the words before a number let a multiplier begin it: "more than a | hundred"."""
    return bool(words.alone_after and words.alone_after.search(text[max(0, start - 16):start]))


def _token(text: str, start: int, end: int, words: Lexicon, decimal: str | None) -> Token | None:
    word = words.word(text)
    if word:
        return Token(start, end, word=word)
    literal = read_digits(text, decimal or words.decimal, words.mixed)
    return Token(start, end, literal=literal) if literal else None


def _whole_word(tokens: list[Token], after: int, words: Lexicon) -> bool:
    """Whether the number ends where a word ends, in languages that write a number's words as one."""
    return words.glued_numbers or after >= len(tokens) or tokens[after].start > tokens[after - 1].end


def _allowed(text: str, at: int, found: _Read, words: Lexicon) -> bool:
    """Whether a lone word that is often something else stands where it can be a number."""
    if len(found.tokens) > 1 or found.figures:
        return True
    guard = words.guards.get(text[at + found.start:at + found.end])
    return guard is None or guard.allows(text, at + found.start, at + found.end)


def _numeral(text: str, at: int, found: _Read, words: Lexicon) -> Numeral:
    used, reading, figures = found.tokens, found.reading, found.figures
    start, end = at + found.start, at + found.end
    first = used[0].word
    weak = len(used) == 1 and first is not None and (first.weak or _is_article(first))
    ordinal = reading.ordinal
    if not ordinal and reading.value == int(reading.value):
        ordinal, end = _ordinal(text, start, end, figures, words)
    value = reading.value
    others = _as_ordinal(text, used, end, words) if reading.fraction else ()
    weak |= bool(others)
    signed = _sign_start(text, start) if figures else start
    negative = signed < start
    if words.minus_before and not negative:
        minus = words.minus_before.search(text[max(0, start - 12):start])
        negative, signed = bool(minus), start - len(minus.group()) if minus else start
    others = others or tuple(-other if negative else other for other in found.others)
    return Numeral(signed, end, -value if negative else value, others, not figures,
                   ordinal, weak, reading.vague, reading.approximate, reading.fraction, reading.step,
                   reading.magnitude, bool(others) and any(t.literal and t.literal.slip for t in used),
                   any(t.literal and t.literal.foreign for t in used))


def _as_ordinal(text: str, used: Sequence[Token], end: int, words: Lexicon) -> tuple[Decimal, ...]:
    """The ordinal that an article and a fraction word may be as well: "een vijfde" part, or time."""
    first, last = used[0].word, used[-1].word
    if len(used) != 2 or not (first and last and _is_article(first)) or not {"part", "ordinal"} <= last.roles:
        return ()
    return () if words.part_of and words.part_of.match(text, end) else (last.value,)


def _is_article(word: Word) -> bool:
    return "article" in word.roles


def _sign_start(text: str, start: int) -> int:
    """Where a figure's minus sign stands: at its left, and itself after a space or an opening bracket."""
    if start and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " (["):
        return start - 1
    return start


def _others(used: Sequence[Token], value: Decimal, words: Lexicon) -> tuple[Decimal, ...]:
    """The values that come out when an ambiguous figure is read the other way."""
    found = []
    for place, token in enumerate(used):
        for other in token.literal.others if token.literal else ():
            again = [*used[:place], replace(token, literal=Literal(other)), *used[place + 1:]]
            reading = read(again, words.rooms, True)
            if reading and reading.count == len(used) and reading.value != value:
                found.append(reading.value)
    return tuple(found)


def _ordinal(text: str, start: int, end: int, figures: bool, words: Lexicon) -> tuple[bool, int]:
    """Whether a number is a place in a row, by what stands before it or is attached to it; and where it ends."""
    if words.ordinal_before and words.ordinal_before.search(text[max(0, start - 16):start]):
        return True, end
    suffix = words.ordinal_after.match(text, end) if words.ordinal_after and figures else None
    return (True, suffix.end()) if suffix else (False, end)


def _joined_fractions(text: str, found: list[Numeral], words: Lexicon) -> Iterator[Numeral]:
    """Numerals with "hai | phần | ba" read as one: two thirds."""
    pending: Numeral | None = None
    for numeral in found:
        if pending is not None:
            if words.over and words.over.fullmatch(text, pending.end, numeral.start) and _divides(pending, numeral):
                yield _fraction(pending, numeral)
                pending = None
                continue
            yield pending
        pending = numeral
    if pending is not None:
        yield pending


def _divides(above: Numeral, below: Numeral) -> bool:
    return 0 < above.value < below.value and above.value == int(above.value) and below.value == int(below.value)


def _fraction(above: Numeral, below: Numeral) -> Numeral:
    return Numeral(above.start, below.end, above.value / below.value, words=above.words and below.words, fraction=True,
                   step=Decimal(0))
