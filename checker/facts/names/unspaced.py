"""A text that is written without spaces, cut into the words of its dictionary and the foreign stretches between them.

How such a language is written is data: `[unspaced]` of its names.toml. A stretch is foreign where its letters follow
each other as those of foreign names do (`models/foreign.json`, made by `train_foreign`) and no row of words is
likelier: กิลมอร์ is a name, though words stand in it. The cheapest way through the text decides (Viterbi).
"""
from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from ... import languages as _languages

# What stands at the ends of a foreign word among its letters.
EDGE = "^"
# The costs (-log of a rough probability) of one of the commonest words, of any other, of beginning a foreign stretch,
# and of a letter that is neither a word nor foreign.
_COMMON, _WORD, _FOREIGN, _STRAY = 6.0, 11.0, 5.0, 14.0


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How a language is written without spaces.

    `run` finds stretches of its letters; a syllable never begins with one of `marks`, nor ends with one of `leading`.
    `words` are the dictionary's, `common` the commonest of them; `lengths` those that words have, by their first two
    letters. `ands` tie names, and stand in none.
    """

    run: re.Pattern[str]
    leading: frozenset[str]
    marks: frozenset[str]
    words: frozenset[str]
    common: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    ands: frozenset[str]

    def parts(self, text: str, at: int) -> bool:
        """Whether one word may end and another begin before place `at` of a text."""
        return (at == 0 or text[at - 1] not in self.leading) and (at >= len(text) or text[at] not in self.marks)


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """How foreign words are spelt: what a letter costs after up to two others, and what it costs to look at fewer."""

    costs: Mapping[str, float]
    fewer: Mapping[str, float]

    def cost(self, before: str, letter: str) -> float:
        """The cost of a letter after the two before it."""
        spent = 0.0
        while True:
            found = self.costs.get(before + letter)
            if found is not None or not before:
                return spent + (_STRAY if found is None else found)
            spent += self.fewer.get(before, 0.0)
            before = before[1:]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text from `start` to `end`: a word of the dictionary, or what is none."""

    start: int
    end: int
    known: bool


@lru_cache(maxsize=None)
def writing(language: str) -> Writing | None:
    """How a language is written without spaces; None for one that parts its words."""
    names = _languages.table(language, "names")
    data: dict[str, Any] = names.get("unspaced", {})
    if not data:
        return None
    words = frozenset(_listed(data["words"], language)) | frozenset(data.get("loans", ()))
    common = frozenset(_listed(data["common"], language))
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for word in words | common:
        lengths[word[:2]].add(len(word))
    return Writing(_run(data["letters"]), frozenset(data["leading"]), frozenset(data["marks"]), words,
                   common, {start: tuple(sorted(found)) for start, found in lengths.items()},
                   frozenset(names.get("and", "").split()))


@lru_cache(maxsize=65536)
def is_unspaced(text: str) -> bool:
    """Whether a text begins with a letter of a language that is written without spaces.

    >>> is_unspaced("โตเกียว"), is_unspaced("Tokyo")
    (True, False)
    """
    return any(run.match(text) for run in _runs())


@lru_cache(maxsize=None)
def _runs() -> tuple[re.Pattern[str], ...]:
    """The letters of every such language, without the dictionary, which takes time to read."""
    data = (_languages.table(language, "names").get("unspaced", {}) for language in _languages.languages())
    return tuple(_run(d["letters"]) for d in data if d)


def _run(letters_: str) -> re.Pattern[str]:
    return re.compile(f"[{letters_}]+")


@lru_cache(maxsize=None)
def letters(language: str) -> Letters:
    """How foreign words are spelt in a language; where that was never learned, no stretch is foreign."""
    learned = json.loads(files("checker.models").joinpath("foreign.json").read_text("utf-8"))
    return Letters(**learned.get(language, {"costs": {}, "fewer": {}}))


def _listed(where: str, language: str) -> Iterator[str]:
    """The words that a language's data point to: a file of its folder, or "package.module:function" of a library."""
    module, _, function = where.partition(":")
    if function:
        found = getattr(import_module(module), function)()
    else:
        found = (files(_languages.__name__) / language / where).read_text("utf-8").split("\n")
    return (word.strip() for word in found if word.strip())


