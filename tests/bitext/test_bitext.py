"""`checker align --pre-segmented` on German and French, with the real encoder."""
from __future__ import annotations

import pytest

from .score import aligned, gold, strict


def test_the_gold_standard_holds_beads_of_many_shapes() -> None:
    text = gold()
    shapes = {(len(german), len(french)) for german, french in text.beads}
    assert {(1, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 3), (4, 1)} <= shapes
    assert len(text.german) > 100 and len(text.french) > 100
    assert sorted(i for german, _ in text.beads for i in german) == list(range(len(text.german)))
    assert sorted(j for _, french in text.beads for j in french) == list(range(len(text.french)))


@pytest.mark.encoder
def test_beads_are_found_as_gold_has_them() -> None:
    text = gold()
    found = {(row.original, row.translation) for row in aligned(text).rows}
    assert strict(found, text.beads)[2] >= 0.93
