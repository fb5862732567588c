"""One person of the article named in another's place, told by the count; and what is no confusion."""
from __future__ import annotations

import pytest

from checker.checks import confused

from .figure_world import pair

# Two persons who are named in full first.
ORIGINAL = "Ông Peter Halvorsen gặp ông Martin Okafor ở Oslo."
FRENCH = "Peter Halvorsen a rencontré Martin Okafor à Oslo."
THAI = "ปีเตอร์ ฮัลวอร์เซน พบกับมาร์ติน โอคาฟอร์ ที่ออสโล"


def found(original: str, translation: str, language: str) -> list[tuple[str, str]]:
    """Both sides' words of each finding, where a sentence follows the one that names both."""
    first = FRENCH if language == "fr" else THAI
    made = pair(f"{ORIGINAL}\n{original}", f"{first}\n{translation}", language)
    return [(made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end])
            for d in confused.check(made) if d.original and d.translation]


@pytest.mark.parametrize(("original", "translation", "language", "expected"), [
    ("Halvorsen nói rằng ông đồng ý.", "Okafor a dit qu’il était d’accord.", "fr", ("Halvorsen", "Okafor")),
    ("Halvorsen nói Okafor đúng và Halvorsen sai.", "Halvorsen a dit qu’Okafor avait raison et Okafor tort.", "fr",
     ("Halvorsen", "Okafor")),
    ("Halvorsen nói rằng ông đồng ý.", "โอคาฟอร์กล่าวว่าเขาเห็นด้วย", "th", ("Halvorsen", "โอคาฟอร์")),
])
def test_the_one_for_the_other(original: str, translation: str, language: str, expected: tuple[str, str]) -> None:
    assert found(original, translation, language) == [expected]


@pytest.mark.parametrize(("original", "translation", "language"), [
    ("Halvorsen nói rằng ông đồng ý.", "Halvorsen a dit qu’il était d’accord.", "fr"),
    ("Halvorsen nói rằng ông đồng ý.", "Il a dit qu’il était d’accord.", "fr"),
    ("Ông đồng ý.", "Okafor est d’accord.", "fr"),
    ("Halvorsen nói Okafor đúng.", "Okafor a raison, selon Halvorsen.", "fr"),
    ("Halvorsen nói rằng ông đồng ý.", "ฮัลวอร์เซนกล่าวว่าเขาเห็นด้วย", "th"),
])
def test_no_confusion(original: str, translation: str, language: str) -> None:
    assert found(original, translation, language) == []
