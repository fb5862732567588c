"""Where dimensions meet: a numeral that is but a word of a name is no figure."""
from __future__ import annotations

import pytest

from checker.facts import extract


def figures(text: str, language: str) -> list[str]:
    """The words that a sentence's numbers are read from."""
    return [fact.text for fact in extract(text, language) if fact.kind == "number"]


@pytest.mark.parametrize("language, text", [
    ("vi", "Đoàn thuyền rời bến sông Bảy Háp vào buổi chiều."),
    ("nl", "De directeur van de haven van Tien Sa zweeg erover."),
])
def test_a_numeral_in_a_name_is_no_figure(language: str, text: str) -> None:
    assert figures(text, language) == []


@pytest.mark.parametrize("language, text, said", [
    ("vi", "Bên sông Bảy Háp có mười chiếc thuyền.", ["mười"]),
    ("nl", "Tien Fransen bleven achter in de haven.", ["Tien"]),
    ("nl", 'Zij riep: "Tien Fransen bleven achter."', ["Tien"]),
    ("nl", "Bij Tien Sa liggen 12 schepen.", ["12"]),
])
def test_a_numeral_beside_or_before_a_name_is_one(language: str, text: str, said: list[str]) -> None:
    assert figures(text, language) == said
