"""A denial of one side looked up on the other: what it denies, where that is said there, and what might carry it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..article import Article
from ..links import Links, Projection
from . import poles
from .denials import Cues, Sign
from .poles import Pole

# What is denied: so many characters after the negating word and the rest of a word, up to a pause or a name, which is
# linked whatever is said of it.
SCOPE = 20
# The first word of it is the next blank after so many characters.
HEAD = 6
_PAUSE = frozenset(".,;:!?…\"“”«»()[]\n")
# How near the counterpart a word must stand to carry the denial, in characters: before it, and after it. What is
# negative by itself may stand anywhere in the clause.
BEFORE, AFTER = 16, 8
# How wide the counterpart of a denial may be, in characters.
WIDE = 48
_SHORT = 3  # letters of a word that is no little one
# The link from which a word is the counterpart of another.
TAKEN = 0.15
# The link from which what is denied is surely translated word for word.
SURE = 0.65
# The link from which a sign of the other side may well answer a denial: with one, it is not surely lost.
TELLING = 0.1
# The confidence from which a word surely says another one than the denial that it might carry.
ELSEWHERE = 0.4
# How surely a denial is said on the other side by another denial, and by a word that may carry it.
PLAIN, CARRIED = 0.95, 0.6
# What two denials lose as answers to each other for standing at opposite ends of their sides.
FAR = 1.0

Span = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One side of a bead, with its signs of negation at the file's offsets."""

    article: Article
    segments: tuple[int, ...]
    cues: Cues

    @cached_property
    def signs(self) -> list[Sign]:
        """All that denies or may stand for a denial, in order."""
        normals = [self.article.segments[i].normal for i in self.segments]
        return [Sign(*n.span(s.start, s.end), s.kind) for n in normals for s in self.cues.signs(n.text)]

    @property
    def denials(self) -> list[Sign]:
        """Where the side denies outright."""
        return [s for s in self.signs if s.kind == "strong"]

    @property
    def refusals(self) -> list[Sign]:
        """Where the side refuses, in words that no negation is said of."""
        return [s for s in self.signs if s.kind == "refusing"
                and not any(d.start < s.end and s.start - SCOPE < d.end for d in self.denials)]

    def between(self, start: int, end: int) -> list[Sign]:
        """The signs that stand, at least in part, between two offsets."""
        return [s for s in self.signs if s.start < end and start < s.end]

    @cached_property
    def poles(self) -> list[tuple[Span, Pole]]:
        """The words that plainly say one of two contrary things, each with its place."""
        normals = [self.article.segments[i].normal for i in self.segments]
        return [(n.span(p.start, p.end), p) for n in normals for p in poles.find(n.text, self.article.language)
                if p.plain]

    def poles_over(self, start: int, end: int) -> list[Pole]:
        """The words of these between two offsets, at least in part."""
        return [p for (first, last), p in self.poles if first < end and start < last]

    def near(self, said: Projection, wide: bool = True) -> list[Sign]:
        """The signs that stand about a stretch; `wide`: what is negative by what it means in all of its clause."""
        start, end = self._clause(said) if wide else (said.start, said.end)
        return [s for s in self.signs if s.start < said.end + AFTER and said.start - BEFORE < s.end
                or s.kind in ("soft", "refusing") and start <= s.start and s.end <= end]

    def _clause(self, said: Projection) -> Span:
        return self.cues.clause(self.article.text, (said.start, said.end), self.place, _PAUSE)

    def scope(self, denial: Sign) -> Span:
        """The words that are denied: those after the negating ones."""
        text, start, end = self.article.text, denial.end, denial.end
        while end < self.place[1] and (end - start < SCOPE or text[end].isalnum()):
            named = text[end].isupper() and not text[end - 1].isalnum() and text[start:end].strip()
            parted = text[end] == " " and not self.cues.parted and end - start > HEAD
            if text[end] in _PAUSE or named or parted:
                break
            end += 1
        return start, start + len(text[start:end].rstrip())

    def opened(self, span: Span) -> Span:
        """A stretch with the word before it where it begins with little ones: a verb whose clause it is."""
        text, (start, end) = self.article.text, span
        while start > self.place[0] and self.cues.parted and self._little(text[start:end].split()[:1]):
            before = text[self.place[0]:start].rstrip()
            if not before or before[-1] in _PAUSE:
                break
            start = self.place[0] + before.rfind(" ") + 1
        return start, end

    def _little(self, words: Sequence[str]) -> bool:
        return all(len(word) < _SHORT or word.lower() in self.cues.little for word in words)

    def tells(self, said: Projection) -> bool:
        """Whether a stretch says something: it is not all articles, auxiliaries and the like."""
        words = self.article.text[said.start:said.end].lower().split()
        return not set(words) <= self.cues.little

    def text(self, span: Span) -> str:
        """The file's words of a span, on one line."""
        return " ".join(self.article.text[slice(*span)].split())

    @property
    def place(self) -> Span:
        """From the first segment to the last."""
        return self.article.segments[self.segments[0]].start, self.article.segments[self.segments[-1]].end


