"""From a sentence to its dates: words to tokens, tokens to matches, matches to facts."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...languages import table
from ..fact import Context, Fact
from .counts import Figures, with_numerals
from .grammar import Grammar, Match, grammar, slot_value
from .lexicon import Token, lexicon, symbols
from .readings import READINGS, Slots
from .values import Detail, Duration, iso, readings


def extract(text: str, language: str, context: Context = Context(),
            taken: Sequence[tuple[int, int]] = ()) -> tuple[Fact, ...]:
    """The dates, times, durations and ages that a normal-form sentence states, in order; none overlap.

    A fact's `detail` is a `values.Detail`, its value the ISO 8601 / EDTF form. `evidence["weight"]` (0 to 1) is how much
    it matters: a full date 1, "today" or "in the evening" little. `taken` are places to leave alone. Never raises.

    >>> [fact.value for fact in extract("op 16 en 17 november 2024, om half drie", "nl")]
    ['2024-11-16/2024-11-17', 'T02:30?']
    """
    words, rules = lexicon(language), grammar(language)
    if words is None or rules is None:
        return ()
    tokens: Sequence[Token] = words.read(text)
    if not tokens:
        return ()
    tokens, figures = with_numerals(tokens, words, text, language, context.decimal)
    found = _facts(text, tokens, rules, figures, context, table(language, "dates"))
    return tuple(f for f in found if not any(f.start < end and start < f.end for start, end in taken))


def _facts(text: str, tokens: Sequence[Token], rules: Grammar, figures: Figures, context: Context,
           data: Mapping[str, Any]) -> Iterator[Fact]:
    era = data.get("era", {}).get("buddhist")
    outside = frozenset(data.get("outside", ()))
    kept, line = symbols(text, tokens)
    at: int | None = 0
    while at is not None and (at := rules.place(line, at)) is not None:
        for match in rules.fits(kept, line, at):
            read, confidence, weight = READINGS[match.rule.reads]
            detail = read(Slots(match.slots, figures, context.date, era))
            if detail is not None:
                yield _fact(text, kept, match, detail, confidence, weight, outside)
                at = match.last
                break
        else:
            at += 1


def _fact(text: str, tokens: Sequence[Token], match: Match, detail: Detail, confidence: float, weight: float,
          outside: frozenset[str]) -> Fact:
    start, end = _span(tokens, match, outside)
    bound = next((str(slot_value(n, match.slots[n])) for n in ("bound", "afterbound") if n in match.slots), "")
    first = readings(detail)[0]
    if isinstance(first, Duration) and (first.amount is None or _is_article(match)):
        weight *= 0.4
    return Fact(start, end, "date", bound + iso(detail), text[start:end], bound, confidence, detail, {"weight": weight})


def _span(tokens: Sequence[Token], match: Match, outside: frozenset[str]) -> tuple[int, int]:
    """The fact's own words: a match without the prepositions and brackets that only told us to look."""
    held = {token.start for found in match.slots.values() for token in found}
    kept = [t for t in tokens[match.first:match.last] if t.start in held or (t.values and not outside & set(t.values))]
    return kept[0].start, kept[-1].end


def _is_article(match: Match) -> bool:
    amount = match.slots.get("amount")
    return amount is not None and len(amount) == 1 and "article" in amount[0].values
