"""Sentence alignment: arrays in, beads out. No text, no file and no model is known here.

A monotone dynamic programme over n:m beads, in the line of Gale & Church (1993) and Vecalign (Thompson & Koehn
2019). Each sentence comes as the *sum* of its token states and their count, so the vector of any merged span is a
difference of prefix sums and no overlap is ever encoded anew. The document's mean is taken out of every vector, and a
bead is worth what its similarity exceeds that of its neighbours by (a margin: Artetxe & Schwenk 2019), weighted by
how much text it joins. What no bead gains by stays alone.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Shape = tuple[int, int]

# How many units around the middle a cut of a long text is looked for in.
_NEAR = 60


@dataclass(frozen=True)
class Units:
    """One side to be aligned, n units of d dimensions.

    `totals` (n, d): sums of token states; `counts` (n,): tokens; `sizes` (n,): length in characters; `joints` (n,):
    what it costs to join a unit with the one before it, in units of `Parameters.join` (1 for two sentences, less for
    two pieces that may be one sentence, below 0 for two that most likely are).
    """

    totals: Array
    counts: Array
    sizes: Array
    joints: Array

    def __len__(self) -> int:
        return len(self.totals)

    def part(self, start: int, end: int) -> Units:
        """The units from `start` to `end`."""
        return Units(self.totals[start:end], self.counts[start:end], self.sizes[start:end], self.joints[start:end])


@dataclass(frozen=True)
class Parameters:
    """What was tuned (`models/alignment.json`).

    `centre`: share of the document's mean that is taken out. `margin`: share of the neighbours' similarity that is
    taken off. `threshold`: what is left then, below which two spans are better alone. `join`: penalty a join.
    `length`: weight of the penalty on an unlikely ratio of lengths. `skip`: what a gap costs. `power`: how much a
    span's length weighs. `largest`: most units of either side in a bead. `cells`: pairs of
    units above which a text is aligned in sections.
    """

    centre: float = 0.8
    margin: float = 0.5
    threshold: float = 0.0
    join: float = 0.06
    length: float = 0.1
    skip: float = 0.0
    power: float = 0.5
    largest: tuple[int, int] = (6, 6)
    cells: int = 250_000


@dataclass(frozen=True, slots=True)
class Link:
    """A bead of unit numbers; `score` is the cosine of its sides, the mean taken out; one side may be empty."""

    original: tuple[int, ...]
    translation: tuple[int, ...]
    score: float

    def moved(self, original: int, translation: int) -> Link:
        """The same bead with its units counted from further back."""
        return Link(tuple(i + original for i in self.original), tuple(j + translation for j in self.translation),
                    self.score)


@dataclass(frozen=True)
class _Spans:
    """All spans of one length: their unit vectors (n - length + 1, d), sizes and join costs."""

    vectors: Array
    sizes: Array
    costs: Array


@dataclass(frozen=True)
class Similarity:
    """Scores of every bead shape at every place: `of[a, b][i, j]` is the gain of joining i…i+a-1 with j…j+b-1."""

    of: dict[Shape, Array] = field(default_factory=dict)
    cosine: dict[Shape, Array] = field(default_factory=dict)


def align(original: Units, translation: Units, parameters: Parameters = Parameters()) -> list[Link]:
    """The best monotone alignment, in order; every unit of both sides is in exactly one link.

    >>> eye = np.eye(3, dtype=np.float32)
    >>> ones = np.ones(3, dtype=np.float32)
    >>> same = Units(eye, ones, ones * 50, ones)
    >>> [(x.original, x.translation) for x in align(same, same)]
    [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    """
    if not len(original) or not len(translation):
        return [*(Link((i,), (), 0.0) for i in range(len(original))),
                *(Link((), (j,), 0.0) for j in range(len(translation)))]
    if len(original) * len(translation) <= parameters.cells:
        return _align_section(original, translation, parameters)
    i, j = _cut(original, translation, parameters)
    before = align(original.part(0, i), translation.part(0, j), parameters)
    after = align(original.part(i, len(original)), translation.part(j, len(translation)), parameters)
    return before + [x.moved(i, j) for x in after]


def _align_section(original: Units, translation: Units, parameters: Parameters) -> list[Link]:
    similarity = score_shapes(original, translation, parameters)
    gaps = _gaps(original, parameters), _gaps(translation, parameters)
    return _trace(similarity, len(original), len(translation), gaps)


def _cut(original: Units, translation: Units, parameters: Parameters) -> tuple[int, int]:
    """Where a long text is surest to be cut in two: three neighbours in a row that resemble three in a row.

    Looked for around the middle of the original and around the same share of the translation, so that the work on a
    text grows with its length, not with its square.
    """
    n, m = len(original), len(translation)
    rows = slice(max(n // 2 - _NEAR, 0), min(n // 2 + _NEAR, n))
    reach = max(m // 6, 2 * _NEAR)
    columns = slice(max(m // 2 - reach, 0), min(m // 2 + reach, m))
    x, y = original.part(rows.start, rows.stop), translation.part(columns.start, columns.stop)
    here, there = _spans(x, parameters.centre * _mean(x), 1), _spans(y, parameters.centre * _mean(y), 1)
    cosine = here.vectors @ there.vectors.T
    run = cosine[:-2, :-2] + cosine[1:-1, 1:-1] + cosine[2:, 2:]
    i, j = np.unravel_index(int(run.argmax()), run.shape)
    return rows.start + int(i) + 1, columns.start + int(j) + 1


def _gaps(units: Units, parameters: Parameters) -> Array:
    """What it costs to leave each unit alone, shape (n,)."""
    made: Array = parameters.skip * (units.sizes / max(float(units.sizes.mean()), 1.0)) ** parameters.power
    return made


def shapes(parameters: Parameters) -> list[Shape]:
    """The bead shapes tried: one side of up to two, or both alike, up to the largest."""
    most_a, most_b = parameters.largest
    return [(a, b) for a in range(1, most_a + 1) for b in range(1, most_b + 1) if min(a, b) <= 2 or a == b]


def _spans(units: Units, centre: Array, length: int) -> _Spans:
    n = len(units) - length + 1
    if n <= 0:
        nothing = np.zeros(0, np.float32)
        return _Spans(np.zeros((0, units.totals.shape[1]), np.float32), nothing, nothing)

    def summed(values: Array) -> Array:
        zero = np.zeros((1, *values.shape[1:]), np.float64)
        prefix = np.concatenate([zero, np.cumsum(values, axis=0, dtype=np.float64)])
        made: Array = (prefix[length:] - prefix[:-length]).astype(np.float32)
        return made

    means = summed(units.totals) / np.maximum(summed(units.counts), 1)[:, None]
    joins = np.concatenate([[0], np.cumsum(units.joints, dtype=np.float64)])
    inner = (joins[length:] - joins[1:n + 1]).astype(np.float32)
    return _Spans(_normalised((means - centre).astype(np.float32)), summed(units.sizes), inner)


def _normalised(vectors: Array) -> Array:
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    made: Array = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return made


def _mean(units: Units) -> Array:
    made: Array = (units.totals.sum(axis=0) / max(float(units.counts.sum()), 1.0)).astype(np.float32)
    return made


def score_shapes(original: Units, translation: Units, parameters: Parameters) -> Similarity:
    """Gains and cosines of every shape at every place."""
    p = parameters
    sides_a = {a: _spans(original, p.centre * _mean(original), a) for a in range(1, p.largest[0] + 1)}
    sides_b = {b: _spans(translation, p.centre * _mean(translation), b) for b in range(1, p.largest[1] + 1)}
    ratio = float(translation.sizes.sum()) / max(float(original.sizes.sum()), 1.0)
    near_a = {a: _nearest(s.vectors @ sides_b[1].vectors.T) for a, s in sides_a.items()}
    near_b = {b: _nearest(s.vectors @ sides_a[1].vectors.T) for b, s in sides_b.items()}
    result = Similarity()
    scale = max(float(original.sizes.mean()), 1.0)
    for a, b in shapes(p):
        x, y = sides_a[a], sides_b[b]
        cosine = x.vectors @ y.vectors.T
        margin = cosine - p.margin * (near_a[a][:, None] + near_b[b][None, :])
        log_ratio = np.log((y.sizes[None, :] + 5) / (ratio * x.sizes[:, None] + 5))
        weight = (x.sizes[:, None] + y.sizes[None, :] / max(ratio, 1e-6)) / (2 * scale)
        value = margin - p.threshold - p.length * np.minimum(log_ratio ** 2, 4)
        joins = p.join * (x.costs[:, None] + y.costs[None, :])
        result.of[a, b] = (value * weight ** p.power - joins).astype(np.float32)
        result.cosine[a, b] = cosine
    return result


def _nearest(similarity: Array, k: int = 4) -> Array:
    """Mean similarity of each row to its k nearest columns: what a random good-looking neighbour reaches."""
    if not similarity.size:
        return np.zeros(len(similarity), np.float32)
    k = min(k, similarity.shape[1])
    made: Array = np.partition(similarity, -k, axis=1)[:, -k:].mean(axis=1)
    return made


def _trace(similarity: Similarity, n: int, m: int, skips: tuple[Array, Array]) -> list[Link]:
    """Fill the table row by row (all cells of one at once), then walk back."""
    shapes = list(similarity.of)
    moves: list[Shape] = [*shapes, (1, 0), (0, 1)]
    best = np.full((n + 1, m + 1), -np.inf, np.float32)
    move = np.zeros((n + 1, m + 1), np.int16)
    # What it costs to leave alone all units before each of the other side: gaps within a row are a running maximum.
    alone = np.concatenate([[0], np.cumsum(skips[1], dtype=np.float64)]).astype(np.float32)
    for i in range(n + 1):
        values = np.full((len(shapes) + 1, m + 1), -np.inf, np.float32)
        for row, (a, b) in zip(values, shapes):
            if a <= i and b <= m:
                np.add(best[i - a, :m + 1 - b], similarity.of[a, b][i - a], out=row[b:])
        if i:
            np.subtract(best[i - 1], skips[0][i - 1], out=values[-1])
        else:
            values[-1, 0] = 0
        chosen = values.argmax(axis=0)
        reached = np.take_along_axis(values, chosen[None, :], 0)[0] + alone
        run = np.maximum.accumulate(reached)
        best[i] = run - alone
        move[i] = np.where(run > reached, len(shapes) + 1, chosen)
    return _walk(move, moves, similarity, n, m)


def _walk(move: NDArray[np.int16], moves: Sequence[Shape], similarity: Similarity, n: int, m: int) -> list[Link]:
    links: list[Link] = []
    i, j = n, m
    while i or j:
        a, b = moves[move[i, j]]
        i, j = i - a, j - b
        score = float(similarity.cosine[a, b][i, j]) if a and b else 0.0
        links.append(Link(tuple(range(i, i + a)), tuple(range(j, j + b)), score))
    return links[::-1]
