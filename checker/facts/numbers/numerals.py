"""Plain numerals: figures and number words, with their values, before anything is said of units or bounds."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .grammar import Reading, Token, read
from .lexicon import Guard, Lexicon, Word, lexicon
from .separators import Literal, read_digits

# Roman numerals as people still write them: of two letters or more, or with an ordinal's mark on either side. One
# letter first, so that a search passes over all others at once.
_ROMAN = re.compile(r"[IVX][IVX]*(?=(?P<suffix>\w*)(?![\w'’]))")
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


@lru_cache(maxsize=256)  # of one sentence, dates and numbers ask in turn
def places(text: str, language: str) -> tuple[int, ...]:
    """Where a numeral or a multiple ("double") may begin in a text in normal form, in order: a quick look."""
    words = lexicon(language)
    if words is None:
        return ()
    found = words.places(lower(text))
    romans = [match.start() for match in _ROMAN.finditer(text)] if may_hold_roman(text) else []
    return tuple(sorted(found + romans)) if romans else tuple(found)


def may_hold_roman(text: str) -> bool:
    """Whether a text has a letter of Roman numerals: a quick look, for most sentences have none."""
    return "I" in text or "V" in text or "X" in text


def find_numerals(text: str, language: str, decimal: str | None = None,
                  within: tuple[int, ...] | None = None) -> tuple[Numeral, ...]:
    """The numerals of a text in normal form, in order; none overlap.

    `decimal` is the decimal sign that the article is known to use, where its language leaves a choice; `within` are the
    `places` to look at, where they are known. A language without a table has no numerals. Never raises.

    >>> [(str(n.value), n.words) for n in find_numerals("vierendertig van de 2.600", "nl")]
    [('34', True), ('2600', False)]
    >>> [str(n.value) for n in find_numerals("มูลค่า 1.25 หมื่นล้านบาท", "th")]
    ['12500000000']
    """
    within = places(text, language) if within is None else within
    return _numerals(text, language, decimal, within) if within else ()


@lru_cache(maxsize=256)
def _numerals(text: str, language: str, decimal: str | None, within: tuple[int, ...]) -> tuple[Numeral, ...]:
    """The numerals at some places of a text."""
    words = lexicon(language)
    assert words is not None
    lowered = lower(text)
    romans = [r for place in within if text[place] in "IVX" and (m := _ROMAN.match(text, place))
              and (r := _roman(lowered, m, words))]
    found: list[Numeral] = []
    for start, run in _runs(lowered, words, within):
        lone = _may_be_lone(run, words) and _is_lone(lowered, start, run, words)
        for part in _read_run(run, language, decimal, lone):
            if part.guarded is None or part.guarded.allows(lowered, start + part.start, start + part.end):
                found.append(_numeral(lowered, start, part, words))
    if len(found) > 1 and words.over is not None:
        found = list(_joined_fractions(lowered, found, words.over))
    return tuple(sorted((*found, *romans), key=lambda n: n.start)) if romans else tuple(found)


@lru_cache(maxsize=256)
def lower(text: str) -> str:
    """Lower case of the same length: offsets must stay."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def forget() -> None:
    """Forget what was found in which text, so that one that is read again takes as long as a new one: for measuring."""
    for remembered in (lower, places, _numerals, _read_run):
        remembered.cache_clear()


def _runs(text: str, words: Lexicon, within: Iterable[int]) -> Iterator[tuple[int, str]]:
    """The runs of number words and figures, those in look-alikes left out: what `finditer` finds, by the places."""
    end = 0
    for place in within:
        match = words.run.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            if match.lastgroup == "run":
                yield place, match.group()


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


class _Read(NamedTuple):
    """A number that a run holds, by what the run alone says of it; places count from the run's beginning.

    `numeral` is what it is if nothing beside it says more; `guarded` the guard of a lone word that is often something
    else, `figures` whether a figure is part of it, `whole` whether it may be an ordinal, `place` the ordinal that an
    article and a fraction word may be as well ("een vijfde" part, or time).
    """

    start: int
    end: int
    numeral: Numeral
    guarded: Guard | None
    figures: bool
    whole: bool
    place: Decimal | None


@lru_cache(maxsize=4096)  # newspapers repeat themselves: "một", "twee", "2018"
def _read_run(run: str, language: str, decimal: str | None, lone: bool) -> tuple[_Read, ...]:
    """The numbers that a run of number words and figures makes; `lone` as in `grammar.read`, for the first word."""
    words = lexicon(language)
    assert words is not None
    if run.isdecimal() and (figure := read_digits(run, words.decimal, words.mixed)):  # as a third of all runs are
        return (_Read(0, len(run), Numeral(0, len(run), figure.value, step=figure.step), None, True, True, None),)
    tokens = [token for item in words.item.finditer(run) if (token := _token(item, words, decimal))]
    found = []
    at = 0
    while at < len(tokens):
        reading = read(tokens[at:], words.rooms, lone and at == 0)
        count = reading.length if reading else 0
        used = tokens[at:at + count]
        if reading and used and _whole_word(tokens, at + count, words):
            found.append(_read(run, used, reading, words))
        at += max(1, count)
    return tuple(found)


