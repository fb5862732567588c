"""Whether two dates say the same: by value, never by wording.

Partial dates are compatible where they do not contradict each other: "13/10" and "13 oktober 2024", "thứ Ba" and any
Tuesday. What is wrong is named by the contract's code.
"""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ..fact import Fact
from .calendar import days_of, weekday_of
from .values import BUDDHIST_OFFSET, Duration, Interval, Moment, Shift, Value, iso, readings

Relation = Literal["same", "compatible", "different"]

_RANK = {"different": 0, "compatible": 1, "same": 2}
_ERA_SLIP = 10  # years by which a wrongly converted year misses the right one, besides the 543 themselves
_MONTHS = {"century": Decimal(1200), "decade": Decimal(120), "year": Decimal(12), "quarter": Decimal(3),
           "month": Decimal(1)}
_DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24, "minute": Decimal(1) / 1440,
         "second": Decimal(1) / 86400}
_MONTH_IN_DAYS = Decimal("30.44")
_NEAR = Decimal("0.09")  # "30 days" and "a month", "12 weeks" and "3 months": one length in two units
_FEASTS = {"christmas": ((12, 24), (12, 25), (12, 26)), "christmas-day": ((12, 25), (12, 26)),
           "new-year": ((12, 31), (1, 1)), "songkran": ((4, 13), (4, 14), (4, 15)), "easter": (), "thanksgiving": ()}
