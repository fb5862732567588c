"""Facts are values: what numbers, dates and names a text states, in the text's own language.

`extract` depends on no other stage and on no other text, so that languages can grow beside the rest.
"""
from __future__ import annotations

from collections.abc import Sequence

from . import dates, names, numbers
from .fact import Context, Fact, FactKind
from .names.lexicon import lexicon

__all__ = ["Context", "Fact", "FactKind", "extract", "figures"]

_BARE = 0.6  # How sure it is at most that a small number without a unit, in words, is one (`checker.facts.numbers`).


def extract(text: str, language: str, context: Context = Context()) -> tuple[Fact, ...]:
    """The facts that a normal-form sentence states, in order of their place; none overlap within a family.

    Dates are read first and numbers never stand on a date's words, so one figure is one fact. Names may share
    words with neither. `text` is in normal form (`checker.normal`); offsets index it. Never raises on any text.
    """
    found = figures(text, language, context)
    people = [f for f in names.extract(text, language, context) if not _is_dated(f, found)]
    counted = (f for f in found if f.kind == "date" or not _is_spelt_in(f, text, people, language))
    return tuple(sorted((*counted, *people), key=lambda f: (f.start, f.end, f.kind)))


def figures(text: str, language: str, context: Context = Context()) -> tuple[Fact, ...]:
    """The dates and the numbers of a normal-form sentence, the former first; no names are looked for."""
    moments = dates.extract(text, language, context)
    return *moments, *numbers.extract(text, language, context, taken=[
        (f.start, f.end) for f in moments if not _says_how_often(f)])


def _says_how_often(moment: Fact) -> bool:
    """Whether a date has no figure, and may stand between one and its hedge: Thai "about a-year 10 million"."""
    return isinstance(moment.detail, dates.Duration) and moment.detail.each


def _is_dated(name: Fact, found: Sequence[Fact]) -> bool:
    """Whether a name's letters are but a date's: "quý II", "Q2", "thế kỷ XV"."""
    return name.value.startswith("acronym:") and any(
        f.kind == "date" and f.start <= name.start and name.end <= f.end for f in found)


def _is_spelt_in(number: Fact, text: str, people: Sequence[Fact], language: str) -> bool:
    """Whether a numeral is but the first or a later word of a name: the Seven of Seven Oaks, the Bảy of Bảy Háp.

    It has a capital where no sentence or quotation begins, and is a bare word for a small number. An ordinal counts
    all the same: the Second World War is not the First.
    """
    counted = number.detail.form == "ordinal" or number.detail.units or not number.detail.words
    if counted or not text[number.start].isupper():
        return False
    before = text[:number.start].rstrip()
    if before.rpartition(" ")[2].lower() in lexicon(language).honorifics and number.confidence <= _BARE:
        return True  # "ông Ba" is Mr Ba
    within = any(f.start <= number.start and number.end <= f.end and len(f.text) > len(number.text) for f in people)
    return within and number.confidence <= _BARE and (before[-1:].isalnum() or before.endswith(","))
