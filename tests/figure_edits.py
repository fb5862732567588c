"""What a line's figures may become: other figures, which must be found, or the same otherwise, which must not."""
from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from num2words import num2words

from checker.facts import Fact, figures
from checker.facts.dates import Duration, Interval, Moment, readings
from checker.facts.numbers import Quantity
from checker.facts.numbers.units import unit_table

from . import figure_words

DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})(?!\d)")
MORE = {"nl": "meer dan ", "fr": "plus de ", "th": "มากกว่า "}
GROUPS = {"nl": ".", "fr": "\N{NARROW NO-BREAK SPACE}", "th": ","}
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# Sorts whose words mean too much else where no extractor took them for a figure.
NEVER_UNREAD = frozenset({"direction", "edge", "length", "part", "shift", "unit"})


@dataclass(frozen=True)
class Edit:
    """What stands at `start` to `end` of a line becomes `new`; `read` says that an extractor took it for a figure."""

    sort: str
    start: int
    end: int
    text: str
    new: str
    read: bool = True


def wrong(text: str, language: str, chance: random.Random) -> Iterator[Edit]:
    """The edits of a line that make a figure wrong."""
    facts = [f for f in figures(text, language) if f.confidence >= 0.5]
    for fact in facts:
        yield from _digits(text, fact, chance)
        yield from _words(fact, language, chance)
        yield from _shape(text, fact, language)
    yield from _swapped(text, facts)
    for site in figure_words.found(text, language):
        if site.read or site.sort not in NEVER_UNREAD:
            made = figure_words.exchanged(site, language)
            if made:
                yield Edit(site.sort, site.start, site.end, site.text, chance.choice(made), site.read)


def otherwise(text: str, language: str, chance: random.Random) -> Iterator[Edit]:
    """The edits of a line that leave every figure what it is."""
    for fact in figures(text, language):
        if fact.kind == "number" and fact.confidence >= 0.5:
            yield from _number_otherwise(text, fact, language)
        elif fact.kind == "date":
            yield from _date_otherwise(fact, language)
    for site in figure_words.found(text, language):
        made = figure_words.synonyms(site, language) if site.read else []
        if made and site.sort in ("unit", "bound", "month", "every", "trailing-bound"):
            yield Edit("same-" + site.sort, site.start, site.end, site.text, chance.choice(made))


def _digits(text: str, fact: Fact, chance: random.Random) -> Iterator[Edit]:
    """Slips of the finger in a figure's digits."""
    sort = _sort(fact)
    for match in DIGITS.finditer(text, fact.start, fact.end):
        start, written = match.start(), match.group()
        places = [i for i, c in enumerate(written) if c.isdecimal()]
        at = chance.choice(places)
        digit = chance.choice([d for d in "123456789" if d != written[at]])
        yield Edit(f"{sort}-digit", start, match.end(), written, written[:at] + digit + written[at + 1:])
        pairs = [i for i, j in zip(places, places[1:]) if j == i + 1 and written[i] != written[j]
                 and written[j] != "0"]
        if pairs:
            at = chance.choice(pairs)
            yield Edit(f"{sort}-transposed", start, match.end(), written,
                       written[:at] + written[at + 1] + written[at] + written[at + 2:])
        if sort == "number":
            decimal = DECIMAL.fullmatch(written)
            yield Edit("tenfold", start, match.end(), written, decimal[1] + decimal[2] if decimal else written + "0")


def _sort(fact: Fact) -> str:
    """What a figure is, as edits are told apart by."""
    if fact.kind == "number":
        return fact.detail.form if fact.detail.form in ("range", "score", "ratio", "ordinal") else "number"
    value = readings(fact.detail)[0]
    if isinstance(value, Duration):
        return "age" if value.age else "length"
    if isinstance(value, Interval):
        return "span"
    return "clock" if value.hour is not None else "year" if value.month is None and value.year else "date"


def _words(fact: Fact, language: str, chance: random.Random) -> Iterator[Edit]:
    """Another number in words for one in words."""
    if fact.kind != "number" or not _is_spelled(fact):
        return
    amount = int(fact.detail.amount)
    other = chance.choice([n for n in range(max(2, amount - 20), amount + 20) if n != amount])
    yield Edit("number-spelled", fact.start, fact.end, fact.text, _cased(num2words(other, lang=language), fact.text))


def _is_spelled(fact: Fact) -> bool:
    """Whether a fact is a plain whole number in words, without unit and hedge."""
    detail: Quantity = fact.detail
    return (detail.words and detail.form == "count" and not detail.units and not detail.hedge and not detail.vague
            and not detail.weak and detail.amount == int(detail.amount) and 1 < detail.amount < 1000)


