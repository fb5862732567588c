"""Sentences cut into runs, and the rows of the aligned text."""
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.article import Segment
from checker.page import build
from checker.page.text import Gap, Mark, Sentence, runs

from .build import report, version, written
from .sample import sample

_SEGMENT = Segment(0, 0, 10, 30, "abcdefghijklmnopqrst")


def text_of(sentence: Sentence) -> str:
    """A sentence's words."""
    return "".join(run.text for run in sentence.runs)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40))))
def test_runs_joined_are_the_sentence(spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(s), max(s), "number", key) for key, s in enumerate(spans)]
    made = runs(_SEGMENT, marks)
    assert "".join(run.text for run in made) == _SEGMENT.text
    for key, mark in enumerate(marks):
        covered = "".join(run.text for run in made if key in run.keys)
        assert covered == _SEGMENT.text[max(0, mark.start - 10):max(0, mark.end - 10)]


def test_every_sentence_of_every_version_stands_in_one_row() -> None:
    page, whole = build(sample()), sample()
    for v, translation in enumerate(whole.translations):
        shown = [item.id for row in page.rows for item in row.cells[v].items if isinstance(item, Sentence)]
        assert sorted(shown) == [s.id for s in translation.article.segments]
    assert [s.id for row in page.rows for s in row.original] == [s.id for s in whole.original.segments]


def test_texts_are_the_files_own() -> None:
    page, whole = build(sample()), sample()
    for row in page.rows:
        for sentence in row.original:
            assert text_of(sentence) == whole.original.segments[sentence.id].text


def test_two_sentences_that_one_version_joins_share_a_row() -> None:
    joined = next(row for row in build(sample()).rows if len(row.original) == 2)
    assert [len(cell.items) for cell in joined.cells] == [2, 1, 2]


def test_moved_missing_added_and_furniture_are_told_apart() -> None:
    states = {cell.state for row in build(sample()).rows for cell in row.cells}
    assert states == {"aligned", "moved", "missing", "added", "furniture", "none"}


def test_neighbouring_gaps_are_one() -> None:
    vi = written("vi.txt", "vi", "Một.\nHai.\nBa.")
    nl = written("nl.txt", "nl", "0> Eén.")
    fr = written("fr.txt", "fr", "0> Un.\n1,2> Deux et trois.")
    page = build(report(vi, (version(vi, nl, ()), version(vi, fr, ())), (nl, fr)))
    assert page.rows[-1].cells[0].items == (Gap(2, "missing"),)
