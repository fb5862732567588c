"""Times of day whose half of the day the sentence tells elsewhere: "tối thứ Năm, lúc 9 giờ 40"."""
from __future__ import annotations

from collections.abc import Iterable

from ..fact import Fact
from .values import Detail, Either, Interval, Moment, Value, iso, readings

OPEN = "open"
"""The evidence that nothing beside a time of day says which half of the day it is of."""

LATER = "later"
"""The evidence that words beside a time of day say that it is of the later half of the day."""

_LATE = frozenset({"noon", "afternoon", "evening", "night"})


def settled(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The dates of one sentence; times that leave their half of the day open may be of the later one where another
    date names a part of the day that says so, or is told by it ("at 10:40 in the evening ... at 11:19").
    """
    found = tuple(facts)
    open_ = [fact for fact in found if fact.evidence[OPEN]]
    if not open_ or not any(fact.evidence[LATER] or any(map(_is_late, readings(fact.detail))) for fact in found):
        return found
    return tuple(_opened(fact) if fact.evidence[OPEN] else fact for fact in found)


def _is_late(value: Value) -> bool:
    sides = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return any(isinstance(side, Moment) and side.part in _LATE for side in sides)


def _opened(fact: Fact) -> Fact:
    values = tuple(_either_half(value) for value in readings(fact.detail))
    detail: Detail = Either(values) if isinstance(fact.detail, Either) else values[0]
    return fact._replace(detail=detail, value=fact.bound + iso(detail))


def _either_half(value: Value) -> Value:
    if isinstance(value, Moment) and value.hour is not None and 0 < value.hour <= 12:
        return value._replace(twelve=True)
    return value
