"""What a form may read, by name, and how far such a reading can be trusted. No reading knows any language."""
from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from . import clocks, lengths, moments
from .slots import Slots
from .values import Detail


class Reading(NamedTuple):
    """A function from slots to a date, or None where they state none; `confidence` that a match is a date at all.

    `weight` (0 to 1) is how much it matters if a translation leaves such a date out.
    """

    read: Callable[[Slots], Detail | None]
    confidence: float
    weight: float


READINGS = {
    "interval": Reading(moments.interval, 1.0, 1.0),
    "clock-interval": Reading(clocks.clock_interval, 0.9, 0.9),
    "pair": Reading(moments.pair, 1.0, 1.0),
    "night": Reading(moments.night, 0.95, 0.85),
    "short-span": Reading(moments.short_span, 0.9, 0.9),
    "date": Reading(moments.moment, 1.0, 1.0),
    "till-date": Reading(moments.till_date, 0.9, 1.0),
    "short-buddhist": Reading(moments.short_buddhist, 0.9, 1.0),
    "decade": Reading(moments.decade, 1.0, 1.0),
    "decade-pair": Reading(moments.decade_pair, 1.0, 1.0),
    "about-year": Reading(moments.about_year, 0.9, 0.9),
    "century": Reading(moments.century, 1.0, 1.0),
    "buddhist-century": Reading(moments.buddhist_century, 1.0, 1.0),
    "quarter": Reading(moments.quarter, 1.0, 1.0),
    "bare-quarter": Reading(moments.quarter, 0.8, 0.5),
    "first-months": Reading(moments.first_months, 0.9, 0.9),
    "half": Reading(moments.half, 0.9, 0.8),
    "year": Reading(moments.moment, 1.0, 1.0),
    "bare-year": Reading(moments.moment, 0.7, 0.9),
    "named-year": Reading(moments.moment, 0.5, 0.5),
    "month": Reading(moments.moment, 0.95, 0.9),
    "bare-month": Reading(moments.moment, 0.8, 0.7),
    "day": Reading(moments.moment, 0.6, 0.5),
    "weekday": Reading(moments.moment, 0.95, 0.85),
    "bare-weekday": Reading(moments.moment, 0.45, 0.3),
    "season": Reading(moments.moment, 0.8, 0.6),
    "holiday": Reading(moments.holiday, 0.8, 0.6),
    "relative": Reading(moments.relative, 0.9, 0.65),
    "either-night": Reading(moments.either, 0.8, 0.5),
    "wake": Reading(moments.moment, 0.45, 0.2),
    "running": Reading(moments.running, 0.45, 0.2),
    "compound": Reading(moments.compound, 0.45, 0.3),
    "recent": Reading(moments.recent, 0.8, 0.5),
    "vague": Reading(lengths.vague, 0.7, 0.2),
    "bare-many": Reading(lengths.vague, 0.5, 0.1),
    "length-range": Reading(lengths.length_range, 0.9, 0.8),
    "today": Reading(moments.moment, 0.6, 0.2),
    "edge": Reading(moments.relative, 0.7, 0.4),
    "part": Reading(moments.moment, 0.6, 0.3),
    "clock": Reading(clocks.clock, 1.0, 1.0),
    "small-hours": Reading(clocks.blended, 0.9, 0.9),
    "halved-clock": Reading(clocks.halved, 0.95, 1.0),
    "clock24": Reading(clocks.clock24, 1.0, 1.0),
    "clock12": Reading(clocks.clock12, 0.9, 0.8),
    "half-to": Reading(clocks.half_to, 0.9, 0.9),
    "minutes-to": Reading(clocks.minutes_to, 0.9, 0.9),
    "half-to-after": Reading(clocks.half_to_after, 0.9, 0.9),
    "half-to-before": Reading(clocks.half_to_before, 0.9, 0.9),
    "fixed-time": Reading(clocks.clock24, 0.8, 0.5),
    "duration": Reading(lengths.duration, 0.95, 0.8),
    "length": Reading(lengths.length, 0.9, 0.7),
    "stopwatch": Reading(lengths.stopwatch, 0.9, 0.8),
    "every": Reading(lengths.every, 0.45, 0.0),
    "hours": Reading(lengths.hours, 0.8, 0.8),
    "age": Reading(lengths.age, 0.95, 0.8),
    "age-word": Reading(lengths.age, 0.45, 0.3),
}
"""What a table's forms may read."""
