"""Number words among the tokens of dates: "drie jaar", "half drie", "thế kỷ mười chín"."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..numbers.numerals import Numeral, find_numerals, places
from .lexicon import Lexicon, Token

_COMPOSED = re.compile(r"\d+(?:[^\W\d_]|[^\w]\d|[¼-⅞])")  # a figure with separators, or with letters behind it
_WORDED = re.compile(r"[^\W\d_]| ")  # a letter or a space: no plain figure

Amounts = Mapping[tuple[int, int], Decimal]
"""Values of figures with separators ("1.500", "1,5"), by their place."""


def with_numerals(tokens: Sequence[Token], words: Lexicon, text: str, language: str, decimal: str | None,
                  spots: Sequence[tuple[int, int]]) -> tuple[list[Token], Amounts]:
    """The tokens of some stretches of a text with its number words put in, and the values of its plain figures.

    A numeral over the very words of a token adds to its classes; one that covers more takes the place of what it
    covers; one inside a longer word of dates is part of that word, and left out.
    """
    merged = list(tokens)
    if words.glued is not None and words.glued.search(text):
        _put_in_prefixes(merged, words, text, language)
    amounts: dict[tuple[int, int], Decimal] = {}
    if not _holds_numeral(text, spots, places(text, language)):
        return merged, amounts
    for numeral in find_numerals(text, language, decimal):
        amounts[numeral.start, numeral.end] = numeral.value
        if _WORDED.search(text, numeral.start, numeral.end):
            _put_in(merged, numeral, words)
    return merged, amounts


def _holds_numeral(text: str, spots: Iterable[tuple[int, int]], places: Iterable[int]) -> bool:
    """Whether more than plain figures stand in some stretches of a text; those are what their tokens say."""
    return any(not text[place].isdecimal() or _COMPOSED.match(text, place)
               for first, last in spots for place in places if first <= place < last)


def _put_in_prefixes(tokens: list[Token], words: Lexicon, text: str, language: str) -> None:
    """Number words that the next word is written on to: Dutch "vierentwintigjarige"."""
    for token in list(tokens):
        if token.start == 0 or not text[token.start - 1].isalpha():
            continue
        start = token.start
        while start and text[start - 1].isalpha():
            start -= 1
        for numeral in find_numerals(text[start:token.start], language):
            if (numeral.start, numeral.end) == (0, token.start - start):
                _put_in(tokens, numeral._replace(start=start, end=token.start), words)


def _put_in(tokens: list[Token], numeral: Numeral, words: Lexicon) -> None:
    first = last = 0
    for token in tokens:
        if token[0] >= numeral.end:
            break
        last += 1
        first += token[1] <= numeral.start
    covered = tokens[first:last]
    if any(t.start < numeral.start or t.end > numeral.end for t in covered):
        return
    if _continues_a_count(tokens, first, last):
        return
    kind = _kind(numeral)
    values: dict[str, Any] = {kind: numeral.value}
    if len(covered) == 1 and (covered[0].start, covered[0].end) == (numeral.start, numeral.end):
        values = {**covered[0].values, **values}
        if numeral.ordinal:
            values.pop("unit", None)  # "une seconde fois" lasts no second
    symbol = words.symbol_for(values)
    values |= {"approximate": True} if numeral.approximate else {}
    tokens[first:last] = [Token(numeral.start, numeral.end, symbol, values)]


def _continues_a_count(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a numeral is really a unit and its rest: "hai năm rưỡi" is two years and a half, not two and 5.5."""
    if first == 0 or last - first < 2 or "unit" not in tokens[first].values:
        return False
    before = tokens[first - 1]
    return any(kind in before.values for kind in ("num", "int", "article"))


def _kind(numeral: Numeral) -> str:
    if numeral.ordinal:
        return "nth"
    if numeral.vague:
        return "vague"
    return "article" if numeral.weak else "num"
