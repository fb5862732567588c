"""Units at a bead's edge that nothing in it needs, let go again: a sentence without a partner, taken for a part of one.

The vector of a whole bead hardly moves by one clause or short sentence more, so a neighbour's clause, or a sentence
that only one side has, is easily swallowed. Its words tell: take away what belongs, and words of the other side lose
their counterparts; take away what does not, and they keep them.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from math import log

import numpy as np

from .aligner import Array, Link, normalised
from .pieces import Encoded, Vectors, sentence_odds
from .resources import model_data

Ids = tuple[int, ...]

# Figures and names in Latin letters: what is spelt alike in all languages.
_ANCHOR = re.compile(r"\d+|[A-Z][A-Za-z]{2,}")


@dataclass(frozen=True)
class Weights:
    """How the odds that a run does not belong come about (models/alignment.json, "releasing").

    `pieces`, `sentences`: log odds by the names that `signs` gives, for clause-sized pieces and for sentences;
    `least_pieces`, `least_sentences`: odds from which a run is let go; `shortest`: characters below which none is.
    """

    pieces: Mapping[str, float]
    sentences: Mapping[str, float]
    least_pieces: float
    least_sentences: float
    shortest: int


@lru_cache(maxsize=None)
def weights() -> Weights:
    """The fitted weights."""
    return Weights(**model_data("alignment.json")["releasing"])


@dataclass(frozen=True)
class Run:
    """Units at an edge of one side of a bead that may not belong to it, and what is said for that, by name."""

    units: Ids
    of_translation: bool
    signs: Mapping[str, float]


class Releaser:
    """Asks of the beads between two articles which units at their edges do not belong."""

    def __init__(self, original: Encoded, translation: Encoded) -> None:
        self._here, self._there = original.vectors, translation.vectors
        here, there = (side.size(range(len(side.encoded.encodings))) for side in (self._here, self._there))
        self._ratio = there / max(here, 1)

    def let_go(self, link: Link) -> list[Link]:
        """A bead with the units that it lets go before and after it."""
        before: list[Link] = []
        after: list[Link] = []
        while found := max(self._judged(link), key=lambda judged: judged[0], default=None):
            run, side = found[1], link.translation if found[1].of_translation else link.original
            alone = [Link((), (n,), 0.0) if run.of_translation else Link((n,), (), 0.0) for n in run.units]
            if run.units[0] == side[0]:
                before += alone
            else:
                after[:0] = alone
            link = _without(link, run.units, run.of_translation)
            link = replace(link, score=self._cosine(link))
        return [*before, link, *after]

    def _judged(self, link: Link) -> Iterator[tuple[float, Run]]:
        """The runs that are to go, by how far their odds are above the least."""
        w = weights()
        for run in self.runs(link):
            pieces = (self._there if run.of_translation else self._here).encoded.pieces
            table, least = (w.pieces, w.least_pieces) if pieces else (w.sentences, w.least_sentences)
            odds = sum(table[name] * value for name, value in run.signs.items())
            if odds >= least:
                yield odds - least, run

    def runs(self, link: Link) -> Iterator[Run]:
        """Every run of units at an edge of a bead that is not a whole side of it."""
        if not link.original or not link.translation:
            return
        for of_translation in (True, False):
            units = link.translation if of_translation else link.original
            if len(units) > 1:
                yield from self._of_side(link, units, of_translation)

    def _of_side(self, link: Link, units: Ids, of_translation: bool) -> Iterator[Run]:
        side, other = (self._there, self._here) if of_translation else (self._here, self._there)
        facing = link.original if of_translation else link.translation
        words = _Words(_states(other.encoded, facing), [_states(side.encoded, [unit]) for unit in units])
        named, common = [_named(side, [unit]) for unit in units], _named(other, facing)
        cosine, stray = self._cosine(link), self._stray(link)
        for at in range(1, len(units)):
            pause = sentence_odds(side.encoded, units[at - 1], units[at])
            for run, kept, tail in ((slice(0, at), slice(at, None), False), (slice(at, None), slice(0, at), True)):
                if side.size(units[run]) >= weights().shortest:
                    rest = _without(link, units[run], of_translation)
                    # `rise`: how much the cosine rises without the run; `stray`: how much nearer the ratio of lengths
                    # comes to the usual one (natural log); `anchors`: how many figures and names the other side has in
                    # common with the run, and not with the rest.
                    share = side.size(units[run]) / side.size(units)
                    signs = {"bias": 1.0, "pause": pause, **words.signs(at, tail, share),
                             "rise": self._cosine(rest) - cosine, "stray": stray - self._stray(rest),
                             "anchors": float(len(set().union(*named[run]) & common - set().union(*named[kept])))}
                    yield Run(units[run], of_translation, signs)

    def _cosine(self, link: Link) -> float:
        return float(self._here.of(link.original) @ self._there.of(link.translation))

    def _stray(self, link: Link) -> float:
        return abs(log(max(self._there.size(link.translation), 1)
                       / max(self._ratio * self._here.size(link.original), 1)))


def let_go(original: Encoded, translation: Encoded, links: Sequence[Link]) -> list[Link]:
    """The links, with units that no bead needs standing alone; order and completeness stay."""
    if not original.encodings or not translation.encodings:
        return list(links)
    releaser = Releaser(original, translation)
    return [part for link in links for part in releaser.let_go(link)]


def _without(link: Link, units: Ids, of_translation: bool) -> Link:
    """A bead without some units of one side; its score is left as it was."""
    if of_translation:
        return replace(link, translation=tuple(j for j in link.translation if j not in units))
    return replace(link, original=tuple(i for i in link.original if i not in units))


class _Words:
    """How well the tokens of the two sides of a bead find counterparts in each other, by units of the one."""

    def __init__(self, facing: Array, units: Sequence[Array]) -> None:
        """The tokens' unit vectors: (m, d) of the one side, (n, d) of each unit of the other."""
        likeness = np.concatenate(units) @ facing.T
        self._ends = [0, *accumulate(map(len, units))]
        self._own = [0.0, *np.cumsum(likeness.max(axis=1, initial=-1.0), dtype=np.float64).tolist()]
        # Of each unit (rows) the best counterpart that it has for each token of the facing side.
        found = np.array([likeness[a:b].max(axis=0, initial=-1.0) for a, b in pairwise(self._ends)])
        best = np.concatenate([np.maximum.accumulate(found), np.maximum.accumulate(found[::-1])])
        means = (best.sum(axis=1, dtype=np.float64) / max(len(facing), 1)).tolist()
        # What the first n units find, and what all but those do.
        self._first, self._last = [-1.0, *means[:len(units)]], [*means[:len(units) - 1:-1], -1.0]

    def signs(self, at: int, tail: bool, share: float) -> dict[str, float]:
        """Of the units before `at`, or of the `tail` from it on: `need`, what the other side's words lose in likeness
        to their best counterpart without them, for the share of their side that they make up; `own`, how much less
        than the rest's their own words find one."""
        loss = self._first[-1] - (self._first[at] if tail else self._last[at])
        head, rest = self._mean(0, self._ends[at]), self._mean(self._ends[at], self._ends[-1])
        own = 0.0 if head is None or rest is None else head - rest if tail else rest - head
        return {"need": loss / share, "own": own}

    def _mean(self, start: int, end: int) -> float | None:
        """Of the tokens from `start` to `end` the mean likeness to the best counterpart; None where there are none."""
        return (self._own[end] - self._own[start]) / (end - start) if start < end else None


def _states(side: Encoded, ids: Sequence[int]) -> Array:
    """The unit vectors (tokens, d) of the states of some segments' tokens; what they were scaled by does not matter."""
    return normalised(np.concatenate([side.encodings[i].states for i in ids]).astype(np.float32))


def _named(side: Vectors, ids: Sequence[int]) -> set[str]:
    return {word for i in ids for word in _ANCHOR.findall(side.encoded.article.segments[i].normal.text)}
