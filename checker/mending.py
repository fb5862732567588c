"""What a first alignment leaves lying about, picked up: gaps that say the same as a whole, and crumbs beside a bead.

The dynamic programme pays for every join, so a long sentence told in six short ones may be left as a gap on both
sides; and a clause-sized piece may be too short to look like anything. Both are judged here by what the whole gains.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

import numpy as np

from .aligner import Array, Link
from .pieces import Encoded


@dataclass(frozen=True)
class Vectors:
    """Mean token states of any group of an article's segments, with the article's mean taken out."""

    encoded: Encoded

    @cached_property
    def _centre(self) -> Array:
        total = np.sum([e.total for e in self.encoded.encodings], axis=0, dtype=np.float64)
        return np.asarray(total / max(sum(e.count for e in self.encoded.encodings), 1), np.float32)

    def of(self, ids: Sequence[int]) -> Array:
        """The unit vector (d,) of a group."""
        found = [self.encoded.encodings[i] for i in ids]
        total = np.sum([e.total for e in found], axis=0, dtype=np.float32)
        mean = total / max(sum(e.count for e in found), 1) - self._centre
        made: Array = (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype(np.float32)
        return made

    def size(self, ids: Sequence[int]) -> int:
        """Characters of a group."""
        return sum(len(self.encoded.article.segments[i].normal.text) for i in ids)


@dataclass(frozen=True)
class Limits:
    """What is still close enough.

    `gap`: the least cosine of a gap's two sides for a bead; `ratio`: how far their lengths may stray from the article's
    own ratio; `crumb`: characters below which a piece never stands alone; `fall`: how much of the fall in cosine that
    a stranger would cause a longer piece may cause and still be taken up (0: none).
    """

    gap: float = 0.3
    ratio: float = 2.5
    crumb: int = 20
    fall: float = 0.3


def mend(original: Encoded, translation: Encoded, links: Sequence[Link], limits: Limits = Limits()) -> list[Link]:
    """The links with gaps closed and crumbs taken up; order and completeness stay."""
    here, there = Vectors(original), Vectors(translation)
    ratio = there.size(range(len(translation.encodings))) / max(here.size(range(len(original.encodings))), 1)
    closed: list[Link] = []
    for empty, run in groupby(links, key=lambda x: not (x.original and x.translation)):
        closed += _close(list(run), here, there, ratio, limits) if empty else run
    return _take_up(closed, here, there, limits)


def _close(run: list[Link], here: Vectors, there: Vectors, ratio: float, limits: Limits) -> list[Link]:
    """A gap as one bead, if its two sides say the same in lengths that fit; else as it was."""
    o = tuple(i for x in run for i in x.original)
    t = tuple(j for x in run for j in x.translation)
    if not o or not t or max(len(o), len(t)) > 12:
        return run
    stray = there.size(t) / max(ratio * here.size(o), 1)
    cosine = float(here.of(o) @ there.of(t))
    fits = cosine >= limits.gap and 1 / limits.ratio <= stray <= limits.ratio
    return [Link(o, t, cosine)] if fits else run


def _take_up(links: list[Link], here: Vectors, there: Vectors, limits: Limits) -> list[Link]:
    """Lonely pieces of the translation join the bead before or after them in their paragraph, where that fits."""
    made = list(links)
    n = 0
    while n < len(made):
        last = n
        while last + 1 < len(made) and not made[n].original and not made[last + 1].original:
            last += 1
        if not made[n].original:
            crumb = tuple(j for x in made[n:last + 1] for j in x.translation)
            before, after = (made[n - 1] if n else None), (made[last + 1] if last + 1 < len(made) else None)
            if _join(made, n, last, crumb, before, after, here, there, limits):
                n = max(n - 1, 0)
                continue
        n = last + 1
    return made


def _join(made: list[Link], first: int, last: int, crumb: tuple[int, ...], before: Link | None, after: Link | None,
          here: Vectors, there: Vectors, limits: Limits) -> bool:
    """Put a run of lonely pieces (or its two ends) where it fits; whether anything was put."""
    if before and (taken := _fitting(before, crumb, here, there, limits, forwards=True)):
        made[first - 1:last + 1] = [_grown(before, crumb[:taken], here, there), *_alone(crumb[taken:])]
        return True
    if after and (taken := _fitting(after, crumb, here, there, limits, forwards=False)):
        made[first:last + 2] = [*_alone(crumb[:-taken]), _grown(after, crumb[-taken:], here, there)]
        return True
    return False


def _alone(ids: Sequence[int]) -> list[Link]:
    return [Link((), (j,), 0.0) for j in ids]


def _fitting(bead: Link, crumb: tuple[int, ...], here: Vectors, there: Vectors, limits: Limits, forwards: bool) -> int:
    """How many of the lonely pieces next to a bead belong to it, 0 if none: the longest stretch that fits."""
    if not bead.original or not bead.translation:
        return 0
    paragraph = there.encoded.article.segments[bead.translation[-1 if forwards else 0]].paragraph
    for taken in range(len(crumb), 0, -1):
        part = crumb[:taken] if forwards else crumb[-taken:]
        if all(there.encoded.article.segments[j].paragraph == paragraph for j in part) and \
                _belongs(bead, part, here, there, limits):
            return taken
    return 0


def _belongs(bead: Link, part: tuple[int, ...], here: Vectors, there: Vectors, limits: Limits) -> bool:
    """Whether a stretch is a part of what a bead says: joining it must not turn the bead away from its original.

    A stranger, at right angles to all that is said, that makes up a share s of the whole, turns its vector so that the
    cosine shrinks by (1 - s) / sqrt((1 - s)² + s²).
    """
    if not there.encoded.pieces:
        return False
    whole = tuple(sorted((*bead.translation, *part)))
    share = there.size(part) / max(there.size(whole), 1)
    if there.size(part) <= limits.crumb:
        return True
    said = here.of(bead.original)
    alone, joined = float(said @ there.of(bead.translation)), float(said @ there.of(whole))
    stranger = (1 - share) / float(np.hypot(1 - share, share))
    return joined >= alone * (1 - limits.fall * (1 - stranger))


def _grown(bead: Link, part: tuple[int, ...], here: Vectors, there: Vectors) -> Link:
    whole = tuple(sorted((*bead.translation, *part)))
    return replace(bead, translation=whole, score=float(here.of(bead.original) @ there.of(whole)))
