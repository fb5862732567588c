"""Whether two dates say the same: by value, never by wording.

Partial dates are compatible where they do not contradict each other: "13/10" and "13 oktober 2024", "thứ Ba" and any
Tuesday. What is wrong is named by the contract's code.
"""
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from ..fact import Fact
from .calendar import days_of
from .compare_lengths import IN_DAYS, IN_MONTHS, MONTH, compare_lengths, in_days
from .compare_moments import compare_moments, months_of
from .comparison import Comparison
from .values import Duration, Interval, Moment, Shift, Value, readings

__all__ = ["Comparison", "compare", "compare_values", "figure"]


def compare(original: Fact, translation: Fact) -> Comparison:
    """Compare two facts of kind date; of several ways to read them, the pair that agrees best counts."""
    found = [compare_values(a, b) for a in readings(original.detail) for b in readings(translation.detail)]
    return max(found, key=lambda c: c.rank)


def compare_values(a: Value, b: Value) -> Comparison:
    """Compare two dates, each read in one way."""
    if isinstance(a, Interval):
        return _intervals(a, b)
    if isinstance(b, Interval):
        return _part_of(b, a)
    if isinstance(a, Duration):
        return compare_lengths(a, b) if isinstance(b, Duration) else _mixed(a, b)
    return _mixed(b, a) if isinstance(b, Duration) else compare_moments(a, b)


def _intervals(a: Interval, b: Value) -> Comparison:
    if not isinstance(b, Interval):
        return _part_of(a, b)
    start, end = compare_values(a.start, b.start), compare_values(a.end, b.end)
    worst = min(start, end, key=lambda c: c.rank)
    return replace(worst, likeness=(start.likeness + end.likeness) / 2)


def _part_of(whole: Interval, other: Moment | Duration) -> Comparison:
    """An interval against a single date, which may be one of its ends or lie within it."""
    if isinstance(other, Moment) and (other.quarter, other.half) != (None, None):
        return _stretch_of_year(whole, other)
    best = max((compare_values(side, other) for side in (whole.start, whole.end)), key=lambda c: c.rank)
    if best.relation == "same":
        return Comparison("compatible", note="one end of a span of time", likeness=0.7)
    if isinstance(other, Duration) and other.amount is not None and other.amount == _months(whole, other.unit):
        return Comparison("compatible", note="so many months of a year", likeness=0.5)
    if _inside(other, whole):
        return Comparison("compatible", note="within the span of time", likeness=0.4)
    return replace(best, likeness=best.likeness * 0.7)


def _stretch_of_year(whole: Interval, other: Moment) -> Comparison:
    """From one month to another against a quarter or a half: the same months of one year, or another stretch of it."""
    if not (isinstance(whole.start, Moment) and isinstance(whole.end, Moment)):
        return Comparison("different", "duration-changed", "a length of time is not a date", 0.0)
    year = compare_moments(whole.start._replace(month=None, day=None), other._replace(quarter=None, half=None))
    months = whole.start.month, whole.end.month
    if year.relation == "different" or None in months:
        return replace(year, relation="different", code=year.code or "date-changed", likeness=year.likeness * 0.7)
    if months == months_of(other):
        return Comparison("compatible", note="so many months of a year", likeness=0.7)
    return Comparison("different", "date-changed", "other months of the year", 0.4)


def _months(whole: Interval, unit: str) -> int | None:
    """How many months of one year an interval names ("the first nine months of 2018"), where that is what it names."""
    ends = whole.start, whole.end
    if unit != "month" or not all(isinstance(end, Moment) and end.day is None for end in ends):
        return None
    first, last = (end.month for end in ends if isinstance(end, Moment))
    return last - first + 1 if first is not None and last is not None else None


def _inside(value: Value, whole: Interval) -> bool:
    """Whether a moment that covers both ends names the interval in brief ("16-17 November" and "November")."""
    if not (isinstance(value, Moment) and isinstance(whole.start, Moment) and isinstance(whole.end, Moment)):
        return False
    first, last = days_of(whole.start), days_of(whole.end)
    days = days_of(value)
    return bool(first and last and days and first[0] <= days[0] and days[1] <= last[1])


def _mixed(length: Duration, moment: Moment) -> Comparison:
    """ "A year ago" and "last year", "the past decade" and "ten years": a distance and a stretch of that length."""
    shift = moment.shift
    named = moment.month is not None or moment.weekday is not None
    if shift is not None and shift.offset and shift.unit in (*IN_MONTHS, *IN_DAYS) and not named:
        return _distance(length, shift)
    if length.amount is not None and (moment.half, moment.quarter) != (None, None):
        months = length.amount * IN_MONTHS.get(length.unit, Decimal(0))
        if months == (6 if moment.half else 3):
            return Comparison("compatible", note="so many months of a year", likeness=0.6)
    if length.direction < 0 and length.amount is not None and moment.today is not None and moment.year is not None:
        return _years_back(length, moment)
    return Comparison("different", "duration-changed", "a length of time is not a date", 0.0)


def _distance(length: Duration, shift: Shift) -> Comparison:
    ahead = 1 if shift.offset > 0 else -1
    if length.amount is None and length.unit == shift.unit and length.direction in (0, ahead):
        return Comparison("compatible", note="one side gives no exact length", likeness=0.5)
    away = Duration(Decimal(abs(shift.offset)), shift.unit, ahead)
    found = compare_lengths(length, away)
    if found.relation == "different":
        return Comparison("different", found.code, found.note, found.likeness * 0.8)
    return Comparison("compatible", likeness=0.8 if length.direction else 0.6)


def _years_back(length: Duration, moment: Moment) -> Comparison:
    days = days_of(moment)
    if days is None or moment.today is None or length.amount is None:
        return Comparison("different", "duration-changed", "a length of time is not a date", 0.0)
    back = Decimal((moment.today - days[1]).days), Decimal((moment.today - days[0]).days)
    slack = MONTH * IN_MONTHS.get(length.unit, Decimal("0.05"))
    if back[0] - slack <= in_days(length) <= back[1] + slack:
        return Comparison("compatible", note="counted from the article's date", likeness=0.5)
    return Comparison("different", "date-changed", "counted from the article's date, they differ", 0.2)


def figure(value: Value) -> Decimal | None:
    """The bare figure by which the other side may have written a date as a number: a year alone, an age, a length."""
    if isinstance(value, Duration):
        return value.amount
    if isinstance(value, Moment) and value.year is not None and value.month is None and value.span == 1:
        return Decimal(value.written if value.written is not None else value.year)
    return None
