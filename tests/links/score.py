"""How well word links find what a word stands for: `python -m tests.links.score dev` (or `test`).

The gold set (`gold.tsv`) has a sentence and its translation a line, with stretches of both that say the same. Each is
projected as the checks do it, and compared with what it should have found.
"""
from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from checker.encoder import load
from checker.encoding import Encoding
from checker.links import Parameters, Projection, TokenLinks, Tokens, parameters

GOLD = Path(__file__).with_name("gold.tsv")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence, its translation in a language, and the stretches (start, end) of both that say the same."""

    split: str
    language: str
    original: str
    translation: str
    links: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Over `count` links: the share whose projection touches its target, the mean F1 of its characters, and the mean
    confidence of those that touch and of those that do not (0 where there is none)."""

    count: int
    hits: float
    f1: float
    sure: float
    unsure: float


def gold(split: str) -> list[Pair]:
    """The pairs of one half, "dev" or "test"."""
    rows = [line.split("\t") for line in GOLD.read_text("utf-8").splitlines()[1:]]
    return [Pair(row[0], row[1], row[2], row[3], _spans(*row[2:])) for row in rows if row[0] == split]


def _spans(original: str, translation: str, links: str) -> tuple[tuple[Span, Span], ...]:
    pairs = [link.split(" => ") for link in links.split(" | ")]
    return tuple((_span(original, a), _span(translation, b)) for a, b in pairs)


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


@lru_cache(maxsize=None)
def _encoded(text: str) -> Encoding:
    return next(iter(load().encode([text])))


def _tokens(text: str) -> Tokens:
    encoding = _encoded(text)
    bounds = np.array(encoding.spans, np.int64).reshape(-1, 2)
    return Tokens(bounds[:, 0], bounds[:, 1], encoding.word_states())


def score(pairs: Iterable[Pair], settings: Parameters | None = None) -> Score:
    """How the links of pairs are found, from the original to the translation."""
    found: list[tuple[float, float]] = []
    for pair in pairs:
        links = TokenLinks(_tokens(pair.original), _tokens(pair.translation), settings or parameters())
        for here, there in pair.links:
            projection = links.project(*here)
            found.append((_f1(projection, there), projection.confidence if projection else 0.0))
    hits = [sure for f1, sure in found if f1 > 0]
    misses = [sure for f1, sure in found if f1 == 0]
    return Score(len(found), len(hits) / len(found), _mean([f1 for f1, _ in found]), _mean(hits), _mean(misses))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _f1(found: Projection | None, there: Span) -> float:
    """F1 of the characters found, against those that should have been."""
    if found is None:
        return 0.0
    shared = max(min(found.end, there[1]) - max(found.start, there[0]), 0)
    return 2 * shared / (found.end - found.start + there[1] - there[0])


def main(split: str) -> None:
    """Print the scores of one half of the gold set, by language."""
    pairs = gold(split)
    for language in sorted({p.language for p in pairs}):
        s = score([p for p in pairs if p.language == language])
        print(f"{language}  {s.count} links  found {s.hits:.1%}  F1 {s.f1:.1%}  "
              f"confidence where found {s.sure:.2f}, elsewhere {s.unsure:.2f}")


if __name__ == "__main__":
    main(sys.argv[1])
