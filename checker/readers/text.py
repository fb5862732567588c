"""Plain text. A paragraph is a line, unless the file shows that its lines are wrapped."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..article import Block, Document
from .source import Source

_LINE = re.compile(r"[^\n]+")
# Lines are held to be wrapped where the widest fits a terminal or an e-mail, and nearly every line that has a
# successor is full: the next word would not have fitted, and the line is nearly as long as the widest.
_WIDEST = 120
_FULL_SHARE, _FULL_LENGTH, _ENOUGH, _SLACK = 0.9, 0.7, 3, 3
# Marks that take no room of their own, of the scripts that are likely to come.
_ABOVE_AND_BELOW = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0900-\u0902\u0e31\u0e34-\u0e3a"
                              "\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+")
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def read_text(source: Source) -> Document:
    """A plain text file."""
    return Document(source.path, source.text, tuple(text_blocks(source.text)), notes=source.notes)


def text_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a plain text.

    Articles come with a paragraph on a line, blank lines between or not; so each line is one. Only where lines are
    wrapped at a width (mail, terminals) do lines up to the next blank one make a paragraph.

    >>> [(b.start, b.end) for b in text_blocks("Title\\n\\nA line.\\nAnother.")]
    [(0, 5), (7, 14), (15, 23)]
    """
    lines = _lines(text)
    wrapped = _is_wrapped([text[a:b] for a, b in lines], _follows(text, lines))
    start: int | None = None
    for n, (a, b) in enumerate(lines):
        start = a if start is None else start
        last = n + 1 == len(lines)
        if last or not wrapped or "\n" in text[b + 1:lines[n + 1][0]]:
            yield Block(*_trimmed(text, start, b))
            start = None


def _lines(text: str) -> list[tuple[int, int]]:
    """Where lines with text stand; one of invisible marks alone goes with the line before it."""
    lines: list[tuple[int, int]] = []
    for found in _LINE.finditer(text):
        line = found.group()
        if lines and not _visible(text[slice(*lines[-1])]) or lines and line.strip() and not _visible(line):
            lines[-1] = lines[-1][0], found.end()
        elif line.strip():
            lines.append(found.span())
    return lines


def _visible(line: str) -> bool:
    return any(not c.isspace() and unicodedata.category(c) != "Cf" for c in line)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _follows(text: str, lines: list[tuple[int, int]]) -> list[bool]:
    """For each line but the last: whether the next one stands directly under it."""
    return [b + 1 == c for (_, b), (c, _) in zip(lines, lines[1:])]


def _is_wrapped(lines: list[str], follows: list[bool]) -> bool:
    if max(map(len, lines), default=0) > 4 * _WIDEST:
        return False
    widths = [_width(line) for line in lines]
    widest = max(widths, default=0)
    joints = [(a, width, b) for a, width, b, near in zip(lines, widths, lines[1:], follows) if near]
    if widest > _WIDEST or len(joints) < _ENOUGH:
        return False
    full = sum(width >= _FULL_LENGTH * widest and width + 1 + _width(b.split()[0]) > widest - _SLACK
               for _, width, b in joints)
    broken = sum(_END.search(a.rstrip()) is None for a, _, _ in joints)
    return full >= _FULL_SHARE * len(joints) and broken >= len(joints) / 2


def _width(line: str) -> int:
    return len(line) if line.isascii() else len(_ABOVE_AND_BELOW.sub("", line))
