"""A number as a fact: how much, of what, and how exactly."""
from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Form = Literal["count", "ordinal", "fraction", "range", "score", "ratio", "multiple"]
# How a figure is hedged, finer than a fact's bound: "at least 5" and "more than 5" are both ">".
Hedge = Literal["", "more", "atleast", "less", "atmost", "nearly", "about"]

BOUNDS: dict[str, str] = {"": "", "more": ">", "atleast": ">", "less": "<", "atmost": "<", "nearly": "<", "about": "~"}


class Quantity(NamedTuple):
    """An exact amount and all that is said of it.

    `amounts` holds one value; two for a range, score or ratio, in the order of the text. `alternatives` are other
    values of a lone amount (ambiguous separators; the tenth that "ten times less" is). `units` are the canonical units
    it may be in (several where a word is shared, as dollar and pound are; empty for none), `counted` the kinds of thing
    that the word behind it may count ("person"; empty where the table does not know the word).
    `vague` amounts name a magnitude ("hundreds": 100). `weak` ones may be an article, a pronoun or an idiom: they
    can match, and never count as lost or added. `step` is the place of the last digit that says something.
    `slip` says that `alternatives` are against the conventions of the language ("2,600" in Dutch is 2.6), `foreign`
    that the decimal sign is ("1.5" in Dutch).
    `lost` says that a score stands beside a word for losing, where some put the other side's figure first.
    `soft` hedges are words that often mean something else ("up to", "above").
    """

    amounts: tuple[Decimal, ...]
    form: Form = "count"
    alternatives: tuple[Decimal, ...] = ()
    units: tuple[str, ...] = ()
    hedge: Hedge = ""
    soft: bool = False
    vague: bool = False
    weak: bool = False
    words: bool = False
    step: Decimal = Decimal(1)
    magnitude: Decimal = Decimal(1)
    slip: bool = False
    counted: tuple[str, ...] = ()
    lost: bool = False
    foreign: bool = False

    @property
    def amount(self) -> Decimal:
        """The amount, or the first of two."""
        return self.amounts[0]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every value that a lone amount may have."""
        return (self.amounts[0], *self.alternatives)

    @property
    def bound(self) -> str:
        """"", ">", "<" or "~"."""
        return BOUNDS[self.hedge]

    @property
    def value(self) -> str:
        """The normal form that reports print.

        >>> Quantity((Decimal("12500000000"),), units=("USD",), hedge="about").value
        '~12500000000 USD'
        >>> Quantity((Decimal(15), Decimal(18)), "range", units=("km",)).value
        '15..18 km'
        """
        figures = [plain(amount) for amount in self.amounts]
        written = _FRAMES[self.form].format(*figures)
        if self.vague:
            written += "s"
        return self.bound + written + (f" {self.units[0]}" if self.units and self.units[0] != "x" else "")


_FRAMES = {"count": "{}", "fraction": "{}", "ordinal": "#{}", "range": "{}..{}", "score": "{}-{}", "ratio": "{}:{}",
           "multiple": "x{}"}


def plain(amount: Decimal) -> str:
    """A decimal in figures, without an exponent; fractions that do not end are cut at six digits.

    >>> plain(Decimal("1E+3")), plain(Decimal(1) / 3), plain(Decimal("12.50"))
    ('1000', '0.333333', '12.5')
    """
    whole = amount.to_integral_value()
    if amount == whole:
        return f"{whole:f}"
    written = format(amount.quantize(Decimal("0.000001")) if amount.as_tuple().exponent < -6  # type: ignore[operator]
                     else amount, "f")
    return written.rstrip("0").rstrip(".")
