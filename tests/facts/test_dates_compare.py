"""Comparison of dates across languages: what is the same must be silent, what differs must be named."""
from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts import Context, Fact
from checker.facts.dates import Moment, extract
from checker.facts.dates.compare import compare, compare_values


def fact(text: str, language: str, today: dt.date | None = None) -> Fact:
    found = extract(text, language, Context(date=today))
    assert len(found) == 1, (text, [f.value for f in found])
    return found[0]


SAME = [
    ("34 tuổi", "nl", "34 jaar oud"), ("34 tuổi", "fr", "34 ans"), ("34 tuổi", "th", "อายุ 34 ปี"),
    ("34 tuổi", "nl", "34-jarige"), ("18 tháng", "nl", "anderhalf jaar"), ("một tuần", "fr", "7 jours"),
    ("24 giờ", "nl", "een dag"), ("3 năm", "th", "สามปี"), ("hai thập kỷ qua", "nl", "de afgelopen twintig jaar"),
    ("hai năm trước", "nl", "twee jaar geleden"), ("ngày 17-10", "nl", "17 oktober"), ("năm 2013", "th", "พ.ศ. 2556"),
    ("năm 2013", "th", "ปี 2556"), ("những năm 2000", "nl", "de jaren 2000"),
    ("những năm 1930", "fr", "les années 1930"), ("những năm 1930", "th", "ช่วงปี 1930"),
    ("từ ngày 15 đến 18-10", "fr", "du 15 au 18 octobre"), ("tháng 7, 2017", "th", "กรกฎาคม 2560"),
    ("2 giờ 30 chiều", "nl", "14.30 uur"), ("3 giờ chiều", "th", "บ่ายสามโมง"), ("8 giờ tối", "th", "สองทุ่ม"),
    ("thế kỷ 19", "fr", "le XIXe siècle"), ("quý III năm 2018", "nl", "het derde kwartaal van 2018"),
]
AGREEING = [
    ("ngày 13-10", "nl", "13 oktober 2024"), ("thứ Ba", "fr", "mardi dernier"), ("thứ Ba", "fr", "le 29 septembre"),
    ("những năm 1980", "nl", "de jaren tachtig"), ("5 giờ 30 chiều", "nl", "half zes"),
    ("năm ngoái", "nl", "vorige zomer"), ("hai tuần", "fr", "quinze jours"), ("năm ngoái", "nl", "een jaar geleden"),
    ("trong thập kỷ qua", "nl", "de afgelopen tien jaar"), ("năm 2018", "th", "ปี 61"),
    ("Chủ nhật tới", "fr", "ce dimanche"), ("30 ngày", "nl", "een maand"), ("12 tuần", "nl", "drie maanden"),
    ("năm sau đó", "fr", "un an plus tard"), ("ngày 16 và 17-11", "nl", "16 november"),
    ("chiều tối thứ Hai", "fr", "lundi soir"), ("vài tháng qua", "nl", "de afgelopen maanden"),
    ("nhiều thập kỷ trước", "nl", "tientallen jaren geleden"), ("đầu tháng này", "fr", "au début du mois"),
    ("lễ Giáng sinh", "nl", "Eerste Kerstdag"), ("3 giờ sáng", "nl", "3 uur"),
    ("cuối năm ngoái", "fr", "l'année dernière"), ("khoảng 40, 45 phút", "nl", "40 à 45 minuten"),
    ("đầu năm nay", "fr", "plus tôt cette année"), ("cuối năm nay", "fr", "dans le courant de l'année"),
    # told from either of two days
    # the coming one is next year's once this year's is over
    ("mùa hè năm sau", "fr", "l'été prochain"),
    ("hai năm sau khi", "nl", "twee jaar geleden"), ("ba tuần trước khi", "fr", "trois semaines plus tard"),
    ("vài ngày sau khi", "th", "หลายวันก่อน"),
]
DIFFERENT = [
    ("ngày 12 tháng 6", "nl", "21 juni", "date-changed"), ("tháng 7 năm 2017", "fr", "juin 2017", "date-changed"),
    ("năm 1939", "nl", "in 1949", "date-changed"), ("những năm 1930", "nl", "in 1930", "date-changed"),
    ("những năm 1980", "fr", "les années 90", "date-changed"),
    ("những năm 2000", "th", "ช่วงปี พ.ศ. 2543", "date-changed"), ("năm 1950", "th", "พ.ศ. 1950", "era-changed"),
    ("năm 2020", "th", "พ.ศ. 2560", "era-changed"), ("năm 1953", "th", "ค.ศ. 2496", "era-changed"),
    ("thứ Tư", "nl", "donderdag", "weekday-changed"), ("thứ Tư", "th", "วันพฤหัสบดี", "weekday-changed"),
    ("tháng tới", "nl", "volgend jaar", "date-changed"), ("năm ngoái", "nl", "deze zomer", "date-changed"),
    ("mùa hè này", "fr", "l'année dernière", "date-changed"), ("thứ Ba tới", "th", "สัปดาห์ที่แล้ว", "date-changed"),
    ("tháng 11 tới", "nl", "november volgend jaar", "date-changed"), ("hôm qua", "nl", "vandaag", "date-changed"),
    ("mùa đông tới", "nl", "winter volgend jaar", "date-changed"),
    ("mùa hè tới", "th", "ฤดูใบไม้ผลิหน้า", "date-changed"), ("cuối tháng 4", "fr", "début avril", "date-changed"),
    ("02:30", "nl", "14:30", "time-changed"), ("3 giờ chiều", "th", "ตี 3", "time-changed"),
    ("lúc 11:15", "fr", "23 h 15", "time-changed"), ("chiều thứ Bảy", "nl", "zaterdagochtend", "time-changed"),
    ("năm tuần nữa", "nl", "over vijf maanden", "duration-changed"),
    ("hai thập kỷ", "th", "สองปี", "duration-changed"),
    ("hơn bảy năm", "fr", "plus de sept mois", "duration-changed"),
    ("một tiếng", "nl", "een dag", "duration-changed"), ("trong thập kỷ qua", "th", "ปีที่ผ่านมา", "date-changed"),
    ("quý I năm 2019", "fr", "le deuxième trimestre 2019", "date-changed"),
    ("ngày Giáng sinh", "nl", "Tweede Kerstdag", "date-changed"),
    ("hai năm trước", "nl", "over twee jaar", "date-changed"), ("thế kỷ 19", "nl", "de 18e eeuw", "date-changed"),
    ("Tết Nguyên đán", "th", "สงกรานต์", "date-changed"),
    ("từ ngày 15 đến 18-10", "nl", "van 15 tot 19 oktober", "date-changed"),
    ("6 tháng", "fr", "huit jours", "duration-changed"), ("năm 2013", "fr", "à 14 h 30", "date-changed"),
    ("(1956)", "nl", "de twintigste eeuw", "date-changed"),
    ("hai năm sau khi", "nl", "twee jaar voor", "date-changed"),
    ("ba tuần trước đó", "fr", "trois semaines plus tard", "date-changed"),
    ("vài ngày sau khi", "th", "หลายวันก่อนที่", "date-changed"),
    ("sau đó một tuần", "nl", "een week eerder", "date-changed"),
    ("cách đây một năm", "fr", "dans un an", "date-changed"),
    ("đầu năm nay", "fr", "plus tard cette année", "date-changed"),
    ("từ năm 2003 đến năm 2016", "nl", "tussen 2016 en 2003", "date-changed"),
]


