"""Markdown: prose where CommonMark has it, at the file's own offsets; front matter is read, its title checked."""
from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..article import Block, BlockKind, Document
from ..normal import Markup
from .frontmatter import front_matter
from .inline import Inlines, html_blocks
from .source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_KINDS: dict[str, BlockKind] = {"heading_open": "heading", "paragraph_open": "text", "th_open": "cell",
                                "td_open": "cell"}
# What stands before a row: the marks of quotations and lists, and its first pipe.
_ROW = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\|?")
Placed = tuple[Block, list[Markup]]


def read_markdown(source: Source) -> Document:
    """A Markdown file. Code blocks, addresses, HTML tags and the keys of front matter are no prose."""
    head = front_matter(source.path, source.text)
    placed = list(_Body(source.text, head.end).blocks())
    blocks = sorted([*head.blocks, *(block for block, _ in placed)], key=lambda b: b.start)
    markup = sorted([*head.markup, *(m for _, inside in placed for m in inside)])
    return Document(source.path, source.text, tuple(blocks), head.language, head.date, markup=tuple(markup),
                    notes=source.notes)


class _Body:
    """The text below the front matter."""

    def __init__(self, text: str, start: int) -> None:
        self.text, self.start = text, start
        self.lines = [0, *(i + 1 for i, c in enumerate(text) if c == "\n"), len(text)]
        self.inlines = Inlines()
        self.cell_end = 0

    def blocks(self) -> Iterator[Placed]:
        """Each block of prose, with the markup in it."""
        # Front matter is blanked rather than cut off, so that lines keep their numbers.
        head_lines = self.text.count("\n", 0, self.start)
        kind: BlockKind = "text"
        for token in self.inlines.parse("\n" * head_lines + self.text[self.start:]):
            kind = _KINDS.get(token.type, kind)
            if token.map is None:
                continue
            if token.type == "html_block":
                yield from html_blocks(self.text, self.lines[token.map[0]], self._line(token.map[1]))
            elif token.type == "inline" and token.content.strip():
                yield from self._inline(token, kind)

    def _line(self, number: int) -> int:
        return self.lines[min(number, len(self.lines) - 1)]

    def _inline(self, token: Token, kind: BlockKind) -> Iterator[Placed]:
        """A paragraph, heading or cell."""
        assert token.map is not None
        places = self._cell(token) if kind == "cell" else self._paragraph(token)
        markup = [Markup(places[m.start], places[m.end - 1] + 1, m.shown) for m in self.inlines.markup(token.content)]
        # What stands between two characters of the content, other than in the file, is markup: "> " at a line's start.
        gaps = [Markup(a + 1, b, "") for a, b in zip(places, places[1:]) if b > a + 1]
        yield Block(places[0], places[-1] + 1, kind), _merged(markup, gaps)

    def _paragraph(self, token: Token) -> list[int]:
        """Where each character of the content stands in the file: its lines are the ends of the file's lines."""
        assert token.map is not None
        places: list[int] = []
        for number, line in enumerate(token.content.split("\n"), token.map[0]):
            start, end = self._line(number), self._line(number + 1)
            if places:
                places.append(start - 1)
            found = self.text.rfind(line, start, end)
            if found < 0:
                found = max(start, end - len(line) - 1)
            places.extend(range(found, found + len(line)))
        return places

    def _cell(self, token: Token) -> list[int]:
        """A table's cell stands after the last one of its line; a pipe in it is escaped."""
        assert token.map is not None
        start = self._line(token.map[0])
        prefix = _ROW.match(self.text, start)
        written = token.content.replace("|", "\\|")
        at = max(prefix.end() if prefix else start, self.cell_end)
        found = self.text.find(written, at, self._line(token.map[0] + 1))
        found = at if found < 0 else found
        self.cell_end = found + len(written)
        return [found + i for i, char in enumerate(written) if char != "\\" or written[i + 1:i + 2] != "|"]


def _merged(markup: list[Markup], gaps: list[Markup]) -> list[Markup]:
    """All of them in order; a gap inside other markup is part of it."""
    made: list[Markup] = []
    for one in sorted([*markup, *gaps]):
        if not made or one.start >= made[-1].end:
            made.append(one)
    return made
