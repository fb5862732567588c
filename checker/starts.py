"""Where a sentence may begin though no stop says so: a headline or a caption that ran into the text after it.

Only a capital shows such a place, and most capitals begin a name. So each place gets its odds, by what speaks for it
and against it (a logistic model, fitted by `checker/fitting.py`), and the alignment decides whether it is worth them
(`parting.py`). An article's first segment is the likeliest to hold one: that is where headlines stand.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from .article import Article
from .facts.names.lexicon import lexicon
from .facts.numbers.lexicon import alternation
from .facts.numbers.phrases import phrases
from .languages import table
from .resources import model_data
from .segmenter import cuts_pieces
from .spaces import doubtful_spaces
from .stops import Rules, is_abbreviation, rules

# Log odds of a sentence start by a segment's id and an offset in it.
Onset = Callable[[int, int], float]
WordPairs = frozenset[tuple[str, str]]

# A capital after a space, with the quotation marks that open before it.
_CAPITAL = re.compile(r"(?<=\S )(?:« ?)?[\"'“‘„]*(?=[^\W\d_])")
# A small letter after a full stop, or a stop too many: a slip of the pen, where no abbreviation stands before it.
_SLIP = re.compile(r"(?<=\w{3}\. )\.?(?=[^\W\d_])")
_WORD = re.compile(r"[\w’'-]+")
_OPENING = "\"'“‘«„*. "
_CLOSING = "\"'”’»"
# What a sentence goes on after.
_GOES_ON = ",;:([“‘«„–—-/&"
_LONGEST_PHRASE = 3  # words of a title, such as "vice-president of the"
_AHEAD = 60  # characters in which a dateline's dash or bracket stands
_DATELINE = re.compile(r"[^\W\d_]{3,}[^.!?]{0,50}? (?:[-–—] |\()")
_USUAL = 65  # characters of a headline


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
    """What a start's signs are worth (models/alignment.json, "starts").

    `signs`: log odds by the names that `candidates` gives, and `onset` and `pause`, the weights of what the encoder
    makes of the place (`onsets.py`); `unseen`: the same for an encoder that was not asked. `scale`: joint costs a unit
    of log odds.
    `floor`: the least joint that is tried; `sure`: the least that is a start whatever the alignment says, for two
    segments that should be one are joined again; `shortest`: characters a sentence has at least.
    """

    signs: Mapping[str, float]
    unseen: Mapping[str, float]
    scale: float
    floor: float
    shortest: int
    sure: float


@lru_cache(maxsize=None)
def weights() -> Weights:
    """The tuned weights."""
    return Weights(**model_data("alignment.json")["starts"])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence may begin: a segment's id, an offset in its normal text, the signs that the article shows of it.

    `name`: the words before and after it, where they may be one name; standing together in another article as well,
    they are.
    """

    segment: int
    offset: int
    signs: Mapping[str, float]
    name: tuple[str, str] | None = None


@dataclass(frozen=True)
class Known:
    """What an article tells of words: those written small, and which follow each other.

    `goes_on`: words and phrases that no sentence ends with; `syllables`: the language writes each of them apart.
    """

    small: frozenset[str]
    pairs: Counter[tuple[str, str]]
    syllables: bool
    goes_on: frozenset[str]
    rules: Rules
    units: re.Pattern[str] | None


class Doubts:
    """The doubtful starts of an article, looked for once for all that it is aligned with."""

    def __init__(self, article: Article, onset: Onset | None = None) -> None:
        """`onset` says what the encoder makes of a place, if it can tell."""
        table = weights().signs if onset else weights().unseen
        self._elsewhere = table["elsewhere"]
        self._odds = [(place, sum(table[name] * value for name, value in place.signs.items())
                       + (table[heard(article.language)] * onset(place.segment, place.offset) if onset else 0.0))
                      for place in places(article)]

    def starts(self, other: WordPairs) -> dict[int, tuple[Start, ...]]:
        """For each segment the places in it where a further sentence may begin, if there are any worth trying.

        `other` are the word pairs of the article to be aligned with: what stands together there too is one name.
        """
        w = weights()
        found: dict[int, list[Start]] = {}
        for place, odds in self._odds:
            joint = w.scale * (odds + self._elsewhere * (place.name in other))
            if joint >= w.floor:
                found.setdefault(place.segment, []).append(Start(place.offset, joint))
        return {id: tuple(starts) for id, starts in found.items()}


def doubtful_starts(article: Article, other: Article, onset: Onset | None = None) -> dict[int, tuple[Start, ...]]:
    """`Doubts.starts` of an article that is to be aligned with one other."""
    return Doubts(article, onset).starts(word_pairs(other))


def word_pairs(article: Article) -> WordPairs:
    """The words of an article that follow each other."""
    return frozenset(pairwise(_WORD.findall(article.text)))


