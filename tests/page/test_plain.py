"""Values in plain words."""
from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.formats.markup import Voice
from checker.page.plain import interval, plain


def spoken(value: str, kind: str, language: str = "en") -> str:
    """The value as a page shows it, with plain blanks."""
    phrase = plain(value, kind)
    assert phrase is not None
    return Voice(language).phrase(phrase).striptags().replace("\u202f", " ")


@pytest.mark.parametrize("value, words", [
    ("12500000000 USD", "12 500 000 000 USD"), (">200000", "more than 200 000"), ("~540 EUR", "about 540 EUR"),
    ("15..18 km", "15 – 18 km"), ("30 %", "30 %"), ("0.5", "0.5"), ("-4 °C", "-4 °C"), ("1:3", "1:3"), ("#3", "#3")])
def test_figures(value: str, words: str) -> None:
    assert spoken(value, "number") == words


@pytest.mark.parametrize("value, words", [
    ("2013", "2013"), ("2024-10-16", "October 16, 2024"), ("--10-16", "October 16"), ("200X", "the years 2000 to 2009"),
    ("--10-15/--10-18", "October 15 – October 18"), ("P3Y", "3 years"), ("P1W", "1 week"), ("PT2H", "2 hours"),
    ("R/P1D", "every day"), ("T14:30", "14:30"), ("2024-10-16 T09:00", "October 16, 2024, 09:00"),
    ("-W-3", "Wednesday"), ("2024-33", "first quarter of 2024"), ("--11 next", "next November"),
    ("year-1", "last year"),
    ("--11 year+1", "November of next year"), ("2024-13-45", "2024-13-45"), ("unheard of", "unheard of")])
def test_dates(value: str, words: str) -> None:
    assert spoken(value, "date") == words


def test_a_decimal_sign_is_the_readers() -> None:
    assert spoken("12500.5 kg", "number", "nl") == "12 500,5 kg"
    assert spoken("12500.5 kg", "number", "th") == "12 500.5 kg"


def test_a_name_is_said_without_its_type() -> None:
    assert spoken("person:Trần Văn: An", "name") == "Trần Văn: An"


def test_a_passage_has_no_value() -> None:
    assert plain("Cả một câu.", "content") is None and plain(None, "number") is None


@given(st.text(min_size=1), st.sampled_from(["number", "date", "name"]))
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
