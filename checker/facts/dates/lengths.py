"""Readings of lengths of time and ages: from the slots of a match to a duration."""
from __future__ import annotations

from decimal import Decimal
from typing import Any

from .clocks import clock
from .slots import Slots
from .values import Detail, Duration, Either, Interval, Moment, Value

_UNITS = frozenset({"century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second"})
_LED = {"e": "event", "t": "moment"}  # what stands behind the direction in a table
_PARTS_OF = {("year", "month"): 12, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
             ("week", "day"): 7}


def duration(slots: Slots) -> Duration | None:
    """A length of time, in one unit or in up to three ("2 giờ 30 phút"), or and a fraction ("deux ans et demi")."""
    unit = slots.get("unit") if "unit" in slots else "hour"
    if unit not in _UNITS:
        return None
    amount = slots.amount("amount") if "amount" in slots else Decimal(1)
    if amount is None and not slots.vague("amount"):
        return None
    if amount is not None and "fraction" in slots:
        amount += Decimal(str(slots.get("fraction")))
    for more in ("2", "3"):
        if "amount" + more in slots and amount is not None:
            joined = _joined(amount, unit, slots.amount("amount" + more), str(slots.get("unit" + more)))
            if joined is None:
                return None
            amount, unit = joined
    if amount is not None:
        finer = _with_rest(slots, amount, unit)
        if finer is None:
            return None
        amount, unit = finer
    word = slots.any("dir", "back", "predir", "pluraldir")
    return Duration(amount, unit, _direction(word), led=_LED.get(str(word)[-1:], ""))


def _with_rest(slots: Slots, amount: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """A length with the minutes behind its hours ("2 h 30"), or the hundredths behind its seconds ("11 s 05")."""
    if unit == "hour" and "minute" in slots:
        minutes = slots.integer("minute") or 0
        return (amount * 60 + minutes, "minute") if minutes < 60 else None  # "in four hours | 92 mm of rain"
    if "sec" not in slots:
        return amount, unit
    (hundredths,) = slots.tokens["sec"]
    if unit != "second" or hundredths.end - hundredths.start != 2:
        return None
    return amount + Decimal(hundredths.values["int"]) / 100, unit


def _direction(word: Any) -> int:
    """The sign of a direction word's value; 0 for none."""
    return int(str(word).rstrip("aet")) if word is not None else 0


def _joined(amount: Decimal, unit: str, less: Decimal | None, smaller: str) -> tuple[Decimal, str] | None:
    factor = _PARTS_OF.get((unit, smaller))
    if factor is None or less is None or not 0 <= less < factor or amount != int(amount):
        return None
    return amount * factor + less, smaller


def age(slots: Slots) -> Duration | None:
    """How old someone is: a length in years unless another unit stands there."""
    if "ageword" in slots:
        return Duration(Decimal(slots.get("ageword")), "year", age=True)
    unit = slots.get("unit") or "year"
    amount = slots.amount("amount")
    if unit not in _UNITS or amount is None or amount > 130:
        return None
    if "fraction" in slots:
        amount += Decimal(str(slots.get("fraction")))
    return Duration(amount, unit, age=True)


def hours(slots: Slots) -> Detail | None:
    """A phrase for so many hours and for a time of day alike ("3 uur", "2 giờ 30 phút"); from 13 to 23 a time first."""
    time = clock(slots)
    hour = slots.any("hour")
    amount = Decimal(hour) + Decimal(slots.integer("minute") or 0) / 60
    written = Duration(amount, "hour") if "minute" not in slots else Duration(amount * 60, "minute")
    if time is None or amount > 24:
        return written if "minute" not in slots else None
    return Either((time, written) if 12 < amount < 24 else (written, time))


def every(slots: Slots) -> Duration:
    """A phrase that says how often, or how long so much lasts ("each month", "annually"): the table writes the unit."""
    return Duration(Decimal(1), str(slots.get("every")), each=True)


def stopwatch(slots: Slots) -> Duration | None:
    """Hours, minutes and seconds as a stopwatch shows them ("2:15:30")."""
    hours_, minutes, seconds = slots.integer("hour"), slots.integer("minute"), slots.integer("sec")
    if hours_ is None or minutes is None or seconds is None or max(minutes, seconds) > 59:
        return None
    return Duration(Decimal(hours_ * 3600 + minutes * 60 + seconds), "second")


def length(slots: Slots) -> Detail | None:
    """A fixed phrase for a length ("quinze jours"): the table writes count and unit, alternatives behind a bar."""
    found: list[Value] = []
    for written in str(slots.get("length")).split("|"):
        count, _, unit = written.partition(" ")
        found.append(Duration(Decimal(count), unit, _direction(slots.any("dir", "back", "predir"))))
    return Either(tuple(found)) if len(found) > 1 else found[0]


def vague(slots: Slots) -> Duration | None:
    """A length that only a plural gives ("the past months")."""
    unit = slots.any("many", "unit")
    return Duration(None, unit, _direction(slots.any("dir", "predir", "pluraldir"))) if unit in _UNITS else None


def length_range(slots: Slots) -> Detail | None:
    """A length between two bounds ("18 to 29 years")."""
    unit = slots.get("unit2") or "year"
    least, most = slots.amount("amount"), slots.amount("amount2")
    if unit not in _UNITS or least is None or most is None or least >= most:
        return None
    direction = _direction(slots.any("dir", "back"))
    found = Interval(Duration(least, unit, direction), Duration(most, unit, direction))
    times = _times(slots, least, most) if unit == "hour" and not direction else None
    return Either((found, times)) if times is not None else found


def _times(slots: Slots, first: Decimal, last: Decimal) -> Interval | None:
    """Two times of day that a span of hours may be as well: "8 đến 10 giờ"."""
    if "oclock" not in slots.tokens["unit2"][0].values or last > 24 or first != int(first) or last != int(last):
        return None
    start, end = (Moment(hour=int(n), twelve=0 < n <= 12, today=slots.today) for n in (first, last))
    return Interval(start, end)
