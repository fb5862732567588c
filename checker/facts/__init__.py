"""Facts are values: what numbers, dates and names a text states, in the text's own language.

`extract` depends on no other stage and on no other text, so that languages can grow beside the rest.
"""
from __future__ import annotations

from . import dates, names, numbers
from .fact import Context, Fact, FactKind

__all__ = ["Context", "Fact", "FactKind", "extract"]


def extract(text: str, language: str, context: Context = Context()) -> tuple[Fact, ...]:
    """The facts that a normal-form sentence states, in order of their place; none overlap within a family.

    Dates are read first and numbers never stand on a date's words, so one figure is one fact. Names may share
    words with neither. `text` is in normal form (`checker.normal`); offsets index it. Never raises on any text.
    """
    moments = dates.extract(text, language, context)
    quantities = numbers.extract(text, language, context, taken=[(f.start, f.end) for f in moments])
    people = names.extract(text, language, context)
    return tuple(sorted((*moments, *quantities, *people), key=lambda f: (f.start, f.end, f.kind)))
