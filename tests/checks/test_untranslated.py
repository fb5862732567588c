"""Sentences and phrases left in another language."""
from __future__ import annotations

import pytest

from checker.checks import untranslated
from checker.finding import Discrepancy

from .test_negation import linked


def found(original: str, text: str, language: str) -> list[str]:
    """The version's words of each finding."""
    made = linked(original, text, language)
    return [made.translation.text[d.translation.start:d.translation.end] for d in untranslated.check(made)
            if isinstance(d, Discrepancy) and d.translation]


def test_a_sentence_of_another_version_was_left() -> None:
    text = "La burgemeester zei dat de brug al sinds maandag niet meer open is voor het verkeer."
    assert found("Thị trưởng nói cầu đóng từ thứ Hai.", text, "fr") == [text]


def test_a_phrase_of_the_original_was_left() -> None:
    text = "De burgemeester zei maandag tijdens de raadsvergadering dat cây cầu cũ đã quá hẹp en daarom dicht moet."
    [phrase] = found("Thị trưởng nói rằng cây cầu cũ đã quá hẹp và phải đóng cửa.", text, "nl")
    assert phrase == "cây cầu cũ đã quá hẹp"


@pytest.mark.parametrize("original, count", [
    ("Ban nhạc hát bài the river is never far from us tối qua.", 0), ("Ban nhạc hát bài hát cũ tối qua.", 1)])
def test_what_the_original_leaves_in_english_may_stay(original: str, count: int) -> None:
    text = "Gisteravond zong de band the river is never far from us op het plein."
    assert len(found(original, text, "nl")) == count
