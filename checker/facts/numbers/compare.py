"""Whether two quantities say the same, decided on values: separators, words and units' names do not matter."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from .quantity import Hedge, Quantity
from .units import convert, convertible, is_currency

Relation = Literal["same", "rounded", "converted", "different"]

# A conversion in a newspaper is right to about a tenth: 6 inches are 15 cm, 385 miles are 620 km.
_CONVERSION = Decimal("0.1")
# Rounding that a reader would not call another figure, where the rounder one has two digits or a hedge.
_ROUNDING, _HEDGED_ROUNDING = Decimal("0.02"), Decimal("0.05")
# How sure it is that separators which say something else to the reader are a fault.
_SEPARATOR, _FOREIGN = 0.65, 0.55
_MOST_PERCENT = 1000  # from here on a percentage is no percentage, but three decimals behind the other sign
_OTHER_THING = 0.62  # how sure it is that two known nouns of different kinds are a fault
_STAND_IN = ({"vote", "person"}, {"vote", "seat"})  # kinds of which each is as many as the other
_HUNDRED = Decimal(100)
_SHARE_SLACK = Decimal("0.0101")  # between a fraction and the whole percentage that stands for it
# Units that are no further apart are one to who speaks of hundreds of them.
_VAGUELY = Decimal(8)
_MANY_TIMES = 20  # up to here "so many times more" is so many times
_FALSE_HEDGE = 0.6  # how sure it is that a hedge which a conversion does not bear out is a fault
# Hedges that say nearly the same: a translator who swaps them misleads nobody.
# Currencies that were worth about as much for decades.
_PARITY = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "SGD"})
_NEAR = ({"more", "atleast"}, {"less", "atmost", "nearly"}, {"nearly", "about"})
# Hedges that say the opposite.
_TURNED = ({"more", "less"}, {"more", "atmost"}, {"atleast", "less"}, {"atleast", "atmost"}, {"more", "nearly"},
           {"atleast", "nearly"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a translation's quantity relates to the original's.

    `code` is the finding's code where they are "different" ("" otherwise; "conversion" for "converted"), `certainty`
    (0 to 1) how sure it is that this is a fault if the two stand for each other, `note` the arithmetic in figures.
    """

    relation: Relation
    code: str = ""
    certainty: float = 1.0
    note: str = ""


SAME = Comparison("same")
SEPARATOR = "the separator says otherwise"
"""The note on figures that are the same, but for a separator which their reader takes for the other one."""


def compare(original: Quantity, translation: Quantity) -> Comparison:
    """Compare two quantities that may stand for each other.

    >>> from decimal import Decimal as D
    >>> compare(Quantity((D(385),), units=("mi",)), Quantity((D(620),), units=("km",))).relation
    'converted'
    >>> compare(Quantity((D(12500),)), Quantity((D("12.5"),))).code
    'magnitude-changed'
    """
    if len(original.amounts) > 1 or len(translation.amounts) > 1:
        return _compare_pairs(original, translation)
    if original.vague or translation.vague:
        return _compare_vague(original, translation)
    if _equal(original, translation):
        if not _equal(_as_written(original), _as_written(translation)):
            return Comparison("different", "magnitude-changed", _SEPARATOR, SEPARATOR)
        if translation.foreign and (translation.units or translation.magnitude > 1):
            return Comparison("different", "magnitude-changed", _FOREIGN, SEPARATOR)
        return _compare_exactness(original, translation)
    return _converted(original, translation) or _rounded(original, translation) or _different(original, translation)


def _as_written(quantity: Quantity) -> Quantity:
    """A quantity with the readings alone that its language's conventions and what it counts allow.

    A Dutch "2,600" is 2.6, people come in whole numbers, and "3.125 %" is no percentage of thousands.
    """
    plausible = quantity.values[:1] if quantity.slip else quantity.values
    if quantity.units == ("%",) and quantity.amount >= _MOST_PERCENT and quantity.alternatives:
        plausible = quantity.alternatives
    if quantity.counted:
        plausible = tuple(v for v in plausible if v == int(v)) or plausible
    return quantity._replace(amounts=plausible[:1], alternatives=plausible[1:])


