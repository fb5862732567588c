"""Numerals with their units and hedges, before neighbours are joined to ranges, scores and ratios."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from .identifiers import BLANK
from .lexicon import key_of
from .numerals import Numeral, find_numerals, lower
from .phrases import Phrases
from .quantity import Form, Hedge, Quantity
from .units import least

_HALF = Decimal("0.5")
_HUNDREDTHS = re.compile(r" ?(\d\d)(?![\d]|[.,]\d)")
_TENTHS = re.compile(r" (\d)(?=[.,;)](?!\d)|$)")  # where nothing follows that it might count: "3 cân 2"
# A minus sign with a space behind it, or a dash for one, where no range's first figure stands before.
_FREE_MINUS = re.compile("\\D*\\w[ (]{1,2}((?:-|\N{MINUS SIGN}) |\N{EN DASH})$")
_BEFORE_MINUS = 12  # characters before a temperature in which that is looked for
_TALL = 10  # metres below which "2 m 05" is one measure
_REACH = 24  # characters beside a numeral in which its unit and its hedge are looked for
_FEWER = 40  # characters before "ten times" in which a word for less makes it a part
# What is left of a hedge that is forbidden: "may be no more than".
_DENIED: dict[Hedge, Hedge] = {"more": "atmost", "atleast": "less"}
_DENIED_REACH = 40  # characters before such a hedge in which the denial begins
_TRAILING_REACH = 64  # characters behind a measure within which a trailing hedge ends


class Measure(NamedTuple):
    """A quantity at `start` to `end`; `core` is where the bare numeral stands."""

    start: int
    end: int
    core: tuple[int, int]
    quantity: Quantity
    numeral: Numeral | None = None


def find_measures(text: str, language: str, phrases: Phrases, decimal: str | None,
                  within: tuple[int, ...]) -> list[Measure]:
    """Every numeral of `text` with the unit and the hedge that belong to it, in order; and words that say "double",
    before them. `within` are the places where either may begin (`numerals.places`).
    """
    found = []
    lowered = lower(text)
    for match in _multiples(lowered, phrases, within):
        found.append(_multiple(lowered, match, phrases))
        text = text[:match.start()] + BLANK * len(match.group()) + text[match.end():]
        lowered = lower(text)
        within = tuple(place for place in within if text[place] != BLANK)
    return found + list(_measures(text, lowered, find_numerals(text, language, decimal, within), phrases))


def _measures(text: str, lowered: str, numerals: Iterable[Numeral], phrases: Phrases) -> Iterator[Measure]:
    """The measures of numerals; an article that is part of the next one's hedge is none ("een kleine | 500")."""
    pending: Measure | None = None
    for numeral in numerals:
        if pending is not None and numeral.start < pending.end:
            continue
        measure = _measure(text, lowered, numeral, phrases)
        if pending is not None and pending.start < measure.start:
            yield pending
        pending = measure
    if pending is not None:
        yield pending


def _multiples(text: str, phrases: Phrases, within: Iterable[int]) -> Iterator[re.Match[str]]:
    """The words at some places that say "double"; none overlap."""
    end = 0
    if phrases.multiple is None:
        return
    for place in within:
        match = phrases.multiple.match(text, place) if place >= end else None
        if match is not None:
            end = match.end()
            yield match


def _multiple(text: str, match: re.Match[str], phrases: Phrases) -> Measure:
    """A word that says "doubled", with its hedge; weak, for the other side may say it as a percentage or not at all."""
    hedge, soft, start, end = _hedge(text, match.start(), match.end(), match.end(), phrases)
    times = phrases.multiples[key_of(match[1])]
    return Measure(start, end, match.span(),
                   Quantity((times,), "multiple", units=("x",), hedge=hedge, soft=soft, weak=True, words=True))


def _measure(text: str, lowered: str, numeral: Numeral, phrases: Phrases) -> Measure:
    start, end = numeral.start, numeral.end
    units, start, end = _unit(text, lowered, start, end, phrases)
    if any(abs(numeral.value) < least(unit) for unit in units):  # "3-2 won" is a match in Dutch, and no money
        units, start, end = (), numeral.start, numeral.end
    value, end = _with_rest(lowered, numeral, units, end, phrases)
    value, start, end = _below_zero(lowered, value, units, start, end, phrases)
    hedge: Hedge = ""
    soft = False
    if not (numeral.ordinal and numeral.words):  # "no second season yet" is not less than a second
        hedge, soft, start, end = _hedge(lowered, start, end, numeral.end, phrases, trailing=not numeral.ordinal)
    if not hedge and numeral.approximate:
        hedge, soft = "about", True  # "une vingtaine" is twenty in many a mouth
    counts = numeral.words and not soft and hedge in ("atleast", "atmost")  # "at least one" is no article
    others = numeral.alternatives
    if units == ("x",) and value > 1 and _is_fewer(lowered, numeral.start, end, phrases):
        others = (1 / value,)
    quantity = Quantity(
        (value,), _form(numeral, units), others, units, hedge, soft, numeral.vague,
        numeral.weak and not counts, numeral.words, numeral.step, numeral.magnitude, numeral.slip,
        () if units or numeral.ordinal else _counted(lowered, end, phrases), foreign=numeral.foreign)
    return Measure(start, end, (numeral.start, numeral.end), quantity, numeral)


def _below_zero(text: str, value: Decimal, units: tuple[str, ...], start: int, end: int,
                phrases: Phrases) -> tuple[Decimal, int, int]:
    """The value with a minus that is said behind it, or that stands free before a temperature ("par - 11 °C")."""
    if value <= 0:
        return value, start, end
    below = phrases.below.match(text, end) if phrases.below else None
    if below:
        return -value, start, below.end()
    heat = bool(units) and units[0].startswith("°")
    minus = _FREE_MINUS.match(text[max(0, start - _BEFORE_MINUS):start]) if heat else None
    return (-value, start - len(minus[1]), end) if minus else (value, start, end)


