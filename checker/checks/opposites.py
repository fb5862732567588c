"""A word in whose place the translation has its opposite: accepted for refused, a fall for a rise, north for south.

Words that may say the same are matched first, wherever they stand in the sentence; where one of the original is left
over and a contrary one of the translation, and the links of both lead to the other, one stands for the other. What is
denied on one side alone is no opposite: "not refused" is "accepted". Where the translation has nowhere what a word
may say, and one contrary word more than the original, that is a note which other versions may make more of.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Literal

from ..article import Article, Bead
from ..finding import Agreement, Discrepancy, Message, Place
from ..i18n import N_
from ..links import Projection
from . import converses, poles
from .denials import Sign, cues
from .pair import Pair
from .poles import Pole
from .sides import Sides

# The link from which two words stand for each other where both lead to each other, and where only one does.
LINKED, HALF_LINKED = 0.15, 0.4
# The link from which words that may say much besides stand for each other.
FIRM = 0.5
# The link from which words of one pole surely stand for each other.
ANSWERED = 0.2
# How strong, of a link, a word's link to one of its own pole must be for that to be its counterpart.
RIVAL = 0.5
# How near a word what is negative by its meaning bears on it ("stopped rising"), in characters before it and after it.
BEFORE, AFTER = 18, 8
# The link from which what turns a word round is said on the other side, where it may turn something else.
SAID = 0.3
# How near after a word the figure stands whose direction it is, in characters.
FIGURE = 20
# How sure a finding is: of 10,000 untouched pairs six had one, of 1,700 edits that a program made 260.
CERTAIN = 0.8
# How sure one is that no link tells of, where the translation has a word too much and the original's nowhere: a note,
# unless other versions say plainly what the original says.
LEFT_OVER = 0.6

_PAUSE = frozenset(",;:.!?…\"“”«»()[]\n")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    """A pole's word at the file's offsets; `denials` and `weaker` are what may turn it round where it stands.

    `named`: it is part of a name; `counted`: of a figure or a date. These are compared as such.
    """

    start: int
    end: int
    pole: Pole
    named: bool
    counted: bool
    denials: tuple[Span, ...]
    weaker: tuple[Span, ...]

    @property
    def spoken(self) -> tuple[Span, Pole]:
        """Where it stands and what it says."""
        return (self.start, self.end), self.pole

    @property
    def value(self) -> str:
        return "/".join(sorted(self.pole.plain or self.pole.values))


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """One finding for each word that became its opposite; agreements for those that did not."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        ours = _words(pair, pair.original, bead.original)
        theirs = _words(pair, pair.translation, bead.translation) if ours else []
        if theirs:
            yield from _compared(pair, bead, Sides(ours, theirs, pair.links(bead)))


