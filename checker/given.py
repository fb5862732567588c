"""Alignment that a bilingual file gives: its pairs are kept, and only within a pair is anything worked out.

A unit may hold several sentences on either side; which of them belong together is found as in any article, among
themselves alone.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from .aligner import Array, Link, Parameters, Units, align
from .article import Article, Pairs
from .mending import mender
from .pieces import Encoded

Ids = tuple[int, ...]


def links_of(original: Encoded, translation: Encoded, pairs: Pairs, prose: tuple[Sequence[int], Sequence[int]],
             parameters: Parameters) -> list[Link]:
    """The links of paired blocks, in the file's order; `prose` are the segments of either side to be linked."""
    blocks = [_by_block(e.article, ids) for e, ids in zip((original, translation), prose, strict=True)]
    centres = [_centre(e, parameters.centre) for e in (original, translation)]
    # The articles' means are taken out beforehand: a pair is too short to have one of its own.
    inner = replace(parameters, centre=0.0)

    mended = mender(original, translation)
    made: list[Link] = []
    for a, b in (_segments(pair, blocks) for pair in pairs):
        units = _units(original, a, centres[0]), _units(translation, b, centres[1])
        whole = [Link(a, b, _cosine(*units))] if a and b else []
        if not whole or len(a) + len(b) > 2:
            found = [Link(tuple(a[i] for i in x.original), tuple(b[j] for j in x.translation), x.score)
                     for x in align(*units, inner)]
            parts = mended(found) if whole else found
            # A pair that comes apart altogether is still what the file says it is.
            made += parts if not whole or any(x.original and x.translation for x in parts) else whole
        else:
            made += whole
    return made


def _by_block(article: Article, ids: Sequence[int]) -> Mapping[int, Ids]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i in ids:
        found[article.segments[i].paragraph].append(i)
    return {block: tuple(inside) for block, inside in found.items()}


def _segments(pair: tuple[int | None, int | None], blocks: Sequence[Mapping[int, Ids]]) -> tuple[Ids, Ids]:
    a, b = (() if block is None else known.get(block, ()) for block, known in zip(pair, blocks, strict=True))
    return a, b


def _centre(encoded: Encoded, share: float) -> Array:
    total = np.sum([e.total for e in encoded.encodings], axis=0, dtype=np.float64)
    return np.asarray(share * total / max(sum(e.count for e in encoded.encodings), 1), np.float32)


def _units(encoded: Encoded, ids: Ids, centre: Array) -> Units:
    units = encoded.units(ids)
    return replace(units, totals=units.totals - units.counts[:, None] * centre)


def _cosine(a: Units, b: Units) -> float:
    x, y = (side.totals.sum(axis=0, dtype=np.float64) for side in (a, b))
    return float(x @ y / max(float(np.linalg.norm(x) * np.linalg.norm(y)), 1e-9))
