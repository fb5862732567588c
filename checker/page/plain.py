"""Values in plain words: `12500000000 USD` is «12 500 000 000 USD», `>200000` «more than 200 000», `--10-16` a day.

A `Phrase` is a text with named places that has not yet been put into a language: the page is shown in several.
"""
from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..i18n import N_

PartKind = Literal["text", "number", "date", "languages", "phrase"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a phrase's named place.

    `text` is words of an article (in `lang`) or neutral ones, a decimal number with a point and perhaps a unit
    (`12500000000 USD`), an EDTF date, or languages' codes with commas between, as `kind` says. A "phrase" is another
    phrase, `phrase`.
    """

    text: str
    kind: PartKind = "text"
    lang: str | None = None
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A gettext msgid and its parts. `many` is the plural's msgid, chosen by the part `n`."""

    msgid: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    many: str | None = None


_BOUNDS = {">": N_("more than {value}"), "<": N_("less than {value}"), "~": N_("about {value}"),
           ">=": N_("at least {value}"), "<=": N_("at most {value}")}
_BOUND = re.compile(r"(>=|<=|[<>~≈])?\s*(.*)", re.S)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:\s.*)?", re.S)
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)(?:\s+(.+))?", re.S)
_DATE = re.compile(r"(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|--\d\d(?:-\d\d)?)")
_PART_OF_YEAR = re.compile(r"(\d{4})-(2[1-4]|3[3-6]|4[01])")
_DECADE = re.compile(r"(\d{3})X|(\d\d)XX")
_TIME = re.compile(r"(?:(.+) )?T(\d\d)(?::(\d\d))?(?:\[.*\])?\??")
_WORDED = re.compile(r"(.+) (early|mid|late|next|last|this|year-1|this year|year[+]1)")
_DURATION = re.compile(r"(R/)?-?P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))")
_UNITS = {"Y": (N_("{n} year"), N_("{n} years")), "M": (N_("{n} month"), N_("{n} months")),
          "W": (N_("{n} week"), N_("{n} weeks")), "D": (N_("{n} day"), N_("{n} days"))}
_CLOCK = {"H": (N_("{n} hour"), N_("{n} hours")), "M": (N_("{n} minute"), N_("{n} minutes")),
          "S": (N_("{n} second"), N_("{n} seconds"))}
PLURALS = (*_UNITS.values(), *_CLOCK.values())
"""What is said of one and of many, for the catalogues."""
_EVERY = {"Y": N_("every year"), "M": N_("every month"), "W": N_("every week"), "D": N_("every day")}
_WORDS = {"early": N_("early {value}"), "mid": N_("mid {value}"), "late": N_("late {value}"),
          "next": N_("next {value}"), "last": N_("last {value}"), "this": N_("this {value}"),
          "year-1": N_("{value} of last year"), "this year": N_("{value} of this year"),
          "year+1": N_("{value} of next year")}
# EDTF's numbers for parts of a year.
_SUB_YEAR = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}"),
             "33": N_("first quarter of {year}"), "34": N_("second quarter of {year}"),
             "35": N_("third quarter of {year}"), "36": N_("fourth quarter of {year}"),
             "40": N_("first half of {year}"), "41": N_("second half of {year}")}
_RELATIVE = {"day-1": N_("yesterday"), "this day": N_("today"), "day+1": N_("tomorrow"), "week-1": N_("last week"),
             "this week": N_("this week"), "week+1": N_("next week"), "month-1": N_("last month"),
             "this month": N_("this month"), "month+1": N_("next month"), "year-1": N_("last year"),
             "this year": N_("this year"), "year+1": N_("next year")}


def plain(value: str | None, kind: str) -> Phrase | None:
    """A normalised value as a person would say it; None where there is none, and for passages.

    `kind` is the finding's or fact's ("number", "date", "name" …): `2013` is a year only as a date.

    >>> plain(">200000", "number").parts["value"].text
    '200000'
    """
    if not value or kind not in ("number", "date", "name"):
        return None
    if kind == "date":
        return _date(value)
    if kind == "name":
        return Phrase("{value}", {"value": Part(value.partition(":")[2] or value)})
    return _quantity(value)


def plain_unless_said(value: str | None, kind: str, words: str) -> Phrase | None:
    """The value in plain words, or None where the text says just that.

    >>> plain_unless_said("30 %", "number", "30%") is None
    True
    """
    values = {"".join(v.split()) for v in (value or "", (value or "").partition(":")[2])}
    return None if "".join(words.split()) in values else plain(value, kind)


