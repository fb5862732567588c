"""Which words of a translation stand for which words of the original, within one bead.

The token states that aligned the sentences also link their words: two tokens are linked as far as each picks the other
among all tokens of the other side (softmax of cosine in both directions; Jalili Sabet et al. 2020, SimAlign). Other
code gets spans and confidences, never the matrix.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .resources import model_data

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was tuned (`models/alignment.json`, "links"; `models/README.md` says on what).

    `sharpness` of the softmax over cosines. `centre`: share of the mean state of each side that is taken out first, so
    that what all its tokens share says nothing. `keep`: a projected span keeps the tokens that hold at least this share
    of the strongest token's mass, and over no more than `gap` weaker ones at a step (an article, a vowel of a name).
    `least`: mass below which nothing is linked.
    """

    sharpness: float = 20.0
    centre: float = 0.0
    keep: float = 0.2
    gap: int = 1
    least: float = 0.02


@lru_cache(maxsize=None)
def parameters() -> Parameters:
    """The tuned parameters."""
    return Parameters(**model_data("alignment.json")["links"])


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
    """`Links` from token states."""

    def __init__(self, original: Tokens, translation: Tokens, settings: Parameters | None = None) -> None:
        self._original, self._translation = original, translation
        self._settings = settings or parameters()

    @cached_property
    def _matrix(self) -> Array:
        """Link strengths (tokens of the original, tokens of the translation): the geometric mean of both directions."""
        if not len(self._original.states) or not len(self._translation.states):
            return np.zeros((len(self._original.states), len(self._translation.states)), np.float32)
        centre, sharpness = self._settings.centre, self._settings.sharpness
        cosine = _directions(self._original.states, centre) @ _directions(self._translation.states, centre).T
        made: Array = np.sqrt(_softmax(sharpness * cosine, 1) * _softmax(sharpness * cosine, 0)).astype(np.float32)
        return made

    def project(self, start: int, end: int) -> Projection | None:
        """See `Links.project`."""
        return _project(self._original.share(start, end), self._matrix, self._translation, self._settings)

    def back(self, start: int, end: int) -> Projection | None:
        """See `Links.back`."""
        return _project(self._translation.share(start, end), self._matrix.T, self._original, self._settings)

    def strength(self, original: tuple[int, int], translation: tuple[int, int]) -> float:
        """See `Links.strength`: the mean over the smaller stretch's tokens of their strongest link into the other."""
        a, b = self._original.share(*original), self._translation.share(*translation)
        if not a.any() or not b.any():
            return 0.0
        inside = self._matrix[a > 0][:, b > 0]
        axis = 1 if inside.shape[0] <= inside.shape[1] else 0
        return float(inside.max(axis=axis).mean())


def _directions(states: Array, centre: float) -> Array:
    """Unit vectors of token states, a share of their mean taken out."""
    moved = states - centre * states.mean(axis=0)
    made: Array = moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return made


def _softmax(values: Array, axis: int) -> Array:
    raised = np.exp(values - values.max(axis=axis, keepdims=True))
    made: Array = raised / raised.sum(axis=axis, keepdims=True)
    return made


def _project(share: Array, matrix: Array, target: Tokens, settings: Parameters) -> Projection | None:
    """The target tokens that draw most of the linked mass, from the strongest outwards over its neighbours."""
    if not share.any() or not matrix.size:
        return None
    linked = share[:, None] * matrix
    mass = linked.sum(axis=0)
    peak = int(mass.argmax())
    if mass[peak] <= settings.least:
        return None
    held = np.flatnonzero(mass >= settings.keep * mass[peak])
    first = _reach(held[held <= peak][::-1], settings.gap)
    last = _reach(held[held >= peak], settings.gap)
    taken = float(linked[:, first:last + 1].max(axis=1).sum() / max(float(share.sum()), 1e-6))
    return Projection(int(target.starts[first]), int(target.ends[last]), min(taken, 1.0))


def _reach(places: NDArray[np.int64], gap: int) -> int:
    """The last of the places that is reached from the first without skipping more than `gap` tokens at a step."""
    too_far = np.flatnonzero(np.abs(np.diff(places)) > gap + 1)
    return int(places[too_far[0] if len(too_far) else -1])
