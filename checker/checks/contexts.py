"""What stands beside a name or a role, and whether it is linked to what stands beside another in the translation.

Two that took each other's place have each other's words beside them.
"""
from __future__ import annotations

import re
from collections.abc import Sequence

from ..article import Article
from ..facts.names.lexicon import alternatives, edges, lexicon, lowered
from ..links import Links

# How far what stands beside reaches on each side, up to what stands beside another.
_REACH = 25

Span = tuple[int, int]


def context(article: Article, segments: Sequence[int], span: Span, others: Sequence[Span]) -> list[Span]:
    """The stretches before and after a name or a role, up to where those of another of its kind begin."""
    first, last = article.segments[segments[0]].start, article.segments[segments[-1]].end
    left = (_between(article, end, span[0]) for _, end in others if end <= span[0])
    right = (_between(article, span[1], start) for start, _ in others if start >= span[1])
    before, after = max(first, span[0] - _REACH, *left), min(last, span[1] + _REACH, *right)
    return [(a, b) for a, b in ((before, span[0]), (span[1], after)) if a < b]


def _between(article: Article, start: int, end: int) -> int:
    """Where, between two of them, the words beside one end and those beside the other begin: at the last "and", else
    half the way."""
    words = alternatives(list(lexicon(article.language).ands)).join(edges(article.language))
    ands = [match.start() for match in re.finditer(words, lowered(article.text[start:end]))]
    return start + ands[-1] if ands else (start + end) // 2


def crossing(links: Links, here: Sequence[Sequence[Span]], there: Sequence[Sequence[Span]],
             least: float = 0.0) -> float:
    """By how much what stands beside two of the original is linked to what stands beside the other in the translation
    rather than to what stands beside its own counterpart; 0 where either is linked by less than `least`."""
    def linked(a: int, b: int) -> float:
        return sum(links.strength(o, t) for o in here[a] for t in there[b])

    first, second = linked(0, 1), linked(1, 0)
    return first + second - linked(0, 0) - linked(1, 1) if min(first, second) >= least else 0.0
