"""Dates that one text alone shows to be wrong: impossible days, false weekdays, two eras in one version."""
from __future__ import annotations

import pytest

from checker.checks import calendar

from .figure_world import pair


def said(text: str, language: str) -> list[tuple[str, str]]:
    """Codes and words of what the check says of a translation."""
    return [(d.code, text[d.translation.start:d.translation.end])
            for d in calendar.check(pair("Không có gì.", text, language)) if d.translation]


@pytest.mark.parametrize("text, language, words", [
    ("De zitting is op 31 april 2024.", "nl", "31 april 2024"),
    ("La séance est fixée au 30 février.", "fr", "30 février"),
    ("การประชุมมีขึ้นวันที่ 31 มิถุนายน 2567", "th", "วันที่ 31 มิถุนายน 2567"),
    ("De zitting is op 29 februari 2023.", "nl", "29 februari 2023"),
    ("De beurs loopt van 28 april tot 31 april.", "nl", "28 april tot 31 april"),
    ("De zitting is op maandag 18 oktober 2024.", "nl", "maandag 18 oktober 2024"),
    ("Rendez-vous le lundi 18 octobre 2024.", "fr", "lundi 18 octobre 2024"),
    ("ประชุมวันจันทร์ที่ 18 ตุลาคม 2567", "th", "วันจันทร์ที่ 18 ตุลาคม 2567"),
    ("Op 18 oktober 2024 (maandag) is de zitting.", "nl", "18 oktober 2024 (maandag"),
])
def test_days_that_cannot_be(text: str, language: str, words: str) -> None:
    assert said(text, language) == [("date-impossible", words)]


@pytest.mark.parametrize("text, language", [
    ("De zitting is op 29 februari 2024.", "nl"), ("Elk jaar op 29 februari.", "nl"),
    ("De zitting is op vrijdag 18 oktober 2024.", "nl"), ("De zitting is op maandag 18 oktober.", "nl"),
    ("De zitting is op maandag, en op 18 oktober 2024 volgt het vonnis.", "nl"),
    ("Rendez-vous le vendredi 18 octobre 2024.", "fr"), ("ประชุมวันศุกร์ที่ 18 ตุลาคม 2567", "th"),
    ("Maandag opende in 2024 de brug.", "nl"),
])
def test_days_that_can_be_are_silent(text: str, language: str) -> None:
    assert said(text, language) == []


@pytest.mark.parametrize("text, words", [
    ("ในปี 2560 มีผู้ชม 300 คน\nในปี 2018 มี 400 คน\nในปี 2562 มี 500 คน", "ปี 2018"),
    ("ในปี พ.ศ. 2560 มีผู้ชม 300 คน\nในปี 2018 มี 400 คน\nในปี 2019 มี 500 คน", "ปี พ.ศ. 2560"),
])
def test_two_eras_in_one_version(text: str, words: str) -> None:
    assert said(text, "th") == [("era-mixed", words)]


@pytest.mark.parametrize("text, language", [
    ("ในปี 2560 มีผู้ชม 300 คน\nในปี 2561 มี 400 คน", "th"), ("ในปี 2017 มีผู้ชม 300 คน\nในปี 2018 มี 400 คน", "th"),
    ("ในปี พ.ศ. 2560 มีผู้ชม 300 คน\nในปี ค.ศ. 2018 มี 400 คน", "th"), ("In 2017 kwamen er 300, in 2018 400.", "nl"),
    ("ในปี 2560 มีผู้ชม 300 คนในงาน Vesak 2018 ครับ", "th"),
])
def test_one_era_or_every_year_marked_is_silent(text: str, language: str) -> None:
    assert said(text, language) == []


def test_the_original_s_own_faults_are_its_own() -> None:
    made = pair("Phiên tòa mở ngày 31-4-2024.", "De zitting is op 30 april 2024.", "nl")
    found = list(calendar.check_original(made.original, made.original_facts))
    assert [(d.code, d.translation) for d in found] == [("date-impossible", None)]
    assert list(calendar.check(made)) == []


def test_other_years_of_a_mixed_version_are_variants() -> None:
    text = "ในปี 2560 มี 300 คน\nในปี 2018 มี 400 คน\nในปี 2019 มี 500 คน"
    mixed = next(calendar.check(pair("Không có gì.", text, "th")))
    assert [text[r.place.start:r.place.end] for r in mixed.related] == ["ปี 2018"]
