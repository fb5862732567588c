"""Where sentences deny: the cases beside each language's words."""
from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from checker.checks.denials import cues
from checker.languages import languages


def cases(key: str) -> list[Any]:
    """All cases of one kind, with their language."""
    found = []
    for language in languages():
        source = files("checker.languages") / language / "words.cases.toml"
        if source.is_file():
            found += [(language, case) for case in tomllib.loads(source.read_text("utf-8"))[key]]
    return found


@pytest.mark.parametrize("language, case", cases("denies"))
def test_denials_are_counted(language: str, case: tuple[str, int]) -> None:
    words = cues(language)
    assert words is not None and len(words.denials(case[0])) == case[1]


@pytest.mark.parametrize("language, text", cases("affirms"))
def test_words_that_only_look_like_it_deny_nothing(language: str, text: str) -> None:
    words = cues(language)
    assert words is not None and words.denials(text) == []


def test_a_language_without_a_table_has_no_cues() -> None:
    assert cues("xx") is None
