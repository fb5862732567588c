"""From a sentence to its dates: words to tokens, tokens to matches, matches to facts."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...languages import table
from ..fact import Context, Fact
from ..numbers.lexicon import key_of
from ..numbers.lexicon import lexicon as number_words
from ..numbers.numerals import lower, places
from ..numbers.phrases import Phrases, phrases
from ..numbers.quantity import BOUNDS
from .counts import Amounts, with_numerals
from .daytime import LATER, OPEN, settled
from .grammar import Grammar, Match, grammar
from .lexicon import Lexicon, Token, folded, lexicon, symbols
from .readings import READINGS, Reading
from .slots import Slots, slot_value
from .spots import Spots
from .values import Detail, Duration, Moment, Value, iso, readings

_FIGURED = frozenset({"int", "int3", "year4", "digits", "num"})
# A set in tennis: what stands in brackets behind it is its tie-break and no date; nor is a match's added time.
_TIE_BREAK, _SET = re.compile(r"(?<!\d)[67][-–:/][67] ?\($|\d[a-z]{0,3}\+$"), 8
# What says which half of the day a time is of, where it stands beside it.
_HALVES = frozenset({"part", "epart", "watch", "prewatch", "rel"})
_ARTICLE = 0.3  # "a year", "several years": how much of its weight a length without a number keeps


@dataclass(frozen=True, slots=True)
class _Language:
    """All that is known of a language's dates.

    `outside` are classes of words that lead to a date and are no part of it; `buddhist` the span of years that can only
    be of that era, `measures` what the table of numbers has of units and hedges.
    """

    name: str
    words: Lexicon
    rules: Grammar
    spots: Spots
    outside: frozenset[str]
    buddhist: Sequence[int] | None
    measures: Phrases | None


@lru_cache(maxsize=None)
def _language(name: str) -> _Language | None:
    words, rules, data = lexicon(name), grammar(name), table(name, "dates")
    if words is None or rules is None:
        return None
    numbers = number_words(name)
    spots = Spots(words, rules, numbers.words if numbers else ())
    return _Language(name, words, rules, spots, frozenset(data.get("outside", ())), data.get("era", {}).get("buddhist"),
                     phrases(name))


def extract(text: str, language: str, context: Context = Context(),
            taken: Sequence[tuple[int, int]] = ()) -> tuple[Fact, ...]:
    """The dates, times, durations and ages that a normal-form sentence states, in order; none overlap.

    A fact's `detail` is a `values.Detail`, its value the ISO 8601 / EDTF form. `evidence["weight"]` (0 to 1) is how
    much it matters: a full date 1, "today" or "in the evening" little. `evidence["soft"]` is 1 where the word for
    a bound often says something else, `evidence["open"]` where a time leaves its half of the day open. `taken` are
    places to leave alone. Never raises.

    >>> [fact.value for fact in extract("op 16 en 17 november 2024, om half drie", "nl")]
    ['2024-11-16/2024-11-17', 'T02:30?']
    """
    known = _language(language)
    if known is None:
        return ()
    plain = folded(lower(text))
    spots = known.spots.find(plain, places(text, language))
    tokens = known.words.read(text, plain, spots)
    if known.rules.telling.isdisjoint([token[2] for token in tokens]):
        return ()
    counted, amounts = with_numerals(tokens, known.words, text, language, context.decimal, spots)
    return settled(f for f in _facts(text, counted, amounts, known, context)
                   if not (taken and any(f.start < end and start < f.end for start, end in taken))
                   and not _TIE_BREAK.search(text[max(0, f.start - _SET):f.start]))


def _facts(text: str, tokens: Sequence[Token], amounts: Amounts, known: _Language, context: Context) -> Iterator[Fact]:
    kept, line = symbols(text, tokens)
    for stretch in known.rules.stretches(line):
        end = stretch.first
        for at in range(stretch.first, stretch.last):
            for match in known.rules.fits(kept, line, at, stretch) if at >= end else ():
                if _counts_on(text, kept, match, known):
                    continue
                reading = READINGS[match.reads]
                detail = reading.read(Slots(match.slots, amounts, context.date, known.buddhist))
                value = _value(detail) if detail is not None else ""
                if detail is not None and value:
                    yield _fact(text, kept, match, detail, value, reading, known)
                    end = match.last
                    break


def _counts_on(text: str, tokens: Sequence[Token], match: Match, known: _Language) -> bool:
    """Whether what would be the minutes of a time has a unit behind it: "in four hours | 45 mm of rain"."""
    last = tokens[match.last - 1]
    if known.measures is None or match.slots.get("minute", ())[-1:] != (last,) or text[last.end:last.end + 1] != " ":
        return False
    return bool(known.measures.unit_after.match(lower(text), last.end)
                or known.measures.symbol_after.match(text, last.end))


def _value(detail: Detail) -> str:
    """The normal form of a date; "" where it is none.

    What fills a slot may be no whole number ("lundi 12,5"): a moment of which nothing is known is no date.
    """
    value = iso(detail)
    return value if not value.startswith("/") and not value.endswith("/") else ""


def _fact(text: str, tokens: Sequence[Token], match: Match, detail: Detail, value: str, reading: Reading,
          known: _Language) -> Fact:
    start, end = _span(tokens, match, known.outside)
    first = readings(detail)[0]
    bound = _bound(text, tokens, match, known) or (_trailing(text, end, known) if _is_counted(first) else "")
    soft = bound.endswith("?")
    bound = bound.rstrip("?")
    uncounted = isinstance(first, Duration) and (first.amount is None or _is_article(match))
    weight = reading.weight * (_ARTICLE if uncounted else 1.0)
    return Fact(start, end, "date", bound + value, text[start:end], bound, reading.confidence, detail,
                {"weight": weight, "soft": float(soft), OPEN: float(_is_open(match)),
                 LATER: float(_is_told_later(first, match))})


def _is_open(match: Match) -> bool:
    """Whether a time of day is one of twelve hours for all that its own words say."""
    if match.reads not in ("clock", "hours") or not _HALVES.isdisjoint(match.slots):
        return False
    hour = match.slots["hour"][0] if "hour" in match.slots else None
    # "09:40" is on the 24-hour clock.
    return hour is not None and not (hour.end - hour.start == 2 and int(hour.values.get("int", 10)) < 10)


def _is_told_later(value: Value, match: Match) -> bool:
    """Whether a time of day is one of the later half by the words beside it, and not by its figures."""
    return isinstance(value, Moment) and (value.hour or 0) >= 12 and not _HALVES.isdisjoint(match.slots)


def _bound(text: str, tokens: Sequence[Token], match: Match, known: _Language) -> str:
    """The hedge of a match; what may tie a figure before it to this one hedges neither ("32 trên 37 năm")."""
    name = next((name for name in ("bound", "purebound", "agebound", "afterbound") if name in match.slots), "")
    if not name:
        # A word that leads to a time may hedge it as well: "vers 9 heures".
        if any("at" in t.values and t.values.get("bound") == "~" for t in tokens[match.first:match.last]):
            return "~"
        return "~?" if any("approximate" in token.values for token in match.slots.get("amount", ())) else ""
    words, before = match.slots[name], tokens[match.first - 1] if match.first else None
    hedge = str(slot_value(name, words))
    if before is not None and before.end + 1 == words[0].start and not _FIGURED.isdisjoint(before.values):
        return "" if hedge.endswith("?") or _ties(text[before.end:words[-1].end + 1], known.measures) else hedge
    return hedge


def _ties(between: str, words: Phrases | None) -> bool:
    """Whether the words between two figures can make one fact of them; "27 jonger dan tien jaar" are two."""
    makes = (words.ratio_between, words.range_between, words.shared) if words is not None else ()
    return any(pattern is not None and pattern.fullmatch(lower(between)) for pattern in makes)


def _is_counted(value: Value) -> bool:
    """Whether a date is a length of time of so much."""
    return isinstance(value, Duration) and value.amount is not None and not value.each


def _trailing(text: str, end: int, known: _Language) -> str:
    """The hedge of a length behind the words that say of what it is: "six ans de prison au maximum"."""
    words = known.measures
    if words is None or words.hedge_trailing is None or words.trailing is None:
        return ""
    text = lower(text)
    found = words.hedge_trailing.match(text, end) if words.trailing.search(text, end) else None
    return BOUNDS[words.hedges_after[key_of(found[1])][0]] if found else ""


def _span(tokens: Sequence[Token], match: Match, outside: frozenset[str]) -> tuple[int, int]:
    """The fact's own words: a match without the prepositions and brackets that only told us to look.

    A last word that may be such a preposition is one if it can be nothing else ("l'année").
    """
    held = {token.start for found in match.slots.values() for token in found}
    first, last = match.first, match.last - 1
    while not (tokens[first].start in held or tokens[first].values and outside.isdisjoint(tokens[first].values)):
        first += 1
    while not (tokens[last].start in held or tokens[last].values and not outside >= tokens[last].values.keys()):
        last -= 1
    return tokens[first].start, tokens[last].end


def _is_article(match: Match) -> bool:
    amount = match.slots.get("amount")
    return amount is not None and len(amount) == 1 and "article" in amount[0].values
