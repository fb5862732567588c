"""Figures that are left although another says them too: the figure converted, in brackets; the hour told apart.

«4,5 inch» may be «4,5 inch (11 cm)» in the translation, and «trưa 3/12» be told as «3 december» and «om 12.00 uur».
"""
from __future__ import annotations

from collections.abc import Iterator

from ..facts import Fact
from ..facts.dates import Moment, readings
from ..facts.dates.compare import compare
from ..facts.dates.compare_moments import POINTS, compare_moments
from .figure_pairs import Likeness, compared

# Characters between a figure and the same in another unit: a bracket, "or about", "that is".
APART = 16
# Parts of a date that may be told apart from the rest of it.
PARTS = (("hour", "minute", "part", "twelve", "zone"), ("weekday",), ("year", "era", "marked", "written"))
_UNSAID = Moment()
_FIELDS = frozenset(Moment._fields) - {"today"}


def said_by(rest: Fact, here: Fact, there: Fact, languages: tuple[str, str]) -> Likeness | None:
    """What `rest`, left over beside `here`, has to do with it, where `there` on the other side stands for `here`.

    None where `rest` is a figure of its own.
    """
    if rest.kind == here.kind == "number":
        return _conversion(rest, here, languages)
    if rest.kind == here.kind == there.kind == "date":
        return _again(rest, here) or next(_parts(rest, here, there), None)
    if here.kind == there.kind == "date":
        return _counted(rest, here, there, languages)
    return None


def _again(rest: Fact, here: Fact) -> Likeness | None:
    """The same date once more beside itself, in another calendar: "ค.ศ. 1945 (พ.ศ. 2488)"."""
    gap = max(here.start, rest.start) - min(here.end, rest.end)
    return Likeness(True, 0.5) if 0 <= gap <= APART and compare(here, rest).relation == "same" else None


def _counted(rest: Fact, here: Fact, there: Fact, languages: tuple[str, str]) -> Likeness | None:
    """A figure right before a date that the date on the other side has in its own words.

    What was read as a weekday there may count ("đêm thứ hai", Monday night or the second night).
    """
    if rest.kind != "number" or not 0 <= here.start - rest.end <= 1 or _moment(there) is None:
        return None
    found = compared(there, rest, languages)
    return found if found.agrees else None


def _conversion(rest: Fact, here: Fact, languages: tuple[str, str]) -> Likeness | None:
    """A figure beside another that is its conversion, right or wrong."""
    gap = max(here.start, rest.start) - min(here.end, rest.end)
    found = compared(here, rest, languages) if 0 <= gap <= APART else None
    # The arithmetic is noted of conversions, of one whose hedge is false too.
    converted = found is not None and (found.code == "conversion" or found.code == "bound-changed" and bool(found.note))
    return found if converted else None


def _parts(rest: Fact, here: Fact, there: Fact) -> Iterator[Likeness]:
    """A part of the date on the other side that is told apart from the rest of it."""
    left, near, other = _moment(rest), _moment(here), _moment(there)
    if left is None or near is None or other is None:
        return
    for names in PARTS:
        whole = all(getattr(left, name) == getattr(_UNSAID, name) for name in _FIELDS - set(names))
        if whole and _says(other, names) and (not _says(near, names) or _is_point(left, near, other)):
            found = compare_moments(Moment(**{name: getattr(other, name) for name in names}), left)
            agrees = found.relation != "different"
            yield Likeness(agrees, 0.5, found.code, 0.0 if agrees else 0.8, found.note)


def _moment(fact: Fact) -> Moment | None:
    value = readings(fact.detail)[0]
    return value if isinstance(value, Moment) else None


def _is_point(left: Moment, near: Moment, other: Moment) -> bool:
    """Whether an hour is the point that the other side names, beside the part of the day that holds it: "trưa thứ
    Tư" is "woensdagmiddag om twaalf uur"."""
    return near.hour is None and left.hour is not None and left.hour == POINTS.get(other.part or "")


def _says(moment: Moment, names: tuple[str, ...]) -> bool:
    return any(getattr(moment, name) is not None for name in (names[0], *(n for n in names if n == "part")))
