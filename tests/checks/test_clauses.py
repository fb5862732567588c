"""Clauses lost from a sentence whose rest is translated."""
from __future__ import annotations

import pytest

from checker.checks import clauses
from checker.finding import Discrepancy

from .test_negation import linked


def lost(original: str, text: str) -> list[str]:
    """The original's words of each loud finding."""
    made = linked(original, text, "nl")
    return [made.original.text[d.original.start:d.original.end] for d in clauses.check(made)
            if isinstance(d, Discrepancy) and d.original and not d.advisory]


@pytest.mark.parametrize("link, share, short", [(0.3, 0.4, -0.5), (0.05, 0.4, 0.1), (0.3, 0.4, 0.5)])
def test_what_is_linked_or_has_room_is_less_likely_lost(link: float, share: float, short: float) -> None:
    assert clauses.odds(link, share, short) < clauses.odds(0.05, 0.4, -0.5)


def test_certainty_rises_with_the_odds_and_never_says_surely() -> None:
    told = [clauses.certainty(odds) for odds in (-50.0, 0.0, clauses.LOST, 8.0, 50.0)]
    assert told == sorted(told) and told[2] == 0.5 and told[-1] < 0.8


@pytest.mark.parametrize("original", ["Cầu mở.", "Cầu mở, thế thôi.", "Lúc 9 giờ sáng ngày 3/5 ở Paris, cầu mở lại."])
def test_short_clauses_and_those_with_facts_are_left_to_other_checks(original: str) -> None:
    assert lost(original, "De brug is open.") == []
