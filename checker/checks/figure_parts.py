"""A range, a score, a ratio or a span of time on one side that is two figures on the other."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..facts import Fact
from ..facts.dates import Interval, readings
from .figure_pairs import SURE, Likeness, compared

# How sure it is that a range told from its end is a fault.
TURNED = 0.75
_PART = Likeness(True, 0.5)


class Part(NamedTuple):
    """A composite figure and one of the figures that it is on the other side; `lone` as in `figure_matches.Match`."""

    original: Fact
    translation: Fact
    likeness: Likeness = _PART
    lone: bool = False


def composites(lost: Sequence[Fact], extra: Sequence[Fact], languages: tuple[str, str]) -> Iterator[Part]:
    """The composite figures among those that are left of a bead, each with all its parts; none is in two of them."""
    lost, extra = list(lost), list(extra)
    for whole in list(lost):
        parts = _parts_of(whole, extra, languages, False)
        if parts:
            yield from _told_apart(whole, parts)
            lost.remove(whole)
            extra = [f for f in extra if f not in parts]
    for whole in list(extra):
        parts = _parts_of(whole, lost, languages, True)
        if parts:
            yield from _told_together(whole, parts, languages)
            lost = [f for f in lost if f not in parts]


def _told_apart(whole: Fact, parts: Sequence[Fact]) -> Iterator[Part]:
    """The original's composite figure; one fault where a range is told from its end ("from 40 to 30")."""
    first, *others = sorted(parts, key=lambda f: f.start)
    turned = whole.kind == "number" and whole.detail.form == "range" and first is not parts[0]
    yield Part(whole, first, Likeness(False, 0.25, "range-changed", TURNED), True) if turned else Part(whole, first)
    yield from (Part(whole, part) for part in others)


def _told_together(whole: Fact, parts: Sequence[Fact], languages: tuple[str, str]) -> Iterator[Part]:
    """The translation's composite figure; a part that is in another unit there is a fault ("by 2 points to 7 %")."""
    for part in parts:
        units = [found for end in _ends(whole) if part.kind == whole.kind == "number"
                 and (found := compared(part, end, languages)).agrees and found.code == "unit-changed"]
        yield Part(part, whole, replace(units[0], rank=_PART.rank) if units else _PART)


def _parts_of(whole: Fact, others: Sequence[Fact], languages: tuple[str, str], turned: bool) -> list[Fact]:
    """The figures among `others` that together say what `whole` says; none unless every end of it is there."""
    parts: list[Fact] = []
    for end in _ends(whole):
        agrees = (f for f in others if f not in parts
                  and (compared(f, end, languages) if turned else compared(end, f, languages)).agrees)
        part = next(agrees, None)
        if part is not None:
            parts.append(part)
        elif end.confidence >= SURE:
            return []
    return parts


def _ends(whole: Fact) -> list[Fact]:
    """The figures of which a composite one is made, each as a fact of its own; none for a simple one."""
    detail = whole.detail
    if whole.kind == "date":
        value = readings(detail)[0]
        return [whole._replace(detail=m) for m in (value.start, value.end)] if isinstance(value, Interval) else []
    if len(detail.amounts) < 2:
        return []
    # "One of the nine": the one is as weak as any.
    return [whole._replace(detail=detail._replace(amounts=(a,), form="count", hedge=""), bound="",
                           confidence=0.25 if a == 1 else whole.confidence) for a in detail.amounts]
