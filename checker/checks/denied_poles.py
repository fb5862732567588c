"""A word that one side denies and the other says plainly: "not difficult" where the translation has "difficult".

A word of an opposites' table that is linked to one of the same pole is surely translated and not paraphrased, so that a
denial which bears on it and which nothing on the other side can carry is lost (or gained), whatever other versions say.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from ..article import Article, Bead
from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from . import poles
from .denials import Cues, Sign, cues
from .pair import Pair
from .poles import Pole
from .sides import Sides

# The link from which two words of one pole stand for each other.
LINKED = 0.2
# How near a word what is negative by its meaning may bear on it, in characters before it and after it.
BEFORE, AFTER = 30, 12
CERTAIN = 0.6

_PAUSE = frozenset(",;:.!?…()[]\n")


@dataclass(frozen=True, slots=True)
class _Word:
    """A pole's word at the file's offsets; `denied`: from its denial to its end; `plain`: its clause denies nothing."""

    start: int
    end: int
    pole: Pole
    denied: tuple[int, int] | None
    plain: bool


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each word that is denied on one side alone."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        ours = _words(pair.original, bead.original)
        theirs = _words(pair.translation, bead.translation) if ours else []
        if theirs:
            yield from _compared(pair, bead, Sides(ours, theirs, pair.links(bead)))


def _compared(pair: Pair, bead: Bead, texts: Sides[_Word]) -> Iterator[Discrepancy]:
    more = _denials(pair.original, bead.original) - _denials(pair.translation, bead.translation)
    for own in texts.ours:
        link, other = max(((texts.link(own, b), b) for b in texts.theirs if poles.same(own.pole, b.pole)),
                          key=itemgetter(0), default=(0.0, None))
        if other and link >= LINKED and all(texts.leads(own, other)) and not _answered(texts, own, other):
            if own.denied and other.plain and more > 0:
                yield _lost(pair, bead, own, other, link)
            elif own.plain and other.denied and more < 0:
                yield _gained(pair, bead, own, other, link)


def _denials(article: Article, segments: tuple[int, ...]) -> int:
    """How often some segments deny or refuse: a side that does so as often may say the denial elsewhere."""
    known = cues(article.language)
    return sum(s.kind in ("strong", "refusing", "idle") for i in segments if known
               for s in known.signs(article.segments[i].normal.text))


def _answered(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether a word of the contrary pole may say what is denied."""
    return any(poles.contrary(own.pole, b.pole) for b in texts.theirs) or any(
        poles.contrary(other.pole, a.pole) for a in texts.ours)


def _words(article: Article, segments: tuple[int, ...]) -> list[_Word]:
    """The words of poles in some segments that are plainly said, with what denies them."""
    known = cues(article.language)
    found: list[_Word] = []
    if known is None:
        return found
    for normal in (article.segments[i].normal for i in segments):
        signs = known.signs(normal.text)
        for pole in poles.find(normal.text, article.language):
            if pole.plain:
                clause = _Clause(normal.text, known, signs, pole)
                denied = normal.span(*clause.denied) if clause.denied else None
                found.append(_Word(*normal.span(pole.start, pole.end), pole, denied, not clause.signs))
    return found


@dataclass(frozen=True)
class _Clause:
    """The clause of a pole's word in a normal-form text, whose signs of negation are `every`."""

    text: str
    cues: Cues
    every: Sequence[Sign]
    pole: Pole

    @cached_property
    def signs(self) -> list[Sign]:
        """The signs in the clause, but for what the word is itself or begins with."""
        text, pole = self.text, self.pole
        start, end = self.cues.clause(text, (pole.start, pole.end), (0, len(text)), _PAUSE)
        return [s for s in self.every if start < s.end and s.start < end and not self._own(s)]

    def _own(self, sign: Sign) -> bool:
        """Whether a sign is of the word: the "un-" of "unofficial", but not the "niet" of "sluit niet uit"."""
        pole = self.pole
        inside = pole.start <= sign.start and sign.end <= pole.end
        return inside and (sign.kind != "strong" or sign.start == pole.start or sign.end == pole.end)

    @property
    def denied(self) -> tuple[int, int] | None:
        """From the one sign that denies the word to its end; None where there is none, or others may turn it back."""
        bearing = [s for s in self.signs if self._bears(s)]
        others = [s for s in self.signs if s not in bearing and (s.kind in ("strong", "refusing", "idle")
                  or s.start < self.pole.end + AFTER and self.pole.start - BEFORE < s.end)]
        if len(bearing) != 1 or others:
            return None
        return min(bearing[0].start, self.pole.start), self.pole.end

    def _bears(self, sign: Sign) -> bool:
        """Whether a sign denies the word: it stands around it or in it, or right before it."""
        if sign.kind == "idle":  # a phrase with the word in it, "not uncommon", which another language may take apart
            return sign.start <= self.pole.start and self.pole.end <= sign.end
        between = self.text[sign.end:self.pole.start]
        little = not between.strip() or set(between.lower().split()) <= self.cues.little
        return sign.kind == "strong" and sign.start < self.pole.end and little


def _lost(pair: Pair, bead: Bead, own: _Word, other: _Word, link: float) -> Discrepancy:
    message = Message(N_("The original denies («{word}»); the translation does not («{other}»)."),
                      {"word": _text(pair.original, own), "other": _text(pair.translation, other)})
    return _found(message, bead, own, other, link)


def _gained(pair: Pair, bead: Bead, own: _Word, other: _Word, link: float) -> Discrepancy:
    message = Message(N_("The translation denies («{word}»); the original does not («{other}»)."),
                      {"word": _text(pair.translation, other), "other": _text(pair.original, own)})
    return _found(message, bead, own, other, link)


def _found(message: Message, bead: Bead, own: _Word, other: _Word, link: float) -> Discrepancy:
    return Discrepancy("negation-changed", message, _place(own), _place(other), CERTAIN,
                       {"link": link, "aligned": bead.score})


def _place(word: _Word) -> Place:
    start, end = word.denied or (word.start, word.end)
    return Place(start, end, "denies" if word.denied else "affirms")


def _text(article: Article, word: _Word) -> str:
    start, end = word.denied or (word.start, word.end)
    return " ".join(article.text[start:end].split())
