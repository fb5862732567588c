"""Names are found as the cases beside each language say, and on any text at all."""
from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.facts import Context
from checker.facts.names import Name, extract
from checker.languages import languages

SURE = 0.5


def cases(language: str) -> dict[str, Any]:
    """The cases of a language's names."""
    source = files("checker.languages") / language / "names.cases.toml"
    return tomllib.loads(source.read_text("utf-8")) if source.is_file() else {}


def said(text: str, language: str) -> list[str]:
    """The values of the names a text states for sure."""
    return [f.value for f in extract(text, language, Context()) if f.confidence >= SURE]


NAMED = [(code, text, values) for code in languages() for text, values in cases(code).get("names", {}).items()]
SILENT = [(code, text) for code in languages() for text in cases(code).get("silent", [])]


@pytest.mark.parametrize(("language", "text", "values"), NAMED)
def test_names(language: str, text: str, values: list[str]) -> None:
    assert said(text, language) == values


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_no_names(language: str, text: str) -> None:
    assert said(text, language) == []


def test_title_and_courtesy_belong_to_the_name() -> None:
    first, second = (f.detail for f in extract("Bộ trưởng Lê Văn Hải gặp bà Anna Kowalska.", "vi", Context()))
    assert isinstance(first, Name) and first.title is not None and first.title.text == "Bộ trưởng"
    assert second.gender == "f" and second.title is None


def test_a_title_belongs_to_one_person() -> None:
    found = extract("Mục sư David Johnson và Peter Smith đến sớm.", "vi", Context())
    assert [f.detail.title is not None for f in found] == [True, False]


def test_taken_words_are_no_names() -> None:
    assert extract("Hà Nội mưa.", "vi", Context(), taken=[(0, 6)]) == ()


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80),
       st.sampled_from(languages()))
def test_never_raises_and_never_overlaps(text: str, language: str) -> None:
    found = extract(text, language, Context())
    assert all(0 <= f.start < f.end <= len(text) and f.text == text[f.start:f.end] for f in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
