"""The measure the aligner's parameters are tuned by."""
from __future__ import annotations

import random
from pathlib import Path

import click
import pytest

from checker.resources import model_data
from checker.tuning import Layout, Score, laid_out, score, tried

LINES = [(n, f"Dit is zin {n}.") for n in range(1, 41)]


def test_a_layout_knows_where_each_line_stands() -> None:
    made = laid_out(LINES, ["Iets vreemds."] * 3, random.Random(1))
    assert all(made.text[a:b] in ("Iets vreemds.", f"Dit is zin {n}.") for n, (a, b) in made.spans.items())
    assert 30 < len(made.spans) < 44
    assert "\n\n" in made.text and ". " in made.text


def _report(beads: list[tuple[list[int], list[int]]], segments: list[tuple[int, int]]) -> dict[str, object]:
    told = [{"start": a, "end": b} for a, b in segments]
    return {"original": {"segments": told},
            "translations": [{"segments": told, "alignment": [{"original": o, "translation": t} for o, t in beads]}]}


def test_beads_are_scored_by_the_lines_they_join() -> None:
    spans = {1: (0, 10), 2: (11, 20), 3: (21, 30)}
    original = Layout("", spans)
    translation = Layout("", {1: (0, 10), 2: (11, 20), -1: (21, 30)})
    segments = [(0, 10), (11, 20), (21, 30)]
    right = score(_report([([0], [0]), ([1], [1]), ([2], []), ([], [2])], segments), original, translation)
    assert right == Score(pairs=2, found=2, joined=2, lonely=2, alone=2)
    wrong = score(_report([([0, 1], [0, 1]), ([2], [2])], segments), original, translation)
    assert wrong == Score(pairs=2, found=2, joined=5, lonely=2, alone=0)
    assert wrong.f1 < right.f1 == 1


def test_values_are_in_force_only_while_tried(tmp_path: Path) -> None:
    from checker import mending

    before = mending.tuned()
    with tried({"mending.fall": 9.0}):
        assert mending.tuned().fall == 9.0
    assert mending.tuned() == before == mending.Limits(**model_data("alignment.json")["mending"])
    with pytest.raises(click.ClickException, match="mending.height"), tried({"mending.height": 1.0}):
        pass
