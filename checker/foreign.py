"""Phrases of another language within a sentence, by the letters that stand together in one language and not in another.

A phrase of some words has too few little words to be told by them. Its trigrams tell: the odds of each word to be of
another language rather than of the article's own (naive Bayes with the profiles that langdetect brings), added up over
the words beside each other.
"""
from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from math import log, sqrt
from pathlib import Path

from .language import function_words

# The summed odds (natural log) from which words are of another language; what a sentence of its own language comes to
# by foreign terms is less.
SUMMED = 6.0
# The most that one word says, for and against, and what a capitalised one does: names keep their language.
_MOST, _NAME = 3.0, -0.5
# What a little word says that one of two languages has.
_LITTLE = 2.0
# Words without a capital that a phrase has, at least. One between quotation marks or brackets is a motto or a gloss up
# to so many words.
FEWEST, QUOTED = 4, 8
# What a trigram is held to make up of a text in a language that has none in its profile.
_RARE = 2e-6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@)\S+")
_QUOTED = re.compile(r"[“\"«‘„(\[][^“”\"«»‘’„()\[\]]*[”\"»’)\]]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words from `start` to `end` of a text in another language than it, and the odds for that (natural log)."""

    start: int
    end: int
    language: str
    odds: float


def phrases(text: str, own: str, suspects: Sequence[str]) -> list[Phrase]:
    """The phrases of a text in one of the suspected languages, in order; its own is not among them.

    `text` is in normal form. Addresses may stay, and mottoes and glosses: short, between quotation marks or brackets.

    >>> phrases("De brug is despite repeated warnings from experts weer open.", "nl", ["en"])[0].language
    'en'
    >>> phrases("Bron: https://example.org/doan-dai-bieu-tham-va-lam-viec-tai-cac-truong-dai-hoc", "nl", ["vi"])
    []
    >>> phrases("De film “The best years of our lives” draait weer.", "nl", ["en"])
    []
    """
    words = list(_WORD.finditer(_QUOTED.sub(_blank, _ADDRESS.sub(_dashes, text))))
    found = [p for language in suspects for p in _of(words, own, language)]
    found = [p for p in found
             if sum(p.start <= w.start() < p.end and w.group()[0].islower() for w in words) >= FEWEST]
    kept: list[Phrase] = []
    for phrase in sorted(found, key=lambda p: -p.odds):
        if all(phrase.end <= k.start or k.end <= phrase.start for k in kept):
            kept.append(replace(phrase, language=_likeliest(text[phrase.start:phrase.end], suspects)))
    return sorted(kept, key=lambda p: p.start)


def _likeliest(text: str, languages: Sequence[str]) -> str:
    """Which of some languages a phrase is in; in the letters of another alphabet, any of them seems likely."""
    words = [_folded(f" {w} ") for w in _WORD.findall(text) if w[0].islower()]
    grams = [word[i:i + 3] for word in words for i in range(len(word) - 2)]
    return max(languages, key=lambda code: sum(log(_profile(code).get(gram, 0.0) + _RARE) for gram in grams))


def _of(words: Sequence[re.Match[str]], own: str, language: str) -> Iterator[Phrase]:
    """The stretches of words with the highest odds to be of one language."""
    odds = [(word, _word_odds(word.group(), language, own)) for word in words]
    for other_letters, run in groupby(odds, key=lambda x: x[1] is None):
        if not other_letters:
            yield from _highest([(word, o) for word, o in run if o is not None], language)


def _highest(odds: Sequence[tuple[re.Match[str], float]], language: str) -> Iterator[Phrase]:
    """Every stretch whose odds add up to enough and to more than any longer one's or shorter one's (Bentley 1984)."""
    total, best, first, last = 0.0, 0.0, 0, 0
    for at, (_, value) in enumerate([*odds, (None, -float("inf"))]):
        total += value
        if total > best:
            best, last = total, at
        if total <= 0:
            if best >= SUMMED:
                yield Phrase(odds[first][0].start(), odds[last][0].end(), language, best)
            total, best, first = 0.0, 0.0, at + 1


def _blank(quoted: re.Match[str]) -> str:
    """What stands in the place of words between quotation marks or brackets: dashes if there are few."""
    return _dashes(quoted) if len(_WORD.findall(quoted.group())) <= QUOTED else quoted.group()


def _dashes(found: re.Match[str]) -> str:
    return "\u2014" * len(found.group())


@lru_cache(maxsize=65536)
def _word_odds(word: str, language: str, own: str) -> float | None:
    """The odds (natural log) that a word is of a language rather than of the text's own; None where its letters are
    not the language's, as between alphabets, or nothing is known of either."""
    theirs, ours = _profile(language), _profile(own)
    if _LATIN.match(word) is None or not theirs or not ours:
        return None
    if not word[0].islower():
        return _NAME
    odds = _trigram_odds(_folded(f" {word} "), theirs, ours)
    little = [word.replace("’", "'") in function_words(code) for code in (language, own)]
    if all(little):
        return 0.0
    return max(odds, _LITTLE) if little[0] else min(odds, -_LITTLE) if little[1] else odds


def _trigram_odds(text: str, theirs: Mapping[str, float], ours: Mapping[str, float]) -> float:
    """The odds (natural log) of a word between blanks by its trigrams, a long word's no more than a short one's."""
    grams = [text[i:i + 3] for i in range(len(text) - 2)]
    odds = sum(log((theirs.get(g, 0.0) + _RARE) / (ours.get(g, 0.0) + _RARE)) for g in grams) / len(grams)
    return min(max(odds * sqrt(min(len(grams), 3)), -_MOST), _MOST)


def _folded(text: str) -> str:
    """A text in the letters that the profiles are made of: they take many of a script's letters for one."""
    from langdetect.utils.ngram import NGram

    return "".join(map(NGram.normalize, text))


@lru_cache(maxsize=None)
def _profile(language: str) -> dict[str, float]:
    """How much of texts in a language each trigram makes up; empty where langdetect knows none."""
    from langdetect.detector_factory import PROFILES_DIRECTORY

    path = Path(PROFILES_DIRECTORY, language)
    if not path.is_file():
        return {}
    told = json.loads(path.read_text("utf-8"))
    whole = told["n_words"][2]
    return {gram: count / whole for gram, count in told["freq"].items() if len(gram) == 3}
