"""Which words of a translation stand for which words of the original, within one bead.

The token states that aligned the sentences also link their words: two tokens are linked as far as each picks the other
among all tokens of the other side (softmax of cosine in both directions; Jalili Sabet et al. 2020, SimAlign). Other
code gets spans and confidences, never the matrix.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

# Sharpness of the softmax over cosines of centred states; tuned on the project's own gold links (models/alignment.json).
SHARPNESS = 20.0
# A projected span keeps the tokens that hold at least this share of the strongest token's mass.
KEEP = 0.35


@dataclass(frozen=True, slots=True)
class Projection:
    """Where a stretch of one side is said on the other: file offsets, and how sure (0 to 1)."""

    start: int
    end: int
    confidence: float


class Links(Protocol):
    """Word links of one bead. All offsets are the files' own."""

    def project(self, start: int, end: int) -> Projection | None:
        """The translation's words that say the original's words from `start` to `end`; None where nothing does."""
        ...

    def back(self, start: int, end: int) -> Projection | None:
        """The original's words that the translation's words from `start` to `end` say; None where nothing does."""
        ...

    def strength(self, original: tuple[int, int], translation: tuple[int, int]) -> float:
        """How strongly two stretches are linked, 0 to 1."""
        ...


@dataclass(frozen=True)
class Tokens:
    """The tokens of one side of a bead: `starts` and `ends` (n,) file offsets, `states` (n, d) one averaged layer."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    states: Array

    @staticmethod
    def joined(parts: Sequence[Tokens]) -> Tokens:
        """The tokens of several segments as one side."""
        return Tokens(np.concatenate([p.starts for p in parts]), np.concatenate([p.ends for p in parts]),
                      np.concatenate([p.states for p in parts]))

    def share(self, start: int, end: int) -> Array:
        """How much of each token lies between two offsets, 0 to 1, shape (n,)."""
        overlap = np.minimum(self.ends, end) - np.maximum(self.starts, start)
        made: Array = (np.maximum(overlap, 0) / np.maximum(self.ends - self.starts, 1)).astype(np.float32)
        return made


class TokenLinks:
    """`Links` from token states.

    `centre` is subtracted from the states (of each language its own), so that what all tokens share says nothing.
    """

    def __init__(self, original: Tokens, translation: Tokens) -> None:
        self._original, self._translation = original, translation

    @cached_property
    def _matrix(self) -> Array:
        """Link strengths (tokens of the original, tokens of the translation): the geometric mean of both directions."""
        if not len(self._original.states) or not len(self._translation.states):
            return np.zeros((len(self._original.states), len(self._translation.states)), np.float32)
        cosine = _unit(self._original.states) @ _unit(self._translation.states).T
        made: Array = np.sqrt(_softmax(SHARPNESS * cosine, 1) * _softmax(SHARPNESS * cosine, 0)).astype(np.float32)
        return made

    def project(self, start: int, end: int) -> Projection | None:
        """See `Links.project`."""
        return _project(self._original.share(start, end), self._matrix, self._translation)

    def back(self, start: int, end: int) -> Projection | None:
        """See `Links.back`."""
        return _project(self._translation.share(start, end), self._matrix.T, self._original)

    def strength(self, original: tuple[int, int], translation: tuple[int, int]) -> float:
        """See `Links.strength`: the mean over the smaller stretch's tokens of their strongest link into the other."""
        a, b = self._original.share(*original), self._translation.share(*translation)
        if not a.any() or not b.any():
            return 0.0
        inside = self._matrix[a > 0][:, b > 0]
        axis = 1 if inside.shape[0] <= inside.shape[1] else 0
        return float(inside.max(axis=axis).mean())


def _unit(states: Array) -> Array:
    made: Array = states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9)
    return made


def _softmax(values: Array, axis: int) -> Array:
    raised = np.exp(values - values.max(axis=axis, keepdims=True))
    made: Array = raised / raised.sum(axis=axis, keepdims=True)
    return made


def _project(share: Array, matrix: Array, target: Tokens) -> Projection | None:
    """The target tokens that draw most of the linked mass, from the strongest outwards over its neighbours."""
    if not share.any() or not matrix.size:
        return None
    mass = (share[:, None] * matrix).max(axis=0)
    peak = int(mass.argmax())
    if mass[peak] <= 0.02:
        return None
    first = last = peak
    floor = KEEP * mass[peak]
    while first > 0 and mass[first - 1] >= floor:
        first -= 1
    while last < len(mass) - 1 and mass[last + 1] >= floor:
        last += 1
    taken = float((share[:, None] * matrix)[:, first:last + 1].max(axis=1).sum() / max(float(share.sum()), 1e-6))
    return Projection(int(target.starts[first]), int(target.ends[last]), min(taken, 1.0))
