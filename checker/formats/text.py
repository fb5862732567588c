"""One plain line a finding, as compilers print them: for editors, grep and any other tool."""
from __future__ import annotations

import unicodedata

from ..outcome import Outcome, Row


def render(outcome: Outcome) -> str:
    """`path:line:col: severity code message`, in the order of the files."""
    rows = sorted(outcome.rows(), key=lambda r: (r.path, r.line, r.column))
    return "".join(f"{line(row)}\n" for row in rows)


def line(row: Row) -> str:
    """The line of one finding; a newline in a file's name or a message is shown, not obeyed."""
    known = " (known)" if row.finding.state == "unchanged" else ""
    return one_line(f"{row.path}:{row.line}:{row.column}: {row.finding.severity} {row.finding.code} "
                    f"{row.finding.message}{known}")


def one_line(text: str) -> str:
    """`text` without control characters: what an article says must not steer a terminal.

    >>> one_line("a\\nb\\x1b[2J")
    'a\\\\nb\\\\x1b[2J'
    """
    return "".join(c if _plain(c) else repr(c)[1:-1] for c in text)


def _plain(char: str) -> bool:
    # Thai and Vietnamese texts carry invisible word joints and unusual spaces; they do no harm.
    return char.isprintable() or unicodedata.category(char) == "Zs" or char in "\u200b\u200c\u200d\u2060"
