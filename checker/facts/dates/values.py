"""What a date states: moments, intervals and durations, as frozen values, and their ISO 8601 / EDTF spelling.

A value holds only what the text says. A field that is None is unsaid, never "unknown to us": two values can
be compatible without being equal ("13/10" and "13 oktober 2024").
"""
from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, Union

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
"""EDTF numbers of the seasons; quarters are 33 to 36, halves 40 and 41."""

BUDDHIST_OFFSET = 543
"""Years by which the Buddhist era, as Thailand counts it, is ahead of the common era."""


class Shift(NamedTuple):
    """A distance from the day of speaking, in `unit`s: "last year" is -1 year, "this week" 0 weeks.

    The unit "occurrence" says a direction only: "this coming November" is the next one, whenever that is. With
    `anchored` true the distance counts from a moment named before ("the following year"), not from today.
    """

    unit: str
    offset: int
    anchored: bool = False


class Moment(NamedTuple):
    """A stretch of the calendar or of the day, as far as the text says it.

    `year` is of the common era (0 is 1 BC); `span` is 10 for a decade and 100 for a century that begins with `year`;
    a decade below 100 has lost its century ("les années 80"). `weekday` is 1 for Monday to 7. `edge` is "early", "mid"
    or "late". `hour` runs from 0 to 24; `twelve` says that it may as well be twelve hours later. `part` is a part
    of the day or "weekend". `era` is "be" or "ce" where the year is marked so or can only be read so, and `written` the
    year as it stands in the text. `today` is the day from which `shift` counts, where that is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    span: int = 1
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    holiday: str | None = None
    edge: str | None = None
    hour: int | None = None
    minute: int | None = None
    twelve: bool = False
    part: str | None = None
    zone: str | None = None
    shift: Shift | None = None
    era: str | None = None
    marked: bool = False
    written: int | None = None
    today: dt.date | None = None


class Duration(NamedTuple):
    """A length of time or an age. `amount` None is vague ("several years").

    `direction` is -1 for what lies back ("three years ago", "the past three years"), 1 for what lies ahead or comes
    after, 0 where the text does not say. `led` is "event" where the event that it counts from follows ("a month before
    the war"), "moment" where it counts from now or from what was said ("a month ago", "a month later"), else "".
    `each` is set where something is done or counted by it ("every month", "a month").
    """

    amount: Decimal | None
    unit: str
    direction: int = 0
    age: bool = False
    led: str = ""
    each: bool = False


class Interval(NamedTuple):
    """From one moment to another, both included, or a length between two lengths.

    `listed` is set where the text names the two alone ("the 16th and 17th").
    """

    start: Moment | Duration
    end: Moment | Duration
    listed: bool = False


Value = Union[Moment, Interval, Duration]


@dataclass(frozen=True, slots=True)
class Either:
    """A text that can be read in more than one way, the likeliest first ("2 giờ": two hours, or two o'clock)."""

    readings: tuple[Value, ...]


Detail = Union[Value, Either]


def readings(detail: Detail) -> tuple[Value, ...]:
    """All ways to read a date, the likeliest first."""
    return detail.readings if isinstance(detail, Either) else (detail,)


def iso(detail: Detail) -> str:
    """The normal form of a date: ISO 8601 or EDTF, with plain words for what they cannot say.

    >>> iso(Moment(year=2000, span=10)), iso(Moment(month=10, day=16)), iso(Duration(Decimal("1.5"), "year"))
    ('200X', '--10-16', 'P1Y6M')
    >>> iso(Interval(Moment(month=10, day=15), Moment(month=10, day=18)))
    '--10-15/--10-18'
    >>> iso(Moment(month=11, shift=Shift("occurrence", 1))), iso(Moment(shift=Shift("year", -1)))
    ('--11 next', 'year-1')
    """
    value = readings(detail)[0]
    if isinstance(value, Interval):
        return f"{iso(value.start)}/{iso(value.end)}"
    if isinstance(value, Duration):
        return _iso_duration(value)
    return _iso_moment(value)


def _iso_moment(moment: Moment) -> str:
    pieces = [_iso_date(moment)]
    if moment.shift is not None:
        pieces.append(_iso_shift(moment.shift))
    pieces += [word for word in (moment.edge,) if word]
    date = " ".join(piece for piece in pieces if piece)
    time = _iso_time(moment)
    return f"{date} {time}" if date and time else date or time


def _iso_shift(shift: Shift) -> str:
    if shift.unit == "occurrence":
        return "this" if shift.offset == 0 else "next" if shift.offset > 0 else "last"
    return f"{shift.unit}{shift.offset:+d}" if shift.offset else f"this {shift.unit}"


def _iso_date(moment: Moment) -> str:
    if moment.span > 1 and moment.year is not None:
        return _iso_span(moment.year, moment.span)
    part = _sub_year(moment)
    if part is not None:
        return f"{_iso_year(moment.year)}-{part}" if moment.year is not None else f"XXXX-{part}"
    if moment.holiday is not None:
        return f"{_iso_year(moment.year)} {moment.holiday}" if moment.year is not None else moment.holiday
    if moment.year is not None:
        return "-".join([_iso_year(moment.year), *(f"{n:02d}" for n in (moment.month, moment.day) if n is not None)])
    if moment.month is not None:
        return f"--{moment.month:02d}" + (f"-{moment.day:02d}" if moment.day is not None else "")
    if moment.day is not None:
        return f"---{moment.day:02d}"
    return f"-W-{moment.weekday}" if moment.weekday is not None else ""


def _sub_year(moment: Moment) -> int | None:
    if moment.season is not None:
        return SEASONS[moment.season]
    if moment.quarter is not None:
        return 32 + moment.quarter
    return 39 + moment.half if moment.half is not None else None


def _iso_year(year: int | None) -> str:
    if year is None:
        return ""
    return f"{year:04d}" if year >= 0 else f"{year:05d}"


def _iso_span(year: int, span: int) -> str:
    if span == 10 and year < 100:
        return f"XX{year // 10}X"
    return f"{year // span:0{4 - len(str(span)) + 1}d}" + "X" * (len(str(span)) - 1)


def _iso_time(moment: Moment) -> str:
    if moment.hour is None:
        return moment.part or ""
    minutes = f":{moment.minute:02d}" if moment.minute is not None else ""
    return f"T{moment.hour:02d}{minutes}" + (f"[{moment.zone}]" if moment.zone else "") + ("?" if moment.twelve else "")


_DESIGNATORS = {"century": (100, "Y"), "decade": (10, "Y"), "year": (1, "Y"), "quarter": (3, "M"), "month": (1, "M"),
                "week": (1, "W"), "day": (1, "D"), "hour": (1, "H"), "minute": (1, "M"), "second": (1, "S")}
_SMALLER = {"year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second")}


def _iso_duration(duration: Duration) -> str:
    sign = "-" if duration.direction < 0 else ""
    if duration.amount is None:
        return f"{sign}P?{duration.unit}"
    factor, _ = _DESIGNATORS[duration.unit]
    unit = duration.unit if duration.unit not in ("century", "decade") else "year"
    return f"{sign}P{_iso_amount(duration.amount * factor, unit if factor != 3 else 'month')}"


def _iso_amount(amount: Decimal, unit: str) -> str:
    whole = amount.to_integral_value(rounding="ROUND_FLOOR")
    rest = amount - whole
    clock = "T" if unit in ("hour", "minute", "second") else ""
    if rest and unit in _SMALLER:
        factor, smaller = _SMALLER[unit]
        if (rest * factor) % 1 == 0:
            less = _iso_amount(rest * factor, smaller)
            less = less[1:] if clock else less
            return (f"{clock}{whole:f}{_DESIGNATORS[unit][1]}" if whole else clock) + less
    return f"{clock}{_plain(amount)}{_DESIGNATORS[unit][1]}"


def _plain(amount: Decimal) -> str:
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