def _shape(text: str, fact: Fact, language: str) -> Iterator[Edit]:
    """A figure dropped with its unit, its hedge added or dropped, its ends or its sides exchanged."""
    digits = list(DIGITS.finditer(text, fact.start, fact.end))
    yield Edit(f"{fact.kind}-dropped", fact.start, _after(text, fact.end), fact.text, "")
    if fact.bound and digits and fact.start < digits[0].start() and fact.kind == "number":
        before = text[fact.start:digits[0].start()]
        if not any(sign in before for sign in "$€£¥"):
            yield Edit("bound-dropped", fact.start, digits[0].start(), before, "")
    if fact.kind == "number" and not fact.bound and len(digits) == 1 and digits[0].start() == fact.start:
        if fact.detail.form == "count" and (fact.detail.amount > 10 or fact.detail.units):
            yield Edit("bound-added", fact.start, digits[0].end(), digits[0].group(),
                       MORE[language] + digits[0].group())
    if len(digits) == 2 and digits[0].group() != digits[1].group() and _sort(fact) in ("score", "ratio"):
        yield Edit("score-turned", digits[0].start(), digits[1].end(), text[digits[0].start():digits[1].end()],
                   digits[1].group() + text[digits[0].end():digits[1].start()] + digits[0].group())
    if fact.kind == "number" and fact.detail.units == ("%",) and len(digits) == 1:
        yield Edit("percent-dropped", digits[0].end(), fact.end, text[digits[0].end():fact.end], "")
    if language == "th" and _sort(fact) == "year" and len(digits) == 1 and len(digits[0].group()) == 4:
        moved = int(digits[0].group()) + (543 if int(digits[0].group()) < 2300 else -543) + 1
        yield Edit("era", digits[0].start(), digits[0].end(), digits[0].group(), str(moved))


def _after(text: str, end: int) -> int:
    return end + 1 if text[end:end + 1] == " " else end


def _swapped(text: str, facts: Sequence[Fact]) -> Iterator[Edit]:
    """Two figures of a sort in each other's place."""
    for one, other in zip(facts, facts[1:]):
        first, second = (list(DIGITS.finditer(text, f.start, f.end)) for f in (one, other))
        if len(first) == len(second) == 1 and _sort(one) == _sort(other) and first[0].group() != second[0].group():
            a, b = first[0], second[0]
            if one.end <= other.start:
                yield Edit("swapped", a.start(), b.end(), text[a.start():b.end()],
                           b.group() + text[a.end():b.start()] + a.group())


def _number_otherwise(text: str, fact: Fact, language: str) -> Iterator[Edit]:
    """The same number in words, in figures, grouped otherwise, in Thai digits."""
    detail: Quantity = fact.detail
    if detail.form != "count" or detail.vague or detail.weak:
        return
    if _is_spelled(fact):
        yield Edit("same-in-figures", fact.start, fact.end, fact.text, str(int(detail.amount)))
    digits = list(DIGITS.finditer(text, fact.start, fact.end))
    if len(digits) != 1 or detail.alternatives:
        return
    start, end, written = digits[0].start(), digits[0].end(), digits[0].group()
    if written.isdecimal() and 1 < int(written) <= 100 and not _has_symbol(fact):
        yield Edit("same-in-words", start, end, written, num2words(int(written), lang=language))
    whole = written.replace(GROUPS[language], "").replace(" ", "")
    if whole.isdecimal() and int(whole) >= 1000 and detail.magnitude == 1:
        yield Edit("same-grouping", start, end, written, whole if whole != written else _grouped(int(whole), language))
    if 1000 <= detail.magnitude and detail.amount == int(detail.amount) and not detail.units:
        word = text[end + 1:fact.end].split(" ")[0] if text[end:end + 1] == " " else ""
        if word and detail.amount < 10 ** 12 and not text[end + 1 + len(word):fact.end].strip():
            yield Edit("same-in-full", start, end + 1 + len(word), text[start:end + 1 + len(word)],
                       _grouped(int(detail.amount), language))
    if language == "th":
        yield Edit("same-in-thai-digits", start, end, written, written.translate(THAI_DIGITS))


def _has_symbol(fact: Fact) -> bool:
    """Whether a figure is written with a sign for its unit, which goes with figures alone."""
    return any(sign in fact.text for sign in (*"$€£¥%°²³", *unit_table().get("symbols", ())) if len(sign) < 4)


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", GROUPS[language])


def _date_otherwise(fact: Fact, language: str) -> Iterator[Edit]:
    """The same date in figures, in the other calendar, by the other clock."""
    value = readings(fact.detail)[0]
    if not isinstance(value, Moment) or fact.bound or value.edge or value.part or value.shift or value.weekday:
        return
    if value.year and value.month and value.day and value.hour is None:
        for sign in ("-", "/") if language != "th" else ("/",):
            yield Edit("same-date-in-figures", fact.start, fact.end, fact.text,
                       f"{value.day}{sign}{value.month:02}{sign}{value.year}")
    if language == "th" and value.year and value.span == 1 and "ค.ศ" not in fact.text and value.year > 1900:
        era = str(value.written or value.year)
        if era == str(value.year) and era in fact.text:
            moved = fact.text.replace(era, str(value.year + 543))
            yield Edit("same-year-of-buddha", fact.start, fact.end, fact.text, moved)
    if value.hour is not None and value.minute is not None and re.fullmatch(r"\d{1,2}[:.h]\d\d", fact.text.strip()):
        clock = {"nl": "{}.{:02} uur", "fr": "{} h {:02}", "th": "{}.{:02} น."}[language]
        yield Edit("same-clock", fact.start, fact.end, fact.text, clock.format(value.hour, value.minute))


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
