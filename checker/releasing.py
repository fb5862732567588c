"""Pieces at a bead's edge that nothing in it needs, let go again: a sentence without a partner, taken for a clause.

The vector of a whole bead hardly moves by one clause more, so in a language of clause-sized pieces a neighbour's
clause, or a sentence that only the translation has, is easily swallowed. Its words tell: take away what belongs, and
words of the original lose their counterparts; take away what does not, and they keep them.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, log
from operator import itemgetter

import numpy as np

from .aligner import Array, Link
from .mending import Vectors
from .pieces import Encoded
from .resources import model_data


@dataclass(frozen=True)
class Weights:
    """Log odds that a run of pieces does not belong (models/alignment.json, "releasing").

    `need`: a unit of what the original's words lose in likeness to their best counterpart without the run, for the
    share of the bead's side that it makes up; `rise`: a unit by which the cosine of the bead rises without it; `stray`:
    a unit (natural log) by which its ratio of lengths comes nearer to the usual one; `bias`. `least`: odds from which a
    run is let go; `shortest`: characters below which none is.
    """

    need: float
    rise: float
    stray: float
    bias: float
    least: float
    shortest: int


@lru_cache(maxsize=None)
def weights() -> Weights:
    """The fitted weights."""
    return Weights(**model_data("alignment.json")["releasing"])


@dataclass(frozen=True)
class _Side:
    """What is asked of both articles: vectors, and the usual ratio of lengths."""

    here: Vectors
    there: Vectors
    ratio: float

    def stray(self, original: Sequence[int], translation: Sequence[int]) -> float:
        return abs(log(max(self.there.size(translation), 1) / max(self.ratio * self.here.size(original), 1)))

    def cosine(self, original: Sequence[int], translation: Sequence[int]) -> float:
        return float(self.here.of(original) @ self.there.of(translation))


def let_go(original: Encoded, translation: Encoded, links: Sequence[Link]) -> list[Link]:
    """The links, with pieces of the translation that no bead needs standing alone; order and completeness stay."""
    if not translation.pieces or not original.encodings or not translation.encodings:
        return list(links)
    here, there = Vectors(original), Vectors(translation)
    ratio = there.size(range(len(translation.encodings))) / max(here.size(range(len(original.encodings))), 1)
    side = _Side(here, there, ratio)
    return [part for link in links for part in _parted(link, side)]


def _parted(link: Link, side: _Side) -> list[Link]:
    """A bead with the pieces that it lets go before and after it."""
    before: list[int] = []
    after: list[int] = []
    kept = link
    while kept.original and len(kept.translation) > 1:
        odds, run = max(_odds(kept, side), default=(-inf, slice(0)), key=itemgetter(0))
        if odds < weights().least:
            break
        gone = kept.translation[run]
        if gone[0] == kept.translation[0]:
            before += gone
        else:
            after[:0] = gone
        rest = tuple(j for j in kept.translation if j not in gone)
        kept = replace(kept, translation=rest, score=side.cosine(kept.original, rest))
    return [*(Link((), (j,), 0.0) for j in before), kept, *(Link((), (j,), 0.0) for j in after)]


def _odds(link: Link, side: _Side) -> Iterator[tuple[float, slice]]:
    """For each run of pieces at an edge the log odds that it does not belong."""
    w, n = weights(), len(link.translation)
    best = _counterparts(link, side)
    cosine, stray = side.cosine(link.original, link.translation), side.stray(link.original, link.translation)
    whole = side.there.size(link.translation)
    for run in (*(slice(0, k) for k in range(1, n)), *(slice(k, n) for k in range(1, n))):
        size = side.there.size(link.translation[run])
        if size >= w.shortest:
            rest = link.translation[:run.start] + link.translation[run.stop:]
            loss = float((best.max(axis=0) - np.delete(best, run, axis=0).max(axis=0)).mean())
            rise = side.cosine(link.original, rest) - cosine
            nearer = stray - side.stray(link.original, rest)
            yield w.need * loss * whole / size + w.rise * rise + w.stray * nearer + w.bias, run


def _counterparts(link: Link, side: _Side) -> Array:
    """How like each token of the original its best counterpart in each piece is: (pieces, tokens)."""
    words = _states(side.here.encoded, link.original)
    found = (_states(side.there.encoded, [j]) for j in link.translation)
    made: Array = np.stack([(words @ piece.T).max(axis=1, initial=-1.0) for piece in found])
    return made


def _states(side: Encoded, ids: Sequence[int]) -> Array:
    states = np.concatenate([side.encodings[i].word_states() for i in ids])
    made: Array = states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9)
    return made
