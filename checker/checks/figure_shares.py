"""Two thirds that are gone are one third that is left: a share told from its other side.

What is left is told by a word for it, on one side alone; a share that is the rest by accident has none, or both have.
"""
from __future__ import annotations

import re
from functools import lru_cache

from ..article import Article
from ..facts import Fact
from ..facts.numbers.compare import complementary
from ..languages import table
from .figure_matches import Match
from .pair import Pair

# How many characters beside a share may hold the word for what is left.
REACH = 32


@lru_cache(maxsize=None)
def _left(language: str) -> re.Pattern[str] | None:
    """The words for what is left in a language's table of numbers; None where it has none."""
    words = table(language, "numbers").get("fractions", {}).get("left")
    return re.compile(words, re.I) if words else None


def is_rest(pair: Pair, match: Match) -> bool:
    """Whether one side tells which share of a whole is left, the other which is not."""
    one, other = match.original, match.translation
    if not one.kind == other.kind == "number" or not complementary(one.detail, other.detail):
        return False
    return _tells_rest(pair.original, one) != _tells_rest(pair.translation, other)


def _tells_rest(article: Article, share: Fact) -> bool:
    words = _left(article.language)
    return bool(words and words.search(article.text, max(0, share.start - REACH), share.end + REACH))
