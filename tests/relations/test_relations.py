"""Each made version gets its word, with the real encoder."""
from __future__ import annotations

from collections import Counter

import pytest

from .cases import RELATIONS, Case, aligned, cases, table

pytestmark = pytest.mark.encoder

CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_relation(case: Case) -> None:
    found = aligned(case)
    assert found.relation == case.expected
    assert (found.coverage == 0) == (case.expected == "unrelated")


def test_the_set_has_every_relation_in_every_language() -> None:
    assert {(c.language, c.expected) for c in CASES} == {(x, r) for x in ("nl", "fr", "th") for r in RELATIONS}
    assert len(CASES) >= 60


def test_the_table_counts_what_was_said() -> None:
    rows = table(Counter({("abridged", "unfinished"): 2, ("unrelated", "unrelated"): 9})).splitlines()
    assert rows[2].split() == ["abridged", "0", "0", "2", "0"] and rows[4].split()[-1] == "9"
