"""Sentence alignment: arrays in, beads out. No text, no file and no model is known here.

A monotone dynamic programme over n:m beads, in the line of Gale & Church (1993) and Vecalign (Thompson & Koehn
2019). Each sentence comes as the *sum* of its token states and their count, so the vector of any merged span is a
difference of prefix sums and no overlap is ever encoded anew. The document's mean is taken out of every vector, and a
bead is worth what its similarity exceeds that of its neighbours by (a margin: Artetxe & Schwenk 2019), weighted by
how much text it joins. What no bead gains by stays alone.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    """All spans of one length: one over the norms of their summed states (n - length + 1,), sizes, and join costs."""

    scales: Array
    sizes: Array
    costs: Array


@dataclass(frozen=True)
class Similarity:
    """Every bead shape at every place: `gains[k, i, j]` is what it is worth to join the a units before the i-th with
    the b before the j-th, where (a, b) is the k-th of `shapes`; `cosines` says the same of their cosine.

    Both are (shapes, n + 1, m + 1). Where a shape would reach over an edge, the gain is -inf.
    """

    shapes: list[Shape]
    gains: Array
    cosines: Array


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
    cosine = normalised(_centred(x, parameters)) @ normalised(_centred(y, parameters)).T
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


def _centred(units: Units, parameters: Parameters) -> Array:
    """Sums of token states (n, d) with the document's mean taken out of every token."""
    mean = units.totals.sum(axis=0) / max(float(units.counts.sum()), 1.0)
    made: Array = units.totals - np.outer(units.counts, (parameters.centre * mean).astype(np.float32))
    return made


def normalised(vectors: Array) -> Array:
    """Vectors (…, d) of length one in the same directions; of no length where they have none."""
    norms = np.sqrt(np.einsum("...i,...i->...", vectors, vectors))[..., None]
    made: Array = (vectors / np.maximum(norms, 1e-9)).astype(np.float32)
    return made


def _spans(units: Units, centred: Array, longest: int) -> list[_Spans]:
    """The spans of each length from 1 on, as far as there are units for it."""
    totals, sizes, costs = np.zeros_like(centred), np.zeros_like(units.sizes), -units.joints
    made = []
    for length in range(1, min(longest, len(units)) + 1):
        here = len(units) + 1 - length
        totals, sizes = totals[:here] + centred[length - 1:], sizes[:here] + units.sizes[length - 1:]
        costs = costs[:here] + units.joints[length - 1:]
        norms = np.sqrt(np.einsum("ij,ij->i", totals, totals))
        made.append(_Spans(1 / np.maximum(norms, 1e-9), sizes, costs))
    return made


def score_shapes(original: Units, translation: Units, parameters: Parameters) -> Similarity:
    """Gains and cosines of every shape at every place.

    The product of two merged spans is the sum of the products of their units: those are multiplied once.
    """
    p = parameters
    x, y = _centred(original, p), _centred(translation, p)
    sides_a, sides_b = _spans(original, x, p.largest[0]), _spans(translation, y, p.largest[1])
    tried = [(a, b) for a, b in shapes(p) if a <= len(sides_a) and b <= len(sides_b)]
    cosines = np.zeros((len(tried), len(original) + 1, len(translation) + 1), np.float32)
    single = x @ y.T
    rows = np.zeros_like(single)
    for a, of_rows in enumerate(sides_a, 1):
        rows = rows[:len(single) + 1 - a] + single[a - 1:]
        columns = np.zeros_like(rows)
        for b, of_columns in enumerate(sides_b, 1):
            columns = columns[:, :rows.shape[1] + 1 - b] + rows[:, b - 1:]
            if (a, b) in tried:
                scales = np.multiply.outer(of_rows.scales, of_columns.scales)
                np.multiply(columns, scales, out=cosines[tried.index((a, b)), a:, b:])
    return Similarity(tried, _gains(tried, cosines, sides_a, sides_b, p), cosines)


