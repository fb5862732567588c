"""Cut a document's prose into sentences, or, where a language does not mark their ends, into clause-sized pieces."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .article import Block, Document, Segment
from .languages import table
from .limits import Limits
from .normal import normal
from .spaces import clause_starts
from .stops import sentence_starts

# Longer than any sentence of prose, in characters: what has no stop for so long is cut where it hurts least.
_LONGEST = 1500


def split(document: Document, language: str, *, pieces: bool = True, limits: Limits = Limits()) -> tuple[Segment, ...]:
    """The segments of a document, ids 0, 1, 2 … in file order, skipping nothing of its blocks but white space.

    In a language whose sentences.toml says `boundary = "space"` they are pieces no longer than a sentence, to be
    joined once it is known what they translate; with `pieces` false they are sentence-sized, as well as can be told.
    Raises CheckerError where there are more of them than the limit.
    """
    made: list[Segment] = []
    for number, block in enumerate(document.blocks):
        for start, end in _spans(document, block, language, pieces):
            if len(made) == limits.sentences:
                raise limits.exceeded("sentences", document.path, "more than the limit of {limit} sentences")
            made.append(document.segment(len(made), number, start, end))
    return tuple(made)


def cuts_pieces(language: str) -> bool:
    """Whether `split` gives pieces in this language, for it does not mark where sentences end."""
    return table(language, "sentences").get("boundary") == "space"


def _spans(document: Document, block: Block, language: str, pieces: bool) -> Iterator[tuple[int, int]]:
    """Where the block's segments stand in the file."""
    whole = document.segment(0, 0, block.start, block.end)
    known = normal(whole.text, whole.start, whole.markup)
    text = known.text.replace("\n", " ")
    cuts = [0, *_starts(text.rstrip(), language, pieces), len(text)]
    places = [block.start, *(known.offsets[i] for i in cuts[1:-1]), block.end]
    return (_trimmed(document.text, a, b) for a, b in pairwise(places) if document.text[a:b].strip())


def _starts(text: str, language: str, pieces: bool) -> list[int]:
    starts = clause_starts(text, language, pieces=pieces) if cuts_pieces(language) else sentence_starts(text, language)
    return list(_shortened(text, starts))


def _shortened(text: str, starts: Sequence[int]) -> Iterator[int]:
    """The starts, and more of them where what stands between two is longer than any sentence."""
    for a, b in pairwise([0, *starts, len(text)]):
        while b - a > _LONGEST:
            a = _least_harm(text, a + _LONGEST // 2, a + _LONGEST)
            yield a
        if b < len(text):
            yield b


def _least_harm(text: str, first: int, last: int) -> int:
    for mark in ("; ", ": ", ", ", " "):
        found = text.rfind(mark, first, last)
        if found >= 0:
            return found + len(mark)
    return last


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