def _is_fewer(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Whether the words beside so many times make it a part: "ten times less" is a tenth."""
    before = phrases.fewer_before and phrases.fewer_before.search(text[max(0, start - _FEWER):start])
    return bool(before or phrases.fewer_after and phrases.fewer_after.match(text, end))


def _counted(text: str, end: int, phrases: Phrases) -> tuple[str, ...]:
    """What the next known noun behind a figure says is counted; () where none stands near."""
    found = phrases.counted_after.match(text, end) if phrases.counted_after else None
    return phrases.counted[key_of(found[1])] if found else ()


def _with_rest(text: str, numeral: Numeral, units: tuple[str, ...], end: int,
               phrases: Phrases) -> tuple[Decimal, int]:
    """The value with what stands behind the unit, and its end: hundredths ("1m75"), tenths ("3 cân 2"), a half ("hai
    mét rưỡi")."""
    # Behind a thing that is counted too: "bốn điểm rưỡi", "สี่แต้มครึ่ง".
    behind = phrases.half_after if units else None if numeral.ordinal else phrases.half_behind
    half = behind.match(text, end) if behind else None
    if half and numeral.value == int(numeral.value):
        return numeral.value + _HALF, half.end()
    if units not in (("m",), ("kg",)) or numeral.words or numeral.value != int(numeral.value):
        return numeral.value, end
    more = _HUNDREDTHS.match(text, end) if units == ("m",) and 0 < numeral.value < _TALL else None
    more = more or (_TENTHS.match(text, end) if units == ("kg",) else None)
    return (numeral.value + Decimal(f"0.{more[1]}"), more.end()) if more else (numeral.value, end)


def _form(numeral: Numeral, units: tuple[str, ...]) -> Form:
    if numeral.ordinal and not set(units) - {"x"}:  # in Thai "at 263,800 pounds" has the ordinal's mark
        return "ordinal"
    if units == ("x",):
        return "multiple"
    return "fraction" if numeral.fraction else "count"


def _unit(text: str, lowered: str, start: int, end: int, phrases: Phrases) -> tuple[tuple[str, ...], int, int]:
    """The unit beside a numeral, and where both stand: after it as a symbol or word, or before it."""
    near = text[:start][-2:].rstrip(" ")
    before = phrases.unit_before.match(text[max(0, start - _REACH):start][::-1]) if near[-1:] in phrases.ends else None
    after, until = _unit_after(text, lowered, end, phrases)
    prefix = before[1][::-1] if before else ""
    if before and not (after and after != phrases.prefixes[prefix] and prefix.isalpha()):
        begin = start - len(before.group())
        units = phrases.prefixes[prefix]
        # "$12 dollars", "US$ 5 USD": both say one thing; the narrower one counts.
        return (after, begin, until) if after and set(after) & set(units) else (units, begin, end)
    return after, start, until


def _unit_after(text: str, lowered: str, end: int, phrases: Phrases) -> tuple[tuple[str, ...], int]:
    word = phrases.unit_after.match(lowered, end)
    symbol = phrases.symbol_after.match(text, end)
    if symbol and (not word or symbol.end() > word.end()):
        return phrases.symbols[symbol[1]], symbol.end()
    return (phrases.units[key_of(word[1])], word.end()) if word else ((), end)


def _hedge(text: str, start: int, end: int, core_end: int, phrases: Phrases,
           trailing: bool = True) -> tuple[Hedge, bool, int, int]:
    """What hedges a measure, whether softly, and where the whole stands.

    Without `trailing` nothing behind it does: a place in a row that one climbs up from is no "or more".
    """
    before = _hedge_before(text, start, phrases)
    if before and before[1]:
        # A soft hedge may have a firm one before it: "khoảng từ 6 đến 8" is about six to eight.
        further = _hedge_before(text, before[2], phrases)
        before = further if further and not further[1] else before
    if before:
        hedge, soft, first = before
        return hedge, soft, start if soft else first, end
    distant = phrases.hedge_trailing if trailing and phrases.trailing and phrases.trailing.search(
        text, end, end + _TRAILING_REACH) else None
    for pattern, place in ((phrases.hedge_after, core_end), (phrases.hedge_after if end != core_end else None, end),
                           (distant, end)):
        after = pattern.match(text, place) if pattern else None
        if after:
            # Words between a figure and its hedge ("5 people or more") stay outside the fact.
            attached = pattern is phrases.hedge_after
            return phrases.hedges_after[key_of(after[1])][0], False, start, max(end, after.end()) if attached else end
    return "", False, start, end


def _hedge_before(text: str, start: int, phrases: Phrases) -> tuple[Hedge, bool, int] | None:
    """The hedge that ends right before `start`, whether it is soft, and where it begins."""
    if phrases.hedge_before is None:
        return None
    window, between = text[:start][-_REACH:], None
    found = phrases.hedge_before.match(window[::-1])
    if found is None and phrases.between and (between := phrases.between.search(window)):
        start -= len(between.group())
        found = phrases.hedge_before.match(window[:between.start()][::-1])
    if found is None:
        return None
    hedge, soft = phrases.hedges_before[key_of(found[1][::-1])]
    first = start - found.end()
    if hedge == "more" and phrases.compared and phrases.compared.search(text[max(0, first - _REACH):first]):
        soft = True
    if hedge in _DENIED and phrases.denied and phrases.denied.search(text[max(0, first - _DENIED_REACH):first]):
        hedge, soft = _DENIED[hedge], False
    # "From place 112" hedges nothing, "about place 40" does.
    return None if soft and between else (hedge, soft, first)