def _quantity(value: str) -> Phrase:
    bound, rest = _bound(value)
    if found := _RANGE.fullmatch(rest):
        unit = f" {found[3]}" if found[3] else ""
        return Phrase("{from} – {to}", {"from": Part(found[1], "number"), "to": Part(found[2] + unit, "number")})
    part = Part(rest, "number" if _NUMBER.fullmatch(rest) else "text")
    return Phrase(_BOUNDS[bound] if bound else "{value}", {"value": part})


def _bound(value: str) -> tuple[str, str]:
    found = _BOUND.fullmatch(value)
    assert found is not None  # The pattern takes any text.
    return (found[1] or "").replace("≈", "~"), found[2]


def _date(value: str) -> Phrase:
    bound, rest = _bound(value)
    first, _, last = rest.partition("/")
    if _DATE.fullmatch(first) and _DATE.fullmatch(last):
        return Phrase("{from} – {to}", {"from": Part(first, "date"), "to": Part(last, "date")})
    if _DATE.fullmatch(rest):
        return Phrase(_BOUNDS[bound] if bound else "{value}", {"value": Part(rest, "date")})
    if _DECADE.fullmatch(rest):
        return Phrase(N_("the years {from} to {to}"), {"from": Part(_low(rest)), "to": Part(_high(rest))})
    if found := _PART_OF_YEAR.fullmatch(rest):
        return Phrase(_SUB_YEAR[found[2]], {"year": Part(found[1])})
    return _spoken(rest) or _duration(rest) or Phrase("{value}", {"value": Part(value)})


def _spoken(value: str) -> Phrase | None:
    """What is said with words or a clock."""
    if value in _RELATIVE:
        return Phrase(_RELATIVE[value])
    if value.startswith("-W-"):
        return Phrase("{value}", {"value": Part(value[1:], "date")})
    if value.startswith("---"):
        return Phrase(N_("day {n} of the month"), {"n": Part(str(int(value[3:])))}) if value[3:].isdigit() else None
    if (found := _WORDED.fullmatch(value)) and _DATE.fullmatch(found[1]):
        return Phrase(_WORDS[found[2]], {"value": Part(found[1], "date")})
    if (found := _TIME.fullmatch(value)) and (not found[1] or _DATE.fullmatch(found[1])):
        time = Part(f"{found[2]}:{found[3] or '00'}")
        return Phrase("{date}, {time}", {"date": Part(found[1], "date"), "time": time}) if found[1] else Phrase(
            "{value}", {"value": time})
    return None


def _duration(value: str) -> Phrase | None:
    found = _DURATION.fullmatch(value)
    if found is None:
        return None
    if found[1] and found[2] == "1":
        return Phrase(_EVERY[found[3]])
    one, many = _CLOCK[found[5]] if found[5] else _UNITS[found[3]]
    return None if found[1] else Phrase(one, {"n": Part(found[2] or found[4], "number")}, many)


def _low(years: str) -> str:
    return years.replace("X", "0")


def _high(years: str) -> str:
    return years.replace("X", "9")


def interval(value: str | None, year: int | None) -> tuple[dt.date, dt.date] | None:
    """The first and last day of an EDTF date, interval or decade; None for what has no place on a calendar.

    A day without a year is placed in `year`, where that is known.

    >>> interval("--10-15/--10-18", 2024)
    (datetime.date(2024, 10, 15), datetime.date(2024, 10, 18))
    """
    if not value:
        return None
    first, _, last = value.lstrip("<>~=≈ ").partition("/")
    start, end = _days(first, year), _days(last or first, year)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def _days(value: str, year: int | None) -> tuple[dt.date, dt.date] | None:
    if _DECADE.fullmatch(value):
        return _known(int(_low(value)), 1, 1), _known(int(_high(value)), 12, 31)
    if not _DATE.fullmatch(value):
        return None
    if value.startswith("--"):
        if year is None:
            return None
        value = f"{year:04d}-{value[2:]}"
    year, month, day = (*(int(x) for x in value.split("-")), 0, 0)[:3]
    try:
        if day:
            return dt.date(year, month, day), dt.date(year, month, day)
        if month:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    except ValueError:
        return None


def _known(year: int, month: int, day: int) -> dt.date:
    return dt.date(max(year, 1), month, day)
