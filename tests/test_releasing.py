"""Pieces that nothing in a bead needs stand alone again; what belongs stays."""
from __future__ import annotations

from collections.abc import Mapping

import pytest

from checker.aligner import Link
from checker.pieces import Encoded
from checker.releasing import Releaser, let_go
from tests.standin import StandIn
from tests.test_starts import article

MEANINGS: Mapping[str, str] = {
    "cầu": "bridge", "mới": "new", "mở": "open", "sông": "river", "đông": "east", "nhanh": "fast",
    "brug": "bridge", "nieuwe": "new", "open": "open", "rivier": "river", "oostelijke": "east", "snel": "fast",
}
# The second paragraph is there so that the first differs from the article's mean.
ORIGINAL = article("vi", "Cầu mới mở sông đông nhanh.", "Trời hôm nay nắng đẹp.")
BELONGS, ELSE = "Nieuwe brug open.", "Katten slapen graag heel erg lang daar buiten."
GOES_ON = "Oostelijke rivier snel."


def _encoded(*pieces: str, in_pieces: bool = True) -> Encoded:
    made = article("nl", *pieces)
    return Encoded(made, tuple(StandIn(MEANINGS).encode([s.normal.text for s in made.segments])), in_pieces)


def _original() -> Encoded:
    return Encoded(ORIGINAL, tuple(StandIn(MEANINGS).encode([s.normal.text for s in ORIGINAL.segments])))


def _groups(links: list[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(x.original, x.translation) for x in links]


@pytest.mark.parametrize("pieces, groups", [
    ((ELSE, BELONGS, GOES_ON), [((), (0,)), ((0,), (1, 2))]),
    ((BELONGS, GOES_ON, ELSE), [((0,), (0, 1)), ((), (2,))]),
])
def test_what_no_word_of_the_original_needs_is_let_go(pieces: tuple[str, ...], groups: list[object]) -> None:
    made = let_go(_original(), _encoded(*pieces), [Link((0,), (0, 1, 2), 0.5)])
    assert _groups(made) == groups


def test_what_says_a_part_of_the_original_stays() -> None:
    bead = [Link((0,), (0, 1), 0.5)]
    assert let_go(_original(), _encoded(BELONGS, GOES_ON), bead) == bead


def test_a_sentence_is_let_go_as_well_on_either_side() -> None:
    sentences = _encoded(ELSE, BELONGS, GOES_ON, in_pieces=False)
    assert _groups(let_go(_original(), sentences, [Link((0,), (0, 1, 2), 0.5)])) == [((), (0,)), ((0,), (1, 2))]
    turned = let_go(sentences, _original(), [Link((0, 1, 2), (0,), 0.5)])
    assert _groups(turned) == [((0,), ()), ((1, 2), (0,))]


def test_the_last_unit_of_a_bead_stays() -> None:
    lone = [Link((0,), (0,), 0.1)]
    assert let_go(_original(), _encoded(ELSE), lone) == lone


def test_a_name_or_figure_that_both_sides_have_speaks_for_staying() -> None:
    original = article("vi", "Cầu mới mở sông đông nhanh năm 2031.")
    here = Encoded(original, tuple(StandIn(MEANINGS).encode([s.normal.text for s in original.segments])))
    there = _encoded(BELONGS, "Katten slapen graag lang sinds 2031.")
    signs = [run.signs["anchors"] for run in Releaser(here, there).runs(Link((0,), (0, 1), 0.5))]
    assert signs == [0.0, 1.0]


def test_what_stands_alone_stays_alone() -> None:
    alone = [Link((0,), (), 0.0), Link((), (0,), 0.0)]
    assert let_go(_original(), _encoded(ELSE), alone) == alone
