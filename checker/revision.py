"""Two states of one text, in one language: which sentence of the one is which sentence of the other.

For a file before and after an edit, and for a translation beside a reference: words and order are nearly the same, so
likeness of strings is enough, and no encoder is needed.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Sentences less alike than this (rapidfuzz's ratio, 0 to 1) are not the same sentence reworded.
ALIKE = 0.5
# A gap of more pairs than this is not compared pair by pair.
_MOST_PAIRS = 250_000

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matched:
    """`pairs` are indices (before, after) that correspond, in order; `same` those whose text is the very same."""

    pairs: tuple[tuple[int, int], ...]
    same: frozenset[tuple[int, int]]

    def after(self, index: int) -> int | None:
        """Where a sentence of the old state is now."""
        return next((b for a, b in self.pairs if a == index), None)

    def before(self, index: int) -> int | None:
        """Where a sentence of the new state was."""
        return next((a for a, b in self.pairs if b == index), None)

    def nearest_after(self, index: int) -> int:
        """Where a sentence of the old state is now, or where it would be: after what went before it."""
        return max((b + (a < index) for a, b in self.pairs if a <= index), default=0)


def matched(before: Sequence[str], after: Sequence[str]) -> Matched:
    """The monotone correspondence of two lists of sentences (in normal form).

    >>> matched(["a b c", "x"], ["new one", "a b c.", "x"]).pairs
    ((0, 1), (1, 2))
    """
    pairs: list[tuple[int, int]] = []
    same: set[tuple[int, int]] = set()
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += zip(range(a1, a2), range(b1, b2), strict=True)
            same |= set(zip(range(a1, a2), range(b1, b2), strict=True))
        elif tag == "replace":
            pairs += ((a1 + i, b1 + j) for i, j in _gap(before[a1:a2], after[b1:b2]))
    return Matched(tuple(pairs), frozenset(same))


def stretches(before: Sequence[str], after: Sequence[str]) -> list[tuple[Span, Span]]:
    """Both lists cut into stretches that say the same, all of both covered: for scores that want parallel lines.

    >>> stretches(["a b c. d e f g h i.", "x"], ["a b c.", "d e f g h i.", "x"])
    [((0, 1), (0, 2)), ((1, 2), (2, 3))]
    """
    found = matched(before, after)
    made: list[tuple[Span, Span, bool]] = []
    a = b = 0
    for i, j in (*found.pairs, (len(before), len(after))):
        if a < i or b < j:
            made.append(((a, i), (b, j), False))
        if i < len(before):
            made.append(((i, i + 1), (j, j + 1), (i, j) in found.same))
        a, b = i + 1, j + 1
    return _without_leftovers(made)


def _without_leftovers(made: list[tuple[Span, Span, bool]]) -> list[tuple[Span, Span]]:
    """A sentence of one side alone joins a reworded neighbour: it may be a part of it, cut off."""
    joined: list[tuple[Span, Span, bool]] = []
    for before, after, same in made:
        if joined and not same and not joined[-1][2] and (_lone(before, after) or _lone(*joined[-1][:2])):
            (a, _), (b, _), _ = joined.pop()
            before, after = (a, before[1]), (b, after[1])
        joined.append((before, after, same))
    return [(before, after) for before, after, _ in joined]


def _lone(before: Span, after: Span) -> bool:
    return before[0] == before[1] or after[0] == after[1]


def _gap(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of a changed stretch that are together most alike, in order."""
    from rapidfuzz import fuzz, process

    if len(before) * len(after) > _MOST_PAIRS:
        return []
    alike = process.cdist(before, after, scorer=fuzz.ratio).tolist()
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            taken = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= ALIKE * 100 else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    return _path(best, alike)


def _path(best: list[list[float]], alike: list[list[float]]) -> list[tuple[int, int]]:
    pairs, i, j = [], 0, 0
    while i < len(best) - 1 and j < len(best[0]) - 1 and best[i][j] > 0:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs
