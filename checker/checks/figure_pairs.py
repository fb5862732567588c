"""What two figures of a pair of texts have to do with each other: numbers and dates are one family.

A figure may be a number on one side and a date on the other ("68" and "68 tuổi", "2013" and "năm 2013"), so both kinds
are compared here, and only here.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ..facts import Fact
from ..facts.dates import Duration, Interval, Moment, readings
from ..facts.dates.compare import compare as compare_dates
from ..facts.numbers import Quantity, find_numerals
from ..facts.numbers.compare import SEPARATOR
from ..facts.numbers.compare import compare as compare_quantities

# Facts less sure than this are articles, pronouns or idioms as often as figures: they can match, and are never missed.
SURE = 0.5
# Bounds of dates that contradict each other, and how sure a lost or added one is a fault.
_OPPOSITE, _LOST, _VAGUER = 0.85, 0.6, 0.52
# How sure it is that a month alone is a fault where the other side names a day of it.
_COARSER = 0.4
# How sure it is that one length is a fault where the other side says from which to which.
_RANGE = 0.55
# The weight up to which a length has no number, but an article.
_UNCOUNTED = 0.3
# The rank of a figure with a unit and an article without one: hardly the same one, if another is there.
_ARTICLE = 0.5
# Minutes at which a half of a match ends, from which others are told: "seven minutes from time" is the 83rd.
_WHISTLES = tuple(map(Decimal, (45, 90, 105, 120)))
# A day in figures, which may be a score.
_DAY = re.compile(r"\d{1,2}[-/]\d{1,2}")
# Dates that contradict each other nowhere and share less than this share nothing.
UNLIKE = 0.3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two figures compare.

    `agrees` says that they are the same figure (whatever their hedge or unit); `rank` (0 to 1) orders the candidates
    for a match. `code` is the finding's code if they stand for each other, "" where nothing is to be said,
    `certainty` how sure it is a fault then; `converted` marks a right conversion.
    """

    agrees: bool
    rank: float
    code: str = ""
    certainty: float = 0.0
    note: str = ""
    converted: bool = False


def compared(original: Fact, translation: Fact, languages: tuple[str, str]) -> Likeness:
    """Compare two facts of the family; `languages` are those of the two texts."""
    if original.kind == translation.kind == "number":
        return _numbers(original.detail, translation.detail)
    if original.kind == translation.kind == "date":
        return _dates(original, translation)
    return _across(original, translation, languages)


