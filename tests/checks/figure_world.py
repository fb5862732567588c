"""A pair of texts for checks of figures: one sentence a line, aligned line by line, linked by position alone."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from checker.article import Alignment, Article, Bead, BeadType, Block, Document, Relation, Segment
from checker.checks import figures
from checker.checks.pair import Pair
from checker.facts import Context
from checker.finding import Agreement, Discrepancy
from checker.links import Projection
from checker.comparison import extracted


class NoLinks:
    """Links that know nothing, or what they are told: pairs of words that belong together."""

    def __init__(self, original: str, translation: str, known: Sequence[tuple[str, str]] = ()) -> None:
        self.original, self.translation, self.known = original, translation, known

    def project(self, start: int, end: int) -> Projection | None:
        return None

    def back(self, start: int, end: int) -> Projection | None:
        return None

    def strength(self, original: tuple[int, int], translation: tuple[int, int]) -> float:
        here, there = self.original[slice(*original)], self.translation[slice(*translation)]
        return float(any(one in here and other in there for one, other in self.known))


def article(text: str, language: str) -> Article:
    segments: list[Segment] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line:
            segments.append(Segment(len(segments), number, at, at + len(line), line))
        at += len(line) + 1
    blocks = tuple(Block(s.start, s.end) for s in segments)
    return Article(Document(f"text.{language}", text, blocks, language), language, tuple(segments))


def pair(original: str, translation: str, language: str, known: Sequence[tuple[str, str]] = (),
         relation: Relation = "translation") -> Pair:
    one, other = article(original, "vi"), article(translation, language)
    beads = tuple(_bead(s.id if s else None, t.id if t else None) for s, t in zip_longest(one.segments, other.segments))
    return Pair(one, other, Alignment(beads, relation, 1.0), extracted(one, Context()), extracted(other, Context()),
                lambda bead: NoLinks(original, translation, known))


def _bead(one: int | None, other: int | None) -> Bead:
    kind: BeadType = "missing" if other is None else "added" if one is None else "aligned"
    return Bead(() if one is None else (one,), () if other is None else (other,), 0.9, kind)


def found(made: Pair, least: float = 0.5) -> list[tuple[str, str, str]]:
    """Code and both sides' words of the discrepancies that are worth a warning."""
    return [(d.code, _text(made.original, d.original), _text(made.translation, d.translation))
            for d in figures.check(made) if isinstance(d, Discrepancy) and d.certainty >= least and not d.advisory]


def agreed(made: Pair) -> list[tuple[str, str]]:
    return [(_text(made.original, a.original), _text(made.translation, a.translation))
            for a in figures.check(made) if isinstance(a, Agreement)]


def _text(of: Article, place: object) -> str:
    return of.text[place.start:place.end] if place else ""  # type: ignore[attr-defined]
