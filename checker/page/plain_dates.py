"""Dates, times and lengths of time in plain words: `--11 year+1` is «November of next year», `P2Y` «2 years».

The values are those of `checker.facts.dates.values.iso`: ISO 8601 and EDTF, and words for what these cannot say.
"""
from __future__ import annotations

import re

from ..i18n import N_
from .phrases import Part, Phrase, holding

DAY = re.compile(r"(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?|--\d\d(?:-\d\d)?)")
DECADE = re.compile(r"(\d{3})X|(\d\d)XX")
# The feasts that dates.toml knows: some have no fixed day.
_FEASTS = {"ascension": N_("Ascension Day"), "christmas": N_("Christmas"), "christmas-day": N_("Christmas Day"),
           "easter": N_("Easter"), "easter-monday": N_("Easter Monday"), "good-friday": N_("Good Friday"),
           "hung-kings": N_("Hung Kings’ Day"), "loy-krathong": N_("Loy Krathong"),
           "lunar-new-year": N_("Lunar New Year"), "lunar-new-year-eve": N_("Lunar New Year’s Eve"),
           "mid-autumn": N_("Mid-Autumn Festival"), "new-year": N_("New Year"), "pentecost": N_("Pentecost"),
           "ramadan": N_("Ramadan"), "songkran": N_("Songkran"), "thanksgiving": N_("Thanksgiving")}
_MOMENT = re.compile(
    r"(?:(?P<date>[-\dWX]{4,}(?: (?:FEASTS))?|FEASTS)(?: |$))?".replace("FEASTS", "|".join(_FEASTS)) +
    r"(?:(?P<shift>this (?:day|week|month|quarter|year|decade|century|weekend)|next|last|this|[a-z]+[+-]\d+)(?: |$))?"
    r"(?:(?P<edge>early|mid|late)(?: |$))?"
    r"(?:(?P<time>T\d\d(?::\d\d)?)(?:\[.*\])?\??|(?P<part>morning|noon|afternoon|evening|night))?")
_PART_OF_YEAR = re.compile(r"(\d{4}|XXXX)-(2[1-4]|3[3-6]|4[01])")
_DURATION = re.compile(r"(?P<often>R/)?(?P<back>-)?P(?:\?(?P<vague>[a-z]+)|(?P<lengths>(?=.)(?:\d+(?:\.\d+)?[YMWD])*"
                       r"(?:T(?:\d+(?:\.\d+)?[HMS])+)?))")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")

_UNITS = {"Y": (N_("{n} year"), N_("{n} years")), "M": (N_("{n} month"), N_("{n} months")),
          "W": (N_("{n} week"), N_("{n} weeks")), "D": (N_("{n} day"), N_("{n} days"))}
_CLOCK = {"H": (N_("{n} hour"), N_("{n} hours")), "M": (N_("{n} minute"), N_("{n} minutes")),
          "S": (N_("{n} second"), N_("{n} seconds"))}
_NAMED = {"day": _UNITS["D"], "week": _UNITS["W"], "month": _UNITS["M"], "year": _UNITS["Y"]}
LENGTHS = (*_UNITS.values(), *_CLOCK.values())
"""What is said of one and of many, for the catalogues."""
_EVERY = {"1Y": N_("every year"), "1M": N_("every month"), "1W": N_("every week"), "1D": N_("every day")}
_VAGUE = {"second": N_("several seconds"), "minute": N_("several minutes"), "hour": N_("several hours"),
          "day": N_("several days"), "week": N_("several weeks"), "month": N_("several months"),
          "year": N_("several years"), "decade": N_("several decades"), "century": N_("several centuries")}
_EDGES = {"early": N_("early {value}"), "mid": N_("mid {value}"), "late": N_("late {value}")}
_OCCURRENCES = {"next": N_("next {value}"), "last": N_("last {value}"), "this": N_("this {value}")}
_OF_YEAR = {"year-1": N_("{value} of last year"), "this year": N_("{value} of this year"),
            "year+1": N_("{value} of next year")}
# EDTF's numbers for parts of a year.
_SUB_YEAR = {"21": N_("spring {year}"), "22": N_("summer {year}"), "23": N_("autumn {year}"), "24": N_("winter {year}"),
             "33": N_("first quarter of {year}"), "34": N_("second quarter of {year}"),
             "35": N_("third quarter of {year}"), "36": N_("fourth quarter of {year}"),
             "40": N_("first half of {year}"), "41": N_("second half of {year}")}
_SUB_YEAR_ALONE = {"21": N_("spring"), "22": N_("summer"), "23": N_("autumn"), "24": N_("winter"),
                   "33": N_("first quarter"), "34": N_("second quarter"), "35": N_("third quarter"),
                   "36": N_("fourth quarter"), "40": N_("first half of the year"), "41": N_("second half of the year")}
_RELATIVE = {"day-1": N_("yesterday"), "this day": N_("today"), "day+1": N_("tomorrow"), "week-1": N_("last week"),
             "this week": N_("this week"), "week+1": N_("next week"), "month-1": N_("last month"),
             "this month": N_("this month"), "month+1": N_("next month"), "year-1": N_("last year"),
             "this year": N_("this year"), "year+1": N_("next year")}
