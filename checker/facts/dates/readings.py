"""From the slots of a matched template to the date it states. One function a reading; none knows any language."""
from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from .counts import Figures
from .lexicon import Token
from .grammar import slot_value
from .values import BUDDHIST_OFFSET, Detail, Duration, Either, Interval, Moment, Shift, Value

_UNITS = frozenset({"century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second"})
_PARTS = {"morning": (1, 12), "noon": (10, 15), "afternoon": (12, 19), "evening": (16, 24), "night": (18, 30),
          "midnight": (23, 25), "forenoon": (0, 12), "after-noon": (12, 24)}
"""Hours that each part of the day can hold, as a half-open span; past 24 is the next morning."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What the slots of a match hold, and what is known beside them.

    `figures` are the values of figures with separators, `today` the article's day, `buddhist` the span of bare years
    that can only be of the Buddhist era.
    """

    tokens: Mapping[str, Sequence[Token]]
    figures: Figures
    today: dt.date | None
    buddhist: Sequence[int] | None

    def __contains__(self, name: str) -> bool:
        return name in self.tokens

    def get(self, name: str) -> Any:
        """What fills a slot, or None for an empty one."""
        return slot_value(name, self.tokens[name]) if name in self.tokens else None

    def integer(self, name: str) -> int | None:
        """A slot's whole number; None where it is empty or is none."""
        value = self.get(name)
        number = Decimal(value) if value is not None else None
        return int(number) if number is not None and number == int(number) else None

    def any(self, *names: str) -> Any:
        """What fills the first of some slots that is filled."""
        return next((self.get(name) for name in names if name in self.tokens), None)

    def amount(self, name: str) -> Decimal | None:
        """A count; None for a vague one."""
        tokens = self.tokens[name]
        if len(tokens) == 1:
            value = slot_value(name, tokens)
            if "vague" in tokens[0].values and value is tokens[0].values["vague"] or value == "?":
                return None
            return self.figures.get((tokens[0].start, tokens[0].end), Decimal(value))
        return self.figures.get((tokens[0].start, tokens[-1].end))


_WEEKDAYS = ("weekday", "rankday", "weekdaypart", "bareday", "wabbr")
_SHIFTS = (("yshift", "year"), ("mshift", "month"), ("wshift", "week"), ("oshift", "occurrence"), ("opre", "occurrence"),
           ("dshift", "day"), ("dpre", "day"))


def moment(slots: Slots, again: str = "") -> Moment | None:
    """A date, whole or in part, absolute or relative; `again` is "2" for the second one of an interval."""
    year = _year(slots, again)
    month = _whole(slots, again, "month", "mshort", "mon")
    day = _whole(slots, again, "day")
    if year is None or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    weekday, _, part = str(slots.any(*(name + again for name in _WEEKDAYS)) or "").partition(" ")
    _, _, relpart = str(slots.any("rel" + again, "today" + again) or "").partition(" ")
    return replace(year, month=month, day=day, weekday=int(weekday) if weekday else None,
                   season=slots.any("season" + again, "summer" + again), edge=slots.get("edge" + again),
                   part=slots.any("part" + again, "epart" + again) or part or relpart or None,
                   shift=_shift(slots, again), today=slots.today)


def _whole(slots: Slots, again: str, *names: str) -> int | None:
    value = slots.any(*(name + again for name in names))
    return None if value is None else int(value)


def _year(slots: Slots, again: str) -> Moment | None:
    """A moment with nothing but the year, which may be unsaid; None where the figure can be no year."""
    era = slots.get("era" + again)
    written = _whole(slots, again, "year", "oldyear", "nyear")
    if written is None and "yy" + again in slots:
        short = _whole(slots, again, "yy")
        return Moment(year=(2000 if short < 50 else 1900) + short) if short is not None else None
    if written is None:
        return Moment()
    year, era, marked = _common(written, era, slots.buddhist)
    return Moment(year=year, era=era, marked=marked, written=written) if -3000 < year < 3000 else None


def _common(written: int, era: str | None, buddhist: Sequence[int] | None) -> tuple[int, str | None, bool]:
    """The common-era year of a year as written, its era where one is marked or plain, and whether it is marked."""
    if era == "be":
        return written - BUDDHIST_OFFSET, era, True
    if era == "bc":
        return 1 - written, "ce", True
    if era is None and buddhist and buddhist[0] <= written <= buddhist[1]:
        return written - BUDDHIST_OFFSET, "be", False
    return written, era, era is not None


