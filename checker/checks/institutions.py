"""Another institution of the same kind, where both have no name: the navy that became the coast guard.

What a sentence of the original calls by a common noun and its translation says in no way, beside another of its kind
that only the translation has: one stands for the other, where the word links do not speak against it.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..article import Article, Bead
from ..facts.names import institutions
from ..facts.names.institutions import Institution
from ..finding import Discrepancy, Message, Place
from .mentions import stretch
from .pair import Pair

# The link between two institutions from which the one stands for the other.
_LINKED = 0.05
_CERTAIN = 0.75


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each institution of a bead that became another of its kind."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        ours = _strange(pair, bead, pair.original, pair.translation)
        theirs = _strange(pair, bead, pair.translation, pair.original) if ours else []
        for lost in ours:
            kind = institutions.kinds_of(lost.ids)
            rivals, instead = ([i for i in found if institutions.kinds_of(i.ids) & kind] for found in (ours, theirs))
            if len(rivals) == len(instead) == 1:
                yield from _linked(pair, bead, lost, instead[0])


def _segments(article: Article, pair: Pair) -> Callable[[Bead], tuple[int, ...]]:
    return (lambda bead: bead.original) if article is pair.original else (lambda bead: bead.translation)


def _strange(pair: Pair, bead: Bead, article: Article, other: Article) -> list[Institution]:
    """The institutions of one side that the other does not say, each once: in any way in the bead, nor beside it."""
    here, there = _segments(article, pair), _segments(other, pair)
    found = institutions.find(stretch(article, here(bead)).text, article.language)
    if not found:
        return []
    own = institutions.said(stretch(other, there(bead)).text, other.language)
    beside = {i for b in pair.mentions.beside(bead)
              for i in institutions.said(stretch(other, there(b)).text, other.language)}
    return _distinct([i for i in found if not institutions.same(i.ids, own) and not i.ids & beside])


def _distinct(found: Sequence[Institution]) -> list[Institution]:
    return list({i.ids: i for i in reversed(found)}.values())


def _linked(pair: Pair, bead: Bead, lost: Institution, gained: Institution) -> Iterator[Discrepancy]:
    place = stretch(pair.original, bead.original).span(lost.start, lost.end)
    there = stretch(pair.translation, bead.translation).span(gained.start, gained.end)
    link = pair.links(bead).strength(place, there)
    if link >= _LINKED:
        message = Message("«{original}» is «{translation}» in the translation: another name.",
                          {"original": lost.text, "translation": gained.text})
        yield Discrepancy("name-changed", message, Place(*place, "organisation:" + lost.text),
                          Place(*there, "organisation:" + gained.text), _CERTAIN,
                          {"link": link, "aligned": bead.score})
