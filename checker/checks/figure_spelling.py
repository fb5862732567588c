"""A figure as it would be written in another language: what a finding suggests to put in a wrong one's place.

Forms are CLDR's; words for units, hedges and magnitudes are the language's own table's. What cannot be written with
certainty is not suggested.
"""
from __future__ import annotations

import datetime as dt
from decimal import Decimal

from ..facts import Fact
from ..facts.dates import Duration, Interval, Moment, Shift, iso, readings
from ..facts.dates.values import BUDDHIST_OFFSET
from ..facts.numbers import Quantity
from ..facts.numbers.units import is_currency, unit_table
from ..languages import table

_LARGE = Decimal(1_000_000)
# Units of which CLDR has words that follow the number ("3 jaar", "3 ans").
_LENGTHS = frozenset({"century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second"})


def spelled(fact: Fact, language: str, beside: Fact | None = None) -> str | None:
    """`fact` in `language`; None where that is uncertain. `beside` is what stands there now: its era is kept.

    >>> from ..facts import Context, extract
    >>> spelled(extract("hơn 12,5 tỷ USD", "vi")[0], "nl"), spelled(extract("ngày 17/10/2024", "vi")[0], "th")
    ('meer dan 12,5 miljard Amerikaanse dollar', '17 ตุลาคม 2567')
    """
    written = _quantity(fact.detail, language) if fact.kind == "number" else _date(fact, language, beside)
    bound = _bound(fact, language) if written else None
    return f"{bound}{written}" if bound is not None else None


def _bound(fact: Fact, language: str) -> str | None:
    """The words of a hedge, as they stand before a figure; None where the language's table has none."""
    if not fact.bound or fact.kind == "number" and fact.detail.soft:
        return ""
    # A date's bound does not tell "more than" from "at least".
    hedge = fact.detail.hedge if fact.kind == "number" else {"~": "about"}.get(fact.bound)
    known = table(language, "numbers").get("bounds", {}).get("before", {}).get(hedge)
    if not known:
        return None
    return str(known[0]) + ("" if known[0].endswith("'") else " ")


def _quantity(quantity: Quantity, language: str) -> str | None:
    if quantity.form == "ordinal" and quantity.amount > 1:  # the first of a row is written in words
        sample = table(language, "numbers").get("ordinals", {}).get("written")
        return str(sample).format(_number(quantity.amount, language)) if sample else None
    if quantity.vague or quantity.form in ("ordinal", "fraction", "multiple", "ratio"):
        return None
    unit = _unit(quantity, language)
    if unit is None:
        return None
    dash = {"score": "-", "range": "\N{EN DASH}"}.get(quantity.form, "")
    return dash.join(_number(amount, language) for amount in quantity.amounts) + unit


def _number(amount: Decimal, language: str) -> str:
    """An amount in the language's digits; from a million on with its word where that leaves few digits."""
    from babel.numbers import format_decimal

    for value, words in sorted(((Decimal(v), w) for v, w in _magnitudes(language)), reverse=True):
        short = amount / value
        if abs(amount) >= value >= _LARGE and short == short.quantize(Decimal("0.01")):
            return f"{format_decimal(short.normalize(), locale=language)} {words[0] if short < 2 else words[-1]}"
    return str(format_decimal(amount, locale=language, decimal_quantization=False))


def _magnitudes(language: str) -> list[tuple[str, list[str]]]:
    times = table(language, "numbers").get("words", {}).get("times", {})
    return [(value, [w for w in words if not w.startswith("de ")]) for value, words in times.items()]


def _unit(quantity: Quantity, language: str) -> str | None:
    """The unit behind a figure: a symbol, or the name of the money; None for one that the language has no word for."""
    from babel.numbers import get_currency_name

    if not quantity.units or quantity.units[0] == "x":
        return ""
    unit = quantity.units[0]
    if is_currency(unit):
        known = table(language, "numbers").get("units_shared", {}) if len(quantity.units) > 1 else {}
        shared = next((words[-1] for units, words in known.items() if units.split()[0] == unit), None)
        return _before_money(quantity, language) + (shared or str(get_currency_name(unit, 2, locale=language)))
    if unit in unit_table()["symbols"]:
        symbol = str(unit_table()["symbols"][unit][0])
        return symbol if unit == "%" and _percent_is_tied(language) else f"\N{NO-BREAK SPACE}{symbol}"
    return None


def _percent_is_tied(language: str) -> bool:
    """Whether a language writes 5% and not 5 %."""
    from babel.numbers import format_percent

    return str(format_percent(0, locale=language)) == "0%"


def _before_money(quantity: Quantity, language: str) -> str:
    """What stands between a figure and its money: French "millions de dollars", Thai nothing behind a word."""
    words = table(language, "numbers")["words"]
    if abs(quantity.amount) < _LARGE:
        return " "
    return str(words["of"]).split("|")[0] if "of" in words else "" if words.get("glued_numbers") else " "