def _shift(slots: Slots, again: str) -> Shift | None:
    """The distance that a fixed phrase ("gisteren") or an adjective with its unit ("vorig jaar") states."""
    fixed = slots.any("rel" + again, "today" + again)
    if fixed is not None:
        return read_shift(fixed.partition(" ")[0])
    for name, own in _SHIFTS:
        if name + again in slots:
            return _worded(own, slots.get(name + again))
    unit = slots.any("unit" + again, "longunit" + again)
    word = slots.any("ushift" + again, "upre" + again, "lpre" + again, "recent" + again)
    return None if unit is None else _worded(unit, word or "0")


def _worded(unit: str, word: str) -> Shift:
    return Shift(unit, int(word.rstrip("a")), word.endswith("a"))


def read_shift(text: str) -> Shift:
    """A distance as tables write it: unit, sign and count, "a" behind it where it counts from what was said before.

    >>> read_shift("day-1"), read_shift("year+1a")
    (Shift(unit='day', offset=-1, anchored=False), Shift(unit='year', offset=1, anchored=True))
    """
    at = next(i for i, c in enumerate(text) if c in "+-")
    return Shift(text[:at], int(text[at:].rstrip("a")), text.endswith("a"))


def relative(slots: Slots) -> Moment | None:
    """A stretch of the calendar counted from now; "the last minute" is none."""
    found = moment(slots)
    clocked = found is not None and found.shift is not None and found.shift.unit in ("hour", "minute", "second")
    return None if clocked else found


def recent(slots: Slots) -> Detail | None:
    """A phrase for the stretch that is running and for the one before it alike."""
    found = moment(slots)
    if found is None or found.shift is None:
        return found
    return Either((found, replace(found, shift=Shift(found.shift.unit, -1))))


def vague(slots: Slots) -> Duration | None:
    """A length that only a plural gives ("the past months")."""
    unit = slots.any("many", "unit")
    return Duration(None, unit, _direction(slots.any("dir", "pluraldir"))) if unit in _UNITS else None


def length_range(slots: Slots) -> Interval | None:
    """A length between two bounds ("18 to 29 years")."""
    unit = slots.get("unit2") or "year"
    least, most = slots.amount("amount"), slots.amount("amount2")
    if unit not in _UNITS or least is None or most is None or least >= most:
        return None
    direction = _direction(slots.any("dir", "back"))
    return Interval(Duration(least, unit, direction), Duration(most, unit, direction))


def interval(slots: Slots) -> Interval | None:
    """Two moments; the first takes the month, year and era that only the second names."""
    return _interval(slots, listed=False)


def pair(slots: Slots) -> Interval | None:
    """Two moments named together, with nothing said of what lies between ("16 en 17 november")."""
    return _interval(slots, listed=True)


def _interval(slots: Slots, listed: bool) -> Interval | None:
    start, end = moment(slots), moment(slots, "2")
    if start is None or end is None:
        return None
    if start.day is not None and start.month is None and end.day is not None:
        start = replace(start, month=end.month)
    if end.day is not None and end.month is None and start.month is not None:
        end = replace(end, month=start.month)
    if start.year is None and start.month is not None and end.month is not None:
        start = replace(start, year=end.year, era=end.era, marked=end.marked, written=end.written)
    if start.year is not None and end.year is not None and start.year > end.year:
        return None
    return Interval(start, end, listed)


def clock_interval(slots: Slots) -> Interval | None:
    """From one time of day to another; what only the second says of the half of the day holds for both."""
    first = {k: v for k, v in slots.tokens.items() if not k.endswith("2")}
    second = {k[:-1]: v for k, v in slots.tokens.items() if k.endswith("2")}
    start = clock(replace(slots, tokens={**{k: second[k] for k in ("part", "watch") if k in second}, **first}))
    end = clock(replace(slots, tokens=second))
    return Interval(start, end) if start is not None and end is not None else None


def short_span(slots: Slots) -> Interval | None:
    """A span of years whose second has two figures ("2018-19")."""
    start, short = moment(slots), slots.integer("yy2")
    if start is None or start.year is None or short is None:
        return None
    end = start.year // 100 * 100 + short
    return Interval(start, Moment(year=end, era=start.era)) if start.year < end < start.year + 30 else None


def short_buddhist(slots: Slots) -> Detail | None:
    """A date whose year has two figures, those of the Buddhist era first ("มิ.ย. 60": June 2017)."""
    date, short = moment(slots), slots.integer("by")
    if date is None or short is None:
        return None
    buddhist = replace(date, year=2500 + short - BUDDHIST_OFFSET, era="be", written=short)
    common = replace(date, year=(2000 if short < 40 else 1900) + short, written=short)
    return Either((buddhist, common) if short <= 85 else (common, buddhist))


