"""Whether two moments can be the same: field by field, and on the calendar where their days are known."""
from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .calendar import days_of, weekday_of
from .comparison import Comparison
from .values import BUDDHIST_OFFSET, Moment, Shift, iso

_YEARLY = {"year", "season", "sports-season"}  # what comes round once a year: "last season" was last year
_SPANS = {"week", "month", "quarter", "year", "decade", "century"}  # none of them is another
# The first half of a year: its last month, and its seasons.
_EARLY_MONTH, _EARLY_SEASONS = 6, ("spring", "summer")
_ERA_SLIP = 10  # years by which a wrongly converted year misses the right one, besides the 543 themselves
_PART_OVERLAPS = tuple(frozenset(pair.split()) for pair in (
    "evening night", "noon afternoon", "noon morning", "afternoon evening", "morning night", "midnight night"))


@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of two moments compares: None where a side leaves it open."""

    agrees: bool | None
    code: str = "date-changed"
    note: str = ""
    weight: float = 1.0


def compare_moments(a: Moment, b: Moment) -> Comparison:
    """Compare two moments by what both of them say."""
    fields = [check(a, b) for check in _CHECKS]
    agreeing = sum(field.weight for field in fields if field.agrees)
    wrong = [field for field in fields if field.agrees is False]
    if wrong:
        share = agreeing / (agreeing + sum(field.weight for field in wrong))
        alike = 0.15 if _shape(a) == _shape(b) else 0.0
        return Comparison("different", wrong[0].code, wrong[0].note, 0.25 + alike + 0.4 * share)
    if not agreeing:
        return _unlike(a, b)
    if _said(a) == _said(b):
        return Comparison("same", likeness=1.0)
    return Comparison("compatible", likeness=0.5 + 0.4 * agreeing / (agreeing + 2))


def _unlike(a: Moment, b: Moment) -> Comparison:
    """Moments that share no field: a weekday and a date, or a time of day and a year."""
    if _facet(a) != _facet(b):
        return Comparison("different", "date-changed", "one is a date, the other a time of day", 0.0)
    return Comparison("compatible", note="they name different things of one day or year", likeness=0.15)


def _facet(moment: Moment) -> str:
    dated = (moment.year, moment.month, moment.day, moment.weekday, moment.season, moment.holiday, moment.quarter,
             moment.half, moment.shift, moment.edge)
    return "date" if any(value is not None for value in dated) else "time"


def _said(moment: Moment) -> tuple[object, ...]:
    # Of the part of the day, that it is named: which parts agree is a field's own affair.
    return (moment.year, moment.span, moment.month, moment.day, moment.weekday, moment.quarter, moment.half,
            moment.season, moment.holiday, moment.edge, moment.hour, moment.minute or 0, moment.part is None,
            moment.shift)


def _shape(moment: Moment) -> tuple[bool, ...]:
    """Which fields a moment fills: two weekdays are likelier to stand for each other than a weekday and a month."""
    return tuple(value is not None for value in _said(moment))


def _equal(name: str, code: str = "date-changed") -> Callable[[Moment, Moment], _Field]:
    """A check that a field is the same on both sides wherever both have it."""
    def check(a: Moment, b: Moment) -> _Field:
        first, second = getattr(a, name), getattr(b, name)
        if first is None or second is None:
            return _Field(None)
        return _Field(first == second, code, f"{name} {first} is not {second}")
    return check


def _year(a: Moment, b: Moment) -> _Field:
    if a.year is None or b.year is None or a.shift is not None or b.shift is not None:
        return _Field(None)
    if a.span != b.span:
        wide, narrow = (a, b) if a.span > b.span else (b, a)
        kind = "a decade" if wide.span == 10 else "a century"
        return _Field(False, "date-changed", f"{iso(wide)} is {kind}, {iso(narrow)} is not")
    if a.span == 10 and "be" in (a.era, b.era):
        # A decade of the Buddhist era begins three years before one of the common era.
        return _Field(abs(a.year - b.year) <= 3, "date-changed", f"{iso(a)} is not {iso(b)}")
    if a.span == 10 and min(a.year, b.year) < 100:
        return _Field(a.year % 100 == b.year % 100, "date-changed", f"{iso(a)} is not {iso(b)}")
    if a.year == b.year:
        return _Field(True)
    return _wrong_year(a, b)


def _wrong_year(a: Moment, b: Moment) -> _Field:
    assert a.year is not None and b.year is not None
    apart = abs(a.year - b.year)
    if abs(apart - BUDDHIST_OFFSET) <= _ERA_SLIP and _thai(a, b):
        return _Field(False, "era-changed", f"{a.year} and {b.year} are {apart} years apart: the era was not converted")
    if apart <= _ERA_SLIP and "be" in (a.era, b.era) and a.era != b.era:
        return _Field(False, "era-changed", f"{a.year} and {b.year}: the era was converted wrongly")
    return _Field(False, "date-changed", f"{a.year} is not {b.year}")


def _thai(a: Moment, b: Moment) -> bool:
    """Whether either side marks or implies an era, so that 543 years between them are no accident."""
    return a.era is not None or b.era is not None or max(a.year or 0, b.year or 0) > 2400


def months_of(moment: Moment) -> tuple[int, int] | None:
    """The first and the last month of a year that a month, a quarter or a half of it covers."""
    for number, length in ((moment.month, 1), (moment.quarter, 3), (moment.half, 6)):
        if number is not None:
            return (number - 1) * length + 1, number * length
    return None


def _stretch(a: Moment, b: Moment) -> _Field:
    """A quarter against a half, or a month against either: a month may lie in it, the two others never are one."""
    first, second = months_of(a), months_of(b)
    if first is None or second is None or first[1] - first[0] == second[1] - second[0]:
        return _Field(None)
    inside = first[0] <= second[0] <= second[1] <= first[1] or second[0] <= first[0] <= first[1] <= second[1]
    if inside and (a.month or b.month):
        return _Field(None)
    return _Field(False, "date-changed", f"{iso(a)} is not {iso(b)}")


@lru_cache(maxsize=1)
def _feasts() -> Mapping[str, Mapping[str, Sequence[Any]]]:
    """When feasts fall that have no one day: on which days, or in which months."""
    found: dict[str, dict[str, Sequence[Any]]] = tomllib.loads(
        files(__package__).joinpath("feasts.toml").read_text("utf-8"))
    return found


def _holiday(a: Moment, b: Moment) -> _Field:
    if a.holiday is not None and b.holiday is not None:
        close = a.holiday == b.holiday or a.holiday.split("-")[0] == b.holiday.split("-")[0]
        return _Field(close, "date-changed", f"{a.holiday} is not {b.holiday}")
    named, dated = (a, b) if a.holiday is not None else (b, a)
    if named.holiday is None or dated.month is None:
        return _Field(None)
    note = f"{iso(dated)} is not {named.holiday}"
    days, months = _feasts()["days"].get(named.holiday), _feasts()["months"].get(named.holiday)
    if days is not None and dated.day is not None:
        return _Field([dated.month, dated.day] in days, "date-changed", note)
    if months is not None and dated.month not in months:
        return _Field(False, "date-changed", note)
    return _Field(None)


def _weekday(a: Moment, b: Moment) -> _Field:
    if a.weekday is not None and b.weekday is not None:
        return _Field(a.weekday == b.weekday, "weekday-changed", "the weekdays differ")
    named, other = (a, b) if a.weekday is not None else (b, a)
    known = weekday_of(other) if named.weekday is not None else None
    if known is None:
        return _Field(None)
    return _Field(known == named.weekday, "weekday-changed", f"{iso(other)} falls on another weekday")


def _relative(a: Moment, b: Moment) -> _Field:
    """Two distances, or a distance and a date, compared on the calendar where today is known, else by direction."""
    if a.shift is None and b.shift is None:
        return _Field(None)
    first, second = days_of(a), days_of(b)
    if first is not None and second is not None:
        return _Field(first[0] <= second[1] and second[0] <= first[1], "date-changed", f"{iso(a)} is not {iso(b)}")
    if a.shift is None or b.shift is None:
        return _Field(None)
    if _ends_week(a, b) or _ends_week(b, a):
        return _Field(a.shift.offset == b.shift.offset, "date-changed", f"{iso(a)} is not {iso(b)}")
    if a.season == b.season == "winter" and _is_of_two_years(a.shift, b.shift):
        return _Field(None)
    if _said_to_recur(a, b) and _may_be_next_year(a.shift, b.shift):
        return _Field(None)
    agrees = _shifts_agree(a.shift, b.shift, _named(a) & _named(b))
    return _Field(agrees, "date-changed", f"{iso(a)} is not {iso(b)}")


def _ends_week(a: Moment, b: Moment) -> bool:
    """Whether one is a weekend and the other the end of a week: "cuối tuần tới" is either."""
    return (a.shift is not None and a.shift.unit == "weekend" and b.shift is not None and b.shift.unit == "week"
            and b.edge == "late")


def _said_to_recur(a: Moment, b: Moment) -> bool:
    """Whether both name a part of the year that is likely next year's once one speaks of the coming one.

    On most days of a year the coming January or spring is, the coming November or winter is not.
    """
    return (a.month is not None and a.month == b.month and a.month <= _EARLY_MONTH
            or a.season is not None and a.season == b.season and a.season in _EARLY_SEASONS)


def _may_be_next_year(a: Shift, b: Shift) -> bool:
    """Whether one is the coming one of its kind, the other next year's."""
    return {a.unit: a.offset, b.unit: b.offset} == {"occurrence": 1, "year": 1}


