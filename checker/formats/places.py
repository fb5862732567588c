"""Where a finding begins and ends in its file, for formats that print regions."""
from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ..finding import Side


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(side: Side | None) -> Region | None:
    """The region of a side; None where its format has no lines.

    >>> region(Side((0,), 3, 8, 2, 4, "ab\\ncd", None))
    Region(line=2, column=4, end_line=3, end_column=3)
    """
    if side is None or side.line is None:
        return None
    column = side.column or 1
    newlines = side.text.count("\n")
    last = len(side.text) - side.text.rfind("\n") - 1
    return Region(side.line, column, side.line + newlines, last + 1 if newlines else column + last)


def uri(path: str) -> str:
    """A relative path as a URI reference: file names hold spaces, quotes, newlines and Thai letters.

    >>> uri("ข่าว/a b.txt")
    '%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/a%20b.txt'
    """
    made = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{made}" if made.startswith("/") else made
