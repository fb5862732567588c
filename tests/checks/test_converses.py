"""One event told from the sides of its two parties, and events that are truly turned."""
from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks import opposites
from checker.finding import Discrepancy

from .figure_world import pair
from .test_linked_roles import Told

NAMES = [("Ajax", "Ajax"), ("Madrid", "Madrid")]


def found(original: str, text: str, language: str, own: str, other: str) -> list[str]:
    known = [(own, other), *NAMES]
    made = replace(pair(original, text, language), links=lambda bead: Told(original, text, known))
    return [d.code for d in opposites.check(made) if isinstance(d, Discrepancy)]


@pytest.mark.parametrize("original, text, language, own, other", [
    ("Hôm qua Ajax thắng Madrid.", "Gisteren verloor Madrid van Ajax.", "nl", "thắng", "verloor"),
    ("Hôm qua Ajax thua Madrid.", "Hier, Madrid a battu Ajax.", "fr", "thua", "battu"),
    ("Họ đã thua Madrid hôm qua.", "Gisteren heeft Madrid van hen gewonnen.", "nl", "thua", "gewonnen"),
])
def test_parties_that_change_places_tell_the_same(original: str, text: str, language: str, own: str,
                                                  other: str) -> None:
    assert found(original, text, language, own, other) == []


@pytest.mark.parametrize("original, text, language, own, other", [
    ("Hôm qua Ajax thắng Madrid.", "Gisteren verloor Ajax van Madrid.", "nl", "thắng", "verloor"),
    ("Hôm qua Ajax thắng đậm.", "Gisteren verloor Ajax ruim.", "nl", "thắng", "verloor"),
    # On an axis that has no two sides it matters nothing who stands where.
    ("Hôm qua Ajax từ chối Madrid.", "Gisteren werd Madrid door Ajax geaccepteerd.", "nl", "từ chối", "geaccepteerd"),
])
def test_parties_that_keep_their_places_do_not(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, own, other) == ["negation-changed"]