@lru_cache(maxsize=512)
def cut(text: str, language: str) -> tuple[Piece, ...]:
    """The pieces of all stretches of the language's letters, in order; none where words are parted by spaces.

    >>> [("พบกิลมอร์ที่ลอนดอน"[p.start:p.end], p.known) for p in cut("พบกิลมอร์ที่ลอนดอน", "th")]
    [('พบ', True), ('กิลมอร์', False), ('ที่', True), ('ลอนดอน', True)]
    """
    of = writing(language)
    return tuple(Piece(m.start() + a, m.start() + b, known) for m in of.run.finditer(text)
                 for a, b, known in _pieces(m.group(), of, letters(language))) if of else ()


def _pieces(run: str, of: Writing, spelt: Letters) -> Iterator[tuple[int, int, bool]]:
    """The cheapest row, but for an "and" among foreign letters, however like them its own are: two names stand there.

    >>> [p.known for p in cut("ครอว์ลีย์และเพอร์กินส์", "th")]
    [False, True, False]
    """
    inside = re.compile("|".join(of.ands))
    for start, end, known in _cheapest(run, of, spelt):
        found = inside.finditer(run[start:end]) if of.ands and not known else ()
        ties = [(start + m.start(), start + m.end()) for m in found]
        edges = [start, *(at for tie in ties for at in tie), end]
        for a, b in zip(edges, edges[1:]):
            yield from ((a + x, a + y, k) for x, y, k in _cheapest(run[a:b], of, spelt)) if ties else [(a, b, known)]


@lru_cache(maxsize=2048)
def known_words(text: str, language: str, least: int = 3) -> tuple[tuple[int, int], ...]:
    """Spans of dictionary words; none in languages that part their words by spaces.

    Words shorter than `least` letters, which stand inside many a foreign name, count only if they are among the
    commonest of the language: และ, ที่, จะ.

    >>> known_words("ประเทศไทย", "th")
    ((0, 6), (6, 9))
    """
    of = writing(language)
    return tuple((p.start, p.end) for p in cut(text, language)
                 if of and p.known and (p.end - p.start >= least or text[p.start:p.end] in of.common))


def _cheapest(run: str, of: Writing, spelt: Letters) -> list[tuple[int, int, bool]]:
    """The cheapest row of words and foreign stretches: (start, end, whether it is a word)."""
    best, back = [0.0] + [math.inf] * len(run), [(0, False)] * (len(run) + 1)
    # The cheapest foreign stretch that goes on past a place, after its first letter and later: (cost, start).
    first, later = (math.inf, 0), (math.inf, 0)
    for at in range(len(run)):
        for end, cost in _words(run, at, of):
            if best[at] + cost < best[end]:
                best[end], back[end] = best[at] + cost, (at, True)
        before, letter = run[at - 1:at], run[at]
        later = min((first[0] + spelt.cost(EDGE + before, letter), first[1]),
                    (later[0] + spelt.cost(run[max(0, at - 2):at], letter), later[1]))
        first = (math.inf, 0)
        if of.parts(run, at):
            first = best[at] + _FOREIGN + spelt.cost(EDGE + EDGE, letter), at
        options = [(best[at] + _STRAY, at)]
        if of.parts(run, at + 1):
            options.append((later[0] + spelt.cost(run[max(0, at - 1):at + 1], EDGE), later[1]))
        cost, start = min(options)
        if cost < best[at + 1]:
            best[at + 1], back[at + 1] = cost, (start, False)
    pieces, at = [], len(run)
    while at:
        start, known = back[at]
        pieces.append((start, at, known))
        at = start
    return pieces[::-1]


def _words(run: str, at: int, of: Writing) -> Iterator[tuple[int, float]]:
    """Where the dictionary's words that begin at a place end, and what they cost."""
    for length in of.lengths.get(run[at:at + 2], ()):
        word = run[at:at + length]
        if len(word) == length and (word in of.common or word in of.words):
            yield at + length, _COMMON if word in of.common else _WORD
