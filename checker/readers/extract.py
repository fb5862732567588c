"""Text taken out of its file, and where each stretch of it stands there."""
from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from ..article import Block, BlockKind, Document, Origin

# Characters that no text holds and that outputs could not write: lone halves of surrogate pairs.
_SURROGATES = {code: "\N{REPLACEMENT CHARACTER}" for code in range(0xD800, 0xE000)}


class Lines:
    """Lines and columns of a text, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


class Extract:
    """A document's text as it grows, block by block. White space is one space, and none at a block's edges."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._start = 0
        self._runs: list[tuple[int, int, int]] = []
        self.blocks: list[Block] = []

    def add(self, text: str, line: int | None = None, column: int | None = None) -> None:
        """Add to the current block what stands in the file's line from a column on, or anywhere in it (None)."""
        text = text.translate(_SURROGATES)
        at = 0
        for word in text.split():
            found = text.index(word, at)
            if found > at or at == 0 and text[:1].isspace():
                self._space(line, None if column is None else column + at)
            self._put(word, line, None if column is None else column + found)
            at = found + len(word)
        if at < len(text):
            self._space(line, None if column is None else column + at)

    def end_block(self, kind: BlockKind = "text", place: str | None = None) -> int | None:
        """Close the block; its number, or None where there was no text in it."""
        if self._length > self._start and self._pieces[-1] == " ":
            self._pieces.pop()
            self._length -= 1
        if self._length == self._start:
            return None
        self.blocks.append(Block(self._start, self._length, kind, place))
        self._pieces.append("\n")
        self._length += 1
        self._start = self._length
        return len(self.blocks) - 1

    def document(self, path: str, language: str | None = None, date: dt.date | None = None,
                 notes: Sequence[str] = ()) -> Document:
        """The document that the blocks make."""
        text = "".join(self._pieces)
        origin = Origin(*zip(*self._runs)) if self._runs else None
        return Document(path, text, tuple(self.blocks), language, date, plain=False, origin=origin, notes=tuple(notes))

    def _space(self, line: int | None, column: int | None) -> None:
        if self._length > self._start and self._pieces[-1] != " ":
            self._put(" ", line, column)

    def _put(self, text: str, line: int | None, column: int | None) -> None:
        if line is not None and column is not None:
            last = self._runs[-1] if self._runs else None
            if last is None or (line, column) != (last[1], last[2] + self._length - last[0]):
                self._runs.append((self._length, line, column))
        self._pieces.append(text)
        self._length += len(text)


def by_lines(text: str, line: int, column: int) -> list[tuple[str, int, int]]:
    """A text of several lines as stretches of one line each, with where each begins.

    >>> by_lines("a\\nb", 3, 9)
    [('a\\n', 3, 9), ('b', 4, 1)]
    """
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n"), len(text)]
    return [(text[a:b], line + n, 1 if n else column) for n, (a, b) in enumerate(pairwise(starts)) if b > a]
