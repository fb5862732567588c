"""What an article is once it has been read and cut into sentences. Plain data; no stage is known here.

All offsets are code points of the file's text after the byte order mark, with CRLF and CR read as one newline;
ends are exclusive. Lines and columns count from 1, columns in code points.
"""
from __future__ import annotations

import bisect
import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from .normal import Markup, Normal, normal

Pairs = tuple[tuple[int | None, int | None], ...]
BlockKind = Literal["text", "title", "description", "heading", "cell", "unit"]
BeadType = Literal["aligned", "moved", "missing", "added", "furniture"]
Relation = Literal["translation", "abridged", "unfinished", "unrelated"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose that no sentence crosses: a paragraph, a title, a table cell.

    `place` says where it stands for formats that have no lines ("paragraph 12", a unit's id).
    """

    start: int
    end: int
    kind: BlockKind = "text"
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where extracted text stands in its file: from `starts[i]` on, character by character, at a line and column."""

    starts: tuple[int, ...]
    lines: tuple[int, ...]
    columns: tuple[int, ...]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset in the extracted text."""
        run = max(0, bisect.bisect_right(self.starts, offset) - 1)
        return self.lines[run], self.columns[run] + max(0, offset - self.starts[run])


@dataclass(frozen=True)
class Document:
    """A file as a reader gives it: its text, the prose in it, and what it says of itself.

    `language` and `date` are what the file itself declares (front matter, metadata), or None. `plain` is false for
    formats whose `text` is extracted, so that a position in it is not a position in the file; `origin` then says
    where it stands, if the file is text. `markup` lists what stands amid the prose and is none, in order; `notes` is
    what the reader assumed and a person should know.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    date: dt.date | None = None
    plain: bool = True
    markup: tuple[Markup, ...] = ()
    notes: tuple[str, ...] = ()
    origin: Origin | None = None

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]

    def position(self, offset: int) -> tuple[int | None, int | None]:
        """Line and column of an offset, both from 1; None where the format has none."""
        if self.plain:
            line = bisect.bisect_right(self._line_starts, offset)
            return line, offset - self._line_starts[line - 1] + 1
        return (None, None) if self.origin is None else self.origin.position(offset)

    def segment(self, id: int, paragraph: int, start: int, end: int) -> Segment:
        """What stands between two offsets, as a segment."""
        first = bisect.bisect_left(self.markup, start, key=lambda m: m.start)
        inside = itertools.takewhile(lambda m: m.end <= end, itertools.islice(self.markup, first, None))
        return Segment(id, paragraph, start, end, self.text[start:end], tuple(inside))

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, or the last one before it."""
        found = bisect.bisect_right(self.blocks, offset, key=lambda b: b.start) - 1
        return self.blocks[found] if found >= 0 else None


@dataclass(frozen=True)
class Segment:
    """A sentence: `text` is the file's own between `start` and `end`; `paragraph` counts blocks from 0.

    `markup` is what of the document's markup lies in it.
    """

    id: int
    paragraph: int
    start: int
    end: int
    text: str
    markup: tuple[Markup, ...] = ()

    @cached_property
    def normal(self) -> Normal:
        """The sentence in normal form, mapped to the file's offsets; a line break within it is a space."""
        made = normal(self.text, self.start, self.markup)
        return replace(made, text=made.text.replace("\n", " "))


@dataclass(frozen=True)
class Article:
    """A document whose language is known, cut into segments with ids 0, 1, 2 … in file order.

    `reads_as` is the language the text itself is in beyond doubt, where that is not the one it was said to be in.
    `pairs` is for a version whose file says which of its blocks (second) renders which of the original's (first).
    """

    document: Document
    language: str
    segments: tuple[Segment, ...]
    date: dt.date | None = None
    reads_as: str | None = None
    pairs: Pairs | None = None

    @property
    def path(self) -> str:
        """The path as the user gave it."""
        return self.document.path

    @property
    def key(self) -> tuple[str, str]:
        """Path and language: what tells it from the other articles of its set, also where one file holds them all."""
        return self.document.path, self.language

    @property
    def text(self) -> str:
        """The file's text."""
        return self.document.text

    def segments_over(self, start: int, end: int) -> tuple[int, ...]:
        """Ids of the segments that a span overlaps; for an empty span the one it stands in or ends."""
        first = max(0, bisect.bisect_right(self.segments, start, key=lambda s: s.start) - 1)
        found = [s.id for s in self.segments[first:first + 64] if s.start < end and start < s.end]
        return tuple(found) if found or not self.segments else (self.segments[first].id,)


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of the original and of the translation that say the same; one side is empty in nulls."""

    original: tuple[int, ...]
    translation: tuple[int, ...]
    score: float
    type: BeadType


@dataclass(frozen=True)
class Alignment:
    """The beads of one pair of articles: every segment of both sides is in exactly one.

    `coverage` is the share of the original's content that is aligned, 0 to 1. `nearest` tells, for segments that stand
    alone, the similarity (0 to 1) of what comes nearest on the other side; keys are ("original" or "translation", id).
    """

    beads: tuple[Bead, ...]
    relation: Relation
    coverage: float
    nearest: Mapping[tuple[str, int], float] = field(default_factory=dict)
    _by_original: dict[int, Bead] = field(init=False, repr=False, compare=False)
    _by_translation: dict[int, Bead] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_original", {i: b for b in self.beads for i in b.original})
        object.__setattr__(self, "_by_translation", {i: b for b in self.beads for i in b.translation})

    def bead_of_original(self, segment: int) -> Bead:
        """The bead that holds a segment of the original."""
        return self._by_original[segment]

    def bead_of_translation(self, segment: int) -> Bead:
        """The bead that holds a segment of the translation."""
        return self._by_translation[segment]


def span_of(segments: Sequence[Segment]) -> tuple[int, int]:
    """From the first segment's start to the last one's end."""
    return segments[0].start, segments[-1].end