def _is_of_two_years(a: Shift, b: Shift) -> bool:
    """Whether one is this of its kind, the other last or next year's: a winter may be both."""
    return ("occurrence", 0) in ((a.unit, a.offset), (b.unit, b.offset)) and "year" in (a.unit, b.unit)


def _named(moment: Moment) -> set[str]:
    """What a moment names that comes round again."""
    return {name for name in ("month", "weekday", "season") if getattr(moment, name) is not None}


def _shifts_agree(a: Shift, b: Shift, named: set[str]) -> bool | None:
    if a.unit == b.unit:
        # "This Saturday" may be the next or the last one; "this year" is neither.
        return a.offset == b.offset or (a.unit in ("occurrence", "weekend", "season") and 0 in (a.offset, b.offset))
    if {a.unit, b.unit} <= _YEARLY:
        return a.offset == b.offset
    if "occurrence" in (a.unit, b.unit):
        return _occurs(a, b, named) if a.unit == "occurrence" else _occurs(b, a, named)
    if a.offset == b.offset == 0 and {a.unit, b.unit} <= _SPANS:
        return False  # this week is not this month
    return 0 in (a.offset, b.offset) and {a.unit, b.unit} != {"month", "year"}


def _occurs(one: Shift, other: Shift, named: set[str]) -> bool | None:
    """Whether one of its kind, of which only the direction is told, may be that of a year, a month or a week."""
    this_of_another = one.offset == 0 and other.unit == "year" and other.offset != 0
    if not named:
        # "This summer" is not last year's; last summer may well be.
        return False if one.offset * other.offset < 0 or this_of_another else None
    if this_of_another and named <= {"month", "season"}:
        return False
    if one.offset > 0 and other.unit == "year":
        return other.offset == 0  # "this coming November" lies in this year, as far as anyone can tell
    return one.offset * other.offset >= 0


