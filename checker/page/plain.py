"""Values in plain words: `12500000000 USD` is «12 500 000 000 USD», `>200000` «more than 200 000», `--10-16` a day.

A `Phrase` is a text with named places that has not yet been put into a language: the page is shown in several.
"""
from __future__ import annotations

import calendar
import datetime as dt
import re

from ..i18n import N_
from .phrases import Part, Phrase, holding
from .plain_dates import DAY, DECADE, LENGTHS, date_phrase, first_year, last_year

_BOUNDS = {">": N_("more than {value}"), "<": N_("less than {value}"), "~": N_("about {value}"),
           ">=": N_("at least {value}"), "<=": N_("at most {value}")}
_BOUND = re.compile(r"(>=|<=|[<>~≈])?\s*(.*)", re.S)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:\s.*)?", re.S)
_VAGUELY = re.compile(r"(10+)s(?:\s+(.+))?", re.S)
_FORM = re.compile(r"([#x])(\d+(?:\.\d+)?)")
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)(?:\s+(.+))?", re.S)
_VAGUE = {"10": N_("tens"), "100": N_("hundreds"), "1000": N_("thousands"), "10000": N_("tens of thousands"),
          "100000": N_("hundreds of thousands"), "1000000": N_("millions"), "1000000000": N_("billions")}
_TIMES = (N_("{n} time"), N_("{n} times"))
PLURALS = (*LENGTHS, _TIMES)
"""What is said of one and of many, for the catalogues."""


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
        return _name(value)
    return _quantity(value)


def plain_unless_said(value: str | None, kind: str, words: str) -> Phrase | None:
    """The value in plain words, or None where the text says just that.

    >>> plain_unless_said("30 %", "number", "30%") is None
    True
    """
    values = {"".join(v.split()) for v in (value or "", (value or "").partition(":")[2])}
    return None if "".join(words.split()) in values else plain(value, kind)


def _name(value: str) -> Phrase | None:
    """A name without its type. A title has none: its value is the checker's own list of offices, no words to read."""
    kind, colon, name = value.partition(":")
    return Phrase("{value}", {"value": Part(name)}) if colon else None


def _quantity(value: str) -> Phrase:
    bound, rest = _bound(value)
    said = _amount(rest)
    return holding(_BOUNDS[bound], value=said) if bound else said


def _amount(rest: str) -> Phrase:
    if found := _RANGE.fullmatch(rest):
        unit = f" {found[3]}" if found[3] else ""
        return Phrase("{from} – {to}", {"from": Part(found[1], "number"), "to": Part(found[2] + unit, "number")})
    if (found := _VAGUELY.fullmatch(rest)) and found[1] in _VAGUE:
        vague = Phrase(_VAGUE[found[1]])
        return holding("{value} {unit}", value=vague, unit=found[2]) if found[2] else vague
    if found := _FORM.fullmatch(rest):
        count = Part(found[2], "number")
        return Phrase(N_("number {n}"), {"n": count}) if found[1] == "#" else Phrase(_TIMES[0], {"n": count}, _TIMES[1])
    return Phrase("{value}", {"value": Part(rest, "number" if _NUMBER.fullmatch(rest) else "text")})


def _bound(value: str) -> tuple[str, str]:
    found = _BOUND.fullmatch(value)
    assert found is not None  # The pattern takes any text.
    return (found[1] or "").replace("≈", "~"), found[2]


def _date(value: str) -> Phrase:
    bound, rest = _bound(value)
    said = date_phrase(rest)
    if said is None:
        return Phrase("{value}", {"value": Part(value)})
    return holding(_BOUNDS[bound], value=said) if bound else said


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
    if DECADE.fullmatch(value):
        return _known(int(first_year(value)), 1, 1), _known(int(last_year(value)), 12, 31)
    if not DAY.fullmatch(value):
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
