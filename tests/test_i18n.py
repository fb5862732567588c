"""The catalogues: whole, and true to the places in each text."""
from __future__ import annotations

import pytest

from checker.i18n import catalogue, category, languages

from .catalogues import PLACE, texts

OTHERS = [code for code in languages() if code != "en"]


def test_the_languages_are_those_of_the_articles_and_english() -> None:
    assert set(languages()) >= {"en", "vi", "nl", "fr", "th"}


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language: str) -> None:
    missing = [text for text in texts() if text not in catalogue(language).forms]
    assert missing == [], "translate these in reports/locale (python -m tests.catalogues adds them)"


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    for text, forms in catalogue(language).forms.items():
        for form in forms:
            assert sorted(set(PLACE.findall(form))) == sorted(set(PLACE.findall(text))), text


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_that_counts_has_a_form_for_one_and_for_many(language: str) -> None:
    for one, many in texts().items():
        if many:
            forms = catalogue(language).plural(one, many)
            assert {category(language, n) for n in range(200)} <= set(forms), one
            assert "one" in forms or len(forms) == 1, one


def test_a_language_without_a_catalogue_is_english() -> None:
    assert catalogue("de").language == "en"
    assert catalogue("nl-BE").text("Error") == "Fout"
