"""Whether two lengths of time are the same: in calendar units exactly, across them as people round them."""
from __future__ import annotations

from decimal import Decimal

from .comparison import Comparison
from .values import Duration

IN_MONTHS = {"century": Decimal(1200), "decade": Decimal(120), "year": Decimal(12), "quarter": Decimal(3),
             "month": Decimal(1)}
IN_DAYS = {"week": Decimal(7), "day": Decimal(1), "hour": Decimal(1) / 24, "minute": Decimal(1) / 1440,
           "second": Decimal(1) / 86400}
MONTH = Decimal("30.44")
"""Days of an average month."""

_NEAR = Decimal("0.09")  # "30 days" and "a month", "12 weeks" and "3 months": one length in two units
_VAGUELY_ALIKE = ({"year", "decade"},)  # "tens of years" are decades


def compare_lengths(a: Duration, b: Duration) -> Comparison:
    """Compare two lengths, and where both say it whether they lie back or ahead."""
    note = f"{_length(a)} is not {_length(b)}"
    if a.amount is None or b.amount is None:
        return _vague(a, b, note)
    if not _same_length(a, b):
        likeness = 0.3 if a.unit == b.unit else 0.25 if a.amount == b.amount else 0.1
        return Comparison("different", "duration-changed", note, likeness)
    if a.direction * b.direction < 0:
        return _turned(a, b)
    # Where only one side says that the three years are the past ones, the length is the same all the same.
    alike = 1.0 - 0.05 * (a.unit != b.unit) - 0.05 * (a.direction != b.direction)
    return Comparison("same", likeness=alike)


def _vague(a: Duration, b: Duration, note: str) -> Comparison:
    if a.unit != b.unit and {a.unit, b.unit} not in _VAGUELY_ALIKE:
        return Comparison("different", "duration-changed", note, 0.2)
    if a.direction * b.direction < 0:
        return _turned(a, b)
    if a.amount is None and b.amount is None:
        return Comparison("same" if a.direction == b.direction else "compatible", likeness=0.9)
    return Comparison("different", "duration-changed", note, 0.2)


def _turned(a: Duration, b: Duration) -> Comparison:
    """One lies back, the other ahead: of two events each may be told from the other's day.

    "It came months after another had died" is "months ago another died".
    """
    if {a.led, b.led} == {"event", "moment"}:
        return Comparison("compatible", note="counted from either of two events", likeness=0.5)
    return Comparison("different", "date-changed", "one lies back, the other ahead", 0.5)


def _same_length(a: Duration, b: Duration) -> bool:
    assert a.amount is not None and b.amount is not None
    for scale in (IN_MONTHS, IN_DAYS):
        if a.unit in scale and b.unit in scale:
            # Tables hold days as fractions: compare up to a second.
            return abs(a.amount * scale[a.unit] - b.amount * scale[b.unit]) < Decimal("0.00001")
    first, second = in_days(a), in_days(b)
    return abs(first - second) <= _NEAR * max(first, second)


def in_days(duration: Duration) -> Decimal:
    """About how many days a length is. Its amount must be known."""
    assert duration.amount is not None
    if duration.unit in IN_MONTHS:
        return duration.amount * IN_MONTHS[duration.unit] * MONTH
    return duration.amount * IN_DAYS[duration.unit]


def _length(duration: Duration) -> str:
    if duration.amount is None:
        return f"several {duration.unit}s"
    amount = f"{duration.amount.normalize():f}"
    return f"{amount} {duration.unit}" + ("" if duration.amount == 1 else "s")
