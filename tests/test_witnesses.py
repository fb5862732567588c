"""Three versions heard against each other, from files to findings: who stands alone, and who agrees, on what."""
from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import configuration
from checker.finding import Finding
from checker.pipeline import compare
from checker.reading import read_set

from .standin import StandIn

MEANINGS = {"trồng": "plant", "plantte": "plant", "planta": "plant", "ปลูก": "plant", "cây": "tree", "bomen": "tree",
            "arbres": "tree", "ต้นไม้": "tree", "thăm": "visit", "bezocht": "visit", "visita": "visit",
            "เยือน": "visit"}
SENTENCES = {"vi": "Lan Hương trồng {figure} cây.\n\nLan Hương thăm {name}.\n",
             "nl": "Lan Hương plantte {figure} bomen.\n\nLan Hương bezocht {name}.\n",
             "fr": "Lan Hương planta {figure} arbres.\n\nLan Hương visita {name}.\n",
             "th": "Lan Hương ปลูก ต้นไม้ {figure} ต้น\n\nLan Hương เยือน {name}\n"}
FIGURES = {"vi": "1.250", "nl": "1.250", "fr": "1 250", "th": "1,250"}
OTHER_FIGURES = {"nl": "1.520", "fr": "1 520", "th": "1,520"}
NAMES = {"vi": "Paris", "nl": "Parijs", "fr": "Paris", "th": "ปารีส"}
OTHER_NAMES = {"nl": "Londen", "fr": "Londres", "th": "ลอนดอน"}
CALLED = {"nl": "Dutch", "fr": "French", "th": "Thai"}


def findings(folder: Path, figures: dict[str, str], names: dict[str, str]) -> dict[str, list[Finding]]:
    """What each of the three versions is told, by language."""
    for language, text in SENTENCES.items():
        written = text.format(figure=figures[language], name=names[language])
        (folder / f"article.{language}.txt").write_text(written, "utf-8")
    paths = [str(folder / f"article.{language}.txt") for language in SENTENCES]
    articles = read_set(paths[0], paths[1:], configuration({}))
    return {v.article.language: list(v.findings)
            for v in compare(articles, StandIn(MEANINGS), configuration({})).translations}


def faults(changed: dict[str, str], kind: str, folder: Path) -> dict[str, list[Finding]]:
    """Findings of a set in which some versions say something else."""
    figures, names = (FIGURES | changed, NAMES) if kind == "number" else (FIGURES, NAMES | changed)
    return findings(folder, figures, names)


@pytest.mark.parametrize("kind, others, code", [("number", OTHER_FIGURES, "number-changed"),
                                                ("name", OTHER_NAMES, "name-changed")])
class TestThreeVersions:
    """One fact, three versions of it."""

    @pytest.mark.parametrize("odd", CALLED)
    def test_the_odd_one_out_is_named(self, tmp_path: Path, kind: str, others: dict[str, str], code: str,
                                      odd: str) -> None:
        told = faults({odd: others[odd]}, kind, tmp_path)
        assert {language: [f.code for f in found] for language, found in told.items()} == {
            language: [code] if language == odd else [] for language in CALLED}
        [found] = told[odd]
        agreeing = [CALLED[language] for language in CALLED if language != odd]
        assert f"Other versions agree with the original: {', '.join(agreeing)}." in str(found.message)
        assert [r.language for r in found.related if r.role == "witness"] == [x for x in CALLED if x != odd]

    def test_versions_that_all_agree_against_the_original_are_said_to(self, tmp_path: Path, kind: str,
                                                                      others: dict[str, str], code: str) -> None:
        told = faults(others, kind, tmp_path)
        for language, found in told.items():
            agreeing = ", ".join(CALLED[x] for x in CALLED if x != language)
            assert [f.code for f in found] == [code]
            assert f"Other versions differ in the same way: {agreeing}; was the original changed since?" in str(
                found[0].message)
