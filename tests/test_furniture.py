"""Page furniture, and prose that looks like it."""
from __future__ import annotations

import pytest

from checker.article import Article
from checker.furniture import find, is_furniture
from checker.languages import languages, table
from checker.readers.source import Source
from checker.readers.text import read_text
from checker.segmenter import split


def _cases(key: str) -> list[tuple[str, str]]:
    return [(language, line) for language in languages()
            for line in table(language, "furniture.cases").get(key, ())]


@pytest.mark.parametrize(("language", "line"), _cases("furniture"))
def test_furniture(language: str, line: str) -> None:
    assert is_furniture(line, language)


@pytest.mark.parametrize(("language", "line"), _cases("prose"))
def test_prose(language: str, line: str) -> None:
    assert not is_furniture(line, language)


def test_a_word_within_a_paragraph_is_no_button() -> None:
    assert is_furniture("Volgende.", "nl")
    assert not is_furniture("Volgende.", "nl", alone=False)


def test_all_segments_of_a_furniture_paragraph_are_found() -> None:
    text = "สะพานใหม่เปิดแล้ว\nที่มา: https://tuayang.th/a.html\nการแสดงความคิดเห็น (0)\n"
    document = read_text(Source("a.txt", b"", text))
    article = Article(document, "th", split(document, "th"))
    assert {s.paragraph for s in article.segments if s.id in find(article)} == {1, 2}
