"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""
from __future__ import annotations

import hashlib
import json
from typing import Any

from ..finding import Severity
from ..outcome import Outcome, Row

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "info": "info"}


def render(outcome: Outcome) -> str:
    """A list of issues; GitLab itself tells the new ones, by fingerprint, from those of the target branch."""
    return json.dumps([_issue(row) for row in outcome.rows()], ensure_ascii=False, indent=1) + "\n"


def _issue(row: Row) -> dict[str, Any]:
    # GitLab wants a fingerprint that is one of its kind in the whole report; one original has several versions.
    unique = hashlib.sha256("\0".join((row.slug, row.language, row.finding.id)).encode("utf-8", "surrogateescape"))
    return {
        "description": str(row.finding.message), "check_name": row.finding.code, "fingerprint": unique.hexdigest(),
        "severity": _SEVERITIES[row.finding.severity],
        "location": {"path": row.path, "lines": {"begin": row.line}},
    }
