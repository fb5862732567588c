"""Figures that one side says in other words, or only as part of a name.

The first goal is "1-0" and may be told by "opened the score", the second half by "after the break"; "COP 27" is
"COP27", in which no number is read; and what is called by a common noun loses the figure in its name ("Channel 4",
"the broadcaster").
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..article import Article
from ..facts import Fact
from ..facts.numbers.phrases import phrases
from ..facts.numbers.quantity import Quantity, plain
from ..languages import table
from ..normal import normal_text
from .mentions import stretch

# What a figure weighs that stands behind a name which the other side does not have.
NAMED = 0.5

# Characters beside a figure in which the words that make it one of its kind are looked for.
_REACH = 24


@dataclass(frozen=True, slots=True)
class Topic:
    """What some figures tell that words tell as well: what such a figure stands in, the `words`, and the highest."""

    figure: re.Pattern[str]
    words: re.Pattern[str]
    most: int | None

    def holds(self, fact: Fact, text: str) -> bool:
        """Whether a figure of a text is one of these."""
        if self.most is not None and fact.kind == "number" and fact.detail.amount > self.most:
            return False
        places = (max(0, fact.start - _REACH), fact.start), (fact.start, fact.end), (fact.end, fact.end + _REACH)
        before, own, after = (unicodedata.normalize("NFC", text[slice(*place)]) for place in places)
        start, end = len(before), len(before + own)
        return any(m.start() < end and start < m.end() for m in self.figure.finditer(before + own + after))


@lru_cache(maxsize=None)
def _topics(language: str) -> Mapping[str, Topic]:
    """The topics of a language's table of numbers; those of one name are the same in all languages."""
    return {name: Topic(re.compile(told["figure"], re.I), re.compile(told.get("words", "(?!)"), re.I), told.get("most"))
            for name, told in table(language, "numbers").get("told", {}).items()}


def is_told(fact: Fact, own: Article, other: Article, segments: tuple[int, ...]) -> bool:
    """Whether segments of the other side say a figure of `own` without writing it: a score, a half of a match, or a
    figure in a code."""
    said = stretch(other, segments).text
    topics = _topics(other.language)
    if any(name in topics and topics[name].words.search(said) for name, topic in _topics(own.language).items()
           if topic.holds(fact, own.text)):
        return True
    return fact.kind == "number" and (
        _is_told_score(fact.detail, said.lower(), other.language) or _is_in_code(fact.detail, said))


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
