"""Readings of the calendar: from the slots of a match to the moment or interval it states."""
from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .slots import Slots
from .values import BUDDHIST_OFFSET, Detail, Either, Interval, Moment, Shift

_WEEKDAYS = ("weekday", "rankday", "weekdaypart", "bareday", "loneday", "wabbr")
_SHIFTS = {"yshift": "year", "mshift": "month", "wshift": "week", "oshift": "occurrence", "opost": "occurrence",
           "opre": "occurrence", "dshift": "day", "dpre": "day", "ypre": "year"}


def moment(slots: Slots) -> Moment | None:
    """A date, whole or in part, absolute or relative."""
    year = _year(slots)
    month = slots.integer("month", "mshort", "mon")
    day = slots.integer("day", "dnum")
    if year is None or (month is not None and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    weekday, _, part = str(slots.any(*_WEEKDAYS) or _counted_weekday(slots) or "").partition(" ")
    _, _, relpart = str(slots.any("rel", "today", "night") or "").partition(" ")
    return Moment(year=year.common, era=year.era, marked=year.marked, written=year.written, month=month, day=day,
                  weekday=int(weekday) if weekday else None, season=slots.any("season", "summer"),
                  edge=slots.get("edge"), part=slots.any("part", "epart") or part or relpart or None,
                  shift=_shift(slots), today=slots.today)


def _counted_weekday(slots: Slots) -> int | None:
    """A weekday by its number, where Monday is the second ("thứ 2"); Sunday has none."""
    number = slots.integer("wnum")
    return number - 1 if number is not None and 2 <= number <= 7 else None


class _Year(NamedTuple):
    """A year of the common era, its era and how it is written, as in `Moment`; all None for one that is unsaid."""

    common: int | None = None
    era: str | None = None
    marked: bool = False
    written: int | None = None


_YEARS, _UNSAID = ("year", "oldyear", "nyear", "eyear", "by", "yy"), _Year()


def _year(slots: Slots) -> _Year | None:
    """The year, which may be unsaid; None where the figure can be no year."""
    if slots.tokens.keys().isdisjoint(_YEARS):
        return _UNSAID
    era = slots.get("era")
    written = slots.integer("year", "oldyear", "nyear", "eyear")
    if written is None:
        if "by" in slots:
            return _short_buddhist(slots.integer("by") or 0)
        short = slots.integer("yy")
        return _UNSAID if short is None else _Year((2000 if short < 50 else 1900) + short)
    year, era, marked = _common(written, era, slots.buddhist)
    return _Year(year, era, marked, written) if -3000 < year < 3000 else None


def _short_buddhist(short: int) -> _Year:
    return _Year(2500 + short - BUDDHIST_OFFSET, "be", written=short)


def _common(written: int, era: str | None, buddhist: Sequence[int] | None) -> tuple[int, str | None, bool]:
    """The common-era year of a year as written, its era where one is marked or plain, and whether it is marked."""
    if era == "be":
        return written - BUDDHIST_OFFSET, era, True
    if era == "bc":
        return 1 - written, "ce", True
    if era is None and buddhist and buddhist[0] <= written <= buddhist[1]:
        return written - BUDDHIST_OFFSET, "be", False
    return written, era, era is not None


def _shift(slots: Slots) -> Shift | None:
    """The distance that a fixed phrase ("gisteren") or an adjective with its unit ("vorig jaar") states."""
    fixed = slots.any("rel", "today", "wake", "night")
    if fixed is not None:
        return read_shift(fixed.partition(" ")[0])
    if not slots.tokens.keys().isdisjoint(_SHIFTS):
        name = next(name for name in _SHIFTS if name in slots.tokens)
        return _worded(_SHIFTS[name], slots.get(name))
    unit = slots.any("unit", "longunit")
    return None if unit is None else _worded(unit, slots.any("ushift", "upre", "lpre", "recent") or "0")


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


def running(slots: Slots) -> Moment:
    """The stretch that is running, where nothing says which: "la fusillade de l'année" is this year's."""
    return Moment(shift=Shift("sports-season" if "runseason" in slots else "year", 0), today=slots.today)


def compound(slots: Slots) -> Moment:
    """A month, a season or a feast that the beginning of a word names; the table writes which of them it is."""
    sort, _, name = str(slots.get("compound")).partition(" ")
    if sort == "month":
        return Moment(month=int(name))
    return Moment(season=name) if sort == "season" else Moment(holiday=name)


def till_date(slots: Slots) -> Moment | None:
    """A day and month behind a preposition that numbers have as well: "đến 30/4", where "đến 1/3" is a third."""
    day, month = slots.integer("day"), slots.integer("mon")
    return moment(slots) if day is not None and month is not None and day >= month else None


def either(slots: Slots) -> Detail | None:
    """A phrase for the night that is past and the one that is coming: "vannacht", "cette nuit"."""
    found = moment(slots)
    if found is None or found.shift is None:
        return found
    return Either((found, found._replace(shift=Shift("day", 0 if found.shift.offset else -1))))


def recent(slots: Slots) -> Detail | None:
    """A phrase for the stretch that is running and for the one before it alike."""
    found = moment(slots)
    if found is None or found.shift is None:
        return found
    return Either((found, found._replace(shift=Shift(found.shift.unit, -1))))


def interval(slots: Slots) -> Interval | None:
    """Two moments; the first takes the month, year and era that only the second names."""
    return _interval(slots, listed=False)


def pair(slots: Slots) -> Interval | None:
    """Two moments named together, with nothing said of what lies between ("16 en 17 november")."""
    return _interval(slots, listed=True)


def _interval(slots: Slots, listed: bool) -> Interval | None:
    start, end = moment(slots), moment(slots.second())
    if start is None or end is None:
        return None
    if start.day is not None and start.month is None and end.day is not None:
        start = start._replace(month=end.month)
    if end.day is not None and end.month is None and start.month is not None:
        end = end._replace(month=start.month)
    if start.year is None and start.month is not None and end.month is not None:
        start = start._replace(year=end.year, era=end.era, marked=end.marked, written=end.written)
    if _ends_first(start, end):
        return None
    return Interval(start, end, listed)


def _ends_first(start: Moment, end: Moment) -> bool:
    """Whether a span would end before it begins, which a score does ("4-1") and no span.

    Two different years are no score, whichever comes first: a span from 2016 to 2003 is a fault, and must be seen.
    """
    if start.year is not None and end.year is not None and start.year != end.year:
        return False
    same_month = start.month is not None and start.month == end.month
    return same_month and start.day is not None and end.day is not None and start.day > end.day


def night(slots: Slots) -> Interval | None:
    """A night between two weekdays ("de nacht van dinsdag op woensdag"): the night of one, the morning of the other."""
    start, end = moment(slots), moment(slots.second())
    if start is None or end is None or start.weekday is None or end.weekday != start.weekday % 7 + 1:
        return None
    return Interval(start, end._replace(part=end.part or "morning"))


def short_span(slots: Slots) -> Interval | None:
    """A span of years whose second has two figures ("2018-19")."""
    start, short = moment(slots), slots.integer("yy2")
    if start is None or start.year is None or start.written is None or short is None:
        return None
    length = start.written // 100 * 100 + short - start.written
    return Interval(start, Moment(year=start.year + length, era=start.era)) if 0 < length < 30 else None


def short_buddhist(slots: Slots) -> Detail | None:
    """A date whose year has two figures, those of the Buddhist era first ("มิ.ย. 60": June 2017)."""
    date, short = moment(slots), slots.integer("by")
    if date is None or short is None:
        return None
    buddhist = date._replace(year=_short_buddhist(short).common, era="be", written=short)
    common = date._replace(year=(2000 if short < 40 else 1900) + short, written=short)
    return Either((buddhist, common) if short <= 85 else (common, buddhist))


def decade(slots: Slots) -> Detail | None:
    """Ten years: "de jaren 1930", "les années 80". A year that begins no decade is that year."""
    if "shortdecade" in slots:
        short = slots.integer("shortdecade")
        if short is None or short % 10 or not 0 <= short < 100:
            return None
        return Moment(year=short or 2000, span=10, edge=slots.get("edge"))
    era, written = slots.get("era"), slots.integer("decade")
    if written is None:
        return None
    year, era, marked = _common(written, era, slots.buddhist)
    if written % 10:
        return None
    return Moment(year=year, span=10, era=era, marked=marked, written=written, edge=slots.get("edge"))


def decade_pair(slots: Slots) -> Interval | None:
    """Two decades with one word for both: "de jaren zeventig en tachtig"."""
    first, last = decade(slots), decade(slots.second())
    if not isinstance(first, Moment) or not isinstance(last, Moment):
        return None
    start, end = first.year or 0, last.year or 0
    return Interval(first, last, listed=True) if start < end and (start < 100) == (end < 100) else None


def about_year(slots: Slots) -> Detail | None:
    """A phrase for a decade and for a year alike: a round year is read as its decade first."""
    year = moment(slots._replace(tokens={("year" if k == "decade" else k): v for k, v in slots.tokens.items()}))
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
    return year._replace(quarter=number) if year is not None and number is not None and 1 <= number <= 4 else None


def first_months(slots: Slots) -> Moment | Interval | None:
    """The first or last so many months of a year: three are its quarter, six its half, others run from or to an end."""
    count, year = slots.integer("amount"), moment(slots)
    if year is None or count is None or not 2 <= count <= 11:
        return None
    last = slots.integer("order") == 2 or year.edge == "late"
    year = year._replace(edge=None)
    if count == 3:
        return year._replace(quarter=4 if last else 1)
    if count == 6:
        return year._replace(half=2 if last else 1)
    first = 13 - count if last else 1
    return Interval(year._replace(month=first), year._replace(month=first + count - 1))


def half(slots: Slots) -> Moment | None:
    """A half of a year."""
    number, year = slots.integer("half"), moment(slots)
    return year._replace(half=number) if year is not None and number in (1, 2) else None


def holiday(slots: Slots) -> Moment | None:
    """A feast: on its own day where it has one (the table writes it `--12-25`), else by its name."""
    name, year = str(slots.get("holiday")), moment(slots)
    if year is None:
        return None
    if name.startswith("--"):
        return year._replace(month=int(name[2:4]), day=int(name[5:7]))
    return year._replace(holiday=name)
