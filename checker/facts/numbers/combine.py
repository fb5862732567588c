"""Neighbouring measures that are one fact: ranges, scores and ratios."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from operator import itemgetter

from .measures import Measure
from .phrases import Phrases
from .quantity import Form, Quantity
from .units import convert

_START = itemgetter(0)
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014"
_UNSAID = {"ft": "in", "m": "cm"}  # the smaller unit that goes without saying: "6 foot 5"
_LOSING_REACH = 48  # characters beside a score in which a word for losing says whose figure comes first
_MOST_GOALS = 200  # the highest score of two figures that is not taken for a range written backwards
# Minutes after which a match goes on for those that were lost, and how many that may be.
_WHISTLES, _MOST_ADDED = (45, 90, 105, 120), 20


def combined(text: str, measures: Iterable[Measure], phrases: Phrases) -> Iterator[Measure]:
    """`measures` of a text in lower case with those joined that say one thing together."""
    pending: Measure | None = None
    for measure in sorted(measures, key=_START):
        joined = _joined(text, pending, measure, phrases) if pending else None
        if joined:
            yield joined
            pending = None
            continue
        if pending:
            yield _with_shared(text, pending, measure, phrases)
            measure = _with_unit_before(text, pending, measure, phrases)
        pending = measure
    if pending:
        yield pending


def _joined(text: str, left: Measure, right: Measure, phrases: Phrases) -> Measure | None:
    """The one fact that two neighbours make, if they do."""
    gap = text[left.end:right.start]
    whole = _compound(left, right, gap) or _added_time(left, right, gap)
    if whole:
        return whole
    if not (_joinable(left.quantity) and _joinable(right.quantity)):
        return None
    if not _one_unit(left, right):
        return None
    form, amounts = _relation(text, left, right, gap, phrases)
    # Of a share alone the hedge may stand at either figure: "three in ten or so", "of five nearly one".
    firm = [m.quantity.hedge for m in (left, right) if m.quantity.hedge and not m.quantity.soft]
    if form is None or form != "ratio" and right.quantity.hedge and not right.quantity.soft:
        return None
    hedge = firm[0] if firm else ""
    quantity = right.quantity._replace(
        amounts=amounts, units=right.quantity.units or left.quantity.units, form=form, alternatives=(),
        hedge=hedge, soft=False, words=left.quantity.words and right.quantity.words, weak=False,
        lost=form in ("score", "range") and _says_lost(text, left.start, right.end, phrases),
        counted=right.quantity.counted)
    return Measure(left.start, right.end, (left.core[0], right.core[1]), quantity)


def _says_lost(text: str, start: int, end: int, phrases: Phrases) -> bool:
    """Whether a word for losing stands near: in "lost 2-0" the first figure may be the winner's."""
    near = text[max(0, start - _LOSING_REACH):end + _LOSING_REACH]
    return bool(phrases.losing and phrases.losing.search(near))


def _with_shared(text: str, left: Measure, right: Measure, phrases: Phrases) -> Measure:
    """A figure with what the next one says for both: a unit, or a magnitude ("rose from 4 to 6 %", "49 of 98 million").

    The magnitude may be the next figure's alone, and the unit of those that it is one of.
    """
    quantity, gap = left.quantity, text[left.end:right.start]
    if quantity.units or quantity.weak or not quantity.form == "count" == right.quantity.form:
        return left
    shared = _fits(phrases.shared, gap)
    if right.quantity.magnitude > quantity.magnitude == 1 and not quantity.alternatives and (
            shared or _fits(phrases.ratio_between, gap)):
        quantity = quantity._replace(alternatives=(quantity.amount * right.quantity.magnitude,))
    return left._replace(quantity=quantity._replace(units=right.quantity.units) if shared else quantity)


def _with_unit_before(text: str, left: Measure, right: Measure, phrases: Phrases) -> Measure:
    """A figure with the unit that a word before the last one says for both: "ร้อยละ 53 ต่อ 46"."""
    before = text[:left.core[0]].rstrip(" ")[-1:].isalpha() and left.end == left.core[1]
    bare = not right.quantity.units and left.quantity.form == "count" == right.quantity.form
    alone = not text[right.end:right.end + 1].isalpha() and not right.quantity.counted
    if before and bare and alone and left.quantity.units and _fits(phrases.shared, text[left.end:right.start]):
        return right._replace(quantity=right.quantity._replace(units=left.quantity.units))
    return right


def _compound(left: Measure, right: Measure, gap: str) -> Measure | None:
    """One length or weight said in two units, the second smaller than the first: "6 feet 5", "3 kg 200 g"."""
    one, other = left.quantity, right.quantity
    if gap.strip() or len(one.units) != 1 or len(one.amounts) > 1 or one.vague or other.hedge or other.vague:
        return None
    unit = other.units[0] if len(other.units) == 1 else _UNSAID.get(one.units[0]) if not other.units else None
    part = convert(other.amount, unit, one.units[0]) if unit and unit != one.units[0] else None
    if part is None or not 0 < part < 1 or one.amount != int(one.amount) or one.units[0].startswith("°"):
        return None
    quantity = one._replace(amounts=(one.amount + part,), alternatives=(), step=Decimal(0), counted=other.counted)
    return Measure(left.start, right.end, (left.core[0], right.core[1]), quantity)