def _gains(tried: Sequence[Shape], cosines: Array, sides_a: Sequence[_Spans], sides_b: Sequence[_Spans],
           parameters: Parameters) -> Array:
    p = parameters
    ratio = float(sides_b[0].sizes.sum()) / max(float(sides_a[0].sizes.sum()), 1.0)
    scale = 2 * max(float(sides_a[0].sizes.mean()), 1.0)
    of = {shape: cosines[k, shape[0]:, shape[1]:] for k, shape in enumerate(tried)}
    # What each span may reach by chance, what it weighs and how long it is, of each side by itself.
    near_a = [p.margin * _nearest(of[a, 1]) + p.threshold for a in range(1, len(sides_a) + 1)]
    near_b = [p.margin * _nearest(of[1, b].T) for b in range(1, len(sides_b) + 1)]
    long_a, long_b = [np.log(ratio * s.sizes + 5) for s in sides_a], [np.log(s.sizes + 5) for s in sides_b]
    made = np.full(cosines.shape, -np.inf, np.float32)
    for k, (a, b) in enumerate(tried):
        a_side, b_side = sides_a[a - 1], sides_b[b - 1]
        value = of[a, b] - np.add.outer(near_a[a - 1], near_b[b - 1])
        stray = np.subtract.outer(long_a[a - 1], long_b[b - 1])
        value -= p.length * np.minimum(np.square(stray, out=stray), 4, out=stray)
        value *= np.add.outer(a_side.sizes / scale, b_side.sizes / (max(ratio, 1e-6) * scale)) ** p.power
        np.subtract(value, np.add.outer(p.join * a_side.costs, p.join * b_side.costs), out=made[k, a:, b:])
    return made


def _nearest(similarity: Array, k: int = 4) -> Array:
    """Mean similarity of each row to its k nearest columns: what a random good-looking neighbour reaches."""
    if not similarity.size:
        return np.zeros(len(similarity), np.float32)
    k = min(k, similarity.shape[1])
    made: Array = np.partition(similarity, -k, axis=1)[:, -k:].mean(axis=1)
    return made


def _trace(similarity: Similarity, n: int, m: int, skips: tuple[Array, Array]) -> list[Link]:
    """Fill the table row by row (all cells of one at once), then walk back."""
    moves: list[Shape] = [*similarity.shapes, (1, 0), (0, 1)]
    gap = len(moves) - 2
    # The table has an edge of impossible cells, as wide as a bead may be, before its first row and its first column.
    up, left = (max(side) for side in zip(*moves))
    best = np.full((up + n + 1, left + m + 1), -np.inf, np.float32)
    reached = best.ravel()  # The same cells, by one number.
    steps = np.array([a * best.shape[1] + b for a, b in moves[:-1]])
    cells = np.arange(m + 1) + left - steps[:, None]
    move = np.zeros((n + 1, m + 1), np.int16)
    # What it costs to leave alone all units before each of the other side: gaps within a row are a running maximum.
    alone = np.concatenate([[0], np.cumsum(skips[1], dtype=np.float64)]).astype(np.float32)
    columns = np.arange(m + 1)
    for i in range(n + 1):
        values = reached[cells + (up + i) * best.shape[1]]
        values[:gap] += similarity.gains[:, i]
        if i:
            values[gap] -= skips[0][i - 1]
        else:
            values[gap, 0] = 0
        chosen = values.argmax(axis=0)
        gained = values[chosen, columns] + alone
        run = np.maximum.accumulate(gained)
        best[up + i, left:] = run - alone
        move[i] = np.where(run > gained, gap + 1, chosen)
    return _walk(move, moves, similarity, n, m)


def _walk(move: NDArray[np.int16], moves: Sequence[Shape], similarity: Similarity, n: int, m: int) -> list[Link]:
    links: list[Link] = []
    i, j = n, m
    while i or j:
        k = move[i, j]
        score = float(similarity.cosines[k, i, j]) if k < len(similarity.shapes) else 0.0
        a, b = moves[k]
        i, j = i - a, j - b
        links.append(Link(tuple(range(i, i + a)), tuple(range(j, j + b)), score))
    return links[::-1]