def _answered(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether either of two linked words has another counterpart, which may say the same as it does.

    Where both sides have words of both poles, links may cross ("from north to south").
    """
    here = [a for a in texts.ours if _same(texts, a, other)]
    there = [b for b in texts.theirs if _same(texts, own, b)]
    if here and there and any(w.pole.plain for w in (*here, *there)):
        return True
    least = RIVAL * texts.link(own, other)
    return any(texts.link(own, b) >= least for b in there) or any(texts.link(a, other) >= least for a in here)


def _same(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether two words may say the same, denied or not: a denial that is lost is not this check's business."""
    return poles.same(own.pole, other.pole) or (
        poles.contrary(own.pole, other.pole) and sum(_turning(texts, own, other, "denials")) % 2 == 1)


def _compared(pair: Pair, bead: Bead, texts: Sides[_Word]) -> Iterator[Discrepancy | Agreement]:
    for own in texts.ours:
        link, other = max(((texts.link(own, b), b) for b in texts.theirs if _turned(texts, own, b)), key=itemgetter(0),
                          default=(0.0, None))
        if (other and link >= LINKED and not _answered(texts, own, other) and _in_place(texts, own, other, link)
                and not converses.changed_places(pair, bead, own.spoken, other.spoken)):
            yield _finding(pair, bead, own, other, link)
        elif (instead := _left_over(texts, own)) and not converses.changed_places(pair, bead, own.spoken,
                                                                                  instead.spoken):
            yield replace(_finding(pair, bead, own, instead, texts.link(own, instead)), certainty=LEFT_OVER,
                          advisory=True)
        link, other = max(((texts.link(own, b), b) for b in texts.theirs if poles.same(own.pole, b.pole)),
                          key=itemgetter(0), default=(0.0, None))
        if other and link >= ANSWERED:
            yield Agreement("content", Place(own.start, own.end, own.value),
                            Place(other.start, other.end, other.value), 0.95)


def _left_over(texts: Sides[_Word], own: _Word) -> _Word | None:
    """The contrary word that the translation has too much where it has none that may say what a word says.

    The links need not tell, but may not say otherwise: "convicted, and the sixth acquitted" where the translation
    convicts twice.
    """
    if not own.pole.plain or any(poles.same(own.pole, b.pole) for b in texts.theirs):
        return None
    contrary = [b for b in texts.theirs if poles.contrary(own.pole, b.pole) and _turned(texts, own, b)
                and _outnumbered(texts, b) and not _told_apart(texts, own, b)]
    return max(contrary, key=lambda b: texts.link(own, b), default=None)


def _told_apart(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether the links say that either of two words stands for something else than the other."""
    return (_elsewhere(texts.links.project(own.start, own.end), [(other.start, other.end)])
            or _elsewhere(texts.links.back(other.start, other.end), [(own.start, own.end)]))


def _outnumbered(texts: Sides[_Word], other: _Word) -> bool:
    """Whether the translation has more words than the original that may say what one of its own says."""
    return (sum(poles.same(a.pole, other.pole) for a in texts.ours)
            < sum(poles.same(b.pole, other.pole) for b in texts.theirs))


def _turned(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether two words say the contrary of each other, both denied or neither."""
    if own.named or other.named or own.counted and other.counted or not (
            poles.contrary(own.pole, other.pole) or _firmly(texts, own, other)):
        return False
    denials, weaker = _turning(texts, own, other, "denials"), _turning(texts, own, other, "weaker")
    return sum(denials) % 2 == 0 and weaker[0] == weaker[1]


def _firmly(texts: Sides[_Word], own: _Word, other: _Word) -> bool:
    """Whether two words that may say the contrary of each other surely stand for each other."""
    return (poles.at_odds(own.pole, other.pole) and texts.link(own, other) >= FIRM
            and all(texts.leads(own, other)))


def _turning(texts: Sides[_Word], own: _Word, other: _Word, how: Literal["denials", "weaker"]) -> tuple[int, int]:
    """How many of its denials, or of what is weaker, may turn each of two words rather than another one."""
    ours, theirs = (own.denials, other.denials) if how == "denials" else (own.weaker, other.weaker)
    here, there = ((own.start, own.end), *ours), ((other.start, other.end), *theirs)
    return (sum(_beside(span, own) or not _elsewhere(texts.links.project(*span), there) for span in ours),
            sum(_beside(span, other) or not _elsewhere(texts.links.back(*span), here) for span in theirs))


def _beside(span: Span, word: _Word) -> bool:
    """Whether nothing but a blank stands between a word and what may turn it round."""
    return span[0] <= word.end + 1 and word.start <= span[1] + 1


def _elsewhere(said: Projection | None, there: Sequence[Span]) -> bool:
    """Whether what may turn a word round is said on the other side, but neither in its counterpart nor in what may turn
    that one round.
    """
    return said is not None and said.confidence >= SAID and not any(
        said.start < end and start < said.end for start, end in there)


def _in_place(texts: Sides[_Word], own: _Word, other: _Word, link: float) -> bool:
    """Whether each of two words is what the other is linked to most; one will do where the link is strong."""
    return (all if link < HALF_LINKED else any)(texts.leads(own, other))


def _words(pair: Pair, article: Article, segments: tuple[int, ...]) -> list[_Word]:
    """The words of poles in some segments."""
    facts = pair.original_facts if article is pair.original else pair.translation_facts
    found = []
    for segment in (article.segments[i] for i in segments):
        normal = segment.normal
        signs = _signs(normal.text, article.language)
        for pole in poles.find(normal.text, article.language):
            start, end = normal.span(pole.start, pole.end)
            kinds = {f.kind for f in facts.get(segment.id, ()) if f.start < end and start < f.end}
            denials, weaker = (tuple(normal.span(s.start, s.end) for s in turns) for turns in _turns(pole, signs(pole)))
            found.append(_Word(start, end, pole, "name" in kinds, bool(kinds - {"name"}), denials, weaker))
    return found


def _turns(pole: Pole, about: Sequence[Sign]) -> tuple[list[Sign], list[Sign]]:
    """The signs of negation in a word's clause that deny it, and the others that bear on it."""
    others = [s for s in about if not (pole.start <= s.start and s.end <= pole.end)]
    over = [s for s in others if s.start < pole.end and pole.start < s.end]  # the word is a part of them: "not willing"
    near = [s for s in others if s.start < pole.end + AFTER and pole.start - BEFORE < s.end]
    # A phrase with the word in it ("not long") denies the word; who refuses to do something does not do it.
    denials = [s for s in others if s.kind == "strong" or s.kind in ("refusing", "idle") and s in over
               or s.kind == "refusing" and s in near and s.end <= pole.start]
    return denials, [s for s in near if s.kind in ("soft", "refusing", "contrast") and s not in (*over, *denials)]


def _signs(text: str, language: str) -> Callable[[Pole], list[Sign]]:
    """The signs of negation in the clause of a word."""
    known = cues(language)
    signs = known.signs(text) if known else []
    stops = _PAUSE if known is None or known.parted else _PAUSE | {" "}

    def about(pole: Pole) -> list[Sign]:
        start = next((i for i in range(pole.start, 0, -1) if text[i - 1] in stops), 0)
        end = next((i for i in range(pole.end, len(text)) if text[i] in stops), len(text))
        return [s for s in signs if start <= s.start and s.end <= end]
    return about


def _finding(pair: Pair, bead: Bead, own: _Word, other: _Word, link: float) -> Discrepancy:
    said, instead = _text(pair.original, own), _text(pair.translation, other)
    meant = poles.word(own.pole.plain or own.pole.values, pair.translation.language)
    message = Message(N_("The original says «{original}» («{meant}»), the translation the opposite: «{translation}»."),
                      {"original": said, "meant": meant, "translation": instead})
    code = "number-changed" if _measured(pair, bead, own, other) else "negation-changed"
    return Discrepancy(code, message, Place(own.start, own.end, own.value), Place(other.start, other.end, other.value),
                       CERTAIN, {"link": link, "aligned": bead.score})


def _measured(pair: Pair, bead: Bead, own: _Word, other: _Word) -> bool:
    """Whether both words are the directions of figures: "a fall of 2 %" for a rise."""
    if not {axis for axis, _ in poles.sides(own.pole.plain)} & poles.directions():
        return False
    figures, theirs = pair.facts_of(bead, "number")
    return all(any(0 <= f.start - w.end <= FIGURE for f in facts) for w, facts in ((own, figures), (other, theirs)))


def _text(article: Article, word: _Word) -> str:
    return " ".join(article.text[word.start:word.end].split())
