"""A version that nobody touched is not compared again, and what is kept of it is what it came to."""
from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from checker import processes
from checker.article import Article
from checker.cache import Store
from checker.config import configuration
from checker.encoding import Encoding
from checker.pipeline import compare
from checker.reading import read_set
from checker.report import Report
from checker.results import Results

from .standin import StandIn

ORIGINAL = ("Lan Hương trồng 1.250 cây vào ngày 31/4/2013.\n\nBà Koike Yuriko thăm Weltano năm 2014.\n\n"
            "Hết rồi, 40 con cá.\n")
DUTCH = ("Lan Hương plantte 1.520 bomen op 31/4/2013.\n\nMevrouw Koike Yuriko bezocht Weltano in 2014.\n\n"
         "Klaar, 40 vissen.\n")
THAI = "Lan Hương ปลูกต้นไม้ 1,250 ต้น ในปี 2556\n\nนาง Koike Yuriko เยือน Weltano ในปี 2014\n\nจบแล้ว ปลา 40 ตัว\n"
MEANINGS = {"trồng": "plant", "plantte": "plant", "cây": "tree", "bomen": "tree", "thăm": "visit", "bezocht": "visit",
            "con": "fish", "cá": "fish", "vissen": "fish", "hết": "end", "klaar": "end"}


class Counting(StandIn):
    """Counts the calls."""

    calls = 0

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """See `Encoder.encode`."""
        self.calls += 1
        return super().encode(texts)


class World:
    """A folder with an article, and the results of a cache."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results = Results(Store(folder / "results.sqlite"))
        self.encoder = Counting(MEANINGS)

    def write(self, **texts: str) -> World:
        """Write versions."""
        for language, text in texts.items():
            (self.folder / f"article.{language}.txt").write_text(text, "utf-8")
        return self

    def articles(self, name: str = "article") -> list[Article]:
        """The set, read."""
        paths = [str(self.folder / f"{name}.{language}.txt") for language in ("vi", "nl", "th")]
        return read_set(paths[0], paths[1:], configuration({}))

    def check(self, name: str = "article", **config: Any) -> tuple[Report, int]:
        """The report, and how often it had to encode."""
        before = self.encoder.calls
        report = compare(self.articles(name), self.encoder, configuration(config), self.results)
        return report, self.encoder.calls - before


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A set in three languages."""
    return World(tmp_path).write(vi=ORIGINAL, nl=DUTCH, th=THAI)


def test_the_second_time_nothing_is_encoded_and_all_is_the_same(world: World) -> None:
    plain = compare(world.articles(), StandIn(MEANINGS), configuration({}))
    first, encoded = world.check()
    again, not_encoded = world.check()
    assert (encoded, not_encoded) == (1, 0)
    assert plain.to_dict() == first.to_dict() == again.to_dict()
    assert plain == first == again
    assert any(f.code == "date-impossible" for f in again.set_findings)
    assert {f.code for t in again.translations for f in t.findings} >= {"number-changed"}
    assert again.facts and all(t.facts and t.agreements for t in again.translations)


def test_versions_compared_side_by_side_come_to_the_same(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = compare(world.articles(), StandIn(MEANINGS), configuration({}))
    monkeypatch.setenv(processes.VARIABLE, "2")
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    first, _ = world.check()
    again, not_encoded = world.check()
    assert plain == first == again and not_encoded == 0


def test_only_the_version_that_changed_is_compared(world: World) -> None:
    first, _ = world.check()
    world.write(nl=DUTCH.replace("1.520", "1.250"))
    again, encoded = world.check()
    assert encoded == 1
    assert first.translations[0].findings != again.translations[0].findings
    assert first.translations[1] == again.translations[1]


def test_a_new_original_is_compared_with_all(world: World) -> None:
    world.check()
    world.write(vi=ORIGINAL.replace("1.250", "1.520"))
    report, encoded = world.check()
    assert encoded == 1
    assert "number-changed" not in {f.code for f in report.translations[0].findings}


def test_a_file_may_have_another_name(world: World) -> None:
    world.check()
    for language in ("vi", "nl", "th"):
        (world.folder / f"article.{language}.txt").rename(world.folder / f"moved.{language}.txt")
    report, encoded = world.check("moved")
    assert encoded == 0
    assert [Path(t.article.path).name for t in report.translations] == ["moved.nl.txt", "moved.th.txt"]
    assert "article." not in str(report.to_dict())


def test_the_day_matters(world: World) -> None:
    world.check()
    articles = read_set(*_paths(world), configuration({"date": "2013-05-20"}))
    before = world.encoder.calls
    compare(articles, world.encoder, configuration({}), world.results)
    assert world.encoder.calls == before + 1


def _paths(world: World) -> tuple[str, list[str]]:
    paths = [str(world.folder / f"article.{language}.txt") for language in ("vi", "nl", "th")]
    return paths[0], paths[1:]


def test_the_glossary_matters_and_so_does_an_edit_of_it(world: World, tmp_path: Path) -> None:
    world.check()
    glossary = tmp_path / "house.csv"
    glossary.write_text("original,language,approved\nWeltano,nl,Weltanië\n", "utf-8")
    assert world.check(glossary=str(glossary))[1] == 1
    assert world.check(glossary=str(glossary))[1] == 0
    glossary.write_text("original,language,approved\nWeltano,nl,Weltano\n", "utf-8")
    assert world.check(glossary=str(glossary))[1] == 1


def test_severities_are_no_part_of_it(world: World) -> None:
    first, _ = world.check()
    report, encoded = world.check(severity={"number-changed": "info"})
    assert encoded == 0
    loud = [f.severity for t in first.translations for f in t.findings if f.code == "number-changed"]
    quiet = [f.severity for t in report.translations for f in t.findings if f.code == "number-changed"]
    assert len(loud) == len(quiet) and set(quiet) == {"info"} != set(loud)


def test_words_are_linked_for_who_asks_later(world: World) -> None:
    from checker.comparison import Comparer

    original, *versions = world.articles()
    fresh = Comparer(original, world.encoder, {}, world.results).compared(versions)
    known = Comparer(original, world.encoder, {}, world.results).compared(versions)
    for (made, _), (read, _) in zip(fresh, known, strict=True):
        bead = next(made.beads)
        fact = made.original_facts[bead.original[0]][0]
        found = read.links(bead).project(fact.start, fact.end)
        assert found is not None and found == made.links(bead).project(fact.start, fact.end)
