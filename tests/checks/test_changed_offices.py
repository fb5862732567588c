"""Offices that gained or lost the word that makes them another: a vice-captain for the captain."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import roles

from .figure_world import pair

Known = Sequence[tuple[str, str]]


def found(original: str, text: str, language: str, known: Known = ()) -> list[tuple[str, str]]:
    """Both sides' words of each finding; `known`: the words that belong together."""
    made = pair(original, text, language, known)
    return [(made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end])
            for d in roles.check(made) if d.original and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "known", "both"), [
    ("Đội trưởng im lặng.", "Le vice-capitaine se tait.", "fr", (), ("Đội trưởng", "vice-capitaine")),
    ("Phó Thủ tướng im lặng.", "De premier zwijgt.", "nl", (), ("Phó Thủ tướng", "premier")),
    ("Bộ trưởng im lặng.", "De voormalige minister zwijgt.", "nl", (), ("Bộ trưởng", "voormalige minister")),
    ("Thống đốc im lặng.", "รักษาการผู้ว่าการนิ่งเงียบ", "th", (), ("Thống đốc", "รักษาการผู้ว่าการ")),
    # Of two offices that may be each other's, the links tell which is which.
    ("Phó Thủ tướng gặp các lãnh đạo.", "De premier ontmoet de leiders.", "nl",
     (("Phó Thủ tướng", "premier"), ("lãnh đạo", "leiders")), ("Phó Thủ tướng", "premier")),
])
def test_another_office(original: str, text: str, language: str, known: Known, both: tuple[str, str]) -> None:
    assert found(original, text, language, known) == [both]


@pytest.mark.parametrize(("original", "text", "language", "known"), [
    ("Cơ phó im lặng.", "Le vice-capitaine se tait.", "fr", ()),  # what "cơ phó" says by itself
    ("Thứ trưởng im lặng.", "De viceminister zwijgt.", "nl", ()),
    ("Ông từng là bộ trưởng.", "Hij is oud-minister.", "nl", ()),  # said apart from the office
    # Who is dead is none any more.
    ("Cố tổng thống để lại một vườn nho.", "L’ancien président laisse une vigne.", "fr", ()),
    ("Người bạn im lặng.", "De voormalige vriend zwijgt.", "nl", ()),  # no office
    ("Phó Thủ tướng gặp các lãnh đạo.", "De premier ontmoet de leiders.", "nl", ()),  # nothing ties the two
])
def test_the_same_office(original: str, text: str, language: str, known: Known) -> None:
    assert found(original, text, language, known) == []
