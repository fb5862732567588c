"""A name that one version alone calls otherwise: what two others agree on, and what is mere wording."""
from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import configuration
from checker.finding import Finding
from checker.pipeline import compare
from checker.reading import read_set

from .standin import StandIn

MEANINGS = {"thắng": "won", "won": "won", "gagna": "won", "ชนะ": "won", "Liên": "body", "đoàn": "body"}
SENTENCES = {"vi": "Liên đoàn thắng {}.\n", "nl": "{} won.\n", "fr": "{} gagna.\n", "th": "{} ชนะ\n"}


def told(folder: Path, names: dict[str, str], language: str) -> list[Finding]:
    """What one version is told where the versions call a body by these names."""
    for version, text in SENTENCES.items():
        written = text.format(names.get(version, "hôm qua"))
        (folder / f"article.{version}.txt").write_text("Lan Hương 1.\n\n" + written, "utf-8")
    paths = [str(folder / f"article.{version}.txt") for version in SENTENCES]
    articles = read_set(paths[0], paths[1:], configuration({}))
    report = compare(articles, StandIn(MEANINGS), configuration({}))
    found = next(v for v in report.translations if v.article.language == language).findings
    return [f for f in found if f.code == "name-changed" and f.severity != "info"]


def test_a_name_with_another_word_than_in_two_other_versions(tmp_path: Path) -> None:
    names = {"nl": "De Wolverton Rowing Union", "fr": "La Wolverton Rowing Union", "th": "Wolverton Fencing Academy"}
    [found] = told(tmp_path, names, "th")
    assert found.translation and found.translation.text == "Wolverton Fencing Academy"
    assert {r.language for r in found.related} == {"nl", "fr"}
    assert "Wolverton Rowing Union" in str(found.message)
    assert not told(tmp_path, names, "nl")


@pytest.mark.parametrize("names", [
    {"nl": "De Wolverton Union", "fr": "L’Union Wolverton", "th": "Wolverton Union"},  # another order
    {"nl": "De Wolverton League", "fr": "La Wolverton Ligue", "th": "Wolverton League"},  # the same word
    {"nl": "De Wolverton Rowing Union", "fr": "La Wolverton Rowing", "th": "Wolverton Rowing Union"},  # a part
    {"nl": "De Wolverton Rowing Union", "fr": "Le Northwich Museum", "th": "Wolverton Rowing Union"},  # nothing shared
    {"nl": "De Wolverton Chess Club", "fr": "La Wolverton Rowing Club", "th": "สโมสร"},  # one against one
    {"nl": "De Hurricane Ursa", "fr": "L’Ouragan Ursa", "th": "Hurricane Ursa"},  # what the language says for it
])
def test_mere_wording(tmp_path: Path, names: dict[str, str]) -> None:
    assert not told(tmp_path, names, "fr")
