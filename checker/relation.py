"""What a version is to its original, from how it aligns: a translation, an abridged or unfinished one, or unrelated."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .article import Relation


@dataclass(frozen=True, slots=True)
class Row:
    """One bead, as far as relation cares: characters on each side, and the similarity of its sides (0 in nulls).

    `foreign` is how many of the translation's characters are in the original's own language.
    """

    original: int
    translation: int
    score: float
    foreign: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds over shares of the text and the mean similarity of aligned beads.

    `few` and `mostly`: a version that keeps the second share is still a translation where no more beads than the first
    are missing here and there, or not translated: in a short article two faults are no summary.
    `unrelated`: share of either side that must align at all; `alike` and `partial`: below both, what aligns does so by
    chance (the same subject, other news); the first is held against similarity times the share of the version that
    aligns. `complete` and `dense`: the share of the original, and of its length, that a full translation keeps.
    `sketchy`: the share of the length kept up to where an unfinished one stops; `silent`: the share missing after that.
    `tail`: the share of all that is missing which stands after that, or is not translated yet.
    """

    unrelated: float = 0.3
    alike: float = 0.3
    partial: float = 0.75
    complete: float = 0.85
    dense: float = 0.75
    few: int = 3
    mostly: float = 0.7
    sketchy: float = 0.5
    tail: float = 0.6
    silent: float = 0.75


def relation_of(rows: Sequence[Row], limits: Limits = Limits()) -> tuple[Relation, float]:
    """Relation and coverage (share of the original's characters that are aligned) of rows in the original's order.

    >>> relation_of([Row(100, 110, 0.6), Row(100, 90, 0.7)])
    ('translation', 1.0)
    >>> relation_of([Row(100, 110, 0.6), Row(100, 100, 0.6), Row(100, 0, 0.0), Row(100, 0, 0.0), Row(100, 0, 0.0)])
    ('unfinished', 0.4)
    >>> relation_of([Row(100, 110, 0.6), Row(100, 100, 0.9, foreign=100)])
    ('unfinished', 1.0)
    """
    total = sum(r.original for r in rows) or 1
    aligned = [r for r in rows if r.original and r.translation]
    coverage = sum(r.original for r in aligned) / total
    if _unrelated(rows, aligned, coverage, limits):
        return "unrelated", 0.0
    if _whole(rows, limits):
        return "translation", coverage
    return ("unfinished" if _waiting(rows, limits) or _stopped(rows, limits) else "abridged"), coverage


def _unrelated(rows: Sequence[Row], aligned: Sequence[Row], coverage: float, limits: Limits) -> bool:
    translated = sum(r.translation for r in rows) or 1
    told = sum(r.translation for r in aligned) / translated
    if max(coverage, told) < limits.unrelated or not aligned:
        return True
    alike = sum(r.score * r.original for r in aligned) / sum(r.original for r in aligned)
    return alike * told < limits.alike and coverage < limits.partial


def _done(row: Row) -> bool:
    """Whether the version says what the row's original says, in its own language."""
    return bool(row.original) and row.translation > 2 * row.foreign


def _whole(rows: Sequence[Row], limits: Limits) -> bool:
    """Whether rows are translated completely, and at full length."""
    done = [r for r in rows if _done(r)]
    share = sum(r.original for r in done) / (sum(r.original for r in rows) or 1)
    kept = share >= limits.complete or share >= limits.mostly and _scattered(rows, limits)
    return kept and _density(done) >= limits.dense


def _scattered(rows: Sequence[Row], limits: Limits) -> bool:
    """Whether what is missing is single sentences here and there, and not the rest from some place on."""
    return sum(1 for r in rows if r.original and not _done(r)) <= limits.few and not _stopped(rows, limits)


def _density(aligned: Sequence[Row]) -> float:
    """How much of the original's length the aligned text keeps, against the version's own most usual ratio."""
    ratios = sorted(r.translation / r.original for r in aligned)
    usual = ratios[(len(ratios) - 1) * 3 // 4] if ratios else 1.0
    kept = sum(min(r.translation, usual * r.original) for r in aligned)
    return kept / (usual * sum(r.original for r in aligned) or 1)


def _missing(rows: Sequence[Row]) -> int:
    return sum(r.original for r in rows if not _done(r))


def _waiting(rows: Sequence[Row], limits: Limits) -> bool:
    """Whether most of what is missing is there, but still in the original's language."""
    waiting = sum(r.original for r in rows if r.foreign and not _done(r))
    return waiting > 0 and waiting >= limits.tail * _missing(rows)


def _stopped(rows: Sequence[Row], limits: Limits) -> bool:
    """Whether there is a place up to which all is there and after which next to nothing is: the translator stopped."""
    return any(_stops_at(rows[:n], rows[n:], limits) for n in range(1, len(rows)) if _done(rows[n - 1]))


def _stops_at(head: Sequence[Row], tail: Sequence[Row], limits: Limits) -> bool:
    done = [r for r in head if _done(r)]
    most = sum(r.original for r in head) * limits.complete
    silent = _missing(tail)
    return (sum(r.original for r in done) >= most and _density(done) >= limits.sketchy
            and silent > 0 and silent >= limits.silent * sum(r.original for r in tail)
            and silent >= limits.tail * _missing([*head, *tail]))