_PARTS = {"morning": N_("in the morning"), "noon": N_("at noon"), "afternoon": N_("in the afternoon"),
          "evening": N_("in the evening"), "night": N_("at night")}


def date_phrase(value: str) -> Phrase | None:
    """A date, a time, a length of time, or two with "/" between, in words; None for what is none of these."""
    first, between, last = value.partition("/")
    if between and first != "R":
        ends = [_single(first), _single(last)]
        return holding("{from} – {to}", **{"from": ends[0], "to": ends[1]}) if ends[0] and ends[1] else None
    return _single(value)


def _single(value: str) -> Phrase | None:
    return _moment(value) or _duration(value)


def _moment(value: str) -> Phrase | None:
    found = _MOMENT.fullmatch(value)
    if not value or found is None:
        return None
    said = _shifted(_date(found["date"]), found["shift"]) if found["date"] or found["shift"] else None
    if said is None and (found["date"] or found["shift"]):
        return None
    if found["edge"]:
        said = holding(_EDGES[found["edge"]], value=said) if said else None
    if time := _time(found["time"], found["part"]):
        return holding("{date}, {time}", date=said, time=time) if said else time
    return said


def _date(value: str | None) -> Phrase | None:
    """A date without shift or clock; None where there is none, or an unknown one."""
    if not value:
        return None
    year, _, feast = value.rpartition(" ")
    if feast in _FEASTS:
        return holding("{feast} {year}", feast=Phrase(_FEASTS[feast]), year=year) if year else Phrase(_FEASTS[feast])
    if DAY.fullmatch(value):
        return holding("{value}", value=Part(value, "date"))
    if DECADE.fullmatch(value):
        return holding(N_("the years {from} to {to}"), **{"from": first_year(value), "to": last_year(value)})
    if found := _PART_OF_YEAR.fullmatch(value):
        if found[1] == "XXXX":
            return Phrase(_SUB_YEAR_ALONE[found[2]])
        return holding(_SUB_YEAR[found[2]], year=found[1])
    if re.fullmatch(r"-W-[1-7]", value):
        return holding("{value}", value=Part(value[1:], "date"))
    if re.fullmatch(r"---\d\d", value):
        return holding(N_("day {n} of the month"), n=str(int(value[3:])))
    return None


def _shifted(date: Phrase | None, shift: str | None) -> Phrase | None:
    if shift is None:
        return date
    if shift in _OCCURRENCES:
        return holding(_OCCURRENCES[shift], value=date) if date else None
    if date and shift in _OF_YEAR:
        return holding(_OF_YEAR[shift], value=date)
    period = Phrase(_RELATIVE[shift]) if shift in _RELATIVE else _distance(shift)
    return holding("{date}, {period}", date=date, period=period) if date and period else date or period


def _distance(shift: str) -> Phrase | None:
    unit, sign, count = re.split(r"([+-])", shift) if re.search(r"[+-]", shift) else ("", "", "")
    if unit not in _NAMED:
        return None
    length = _count(count, _NAMED[unit])
    return holding(N_("{length} ahead") if sign == "+" else N_("{length} back"), length=length)


def _time(clock: str | None, part: str | None) -> Phrase | None:
    if clock:
        return holding("{value}", value=f"{clock[1:]}" + ("" if ":" in clock else ":00"))
    return Phrase(_PARTS[part]) if part else None


def _duration(value: str) -> Phrase | None:
    found = _DURATION.fullmatch(value)
    if found is None or (found["vague"] and found["vague"] not in _VAGUE):
        return None
    if found["often"]:
        return Phrase(_EVERY[found["lengths"]]) if found["lengths"] in _EVERY else None
    said = Phrase(_VAGUE[found["vague"]]) if found["vague"] else _lengths(found["lengths"])
    return holding(N_("{length} back"), length=said) if said and found["back"] else said


def _lengths(value: str) -> Phrase | None:
    """Years down to seconds: "P1Y6M" is one year and six months."""
    date, _, clock = value.partition("T")
    said = [_count(m[1], _UNITS[m[2]]) for m in _LENGTH.finditer(date)]
    said += [_count(m[1], _CLOCK[m[2]]) for m in _LENGTH.finditer(clock)]
    if not said:
        return None
    *before, last = said
    if not before:
        return last
    whole = before[0]
    for length in before[1:]:
        whole = holding("{first}, {then}", first=whole, then=length)
    return holding(N_("{lengths} and {length}"), lengths=whole, length=last)


def _count(number: str, forms: tuple[str, str]) -> Phrase:
    return Phrase(forms[0], {"n": Part(number, "number")}, forms[1])


def first_year(years: str) -> str:
    """The first year of a decade or a century."""
    return years.replace("X", "0")


def last_year(years: str) -> str:
    """The last year of a decade or a century."""
    return years.replace("X", "9")
