"""The bench measures what it says, on inputs small enough for a test."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import bench
from checker.aligner import Parameters
from checker.config import configuration
from checker.reading import read_article

ROWS = ["Ba tàu chở 120 tấn gạo rời cảng sáng 5-3.", "Drie schepen met 120 ton rijst vertrokken op 5 maart."]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A tiny set: an original and its translation."""
    paths = [tmp_path / "small.vi.txt", tmp_path / "small.nl.txt"]
    for path, row in zip(paths, ROWS):
        path.write_text(row + "\n", "utf-8")
    return [str(path) for path in paths]


def test_synthetic_units_have_a_known_order() -> None:
    seconds, right = bench.aligner_growth(20, Parameters())
    assert seconds > 0 and right == 1


def test_extraction_is_measured_in_sentences_a_second(files: Sequence[str]) -> None:
    article = read_article(files[1], configuration({}))
    seen: list[str] = []
    assert bench.extraction_speed(article, lambda text, *_: seen.append(text), seconds=0.01) > 1
    assert set(seen) == {ROWS[1]}, "every sentence of the article, and nothing else"


def test_the_table_of_extraction_says_how_many_figures_a_sentence_holds(files: Sequence[str]) -> None:
    table = bench.extraction({"small": files}, 1, seconds=0.01)
    assert [*table.columns[1].cells] == ["vi", "nl"]
    assert [*table.columns[4].cells] == ["3.0", "3.0"]


def test_growth_has_a_row_a_size() -> None:
    table = bench.growth((10, 20))
    assert [*table.columns[0].cells] == ["10", "20"]
    assert [*table.columns[3].cells] == ["100.0%", "100.0%"]


def test_files_need_to_be_named_as_articles(files: Sequence[str]) -> None:
    for arguments in (["--articles"], ["--articles", files[0]], files):
        assert CliRunner().invoke(bench.main, arguments).exit_code == 2


@pytest.mark.encoder
def test_a_whole_check_is_measured(files: Sequence[str]) -> None:
    runs = bench.cached_and_not(files, 1)
    for (run,) in runs.values():
        assert run.sentences == 2 and run.seconds > 0.05 and run.user > 0.05 and run.peak > 20_000_000
    nothing, sentences, everything = (runs[found][0].peak for found in bench.CACHES)
    assert everything < sentences < nothing, "who finds its sentences opens no model; who finds all compares nothing"


@pytest.mark.encoder
def test_alignment_is_measured_against_encoding(files: Sequence[str]) -> None:
    encoding, aligning = bench.alignment_share(files)
    assert min(encoding) > 0 and min(aligning) > 0