def _read(run: str, used: Sequence[Token], reading: Reading, words: Lexicon) -> _Read:
    """One number of a run and the tokens that make it."""
    start, end, lone = used[0].start, used[-1].end, used[0].word if len(used) == 1 else None
    figures = [token.literal for token in used if token.literal]
    others = _others(used, reading.value, words) if figures else ()
    numeral = Numeral(
        start, end, reading.value, others, not figures, reading.ordinal,
        lone is not None and (lone.weak or _is_article(lone)), reading.vague, reading.approximate, reading.fraction,
        reading.step, reading.magnitude, bool(others) and any([figure.slip for figure in figures]),
        any([figure.foreign for figure in figures]))
    guarded = words.guards.get(run[start:end]) if lone else None
    whole = not reading.ordinal and reading.value == reading.value.to_integral_value()
    return _Read(start, end, numeral, guarded, bool(figures), whole, _as_ordinal(used) if reading.fraction else None)


def _may_be_lone(run: str, words: Lexicon) -> bool:
    """Whether it matters that a run's first word may begin a number by itself: not for a figure, nor where it is one
    word that neither multiplies nor divides."""
    word = words.words.get(run)
    return not run[0].isdigit() if word is None else not word.roles.isdisjoint(("times", "part"))


def _is_lone(text: str, start: int, run: str, words: Lexicon) -> bool:
    """Whether what stands before a number lets it begin with a multiplier, or a part; an article only with a multiplier
    ("het miljoen", where "de vierde" is no quarter)."""
    if words.alone_after is not None and _lone(text, start, words.alone_after):
        return True
    if words.multiplier_after is None or not _lone(text, start, words.multiplier_after):
        return False
    first = words.item.match(run)
    word = words.word(first[0]) if first else None
    return word is not None and "times" in word.roles


def _lone(text: str, start: int, alone_after: re.Pattern[str]) -> bool:
    """Whether the words before a number let a multiplier begin it: "more than a | hundred"."""
    return alone_after.search(text[max(0, start - 16):start]) is not None


def _token(item: re.Match[str], words: Lexicon, decimal: str | None) -> Token | None:
    start, end = item.span()
    if item.lastgroup != "figure":
        return Token(start, end, words.word(item[0]))
    literal = read_digits(item[0], decimal or words.decimal, words.mixed)
    return Token(start, end, None, literal) if literal else None


def _whole_word(tokens: list[Token], after: int, words: Lexicon) -> bool:
    """Whether the number ends where a word ends, in languages that write a number's words as one."""
    return words.glued_numbers or after >= len(tokens) or tokens[after].start > tokens[after - 1].end


def _numeral(text: str, at: int, read: _Read, words: Lexicon) -> Numeral:
    """A number of the run that begins at `at`, with what the text beside it says: a sign, a place in a row."""
    start, end, numeral = at + read.start, at + read.end, read.numeral
    signed = start if numeral.fraction and numeral.words else _signed(text, start, read.figures, words)
    if read.whole:
        ordinal, end = _ordinal(text, start, end, read.figures, words)
        if ordinal:
            numeral = numeral._replace(ordinal=True)
    if read.place is not None and not (words.part_of and words.part_of.match(text, end)):
        numeral = numeral._replace(weak=True, alternatives=(read.place,))
    if signed < start:
        others = numeral.alternatives if read.place is not None else tuple(-other for other in numeral.alternatives)
        numeral = numeral._replace(value=-numeral.value, alternatives=others)
    return Numeral(signed, end, *numeral[2:])


def _as_ordinal(used: Sequence[Token]) -> Decimal | None:
    """The ordinal that a fraction word, alone or behind an article, may be as well."""
    first, last = used[0].word, used[-1].word
    if not (first and last and {"part", "ordinal"} <= last.roles):
        return None
    return last.value if len(used) == 1 or len(used) == 2 and _is_article(first) else None


def _is_article(word: Word) -> bool:
    return "article" in word.roles


def _signed(text: str, start: int, figures: bool, words: Lexicon) -> int:
    """Where a number's minus sign or word stands; `start` where it has none.

    A sign stands at a figure's left, and itself after a space or an opening bracket.
    """
    if figures and start and text[start - 1] in _MINUS and (start == 1 or text[start - 2] in " (["):
        return start - 1
    minus = words.minus_before.search(text[:start][-12:]) if words.minus_before else None
    return start - len(minus.group()) if minus else start


def _others(used: Sequence[Token], value: Decimal, words: Lexicon) -> tuple[Decimal, ...]:
    """The values that come out when an ambiguous figure is read the other way."""
    found = []
    for place, token in enumerate(used):
        for other in token.literal.others if token.literal else ():
            again = [*used[:place], token._replace(literal=Literal(other)), *used[place + 1:]]
            reading = read(again, words.rooms, True)
            if reading and reading.length == len(used) and reading.value != value:
                found.append(reading.value)
    return tuple(found)


def _ordinal(text: str, start: int, end: int, figures: bool, words: Lexicon) -> tuple[bool, int]:
    """Whether a number is a place in a row, by what stands before it or is attached to it; and where it ends."""
    if words.ordinal_before and words.ordinal_before.search(text[:start][-16:]):
        return True, end
    suffix = words.ordinal_after.match(text, end) if words.ordinal_after and figures else None
    return (True, suffix.end()) if suffix else (False, end)


def _joined_fractions(text: str, found: list[Numeral], over: re.Pattern[str]) -> Iterator[Numeral]:
    """Numerals with "hai | phần | ba" read as one: two thirds."""
    pending: Numeral | None = None
    for numeral in found:
        if pending is not None:
            if over.fullmatch(text, pending.end, numeral.start) and _divides(pending, numeral):
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
