"""What digits with points, commas, spaces and fractions between them mean."""
from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

_GROUPED = re.compile(r"\d{1,3}(?P<g>[.,' \u2019])\d{3}(?:(?P=g)\d{3})*(?P<rest>[.,]\d+)?")
_SIMPLE = re.compile(r"\d+(?:[.,]\d+)?")
_FRACTION = re.compile(r"(?:(?P<whole>\d[^/]*?)(?: |(?=\D$)))?"
                       r"(?:(?P<above>\d+)/(?P<below>\d+)|(?P<vulgar>[^\d\s.,/' ]))")
_ONE, _BIG = Decimal(1), Decimal("1e24")

_LONGEST = 40  # characters of a figure; longer runs of digits are keys and codes, and too much for Python to spell


class Literal(NamedTuple):
    """A figure's value, the other values it can be read as, and the place of its last digit (0.1 for 12,5).

    `slip` says that those others go against the language's conventions, `foreign` that its decimal sign does.
    """

    value: Decimal
    others: tuple[Decimal, ...] = ()
    step: Decimal = Decimal(1)
    slip: bool = False
    foreign: bool = False


def read_digits(text: str, decimal: str, mixed: bool) -> Literal | None:
    """The value of a figure in a language whose decimal sign is `decimal`; None for what is no figure (1.2.3).

    `mixed` says that writers of the language use both conventions, so that a lone separator before three digits
    always has two readings.

    >>> read_digits("2.600", ",", False).value, read_digits("12,5", ",", False).value
    (Decimal('2600'), Decimal('12.5'))
    >>> read_digits("1,325", ",", False)
    Literal(value=Decimal('1.325'), others=(Decimal('1325'),), step=Decimal('0.001'), slip=True, foreign=False)
    >>> read_digits("14½", ",", False).value, read_digits("1.2.3", ",", False), read_digits("24/24", ",", False)
    (Decimal('14.5'), None, None)
    """
    if len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return _literal(Decimal(text))
    fraction = _FRACTION.fullmatch(text) if "/" in text or not text[-1].isdecimal() else None
    if fraction:
        return _fraction(fraction, decimal, mixed)
    grouped = _GROUPED.fullmatch(text)
    if grouped and not _never_grouped(text):
        return _grouped(text, grouped, decimal, mixed)
    if _SIMPLE.fullmatch(text):
        return _literal(Decimal(text.replace(",", ".")), foreign=not mixed and _is_foreign(text, decimal))
    return None


def _is_foreign(written: str, decimal: str) -> bool:
    """Whether what follows the last separator is parted off by the decimal sign of other languages."""
    return any(sign in written for sign in ".,") and decimal not in written


def _never_grouped(text: str) -> bool:
    """0,125 has a leading zero: its separator is the decimal sign."""
    return unicodedata.decimal(text[0]) == 0


def _grouped(text: str, match: re.Match[str], decimal: str, mixed: bool) -> Literal | None:
    sign, rest = match["g"], match["rest"]
    if rest and rest[0] == sign:
        return None
    whole = text[:match.start("rest")] if rest else text
    thousands = Decimal(whole.replace(sign, "") + (rest or "").replace(",", "."))
    if rest or sign not in ".," or text.count(sign) > 1:
        return _literal(thousands, foreign=not mixed and _is_foreign(rest or "", decimal))
    fraction = Decimal(text.replace(",", "."))
    if sign == decimal and not mixed:
        return _literal(fraction, (thousands,), slip=True)  # as written; the other reading is a slip of the writer's
    # Nobody writes three decimals to end them in a nought: where both conventions live, 12.500 is twelve thousand.
    others = (fraction,) if mixed and unicodedata.decimal(text[-1]) else ()
    return _literal(thousands, others, slip=sign != decimal and bool(others))


def _fraction(match: re.Match[str], decimal: str, mixed: bool) -> Literal | None:
    whole = read_digits(match["whole"], decimal, mixed) if match["whole"] else Literal(Decimal(0))
    if match["vulgar"]:
        part = Decimal(str(unicodedata.numeric(match["vulgar"], 0)))
    else:
        above, below = Decimal(match["above"]), Decimal(match["below"])
        if not 0 < above < below:
            return None
        part = above / below
    return Literal(tidy(whole.value + part), step=Decimal(0)) if whole and part else None


def _literal(value: Decimal, others: tuple[Decimal, ...] = (), slip: bool = False, foreign: bool = False) -> Literal:
    return Literal(tidy(value), others, step_of(value), slip, foreign)


def tidy(value: Decimal) -> Decimal:
    """The same value written without an exponent or needless noughts after the point.

    >>> tidy(Decimal("1.2500E+3")), tidy(Decimal("0.50"))
    (Decimal('1250'), Decimal('0.5'))
    """
    return value.quantize(_ONE) if value == value.to_integral_value() and value < _BIG else value.normalize()


def step_of(value: Decimal) -> Decimal:
    """The place of the last digit that says something: 100 for 2600, 0.1 for 12.5.

    >>> step_of(Decimal("2600")), step_of(Decimal("12.5")), step_of(Decimal(0))
    (Decimal('1E+2'), Decimal('0.1'), Decimal('1'))
    """
    if not value:
        return _ONE
    whole, _, parts = f"{value:f}".partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    return _ONE.scaleb(-len(parts) or zeros) if parts or zeros else _ONE