def _edge(a: Moment, b: Moment) -> _Field:
    if a.edge is None or b.edge is None:
        return _Field(None)
    return _Field(a.edge == b.edge, "date-changed", f"{a.edge} is not {b.edge}", 0.3)


def _hour(a: Moment, b: Moment) -> _Field:
    if a.hour is None or b.hour is None:
        return _part_of_hour(a, b)
    apart = abs((a.hour * 60 + (a.minute or 0)) - (b.hour * 60 + (b.minute or 0))) % 1440
    agrees = apart == 0 or (apart == 720 and (a.twelve or b.twelve))
    return _Field(agrees, "time-changed", f"{iso(a)} is not {iso(b)}")


def _part_of_hour(a: Moment, b: Moment) -> _Field:
    """A part of the day beside a time of day, or two parts."""
    if a.hour is None and b.hour is None:
        return _part(a, b)
    timed, other = (a, b) if a.hour is not None else (b, a)
    span = _PART_HOURS.get(other.part or "")
    if timed.hour == POINTS.get(other.part or ""):
        return _Field(True, "time-changed")
    if span is None or timed.hour is None or timed.twelve:
        return _Field(None)
    inside = any(span[0] <= hour <= span[1] for hour in (timed.hour, timed.hour + 24))
    return _Field(inside, "time-changed", f"{iso(timed)} is not in the {other.part}")


POINTS = {"noon": 12, "midnight": 0}
"""The hours that some parts of the day are."""
_PART_HOURS = {"morning": (0, 12), "noon": (10, 15), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 30)}


def _part(a: Moment, b: Moment) -> _Field:
    if a.part is None or b.part is None:
        return _Field(None)
    close = a.part == b.part or frozenset({a.part, b.part}) in _PART_OVERLAPS
    return _Field(close, "time-changed", f"the {a.part} is not the {b.part}", 0.3)


_CHECKS: tuple[Callable[[Moment, Moment], _Field], ...] = (
    _year, _equal("month"), _equal("day"), _weekday, _equal("quarter"), _equal("half"), _stretch, _equal("season"),
    _holiday, _relative, _edge, _hour)
