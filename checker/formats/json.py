"""The JSON report of the contract; its schema is `reports/report.schema.json`."""
from __future__ import annotations

import json
from typing import Any

from .. import __version__
from ..outcome import Outcome, SetResult
from ..report import SCHEMA_VERSION, finding_dict


def render(outcome: Outcome) -> str:
    """The report as JSON text: one report, or one with all sets under `reports`."""
    made = _several(outcome) if outcome.several else _one(outcome.sets[0])
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _one(result: SetResult) -> dict[str, Any]:
    if result.report is None:
        findings = [finding_dict(f) for f in result.findings]
        return {"schema_version": SCHEMA_VERSION, "checker_version": __version__, "signature": _bare_signature(),
                "model": {}, "original": None, "translations": [], "findings": findings, "names": [],
                "suppressed": [], "summary": {word: sum(f.severity == word for f in result.findings)
                                              for word in ("error", "warning", "info")}}
    made = result.report.to_dict()
    made["findings"] += [finding_dict(f) for f in result.findings]
    for finding in result.findings:
        made["summary"][finding.severity] += 1
    return made


def _several(outcome: Outcome) -> dict[str, Any]:
    first = next((one.report for one in outcome.sets if one.report), None)
    return {
        "schema_version": SCHEMA_VERSION,
        "checker_version": __version__,
        "signature": first.signature if first else _bare_signature(),
        "model": dict(first.model) if first else {},
        "reports": [_set(one) for one in outcome.sets],
        "summary": outcome.summary(),
    }


def _set(one: SetResult) -> dict[str, Any]:
    made = {"set": one.slug, **_one(one)}
    extra = {"problems": list(one.problems), "notes": list(one.notes)}
    return made | {name: lines for name, lines in extra.items() if lines}


def _bare_signature() -> str:
    return f"checker:{__version__}"
