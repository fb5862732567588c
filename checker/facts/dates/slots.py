"""Slots: the named places of a template, which words may fill them, and what they hold in a match."""
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from .counts import Amounts
from .lexicon import Token

FIGURES = ("int", "int3", "year4", "digits")
"""Classes of bare figures, by their length."""

SLOTS: dict[str, tuple[str, ...]] = {
    # a day's date
    "day": ("int", "ordinal", "nth", "num"), "dnum": ("int",),
    "mon": ("int", "num"), "month": ("month",), "mshort": ("month-short",),
    "year": ("year4",), "oldyear": ("int3",), "nyear": ("named-year",), "eyear": ("int",),
    "yy": ("int",), "by": ("int",), "era": ("era",),
    "weekday": ("weekday",), "rankday": ("weekday-or-rank",), "bareday": ("weekday-bare",),
    "wabbr": ("weekday-short",),
    "loneday": ("weekday-lone",), "wnum": ("int",), "weekdaypart": ("weekdaypart",), "holiday": ("holiday",),
    # a stretch of the calendar
    "decade": ("year4",), "shortdecade": ("int", "num"), "century": ("int", "ordinal", "roman", "nth", "num"),
    "order": ("order",),
    "quarter": ("int", "ordinal", "roman", "nth", "num", "order"), "half": ("int", "ordinal", "nth", "order"),
    "season": ("season",), "summer": ("summer",), "edge": ("edge",), "part": ("part",),
    "epart": ("part", "part-or-else"),
    # a distance from today: of a year, a month, a week, a day, an occurrence, a unit
    "rel": ("rel",), "today": ("today",), "wake": ("wake",), "night": ("either-night",),
    "yshift": ("shift",), "mshift": ("shift",), "wshift": ("shift",),
    "dshift": ("shift",), "oshift": ("shift",), "opost": ("postshift",), "ushift": ("shift",),
    "opre": ("preshift",), "upre": ("preshift",),
    "dpre": ("preshift",), "ypre": ("preshift",), "lpre": ("long-preshift",), "recent": ("recent",),
    # a length
    "amount": ("num", "article", "vague", "quantity"), "fraction": ("fraction",), "unit": ("unit",),
    "longunit": ("long-unit",), "many": ("many",), "every": ("every",), "length": ("length",),
    "dir": ("dir", "shift"), "back": ("back",),
    "pluraldir": ("plural-dir",), "predir": ("pre-dir", "shift"), "bound": ("bound", "bound-the"),
    "purebound": ("bound",), "afterbound": ("after-bound",),
    # a time of day
    "hour": ("int", "num"), "minute": ("int", "minutes", "num"), "minus": ("minus",), "watch": ("watch",),
    "prewatch": ("prewatch",), "blended": ("num",), "fixed": ("fixed",), "zone": ("zone",),
    "sec": ("int",), "ageword": ("age-word",), "agebound": ("age-bound",), "runyear": ("own-year",),
    "runseason": ("own-season",), "compound": ("compound",),
}
"""The slots of a template and the classes of words that fill them, the preferred first."""


_FILLED = {name + again: (*kinds, *FIGURES) for name, kinds in SLOTS.items() for again in ("", "2", "3")}


def slot_value(name: str, tokens: Sequence[Token]) -> Any:
    """What fills a slot: the value of its word in the first of the slot's classes that it belongs to."""
    values = tokens[0].values
    for kind in _FILLED[name]:
        if kind in values:
            return values[kind]
    return None


class Slots(NamedTuple):
    """What the slots of a match hold, and what is known beside them.

    `amounts` are the values of figures with separators, `today` the article's day, `buddhist` the span of bare years
    that can only be of the Buddhist era.
    """

    tokens: Mapping[str, Sequence[Token]]
    amounts: Amounts
    today: dt.date | None
    buddhist: Sequence[int] | None

    def __contains__(self, name: object) -> bool:
        return name in self.tokens

    def get(self, name: str) -> Any:
        """What fills a slot, or None for an empty one."""
        return slot_value(name, self.tokens[name]) if name in self.tokens else None

    def any(self, *names: str) -> Any:
        """What fills the first of some slots that is filled."""
        tokens = self.tokens
        for name in names:
            if name in tokens:
                return slot_value(name, tokens[name])
        return None

    def integer(self, *names: str) -> int | None:
        """The whole number in the first of some slots that is filled; None where none is, or it holds no such."""
        value = self.any(*names)
        if value is None or isinstance(value, int):
            return value
        number = Decimal(value)
        return int(number) if number == int(number) else None

    def second(self) -> Slots:
        """The slots of the second moment or length of an interval, under their own names."""
        return self._replace(tokens={name[:-1]: found for name, found in self.tokens.items() if name.endswith("2")})

    def amount(self, name: str) -> Decimal | None:
        """A count; None for a vague one."""
        tokens = self.tokens[name]
        if len(tokens) > 1:
            return self.amounts.get((tokens[0].start, tokens[-1].end))
        if self.vague(name):
            return None
        return self.amounts.get((tokens[0].start, tokens[0].end), Decimal(slot_value(name, tokens)))

    def vague(self, name: str) -> bool:
        """Whether a count is one without a number: "several", "hundreds of"."""
        values = self.tokens[name][0].values
        return "vague" in values or values.get("quantity") == "?"