@pytest.mark.parametrize("original, language, translation", SAME)
def test_same(original: str, language: str, translation: str) -> None:
    found = compare(fact(original, "vi"), fact(translation, language))
    assert (found.relation, found.code) == ("same", "")


@pytest.mark.parametrize("original, language, translation", AGREEING)
def test_agreeing(original: str, language: str, translation: str) -> None:
    found = compare(fact(original, "vi"), fact(translation, language))
    assert (found.relation != "different", found.code) == (True, "")


@pytest.mark.parametrize("original, language, translation, code", DIFFERENT)
def test_different(original: str, language: str, translation: str, code: str) -> None:
    found = compare(fact(original, "vi"), fact(translation, language))
    assert (found.relation, found.code) == ("different", code)
    assert found.note


@pytest.mark.parametrize("original, language, translation, relation", [
    ("năm ngoái", "nl", "in 2023", "compatible"), ("năm ngoái", "nl", "in 2021", "different"),
    ("tuần trước", "fr", "le 9 octobre 2024", "compatible"), ("tuần trước", "fr", "le 9 septembre 2024", "different"),
    ("hôm qua", "th", "วันพฤหัสบดี", "compatible"), ("hôm qua", "th", "วันศุกร์", "different"),
    ("tháng 11 tới", "nl", "november 2024", "compatible"), ("tháng 11 tới", "nl", "november dit jaar", "compatible"),
    ("hai năm trước", "nl", "in 2022", "compatible"), ("hai năm trước", "nl", "in 2012", "different"),
    ("thứ Ba", "nl", "15 oktober 2024", "compatible"), ("thứ Ba", "nl", "16 oktober 2024", "different"),
])
def test_relative_dates_against_the_article_s_day(original: str, language: str, translation: str,
                                                  relation: str) -> None:
    today = dt.date(2024, 10, 18)
    assert compare(fact(original, "vi", today), fact(translation, language, today)).relation == relation


def moment(year: int | None, month: int | None, day: int | None, weekday: int | None, hour: int | None,
           span: int) -> Moment:
    return Moment(year=year, month=month, day=day, weekday=weekday, hour=hour, span=span)


MOMENTS = st.builds(moment, year=st.none() | st.integers(1800, 2100), month=st.none() | st.integers(1, 12),
                    day=st.none() | st.integers(1, 28), weekday=st.none() | st.integers(1, 7),
                    hour=st.none() | st.integers(0, 23), span=st.sampled_from((1, 1, 10)))


@given(a=MOMENTS, b=MOMENTS)
def test_comparison_is_symmetric_and_bounded(a: Moment, b: Moment) -> None:
    there, back = compare_values(a, b), compare_values(b, a)
    assert (there.relation, there.code) == (back.relation, back.code)
    assert 0 <= there.likeness <= 1 and (there.relation == "different") == bool(there.code)


@given(st.integers(1900, 2090), st.integers(1, 9))
def test_another_year_is_another_date(year: int, apart: int) -> None:
    assert compare_values(Moment(year=year), Moment(year=year + apart)).code == "date-changed"
