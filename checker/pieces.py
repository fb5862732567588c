"""Segments, encoded: the joints between them, the units the aligner sees, and pieces joined into sentences afterwards.

Thai marks no sentence end, so its segmenter gives clause-sized pieces and the alignment says which of them make up a
sentence. Nothing here knows which language that is: a language whose segmenter cuts no pieces has nothing to join.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from . import furniture
from .aligner import Array, Link, Units, normalised
from .article import Article, Segment
from .encoding import Encoding
from .links import Tokens
from .onsets import Probe
from .resources import model_data

# What it costs to join two segments, by what parts them: a paragraph break, a sentence end, a mere pause.
PARAGRAPH, SENTENCE, PIECE = 1.5, 1.0, 0.4


@dataclass(frozen=True)
class Encoded:
    """An article and the encodings of its segments, in the same order.

    `pieces`: the segments are clause-sized. `probe`: what tells sentence starts by the encoder's states, if anything.
    """

    article: Article
    encodings: tuple[Encoding, ...]
    pieces: bool = False
    probe: Probe | None = None

    @cached_property
    def furniture(self) -> frozenset[int]:
        """Ids of the segments that belong to the page (`furniture.find`)."""
        return furniture.find(self.article)

    @cached_property
    def prose(self) -> tuple[int, ...]:
        """Ids of the segments that belong to the article."""
        return tuple(s.id for s in self.article.segments if s.id not in self.furniture)

    @cached_property
    def known_odds(self) -> dict[tuple[int, int], float]:
        """What `sentence_odds` was asked before."""
        return {}

    @cached_property
    def vectors(self) -> Vectors:
        """The segments' vectors."""
        return Vectors(self)

    def units(self, ids: Sequence[int]) -> Units:
        """What the aligner sees of the segments named."""
        segments = [self.article.segments[i] for i in ids]
        found = [self.encodings[i] for i in ids]
        return Units(
            np.stack([e.total for e in found]) if found else np.zeros((0, 1), np.float32),
            np.array([e.count for e in found], np.float32),
            np.array([len(s.normal.text) for s in segments], np.float32),
            joints(self, ids),
        )

    def tokens(self, segment: int) -> Tokens:
        """The segment's token states at file offsets."""
        encoding, normal = self.encodings[segment], self.article.segments[segment].normal
        spans = [normal.span(a, b) for a, b in encoding.spans]
        bounds = np.array(spans, np.int64).reshape(-1, 2)
        return Tokens(bounds[:, 0], bounds[:, 1], encoding.word_states())


class Vectors:
    """Mean token states of any group of an article's segments, with the article's mean taken out."""

    def __init__(self, encoded: Encoded) -> None:
        self.encoded = encoded
        counts = np.array([e.count for e in encoded.encodings], np.float32)
        totals = np.array([e.total for e in encoded.encodings], np.float32).reshape(len(counts), -1)
        mean = totals.sum(axis=0, dtype=np.float64) / max(float(counts.sum()), 1)
        self.centred: Array = totals - np.outer(counts, mean.astype(np.float32))
        """Sums of token states (n, d), the mean taken out of every token."""
        self._sizes = [len(s.normal.text) for s in encoded.article.segments]
        self._of: dict[tuple[int, ...], Array] = {}

    def of(self, ids: Sequence[int]) -> Array:
        """The unit vector (d,) of a group."""
        key = tuple(ids)
        if key not in self._of:
            self._of[key] = normalised(self.centred[list(key)].sum(axis=0))
        return self._of[key]

    @cached_property
    def each(self) -> Array:
        """The unit vectors (n, d) of the segments by themselves."""
        return normalised(self.centred)

    def size(self, ids: Sequence[int]) -> int:
        """Characters of a group."""
        return sum(self._sizes[i] for i in ids)


