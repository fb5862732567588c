"""Annotations for GitHub Actions: workflow commands on standard output.

GitHub keeps ten errors, ten warnings and ten notices a step and drops the rest without a word: the worst come first,
and what is left over is counted aloud.
"""
from __future__ import annotations

from ..finding import Severity
from ..outcome import Outcome, Row
from .places import region

MOST = 10
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(outcome: Outcome) -> str:
    """The commands, worst finding first, new ones only, and a line that says how many more there are."""
    new = [row for row in outcome.worst_first() if row.finding.state != "unchanged"]
    lines = [f"::error title=could not check::{data(problem)}" for problem in outcome.problems()[:MOST]]
    for severity in _COMMANDS:
        room = MOST - len(lines) if severity == "error" else MOST
        lines += [command(row) for row in new if row.finding.severity == severity][:room]
    more = len(new) + len(outcome.problems()) - len(lines)
    if more > 0:
        lines.append(f"{more} more findings are not annotated here: GitHub shows {MOST} of each severity. "
                     "See the report, or the job's summary.")
    return "".join(f"{text}\n" for text in lines)


def command(row: Row) -> str:
    """The workflow command of one finding."""
    place = region(row.side)
    where = {"file": row.path}
    if place is not None:
        where |= {"line": str(place.line), "endLine": str(place.end_line)}
        # Columns count only within one line; GitHub refuses them otherwise.
        if place.line == place.end_line:
            where |= {"col": str(place.column), "endColumn": str(max(place.column, place.end_column - 1))}
    where["title"] = row.finding.code
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_COMMANDS[row.finding.severity]} {properties}::{data(str(row.finding.message))}"


def data(text: str) -> str:
    """The escaping of a command's message.

    >>> data("100 %\\n")
    '100 %25%0A'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return data(text).replace(":", "%3A").replace(",", "%2C")
