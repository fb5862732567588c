"""A pronoun of the other sex: "bà ấy" that is "hij", "ông" that is "elle", anh ấy that is เธอ.

The word links tell which word of the original a pronoun takes up; those languages that part the sexes do so in both
texts. A pronoun that is linked to none says nothing: it may take up a person of the sentence before, or a thing.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from ..article import Article, Bead
from ..facts.names import sexes
from ..facts.names.lexicon import lexicon, lowered
from ..facts.names.sexes import Sexed
from ..finding import Discrepancy, Place
from ..normal import normal_text
from .genders import SEX, other_sex
from .mentions import stretch
from .pair import Pair

# The link from which a pronoun takes up a word of the original; and where the original says one sex only, here and in
# the sentences beside; where the sentence says a person of the pronoun's sex as well, or the pronoun tells whose
# something is, and the word does not.
_LINKED, _ALONE, _FIRM = 0.3, 0.2, 0.5
_CERTAIN = 0.8
_REACH = 10  # characters before a word in which the one before it stands


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each word of the original that a pronoun of the other sex takes up."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        theirs = _said(pair.translation, bead.translation)
        ours = _told(pair, bead) if theirs else []
        told = set[int]()
        for other in theirs if ours else ():
            link, own = _taken_up(pair, bead, ours, other)
            least = _least(pair, bead, ours, own, other)
            if link >= least and own.sex != other.sex and own.start not in told and not any(
                    _rivals(pair, bead, own, b, link) for b in theirs):
                told.add(own.start)
                yield _finding(bead, own, other, link)


def _said(article: Article, segments: tuple[int, ...]) -> list[Sexed]:
    """The words of some segments that say a sex, at file offsets."""
    text = stretch(article, segments)
    return [Sexed(*text.span(s.start, s.end), s.text, s.sex) for s in sexes.find(text.text, article.language)]


def _told(pair: Pair, bead: Bead) -> list[Sexed]:
    """The original's words that a pronoun may take up: a name is none, though it be spelt like one."""
    names = pair.facts_of(bead, "name")[0]
    return [s for s in _said(pair.original, bead.original)
            if not any(s.text in f.text and f.start < s.end and s.start < f.end for f in names)]


def _taken_up(pair: Pair, bead: Bead, ours: list[Sexed], other: Sexed) -> tuple[float, Sexed]:
    """The word of the original that a pronoun is linked to most, and how strongly; an owner is taken up as one."""
    links = pair.links(bead)
    owner = other.text.lower() in lexicon(pair.translation.language).owners
    return max(((links.strength((s.start, s.end), (other.start, other.end))
                 if owner or not _is_possessed(pair.original, s) else 0.0, s) for s in ours), key=itemgetter(0))


def _least(pair: Pair, bead: Bead, ours: list[Sexed], own: Sexed, other: Sexed) -> float:
    """The link from which a pronoun takes up a word of the original."""
    if any(s.sex == other.sex for s in ours) or _is_possessed(pair.translation, other) and not _is_possessed(
            pair.original, own):
        return _FIRM
    return _ALONE if _alone(pair, bead, own.sex) else _LINKED


def _alone(pair: Pair, bead: Bead, sex: str) -> bool:
    """Whether a bead and those beside it say nobody of the other sex in the original."""
    around = (bead, *pair.mentions.beside(bead))
    return all(s.sex == sex for b in around for s in _said(pair.original, b.original))


def _is_possessed(article: Article, said: Sexed) -> bool:
    """Whether the word before one says that something is that person's."""
    before = lowered(normal_text(article.text[max(0, said.start - _REACH):said.start])).rstrip()
    words = lexicon(article.language)
    return re.split(r"[^\w]+", before)[-1] in words.of if words.capitals else before.endswith(tuple(words.of))


def _rivals(pair: Pair, bead: Bead, own: Sexed, other: Sexed, link: float) -> bool:
    """Whether another pronoun, of the right sex, takes up the same word as well."""
    return other.sex == own.sex and pair.links(bead).strength((own.start, own.end), (other.start, other.end)) >= link


def _finding(bead: Bead, own: Sexed, other: Sexed, link: float) -> Discrepancy:
    return Discrepancy("gender-changed", other_sex(own.text, own.sex, other.text),
                       Place(own.start, own.end, SEX[own.sex]), Place(other.start, other.end, SEX[other.sex]),
                       _CERTAIN, {"link": link, "aligned": bead.score})