def _date(fact: Fact, language: str, beside: Fact | None) -> str | None:
    found = readings(fact.detail)
    value = found[0]
    if isinstance(value, Duration):
        return _length(value, language)
    if isinstance(value, Interval):
        return _span(value, language)
    if value.span > 1:
        return _decade(value, language)
    return _moment(value, language, beside)


def _span(span: Interval, language: str) -> str | None:
    """Two lengths in one unit, or two years of which nothing more is said, where years are of one era."""
    start, end = span.start, span.end
    if isinstance(start, Duration) and isinstance(end, Duration):
        last = _length(end, language)
        if last is None or start.unit != end.unit or start.amount is None:
            return None
        return f"{_number(start.amount, language)}\N{EN DASH}{last}"
    first, last = iso(start), iso(end)
    years = first.isdigit() and last.isdigit() and "era" not in table(language, "dates")
    return f"{first}\N{EN DASH}{last}" if years else None


def _decade(moment: Moment, language: str) -> str | None:
    """Ten years of the common era, with the century."""
    words = table(language, "dates").get("lexicon", {}).get("word", {}).get("decades")
    if not words or moment.span != 10 or moment.edge or moment.year is None or moment.year < 100:
        return None
    return f"{words[0]} {moment.year}"


def _length(length: Duration, language: str) -> str | None:
    from babel.units import format_unit

    if length.amount is None or length.direction or length.unit not in _LENGTHS - {"decade", "quarter"}:
        return None
    written = str(format_unit(length.amount, f"duration-{length.unit}", locale=language))
    if "duration" not in written:
        return written
    # CLDR lacks the unit's words in some languages; then the table has them.
    word = table(language, "dates")["lexicon"]["unit"][length.unit][0]
    return f"{_number(length.amount, language)} {word}"


def _moment(moment: Moment, language: str, beside: Fact | None) -> str | None:
    if any((moment.quarter, moment.half, moment.season, moment.holiday, moment.edge, moment.zone, moment.twelve)):
        return None
    if moment.shift is not None:
        return _relative(moment, moment.shift, language)
    pieces = [_day(moment, language), _year(moment, language, beside), _time(moment, language)]
    return " ".join(piece for piece in pieces if piece) or None


def _relative(moment: Moment, shift: Shift, language: str) -> str | None:
    """A distance from today by its name, alone or with the month or weekday that lies there."""
    if shift.anchored or moment.hour is not None:
        return None
    data, distance = table(language, "dates"), f"{shift.unit}{shift.offset:+d}"
    if moment.part is not None or shift.unit == "day":
        key = f"{distance} {moment.part}" if moment.part else distance
        fixed = data.get("lexicon", {}).get("rel", {}).get(key)
        return str(fixed[0]) if fixed and not (moment.month or moment.weekday) else None
    written, day = data.get("written", {}), _day(moment, language)
    name = written.get(distance)
    if name is None or shift.unit == "occurrence":
        return str(name).format(day) if name and day else None
    fits = {"year": moment.month, "week": moment.weekday}.get(shift.unit)
    return str(name) if not day else str(written["of"]).format(day, name) if fits else None


def _day(moment: Moment, language: str) -> str:
    """Weekday, day and month, as far as they are known, in CLDR's order."""
    from babel import Locale
    from babel.dates import format_date

    if moment.day and not moment.month:
        return ""
    fields = ("MMMM" if moment.month else "") + ("EEEE" if moment.weekday else "") + ("d" if moment.day else "")
    order = {"": "", "MMMM": "LLLL", "EEEE": "cccc", "MMMMd": "d MMMM", "MMMMEEEEd": "EEEE d MMMM"}.get(fields)
    day = _day_like(moment)
    if not order or day is None:
        return ""
    known = Locale.parse(language).datetime_skeletons.get(fields) if moment.day else None
    return str(format_date(day, known.pattern if known else order, locale=language))


def _day_like(moment: Moment) -> dt.date | None:
    """Any day that has what is known of a moment: its month and day, on its weekday."""
    days = (_on(year, moment.month or 1, day) for year in range(2024, 2052)
            for day in ([moment.day] if moment.day else range(1, 8)))
    return next((d for d in days if d and moment.weekday in (None, d.isoweekday())), None)


def _on(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _year(moment: Moment, language: str, beside: Fact | None) -> str:
    """The year, in the era that the translation's own date is in; else in the one that its language counts."""
    if moment.year is None or moment.year <= 0:
        return ""
    eras = [value.era for value in readings(beside.detail) if isinstance(value, Moment)] if (
        beside is not None and beside.kind == "date") else []
    buddhist = "be" in eras if any(eras) or eras else "era" in table(language, "dates")
    return str(moment.year + (BUDDHIST_OFFSET if buddhist else 0))


def _time(moment: Moment, language: str) -> str:
    from babel.dates import format_time

    if moment.hour is None:
        return ""
    return str(format_time(dt.time(moment.hour % 24, moment.minute or 0), "short", locale=language))