def _share(quantity: Quantity) -> Decimal | None:
    """A part of a whole as a number between 0 and 1: a fraction, a ratio, a percentage, "ten times less"; else None."""
    if quantity.form == "ratio":
        return quantity.amounts[0] / quantity.amounts[1]
    if quantity.units == ("%",) and len(quantity.amounts) == 1:
        return quantity.amount / _HUNDRED
    if quantity.form == "multiple" and quantity.alternatives:
        return quantity.alternatives[0]
    parts = quantity.form == "count" and not quantity.step and 0 < quantity.amount < 1  # "4/5", in figures
    return quantity.amount if parts or quantity.form == "fraction" else None


def _equal(one: Quantity, other: Quantity) -> bool:
    """Whether any reading of one figure is a reading of the other."""
    if set(one.values) & set(other.values):
        return True
    if any(a == -b for a in one.values for b in other.values):  # "fell by 5 %" and "-5 %"; 5 °C is not -5 °C
        return not any(unit.startswith("°") for unit in (*one.units, *other.units))
    return _equal_shares(one, other) or _equal_growth(one, other) or _equal_points(one, other)


def _equal_shares(one: Quantity, other: Quantity) -> bool:
    """50 % and a half; 33 % and a third, to the percent they are written in. Two percentages are figures as any."""
    first, second = _share(one), _share(other)
    if first is None or second is None or one.units == other.units == ("%",) or one.form == other.form == "multiple":
        return False
    return abs(first - second) < _SHARE_SLACK


def complementary(one: Quantity, other: Quantity) -> bool:
    """Whether two shares are the two parts of one whole: two thirds and a third, 70 % and 30 %.

    >>> complementary(Quantity((Decimal(70),), units=("%",)), Quantity((Decimal(3), Decimal(10)), "ratio"))
    True
    """
    first, second = _share(one), _share(other)
    return first is not None and second is not None and abs(first + second - 1) < _SHARE_SLACK and first != second


def _equal_growth(one: Quantity, other: Quantity) -> bool:
    """Doubled is up by 100 %, and to 200 %."""
    for times, percent in ((one, other), (other, one)):
        if times.form == "multiple" and percent.units == ("%",):
            return percent.amount in (times.amount * _HUNDRED, (times.amount - 1) * _HUNDRED)
    return False


def _equal_points(one: Quantity, other: Quantity) -> bool:
    """A rate cut by 25 basis points is cut by 0.25 %, as some write."""
    return any(points.units == ("bp",) and percent.units == ("%",) and points.amount == percent.amount * _HUNDRED
               for points, percent in ((one, other), (other, one)))


def _compare_exactness(original: Quantity, translation: Quantity) -> Comparison:
    """Same figure: the same unit and the same hedge too?"""
    return (_compare_units(original, translation) or _compare_hedges(original, translation)
            or _compare_counted(original, translation) or SAME)


def _compare_counted(original: Quantity, translation: Quantity) -> Comparison | None:
    """35,000 people against 35,000 companies, where both nouns are known."""
    one, other = set(original.counted), set(translation.counted)
    if not one or not other or one & other or any({a, b} in _STAND_IN for a in one for b in other):
        return None
    return Comparison("different", "unit-changed", _OTHER_THING)


def _compare_units(original: Quantity, translation: Quantity) -> Comparison | None:
    one, other = set(original.units), set(translation.units)
    shares = _share(original) is not None and _share(translation) is not None
    if one & other or not one | other or one | other == {"bp", "%"} or shares:
        return None
    if one and other:
        return Comparison("different", "unit-changed", _unit_certainty(one | other))
    lone = one | other
    if lone == {"%"}:
        return Comparison("different", "unit-changed", 0.6)
    return None  # one side did not name the unit, or names it in words that no table has


def _unit_certainty(units: set[str]) -> float:
    if units & {"x", "yo", "°"}:  # words of many uses
        return 0.3
    return 0.6 if "pp" in units else 0.85


