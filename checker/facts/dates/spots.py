"""Where in a sentence dates may stand: a quick look, so that the rest of it is not read closely.

A date holds a word or figure that tells of it (`grammar`), and goes across no word that neither the table of dates nor
that of numbers has. So it is enough to read what stands around the telling ones, up to such words. To look a word up in
a set is ten times as quick as to search for all words of a table.
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import chain

from .figures import KINDS, TIGHT, look_for
from .grammar import Grammar
from .lexicon import Lexicon

Spot = tuple[int, int]
"""A stretch of a text, from one space to another."""

_MARKS = ",.;:!?()\"«»"  # what stands at most words that are not letters alone
_PARTS = re.compile(r"[^\W\d_]+")


class Spots:
    """Finds the stretches of a language's texts in which dates may stand.

    `numbers` are the language's number words. Where words have no spaces between them, a text is one stretch.
    """

    def __init__(self, words: Lexicon, rules: Grammar, numbers: Iterable[str]) -> None:
        telling = {kind for kind in (*words.kinds, *KINDS, *TIGHT)
                   if rules.telling.issuperset(words.symbols_of(kind) or kind)}
        spellings = words.spellings(telling)
        self._figures = look_for(telling)
        self._known = frozenset(chain.from_iterable(map(str.split, (*words.spellings(words.kinds), *numbers))))
        self._telling = _telling(spellings)
        self._parts = frozenset(max(parts, key=len) for word in self._telling if (parts := _PARTS.findall(word)))
        self._endings, self._beginnings = words.endings, words.beginnings
        self._unspaced = None if words.spaced else words.beginning(spellings)

    def find(self, text: str, places: Container[int]) -> list[Spot]:
        """The stretches of a text in lower case, in order; `places` are those where a numeral may begin."""
        if self._unspaced is not None:
            return [(0, len(text))] if self._unspaced.search(" " + text) or self._figures.search(text) else []
        known, telling, endings = self._known, self._telling, tuple(filter(text.__contains__, self._endings))
        beginnings = tuple(filter(text.__contains__, self._beginnings))
        found: list[Spot] = []
        at, first, tells = 0, -1, False
        for word in text.split(" "):
            letters = word.isalpha()
            glued = bool(endings and word.endswith(endings) or beginnings and word.startswith(beginnings))
            if not letters or word in known or at in places or glued:
                if first < 0:
                    first = at
                if not tells:
                    tells = word in telling or (glued if letters else self._tells(word))
            else:  # certainly part of no date and of no numeral
                if tells:
                    found.append((first, at - 1))
                    tells = False
                first = -1
            at += len(word) + 1
        if tells:
            found.append((first, len(text)))
        return found

    def _tells(self, word: str) -> bool:
        """Whether a word that is not letters alone tells of a date by a part of it."""
        bare = word.strip(_MARKS)
        if bare.isalpha():
            return bare in self._parts or bare.endswith(self._endings) or bare.startswith(self._beginnings)
        parts = _PARTS.findall(word)
        if not self._parts.isdisjoint(parts) or self._figures.search(word):
            return True
        return bool(self._endings) and any(part.endswith(self._endings) for part in parts)


def _telling(spellings: Iterable[str]) -> frozenset[str]:
    """Words of which each of some spellings holds one; the longest, which is seldom "the" or "of"."""
    found: set[str] = set()
    for spelling in sorted(spellings, key=lambda spelling: spelling.count(" ")):
        words = spelling.split()
        if found.isdisjoint(words):
            found.add(max(words, key=len))
    return frozenset(found)
