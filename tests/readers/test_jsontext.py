"""JSON: which strings are prose, and where each of their characters stands."""
from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CheckerError
from checker.readers.jsontext import read_json
from checker.readers.source import Source

ARTICLE = r"""{
  "id": 12, "lang": "nl", "date": "2024-05-06T10:00", "title": "De \"brug\" \u0111",
  "related": [{"title": "Niet dit"}],
  "body": [
    {"type": "p", "text": "Zij kost 12\u00a0500 euro.\nEen tweede regel."},
    {"type": "p", "text": "<p>Met <b>HTML</b> &amp; meer.<br>Regel</p><p>Nog een</p>"}
  ]
}"""


def _read(text: str, *paths: str) -> list[tuple[str | None, str]]:
    document = read_json(Source("a.json", b"", text), paths)
    return [(b.place, document.text[b.start:b.end]) for b in document.blocks]


def test_the_parts_of_an_article_are_found_by_their_names() -> None:
    assert _read(ARTICLE) == [
        ("title", 'De "brug" đ'), ("body.0.text", "Zij kost 12 500 euro."), ("body.0.text", "Een tweede regel."),
        ("body.1.text", "Met HTML & meer. Regel"), ("body.1.text", "Nog een")]
    document = read_json(Source("a.json", b"", ARTICLE))
    assert (document.language, document.date) == ("nl", dt.date(2024, 5, 6))


def test_configured_paths_overrule() -> None:
    assert _read(ARTICLE, "related.*.title", "body.1.type") == [("related.0.title", "Niet dit"), ("body.1.type", "p")]


@pytest.mark.parametrize("word", ["brug", "euro", "tweede", "HTML", "meer", "Nog"])
def test_words_stand_where_the_file_has_them(word: str) -> None:
    document = read_json(Source("a.json", b"", ARTICLE))
    line, column = document.position(document.text.index(word))
    assert line is not None and column is not None
    assert ARTICLE.split("\n")[line - 1][column - 1:].startswith(word)


@pytest.mark.parametrize(("text", "message"), [
    ("{", "not JSON"), ("[" * 100_000, "within each other"),
    ('{"other": "x"}', "configure the paths"), ('"x"', "configure"),
    ('{"title": "a\nb"}', "line 1"),
])
def test_what_is_broken_is_refused(text: str, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as refusal:
        _read(text)
    assert "\n" not in str(refusal.value)


def test_lone_surrogates_do_not_get_in() -> None:
    assert _read(r'{"title": "a\ud800b"}') == [("title", "a\ufffdb")]


_VALUES = st.recursive(st.one_of(st.none(), st.booleans(), st.floats(allow_nan=False), st.text()),
                       lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))


@given(_VALUES, st.booleans(), st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_every_string_at_a_path_is_found_amid_anything(value: object, ascii_only: bool, text: str) -> None:
    made = json.dumps({"x": value, "title": text, "y": [value, {"z": value}]}, ensure_ascii=ascii_only, indent=1)
    assert _read(made, "title") == [("title", text.strip())]
