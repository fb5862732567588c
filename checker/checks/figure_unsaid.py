"""Figures that one side says in other words, or only as part of a name.

The first goal is "1-0" and may be told by "opened the score"; "COP 27" is "COP27", in which no number is read; and what
is called by a common noun loses the figure in its name ("Channel 4", "the broadcaster").
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from ..article import Article
from ..facts import Fact
from ..facts.numbers.phrases import phrases
from ..facts.numbers.quantity import Quantity, plain
from ..normal import normal_text
from .mentions import stretch

# What a figure weighs that stands behind a name which the other side does not have.
NAMED = 0.5


def is_told(fact: Fact, other: Article, segments: tuple[int, ...]) -> bool:
    """Whether segments of the other side say a figure without writing it: a score, or a figure in a code."""
    if fact.kind != "number":
        return False
    said = stretch(other, segments).text
    return _is_told_score(fact.detail, said.lower(), other.language) or _is_in_code(fact.detail, said)


def _is_told_score(quantity: Quantity, said: str, language: str) -> bool:
    """Whether a score is that of a first goal or is even, and the other side has words for either."""
    words = phrases(language)
    if words is None or quantity.form not in ("score", "range") or quantity.units or quantity.words:
        return False
    first, second = quantity.amounts
    told = words.opening if {first, second} == {0, 1} else words.level if first == second else None
    return bool(told and told.search(said))


def _is_in_code(quantity: Quantity, said: str) -> bool:
    """Whether a bare figure is written on to letters there: "COP27"."""
    if not is_bare(quantity):
        return False
    return bool(re.search(rf"[^\W\d_][-\u2011]?{re.escape(plain(quantity.amount))}(?!\d|[.,]\d)", said))


def is_bare(quantity: Quantity) -> bool:
    """Whether a quantity is one whole figure of which nothing is said."""
    return (quantity.form == "count" and len(quantity.amounts) == 1 and not quantity.words and not quantity.units
            and not quantity.hedge and not quantity.counted and quantity.amount == int(quantity.amount))


def is_of_lost_name(fact: Fact, names: Sequence[Fact], text: str, said: str) -> bool:
    """Whether a bare figure stands right behind a name that is not written on the other side, and is part of it: the
    article names both together more than once. `said` is in normal form."""
    if fact.kind != "number" or not is_bare(fact.detail):
        return False
    beside = [n for n in names if n.kind == "name" and text[n.end:fact.start] == " "]
    return any(normal_text(n.text).casefold() not in said.casefold() and text.count(text[n.start:fact.end]) > 1
               for n in beside)
