"""A second look at where sentences begin, with both languages in view: what no stop parts, the alignment may.

A headline that ran into the text after it is one sentence to a reader of stops, and swallows its neighbour's partner.
Where the alignment sets its two parts beside different sentences (`cuts.py`), the segment is cut.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from .article import Article, Segment
from .encoder import Encoder
from .onsets import probe_of
from .results import NOTHING, Results
from .segmenter import cuts_pieces
from .starts import Cut, doubtful_starts, places


def part(articles: Sequence[Article], encoder: Encoder, results: Results = NOTHING,
         meanwhile: Callable[[], None] | None = None) -> list[Article]:
    """An original (the first) and its versions, their segments cut where the alignment says so.

    The original is one for all: it is cut where at least half of its versions would. Sets in which nothing is in
    doubt, and sets that were looked at before, are not encoded for this; a bilingual file's own segments stay.
    `meanwhile`: see `comparison.encode`.
    """
    original, versions = articles[0], articles[1:]
    pairs = [pair for version in versions for pair in ((original, version), (version, original))]
    doubtful = any(_in_doubt(*pair, encoder) for pair in pairs)
    if not doubtful or any(version.pairs is not None for version in versions):
        return list(articles)
    cuts = results.once(lambda: _cuts(articles, encoder, meanwhile), "cuts", encoder.name, encoder.revision,
                        *(repr((a.language, a.segments)) for a in articles))
    return [recut(article, some) for article, some in zip(articles, cuts, strict=True)]


def _in_doubt(article: Article, other: Article, encoder: Encoder) -> bool:
    """Whether there is a place to ask about; of an encoder without a probe, whether the text alone gives reason to."""
    if probe_of(encoder.name, encoder.revision, pieces=cuts_pieces(article.language)):
        return any(True for _ in places(article))
    return bool(doubtful_starts(article, other))


def _cuts(articles: Sequence[Article], encoder: Encoder,
          meanwhile: Callable[[], None] | None) -> tuple[tuple[Cut, ...], ...]:
    from .cuts import agreed_cuts

    return agreed_cuts(articles, encoder, meanwhile)


def recut(article: Article, cuts: Sequence[Cut]) -> Article:
    """The article with its segments cut, their ids given anew."""
    by_segment: dict[int, list[int]] = {}
    for cut in sorted(cuts):
        by_segment.setdefault(cut.segment, []).append(cut.offset)
    pieces = (new for old in article.segments for new in _pieces(article, old, by_segment.get(old.id, ())))
    return replace(article, segments=tuple(replace(new, id=n) for n, new in enumerate(pieces)))


def _pieces(article: Article, segment: Segment, offsets: Sequence[int]) -> list[Segment]:
    if not offsets:
        return [segment]
    places = [segment.start, *(segment.normal.offsets[i] for i in offsets), segment.end]
    ends = [a + len(article.text[a:b].rstrip()) for a, b in pairwise(places)]
    return [article.document.segment(0, segment.paragraph, a, b) for a, b in zip(places, ends)]
