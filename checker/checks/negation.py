"""A negation that one side has and the other lacks.

Counting words cries wolf: languages deny with verbs, prefixes and adverbs of their own, and translators turn a denial
into its contrary ("has not weakened": "remains strong"). So it is a fault only where one side denies more often than
the other, where no word that could carry the denial stands at its counterpart, and where what is denied is linked to
words of the other side, that is, translated and not paraphrased. A denial of what is negative by itself ("not
forgotten") is the other way round: what carries it is no negative word. Loud only where all other versions witness it.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..article import Article, Bead
from ..finding import Agreement, Discrepancy, Message, Place
from ..i18n import N_
from ..links import Links, Projection
from .denials import Cues, Span, cues as cues_of
from .pair import Pair

# What is denied: so many characters after the negating word and the rest of a word, up to a pause or a name, which is
# linked whatever is said of it.
SCOPE = 20
_PAUSE = frozenset(".,;:!?…\"“”«»()[]\n")
# How near the counterpart a soft word must stand to carry the denial, in characters.
NEAR = 8
# How strongly what is denied must be linked for it to be translated and not paraphrased. More is asked of a denial that
# the translation has more, which a translator may put in to say the same.
LITERAL, LITERAL_GAINED = 0.33, 0.5


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead: its words in normal form, and its denials at the file's offsets."""

    article: Article
    segments: tuple[int, ...]
    cues: Cues

    @property
    def denials(self) -> list[Span]:
        """Where the side denies."""
        normals = [self.article.segments[i].normal for i in self.segments]
        return [n.span(a, b) for n in normals for a, b in self.cues.denials(n.text)]

    @property
    def refusals(self) -> list[Span]:
        """Where the side refuses, in words that no negation is said of."""
        normals = [self.article.segments[i].normal for i in self.segments]
        found = [n.span(*m.span()) for n in normals for m in self.cues.refusing.finditer(n.text)]
        return [r for r in found if not self.has(self.cues.strong, r[0] - SCOPE, r[1])]

    def has(self, words: re.Pattern[str], start: int, end: int) -> bool:
        """Whether any of some words stand, at least in part, between two offsets."""
        normals = [self.article.segments[i].normal for i in self.segments]
        spans = (n.span(*m.span()) for n in normals for m in words.finditer(n.text))
        return any(a < end and start < b for a, b in spans)

    def scope(self, denial: Span) -> Span:
        """The words that are denied: those after the negating ones."""
        text, start, end = self.article.text, denial[1], denial[1]
        while end < self.place[1] and (end - start < SCOPE or text[end].isalnum()):
            if text[end] in _PAUSE or text[end].isupper() and not text[end - 1].isalnum():
                break
            end += 1
        return start, start + len(text[start:end].rstrip())

    def text(self, span: Span) -> str:
        """The file's words of a span, on one line."""
        return " ".join(self.article.text[slice(*span)].split())

    @property
    def place(self) -> Span:
        """From the first segment to the last."""
        return self.article.segments[self.segments[0]].start, self.article.segments[self.segments[-1]].end


@dataclass(frozen=True, slots=True)
class _Unanswered:
    """A denial that the other side may lack: it with what is denied, the latter, and where both are said there."""

    denial: Span
    scope: Span
    said: tuple[Projection, ...]

    @staticmethod
    def of(side: _Side, denial: Span, other: _Side, links: Links | _Turned) -> _Unanswered:
        """A denial of one side, looked up on the other."""
        scope = side.scope(denial)
        said = tuple(p for p in (links.project(*scope), links.project(*denial)) if p)
        return _Unanswered((denial[0], scope[1]), scope, said)

    @property
    def linked(self) -> float:
        """How strongly what is denied is linked, 0 to 1."""
        return self.said[0].confidence if self.said else 0.0

    def there(self, other: _Side) -> Span:
        """Where the other side says what is denied here."""
        return (self.said[0].start, self.said[0].end) if self.said else other.place

    def near(self, other: _Side, words: re.Pattern[str]) -> bool:
        """Whether any of some words stand at the counterpart."""
        return any(other.has(words, p.start - NEAR, p.end + NEAR) for p in self.said)

    def carried(self, side: _Side, other: _Side) -> bool:
        """Whether a word at the counterpart carries the denial without being one."""
        if self.near(other, other.cues.strong):
            return True
        negative = self.near(other, other.cues.soft)
        if side.has(side.cues.soft, *self.scope):
            return not negative
        return negative or self.near(other, other.cues.contrast)


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """At most one finding for each bead, of a denial that is lost or gained; else an agreement.

    By itself a finding is a note; it is loud where all other versions agree with the original (see `witnesses`).
    """
    here, there = cues_of(pair.original.language), cues_of(pair.translation.language)
    if here is None or there is None or pair.alignment.relation == "abridged":  # who sums up says it in other words
        return
    for bead in pair.beads:
        yield from _compared(pair, bead, _Side(pair.original, bead.original, here),
                             _Side(pair.translation, bead.translation, there))


