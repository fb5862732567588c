"""Values in plain words."""
from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.dates.values import SEASONS, Interval, Moment, Shift, iso
from checker.formats.markup import Voice
from checker.page.plain import interval, plain


def spoken(value: str, kind: str, language: str = "en") -> str:
    """The value as a page shows it, with plain blanks."""
    phrase = plain(value, kind)
    assert phrase is not None
    return Voice(language).phrase(phrase).striptags().replace("\u202f", " ")


@pytest.mark.parametrize("value, words", [
    ("12500000000 USD", "12 500 000 000 USD"), (">200000", "more than 200 000"), ("~540 EUR", "about 540 EUR"),
    ("15..18 km", "15 – 18 km"), ("30 %", "30 %"), ("0.5", "0.5"), ("-4 °C", "-4 °C"), ("1:3", "1:3"),
    ("#3", "number 3"), ("x2.5", "2.5 times"), ("1000s EUR", "thousands EUR"), ("2-1", "2-1")])
def test_figures(value: str, words: str) -> None:
    assert spoken(value, "number") == words


@pytest.mark.parametrize("value, words", [
    ("2013", "2013"), ("2024-10-16", "October 16, 2024"), ("--10-16", "October 16"), ("200X", "the years 2000 to 2009"),
    ("--10-15/--10-18", "October 15 – October 18"), ("P3Y", "3 years"), ("P1W", "1 week"), ("PT2H", "2 hours"),
    ("R/P1D", "every day"), ("T14:30", "14:30"), ("2024-10-16 T09:00", "October 16, 2024, 09:00"),
    ("-W-3", "Wednesday"), ("2024-33", "first quarter of 2024"), ("--11 next", "next November"),
    ("year-1", "last year"), ("P1Y6M", "1 year and 6 months"), ("PT1H30M", "1 hour and 30 minutes"),
    ("P1DT2H", "1 day and 2 hours"), ("P1Y2M3D", "1 year, 2 months and 3 days"), ("-P3Y", "3 years back"),
    ("P?year", "several years"), ("P2Y/P3Y", "2 years – 3 years"), ("week+2", "2 weeks ahead"),
    ("-W-3 week+1", "Wednesday, next week"), ("-W-3 T09:30", "Wednesday, 09:30"),
    ("2024-10 early", "early October 2024"),
    ("--10-16 evening", "October 16, in the evening"), ("day-1 evening", "yesterday, in the evening"),
    ("XXXX-24", "winter"), ("2024-21", "spring 2024"), ("-W-5 night", "Friday, at night"),
    ("-W-9", "-W-9"), ("-W-2 last", "last Tuesday"),
    ("2025 lunar-new-year", "Lunar New Year 2025"),
    ("---05", "day 5 of the month"), ("early", "early"), ("2024-10-16 T9:30", "2024-10-16 T9:30"), ("P", "P"),
    ("~P1Y6M", "about 1 year and 6 months"), ("R/P2Y", "R/P2Y"), ("R/P1D/P2D", "R/P1D/P2D"),
    ("--11 year+1", "November of next year"), ("2024-13-45", "2024-13-45"), ("unheard of", "unheard of")])
def test_dates(value: str, words: str) -> None:
    assert spoken(value, "date") == words


_MOMENTS = st.builds(
    Moment, year=st.none() | st.integers(-3000, 9999), month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 31), weekday=st.none() | st.integers(1, 7), span=st.sampled_from([1, 1, 10, 100]),
    quarter=st.none() | st.integers(1, 4), season=st.none() | st.sampled_from(sorted(SEASONS)),
    hour=st.none() | st.integers(0, 24), part=st.none() | st.sampled_from(["morning", "night"]),
    edge=st.none() | st.sampled_from(["early", "mid", "late"]),
    shift=st.none() | st.builds(Shift, st.sampled_from(["year", "week", "day", "occurrence"]), st.integers(-2, 2)))


@given(_MOMENTS, st.none() | _MOMENTS, st.sampled_from(["en", "nl", "th", "vi", "fr"]))
def test_whatever_a_date_states_can_be_shown(start: Moment, end: Moment | None, language: str) -> None:
    value = iso(start if end is None else Interval(start, end))
    if value:
        assert spoken(value, "date", language)
    interval(value, 2024)


def test_a_decimal_sign_is_the_readers() -> None:
    assert spoken("12500.5 kg", "number", "nl") == "12 500,5 kg"
    assert spoken("12500.5 kg", "number", "th") == "12 500.5 kg"


def test_lengths_of_time_are_said_in_the_readers_language() -> None:
    assert spoken("P1Y6M", "date", "nl") == "1 jaar en 6 maanden"
    assert spoken("P1Y1M", "date", "fr") == "1 an et 1 mois" and spoken("P0Y", "date", "fr") == "0 an"
    assert spoken("PT1.5H", "date", "fr") == "1,5 heure" and spoken("PT1.5H", "date", "nl") == "1,5 uur"


def test_an_office_is_left_to_the_texts_own_words() -> None:
    assert plain("chair/committee-chair", "name") is None


def test_a_name_is_said_without_its_type() -> None:
    assert spoken("person:Trần Văn: An", "name") == "Trần Văn: An"


def test_a_passage_has_no_value() -> None:
    assert plain("Cả một câu.", "content") is None and plain(None, "number") is None


@given(st.text(min_size=1), st.sampled_from(["number", "date"]))
def test_any_value_can_be_said(value: str, kind: str) -> None:
    assert spoken(value, kind) is not None


@pytest.mark.parametrize("value, days", [
    ("2024-02", ("2024-02-01", "2024-02-29")), ("--03-04", ("2025-03-04", "2025-03-04")),
    ("200X", ("2000-01-01", "2009-12-31")), ("2013/2015", ("2013-01-01", "2015-12-31"))])
def test_where_a_date_lies(value: str, days: tuple[str, str]) -> None:
    first, last = map(dt.date.fromisoformat, days)
    assert interval(value, 2025) == (first, last)


@pytest.mark.parametrize("value", ["--03-04", "P3Y", "2024-02-30", "T14:30", "", "year-1", "2015/2013"])
def test_what_has_no_place_on_the_calendar(value: str) -> None:
    assert interval(value, None) is None


@given(st.text(alphabet="0123456789-/X<>~PTWYMD:. "))
def test_a_place_on_the_calendar_is_never_backwards(value: str) -> None:
    days = interval(value, 2024)
    assert days is None or days[0] <= days[1]
