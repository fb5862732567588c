"""Dates by property: written by an independent formatter, lost in random text, resolved, compared."""
from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.facts import Context, Fact
from checker.facts.dates import Duration, Interval, Moment, Shift, extract, iso, readings
from checker.facts.dates.calendar import days_of, impossible, weekday_of
from checker.facts.dates.grammar import Grammar, grammar
from checker.facts.dates.figures import roman
from checker.facts.dates.lexicon import lexicon
from checker.languages import table

LANGUAGES = ("vi", "nl", "fr", "th", "en")
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))
ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from(
    "0123456789./-:, ngày tháng năm de jaren '80 à h XIX siècle พ.ศ.ปีที่แล้ววันที่บ่ายโมงttweehalf")), max_size=80)


def only(text: str, language: str, today: dt.date | None = None) -> Fact:
    found = extract(text, language, Context(date=today))
    assert len(found) == 1, [fact.value for fact in found]
    return found[0]


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None, max_examples=300)
@given(text=ANY_TEXT)
@example(text="31/02/0000 99:99 năm năm năm 0 tuổi")
@example(text="İ" * 30 + " 3 năm")
@example(text="9" * 5000 + " năm, le " + "1" * 5000 + "e siècle")
def test_random_text_never_raises_and_facts_lie_in_it(language: str, text: str) -> None:
    end = 0
    for fact in extract(text, language, Context(date=dt.date(2024, 2, 29))):
        assert end <= fact.start < fact.end <= len(text)
        assert fact.text == text[fact.start:fact.end] and fact.kind == "date" and fact.value
        assert 0 < fact.confidence <= 1 and 0 < fact.evidence["weight"] <= 1
        end = fact.end


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ("medium", "long", "full"))
@settings(deadline=None)
@given(day=DAYS)
def test_formatted_date_reads_back(language: str, form: str, day: dt.date) -> None:
    # Babel has no Buddhist calendar and writes "17 ตุลาคม ค.ศ. 2024".
    moments = [value for fact in extract(format_date(day, form, locale=language), language)
               for value in readings(fact.detail)[:1] if isinstance(value, Moment)]
    assert (day.year, day.month, day.day) in [(m.year, m.month, m.day) for m in moments]
    assert {m.weekday for m in moments} <= {None, day.isoweekday()}


@pytest.mark.parametrize("language", ("vi", "nl", "fr", "en"))
@settings(deadline=None)
@given(day=DAYS)
def test_numeric_date_reads_back(language: str, day: dt.date) -> None:
    for sign in "-/":
        assert only(f"{day.day}{sign}{day.month}{sign}{day.year}", language).value == day.isoformat()


@settings(deadline=None)
@given(day=DAYS)
def test_buddhist_year_reads_back(day: dt.date) -> None:
    written = format_date(day, "d MMMM", locale="th")
    for year in (f"พ.ศ. {day.year + 543}", f"ปี พ.ศ. {day.year + 543}"):
        assert only(f"วันที่ {written} {year}", "th").value == day.isoformat()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(time=st.times())
def test_formatted_time_reads_back(language: str, time: dt.time) -> None:
    written = format_time(time, "HH:mm", locale=language)
    assert only(written, language).value == f"T{time.hour:02d}:{time.minute:02d}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ("wide", "abbreviated"))
def test_month_names_of_cldr_are_known(language: str, width: str) -> None:
    for form in ("format", "stand-alone"):
        for number, name in Locale(language).months[form][width].items():
            assert only(f"17 {name} 1999" if language != "vi" else f"ngày 17 {name.lower()} 1999",
                        language).value == f"1999-{number:02d}-17"


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekday_names_of_cldr_are_known(language: str) -> None:
    for number, name in Locale(language).days["format"]["wide"].items():
        written = name[0].lower() + name[1:] if language == "vi" else name
        assert only(written, language).value == f"-W-{number + 1}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_compiles(language: str) -> None:
    assert isinstance(grammar(language), Grammar)


def test_unknown_language_has_no_dates() -> None:
    assert extract("17 oktober 2024", "xx") == ()


@pytest.mark.parametrize("template, reason", [
    ("day & month", "nothing is known"), ("(day month", "unbalanced"), ("day) month", "unbalanced"),
    ("? month", "nothing to belong to"),
])
def test_broken_template_is_refused(template: str, reason: str) -> None:
    words = lexicon("nl")
    assert words is not None
    with pytest.raises(ValueError, match=reason):
        Grammar(words, {}, {"date": [template]})


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_name_only_words_that_the_table_has(language: str) -> None:
    # A misspelt class would match nothing, in silence.
    unknown = grammar(language).unknown if grammar(language) else None  # type: ignore[union-attr]
    assert unknown == frozenset()


@pytest.mark.parametrize("number, text", [(1, "I"), (4, "IV"), (9, "IX"), (19, "XIX"), (21, "XXI"), (39, "XXXIX")])
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(text) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "xix"])
def test_what_is_no_roman_numeral(text: str) -> None:
    assert roman(text) is None


