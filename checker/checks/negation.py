"""A negation that one side has and the other lacks.

Counting words cries wolf: languages deny with verbs, prefixes and adverbs of their own. So a denial that only one side
has is a doubt, less of one where the other side holds no word that could carry it (the `soft` words of words.toml), and
loud only where the other versions bear witness, in sentences short enough for the question to have an answer.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..article import Article, Bead
from ..finding import Agreement, Discrepancy, Message, Place
from ..i18n import N_
from ..languages import table
from .pair import Pair

# Beyond this many characters a sentence holds several clauses, and which of them is denied cannot be told by words.
LONGEST = 180


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled negation words of a language."""

    strong: re.Pattern[str]
    soft: re.Pattern[str]
    idle: re.Pattern[str]


@lru_cache(maxsize=None)
def cues(language: str) -> Cues | None:
    """The negation words of a language; None where it has no table."""
    data = table(language, "words")
    words = data.get("negation")
    if not words:
        return None
    whole = bool(data.get("function"))  # a language that parts its words
    return Cues(*(_pattern(words[key], whole) for key in ("strong", "soft", "idle")))


def _pattern(words: list[str], whole: bool) -> re.Pattern[str]:
    parts = [re.escape(w).replace(r"\*", r"\w{3,}") for w in sorted(words, key=len, reverse=True)]
    if whole:
        parts = [rf"(?<!\w){p}" + ("" if p.endswith("'") else r"(?!\w)") for p in parts]
    return re.compile("|".join(parts), re.IGNORECASE)


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """One finding for each short sentence whose negation is lost, or that gained one; agreements where both deny.

    By itself a finding is a doubt; it is loud where the other versions deny with the original (see `witnesses`).
    """
    here, there = cues(pair.original.language), cues(pair.translation.language)
    if here is None or there is None:
        return
    for bead in pair.beads:
        if len(bead.original) == 1 and len(bead.translation) == 1:
            yield from _compared(pair, bead, here, there)


def _compared(pair: Pair, bead: Bead, here: Cues, there: Cues) -> Iterator[Discrepancy | Agreement]:
    original, translation = _text(pair.original, bead.original[0]), _text(pair.translation, bead.translation[0])
    if max(len(original), len(translation)) > LONGEST:
        return
    denied, denies = denials(original, here), denials(translation, there)
    if bool(denied) == bool(denies):
        o, t = pair.original.segments[bead.original[0]], pair.translation.segments[bead.translation[0]]
        value = "denies" if denied else "affirms"
        yield Agreement("content", Place(o.start, o.end, value), Place(t.start, t.end, value), bead.score)
    if denied and not denies:
        yield _finding(pair, bead, denied[0], None, bool(there.soft.search(translation)))
    elif denies and not denied:
        yield _finding(pair, bead, None, denies[0], bool(here.soft.search(original)))


def denials(text: str, words: Cues) -> list[tuple[int, int]]:
    """Where a normal-form text negates, leaving out negating words that are part of something else."""
    idle = [m.span() for m in words.idle.finditer(text)]
    return [m.span() for m in words.strong.finditer(text) if not any(a <= m.start() < b for a, b in idle)]


def _text(article: Article, segment: int) -> str:
    return article.segments[segment].normal.text


def _finding(pair: Pair, bead: Bead, denied: tuple[int, int] | None,
             denies: tuple[int, int] | None, soft: bool) -> Discrepancy:
    """The whole sentence of the original against the place in question, so that other versions can bear witness."""
    links = pair.links(bead)
    certainty, evidence = 0.15 if soft else 0.4, {"soft": float(soft)}
    o, t = pair.original.segments[bead.original[0]], pair.translation.segments[bead.translation[0]]
    if denied:
        a, b = o.normal.span(*denied)
        there = links.project(a, b)
        place = Place(there.start, there.end, "affirms") if there else Place(t.start, t.end, "affirms")
        message = Message(N_("The original denies («{word}»); the translation does not."),
                          {"word": pair.original.text[a:b]})
        return Discrepancy("negation-changed", message, Place(o.start, o.end, "denies"), place,
                           certainty, evidence)
    assert denies is not None
    a, b = t.normal.span(*denies)
    message = Message(N_("The translation denies («{word}»); the original does not."),
                      {"word": pair.translation.text[a:b]})
    return Discrepancy("negation-changed", message, Place(o.start, o.end, "affirms"), Place(a, b, "denies"),
                       certainty, evidence)
