"""Where a sentence may begin though no stop says so: a headline or a caption that ran into the text after it.

Only a capital shows such a place, and most capitals begin a name. So each place gets a price, by what speaks for it
and against it, and the alignment decides whether it is worth it (`parting.py`). The first sentence of a paragraph
alone is looked at: that is where headlines stand.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .article import Article, Segment
from .languages import table
from .resources import model_data
from .segmenter import cuts_pieces

# A capital after a space, with the quotation marks that open before it.
_CAPITAL = re.compile(r"(?<=\S )(?:« ?)?[\"'“‘„]*(?=[^\W\d_])")
_WORD = re.compile(r"[\w’'-]+")
_STOP = re.compile(r"[.!?…][\"'”’» )\]]*$")
_OPENING = "\"'“‘«„* "
# What a sentence goes on after.
_GOES_ON = ",;:([“‘«„–—-/&"
_LONGEST_PHRASE = 3  # words of a title, such as "vice-president of the"


@dataclass(frozen=True, order=True, slots=True)
class Cut:
    """A segment's id, and the offset in its normal text where a further sentence begins."""

    segment: int
    offset: int


@dataclass(frozen=True, slots=True)
class Start:
    """A doubtful sentence start: the offset in the segment's normal text, and what not joining there must gain.

    `joint` is in units of the aligner's `Parameters.join`: below 0, where the two parts are likely one sentence.
    """

    offset: int
    joint: float


@dataclass(frozen=True)
class Weights:
    """What speaks for a start (models/alignment.json, "starts"), in the aligner's units of `join`.

    `base`: any capital. `known`: the word is written small elsewhere in the article; `syllable`: the same in a language
    that writes each syllable apart, where it says less. `again`: the word stood in the sentence before. `lower`: a
    small letter follows, so that no name of several words begins. `capital`: the word before has a capital too.
    `quote`: a quotation opens. `later`: it is not the article's first paragraph. `pieces`: the other side is cut into
    pieces, which fit almost anything. `floor`: the least joint that is tried; `shortest`: characters a sentence has at
    least.
    """

    base: float
    known: float
    syllable: float
    again: float
    lower: float
    capital: float
    quote: float
    later: float
    pieces: float
    floor: float
    shortest: int


@lru_cache(maxsize=None)
def weights() -> Weights:
    """The tuned weights."""
    return Weights(**model_data("alignment.json")["starts"])


@dataclass(frozen=True)
class _Known:
    """What two articles tell of words: those written small in the one, and which follow each other in either."""

    small: frozenset[str]
    pairs: Counter[tuple[str, str]]
    elsewhere: frozenset[tuple[str, str]]
    syllables: bool
    goes_on: frozenset[str]


def doubtful_starts(article: Article, other: Article, *, pieces: bool = False) -> dict[int, tuple[Start, ...]]:
    """For each segment that begins a paragraph, the places in it where a sentence may begin, if there are any.

    `other` is the article to be aligned with: what stands together there too is one name. `pieces`: that it is cut
    into clause-sized pieces.
    """
    known, w = _known(article, other), weights()
    found = {}
    for segment in _suspects(article):
        extra = w.later * (segment.id > 0) + w.pieces * pieces
        found[segment.id] = tuple(_starts(segment, known, extra))
    return {id: starts for id, starts in found.items() if starts}


def in_doubt(article: Article, other: Article) -> dict[int, tuple[Start, ...]]:
    """The doubtful starts of an article beside another, in a language whose sentences end with a stop; else none."""
    if cuts_pieces(article.language):
        return {}
    return doubtful_starts(article, other, pieces=cuts_pieces(other.language))


def _suspects(article: Article) -> list[Segment]:
    """The sentences that begin a paragraph and end with a stop: a headline that stands apart has none."""
    before = [None, *(s.paragraph for s in article.segments)]
    return [s for s, last in zip(article.segments, before) if s.paragraph != last and _STOP.search(s.normal.text)]


def _known(article: Article, other: Article) -> _Known:
    words, theirs = (_WORD.findall(a.text) for a in (article, other))
    rules = table(article.language, "sentences")
    names = table(article.language, "names")
    goes_on = {*rules.get("never_end", ()), *names.get("roles", ()), *names.get("honorifics", ())}
    return _Known(frozenset(w for w in words if w[0].islower()), Counter(zip(words, words[1:])),
                  frozenset(zip(theirs, theirs[1:])), bool(rules.get("syllables")), frozenset(goes_on))


def _starts(segment: Segment, known: _Known, extra: float) -> Iterable[Start]:
    text, least = segment.normal.text, weights().shortest
    for found in _CAPITAL.finditer(text, least, max(least, len(text) - least)):
        if not text[found.end()].isupper() or text[:found.start()].rstrip()[-1] in _GOES_ON:
            continue
        joint = _joint(text, found.start(), known)
        if joint is not None and joint + extra >= weights().floor:
            yield Start(found.start(), joint + extra)


def _joint(text: str, at: int, known: _Known) -> float | None:
    """The price of a start at an offset; None where none can be."""
    before, after = _WORD.findall(text[:at]), text[at:].lstrip(_OPENING)
    word = _WORD.findall(after[:60])[0]
    if not before or any(" ".join(before[-n:]).lower() in known.goes_on for n in range(1, _LONGEST_PHRASE + 1)):
        return None
    last, quote = before[-1], text[at] in _OPENING
    if last[0].isupper() and not quote and (known.pairs[last, word] > 1 or (last, word) in known.elsewhere):
        return None
    w = weights()
    small = (w.syllable if known.syllables else w.known) if word.lower() in known.small else 0.0
    lower = after[len(word):].lstrip()[:1].islower()
    signs = ((w.again, word in before), (w.lower, lower), (w.capital, last[0].isupper()), (w.quote, quote))
    return w.base + small + sum(weight for weight, shown in signs if shown)