@pytest.mark.parametrize("detail, value", [
    (Moment(year=2013), "2013"), (Moment(year=1870, span=10), "187X"), (Moment(year=80, span=10), "XX8X"),
    (Moment(year=1800, span=100), "18XX"), (Moment(year=2018, quarter=3), "2018-35"), (Moment(half=1), "XXXX-40"),
    (Moment(hour=2, minute=30, twelve=True), "T02:30?"), (Moment(weekday=2), "-W-2"), (Moment(year=-43), "-0043"),
    (Moment(weekday=6, part="afternoon"), "-W-6 afternoon"), (Moment(day=16), "---16"),
    (Duration(Decimal("1.5"), "hour"), "PT1H30M"), (Duration(None, "year", -1), "-P?year"),
    (Duration(Decimal(2), "decade"), "P20Y"), (Duration(Decimal("2.5"), "week"), "P2.5W"),
    (Duration(Decimal(36), "hour"), "PT36H"), (Duration(Decimal("0.5"), "day"), "PT12H"),
    (Interval(Moment(year=2010), Moment(year=2015)), "2010/2015"),
    (Moment(month=11, shift=Shift("year", 1)), "--11 year+1"),
])
def test_values_are_written_as_iso_and_edtf(detail: Moment, value: str) -> None:
    assert iso(detail) == value


@given(day=DAYS)
def test_every_real_day_is_possible_and_knows_its_weekday(day: dt.date) -> None:
    moment = Moment(year=day.year, month=day.month, day=day.day)
    assert not impossible(moment) and weekday_of(moment) == day.isoweekday() and days_of(moment) == (day, day)


@pytest.mark.parametrize("moment", [Moment(month=2, day=30), Moment(month=4, day=31), Moment(2023, 2, 29),
                                    Moment(1900, 2, 29)])
def test_impossible_days(moment: Moment) -> None:
    assert impossible(moment) and days_of(moment) is None


TODAY = dt.date(2024, 10, 18)  # a Friday


@pytest.mark.parametrize("text, first, last", [
    ("vorig jaar", "2023-01-01", "2023-12-31"), ("gisteren", "2024-10-17", "2024-10-17"),
    ("vorige week", "2024-10-07", "2024-10-13"), ("volgende maand", "2024-11-01", "2024-11-30"),
    ("komende november", "2024-11-01", "2024-11-30"), ("afgelopen december", "2023-12-01", "2023-12-31"),
    ("november volgend jaar", "2025-11-01", "2025-11-30"), ("komende maandag", "2024-10-21", "2024-10-21"),
    ("afgelopen vrijdag", "2024-10-11", "2024-10-11"), ("afgelopen donderdag", "2024-10-17", "2024-10-17"),
    ("dinsdag vorige week", "2024-10-08", "2024-10-08"), ("december dit jaar", "2024-12-01", "2024-12-31"),
])
def test_relative_dates_are_resolved_against_the_article_s_day(text: str, first: str, last: str) -> None:
    moment = only(text, "nl", TODAY).detail
    assert isinstance(moment, Moment)
    days = days_of(moment)
    assert days and (days[0].isoformat(), days[1].isoformat()) == (first, last)


def test_anchored_distances_are_not_counted_from_today() -> None:
    moment = only("de volgende dag", "nl", TODAY).detail
    assert isinstance(moment, Moment) and days_of(moment) is None


@given(day=DAYS, days=st.integers(-400, 400))
def test_distances_in_days_are_exact(day: dt.date, days: int) -> None:
    there = day + dt.timedelta(days=days)
    assert days_of(Moment(shift=Shift("day", days), today=day)) == (there, there)


@given(day=DAYS, weekday=st.integers(1, 7))
def test_next_and_last_weekday_lie_within_a_week(day: dt.date, weekday: int) -> None:
    ahead = days_of(Moment(weekday=weekday, shift=Shift("occurrence", 1), today=day))
    back = days_of(Moment(weekday=weekday, shift=Shift("occurrence", -1), today=day))
    assert ahead and back
    assert 1 <= (ahead[0] - day).days <= 7 and 1 <= (day - back[0]).days <= 7
    assert ahead[0].isoweekday() == back[0].isoweekday() == weekday


@given(year=st.integers(1, 9000), month=st.integers(1, 12), shift=st.integers(-30, 30))
def test_months_are_whole(year: int, month: int, shift: int) -> None:
    days = days_of(Moment(shift=Shift("month", shift), today=dt.date(year, month, 1)))
    if days is not None:
        assert days[0].day == 1 and (days[1] + dt.timedelta(days=1)).day == 1


def test_places_taken_are_left_alone() -> None:
    assert [f.text for f in extract("in 2013 en in 2015", "nl", Context(), taken=[(3, 7)])] == ["2015"]


def test_a_fact_holds_no_prepositions_or_brackets() -> None:
    assert [f.text for f in extract("Sinds 2013 (2015), om half drie", "nl")] == ["2013", "2015", "half drie"]


def test_tables_hold_no_value_twice_in_a_class() -> None:
    for language in LANGUAGES:
        for kind, values in table(language, "dates")["lexicon"].items():
            spellings = [s for found in values.values() for s in found] if kind != "word" else []
            assert len(spellings) == len(set(spellings)), (language, kind)
