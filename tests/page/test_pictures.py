"""Strips, the timeline and the ledger as data."""
from __future__ import annotations

from checker.page import build

from .build import report, version, written
from .sample import sample


def test_a_strip_covers_the_original_in_order() -> None:
    for v in build(sample()).versions:
        for before, after in zip(v.strip.bands, v.strip.bands[1:]):
            assert before.start < before.end <= after.start and before.state != after.state
        assert all(0 <= pin.at <= 1 for pin in v.strip.pins)
        assert len(v.strip.pins) == sum(v.severities.values())


def test_a_date_that_differs_points_to_where_it_is_due() -> None:
    timeline = build(sample()).timeline
    assert timeline is not None
    assert [tick.at for tick in timeline.ticks] == sorted(tick.at for tick in timeline.ticks)
    differing = {(dot.lane, dot.text): dot for dot in timeline.dots if dot.status == "differs"}
    assert set(differing) == {(1, "november 2018"), (3, "ปี 2571")}
    for dot in differing.values():
        assert dot.due is not None and dot.due > dot.at
        assert any(other.lane == 0 and other.at == dot.due for other in timeline.dots)


def test_one_date_is_no_timeline() -> None:
    vi = written("vi.txt", "vi", "Năm {d1:2013=2013}.")
    nl = written("nl.txt", "nl", "0> In {d1:2013=2013}.")
    assert build(report(vi, (version(vi, nl, ()),), (nl,))).timeline is None


def test_the_ledger_marks_what_a_finding_speaks_of() -> None:
    row = next(name for name in build(sample()).names if name.original == "Lê Minh Khôi")
    dutch = {r.text: r.finding for r in row.renderings[0]}
    assert set(dutch) == {"Le Minh Khoi", "Le Minh Khôi"}
    assert dutch["Le Minh Khoi"] is not None and dutch["Le Minh Khoi"].code == "name-inconsistent"
    assert all(r.finding is None for r in row.renderings[2])


def test_verdicts() -> None:
    assert [v.verdict for v in build(sample()).versions] == ["stop", "look", "stop"]
