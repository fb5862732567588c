"""Units of measurement: what they measure, and how one turns into another.

The factors are a table (`units.toml`) and not a units library: pint takes a third of a second to import, has no
Vietnamese, Dutch, French or Thai, and what newspapers convert is three dozen factors.
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def unit_table() -> dict[str, Any]:
    """The table of units that no language owns: symbols, factors, temperatures."""
    return tomllib.loads(files(__package__).joinpath("units.toml").read_text("utf-8"))


def convert(amount: Decimal, unit: str, into: str) -> Decimal | None:
    """`amount` of `unit` in another unit of the same dimension; None where they measure different things.

    >>> convert(Decimal(385), "mi", "km").quantize(Decimal(1))
    Decimal('620')
    >>> convert(Decimal(100), "°F", "°C").quantize(Decimal(1)), convert(Decimal(1), "kg", "km")
    (Decimal('38'), None)
    """
    scales = unit_table()["temperatures"]
    if unit in scales and into in scales:
        one, other = scales[unit], scales[into]
        celsius = (amount - Decimal(one["zero"])) * Decimal(one["factor"])
        return celsius / Decimal(other["factor"]) + Decimal(other["zero"])
    known = next((units for units in unit_table()["factors"].values() if unit in units and into in units), None)
    return amount * Decimal(known[unit]) / Decimal(known[into]) if known else None


def least(unit: str) -> Decimal:
    """The smallest sum that anybody names in a currency of little worth; 0 for all other units.

    >>> least("KRW"), least("EUR")
    (Decimal('50'), Decimal('0'))
    """
    return Decimal(unit_table()["least"].get(unit, "0"))


def convertible(units: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of different units of one dimension."""
    others = tuple(others)
    return [(a, b) for a in units for b in others if a != b and convert(Decimal(1), a, b) is not None]


def is_currency(unit: str) -> bool:
    """Whether a unit is money (canonical currencies are ISO 4217 codes).

    >>> is_currency("USD"), is_currency("km")
    (True, False)
    """
    return len(unit) == 3 and unit.isalpha() and unit.isupper()
