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
