"""Which doubtful sentence starts the alignment takes for real ones.

Every doubtful start (`starts.py`) makes a unit of its own, of the token states that its sentence was encoded to, and
has its price; a cut is what the best alignment sets apart at that price, or what is likely by itself.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .aligner import Array, Parameters, Units, align
from .article import Article
from .comparison import encode
from .encoder import Encoder
from .pairing import parameters
from .pieces import Encoded, joints
from .starts import Cut, Doubts, Start, weights, word_pairs


Cuts = tuple[list[Cut], list[Cut]]


@dataclass(frozen=True)
class _Parts:
    """One side cut at all its doubtful starts: what the aligner sees, and which cut begins each unit, if one does."""

    units: Units
    cuts: tuple[Cut | None, ...]


def agreed_cuts(articles: Sequence[Article], encoder: Encoder,
                meanwhile: Callable[[], None] | None = None) -> tuple[tuple[Cut, ...], ...]:
    """The cuts of each article, the original first: there, those that at least half of the versions would make.

    `meanwhile`: see `encode`.
    """
    original, *versions = encode(articles, encoder, meanwhile)
    found = find_cuts(original, versions, parameters())
    votes = Counter(cut for cuts, _ in found for cut in cuts)
    agreed = sorted(cut for cut, count in votes.items() if 2 * count >= len(versions))
    return tuple(agreed), *(tuple(cuts) for _, cuts in found)


def find_cuts(original: Encoded, versions: Sequence[Encoded], parameters: Parameters) -> list[Cuts]:
    """Of each version with the original, the doubtful starts of either side that are taken for sentence starts."""
    side = _Side(original)
    return [_cuts_between(side, _Side(version), parameters) for version in versions]


class _Side:
    """An article, and what is worked out of it once for all that it is aligned with."""

    def __init__(self, encoded: Encoded) -> None:
        probe = encoded.probe

        def onset(segment: int, offset: int) -> float:
            return probe.odds(encoded.encodings[segment], offset) if probe else 0.0

        self.encoded = encoded
        self._doubts = Doubts(encoded.article, onset if probe else None)
        self._pairs = word_pairs(encoded.article)
        self._totals: dict[tuple[int, int, int], Array] = {}
        self._joints = joints(encoded, range(len(encoded.encodings)))

    def starts(self, other: _Side) -> dict[int, tuple[Start, ...]]:
        """See `Doubts.starts`."""
        return self._doubts.starts(other._pairs)

    def parts(self, starts: dict[int, tuple[Start, ...]]) -> _Parts:
        """The article cut at these starts."""
        totals: list[Array] = []
        counts, sizes, costs, cuts = [], [], [], []
        for segment, encoding in zip(self.encoded.article.segments, self.encoded.encodings, strict=True):
            here = starts.get(segment.id, ())
            offsets = [0, *(s.offset for s in here), len(segment.normal.text)]
            for a, b in pairwise(map(encoding.first, offsets)):
                totals.append(self._total(segment.id, a, b))
                counts.append(max(b - a, 1))
            sizes += [b - a for a, b in pairwise(offsets)]
            costs += [float(self._joints[segment.id]), *(s.joint for s in here)]
            cuts += [None, *(Cut(segment.id, s.offset) for s in here)]
        numbers = (np.array(x, np.float32) for x in (counts, sizes, costs))
        return _Parts(Units(np.array(totals), *numbers), tuple(cuts))

    def _total(self, segment: int, first: int, last: int) -> Array:
        """The sum of the states of some of a segment's tokens."""
        key = segment, first, last
        if key not in self._totals:
            encoding = self.encoded.encodings[segment]
            self._totals[key] = encoding.scales[first:last] @ encoding.states[first:last].astype(np.float32)
        return self._totals[key]


def _cuts_between(here: _Side, there: _Side, parameters: Parameters) -> Cuts:
    starts = here.starts(there), there.starts(here)
    if not any(starts) or not here.encoded.encodings or not there.encoded.encodings:
        return [], []
    parts = here.parts(starts[0]), there.parts(starts[1])
    links = [x for x in align(parts[0].units, parts[1].units, parameters) if x.original and x.translation]
    cuts_o, cuts_t = _taken(parts[0], [x.original for x in links]), _taken(parts[1], [x.translation for x in links])
    return likeliest(cuts_o, starts[0]), likeliest(cuts_t, starts[1])


def _taken(parts: _Parts, groups: Sequence[Sequence[int]]) -> list[Cut]:
    """The cuts that part two units of different beads, or a headline of its own from a sentence that has a partner."""
    bead = {unit: n for n, group in enumerate(groups) for unit in group}
    return [cut for unit, cut in enumerate(parts.cuts)
            if cut is not None and unit in bead and bead[unit] != bead.get(unit - 1)]


def likeliest(cuts: Sequence[Cut], starts: Mapping[int, Sequence[Start]]) -> list[Cut]:
    """Of a segment's cuts the likeliest, and every start that is likely by itself, in order.

    Two sentences of which each holds the same name come apart before it in both languages alike, and gain by that. And
    a headline beside the sentence that repeats it, with one partner for both, is never set apart by what it gains.
    """
    joints = {Cut(id, start.offset): start.joint for id, found in starts.items() for start in found}
    best = {cut.segment: cut for cut in sorted(cuts, key=joints.__getitem__)}
    return sorted({*best.values(), *(cut for cut, joint in joints.items() if joint >= weights().sure)})
