"""Before and after an event: a turned order is found at its words, another way to put it is none."""
from __future__ import annotations

import pytest

from checker.checks import before_after
from checker.languages import languages

from .figure_world import pair

TURNED = [
    ("Ông từ chức trước khi bỏ phiếu.", "nl", "Hij trad af na de stemming.", ("trước", "na")),
    ("Ông từ chức sau cuộc bầu cử tháng 11.", "nl", "Hij trad af vóór de verkiezingen.", ("sau", "vóór")),
    ("Bà lên tiếng sau khi có phán quyết.", "fr", "Elle s'est exprimée avant le verdict.", ("sau", "avant")),
    ("Bà lên tiếng trước phiên tòa.", "fr", "Elle s'est exprimée après le procès.", ("trước", "après")),
    ("Họ rời đi trước khi trời tối.", "th", "พวกเขาออกไปหลังฟ้ามืด", ("trước", "หลัง")),
    ("Họ rời đi sau lễ cưới.", "th", "พวกเขาออกไปก่อนพิธีแต่งงาน", ("sau", "ก่อน")),
]
KEPT = [
    ("Ông từ chức trước khi bỏ phiếu.", "nl", "Hij trad af voordat er gestemd werd.", ("trước", "voordat")),
    ("Phía sau ngôi nhà có vườn.", "nl", "Voor het huis ligt een tuin.", ("sau", "Voor")),
    ("Tuần trước ông đã đến.", "nl", "Na een week kwam hij.", ("trước", "Na")),
    ("Sau khi ăn, trước khi ngủ, ông đọc sách.", "fr", "Avant de dormir, il lit.", ("Sau", "Avant")),
    ("Ông đến sau khi họp.", "fr", "D'après lui, il vient avant-hier.", ("sau", "avant")),
    ("Họ rời đi trước khi trời tối.", "th", "พวกเขาอยู่หลังคา", ("trước", "หลัง")),
]


def found(original: str, language: str, translation: str, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    made = pair(original, translation, language, known)
    return [(original[d.original.start:d.original.end], translation[d.translation.start:d.translation.end])
            for d in before_after.check(made) if d.original and d.translation and d.code == "date-changed"]


@pytest.mark.parametrize("original, language, translation, words", TURNED)
def test_turned_order_is_found_at_its_words(original: str, language: str, translation: str,
                                            words: tuple[str, str]) -> None:
    assert found(original, language, translation, [words]) == [words]


@pytest.mark.parametrize("original, language, translation, words", TURNED)
def test_words_that_are_not_linked_turn_nothing(original: str, language: str, translation: str,
                                                words: tuple[str, str]) -> None:
    assert found(original, language, translation, []) == []


@pytest.mark.parametrize("original, language, translation, words", KEPT)
def test_kept_order_is_silent(original: str, language: str, translation: str, words: tuple[str, str]) -> None:
    assert found(original, language, translation, [words]) == []


def test_events_that_change_places_turn_their_word() -> None:
    """Friday's fair after Sunday's harvest is Sunday's harvest before the fair."""
    words = ("sau", "ก่อน")
    assert found("Hội làng sau mùa gặt.", "th", "เกี่ยวข้าวก่อนงานวัด", [words]) == [words]
    assert found("Hội làng sau mùa gặt hôm Chủ nhật.", "th", "เกี่ยวข้าววันอาทิตย์ก่อนงานวัด", [words]) == []
    assert found("Hội làng sau mùa gặt hôm Chủ nhật.", "th", "งานวัดก่อนเกี่ยวข้าววันอาทิตย์", [words]) == [words]


def test_every_language_has_its_words_or_none() -> None:
    known = [before_after.sides(language) for language in languages()]
    assert sum(words is not None for words in known) >= 5 and before_after.sides("xx") is None
