"""A name that one version alone writes where the others agree on another: "Champions League" for their Premier League.

The original translates many names, of leagues, films and bodies, so that nothing in it says what they are called
elsewhere. Its versions do: what two of them write in the same letters is the name, and a name of the third that has
some of its words, others in place of the rest, and stands in no other text of the set is another.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from .article import Article, Bead
from .facts.names.folding import fold, words
from .facts.names.lexicon import lexicon
from .finding import Discrepancy, Message, Place, Related
from .witnesses import Said

_CERTAIN = 0.75
# The confidence of a name from which its capital is not the sentence's.
_NAME = 0.8
# Versions that must write a name alike: one alone may have translated it.
_AGREED = 2
# Letters of a word that is of a name; shorter ones are particles.
_SHORTEST = 3
# How alike (0 to 100) two words of one first letter are from which they may be one in two languages: "Ligue", "League".
_COGNATE = 45


@dataclass(frozen=True, slots=True)
class _Named:
    """A name in Latin letters at a place of a version, by the folds of its words."""

    place: Place
    folds: tuple[str, ...]


def dissenting(versions: Sequence[Said]) -> list[Said]:
    """The same, each with what it alone calls otherwise than the others do."""
    heard = [v for v in versions if v.pair.alignment.relation == "translation"]
    return [replace(said, discrepancies=(*said.discrepancies, *_of(said, [v for v in heard if v is not said])))
            if said in heard and len(heard) > 1 else said for said in versions]


def _of(said: Said, others: Sequence[Said]) -> Iterator[Discrepancy]:
    told = [d.translation for d in said.discrepancies if d.translation and not d.advisory]
    for bead in said.pair.beads:
        named = [n for n in _names(said, bead) if not any(n.place.meets(t) for t in told)]
        if any(len(n.folds) > 1 for n in named):
            yield from _changed(said, bead, named, others)


def _changed(said: Said, bead: Bead, named: Sequence[_Named], others: Sequence[Said]) -> Iterator[Discrepancy]:
    facing = [(v, b) for v in others for b in v.pair.beads if set(b.original) & set(bead.original)]
    strange = frozenset(_folds(said.pair.original, bead.original)).union(
        *(_folds(v.pair.translation, b.translation) for v, b in facing))
    own = _folds(said.pair.translation, bead.translation)
    theirs = [(v, n) for v, b in facing for n in _names(v, b)]
    for name in named:
        new = [w for w in name.folds if w not in strange]
        for form in {n.folds for _, n in theirs} if new else ():
            lost = [w for w in form if w not in own]
            support = [(v, n) for v, n in theirs if n.folds == form]
            agreed = len({v.pair.translation.key for v, _ in support}) >= _AGREED
            if agreed and lost and _is_another(name.folds, form, said.pair.translation.language):
                yield _finding(said, bead, name, support)
                break


def _is_another(own: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """Whether a name is another's with some words exchanged, none of them by what a language has for it."""
    kept, known = set(own) & set(other), lexicon(language)
    mine, theirs = [w for w in own if w not in kept], [w for w in other if w not in kept]
    if not kept or not mine or not theirs or any(w in known.institutional or w in known.heads for w in mine):
        return False
    return not any(a[0] == b[0] and fuzz.ratio(a, b) >= _COGNATE for a in mine for b in theirs)


def _names(said: Said, bead: Bead) -> list[_Named]:
    found = []
    for i in bead.translation:
        for fact in said.pair.translation_facts.get(i, ()):
            folds = tuple(w.fold for w in words(fact.text) if len(w.fold) >= _SHORTEST)
            if fact.kind == "name" and fact.confidence >= _NAME and len(folds) > 1 and fold(fact.text).isascii():
                found.append(_Named(Place(fact.start, fact.end, fact.value), folds))
    return found


def _folds(article: Article, segments: tuple[int, ...]) -> frozenset[str]:
    """The words of some segments and of those beside them."""
    near = range(max(0, segments[0] - 1), min(len(article.segments), segments[-1] + 2))
    return frozenset(w.fold for i in near for w in words(article.segments[i].normal.text))


def _finding(said: Said, bead: Bead, name: _Named, support: Sequence[tuple[Said, _Named]]) -> Discrepancy:
    other, there = support[0]
    text = other.pair.translation.text[there.place.start:there.place.end]
    at = said.pair.original.segments[bead.original[-1]].end
    message = Message("Other versions have «{other}» here, this one «{translation}»: another name.",
                      {"other": text, "translation": said.pair.translation.text[name.place.start:name.place.end]})
    related = tuple(Related(n.place, "witness", v.pair.translation.key) for v, n in support)
    return Discrepancy("name-changed", message, Place(at, at), name.place, _CERTAIN, {"aligned": bead.score}, related)
