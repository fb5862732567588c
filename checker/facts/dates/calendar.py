"""What a calendar knows: which days a moment covers, which days there are, and which weekday they fall on."""
from __future__ import annotations

import datetime as dt

from .values import Moment, Shift

_DAY = dt.timedelta(days=1)
_QUARTERS = {1: (1, 3), 2: (4, 6), 3: (7, 9), 4: (10, 12)}
_HALVES = {1: (1, 6), 2: (7, 12)}

Days = tuple[dt.date, dt.date]
"""The first and the last day of a stretch of the calendar."""


def impossible(moment: Moment) -> bool:
    """Whether no calendar has such a day: 31 April, or 29 February of a common year.

    >>> impossible(Moment(month=4, day=31)), impossible(Moment(month=2, day=29)), impossible(Moment(2023, 2, 29))
    (True, False, True)
    """
    if moment.month is None or moment.day is None:
        return False
    year = moment.year if moment.year is not None and 1 <= moment.year <= 9999 else 2000
    return _date(year, moment.month, moment.day) is None


def weekday_of(moment: Moment) -> int | None:
    """The weekday (1 is Monday) of a full date, else None; also of a relative one whose day is known."""
    days = days_of(moment)
    return days[0].isoweekday() if days and days[0] == days[1] else None


def days_of(moment: Moment) -> Days | None:
    """The days that a moment covers, or None where the text and `today` do not settle it."""
    if moment.shift is not None:
        return _shifted(moment, moment.shift)
    if moment.year is None or not 1 <= moment.year <= 9000 or (moment.span == 10 and moment.year < 100):
        return None
    if moment.span > 1:
        return dt.date(moment.year, 1, 1), dt.date(moment.year + moment.span - 1, 12, 31)
    return _within_year(moment, moment.year)


def _within_year(moment: Moment, year: int) -> Days | None:
    if moment.month is not None and moment.day is not None:
        day = _date(year, moment.month, moment.day)
        return (day, day) if day else None
    if moment.month is not None:
        return _months(year, moment.month, moment.month)
    if moment.quarter is not None:
        return _months(year, *_QUARTERS[moment.quarter])
    if moment.half is not None:
        return _months(year, *_HALVES[moment.half])
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> Days:
    after = dt.date(year + last // 12, last % 12 + 1, 1)
    return dt.date(year, first, 1), after - _DAY


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _shifted(moment: Moment, shift: Shift) -> Days | None:
    """The days of a relative moment, where `today` is known and the distance counts from it."""
    if moment.today is None or shift.anchored:
        return None
    if shift.unit == "occurrence":
        return _occurrence(moment, shift.offset, moment.today)
    if shift.unit == "day":
        day = moment.today + shift.offset * _DAY
        return day, day
    if shift.unit == "week":
        monday = moment.today + (7 * shift.offset + 1 - moment.today.isoweekday()) * _DAY
        day = monday + ((moment.weekday or 1) - 1) * _DAY
        return (day, day) if moment.weekday else (monday, monday + 6 * _DAY)
    return _shifted_months(moment, shift, moment.today)


def _shifted_months(moment: Moment, shift: Shift, today: dt.date) -> Days | None:
    if shift.unit == "month":
        count = today.year * 12 + today.month - 1 + shift.offset
        year, month = divmod(count, 12)
        if not 1 <= year <= 9000:
            return None
        if moment.day is not None:
            day = _date(year, month + 1, moment.day)
            return (day, day) if day else None
        return _months(year, month + 1, month + 1)
    year = today.year + shift.offset
    return _within_year(moment, year) if shift.unit == "year" and 1 <= year <= 9000 else None


def _occurrence(moment: Moment, direction: int, today: dt.date) -> Days | None:
    """The next or the last weekday, month or date of a name; "this" one may lie on either side, and is left open."""
    if direction == 0:
        return None
    if moment.weekday is not None:
        ahead = (moment.weekday - today.isoweekday()) % 7 or 7
        day = today + (ahead if direction > 0 else (ahead % 7 or 7) - 7 if ahead < 7 else -7) * _DAY
        return day, day
    if moment.month is None:
        return None
    here = (moment.month, moment.day or 1) > (today.month, today.day if moment.day else 1)
    year = today.year + (0 if here else 1) if direction > 0 else today.year - _not_yet(moment, today)
    return _within_year(moment, year)


def _not_yet(moment: Moment, today: dt.date) -> int:
    """1 where a month or a day has not come yet this year, 0 where it has."""
    if moment.day is None:
        return int((moment.month or 0) >= today.month)
    return int((moment.month or 0, moment.day) >= (today.month, today.day))
