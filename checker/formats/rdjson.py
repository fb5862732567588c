"""reviewdog's diagnostic format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.

Columns there count UTF-8 bytes, so they are computed from the line's own text where the report has it.
"""
from __future__ import annotations

import json
from typing import Any

from ..article import Document
from ..finding import Severity
from ..outcome import Outcome, Row
from .places import region

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(outcome: Outcome) -> str:
    """One DiagnosticResult with every finding that is new."""
    documents = _documents(outcome)
    found = [_diagnostic(row, documents.get(row.path)) for row in outcome.rows() if row.finding.state != "unchanged"]
    made = {"source": {"name": "checker"}, "diagnostics": found}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(row: Row, document: Document | None) -> dict[str, Any]:
    finding = row.finding
    location: dict[str, Any] = {"path": row.path}
    place = region(row.side)
    if place is not None:
        location["range"] = {
            "start": {"line": place.line, "column": _bytes(document, place.line, place.column)},
            "end": {"line": place.end_line, "column": _bytes(document, place.end_line, place.end_column)},
        }
    made = {"message": str(finding.message), "location": location, "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.code}}
    return made


def _documents(outcome: Outcome) -> dict[str, Document]:
    reports = [one.report for one in outcome.sets if one.report]
    articles = [a for r in reports for a in (r.original, *(t.article for t in r.translations))]
    return {outcome.relative(a.path): a.document for a in articles if a.document.plain}


def _bytes(document: Document | None, line: int, column: int) -> int:
    """A column in UTF-8 bytes, from 1."""
    if document is None:
        return column
    before = document.text.split("\n")[line - 1][:column - 1]
    return len(before.encode("utf-8", "surrogatepass")) + 1