@dataclass(frozen=True)
class Turned:
    """The links of a bead seen from the translation."""

    links: Links

    def project(self, start: int, end: int) -> Projection | None:
        """See `Links.back`."""
        return self.links.back(start, end)

    def back(self, start: int, end: int) -> Projection | None:
        """See `Links.project`."""
        return self.links.project(start, end)

    def strength(self, translation: Span, original: Span) -> float:
        """See `Links.strength`."""
        return self.links.strength(original, translation)


@dataclass(frozen=True, eq=False)
class Denial:
    """A denial of one side, looked up on the other."""

    sign: Sign
    side: Side
    other: Side
    links: Links | Turned

    @cached_property
    def scope(self) -> Span:
        """What is denied."""
        return self.side.scope(self.sign)

    @property
    def words(self) -> Span:
        """The denial with what is denied."""
        return self.sign.start, self.scope[1]

    @cached_property
    def said(self) -> list[Projection]:
        """Where both are said on the other side, what is denied first."""
        return [p for p in (self.links.project(*self.scope), self.links.project(*self.sign[:2])) if p]

    @cached_property
    def linked(self) -> float:
        """How strongly what is denied is linked, or its first word alone, 0 to 1: to more than little words."""
        told = [self.links.project(*self.scope), self.links.project(self.scope[0], self._head)]
        if self.sign.kind == "refusing":  # a verb, which has a counterpart of its own
            told.append(self.links.project(*self.sign[:2]))
        return max((p.confidence for p in told if p and self.other.tells(p)), default=0.0)

    @property
    def literal(self) -> bool:
        """Whether what is denied is linked surely, and its first word and that one's counterpart to each other."""
        head = self.links.project(self.scope[0], self._head)
        back = self.links.back(head.start, head.end) if head else None
        mutual = back is not None and back.start < self._head and self.scope[0] < back.end
        return mutual and self.linked >= SURE

    @property
    def unsaid(self) -> bool:
        """Whether nothing on the other side could answer it: no denial, and no other sign that is linked to it."""
        return not any(s.kind == "strong" or self.links.strength(self.sign[:2], s[:2]) >= TELLING
                       for s in self.other.signs)

    @property
    def silent(self) -> bool:
        """Whether the other side has no sign of negation whatever."""
        return not self.other.signs

    @property
    def there(self) -> Span:
        """Where the other side says what is denied here: the word right after the denial, and what is linked on."""
        head = self.links.project(self.scope[0], self._head)
        whole = self.said[0] if self.said else head
        if whole is None or head is None:
            return (whole.start, whole.end) if whole else self.other.place
        start, end = min(head.start, whole.start), max(head.end, whole.end)
        if end - start <= WIDE and not _PAUSE & set(self.other.article.text[start:end]):
            return start, end
        return (head.start, head.end) if head.confidence > whole.confidence else (whole.start, whole.end)

    @property
    def widely(self) -> Span:
        """Where the other side says what is denied here, from the word that opens it: "expects that …"."""
        return self.other.opened(self.there)

    @property
    def _head(self) -> int:
        text, start = self.side.article.text, self.scope[0]
        return next((i for i in range(start + HEAD, self.scope[1]) if text[i].isspace()), self.scope[1])

    def linked_to(self, answer: Sign) -> float:
        """How well a denial of the other side answers this one: by the words, what is denied, and their places."""
        apart = abs(_share(self.sign, self.side) - _share(answer, self.other))
        return (self.links.strength(self.sign[:2], answer[:2])
                + self.links.strength(self.scope, self.other.scope(answer)) - FAR * apart)

    def carried(self, rivals: Sequence[Sign], spent: Sequence[Sign]) -> bool:
        """Whether a word at the counterpart carries the denial.

        `rivals` are the side's signs whose counterparts carry no other denial, `spent` denials of the other side that
        answer some already.
        """
        inner = [s for s in self.side.between(*self.scope) if s.kind in ("soft", "refusing")]
        about = {s for p in self.said for s in self.other.near(p, wide=not inner)}
        near = about - set(spent)
        free = [s for s in near if not self._elsewhere(s) and not self._translates(s)
                and not self._taken(s, [r for r in rivals if r not in inner and not self._told(r)])]
        if not inner:
            return bool(free) or self._contradicted()
        same = [s for s in near if s.kind not in ("strong", "idle")
                and any(self.links.strength(i[:2], s[:2]) >= TAKEN for i in inner)]
        if not same and any(map(self._literal, inner)):
            return bool(free) or any(s.kind == "strong" for s in about)
        return not same or any(s not in same for s in free)

    def _elsewhere(self, sign: Sign) -> bool:
        """Whether a word that may stand for a denial surely says what is not denied, in a side that denies nothing."""
        weak = sign.kind in ("soft", "contrast") and not self.other.denials
        said = self.links.back(*sign[:2]) if weak else None
        return (said is not None and said.confidence >= ELSEWHERE
                and not (said.start < self.scope[1] and self.sign.start < said.end)
                and self.links.strength(self.sign[:2], sign[:2]) < TELLING)

    def _translates(self, sign: Sign) -> bool:
        """Whether a word that is negative by what it means is the rendering of another word: "injured" of "injured"."""
        if sign.kind not in ("soft", "contrast"):
            return False
        there = self.other.poles_over(*sign[:2])
        return any(poles.sides(one.plain) & poles.sides(other.plain) and self.links.strength(span, sign[:2]) >= TAKEN
                   for other in there for span, one in self.side.poles
                   if not (span[0] < self.sign.end and self.sign.start < span[1]))

    def _contradicted(self) -> bool:
        """Whether the other side says the contrary of what is denied: "do not panic" is "keep calm".

        A word with the denial in it ("not guilty") is not what is denied.
        """
        start, end = self.scope
        own = [p for (first, last), p in self.side.poles if start <= first < end]
        there = [p for said in self.said for p in self.other.poles_over(said.start, said.end)]
        return any(poles.contrary(one, other) for one in own for other in there)

    def _literal(self, inner: Sign) -> bool:
        """Whether what is negative by itself is translated by a word that says the same, which no list has as a sign.

        So "did not give up" is not "kept" there.
        """
        said = self.links.project(*inner[:2])
        if said is None or said.confidence < TAKEN:
            return False
        own, there = self.side.poles_over(*inner[:2]), self.other.poles_over(said.start, said.end)
        return any(poles.same(one, other) for one in own for other in there)

    def met(self) -> float:
        """How surely a refusal is said there: PLAIN, CARRIED or 0, by what is negative at its counterpart.

        A verb may stand far from what it refuses: a side that denies or refuses as often may say it there.
        """
        kinds = {s.kind for p in self.said for s in self.other.near(p)}
        if kinds & {"strong", "refusing"}:
            return PLAIN
        refused = len(self.other.denials) + len(self.other.refusals)
        return CARRIED if kinds or 0 < refused >= len(self.side.denials) + len(self.side.refusals) else 0.0

    def _told(self, sign: Sign) -> bool:
        """Whether a refusal before this denial is told once more by it: "denies that he did not"."""
        between = self.side.article.text[sign.end:self.sign.start]
        return sign.kind == "refusing" and sign.end <= self.sign.start and not _PAUSE & set(between)

    def _taken(self, sign: Sign, rivals: Sequence[Sign]) -> bool:
        """Whether a sign of the other side is rather the counterpart of another sign than of this denial.

        A phrase with a negation in it is a denial, whatever else it says, the "ne … pas avant" of "not before": only
        another denial may rather be its counterpart.
        """
        if sign.kind == "idle":
            return any(Denial(r, self.side, self.other, self.links).linked_to(sign) > self.linked_to(sign)
                       for r in rivals if r.kind == "strong" and r != self.sign)
        own = self.links.strength(self.sign[:2], sign[:2])
        return any(self.links.strength(r[:2], sign[:2]) >= max(TAKEN, own) for r in rivals
                   if not _overlap(r, self.sign) and not self._opens(r))

    def _opens(self, sign: Sign) -> bool:
        """Whether a contrasting word stands right before this denial, and one word answers both: "should not have"."""
        return sign.kind == "contrast" and self.side.article.text[sign.end:self.sign.start] == " "


def _share(sign: Sign, side: Side) -> float:
    """How far into its side a sign stands, 0 to 1."""
    start, end = side.place
    return (sign.start - start) / max(end - start, 1)


def _overlap(a: Sign, b: Sign) -> bool:
    return a.start < b.end and b.start < a.end
