"""One line a finding, through pandas, for spreadsheets and notebooks."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..finding import Finding
from ..outcome import Outcome, Row

if TYPE_CHECKING:
    import pandas


def render(outcome: Outcome) -> str:
    """CSV text with a header. Several sets have a first column `set`."""
    # A column that may be empty keeps its whole numbers: lines are 12, not 12.0.
    return frame(outcome).convert_dtypes().map(_harmless).to_csv(index=False, lineterminator="\n")


def frame(outcome: Outcome) -> pandas.DataFrame:
    """The findings of all sets as one table."""
    import pandas

    from ..report import FRAME_COLUMNS

    tables = [one.report.findings.assign(set=one.slug) for one in outcome.sets if one.report]
    without_report = pandas.DataFrame([_row(row) for row in outcome.rows() if row.finding in _loose(outcome)])
    tables += [without_report] if len(without_report) else []
    columns = ["set", *FRAME_COLUMNS] if outcome.several else list(FRAME_COLUMNS)
    if not tables:
        return pandas.DataFrame(columns=columns)
    return pandas.concat([t.astype(object) for t in tables], ignore_index=True).reindex(columns=columns)


def _loose(outcome: Outcome) -> list[Finding]:
    """The findings of sets that have no report to hold them."""
    return [finding for one in outcome.sets for finding in one.findings]


def _row(row: Row) -> dict[str, Any]:
    finding = row.finding
    return {"set": row.slug, "path": row.path, "id": finding.id, "fingerprint": finding.fingerprint,
            "kind": finding.kind, "code": finding.code, "severity": finding.severity, "confidence": finding.confidence,
            "message": str(finding.message), "line": row.line, "column": row.column}


def _harmless(cell: Any) -> Any:
    """Words of an article that a spreadsheet would run as a formula, made words again.

    >>> _harmless("=1+1"), _harmless("-5 °C"), _harmless("+84 nghìn")
    ("'=1+1", '-5 °C', '+84 nghìn')
    """
    if not isinstance(cell, str):
        return cell
    formula = cell[:1] in ("+", "-") and not cell[1:2].isdigit()
    return "'" + cell if formula or cell[:1] in ("=", "@", "\t", "\r") else cell