_VAGUELY_ALIKE = ({"year", "decade"},)  # "tens of years" are decades
_PART_OVERLAPS = tuple(frozenset(pair.split()) for pair in (
    "evening night", "noon afternoon", "noon morning", "afternoon evening", "morning night", "midnight night"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a translation's date stands to the original's.

    `code` names the fault of different dates. `likeness` (0 to 1) ranks candidates for a match: 1 for the same date, 0
    for dates that have nothing in common ("14:30" and "2013"). `note` is a plain sentence on what differs, or "".
    """

    relation: Relation
    code: str = ""
    note: str = ""
    likeness: float = 0.0


def compare(original: Fact, translation: Fact) -> Comparison:
    """Compare two facts of kind date; of several ways to read them, the pair that agrees best counts."""
    found = [compare_values(a, b) for a in readings(original.detail) for b in readings(translation.detail)]
    return max(found, key=lambda c: (_RANK[c.relation], c.likeness))


def compare_values(a: Value, b: Value) -> Comparison:
    """Compare two dates, each read in one way."""
    if isinstance(a, Interval) or isinstance(b, Interval):
        return _intervals(a, b)
    if isinstance(a, Duration) and isinstance(b, Duration):
        return _durations(a, b)
    if isinstance(a, Moment) and isinstance(b, Moment):
        return _moments(a, b)
    return _mixed(a, b) if isinstance(a, Duration) and isinstance(b, Moment) else _mixed(b, a)  # type: ignore[arg-type]


# Intervals

def _intervals(a: Value, b: Value) -> Comparison:
    if isinstance(a, Interval) and isinstance(b, Interval):
        start, end = compare_values(a.start, b.start), compare_values(a.end, b.end)
        worst = min(start, end, key=lambda c: (_RANK[c.relation], c.likeness))
        likeness = (start.likeness + end.likeness) / 2
        return Comparison(worst.relation, worst.code, worst.note, likeness)
    whole, other = (a, b) if isinstance(a, Interval) else (b, a)
    assert isinstance(whole, Interval)
    best = max((compare_values(side, other) for side in (whole.start, whole.end)),
               key=lambda c: (_RANK[c.relation], c.likeness))
    if best.relation == "same":
        return Comparison("compatible", note="one end of a span of time", likeness=0.7)
    if _inside(other, whole):
        return Comparison("compatible", note="within the span of time", likeness=0.4)
    return Comparison(best.relation, best.code, best.note, best.likeness * 0.7)


def _inside(value: Value, whole: Interval) -> bool:
    """Whether a moment that covers both ends names the interval in brief ("16-17 November" and "November")."""
    if not (isinstance(value, Moment) and isinstance(whole.start, Moment) and isinstance(whole.end, Moment)):
        return False
    first, last = days_of(whole.start), days_of(whole.end)
    days = days_of(value)
    return bool(first and last and days and first[0] <= days[0] and days[1] <= last[1])


# Durations

def _durations(a: Duration, b: Duration) -> Comparison:
    note = f"{_length(a)} is not {_length(b)}"
    if a.amount is None or b.amount is None:
        return _vague(a, b, note)
    if not _same_length(a, b):
        likeness = 0.3 if a.unit == b.unit else 0.25 if a.amount == b.amount else 0.1
        return Comparison("different", "duration-changed", note, likeness)
    if a.direction * b.direction < 0:
        return Comparison("different", "date-changed", "one lies back, the other ahead", 0.5)
    return Comparison("same" if a.direction == b.direction else "compatible", likeness=1.0 if a.unit == b.unit else 0.9)


def _vague(a: Duration, b: Duration, note: str) -> Comparison:
    if a.unit != b.unit and {a.unit, b.unit} not in _VAGUELY_ALIKE:
        return Comparison("different", "duration-changed", note, 0.2)
    if a.amount is None and b.amount is None:
        return Comparison("same" if a.direction == b.direction else "compatible", likeness=0.9)
    exact = a.amount if a.amount is not None else b.amount
    if exact is not None and exact >= 2:
        return Comparison("compatible", note="one side gives no exact length", likeness=0.4)
    return Comparison("different", "duration-changed", note, 0.2)


def _same_length(a: Duration, b: Duration) -> bool:
    assert a.amount is not None and b.amount is not None
    for scale in (_MONTHS, _DAYS):
        if a.unit in scale and b.unit in scale:
            # Tables hold days as fractions: compare up to a second.
            return abs(a.amount * scale[a.unit] - b.amount * scale[b.unit]) < Decimal("0.00001")
    first, second = _in_days(a), _in_days(b)
    return abs(first - second) <= _NEAR * max(first, second)


def _in_days(duration: Duration) -> Decimal:
    assert duration.amount is not None
    if duration.unit in _MONTHS:
        return duration.amount * _MONTHS[duration.unit] * _MONTH_IN_DAYS
    return duration.amount * _DAYS[duration.unit]


def _length(duration: Duration) -> str:
    if duration.amount is None:
        return f"several {duration.unit}s"
    amount = f"{duration.amount.normalize():f}"
    return f"{amount} {duration.unit}" + ("" if duration.amount == 1 else "s")


# A duration against a moment

def _mixed(length: Duration, moment: Moment) -> Comparison:
    """ "A year ago" and "last year", "the past decade" and "ten years": a distance and a stretch of that length."""
    shift = moment.shift
    named = moment.month is not None or moment.weekday is not None
    if shift is not None and shift.offset and shift.unit in (*_MONTHS, *_DAYS) and not named:
        return _distance(length, shift)
    if length.direction < 0 and length.amount is not None and moment.today is not None and moment.year is not None:
        return _years_back(length, moment)
    return Comparison("different", "duration-changed", "a length of time is not a date", 0.0)


def _distance(length: Duration, shift: Shift) -> Comparison:
    ahead = 1 if shift.offset > 0 else -1
    if length.amount is None and length.unit == shift.unit and length.direction in (0, ahead):
        return Comparison("compatible", note="one side gives no exact length", likeness=0.5)
    away = Duration(Decimal(abs(shift.offset)), shift.unit, ahead)
    found = _durations(length, away)
    if found.relation == "different":
        return Comparison("different", found.code, found.note, found.likeness * 0.8)
    return Comparison("compatible", likeness=0.8 if length.direction else 0.6)


def _years_back(length: Duration, moment: Moment) -> Comparison:
    days = days_of(moment)
    if days is None or moment.today is None or length.amount is None:
        return Comparison("different", "duration-changed", "a length of time is not a date", 0.0)
    back = Decimal((moment.today - days[1]).days), Decimal((moment.today - days[0]).days)
    slack = _MONTH_IN_DAYS * _MONTHS.get(length.unit, Decimal("0.05"))
    if back[0] - slack <= _in_days(length) <= back[1] + slack:
        return Comparison("compatible", note="counted from the article's date", likeness=0.5)
    return Comparison("different", "date-changed", "counted from the article's date, they differ", 0.2)


# Moments

@dataclass(frozen=True, slots=True)
class _Field:
    """How one field of two moments compares: None where a side leaves it open."""

    agrees: bool | None
    code: str = "date-changed"
    note: str = ""
    weight: float = 1.0


def _moments(a: Moment, b: Moment) -> Comparison:
    fields = [check(a, b) for check in _CHECKS]
    agreeing = sum(field.weight for field in fields if field.agrees)
    wrong = [field for field in fields if field.agrees is False]
    if wrong:
        share = agreeing / (agreeing + sum(field.weight for field in wrong))
        return Comparison("different", wrong[0].code, wrong[0].note, 0.25 + 0.4 * share)
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
    return (moment.year, moment.span, moment.month, moment.day, moment.weekday, moment.quarter, moment.half,
            moment.season, moment.holiday, moment.edge, moment.hour, moment.minute or 0, moment.part, moment.shift)


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


def _holiday(a: Moment, b: Moment) -> _Field:
    if a.holiday is not None and b.holiday is not None:
        close = a.holiday == b.holiday or a.holiday.split("-")[0] == b.holiday.split("-")[0]
        return _Field(close, "date-changed", f"{a.holiday} is not {b.holiday}")
    named, dated = (a, b) if a.holiday is not None else (b, a)
    if named.holiday in _FEASTS and dated.month is not None and dated.day is not None and _FEASTS[named.holiday]:
        return _Field((dated.month, dated.day) in _FEASTS[named.holiday], "date-changed",
                      f"{iso(dated)} is not {named.holiday}")
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
    agrees = _shifts_agree(a.shift, b.shift, _named(a) & _named(b))
    return _Field(agrees, "date-changed", f"{iso(a)} is not {iso(b)}")


def _named(moment: Moment) -> set[str]:
    """What a moment names that comes round again."""
    return {name for name in ("month", "weekday", "season") if getattr(moment, name) is not None}


def _shifts_agree(a: Shift, b: Shift, named: set[str]) -> bool | None:
    if a.unit == b.unit:
        # "This Saturday" may be the next or the last one; "this year" is neither.
        return a.offset == b.offset or (a.unit in ("occurrence", "weekend", "season") and 0 in (a.offset, b.offset))
    if "occurrence" in (a.unit, b.unit):
        if not named:
            return None
        one, other = (a, b) if a.unit == "occurrence" else (b, a)
        if one.offset > 0 and other.unit == "year":
            return other.offset == 0  # "this coming November" lies in this year, as far as anyone can tell
        return one.offset * other.offset >= 0
    if 0 in (a.offset, b.offset):
        return a.offset * b.offset == 0 and {a.unit, b.unit} != {"month", "year"}
    return False


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
    if span is None or timed.hour is None or timed.twelve:
        return _Field(None)
    inside = any(span[0] <= hour <= span[1] for hour in (timed.hour, timed.hour + 24))
    return _Field(inside, "time-changed", f"{iso(timed)} is not in the {other.part}")


_PART_HOURS = {"morning": (0, 12), "noon": (10, 15), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 30)}


def _part(a: Moment, b: Moment) -> _Field:
    if a.part is None or b.part is None:
        return _Field(None)
    close = a.part == b.part or frozenset({a.part, b.part}) in _PART_OVERLAPS
    return _Field(close, "time-changed", f"the {a.part} is not the {b.part}", 0.3)


_CHECKS: tuple[Callable[[Moment, Moment], _Field], ...] = (
    _year, _equal("month"), _equal("day"), _weekday, _equal("quarter"), _equal("half"), _equal("season"), _holiday,
    _relative, _edge, _hour)


def figure(value: Value) -> Decimal | None:
    """The bare figure by which the other side may have written a date as a number: a year alone, an age, a length."""
    if isinstance(value, Duration):
        return value.amount
    if isinstance(value, Moment) and value.year is not None and value.month is None and value.span == 1:
        return Decimal(value.written if value.written is not None else value.year)
    return None