def candidates(article: Article, other: Article) -> Iterator[tuple[int, int, dict[str, float]]]:
    """The segment, offset and signs of each place, with what an article to be aligned with says of it."""
    pairs = word_pairs(other)
    for place in places(article):
        yield place.segment, place.offset, {**place.signs, **({"elsewhere": 1.0} if place.name in pairs else {})}


def places(article: Article) -> Iterator[Place]:
    """Each capital that might begin a sentence.

    In a language whose segments are pieces of sentences already, each space that something speaks against.
    """
    if cuts_pieces(article.language):
        yield from _spaces(article)
        return
    known = _known(article)
    for segment in article.segments:
        text, opens = segment.normal.text, float(segment.id == 0)
        units = [m.span() for m in known.units.finditer(text)] if known.units else []
        for at in sorted({*capitals(text), *_slips(text, known.rules)}):
            if any(start < at < end for start, end in units):
                continue  # "bảng Anh" is one unit
            length = opens * log(len(text[:at].rstrip()) / _USUAL) ** 2
            placed = {"bias": 1.0, "opening": opens, "first": float(segment.paragraph == 0), "length": length}
            signs, name = _signs(text, at, known)
            yield Place(segment.id, at, placed | signs, name)


def heard(language: str) -> str:
    """What the encoder's opinion of a place is called among the signs."""
    return "pause" if cuts_pieces(language) else "onset"


def _spaces(article: Article) -> Iterator[Place]:
    for segment in article.segments:
        for at, objection in doubtful_spaces(segment.normal.text, article.language):
            yield Place(segment.id, at, {objection: 1.0})


def capitals(text: str) -> Iterator[int]:
    """Offsets of the capitals amid a line that a sentence may begin with, as far as what stands before them tells."""
    least = weights().shortest
    for found in _CAPITAL.finditer(text, least, max(least, len(text) - least)):
        at = found.start()
        if text[found.end()].isupper() and text[:at].rstrip()[-1] not in _GOES_ON and _WORD.search(text[:at]):
            yield at


def _slips(text: str, rules: Rules) -> Iterator[int]:
    """Offsets after a full stop where what follows is written as no sentence begins."""
    for found in _SLIP.finditer(text):
        at = found.start()
        word = _WORD.findall(text[:at])[-1]
        if (text[found.end()].islower() or text[at] == ".") and not is_abbreviation(word, rules):
            yield at


def _known(article: Article) -> Known:
    words = _WORD.findall(article.text)
    own = table(article.language, "sentences")
    names = lexicon(article.language)
    goes_on = {*own.get("never_end", ()), *names.addresses, *names.honorifics}
    return Known(frozenset(w for w in words if w[0].islower()), Counter(pairwise(words)), bool(own.get("syllables")),
                 frozenset(goes_on), rules(article.language), _units(article.language))


@lru_cache(maxsize=None)
def _units(language: str) -> re.Pattern[str] | None:
    """A language's names of units and currencies in several words, such as may hold a capital: "đô la Mỹ", "độ C"."""
    known = phrases(language)
    names = [name for name in known.units if " " in name] if known else []
    return re.compile(rf"(?<!\w)(?:{alternation(names)})(?!\w)", re.IGNORECASE) if names else None


def _signs(text: str, at: int, known: Known) -> tuple[dict[str, float], tuple[str, str] | None]:
    """What speaks for a start at an offset, or against it; and the words around it, where they may be one name."""
    head, after = text[:at].rstrip(), text[at:].lstrip(_OPENING)
    before, (word, *following) = _WORD.findall(head), _WORD.findall(after[:_AHEAD])
    last, second = before[-1], following[0] if following else ""
    small, opens = word.lower() in known.small, word in known.rules.openers
    ends = (" ".join(before[-n:]).lower() for n in range(1, _LONGEST_PHRASE + 1))
    name = last[0].isupper() and text[at] not in _OPENING
    signs = {
        "slip": text[at] == "." or text[at].islower(),
        "stop": head[-1] in ".!?…",
        "twice": last == word,
        "known": small and not known.syllables,
        "syllable": small and known.syllables,
        "opener": opens and word not in known.rules.within,
        "within": opens and word in known.rules.within,
        "again": word in before,
        "name_again": second[:1].isupper() and second in before,
        "lower": after[len(word):].lstrip()[:1].islower(),
        "figure": last[-1].isdigit(),
        "closed": head[-1] in _CLOSING,
        "quote": text[at] in _OPENING,
        "dateline": word.isupper() and _DATELINE.match(after) is not None,
        "goes_on": any(phrase in known.goes_on for phrase in ends),
        "pair": name and known.pairs[last, word] > 1,
        "elsewhere": False,
    }
    return {name: float(shown) for name, shown in signs.items()}, (last, word) if name else None