def _compared(pair: Pair, bead: Bead, original: _Side, translation: _Side) -> Iterator[Discrepancy | Agreement]:
    denied, denies = original.denials, translation.denials
    links = pair.links(bead)
    turned = _Turned(links)
    if lost := _unanswered(original, denied, denies, translation, links) or _unrefused(original, translation, links):
        yield from _lost(original, translation, lost)
    elif gained := (_unanswered(translation, denies, denied, original, turned)
                    or _unrefused(translation, original, turned)):
        yield from _gained(original, translation, gained)
    else:
        value = "denies" if denied else "affirms"
        yield Agreement("content", Place(*original.place, value), Place(*translation.place, value), bead.score)


@dataclass(frozen=True, slots=True)
class _Turned:
    """The links of a bead seen from the translation."""

    links: Links

    def project(self, start: int, end: int) -> Projection | None:
        return self.links.back(start, end)

    def strength(self, translation: Span, original: Span) -> float:
        return self.links.strength(original, translation)


def _unanswered(side: _Side, denials: Sequence[Span], answers: Sequence[Span], other: _Side,
                links: Links | _Turned) -> _Unanswered | None:
    """The denial of one side that is linked least to any of the other, which has fewer, and that no word carries."""
    loneliest = sorted(denials, key=lambda d: max((links.strength(d, a) for a in answers), default=0.0))
    for denial in loneliest[:max(len(denials) - len(answers), 0)]:
        found = _Unanswered.of(side, denial, other, links)
        if not found.carried(side, other):
            return found
    return None


def _unrefused(side: _Side, other: _Side, links: Links | _Turned) -> _Unanswered | None:
    """The first refusal of one side at whose counterpart the other neither refuses nor denies."""
    for refusal in side.refusals:
        found = _Unanswered.of(side, refusal, other, links)
        cues = other.cues
        if not any(found.near(other, w) for w in (cues.refusing, cues.soft, cues.strong, cues.contrast)):
            return found
    return None


def _lost(original: _Side, translation: _Side, lost: _Unanswered) -> Iterator[Discrepancy]:
    there = lost.there(translation)
    if lost.linked >= LITERAL:
        message = Message(N_("The original denies («{word}»); the translation does not («{other}»)."),
                          {"word": original.text(lost.denial), "other": translation.text(there)})
        yield Discrepancy("negation-changed", message, Place(*lost.denial, "denies"), Place(*there, "affirms"),
                          _certainty(lost), {"linked": lost.linked}, advisory=True)


def _gained(original: _Side, translation: _Side, gained: _Unanswered) -> Iterator[Discrepancy]:
    there = gained.there(original)
    if gained.linked >= LITERAL_GAINED:
        message = Message(N_("The translation denies («{word}»); the original does not («{other}»)."),
                          {"word": translation.text(gained.denial), "other": original.text(there)})
        yield Discrepancy("negation-changed", message, Place(*there, "affirms"), Place(*gained.denial, "denies"),
                          _certainty(gained), {"linked": gained.linked}, advisory=True)


def _certainty(found: _Unanswered) -> float:
    return 0.45 + 0.35 * found.linked
