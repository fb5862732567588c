"""Clauses lost from a sentence whose rest is translated."""
from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from checker.checks import clauses

from .figure_world import pair

ORIGINAL = "Cây cầu cũ đã mở lại cho xe tải, sau khi thợ sơn xong lan can, để dân làng đi chợ."
SHORT = "De oude brug is open."


@dataclass(frozen=True)
class Links:
    """Links of which the first `kept` clauses of a text have strong ones, and the rest none."""

    kept: int

    def strength(self, place: tuple[int, int], _: tuple[int, int]) -> float:
        return 0.4 if ORIGINAL[:place[0]].count(",") < self.kept else 0.0


def lost(original: str, text: str, kept: int) -> list[tuple[str, bool]]:
    """The original's words of each finding, and whether it is a note."""
    links: Any = Links(kept)
    made = replace(pair(original, text, "nl"), links=lambda bead: links)
    return [(made.original.text[d.original.start:d.original.end], d.advisory) for d in clauses.check(made)
            if d.original]


def test_a_clause_that_nothing_says_is_noted() -> None:
    assert lost(ORIGINAL, SHORT, kept=2) == [("để dân làng đi chợ.", True)]


@pytest.mark.parametrize("kept", [0, 1, 3])
def test_nothing_is_told_where_all_is_linked_or_the_sentence_has_its_rest_elsewhere(kept: int) -> None:
    assert lost(ORIGINAL, SHORT, kept) == []


@pytest.mark.parametrize("link, share, short", [(0.3, 0.4, -0.5), (0.05, 0.4, 0.1), (0.3, 0.4, 0.5)])
def test_what_is_linked_or_has_room_is_less_likely_lost(link: float, share: float, short: float) -> None:
    assert clauses.odds(link, share, short) < clauses.odds(0.05, 0.4, -0.5)


def test_certainty_rises_with_the_odds_and_never_says_surely() -> None:
    told = [clauses.certainty(odds) for odds in (-50.0, 0.0, clauses.LOST, 8.0, 50.0)]
    assert told == sorted(told) and told[2] == 0.5 and told[-1] < 0.8


@pytest.mark.parametrize("original", ["Cầu mở.", "Cầu mở, thế thôi.", "Lúc 9 giờ sáng ngày 3/5 ở Paris, cầu mở lại."])
def test_short_clauses_and_those_with_facts_are_left_to_other_checks(original: str) -> None:
    assert lost(original, "De brug is open.", kept=1) == []