def _hedge(quantity: Quantity, other: Quantity) -> Hedge:
    """A quantity's hedge; none where "less than ten times" is "ten times less", as the other side has it."""
    part = quantity.form == "multiple" and quantity.hedge == "less" and quantity.alternatives
    return "" if part and (other.alternatives or other.amount < 1) else quantity.hedge


def _compare_hedges(original: Quantity, translation: Quantity) -> Comparison | None:
    one, other = _hedge(original, translation), _hedge(translation, original)
    if one == other or any({one, other} <= near for near in _NEAR) or not original.amount:
        return None  # "hardly any" is "almost none"
    if original.soft or translation.soft:  # "up to 9" may be left as 9, and is no "at least 9"
        turned = {one, other} in _TURNED and not (original.soft and translation.soft)
        return Comparison("different", "bound-changed", 0.6) if turned else None
    times = original.form == translation.form == "multiple" and original.amount <= _MANY_TIMES
    if times and {one, other} == {"", "more"}:
        return Comparison("different", "bound-changed", 0.35)  # "three times more" is three times
    if not one or not other:
        lost_or_added = {one, other} - {""}
        return Comparison("different", "bound-changed", 0.52 if lost_or_added == {"about"} else 0.6)
    return Comparison("different", "bound-changed", 0.85 if {one, other} in _TURNED else 0.55)


def _compare_vague(original: Quantity, translation: Quantity) -> Comparison:
    one, other = original.amount, translation.amount
    if original.vague and translation.vague:
        if one == other or {one, other} == {Decimal(10), Decimal(12)}:  # dozens are tens elsewhere
            return _compare_vague_units(original, translation) or SAME
        return Comparison("different", "magnitude-changed", 0.8)
    vague, exact = (one, other) if original.vague else (other, one)
    if vague <= exact < vague * 10:
        return Comparison("rounded", note=f"{exact}")
    return Comparison("different", "magnitude-changed", 0.6)


def _compare_vague_units(original: Quantity, translation: Quantity) -> Comparison | None:
    """Hundreds of metres are hundreds of yards, and no hundreds of kilometres."""
    made = (convert(Decimal(1), unit, into) for unit, into in convertible(original.units, translation.units))
    return None if any(one and 1 / _VAGUELY < one < _VAGUELY for one in made) else _compare_units(original, translation)


def _compare_pairs(original: Quantity, translation: Quantity) -> Comparison:
    """Ranges, scores and ratios, against each other or against one figure."""
    first, second = _share(original), _share(translation)
    if first is not None and second is not None:
        if _equal_shares(original, translation):
            return _compare_hedges(original, translation) or SAME
        return Comparison("different", "number-changed", 0.85)
    if original.amounts == translation.amounts:
        return _compare_units(original, translation) or _compare_hedges(original, translation) or SAME
    if _is_share_of_games(original, translation) or _is_share_of_games(translation, original):
        return SAME
    if _is_tie_break(original, translation) or _is_tie_break(translation, original):
        return SAME
    if original.amounts == translation.amounts[::-1] and (original.lost or translation.lost):
        return SAME  # "lost 0-2" is "lost by two goals to nil"
    code = "range-changed" if "range" in (original.form, translation.form) else "number-changed"
    if len(original.amounts) == len(translation.amounts):
        return _converted(original, translation) or Comparison("different", code, 0.85)
    return Comparison("different", code, 0.5)


def _is_share_of_games(score: Quantity, ratio: Quantity) -> bool:
    """Whether games won and lost are told as so many of all: 3-1 is three of four."""
    return (score.form, ratio.form) == ("score", "ratio") and ratio.amounts == (score.amount, sum(score.amounts))


def _is_tie_break(score: Quantity, other: Quantity) -> bool:
    """Whether two games are written with a stroke, as French papers write a tie-break: 4-7 and (4/7)."""
    games = score.form in ("score", "range") and score.amounts[1] != 0 and not score.units
    return (games and other.form == "fraction" and not other.words
            and abs(score.amounts[0] / score.amounts[1] - other.amount) < Decimal("0.001"))