def decade(slots: Slots) -> Detail | None:
    """Ten years: "de jaren 1930", "les années 80". A year that begins no decade is that year."""
    if "shortdecade" in slots:
        short = slots.integer("shortdecade")
        if short is None or short % 10 or not 0 < short < 100:
            return None
        return Moment(year=short, span=10, edge=slots.get("edge"))
    era, written = slots.get("era"), slots.integer("decade")
    if written is None:
        return None
    year, era, marked = _common(written, era, slots.buddhist)
    found = Moment(year=year, span=10, era=era, marked=marked, written=written, edge=slots.get("edge"))
    return found if written % 10 == 0 else None


def about_year(slots: Slots) -> Detail | None:
    """A phrase for a decade and for a year alike: a round year is read as its decade first."""
    year = moment(replace(slots, tokens={("year" if k == "decade" else k): v for k, v in slots.tokens.items()}))
    tens = decade(slots)
    if not isinstance(tens, Moment) or year is None:
        return year
    return Either((tens, year))


def century(slots: Slots) -> Moment | None:
    """A hundred years by their number: the 19th begins with 1800 here, as readers take it."""
    number = slots.integer("century")
    if number is None or not 1 <= number <= 30:
        return None
    return Moment(year=(number - 1) * 100, span=100, edge=slots.get("edge"))


def buddhist_century(slots: Slots) -> Moment | None:
    """A hundred years counted in the Buddhist era: the 24th began in 1857."""
    number = slots.integer("century")
    if number is None or not 6 <= number <= 30:
        return None
    return Moment(year=(number - 1) * 100 - BUDDHIST_OFFSET, span=100, era="be", marked=True, edge=slots.get("edge"))


def quarter(slots: Slots) -> Moment | None:
    """A quarter of a year."""
    number, year = slots.integer("quarter"), moment(slots)
    return replace(year, quarter=number) if year is not None and number is not None and 1 <= number <= 4 else None


def half(slots: Slots) -> Moment | None:
    """A half of a year."""
    number, year = slots.integer("half"), moment(slots)
    return replace(year, half=number) if year is not None and number in (1, 2) else None


def holiday(slots: Slots) -> Moment | None:
    """A feast: on its own day where it has one (the table writes it `--12-25`), else by its name."""
    name, year = str(slots.get("holiday")), moment(slots)
    if year is None:
        return None
    if name.startswith("--"):
        return replace(year, month=int(name[2:4]), day=int(name[5:7]))
    return replace(year, holiday=name)


def clock(slots: Slots) -> Moment | None:
    """A time of day; without a part of the day and with minutes it is taken on the 24-hour clock."""
    return _clock(slots, sure="minute" in slots and "int" in slots.tokens["minute"][0].values)


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
        whole, minute = slots.integer("hour"), slots.integer("minute") if add is None else add
        if whole is None or not 0 <= whole <= 24 or (minute is not None and not -60 < minute < 60):
            return None
        if minute is not None and add is None and not _two_figures(slots):
            return None
        hour, sure = _hour(slots, whole, sure)
    if minute is not None and minute < 0:
        hour, minute = (hour - 1) % 24 if hour != 1 or sure else 12, minute + 60
    return Moment(hour=hour, minute=minute, twelve=not sure and 0 < hour <= 12, zone=slots.get("zone"))


def _two_figures(slots: Slots) -> bool:
    """Whether the minutes written right behind the hour are written as minutes are: "5.30", not "5.6" or "2:2"."""
    hour, minute = slots.tokens["hour"][-1], slots.tokens["minute"][0]
    return minute.start - hour.end != 1 or "int" not in minute.values or minute.end - minute.start == 2


def _hour(slots: Slots, hour: int, sure: bool) -> tuple[int, bool]:
    """The hour on the 24-hour clock as far as the words beside it tell, and whether they do."""
    watch, part = slots.any("watch", "prewatch"), slots.any("part", "epart")
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


def part(slots: Slots) -> Moment | None:
    """A part of a day, or a weekend, named alone."""
    return moment(slots)


def duration(slots: Slots) -> Duration | None:
    """A length of time, in one unit or in two ("2 giờ 30 phút"), or and a fraction ("deux ans et demi")."""
    unit = slots.get("unit") if "unit" in slots else "hour"
    if unit not in _UNITS:
        return None
    amount = slots.amount("amount") if "amount" in slots else Decimal(1)
    if amount is None and not _is_vague(slots):
        return None
    if amount is not None and "fraction" in slots:
        amount += Decimal(str(slots.get("fraction")))
    if "amount2" in slots and amount is not None:
        joined = _joined(amount, unit, slots.amount("amount2"), str(slots.get("unit2")))
        if joined is None:
            return None
        amount, unit = joined
    direction = slots.any("dir", "back", "pluraldir")
    return Duration(amount, unit, _direction(direction), every="every" in slots)


