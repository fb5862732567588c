"""The cases beside each language's table of dates: values and their spellings, look-alikes, known failures."""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from checker.facts.dates import extract

LANGUAGES = ("vi", "nl", "fr", "th", "en")
APART = ("negative", "known-failures")


def cases(language: str) -> dict[str, Any]:
    source = files("checker.languages") / language / "dates.cases.toml"
    return tomllib.loads(source.read_text("utf-8"))


def values(text: str, language: str) -> list[str]:
    return [fact.value for fact in extract(text, language)]


def positive() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for name, found in cases(language).items():
            if name not in APART:
                yield from ((language, value, phrase) for value, phrases in found.items() for phrase in phrases)


def failing() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        found = cases(language).get("known-failures", {})
        yield from ((language, value, phrase) for value, phrases in found.items() for phrase in phrases)


@pytest.mark.parametrize("language, value, phrase", list(positive()))
def test_phrase_is_read_as_its_value(language: str, value: str, phrase: str) -> None:
    assert values(phrase, language) == [value]


@pytest.mark.parametrize("language, phrase", [(x, p) for x in LANGUAGES for p in cases(x)["negative"]["phrases"]])
def test_look_alike_states_no_date(language: str, phrase: str) -> None:
    assert values(phrase, language) == []


@pytest.mark.parametrize("language, value, phrase", list(failing()))
@pytest.mark.xfail(strict=True)
def test_known_failure(language: str, value: str, phrase: str) -> None:
    assert values(phrase, language) == [value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_has_at_least_eight_examples_or_its_whole_set(language: str) -> None:
    counts = {name: sum(map(len, found.values())) for name, found in cases(language).items() if name not in APART}
    assert {name: count for name, count in counts.items() if count < 8} == {}
