"""The cases beside each language's table: values and their spellings, look-alikes, known failures."""
from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from checker.facts import Context, Fact
from checker.facts.numbers import extract
from checker.normal import normal

LANGUAGES = ("vi", "nl", "fr", "th", "en")
# What a fact must have to be compared loudly; articles and idioms stay below.
SURE = 0.5
EXAMPLES_A_CLASS = 8
NOT_CLASSES = ("negative", "known_failures", "mixed")


def cases(language: str) -> dict[str, Any]:
    source = files("checker.languages") / language / "numbers.cases.toml"
    return tomllib.loads(source.read_text("utf-8"))


def sure_facts(text: str, language: str) -> list[Fact]:
    return [f for f in extract(normal(text).text, language, Context()) if f.confidence >= SURE]


def spelled(*, failing: bool) -> Iterator[Any]:
    for language in LANGUAGES:
        for name, group in cases(language).items():
            if (name == "known_failures") is failing and name != "negative":
                for value, spellings in group.items():
                    yield from (pytest.param(language, value, text, id=f"{language}-{name}-{value}-{text}")
                                for text in spellings)


def lookalikes() -> Iterator[Any]:
    for language in LANGUAGES:
        texts = cases(language)["negative"]["texts"]
        yield from (pytest.param(language, text, id=f"{language}-{text}") for text in texts)


@pytest.mark.parametrize("language, value, text", list(spelled(failing=False)))
def test_spelling_has_its_value(language: str, value: str, text: str) -> None:
    assert [f.value for f in sure_facts(text, language)] == [value]


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize("language, value, text", list(spelled(failing=True)))
def test_known_failure(language: str, value: str, text: str) -> None:
    assert [f.value for f in sure_facts(text, language)] == [value]


@pytest.mark.parametrize("language, text", list(lookalikes()))
def test_lookalike_is_no_number(language: str, text: str) -> None:
    assert not sure_facts(text, language)


@pytest.mark.parametrize("language", ("vi", "nl", "fr", "th"))
def test_every_class_has_examples(language: str) -> None:
    counts = {name: sum(map(len, group.values())) for name, group in cases(language).items() if name not in NOT_CLASSES}
    assert not {name: n for name, n in counts.items() if n < EXAMPLES_A_CLASS}
