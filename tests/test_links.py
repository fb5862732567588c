"""Word links on states whose right links are known by construction."""
from __future__ import annotations

import numpy as np

from checker.links import TokenLinks, Tokens

RNG = np.random.default_rng(7)
WORDS = RNG.normal(size=(6, 32)).astype(np.float32)


def tokens(order: list[int], at: int = 0) -> Tokens:
    starts = np.arange(len(order)) * 5 + at
    return Tokens(starts, starts + 4, WORDS[order])


def test_a_word_is_found_where_it_stands() -> None:
    links = TokenLinks(tokens([0, 1, 2, 3]), tokens([3, 2, 1, 0], at=100))
    found = links.project(0, 4)
    assert found is not None and (found.start, found.end) == (115, 119)
    assert found.confidence > 0.8


def test_the_way_back_is_the_way_there() -> None:
    links = TokenLinks(tokens([0, 1, 2, 3]), tokens([2, 0, 3, 1], at=50))
    there = links.project(5, 9)
    assert there is not None
    back = links.back(there.start, there.end)
    assert back is not None and (back.start, back.end) == (5, 9)


def test_what_has_no_tokens_projects_nowhere() -> None:
    links = TokenLinks(tokens([0, 1]), tokens([0, 1]))
    assert links.project(400, 410) is None
    assert links.strength((400, 410), (0, 4)) == 0.0


def test_strength_tells_the_right_word_from_another() -> None:
    links = TokenLinks(tokens([0, 1, 2]), tokens([2, 1, 0]))
    assert links.strength((0, 4), (10, 14)) > 0.8
    assert links.strength((0, 4), (0, 4)) < 0.2
