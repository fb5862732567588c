"""What a date means, in words for people; the ISO spelling is for machines."""
from __future__ import annotations

from calendar import day_name, month_name

from ..facts.dates import Detail, Duration, Interval, Moment, Shift, iso, readings

_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth"}


def date_meaning(detail: Detail) -> str:
    """The likeliest reading of a date in words.

    >>> from decimal import Decimal
    >>> date_meaning(Moment(month=11, shift=Shift("year", 1))), date_meaning(Moment(year=2000, span=10))
    ('November next year', 'the 2000s')
    >>> date_meaning(Interval(Moment(month=10, day=15), Moment(month=10, day=18))), date_meaning(
    ...     Duration(Decimal(3), "year", -1))
    ('15 October to 18 October', '3 years back')
    """
    value = readings(detail)[0]
    if isinstance(value, Interval):
        return f"{_plain(value.start)} {'and' if value.listed else 'to'} {_plain(value.end)}"
    return _plain(value)


def _plain(value: Moment | Duration) -> str:
    return _duration(value) if isinstance(value, Duration) else _moment(value)


def _duration(value: Duration) -> str:
    amount = "several" if value.amount is None else f"{value.amount.normalize():f}"
    length = f"{amount} {value.unit}" + ("" if value.amount == 1 else "s")
    if value.age:
        return f"{length} of age"
    return length + {-1: " back", 0: "", 1: " ahead"}[value.direction]


def _moment(moment: Moment) -> str:
    pieces = [moment.edge or "", day_name[moment.weekday - 1] if moment.weekday else "", _day(moment), _year(moment),
              moment.holiday or "", _shift(moment), moment.part or "", _time(moment)]
    return " ".join(piece for piece in pieces if piece) or iso(moment)


def _day(moment: Moment) -> str:
    month = month_name[moment.month] if moment.month and 1 <= moment.month <= 12 else ""
    if moment.day and not month:
        return f"the {moment.day}th of a month" if moment.month is None else f"{moment.day}/{moment.month}"
    return f"{moment.day} {month}" if moment.day else month


def _year(moment: Moment) -> str:
    part = (f"the {_ORDINALS.get(moment.quarter, '?')} quarter" if moment.quarter else
            f"the {_ORDINALS.get(moment.half, '?')} half" if moment.half else moment.season or "")
    if moment.year is None:
        return part
    if moment.span == 100:
        return f"the {moment.year // 100 + 1}th century"
    year = f"the {moment.year}s" if moment.span == 10 else str(moment.year)
    return f"{part} of {year}" if part else year


def _shift(moment: Moment) -> str:
    shift = moment.shift
    if shift is None:
        return ""
    if shift.unit == "occurrence":
        return "(this one)" if shift.offset == 0 else "(the next one)" if shift.offset > 0 else "(the last one)"
    if shift.unit == "day" and abs(shift.offset) <= 1 and not shift.anchored:
        return {-1: "yesterday", 0: "today", 1: "tomorrow"}[shift.offset]
    return _distance(shift)


def _distance(shift: Shift) -> str:
    if abs(shift.offset) > 1:
        return f"{abs(shift.offset)} {shift.unit}s {'ahead' if shift.offset > 0 else 'back'}"
    if shift.anchored:
        return {-1: "the {} before", 0: "the same {}", 1: "the {} after"}[shift.offset].format(shift.unit)
    return {-1: "last {}", 0: "this {}", 1: "next {}"}[shift.offset].format(shift.unit)


def _time(moment: Moment) -> str:
    return "" if moment.hour is None else f"{moment.hour}:{moment.minute or 0:02}"