def _direction(word: Any) -> int:
    """The sign of a direction word's value; 0 for none."""
    return int(str(word).rstrip("a")) if word is not None else 0


def _is_vague(slots: Slots) -> bool:
    token = slots.tokens["amount"][0]
    return "vague" in token.values or token.values.get("quantity") == "?"


_PARTS_OF = {("year", "month"): 12, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
             ("week", "day"): 7}


def _joined(amount: Decimal, unit: str, less: Decimal | None, smaller: str) -> tuple[Decimal, str] | None:
    factor = _PARTS_OF.get((unit, smaller))
    if factor is None or less is None or not 0 <= less < factor or amount != int(amount):
        return None
    return amount * factor + less, smaller


def age(slots: Slots) -> Duration | None:
    """How old someone is: a length in years unless another unit stands there."""
    unit = slots.get("unit") or "year"
    amount = slots.amount("amount")
    if unit not in _UNITS or amount is None or amount > 130:
        return None
    if "fraction" in slots:
        amount += Decimal(str(slots.get("fraction")))
    return Duration(amount, unit, age=True)


def hours(slots: Slots) -> Detail | None:
    """A phrase for so many hours and for a time of day alike ("3 uur"); from 13 to 23 a time first."""
    length = duration(slots)
    amount = length.amount if length else None
    if length is None or amount is None or amount > 24 or amount != int(amount) or length.direction:
        return length
    time = Moment(hour=int(amount), twelve=0 < amount <= 12)
    return Either((time, length) if 12 < amount < 24 else (length, time))


def length(slots: Slots) -> Detail | None:
    """A fixed phrase for a length ("quinze jours"): the table writes count and unit, alternatives behind a bar."""
    found: list[Value] = []
    for written in str(slots.get("length")).split("|"):
        count, _, unit = written.partition(" ")
        direction = slots.get("dir")
        found.append(Duration(Decimal(count), unit, _direction(direction)))
    return Either(tuple(found)) if len(found) > 1 else found[0]


READINGS: dict[str, tuple[Callable[[Slots], Detail | None], float, float]] = {
    # name: (function, confidence that such a match is a date, how much it matters if a translation leaves it out)
    "interval": (interval, 1.0, 1.0),
    "clock-interval": (clock_interval, 0.9, 0.9),
    "pair": (pair, 1.0, 1.0),
    "short-span": (short_span, 0.9, 0.9),
    "date": (moment, 1.0, 1.0),
    "short-buddhist": (short_buddhist, 0.9, 1.0),
    "decade": (decade, 1.0, 1.0),
    "about-year": (about_year, 0.9, 0.9),
    "century": (century, 1.0, 1.0),
    "buddhist-century": (buddhist_century, 1.0, 1.0),
    "quarter": (quarter, 1.0, 1.0),
    "half": (half, 0.9, 0.8),
    "year": (moment, 1.0, 1.0),
    "bare-year": (moment, 0.7, 0.9),
    "named-year": (moment, 0.5, 0.5),
    "month": (moment, 0.95, 0.9),
    "bare-month": (moment, 0.8, 0.7),
    "day": (moment, 0.6, 0.5),
    "weekday": (moment, 0.95, 0.7),
    "bare-weekday": (moment, 0.5, 0.4),
    "season": (moment, 0.8, 0.6),
    "holiday": (holiday, 0.8, 0.6),
    "relative": (relative, 0.9, 0.6),
    "recent": (recent, 0.8, 0.5),
    "vague": (vague, 0.7, 0.2),
    "length-range": (length_range, 0.9, 0.8),
    "today": (moment, 0.6, 0.2),
    "edge": (moment, 0.7, 0.4),
    "part": (part, 0.6, 0.3),
    "clock": (clock, 1.0, 1.0),
    "clock24": (clock24, 1.0, 1.0),
    "clock12": (clock12, 0.9, 0.8),
    "half-to": (half_to, 0.9, 0.9),
    "minutes-to": (minutes_to, 0.9, 0.9),
    "half-to-after": (half_to_after, 0.9, 0.9),
    "half-to-before": (half_to_before, 0.9, 0.9),
    "fixed-time": (clock24, 0.8, 0.5),
    "duration": (duration, 0.95, 0.8),
    "length": (length, 0.9, 0.7),
    "hours": (hours, 0.8, 0.8),
    "age": (age, 0.95, 0.8),
    "every": (duration, 0.7, 0.3),
}
"""What a table's forms may read."""
