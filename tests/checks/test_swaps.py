"""Another charge, another office, another country's people, another body of the same kind; and what is right."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import swaps

from .figure_world import pair


def found(original: str, translation: str, language: str,
          known: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """Code and the translation's words of each finding."""
    made = pair(original, translation, language, known)
    return [(d.code, made.translation.text[d.translation.start:d.translation.end])
            for d in swaps.check(made) if d.translation]


@pytest.mark.parametrize(("original", "translation", "language", "code", "text"), [
    ("Bộ trưởng Thương mại đã từ chức.", "De minister van Landbouw is opgestapt.", "nl", "role-changed",
     "minister van Landbouw"),
    ("Bộ Nội vụ chưa trả lời.", "Le ministère de la Justice n’a pas répondu.", "fr", "role-changed",
     "ministère de la Justice"),
    ("Thứ trưởng Quốc phòng sẽ đến.", "รัฐมนตรีช่วยว่าการกระทรวงมหาดไทยจะมา", "th", "role-changed",
     "รัฐมนตรีช่วยว่าการกระทรวงมหาดไทย"),
    ("Thủ tướng sẽ đến.", "รัฐมนตรีต่างประเทศจะมา", "th", "role-changed", "รัฐมนตรีต่างประเทศ"),
    ("Cha của bà đã đến.", "Haar grootvader is aangekomen.", "nl", "role-changed", "grootvader"),
    ("Một phụ nữ người Scotland thắng giải.", "Een Ierse vrouw won de prijs.", "nl", "name-changed", "Ierse"),
    ("Đội tuyển Đan Mạch đã thắng.", "La sélection suédoise a gagné.", "fr", "name-changed", "suédoise"),
    ("Một người Jordan bị bắt.", "ชาวเลบานอนคนหนึ่งถูกจับ", "th", "name-changed", "เลบานอน"),
    ("Hội đồng Bảo an họp hôm qua.", "De Algemene Vergadering kwam bijeen.", "nl", "name-changed",
     "Algemene Vergadering"),
    ("Đảng Bảo thủ đã thắng.", "Le parti libéral-démocrate a gagné.", "fr", "name-changed",
     "parti libéral-démocrate"),
    # the sentence names both; one of them once too often
    ("Ứng viên Dân chủ chỉ trích đối thủ Cộng hòa.", "De Democratische kandidaat bekritiseert de Democraten.", "nl",
     "name-changed", "Democraten"),
    # one of two mentions
    ("Tàu của Nhật Bản do cơ quan Nhật Bản phóng.", "L’engin australien lancé par l’agence japonaise.", "fr",
     "name-changed", "australien"),
    ("Các băng nhóm Nam Mỹ đã đến.", "Afrikaanse bendes zijn gekomen.", "nl", "name-changed", "Afrikaanse"),
    ("Họ bay tới Trung Đông.", "พวกเขาบินไปแอฟริกาเหนือ", "th", "name-changed", "แอฟริกาเหนือ"),
])
def test_another_of_the_kind(original: str, translation: str, language: str, code: str, text: str) -> None:
    assert found(original, translation, language) == [(code, text)]


@pytest.mark.parametrize(("original", "translation", "language", "code", "text"), [
    # the sentence beside has both, and needs them for itself
    ("Hãng này cắt giảm việc làm tại Đức.\nThủ tướng Đức gặp người Mỹ.",
     "Het bedrijf schrapt banen in de VS.\nDe Duitse premier ontmoet Amerikanen.", "nl", "name-changed", "VS"),
])
def test_another_that_a_sentence_beside_names(original: str, translation: str, language: str, code: str,
                                              text: str) -> None:
    assert found(original, translation, language) == [(code, text)]


@pytest.mark.parametrize(("original", "translation", "language"), [
    # what is missing here is in the sentence beside, and the other came from there
    ("Người Đức đến.\nHọ gặp người Mỹ.", "Ze ontmoeten Amerikanen.\nDat deden de Duitsers.", "nl"),
    ("Bộ trưởng Thương mại đã từ chức.", "De minister van Economische Zaken is opgestapt.", "nl"),
    ("Bộ trưởng Tài chính đã từ chức.", "De minister is opgestapt.", "nl"),
    ("Ngoại trưởng Đức sẽ đến.", "Le chef de la diplomatie allemande viendra.", "fr"),
    ("Thủ tướng Đức sẽ đến.", "De Duitse bondskanselier komt.", "nl"),
    ("Một phụ nữ Anh thắng giải.", "Een Engelse won de prijs.", "nl"),
    ("Cha của bà đã đến.", "Haar vader is aangekomen.", "nl"),
    ("Chồng bà đã đến.", "Son compagnon est arrivé.", "fr"),
    ("Các cầu thủ đã thắng.", "De ploeg won in de Premier League.", "nl"),
    ("Nhà văn đến sớm.", "Le journaliste est arrivé tôt.", "fr"),
    ("Nước này sẽ tham gia.", "La France participera.", "fr"),
])
def test_what_is_right_is_silent(original: str, translation: str, language: str) -> None:
    assert found(original, translation, language) == []


def test_a_charge_that_the_next_sentence_has_right() -> None:
    said = found("Bộ trưởng Y tế đã từ chức.\nBộ trưởng Y tế sẽ đi Đức.",
                 "De minister van Landbouw is opgestapt.\nDe minister van Volksgezondheid gaat naar Duitsland.", "nl")
    assert said == [("role-changed", "minister van Landbouw")]


@pytest.mark.parametrize("linked", [True, False])
def test_a_party_in_anothers_place_though_the_next_sentence_says_both(linked: bool) -> None:
    links = [("Đảng Cộng hòa", "Democraten")] if linked else []
    said = found("Các ứng viên Đảng Cộng hòa đến sớm.\nHọ tranh luận với Đảng Dân chủ.",
                 "De Democraten kwamen vroeg.\nDe Republikeinen debatteerden met de Democraten.", "nl", links)
    assert said == [("name-changed", "Democraten")] * linked
