"""Another institution where both have no name: the navy that became the coast guard, the government the army.

What a sentence of the original calls by a common noun and its translation says in no way, where the translation has
another that the original does not say: one stands for the other if the word links lead from each to the other, or if
each is the only one of its kind to be strange, here and in the sentences beside.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

from ..article import Article, Bead
from ..facts.names import institutions
from ..facts.names.institutions import Institution
from ..finding import Discrepancy, Message, Place
from .mentions import stretch
from .pair import Pair
from .sides import Sides

# The link between two institutions from which one stands for the other, and for two of one kind.
_STRONG, _LINKED = 0.3, 0.05
# How sure it is where each leads to the other, and where they are but the only ones of their kind.
_MUTUAL, _CERTAIN = 0.85, 0.75


@dataclass(frozen=True, slots=True)
class _Strange:
    """An institution at file offsets that the other side of its bead does not say; `beside`: nor does it nearby."""

    named: Institution
    start: int
    end: int
    beside: bool


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each institution of a bead that became another."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        ours = _strange(pair, bead, pair.original, pair.translation)
        theirs = _strange(pair, bead, pair.translation, pair.original) if ours else []
        if theirs:
            yield from _replaced(bead, Sides(ours, theirs, pair.links(bead)))


def _replaced(bead: Bead, texts: Sides[_Strange]) -> Iterator[Discrepancy]:
    for lost, gained in product(texts.ours, texts.theirs):
        link = texts.link(lost, gained)
        mutual = link >= _STRONG and all(texts.leads(lost, gained))
        if mutual or link >= _LINKED and _alone(texts, lost, gained):
            yield _finding(bead, lost, gained, link, _MUTUAL if mutual else _CERTAIN)


def _strange(pair: Pair, bead: Bead, article: Article, other: Article) -> list[_Strange]:
    """The institutions of one side that the other does not say in any way, each once."""
    here, there = _segments(article, pair), _segments(other, pair)
    text = stretch(article, here(bead))
    found = institutions.find(text.text, article.language)
    if not found:
        return []
    own = institutions.said(stretch(other, there(bead)).text, other.language)
    beside = {i for b in pair.mentions.beside(bead)
              for i in institutions.said(stretch(other, there(b)).text, other.language)}
    strange = (i for i in found if not institutions.same(i.ids, own))
    return list({i.ids: _Strange(i, *text.span(i.start, i.end), not i.ids & beside) for i in strange}.values())


def _segments(article: Article, pair: Pair) -> Callable[[Bead], tuple[int, ...]]:
    return (lambda bead: bead.original) if article is pair.original else (lambda bead: bead.translation)


def _alone(texts: Sides[_Strange], lost: _Strange, gained: _Strange) -> bool:
    """Whether two institutions are of one kind, the only ones of it, and not said nearby either."""
    kind = institutions.kinds_of(lost.named.ids)
    rivals, instead = ([s for s in found if institutions.kinds_of(s.named.ids) & kind]
                       for found in (texts.ours, texts.theirs))
    return rivals == [lost] and instead == [gained] and lost.beside and gained.beside


def _finding(bead: Bead, lost: _Strange, gained: _Strange, link: float, certainty: float) -> Discrepancy:
    own, other = lost.named.text, gained.named.text
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": own, "translation": other})
    return Discrepancy("name-changed", message, Place(lost.start, lost.end, "organisation:" + own),
                       Place(gained.start, gained.end, "organisation:" + other), certainty,
                       {"link": link, "aligned": bead.score})
