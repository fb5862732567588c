"""Passages that stand alone, measured against the other versions: is one lost, or told in the sentence beside it?

Where a version tells two sentences in one, the one left over looks lost, or added. The other versions say how long the
sentence beside it should be (Gale and Church 1993, between translations): as long as it is without the passage, or as
long as it is with it.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import log

from .article import Article, Bead
from .checks import clauses
from .finding import Discrepancy
from .witnesses import Said

_PASSAGES = frozenset({"passage-missing", "passage-added"})


def measured(versions: Sequence[Said]) -> list[Said]:
    """The same, passages with two measures from the other versions.

    `due`, 0 to 1: how far their lengths have the passage told in a sentence beside it. `common`: the share of them that
    lack it, or add one, in the same place.
    """
    heard = [v for v in versions if v.pair.alignment.relation == "translation"]
    return [replace(said, discrepancies=tuple(_measured(d, said, [v for v in heard if v is not said])
                                              for d in said.discrepancies)) for said in versions]


def _measured(d: Discrepancy, said: Said, others: Sequence[Said]) -> Discrepancy:
    if d.code not in _PASSAGES or not others or not d.original or not d.translation:
        return d
    if "covered" in d.evidence:
        return _clause(d, said, others)
    lost = d.code == "passage-missing"
    place, article = (d.original, said.pair.original) if lost else (d.translation, said.pair.translation)
    ids = article.segments_over(place.start, place.end)
    beside = list(_beside(said, ids, lost))
    due = [x for bead in beside if (x := _due(said, bead, ids, lost, others)) is not None]
    gap = frozenset(i for bead in beside for i in bead.original)
    common = sum(any(_is_common(v, x, ids, gap) for x in v.discrepancies if x.code == d.code) for v in others)
    return replace(d, evidence={**d.evidence, "due": max(due, default=0.0), "common": common / len(others)})


def _clause(d: Discrepancy, said: Said, others: Sequence[Said]) -> Discrepancy:
    """A clause that a sentence seems to lack, by how short the sentence is beside the others' translations of it."""
    assert d.original
    bead = said.pair.alignment.bead_of_original(said.pair.original.segments_over(d.original.start, d.original.end)[0])
    expected = _expected(said, bead.original, others)
    if not expected:
        return d
    short = log(_length(said.pair.translation, bead.translation) / expected)
    sure = clauses.odds(d.evidence["covered"], d.evidence["share"], short)
    return replace(d, certainty=clauses.certainty(sure))


def _beside(said: Said, ids: Sequence[int], lost: bool) -> Iterator[Bead]:
    """The aligned beads right before and after a passage."""
    alignment, article = said.pair.alignment, said.pair.original if lost else said.pair.translation
    bead_of = alignment.bead_of_original if lost else alignment.bead_of_translation
    for i in (ids[0] - 1, ids[-1] + 1):
        if 0 <= i < len(article.segments) and (bead := bead_of(i)).type == "aligned":
            yield bead


def _due(said: Said, bead: Bead, ids: Sequence[int], lost: bool, others: Sequence[Said]) -> float | None:
    """How far a bead has the passage in it by the others' lengths, 0 to 1; None where no other version tells."""
    alone = _expected(said, bead.original, others)
    whole = _expected(said, tuple(sorted((*bead.original, *ids))), others) if lost else alone
    own = _length(said.pair.translation, bead.translation)
    other = own if lost else own + _length(said.pair.translation, ids)
    if not alone or not whole or (whole == alone if lost else other == own):
        return None
    without, within = abs(log(own / alone)), abs(log(other / whole))
    most = abs(log(whole / alone)) if lost else log(other / own)
    return min(max((1 + (without - within) / most) / 2, 0.0), 1.0)


def _expected(said: Said, originals: Sequence[int], others: Sequence[Said]) -> float:
    """How long a version's words for some segments of the original are to be, by the mean of the others; 0: unknown."""
    made = []
    for other in others:
        beads = {b for i in originals if (b := other.pair.alignment.bead_of_original(i)).type == "aligned"}
        theirs = sum(_length(other.pair.translation, b.translation) for b in beads)
        source = _length(other.pair.original, [i for b in beads for i in b.original])
        if theirs and source:
            share = min(_length(other.pair.original, originals) / source, 1.0)
            made.append(theirs * share * _length(said.pair.translation) / _length(other.pair.translation))
    return sum(made) / len(made) if made else 0.0


def _length(article: Article, ids: Iterable[int] | None = None) -> int:
    """Letters of some segments, or of all, however a file composes them."""
    return sum(len(article.segments[i].normal.text) for i in (range(len(article.segments)) if ids is None else ids))


def _is_common(version: Said, x: Discrepancy, ids: Sequence[int], gap: frozenset[int]) -> bool:
    """Whether another version's passage is the same one of the original, or stands between the same two beads."""
    if x.code == "passage-missing":
        here = x.original
        return bool(here and set(version.pair.original.segments_over(here.start, here.end)) & set(ids))
    at = x.translation
    there = version.pair.translation.segments_over(at.start, at.end) if at else ()
    return any(set(bead.original) & gap for bead in _beside(version, there, False)) if there else False
