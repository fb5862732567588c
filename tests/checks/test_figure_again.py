"""Facts that an article states twice: told as evidence, and found where a version gives them in two ways."""
from __future__ import annotations

import pytest

from checker.checks import figures
from checker.finding import Discrepancy

from .figure_world import pair

LANDSLIDE = "Lở đất khiến 15 người chết ở Lào Cai.\nTrận lở đất đêm qua làm 15 người chết."


def said(original: str, translation: str, language: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Code, words and related places of what is more than a note."""
    made = pair(original, translation, language)
    text = made.translation.text
    return [(d.code, text[d.translation.start:d.translation.end] if d.translation else "",
             [(r.role, text[r.place.start:r.place.end]) for r in d.related])
            for d in figures.check(made) if isinstance(d, Discrepancy) and not d.advisory]


def certainty(original: str, translation: str, language: str) -> float:
    return next(d.certainty for d in figures.check(pair(original, translation, language))
                if isinstance(d, Discrepancy))


def test_changed_figure_is_told_with_the_place_where_it_is_right() -> None:
    translation = "Aardverschuiving: 15 doden in Lào Cai.\nBij de verschuiving vannacht vielen 51 doden."
    assert said(LANDSLIDE, translation, "nl") == [("number-changed", "51", [("same-fact", "15")])]


def test_changed_date_is_told_with_the_place_where_it_is_right() -> None:
    original = "Cầu Rạch Miễu khánh thành ngày 19/8.\nLễ khánh thành cầu Rạch Miễu diễn ra ngày 19/8."
    translation = "Le pont inauguré le 19 août.\nL'inauguration du pont a eu lieu le 18 août."
    assert said(original, translation, "fr") == [("date-changed", "18 août", [("same-fact", "19 août")])]


def test_version_that_has_it_right_elsewhere_is_surer_to_be_wrong() -> None:
    wrong = "Bij de verschuiving vannacht vielen 51 doden."
    twice = certainty(LANDSLIDE, f"Aardverschuiving: 15 doden in Lào Cai.\n{wrong}", "nl")
    assert twice > certainty(LANDSLIDE.split("\n")[1], wrong, "nl")


def test_two_teams_with_as_many_points_are_two_facts() -> None:
    original = "Đội Hà Nội ghi 15 điểm.\nĐội Hải Phòng ghi 15 điểm."
    translation = "Hanoi haalde 15 punten.\nHai Phong haalde 51 punten."
    assert said(original, translation, "nl") == [("number-changed", "51", [])]


INCONSISTENT = [
    ("Con đường dài 385 dặm.", "nl", "De weg van 620 km.", "De storm vernielde 600 km weg.", "600 km"),
    ("Con đường dài 385 dặm.", "th", "ถนนยาว 620 กิโลเมตร", "พายุทำลายถนน 600 กิโลเมตร", "600 กิโลเมตร"),
    ("Vận tốc gió đạt 145 dặm/giờ.", "fr", "Des vents de 233 km/h.", "Le vent soufflait à 250 km/h.", "250 km/h"),
    ("Đàn voi có 12.480 con.", "nl", "Er zijn 12.500 olifanten.", "De kudde telt 12.400 olifanten.", None),
]


@pytest.mark.parametrize("original, language, first, second, odd", INCONSISTENT)
def test_two_ways_of_one_figure_are_one_finding(original: str, language: str, first: str, second: str,
                                                odd: str | None) -> None:
    found = said(f"{original}\n{original}", f"{first}\n{second}", language)
    if odd is None:  # One of the two is no fair rounding: that place alone is wrong.
        assert [code for code, _, _ in found] == ["number-changed"]
    else:
        assert [(code, text) for code, text, _ in found] == [("number-inconsistent", odd)]
        assert [role for role, _ in found[0][2]] == ["variant"]


CONSISTENT = [
    ("Doanh thu đạt 12.480 tỷ đồng.", "nl", "Omzet: 12.500 miljard dong.", "De omzet was 12.480 miljard dong."),
    ("Con đường dài 385 dặm.", "nl", "De weg van 385 mijl.", "De storm vernielde 620 km weg."),
    ("Con đường dài 385 dặm.", "fr", "Une route de 620 km.", "La tempête a détruit près de 620 kilomètres de route."),
    ("Hàng trăm người đến xem.", "fr", "Des centaines de visiteurs.", "Des centaines de gens sont venus."),
]


@pytest.mark.parametrize("original, language, first, second", CONSISTENT)
def test_rounder_in_the_headline_is_consistent(original: str, language: str, first: str, second: str) -> None:
    assert said(f"{original}\n{original}", f"{first}\n{second}", language) == []


def test_list_of_one_figure_is_compared_in_bounded_time() -> None:
    lines = "\n".join(["Giải thưởng trị giá 5.250 đồng cho mỗi người."] * 400)
    assert said(lines, "\n".join(["Prijs van 5.250 dong per persoon."] * 400), "nl") == []
