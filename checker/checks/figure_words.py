"""What a figure means, in words for people: the one spelling in which both sides of a finding are shown."""
from __future__ import annotations

from decimal import Decimal

from ..facts import Fact
from ..facts.numbers.quantity import Quantity, plain
from .date_words import date_meaning

_BOUNDS = {"": "", "more": "more than ", "atleast": "at least ", "less": "less than ", "atmost": "at most ",
           "nearly": "nearly ", "about": "about "}


def meaning(fact: Fact) -> str:
    """A figure's value for reading: grouped digits, the unit, the hedge in words; a date in words.

    >>> from ..facts import Context, extract
    >>> meaning(extract("hơn 12,5 tỷ USD", "vi")[0])
    'more than 12 500 000 000 USD'
    """
    if fact.kind != "number":
        bound = {"": "", ">": "more than ", "<": "less than ", "~": "about "}[fact.bound]
        return bound + date_meaning(fact.detail)
    quantity: Quantity = fact.detail
    return _BOUNDS[quantity.hedge] + _figures(quantity) + _unit(quantity)


def _figures(quantity: Quantity) -> str:
    figures = [grouped(amount) for amount in quantity.amounts]
    if quantity.form == "range":
        return f"{figures[0]} to {figures[1]}"
    if quantity.form == "ratio":
        return f"{figures[0]} in {figures[1]}"
    if quantity.form == "score":
        return f"{figures[0]}-{figures[1]}"
    if quantity.form == "ordinal":
        return f"number {figures[0]}"
    if quantity.form == "multiple":
        return f"{figures[0]} times"
    return f"an unspecified number of {figures[0]}s" if quantity.vague else figures[0]


def _unit(quantity: Quantity) -> str:
    return f" {quantity.units[0]}" if quantity.units and quantity.units[0] not in ("x", "yo") else ""


def grouped(amount: Decimal) -> str:
    """Digits in groups of three, parted by spaces, from five digits on.

    >>> grouped(Decimal("12500000000")), grouped(Decimal("2600.5"))
    ('12 500 000 000', '2600.5')
    """
    whole, _, rest = plain(amount).partition(".")
    spaced = f"{int(whole):,}".replace(",", " ") if len(whole.lstrip("-")) > 4 else whole
    return spaced + (f".{rest}" if rest else "")
