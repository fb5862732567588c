"""What a version is, from rows alone; on articles, see tests/relations."""
from __future__ import annotations

import pytest

from checker.relation import Row, relation_of


@pytest.mark.parametrize("count", [2, 3, 4, 5, 8])
def test_one_sentence_that_grew_makes_no_abridged_version_of_a_short_one(count: int) -> None:
    rows = [Row(100, 100, 0.7)] * (count - 1) + [Row(100, 180, 0.7)]
    assert relation_of(rows)[0] == "translation"


def test_sentences_cut_to_the_half_make_an_abridged_one() -> None:
    rows = [Row(100, 50, 0.7)] * 5 + [Row(100, 110, 0.7)] * 3
    assert relation_of(rows)[0] == "abridged"


@pytest.mark.parametrize("lost", [[(120, 0)], [(120, 0), (120, 0)], [(120, 0), (120, 120)]])
def test_single_sentences_lost_here_and_there_make_no_summary_of_a_short_article(lost: list[tuple[int, int]]) -> None:
    rows = [Row(100, 110, 0.7)] * 8
    for place, (here, foreign) in zip((6, 2), lost):
        rows.insert(place, Row(here, foreign, 0.9 if foreign else 0.0, foreign))
    assert relation_of(rows)[0] == "translation"


def test_every_other_sentence_lost_makes_one() -> None:
    rows = [Row(100, 110, 0.7), Row(100, 0, 0.0), Row(100, 110, 0.7), Row(100, 0, 0.0), Row(100, 110, 0.7)]
    assert relation_of(rows)[0] == "abridged"


def test_the_end_lost_leaves_it_unfinished() -> None:
    assert relation_of([Row(100, 110, 0.7)] * 7 + [Row(100, 0, 0.0)] * 3)[0] == "unfinished"
