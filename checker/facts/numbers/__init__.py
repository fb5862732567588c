"""Numbers: how much, of what, how exactly; from figures and words of any language that has a table."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..fact import Context, Fact
from .combine import combined
from .identifiers import BLANK, blanked
from .measures import Measure, find_measures
from .numerals import Numeral, find_numerals, lower, places
from .phrases import phrases
from .quantity import Quantity
from .units import convert

__all__ = ["Numeral", "Quantity", "extract", "find_numerals"]

_NAMED = 0.25  # how sure it is that a number word in a name is said as a number


def extract(text: str, language: str, context: Context, taken: Sequence[tuple[int, int]] = ()) -> tuple[Fact, ...]:
    """The numbers that a normal-form sentence states, in order; none overlap, none stand on `taken`.

    A fact's span holds the figure, its unit and its hedge; `detail` is its `Quantity`. Confidence is low for words that
    are more often articles, pronouns or idioms than numbers. A language without a table has no numbers. Never raises.

    >>> [fact.value for fact in extract("ruim 2.600 bedrijven en 12,5 miljard dollar", "nl", Context())]
    ['>2600', '12500000000 USD']
    """
    known = phrases(language)
    if known is None:
        return ()
    within = places(text, language)
    if not within:
        return ()
    clear = blanked(text, [place for place in within if text[place].isdecimal()], taken)
    if clear is not text:
        within = tuple([place for place in within if clear[place] != BLANK])
    measures = find_measures(clear, language, known, context.decimal, within)
    if not measures:
        return ()
    return tuple([_fact(text, measure) for measure in _apart(combined(lower(clear), measures, known))])


def _apart(measures: Iterable[Measure]) -> Iterator[Measure]:
    """The measures that share no characters: a unit between two figures belongs to the first ("0£0")."""
    end = 0
    for measure in measures:
        if measure.start >= end:
            yield measure
            end = measure.end


def _fact(text: str, measure: Measure) -> Fact:
    quantity = measure.quantity
    sure = _NAMED if quantity.form == "count" and quantity.words and _is_named(text, measure.start) else (
        _confidence(quantity))
    return Fact(measure.start, measure.end, "number", quantity.value, text[measure.start:measure.end], quantity.bound,
                sure, quantity)


def _is_named(text: str, start: int) -> bool:
    """Whether a number word has a capital in the midst of a sentence, as in the name of a body: "les Vingt-Sept"."""
    return text[start:start + 2].istitle() and text[:start].rstrip()[-1:].isalpha()


def _is_measured(quantity: Quantity) -> bool:
    """Whether a word that may be an article stands before a unit of measurement: "een millimeter" is one."""
    return any(convert(quantity.amount, unit, unit) is not None for unit in quantity.units)


def _confidence(quantity: Quantity) -> float:
    """How sure it is that this is a number: figures are, small words in idioms ("both sides", "the two") hardly."""
    if quantity.weak:
        return 0.5 if _is_measured(quantity) else 0.25
    if not quantity.words:
        return 0.95
    if quantity.form == "ordinal":
        return 0.3 if quantity.amount == 1 else 0.6
    if quantity.vague or quantity.form in ("range", "ratio", "multiple"):
        return 0.7
    return 0.6 if quantity.amount <= 10 and not quantity.units else 0.9