def _added_time(left: Measure, right: Measure, gap: str) -> Measure | None:
    """A minute of a match's added time: the third after the ninetieth is the 93rd ("90+3", "90e+3")."""
    one, other = left.quantity, right.quantity
    plain = gap.strip() == "+" and not (one.words or other.words or len(one.amounts) > 1 or len(other.amounts) > 1)
    if not plain or one.amount not in _WHISTLES or not 0 < other.amount <= _MOST_ADDED:
        return None
    quantity = other._replace(amounts=(one.amount + other.amount,), alternatives=(), hedge=one.hedge, step=Decimal(1))
    return Measure(left.start, right.end, (left.core[0], right.core[1]), quantity)


def _one_unit(left: Measure, right: Measure) -> bool:
    """Whether two ends are in one unit: "15 to 18 km", "15 km to 18 km", "$2-3 million"."""
    one, other = left.quantity.units, right.quantity.units
    return not one or one == other or not other and left.end == left.core[1]  # the unit stands before both


def _joinable(quantity: Quantity) -> bool:
    return quantity.form in ("count", "multiple", "ordinal") and not quantity.vague and quantity.amount >= 0


def _relation(text: str, left: Measure, right: Measure, gap: str,
              phrases: Phrases) -> tuple[Form | None, tuple[Decimal, ...]]:
    low, high = left.quantity.amount, right.quantity.amount
    if left.quantity.form == "ordinal" and not _figures(left, right):
        return None, ()
    if _hyphenated(gap) and not left.quantity.units and _is_score(left, right):
        return "score", (low, high)
    if _is_range(text, left, right, gap, phrases):
        low = _shared_magnitude(left.quantity, right.quantity)
        if low < high:
            return "range", (low, high)
        return ("score", (low, high)) if _is_score(left, right) else (None, ())
    if gap.strip() == ":" and _figures(left, right):
        return "score", (low, high)
    if _fits(phrases.ratio_between, gap) and _is_ratio(left, right):
        return "ratio", (low, high)
    if _is_ratio(right, left):
        opened = phrases.ratio_open and phrases.ratio_open.search(text[max(0, left.start - 20):left.start])
        if _fits(phrases.ratio_close if opened else phrases.ratio_inverse, gap):
            return "ratio", (high, low)
    return None, ()


def _hyphenated(gap: str) -> bool:
    return bool(gap) and gap.strip() in tuple(_HYPHENS)


def _figures(left: Measure, right: Measure) -> bool:
    """Whether both are plain whole figures, as scores have them."""
    return all(m.numeral and not m.quantity.words and m.quantity.amount == int(m.quantity.amount)
               and m.quantity.magnitude == 1 for m in (left, right))


def _is_score(left: Measure, right: Measure) -> bool:
    """3-2 is a score, and 2-3 may as well be a range; compared, both are two figures in order."""
    low, high = left.quantity.amount, right.quantity.amount
    return _figures(left, right) and low >= high and low <= _MOST_GOALS and not right.quantity.units


def _is_range(text: str, left: Measure, right: Measure, gap: str, phrases: Phrases) -> bool:
    if phrases.range_between.fullmatch(gap):
        return not left.quantity.weak
    if phrases.range_open and _fits(phrases.range_close, gap) and phrases.range_open.search(
            text[max(0, left.start - 20):left.start]):
        return True
    return phrases.adjacent and gap in ("", " ", ", ") and _two_or_three(left.quantity, right.quantity)


def _two_or_three(left: Quantity, right: Quantity) -> bool:
    """Two number words in a row, the one after the other: hai ba, สองสาม."""
    return (left.words and right.words and not left.units and left.amount + 1 == right.amount < 10
            and not left.weak and left.amount > 1)


def _shared_magnitude(left: Quantity, right: Quantity) -> Decimal:
    """The lower end of "2 to 3 million", which is two million."""
    if left.magnitude == 1 and right.magnitude > 1 and left.amount * right.magnitude < right.amount:
        return left.amount * right.magnitude
    return left.amount


def _fits(between: re.Pattern[str] | None, gap: str) -> bool:
    """Whether a language has such words between two figures, and they stand there."""
    return between is not None and between.fullmatch(gap) is not None


def _is_ratio(part: Measure, whole: Measure) -> bool:
    """One in five, four in four: a figure of one as large, with nothing said of a unit in between."""
    low, high = part.quantity.amount, whole.quantity.amount
    return bool(not whole.quantity.units and 0 < low <= high <= 1_000_000 and high > 1
                and part.quantity.magnitude == whole.quantity.magnitude == 1
                and low == int(low) and (high <= 12 or high % 10 == 0))