def joints(encoded: Encoded, ids: Sequence[int]) -> Array:
    """What it costs to join each of the segments named with the one before it, shape (n,)."""
    segments = [encoded.article.segments[i] for i in ids]
    costs = [SENTENCE]
    for before, after in zip(segments, segments[1:]):
        inner = _pause(encoded, before.id, after.id) if encoded.pieces else SENTENCE
        costs.append(inner if before.paragraph == after.paragraph else PARAGRAPH)
    return np.array(costs[:len(segments)], np.float32)


def _pause(encoded: Encoded, before: int, after: int) -> float:
    """What it costs to join two pieces: the more, the likelier a sentence begins between them."""
    if encoded.probe is None:
        return PIECE
    known = model_data("alignment.json")["pauses"]
    odds = sentence_odds(encoded, before, after)
    return float(np.clip(known["even"] + known["scale"] * odds, 0.0, known["most"]))


def sentence_odds(encoded: Encoded, before: int, after: int) -> float:
    """Log odds that a sentence begins between two neighbouring pieces; 0 where nothing is known of it."""
    if encoded.probe is None or not encoded.pieces:
        return 0.0
    known, where = encoded.known_odds, (before, after)
    if where not in known:
        known[where] = encoded.probe.between(encoded.encodings[before], encoded.encodings[after])
    return known[where]


def join(encoded: Encoded, links: Sequence[Link]) -> tuple[Encoded, list[Link]]:
    """Adjacent pieces of one bead and paragraph become one segment; ids are given anew, in the links as well."""
    if not encoded.pieces:
        return encoded, list(links)
    groups = _groups(encoded.article, links)
    segments = [_joined(encoded.article, new, group) for new, group in enumerate(groups)]
    encodings = [sum_encodings([encoded.encodings[i] for i in group],
                               [_shift(encoded.article, group[0], i) for i in group]) for group in groups]
    renamed = {old: new for new, group in enumerate(groups) for old in group}
    moved = [replace(x, translation=tuple(sorted({renamed[j] for j in x.translation}))) for x in links]
    merged = _merge_nulls(moved)
    return Encoded(replace(encoded.article, segments=tuple(segments)), tuple(encodings)), merged


def _groups(article: Article, links: Sequence[Link]) -> list[list[int]]:
    owner = {j: (n if x.original else -1) for n, x in enumerate(links) for j in x.translation}
    groups: list[list[int]] = []
    for segment in article.segments:
        last = groups[-1][-1] if groups else None
        if last is not None and owner[last] == owner[segment.id] and \
                article.segments[last].paragraph == segment.paragraph:
            groups[-1].append(segment.id)
        else:
            groups.append([segment.id])
    return groups


def _joined(article: Article, new: int, group: Sequence[int]) -> Segment:
    first, last = article.segments[group[0]], article.segments[group[-1]]
    return article.document.segment(new, first.paragraph, first.start, last.end)


def _shift(article: Article, first: int, other: int) -> int:
    """Where a piece begins in the normal form of the segment that its group becomes."""
    start, end = article.segments[first].start, article.segments[other].start
    return len(article.document.segment(0, 0, start, end).normal.text)


def sum_encodings(parts: Sequence[Encoding], shifts: Sequence[int]) -> Encoding:
    """The encoding of adjoining pieces as one: sums of sums, tokens one after the other."""
    if len(parts) == 1:
        return parts[0]
    spans = tuple((a + at, b + at) for part, at in zip(parts, shifts) for a, b in part.spans)
    return Encoding(
        total=np.sum([p.total for p in parts], axis=0, dtype=np.float32), count=sum(p.count for p in parts),
        spans=spans,
        states=np.concatenate([p.states for p in parts]), scales=np.concatenate([p.scales for p in parts]))


def _merge_nulls(links: Sequence[Link]) -> list[Link]:
    """Null links whose pieces became one segment are one link."""
    seen: set[tuple[int, ...]] = set()
    kept = []
    for link in links:
        if not link.original:
            if link.translation in seen:
                continue
            seen.add(link.translation)
        kept.append(link)
    return kept
