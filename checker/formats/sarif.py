"""SARIF 2.1.0, for code scanning: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

The region lies in the translation's file, the original's words are a related location; the rules are the documents of
`checker explain`.
"""
from __future__ import annotations

import json
from typing import Any

from .. import __version__
from ..explain import Rule, rules
from ..finding import Severity, Side
from ..outcome import Outcome, Row
from .places import region, uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# What the signature version of a fingerprint is called, so that a new way of making them is a new name.
FINGERPRINT = "checkerFinding/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
# GitHub shows rules and results of at most this many related locations.
_MOST_RELATED = 100


def render(outcome: Outcome) -> str:
    """One run with every finding of every set; silenced ones carry their suppression."""
    known = {rule.code: index for index, rule in enumerate(rules())}
    results = [_result(row, known, outcome) for row in (*outcome.rows(), *outcome.suppressed())]
    driver = {"name": "checker", "version": __version__, "semanticVersion": __version__,
              "rules": [_rule(rule) for rule in rules()]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints",
           "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The root of the repository."}}},
           "invocations": [{"executionSuccessful": not outcome.problems(), "toolExecutionNotifications": [
               {"level": "error", "message": {"text": problem}} for problem in outcome.problems()]}],
           "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {"id": rule.code, "name": "".join(word.capitalize() for word in rule.code.split("-")),
            "shortDescription": {"text": rule.short}, "help": {"text": rule.text, "markdown": rule.text},
            "properties": {"tags": [rule.kind]}}


def _result(row: Row, known: dict[str, int], outcome: Outcome) -> dict[str, Any]:
    finding = row.finding
    made: dict[str, Any] = {
        "ruleId": finding.code, "ruleIndex": known[finding.code], "level": _LEVELS[finding.severity],
        "message": {"text": str(finding.message)}, "locations": [_location(row.path, region_of(row))],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"confidence": finding.confidence, "set": row.slug, "language": row.language},
    }
    related = _related(row, outcome)[:_MOST_RELATED]
    if related:
        made["relatedLocations"] = [{"id": index, **one} for index, one in enumerate(related)]
    if finding.state is not None:
        made["baselineState"] = finding.state
    if row.suppression is not None:
        kind = "inSource" if row.suppression.by == "comment" else "external"
        made["suppressions"] = [{"kind": kind, "status": "accepted", "justification": row.suppression.reason}]
    return made


def region_of(row: Row) -> dict[str, int]:
    """The region of a finding; the first line where the format has no lines, so that every result has a place."""
    return _words(row.side) or {"startLine": 1}


def _words(side: Side | None) -> dict[str, int] | None:
    found = region(side)
    if found is None:
        return None
    return {"startLine": found.line, "startColumn": found.column,
            "endLine": found.end_line, "endColumn": found.end_column}


def _location(path: str, place: dict[str, int] | None, text: str | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path), "uriBaseId": "SRCROOT"}}
    if path.startswith("/"):
        del physical["artifactLocation"]["uriBaseId"]
    if place:
        physical["region"] = place
    return {"physicalLocation": physical} | ({"message": {"text": text}} if text else {})


def _related(row: Row, outcome: Outcome) -> list[dict[str, Any]]:
    found = []
    if row.other_path is not None and row.other is not None:
        found.append(_location(row.other_path, _words(row.other), f"the original: {row.other.text}"))
    return found + [_location(outcome.relative(item.path), _words(item.side), f"{item.role}: {item.side.text}")
                    for item in row.finding.related]
