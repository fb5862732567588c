"""One plain line a finding, as compilers print them: for editors, grep and any other tool."""
from __future__ import annotations

from ..outcome import Outcome, Row
from .printable import one_line


def render(outcome: Outcome) -> str:
    """`path:line:col: severity code message`, in the order of the files."""
    rows = sorted(outcome.rows(), key=lambda r: (r.path, r.line, r.column))
    return "".join(f"{line(row)}\n" for row in rows)


def line(row: Row) -> str:
    """The line of one finding; a newline in a file's name or a message is shown, not obeyed."""
    known = " (known)" if row.finding.state == "unchanged" else ""
    return one_line(f"{row.path}:{row.line}:{row.column}: {row.finding.severity} {row.finding.code} "
                    f"{row.finding.message}{known}")