def _numbers(original: Quantity, translation: Quantity) -> Likeness:
    if any(a.form == "ordinal" and b.form == "count" and b.weak
           for a, b in ((original, translation), (translation, original))):
        return Likeness(False, 0.0)  # no article stands for the first of a row
    found = compare_quantities(original, translation)
    form = 0.03 * (original.form == translation.form) + 0.02 * (original.units == translation.units)
    if found.relation == "same":
        return Likeness(True, 0.95 + form if _alike(original, translation) else _ARTICLE)
    if found.relation == "converted":
        return Likeness(True, 0.9, "conversion", 0.9, found.note, converted=True)
    if found.relation == "rounded":
        return Likeness(True, 0.75, note=found.note)
    if found.code in ("bound-changed", "unit-changed") or found.note == SEPARATOR:
        return Likeness(True, 0.8 + form, found.code, found.certainty, found.note)
    near = 0.25 if found.code in ("magnitude-changed", "range-changed", "conversion") else 0.15
    return Likeness(False, near + form, found.code, found.certainty, found.note)


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether no article stands for a figure with its unit: the "een" of "een draad" is not that of "een meter"."""
    return not (one.units and other.weak and not other.units or other.units and one.weak and not one.units)


def _dates(original: Fact, translation: Fact) -> Likeness:
    found = compare_dates(original, translation)
    if found.relation == "compatible" and found.likeness < UNLIKE:
        return Likeness(False, 0.12)  # a weekday here, a day of the month there: perhaps one day, never a fault
    if found.relation != "different":
        loose = any(_vague(date) or date.evidence["soft"] for date in (original, translation)) or (
            {original.bound, translation.bound} == {"", "~"} and any(map(_is_span, (original, translation))))
        code, sure = ("", 0.0) if loose else _bounds(original.bound, translation.bound)
        if _turns_soft(original, translation):
            code, sure = "bound-changed", _LOST
        if _is_one_of_two_lengths(original, translation) or _is_one_of_two_lengths(translation, original):
            code, sure = "duration-changed", _RANGE
        if not code and (_loses_day(original, translation) or _loses_day(translation, original)):
            code, sure = "date-changed", _COARSER
        rank = 0.95 + 0.05 * found.likeness if found.relation == "same" else 0.6 + 0.3 * found.likeness
        return Likeness(True, rank, code, sure)
    alike = 0.05 * (type(readings(original.detail)[0]) is type(readings(translation.detail)[0]))
    sure = 0.6 + 0.35 * min(1.0, 2 * found.likeness)
    return Likeness(False, 0.4 * found.likeness + alike, found.code, sure, found.note)


def repeats(fact: Fact) -> bool:
    """Whether a fact says how often, or for how long so much is: "every month", "per year"."""
    value = readings(fact.detail)[0] if fact.kind == "date" else None
    return isinstance(value, Duration) and value.each


def may_repeat(fact: Fact) -> bool:
    """Whether a fact is one of a unit without a number, with which so much may be told: "8 million a month"."""
    value = readings(fact.detail)[0] if fact.kind == "date" else None
    return isinstance(value, Duration) and value.amount == 1 and fact.evidence["weight"] <= _UNCOUNTED


def _is_one_of_two_lengths(whole: Fact, part: Fact) -> bool:
    """Whether one side says how long at least and at most, the other a single length."""
    span, length = readings(whole.detail)[0], readings(part.detail)[0]
    return isinstance(span, Interval) and isinstance(span.start, Duration) and isinstance(length, Duration)


def _turns_soft(original: Fact, translation: Fact) -> bool:
    """Whether what lasts at most so long on one side lasts longer on the other.

    A soft bound from below proves nothing: "quá một ngày" is behind a denial as often as not.
    """
    for one, other in ((original, translation), (translation, original)):
        if (one.bound, other.bound) == ("<", ">") and one.evidence["soft"] and not other.evidence["soft"]:
            return True
    return False


def _loses_day(original: Fact, translation: Fact) -> bool:
    """Whether the day of a month that one side names is left out of the same month on the other."""
    one, other = readings(original.detail)[0], readings(translation.detail)[0]
    if not isinstance(one, Moment) or not isinstance(other, Moment) or one.day is None or one.month is None:
        return False
    return other.month == one.month and (other.day, other.weekday, other.edge) == (None, None, None)


def _vague(date: Fact) -> bool:
    """Whether a date is a length of which nobody says how long it is: "hardly a few hours"."""
    value = readings(date.detail)[0]
    return isinstance(value, Duration) and value.amount is None


def _is_span(date: Fact) -> bool:
    """Whether a date has two ends, which say by themselves that neither is exact."""
    return isinstance(readings(date.detail)[0], Interval)


def _bounds(one: str, other: str) -> tuple[str, float]:
    if one == other or {one, other} == {"<", "~"}:
        return "", 0.0
    if one and other:
        return "bound-changed", _OPPOSITE if {one, other} == {">", "<"} else _VAGUER
    return "bound-changed", _VAGUER if "~" in (one, other) else _LOST


def _across(original: Fact, translation: Fact, languages: tuple[str, str]) -> Likeness:
    """A number against a date: the same where the date's own figure is the number's."""
    number, date = (original, translation) if original.kind == "number" else (translation, original)
    quantity: Quantity = number.detail
    if quantity.weak or repeats(date):
        return Likeness(False, 0.0)
    figures = _figures(date, languages[original.kind == "number"])
    lone = len(quantity.amounts) == 1 or not _DAY.fullmatch(date.text)
    if lone and set(quantity.values) & figures or _are_its_ends(quantity, date, figures):
        loose = quantity.soft or date.evidence["soft"] or len(quantity.amounts) > 1
        code, sure = ("", 0.0) if loose else _bounds(original.bound, translation.bound)
        if quantity.soft and not date.evidence["soft"] and {number.bound, date.bound} == {"<", ">"}:
            code, sure = "bound-changed", _LOST  # "boven de 65" is no "under 65 years"
        return Likeness(True, 0.55, code, sure)
    if _is_minute_of_play(quantity, date) or _is_written_as_part(number, date):
        return Likeness(True, 0.55)
    if len(quantity.amounts) > 1 and _DAY.fullmatch(date.text):
        return Likeness(False, 0.2, "number-changed", 0.85)  # what looks like a day is a score, and another
    bare = quantity.form == "count" and not quantity.units
    return Likeness(False, 0.1 if bare and _counts(date) else 0.0, "number-changed", 0.6)


def _are_its_ends(quantity: Quantity, date: Fact, figures: set[Decimal]) -> bool:
    """Whether two figures are those of a date; of a day and month, in their order ("9-7" is no "7-9")."""
    if len(quantity.amounts) < 2 or not set(quantity.amounts) <= figures:
        return False
    moment = readings(date.detail)[0]
    if not isinstance(moment, Moment) or moment.day is None or moment.month is None:
        return True
    return quantity.amounts == (Decimal(moment.day), Decimal(moment.month))


def _is_written_as_part(number: Fact, date: Fact) -> bool:
    """Whether what was read as a fraction is a day and its month ("ngày bầu cử 6/11")."""
    value = readings(date.detail)[0]
    if not isinstance(value, Moment) or value.day is None or value.month is None:
        return False
    return number.text in (f"{value.day}/{value.month}", f"{value.day:02d}/{value.month:02d}")


def _is_minute_of_play(quantity: Quantity, date: Fact) -> bool:
    """Whether a bare figure is the minute of a match that a length tells from a whistle: the 83rd, seven from time."""
    value = readings(date.detail)[0]
    if not isinstance(value, Duration) or value.unit != "minute" or value.amount is None:
        return False
    minute = quantity.amount
    bare = len(quantity.amounts) == 1 and quantity.form in ("count", "ordinal") and not quantity.units
    told = (minute + value.amount,) if value.direction <= 0 else (minute - value.amount,)
    return bare and any(whistle in _WHISTLES for whistle in told)


def _counts(date: Fact) -> bool:
    """Whether a date is of the kind that a bare number can stand for: an age, a length of time, a year."""
    value = readings(date.detail)[0]
    return isinstance(value, Duration) or isinstance(value, Moment) and value.year is not None


def _figures(date: Fact, language: str) -> set[Decimal]:
    """The figures that a date is written with, and those that it means; of a length in two units, what it means."""
    written = {n.value for n in find_numerals(date.text, language)}
    found = written if len(written) == 1 or not isinstance(readings(date.detail)[0], Duration) else set()
    for value in readings(date.detail):
        for moment in (value.start, value.end) if isinstance(value, Interval) else (value,):
            if isinstance(moment, Moment) and moment.year is not None:
                found.add(Decimal(moment.year))
            elif isinstance(moment, Duration) and moment.amount is not None:
                found.add(moment.amount)
                if moment.age and moment.unit == "month":
                    found.add(moment.amount / 12)  # "twins of one and a half"
    return found
