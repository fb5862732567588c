"""Two thirds that are gone are one third that is left: a share told from its other side.

What is left is told by a word for it, on one side alone ("70 % are illiterate", "30 % can read"); a share that is the
rest by accident has none, or both have.
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
def _rest(language: str) -> tuple[re.Pattern[str], ...]:
    """The words for what is left, and those for what is not of a whole; what no table has is never found."""
    words = table(language, "numbers").get("fractions", {})
    return tuple(re.compile(words.get(key, "(?!)"), re.I) for key in ("left", "denied"))


def is_rest(pair: Pair, match: Match) -> bool:
    """Whether one side tells which share of a whole is left, the other which is not."""
    one, other = match.original, match.translation
    if not one.kind == other.kind == "number" or not complementary(one.detail, other.detail):
        return False
    here, there = _tell_rest(pair.original, one), _tell_rest(pair.translation, other)
    return any(first != second for first, second in zip(here, there))


def _tell_rest(article: Article, share: Fact) -> tuple[bool, ...]:
    near = max(0, share.start - REACH), share.end + REACH
    return tuple(bool(words.search(article.text, *near)) for words in _rest(article.language))
