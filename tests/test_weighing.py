"""What speaks for units at a bead's edge not belonging to it, learned from runs."""
from __future__ import annotations

from checker.weighing import Stray, fitted, held_out


def _run(document: int, need: float, real: bool) -> Stray:
    return Stray(f"d{document}", {"bias": 1.0, "need": need}, real, True)


RUNS = [_run(n, 0.001 * n % 0.01, True) for n in range(40)] + [_run(n, 0.1 + 0.001 * n, False) for n in range(40)]


def test_what_the_other_side_needs_belongs() -> None:
    weights = fitted(RUNS)
    assert weights["need"] < 0 < weights["bias"]


def test_runs_are_judged_by_a_model_that_never_saw_their_document() -> None:
    real, all_ = held_out(RUNS)[0.0]
    assert real == all_ == 40
