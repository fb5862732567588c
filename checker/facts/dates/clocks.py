"""Readings of the clock: from the slots of a match to a time of day."""
from __future__ import annotations

from decimal import Decimal

from .moments import read_shift
from .slots import Slots
from .values import Interval, Moment

_PARTS = {"morning": (1, 12), "noon": (10, 15), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 30),
          "midnight": (23, 25), "after-noon": (12, 24)}
"""Hours that each part of the day can hold, as a half-open span; past 24 is the next morning."""


def clock(slots: Slots) -> Moment | None:
    """A time of day; without a part of the day and with minutes it is taken on the 24-hour clock.

    An hour and a half is none: what says so of times has a form of its own ("half drie", `halved`).
    """
    hour = slots.get("hour")
    if hour is not None and Decimal(hour) != int(hour):
        return None
    return _clock(slots, sure="minute" in slots and "int" in slots.tokens["minute"][0].values)


def blended(slots: Slots) -> Moment | None:
    """Hour and minutes without a space, which read as one number: three | fifteen, or thirty-five ("สามสิบห้า")."""
    number = slots.integer("blended")
    if number is None or not 20 <= number <= 59:
        return None
    watch, _, below = str(slots.get("prewatch")).partition("<")
    hour = number // 10 + (int(watch) if below and number // 10 < int(below) else 0)
    return Moment(hour=hour, minute=10 + number % 10, today=slots.today)


def halved(slots: Slots) -> Moment | None:
    """An hour and a half of it, in which nothing is said of hours but the part of the day ("7 rưỡi sáng")."""
    hour = slots.get("hour")
    whole = hour is None or Decimal(hour) == int(hour)
    return None if whole else _clock(slots, sure=False)


def clock24(slots: Slots) -> Moment | None:
    """A time of day in a form that only the 24-hour clock has."""
    return _clock(slots, sure=True)


def clock12(slots: Slots) -> Moment | None:
    """A time of day in words, which leaves open which half of the day it is ("half drie")."""
    return _clock(slots, sure=False)


def half_to(slots: Slots) -> Moment | None:
    """Half an hour before an hour: "half drie" is 2:30."""
    return _clock(slots, sure=False, add=-30)


def minutes_to(slots: Slots) -> Moment | None:
    """Minutes before an hour: "kwart voor drie" is 2:45."""
    minute = slots.integer("minus" if "minus" in slots else "minute")
    return _clock(slots, sure=False, add=-minute) if minute is not None else None


def half_to_after(slots: Slots) -> Moment | None:
    """Minutes after the half hour before an hour: "vijf over half drie" is 2:35."""
    minute = slots.integer("minute")
    return _clock(slots, sure=False, add=minute - 30) if minute is not None else None


def half_to_before(slots: Slots) -> Moment | None:
    """Minutes before the half hour before an hour: "vijf voor half drie" is 2:25."""
    minute = slots.integer("minute")
    return _clock(slots, sure=False, add=-minute - 30) if minute is not None else None


def _clock(slots: Slots, sure: bool, add: int | None = None) -> Moment | None:
    """The time in the slots hour, minute, part, watch or fixed; with `add`, so many minutes from the full hour."""
    if "fixed" in slots:
        hour, past = (int(piece) for piece in str(slots.get("fixed")).split(":"))
        minute: int | None = slots.integer("minute") or past
        sure = True
    else:
        whole, minute = _written(slots)
        minute = minute if add is None else add
        if whole is None or not 0 <= whole <= 24 or (minute is not None and not -60 < minute < 60):
            return None
        if "minute" in slots and add is None and not _two_figures(slots):
            return None
        hour, sure = _hour(slots, whole, sure)
    if minute is not None and minute < 0:
        hour, minute = (hour - 1) % 24 if hour != 1 or sure else 12, minute + 60
    return Moment(hour=hour, minute=minute, twelve=not sure and 0 < hour <= 12, zone=slots.get("zone"),
                  shift=read_shift(slots.get("rel").partition(" ")[0]) if "rel" in slots else None, today=slots.today)


def _written(slots: Slots) -> tuple[int | None, int | None]:
    """Hour and minute as they stand there; a number word may hold both ("five and a half")."""
    hour = slots.get("hour")
    if hour is None or "minute" in slots or Decimal(hour) == int(hour):
        return slots.integer("hour"), slots.integer("minute")
    return int(hour), int((Decimal(hour) - int(hour)) * 60)


def _two_figures(slots: Slots) -> bool:
    """Whether the minutes written right behind the hour are written as minutes are: "5.30", not "5.6" or "2:2"."""
    hour, minute = slots.tokens["hour"][-1], slots.tokens["minute"][0]
    return minute.start - hour.end != 1 or "int" not in minute.values or minute.end - minute.start == 2


def _hour(slots: Slots, hour: int, sure: bool) -> tuple[int, bool]:
    """The hour on the 24-hour clock as far as the words beside it tell, and whether they do."""
    watch = slots.any("watch", "prewatch")
    part = slots.any("part", "epart") or str(slots.any("rel") or "").partition(" ")[2]
    if watch is not None:
        added, _, below = str(watch).partition("<")
        return (hour + int(added)) % 24 if not below or hour < int(below) else hour, True
    if part in _PARTS:
        first, end = _PARTS[part]
        for candidate in (hour, hour + 12, hour + 24):
            if first <= candidate < end and (hour <= 12 or candidate == hour):
                return candidate % 24, True
        return hour, hour > 12
    tokens = slots.tokens["hour"]
    written = tokens[0].end - tokens[0].start
    padded = "int" in tokens[0].values and written == 2 and hour < 10
    return hour, sure or padded or hour > 12 or hour == 0


def clock_interval(slots: Slots) -> Interval | None:
    """From one time of day to another; what only the second says of the half of the day holds for both."""
    second = slots.second()
    shared = {name: second.tokens[name] for name in ("part", "epart", "watch") if name in second}
    start, end = clock(slots._replace(tokens={**shared, **slots.tokens})), clock(second)
    return Interval(start, end) if start is not None and end is not None else None
