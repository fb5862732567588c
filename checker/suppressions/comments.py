"""Comments in Markdown and HTML that silence a code for a paragraph.

`<!-- checker: ignore number-changed, date-changed -- the reason -->`, on a line of its own before the paragraph, or
anywhere in the paragraph's own lines.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..article import Article
from ..finding import Side

_COMMENT = re.compile(r"<!--\s*checker:\s*ignore\b(?P<codes>(?:(?!-->|--\s).)*)"
                      r"(?:--\s(?P<reason>(?:(?!-->).)*))?-->", re.S)
_EXTENSIONS = (".md", ".markdown", ".mdown", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, where it stands, and the first and last line of the paragraph it is about."""

    path: str
    line: int
    codes: tuple[str, ...]
    reason: str
    first: int
    last: int

    def covers(self, code: str, side: Side | None) -> bool:
        """Whether a finding of that code at that place is silenced."""
        line = side.line if side else None
        return code in self.codes and line is not None and self.first <= line <= self.last


def comments(article: Article) -> Iterator[Comment]:
    """The comments of an article's file, in order."""
    if not article.path.lower().endswith(_EXTENSIONS):
        return
    text = article.text if article.document.plain else _source(article.path)
    for found in _COMMENT.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        codes = tuple(found["codes"].replace(",", " ").split())
        first, last = _paragraph(article, line, _alone(text, found))
        yield Comment(article.path, line, codes, " ".join((found["reason"] or "").split()), first, last)


def _source(path: str) -> str:
    """The file itself, for formats whose text is extracted; comments are no part of that."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _alone(text: str, found: re.Match[str]) -> bool:
    start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
    around = text[start:found.start()] + text[found.end():end if end >= 0 else len(text)]
    return not around.strip()


def _paragraph(article: Article, line: int, alone: bool) -> tuple[int, int]:
    """First and last line of the paragraph a comment is about: its own, or the next one where it stands alone."""
    starts = [first for block in article.document.blocks if (first := article.document.position(block.start)[0])]
    nexts = [*starts[1:], None]
    for first, after in zip(starts, nexts, strict=True):
        last = max(first, after - 1) if after is not None else 1 << 30
        if first > line if alone else last >= line:
            return first, last
    return 0, -1
