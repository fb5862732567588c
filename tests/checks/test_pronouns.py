"""Pronouns of the other sex, and those that are no fault."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import pronouns
from checker.finding import Discrepancy

from .figure_world import pair


def found(original: str, text: str, language: str, known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    made = pair(original, text, language, known)
    return [(made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end])
            for d in pronouns.check(made) if isinstance(d, Discrepancy) and d.original and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Bà ấy đã rời phòng họp.", "Hij heeft de zaal verlaten.", "nl", "Bà ấy", "Hij"),
    ("Hôm qua ông nói vậy.", "Elle l'a dit hier.", "fr", "ông", "Elle"),
    ("Anh ta bị thương ở chân.", "เธอได้รับบาดเจ็บที่ขา", "th", "Anh ta", "เธอ"),
    ("Chồng của cô làm ở cảng.", "Zijn man werkt in de haven.", "nl", "cô", "Zijn"),  # whose it is
])
def test_the_other_sex(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == [(own, other)]


@pytest.mark.parametrize(("original", "text", "language", "known"), [
    ("Bà ấy đã rời phòng họp.", "Zij heeft de zaal verlaten.", "nl", [("Bà ấy", "Zij")]),
    ("Bà ấy đã rời phòng họp.", "Het regende en hij bleef droog.", "nl", []),  # linked to nothing: another person
    ("Họ đã rời phòng họp.", "Zij hebben de zaal verlaten.", "nl", [("Họ", "Zij")]),  # several people
    ("Lời của ông rất hay.", "Elle était belle.", "fr", [("ông", "Elle")]),  # the word, not the man
    ("Anh em họ gặp nhau.", "Zij ontmoeten elkaar.", "nl", [("Anh em", "Zij")]),  # siblings
    ("Cô ấy dũng cảm hơn tôi.", "น้องเขากล้ากว่าฉัน", "th", [("Cô ấy", "เขา")]),  # said of either behind another word
    ("Ông hỏi và bà trả lời.", "Hij vroeg, zij antwoordde.", "nl", [("Ông", "Hij"), ("bà", "zij")]),
    ("Các cậu ấy đã rời phòng họp.", "Zij zijn weg.", "nl", [("cậu ấy", "Zij")]),
    ("Cô gặp ông ở Huế.", "Ze sprak hem in Hue.", "nl", [("Cô", "Ze"), ("ông", "hem"), ("ông", "Ze")]),  # hem is his
])
def test_what_is_no_fault(original: str, text: str, language: str, known: list[tuple[str, str]]) -> None:
    assert not found(original, text, language, known)


def test_a_text_that_is_no_translation_is_not_held_to_it() -> None:
    made = pair("Bà ấy đi.", "Hij gaat.", "nl", [("Bà ấy", "Hij")], relation="unrelated")
    assert not list(pronouns.check(made))
