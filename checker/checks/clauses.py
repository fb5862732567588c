"""Clauses of the original that its sentence's translation lacks: nothing is linked to them, and the rest is short.

Only clauses without figures, dates and names: what is lost with one of those is told as such. How the odds come about
was fitted on clauses that a program took out of untouched translations (logistic regression). They are notes, as a
sentence told in several, of which the bead has but one, looks the same; where it seems to lack two clauses it is that.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from math import log

from ..article import Bead
from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from ..logistic import logistic
from .mentions import stretch
from .pair import Pair
from .passages import shortened

# Words of a clause that says something, and what parts clauses.
WORDS = 4
_PAUSE = re.compile(r"[,;:…]\s|\s[–-]\s|[.!?]\s")
# Log odds that a clause is lost: of any; by how strongly it is linked to the translation; by the share of its sentence
# that it makes up; and by how much shorter than usual the translation is (natural log), for that share.
_ANY, _LINK, _SHARE, _SHORT = 3.8, -25.0, 5.4, -2.0
# The least share that length is measured by.
_LEAST = 0.1
# Odds from which a clause is told of, and at which it is as likely lost as not.
DOUBTFUL, LOST = 3.5, 6.5


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One note for each sentence that lost a clause; none in abridged versions."""
    if pair.alignment.relation != "translation":
        return
    said, told = (sum(len(s.normal.text) for s in article.segments) for article in (pair.original, pair.translation))
    ratio = told / max(said, 1)
    for bead in pair.alignment.beads:
        if bead.type == "aligned":
            found = list(_lost(pair, bead, ratio))
            yield from found if len(found) == 1 else ()


def _lost(pair: Pair, bead: Bead, ratio: float) -> Iterator[Discrepancy]:
    here, there = stretch(pair.original, bead.original), stretch(pair.translation, bead.translation)
    whole = there.span(0, len(there.text))
    short = log(max(len(there.text), 1) / max(ratio * len(here.text), 1))
    facts = [f for i in bead.original for f in pair.original_facts.get(i, ())]
    links = pair.links(bead)
    for start, end in _clauses(here.text):
        place = here.span(start, end)
        share = (end - start) / len(here.text)
        if share == 1 or any(f.start < place[1] and place[0] < f.end for f in facts):
            continue
        link = links.strength(place, whole)
        sure = odds(link, share, short)
        if sure >= DOUBTFUL:
            yield _finding(pair, bead, place, sure, {"covered": link, "share": share})


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a sentence between its pauses that are long enough."""
    cuts = [0, *(m.end() for m in _PAUSE.finditer(text)), len(text)]
    for start, end in zip(cuts, cuts[1:]):
        if len(text[start:end].split()) >= WORDS:
            yield start, start + len(text[start:end].rstrip(" ,;:–-"))


def odds(link: float, share: float, short: float) -> float:
    """The odds (natural log) that a clause is lost, by its link, its share and how short its translation is."""
    return _ANY + _LINK * link + _SHARE * share + _SHORT * min(short, 0.0) / max(share, _LEAST)


def certainty(sure: float) -> float:
    """How sure a loss with such odds is: what translators leave out on purpose looks the same."""
    return min(logistic((sure - LOST) / 4), 0.75)


def _finding(pair: Pair, bead: Bead, place: tuple[int, int], sure: float, evidence: dict[str, float]) -> Discrepancy:
    gap = pair.translation.segments[bead.translation[-1]].end
    message = Message(N_("«{passage}» seems to be left out of its sentence in the {language} version."),
                      {"passage": shortened(pair.original.text[slice(*place)]),
                       "language": pair.translation.language})
    return Discrepancy("passage-missing", message, Place(*place, pair.original.text[slice(*place)]),
                       Place(gap, gap, None), certainty(sure), evidence, advisory=True)
