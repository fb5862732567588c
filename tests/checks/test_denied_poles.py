"""Words that one side denies and the other says: what can be told without another version."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.checks import denied_poles

from .figure_world import pair
from .test_linked_roles import Told

Known = Sequence[tuple[str, str]]


def found(original: str, text: str, language: str, known: Known) -> list[tuple[str, str]]:
    """Both sides' words of each finding."""
    made = replace(pair(original, text, language), links=lambda bead: Told(original, text, known))
    return [(original[d.original.start:d.original.end], text[d.translation.start:d.translation.end])
            for d in denied_poles.check(made) if d.original and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "own", "other", "told"), [
    ("Bài thi không khó.", "De toets is moeilijk.", "nl", "khó", "moeilijk", ("không khó", "moeilijk")),
    ("Bà không có tội.", "Elle est coupable.", "fr", "có tội", "coupable", ("không có tội", "coupable")),
    ("Dân làng chưa hài lòng.", "ชาวบ้านพอใจ", "th", "hài lòng", "พอใจ", ("chưa hài lòng", "พอใจ")),
    ("Cây cầu an toàn.", "De brug is niet veilig.", "nl", "an toàn", "veilig", ("an toàn", "niet veilig")),
    ("Hội đồng loại trừ việc đó.", "De raad sluit dat niet uit.", "nl", "loại trừ", "sluit dat niet uit",
     ("loại trừ", "sluit dat niet uit")),
    ("Bà chấp nhận đề nghị.", "Elle n’accepte pas l’offre.", "fr", "chấp nhận", "accepte",
     ("chấp nhận", "n’accepte")),
])
def test_denied_on_one_side_alone(original: str, text: str, language: str, own: str, other: str,
                                  told: tuple[str, str]) -> None:
    assert found(original, text, language, [(own, other)]) == [told]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Bài thi không khó.", "De toets is niet moeilijk.", "nl", "khó", "moeilijk"),
    ("Con đường không khó.", "Het pad is niet moeilijk.", "nl", "khó", "moeilijk"),  # no "đường không", by air
    ("Hội đồng không loại trừ việc đó.", "De raad sluit dat niet uit.", "nl", "loại trừ", "sluit dat niet uit"),
    ("Đội vẫn bất bại.", "ทีมยังไม่แพ้ใคร", "th", "bất bại", "ยังไม่แพ้ใคร"),  # the word itself denies
    ("Ước gì tôi đã rời đi.", "Je regrette de ne pas être parti.", "fr", "rời đi", "parti"),  # wished in vain
    ("Bài thi không khó.", "De toets is nauwelijks moeilijk.", "nl", "khó", "moeilijk"),  # another word carries it
    ("Bài thi không khó.", "De toets is makkelijk, zegt wie hem moeilijk vond.", "nl", "khó", "moeilijk"),
    ("Ông không chỉ an toàn mà còn khỏe.", "Hij is veilig en fit.", "nl", "an toàn", "veilig"),
    ("Ông chưa thấy cây cầu an toàn.", "De brug is veilig.", "nl", "an toàn", "veilig"),  # something else is denied
    ("Chưa ai đến. Cầu an toàn.", "De brug is veilig.", "nl", "an toàn", "veilig"),
])
def test_what_says_the_same_is_no_finding(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == []


def test_words_that_are_not_linked_do_not_stand_for_each_other() -> None:
    assert found("Bài thi không khó.", "De toets is moeilijk.", "nl", []) == []
