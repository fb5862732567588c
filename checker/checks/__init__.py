"""The checks, in report order. Each is a function from a `Pair` to discrepancies and agreements; one file a check."""
from __future__ import annotations

from collections.abc import Iterator

from ..finding import Agreement, Discrepancy
from . import (approved, bodies, calendar, consistency, figures, genders, languages, names, negation, passages,
               roles, unrelated, untranslated)
from .pair import Check, Pair

CHECKS: tuple[Check, ...] = (
    unrelated.check, languages.check, passages.check, untranslated.check, figures.check, calendar.check, names.check,
    roles.check, bodies.check, genders.check, consistency.check, approved.check, negation.check)


def run(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """What every check says of a pair. Of an unrelated version only that it is one is worth saying."""
    for check in CHECKS if pair.alignment.relation != "unrelated" else CHECKS[:2]:
        yield from check(pair)
