"""A negation that one side has and the other lacks.

Counting words cries wolf: languages deny with verbs, prefixes and adverbs of their own, and translators turn a denial
into its contrary ("has not weakened": "remains strong"). So denials are paired by their word links, and one without a
partner is a fault only where what it denies is linked to words of the other side, that is, translated and not
paraphrased, and no word stands there that could carry it: a negative or contrasting word that is not already the
counterpart of another ("only" of "only"). A denial of what is negative by itself ("not forgotten") is the other way
round: what carries it is no negative word. Words that are negative by what they mean carry it from anywhere in the
clause, others only from beside its counterpart. Sentences are not always aligned where one ends, so a denial too many
in the bead beside is the same one. Loud only where the other versions witness it (see `witnesses`), or where what is
denied is translated word for word and the other side denies nothing, nor has a word that is linked to the denial. How
certain a finding is follows from how surely what is denied is translated, and from what could answer it.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..finding import Agreement, Discrepancy, Message, Place
from ..i18n import N_
from ..links import Links
from ..logistic import logistic
from .denials import Sign, cues as cues_of
from .denied import CARRIED, PLAIN, Denial, Side, Turned
from .pair import Pair

# How strongly what is denied must be linked for it to be translated and not paraphrased. More is asked of a denial that
# the translation has more, which a translator may put in to say the same.
LITERAL, LITERAL_GAINED = 0.25, 0.3
# The link from which a denial that the translation has more needs no witness, where nothing in the original answers it.
SURE_GAINED = 0.6
# What speaks for a fault, on the logit of its probability: logistic regression on the denials without an answer of some
# 7,000 untouched pairs and of those that `tests.turning` turned.
_BIAS, _LINKED, _UNSAID, _SILENT, _UNPROMPTED = -1.75, 4.1, 0.75, 0.75, 1.0


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """A finding for each denial that is lost, or else for one that is gained; agreements for what is not.

    Most are notes by themselves, and loud where the other versions agree with the original (see `witnesses`).
    """
    here, there = cues_of(pair.original.language), cues_of(pair.translation.language)
    if here is None or there is None or pair.alignment.relation == "abridged":  # who sums up says it in other words
        return
    aligned = set(pair.beads)
    compared = [_Compared.of(Side(pair.original, bead.original, here), Side(pair.translation, bead.translation, there),
                             pair.links(bead) if bead in aligned else None) for bead in pair.alignment.beads]
    for place, one in enumerate(compared):
        yield from one.findings(compared[max(0, place - 1):place] + compared[place + 1:place + 2])


@dataclass(frozen=True)
class _Compared:
    """The two sides of a bead, with the denials of each; of a bead with one side alone, they are all unanswered."""

    original: Side
    translation: Side
    denied: _Matched
    denies: _Matched

    @staticmethod
    def of(original: Side, translation: Side, links: Links | None) -> _Compared:
        """Both sides looked up on each other; without links on neither."""
        if links is None:
            return _Compared(original, translation, _Matched((), (), tuple(original.denials)),
                             _Matched((), (), tuple(translation.denials)))
        return _Compared(original, translation, _Matched.of(original, translation, links),
                         _Matched.of(translation, original, Turned(links)))

    def findings(self, beside: Sequence[_Compared]) -> Iterator[Discrepancy | Agreement]:
        """Denials that are lost, or else one gained, unless a bead beside this one has one too many; and agreements."""
        lost = [d for d in self.denied.unanswered if d.linked >= LITERAL]
        gained = [d for d in self.denies.unanswered if d.linked >= LITERAL_GAINED]
        if lost and not any(b.denies.lone for b in beside):
            yield from map(_lost, lost)
        elif gained and not any(b.denied.lone for b in beside):
            yield _gained(gained[0])
        for denial, sure in self.denied.answered:
            yield Agreement("content", Place(*denial.words, "denies"), Place(*denial.there, "denies"), sure)
        if self.original.segments and self.translation.segments and not self.denies.unanswered:
            yield Agreement("content", Place(*self.original.place, "affirms"),
                            Place(*self.translation.place, "affirms"), CARRIED if self.translation.denials else PLAIN)


@dataclass(frozen=True)
class _Matched:
    """The denials and refusals of one side: those that the other answers, with how plainly, and those that it does not.

    `lone` are the denials among these whose words are not translated there: a sentence beside may answer them.
    """

    answered: tuple[tuple[Denial, float], ...]
    unanswered: tuple[Denial, ...]
    lone: tuple[Sign, ...]

    @staticmethod
    def of(side: Side, other: Side, links: Links | Turned) -> _Matched:
        """Each denial goes to the denial of the other side that it is linked to best, or to a word that carries it."""
        denials = [Denial(d, side, other, links) for d in side.denials]
        refusals = [Denial(r, side, other, links) for r in side.refusals]
        pairs = _pairs(denials, other.denials)
        left = [d for d in denials if d not in pairs]
        rivals = [s for s in side.signs if s not in {d.sign for d in pairs}]
        sure = {d: PLAIN for d in pairs}
        sure |= {d: CARRIED for d in left if d.carried(rivals, list(pairs.values()))}
        sure |= {r: met for r in refusals if (met := r.met())}
        return _Matched(tuple(sure.items()), tuple(d for d in (*left, *refusals) if d not in sure),
                        tuple(d.sign for d in left if d not in sure and d.linked < LITERAL))


def _pairs(denials: Sequence[Denial], answers: Sequence[Sign]) -> dict[Denial, Sign]:
    """Each denial with its answer, as many as there are of both, the best linked first."""
    pairs: dict[Denial, Sign] = {}
    free = set(answers)
    for denial, answer in sorted(((d, a) for d in denials for a in answers), key=lambda x: -x[0].linked_to(x[1])):
        if denial not in pairs and answer in free:
            pairs[denial] = answer
            free.remove(answer)
    return pairs


def _lost(lost: Denial) -> Discrepancy:
    message = Message(N_("The original denies («{word}»); the translation does not («{other}»)."),
                      {"word": lost.side.text(lost.words), "other": lost.other.text(lost.there)})
    return Discrepancy("negation-changed", message, Place(*lost.words, "denies"), Place(*lost.widely, "affirms"),
                       _certainty(lost, 0.0), _evidence(lost), advisory=not _certain(lost))


def _gained(gained: Denial) -> Discrepancy:
    message = Message(N_("The translation denies («{word}»); the original does not («{other}»)."),
                      {"word": gained.side.text(gained.words), "other": gained.other.text(gained.there)})
    sure = gained.sign.kind == "strong" and gained.unsaid and gained.linked >= SURE_GAINED
    return Discrepancy("negation-changed", message, Place(*gained.widely, "affirms"), Place(*gained.words, "denies"),
                       _certainty(gained, _UNPROMPTED), _evidence(gained), advisory=not (sure or _certain(gained)))


def _certainty(found: Denial, unprompted: float) -> float:
    """How likely a fault is; `unprompted`: what it adds that nothing could answer a denial."""
    return logistic(_BIAS + _LINKED * found.linked + (_UNSAID + unprompted) * found.unsaid + _SILENT * found.silent)


def _evidence(found: Denial) -> dict[str, float]:
    return {"linked": found.linked, "unsaid": float(found.unsaid), "silent": float(found.silent)}


def _certain(found: Denial) -> bool:
    """Whether a finding needs no witness: an outright denial of what is translated word for word, and no answer to it.

    Of some 12,000 untouched pairs four have such a denial, of 184 that were turned by a program 37.
    """
    return found.sign.kind == "strong" and found.literal and found.unsaid
