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
from .starts import Cut, Start, doubtful_starts, weights


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
    found = [find_cuts(original, version, parameters()) for version in versions]
    votes = Counter(cut for cuts, _ in found for cut in cuts)
    agreed = sorted(cut for cut, count in votes.items() if 2 * count >= len(versions))
    return tuple(agreed), *(tuple(cuts) for _, cuts in found)


def find_cuts(original: Encoded, translation: Encoded, parameters: Parameters) -> tuple[list[Cut], list[Cut]]:
    """The doubtful starts of either side that are taken for sentence starts."""
    starts = _in_doubt(original, translation), _in_doubt(translation, original)
    if not any(starts) or not original.encodings or not translation.encodings:
        return [], []
    here, there = _parts(original, starts[0]), _parts(translation, starts[1])
    links = align(here.units, there.units, parameters)
    joined = [x for x in links if x.original and x.translation]
    cuts_o, cuts_t = _taken(here, [x.original for x in joined]), _taken(there, [x.translation for x in joined])
    return likeliest(cuts_o, starts[0]), likeliest(cuts_t, starts[1])


def _in_doubt(side: Encoded, other: Encoded) -> dict[int, tuple[Start, ...]]:
    probe = side.probe

    def onset(segment: int, offset: int) -> float:
        return probe.odds(side.encodings[segment], offset) if probe else 0.0

    return doubtful_starts(side.article, other.article, onset if probe else None)


def _parts(side: Encoded, starts: dict[int, tuple[Start, ...]]) -> _Parts:
    totals: list[Array] = []
    counts, sizes, costs, cuts = [], [], [], []
    whole = joints(side, range(len(side.encodings)))
    for segment, encoding in zip(side.article.segments, side.encodings, strict=True):
        here = starts.get(segment.id, ())
        offsets = [0, *(s.offset for s in here), len(segment.normal.text)]
        firsts = np.searchsorted([a for a, _ in encoding.spans], offsets)
        states = encoding.word_states()
        for a, b in pairwise(firsts):
            totals.append(states[a:b].sum(axis=0))
            counts.append(max(int(b - a), 1))
        sizes += [b - a for a, b in pairwise(offsets)]
        costs += [float(whole[segment.id]), *(s.joint for s in here)]
        cuts += [None, *(Cut(segment.id, s.offset) for s in here)]
    numbers = (np.array(x, np.float32) for x in (counts, sizes, costs))
    return _Parts(Units(np.stack(totals).astype(np.float32), *numbers), tuple(cuts))


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
