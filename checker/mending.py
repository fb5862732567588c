"""What a first alignment leaves lying about, picked up: gaps that say the same as a whole, and crumbs beside a bead.

The dynamic programme pays for every join, so a long sentence told in six short ones may be left as a gap on both
sides; and a clause-sized piece may be too short to look like anything. Both are judged here by what the whole gains.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from math import log, sqrt

from .aligner import Link
from .pieces import Encoded, Vectors
from .resources import model_data


# How many units of one side a closed gap may hold: a paragraph of clause-sized pieces, not a page.
_WIDEST = 30
# A fall that no bead bears: nothing but crumbs is taken up.
_CRUMBS_ONLY = -9.0


@dataclass(frozen=True)
class Limits:
    """What is still close enough (models/alignment.json, "mending").

    `gap`: the least cosine of a gap's two sides for a bead, where their lengths stray from the article's own ratio by
    the factor `ratio`, the furthest allowed; `least`: the least cosine where they do not stray at all and the
    original's side has no more than `usual` characters, less for a longer one. `crumb`: characters below which a piece
    never stands alone; `fall`: how far the cosine of a bead may fall, for each share of its side that a unit makes up,
    and the unit still be taken up; `stray`: how much further from the usual ratio of lengths (natural log) the unit
    may take its bead.
    """

    gap: float
    least: float
    ratio: float
    usual: int
    crumb: int
    fall: float
    stray: float


@lru_cache(maxsize=None)
def tuned() -> Limits:
    """The tuned limits."""
    return Limits(**model_data("alignment.json")["mending"])


def mend(original: Encoded, translation: Encoded, links: Sequence[Link], limits: Limits | None = None) -> list[Link]:
    """The links with gaps closed and crumbs taken up, within the tuned limits by default; order and completeness stay.
    """
    return mender(original, translation, limits)(links)


def mender(original: Encoded, translation: Encoded,
           limits: Limits | None = None) -> Callable[[Sequence[Link]], list[Link]]:
    """`mend` for any stretches of links between the same two articles, each by itself."""
    kept = limits or tuned()
    here, there = original.vectors, translation.vectors
    ratio = there.size(range(len(translation.encodings))) / max(here.size(range(len(original.encodings))), 1)

    def mended(links: Sequence[Link]) -> list[Link]:
        closed: list[Link] = []
        sorted_out = _take_up(links, here, there, ratio, replace(kept, fall=_CRUMBS_ONLY))
        for empty, run in groupby(sorted_out, key=lambda x: not (x.original and x.translation)):
            closed += _close(list(run), here, there, ratio, kept) if empty else run
        return _take_up(closed, here, there, ratio, kept)

    return mended


def _close(run: list[Link], here: Vectors, there: Vectors, ratio: float, limits: Limits) -> list[Link]:
    """A gap as one bead, if its two sides say the same in lengths that fit; else as it was."""
    o = tuple(i for x in run for i in x.original)
    t = tuple(j for x in run for j in x.translation)
    if not o or not t or max(len(o), len(t)) > _WIDEST:
        return run
    whole = Link(o, t, float(here.of(o) @ there.of(t)))
    # Lengths that fit well are evidence of their own, the more so the longer the two: less likeness is asked of them.
    long = max(here.size(o) / limits.usual, 1.0)
    asked = max(limits.gap * _stray(whole, here, there, ratio) / log(limits.ratio),
                limits.least / sqrt(long))
    return [whole] if whole.score >= asked and asked <= limits.gap else run


def _take_up(links: Sequence[Link], here: Vectors, there: Vectors, ratio: float, limits: Limits) -> list[Link]:
    """What stands alone joins the bead before or after it in its paragraph, where it belongs there."""
    made = list(links)
    n = 0
    while n < len(made):
        for at in (n - 1, n + 1):
            if 0 <= at < len(made) and (joined := _joined(made[at], made[n], here, there, ratio, limits)):
                first = min(at, n)
                made[first:first + 2] = [joined]
                n = max(first - 2, -1)  # what stood before it may now belong as well
                break
        n += 1
    return made


def _joined(bead: Link, lonely: Link, here: Vectors, there: Vectors, ratio: float, limits: Limits) -> Link | None:
    """A bead grown by a unit that stands alone beside it; None where that does not belong to it."""
    if not bead.original or not bead.translation or (lonely.original and lonely.translation):
        return None
    grown = Link(tuple(sorted(bead.original + lonely.original)),
                 tuple(sorted(bead.translation + lonely.translation)), 0.0)
    side = there if lonely.translation else here
    near, new = (bead.translation, lonely.translation) if lonely.translation else (bead.original, lonely.original)
    if not _one_paragraph(side, near, new):
        return None
    alone = float(here.of(bead.original) @ there.of(bead.translation))
    together = float(here.of(grown.original) @ there.of(grown.translation))
    share = side.size(new) / max(side.size(near) + side.size(new), 1)
    crumb = side.encoded.pieces and side.size(new) <= limits.crumb
    fits = _stray(grown, here, there, ratio) < _stray(bead, here, there, ratio) + limits.stray
    if crumb or (alone - together <= limits.fall * share and (fits or side.encoded.pieces)):
        return replace(grown, score=together)
    return None


def _one_paragraph(side: Vectors, near: Sequence[int], new: Sequence[int]) -> bool:
    segments = side.encoded.article.segments
    return len({segments[i].paragraph for i in (near[0], near[-1], *new)}) == 1


def _stray(link: Link, here: Vectors, there: Vectors, ratio: float) -> float:
    """How far the lengths of a bead's sides are from the article's own ratio: the log of it, 0 at best."""
    return abs(log(max(there.size(link.translation), 1) / max(ratio * here.size(link.original), 1)))
