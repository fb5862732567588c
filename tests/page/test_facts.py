"""The table of facts."""
from __future__ import annotations

from checker.page import build
from checker.page.facts import fact_rows

from .build import Fault, report, version, written
from .sample import sample


def test_rows_are_in_the_originals_order() -> None:
    spans = [row.span for row in fact_rows(sample()) if row.span]
    assert spans == sorted(spans)


def test_each_figure_finding_has_its_cell() -> None:
    found = {cell.finding for row in fact_rows(sample()) for cell in row.cells if cell.finding}
    expected = {f.id for t in sample().translations for f in t.findings if f.kind in ("number", "date", "name")}
    assert found == expected


def test_what_a_version_adds_stands_where_it_belongs() -> None:
    rows = fact_rows(sample())
    at = next(i for i, row in enumerate(rows) if row.span is None)
    assert rows[at - 1].text == "15 triệu đồng"
    assert [cell.status for cell in rows[at].cells] == ["unknown", "added", "unknown"]


def test_a_fact_in_a_missing_sentence_says_so() -> None:
    row = next(row for row in fact_rows(sample()) if row.text == "15 triệu đồng")
    assert [cell.status for cell in row.cells] == ["passage", "same", "same"]


def test_a_repeat_is_hidden_only_where_all_agree() -> None:
    rows = {row.key: row for row in fact_rows(sample())}
    repeats = [row for row in rows.values() if row.repeats is not None]
    assert repeats
    for row in repeats:
        assert not row.differs and row.repeats is not None and rows[row.repeats].value == row.value


def test_a_fact_no_check_compared_is_said_to_be_uncompared() -> None:
    vi = written("vi.txt", "vi", "Có {n1:5 người=5} ở {p1:Huế=place:Huế}.")
    nl = written("nl.txt", "nl", "0> Er zijn {n1:5 mensen=5} daar.")
    rows = fact_rows(report(vi, (version(vi, nl, ()),), (nl,)))
    assert [row.cells[0].status for row in rows] == ["same", "unknown"]


def test_other_versions_bear_witness() -> None:
    card = next(card for card in build(sample()).cards if card.code == "magnitude-changed")
    assert [(w.version, w.status, w.text) for w in card.witnesses] == [
        (1, "same", "1,85 milliard d'euros"), (2, "same", "1,850 ล้านยูโร")]


def test_two_versions_in_one_language_have_links_of_their_own() -> None:
    vi = written("vi.txt", "vi", "Có {n1:5 người=5}.")
    one, two = (written(f"{name}.nl.txt", "nl", "0> Er zijn {n1:6 mensen=6}.") for name in "ab")
    fault = Fault("number-changed", "n1", "error", 0.9, "«{original}»")
    made = report(vi, (version(vi, one, (fault,)), version(vi, two, (fault,))), (one, two))
    anchors = [card.anchor for card in build(made).cards]
    assert len(set(anchors)) == 2
