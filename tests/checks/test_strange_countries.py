"""Countries that only the translation names, and those that are no fault."""
from __future__ import annotations

import pytest

from checker.checks import strange_countries
from checker.finding import Discrepancy

from .figure_world import pair


def found(original: str, text: str, language: str, known: tuple[tuple[str, str], ...] = ()) -> list[str]:
    made = pair(original, text, language, known)
    return [made.translation.text[d.translation.start:d.translation.end]
            for d in strange_countries.check(made) if isinstance(d, Discrepancy) and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "word"), [
    ("Thị trưởng đã từ chức.", "De Portugese burgemeester is afgetreden.", "nl", "Portugese"),
    ("Thị trưởng đã từ chức.", "Le maire a démissionné, au Chili.", "fr", "Chili"),
    ("Thị trưởng đã từ chức.", "นายกเทศมนตรีโปรตุเกสลาออกแล้ว", "th", "โปรตุเกส"),
    # an acronym far off tells of none
    ("Đài NBC cho biết thị trưởng đã từ chức.",
     "Volgens de zender NBC is de burgemeester gisteren op een persconferentie afgetreden in Portugal.", "nl",
     "Portugal"),
])
def test_a_country_that_the_original_never_names(original: str, text: str, language: str, word: str) -> None:
    assert found(original, text, language) == [word]


@pytest.mark.parametrize(("original", "text"), [
    ("Thị trưởng đã từ chức.\nÔng sống ở Bồ Đào Nha.", "De Portugese burgemeester is weg.\nHij woont in Portugal."),
    ("Thị trưởng đã từ chức.", "De burgemeester is afgetreden."),
    ("Ông làm cho đài BBC.", "Hij werkt voor de Britse omroep BBC."),  # what an acronym stands for
    ("Cú đánh của Garcia hỏng.", "De Spanjaard miste."),  # a person whom the original names
    ("Thị trưởng đã từ chức.", "De Europese burgemeester is afgetreden."),  # no country
])
def test_what_is_no_fault(original: str, text: str) -> None:
    assert found(original, text, "nl") == []


def test_an_abridged_version_may_explain() -> None:
    made = pair("Thị trưởng đã từ chức.", "De Portugese burgemeester is weg.", "nl", relation="abridged")
    assert not list(strange_countries.check(made))