def _converted(original: Quantity, translation: Quantity) -> Comparison | None:
    """The translation's figure as a conversion of the original's, right or wrong; None where units do not convert."""
    best: tuple[Decimal, Decimal, str, str] | None = None
    for unit, into in convertible(original.units, translation.units):
        for value in original.values:
            made = convert(value, unit, into)
            assert made is not None
            off = abs(made - translation.amount)
            if best is None or off < best[0]:
                best = (off, made, unit, into)
    if best is None:
        return None
    off, made, unit, into = best
    note = f"{original.amount} {unit} = {made.quantize(Decimal('0.01')).normalize():f} {into}"
    if off <= max(abs(made) * _CONVERSION, translation.step / 2) and _ends_fit(original, translation, unit, into):
        if _hedged_falsely(original, translation, made):
            return Comparison("different", "bound-changed", _FALSE_HEDGE, note)
        return Comparison("converted", "conversion", note=note)
    return Comparison("different", "conversion", 0.8, note)


def _hedged_falsely(original: Quantity, translation: Quantity, made: Decimal) -> bool:
    """Whether a converted figure says the contrary of the original's hedge, or more than its arithmetic.

    130 miles are well over 200 km, but neither are more than 210 km nor are "more than 130 miles" less than 215.
    """
    if len(original.amounts) > 1 or translation.soft:
        return False
    one, other = "" if original.soft else original.hedge, translation.hedge
    if {one, other} in _TURNED:
        return True
    if one == "" and other in ("more", "less", "nearly"):
        return made <= translation.amount if other == "more" else made >= translation.amount
    return False


def _ends_fit(original: Quantity, translation: Quantity, unit: str, into: str) -> bool:
    """Whether the second figure of a range is converted rightly too."""
    pairs = list(zip(original.amounts, translation.amounts))[1:]
    return all(abs((convert(a, unit, into) or b) - b) <= abs(b) * _CONVERSION for a, b in pairs)


def _rounded(original: Quantity, translation: Quantity) -> Comparison | None:
    """The translation's figure as the original's, rounded to fewer digits."""
    if original.form != translation.form or _compare_units(original, translation):
        return None
    fine, round_ = original, translation
    if fine.step >= round_.step or not round_.amount:
        return None  # digits that the original does not have are no rounding, they are invented
    off = abs(fine.amount - round_.amount)
    hedged = bool(round_.hedge)
    digits = (round_.amount / round_.step) >= 10 or hedged
    allowed = abs(round_.amount) * (_HEDGED_ROUNDING if hedged else _ROUNDING)
    if digits and off <= min(allowed, round_.step * (2 if hedged else 1) / 2):
        return Comparison("rounded", note=f"{fine.amount} ~ {round_.amount}")
    return None


def _different(original: Quantity, translation: Quantity) -> Comparison:
    if _power_of_ten(original, translation):
        return Comparison("different", "magnitude-changed", 0.95)
    if _other_money(original, translation):
        if original.hedge == translation.hedge == "about" and _of_one_size(original, translation):
            return Comparison("converted", note="converted at a rate that nobody states")
        return Comparison("different", "number-changed", 0.5)  # perhaps converted, too
    return Comparison("different", "number-changed", 0.9)


def _of_one_size(one: Quantity, other: Quantity) -> bool:
    """Whether sums in two of the currencies that are worth about as much may be one sum: no more than a third apart."""
    known = set(one.units) & _PARITY and set(other.units) & _PARITY
    low, high = sorted((abs(one.amount), abs(other.amount)))
    return bool(known) and low != high and low > high * 2 / 3


def _power_of_ten(one: Quantity, other: Quantity) -> bool:
    """Whether two figures have the same digits and another magnitude."""
    if abs(one.amount) == abs(other.amount):
        return False
    return bool(one.amount and other.amount) and _digits(one.amount) == _digits(other.amount)


def _digits(amount: Decimal) -> tuple[int, ...]:
    return abs(amount).normalize().as_tuple().digits


def _other_money(one: Quantity, other: Quantity) -> bool:
    return (bool(one.units and other.units) and not set(one.units) & set(other.units)
            and all(is_currency(unit) for unit in (*one.units, *other.units)))
