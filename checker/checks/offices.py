"""Whose a title is: the ones that stand beside a name in apposition, before it or after it, in either text.

A title that stands plainly by a name may accuse; whatever else is near only excuses.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..article import Article, Bead
from ..facts.names import Title, exonyms, titles
from ..facts.names.lexicon import lexicon
from .mentions import Mention, Mentions, stretch

# Between a title and the person it belongs to: no end of a sentence or clause, no bracket.
_STOP = re.compile(r"[.;:!?()\"“”«»\n]")
_NEAR = 60  # characters between a title and a name, at most
_SMALL = 2  # words of no name in what a title is of: "président du parti conservateur"
_UNSAID = 6  # the same in letters, where words are written together
# Between a name and a title after it: a comma, a dash or a bracket, then an article, a people's adjective at most.
_APPOSED = re.compile(r"\s*(?:,|\(|[–—-]\s)\s*(?:[^\W\d_]+['’ ]\s*){0,3}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Office:
    """A title at file offsets. `sure`: its place says plainly whose it is."""

    title: Title
    start: int
    end: int
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a bead: its titles, and where it names persons."""

    article: Article
    offices: tuple[Office, ...]
    persons: tuple[tuple[int, int], ...]


def side(article: Article, segments: tuple[int, ...], persons: Sequence[tuple[int, int]]) -> Side:
    """The titles of neighbouring segments at file offsets; none is anybody's yet."""
    text = stretch(article, segments)
    found = (Office(t, *text.span(t.start, t.end)) for t in titles.find(text.text, article.language))
    return Side(article, tuple(found), tuple(sorted(set(persons))))


def sides(mentions: Mentions, bead: Bead) -> tuple[Side, Side]:
    """Both texts of a bead, with the names that are no places or bodies."""
    named = [m for m in mentions.by_bead[bead] if m.name.type == "person" or m.name.type == "name" and not _is_known(m)]
    pair = mentions.pair
    return (side(pair.original, bead.original, [(m.fact.start, m.fact.end) for m in named]),
            side(pair.translation, bead.translation, [(m.written.start, m.written.end) for m in named if m.written]))


def _is_known(mention: Mention) -> bool:
    """Whether the gazetteers have a name, so that it is a place or a body: "Alaska" in "governor of Alaska"."""
    return bool(exonyms.identifiers(mention.name.form))


def of_person(beside: Side, span: tuple[int, int], names: Sequence[Mention], told: bool) -> Iterator[Office]:
    """The titles near the person at `span`; `names` are the bead's mentions, `told`: the side is the version."""
    rivals = [p for p in beside.persons if p[1] <= span[0] or span[1] <= p[0]]
    for office in beside.offices:
        if _parted(office, span, rivals) or _borne(office, beside, rivals):
            continue
        before = office.end <= span[0]
        low, high = (office.end, span[0]) if before else (span[1], office.start)
        between = beside.article.text[low:high]
        if high < low or len(between) > _NEAR or _STOP.search(between.lstrip(" (") if not before else between):
            continue
        rest = _unnamed(beside.article.text, low, high, names, told)
        sure = _before(between, rest, beside.article.language) and not _follows(office, beside, rivals) if before else (
            _after(between, beside) and not _heads(office, beside, rivals))
        yield Office(office.title, office.start, office.end, sure)


def _parted(office: Office, span: tuple[int, int], rivals: Sequence[tuple[int, int]]) -> bool:
    """Whether another person stands between a title and a name."""
    return any(min(office.end, span[1]) <= a and b <= max(office.start, span[0]) for a, b in rivals)


def _borne(office: Office, beside: Side, persons: Sequence[tuple[int, int]]) -> bool:
    """Whether a title stands right before one of some persons."""
    return any(0 <= a - office.end <= 1 for a, _ in persons)


def _follows(office: Office, beside: Side, persons: Sequence[tuple[int, int]]) -> bool:
    """Whether, where nothing parts words, a title stands right behind a person: it may be that one's as well."""
    return not lexicon(beside.article.language).capitals and any(0 <= office.start - b <= 1 for _, b in persons)


def _unnamed(text: str, start: int, end: int, names: Sequence[Mention], told: bool) -> str:
    """What stands between two offsets besides names."""
    spans = [(m.written.start, m.written.end) if told and m.written else (m.fact.start, m.fact.end)
             for m in names if m.written or not told]
    return "".join(c for i, c in enumerate(text[start:end], start) if not any(a <= i < b for a, b in spans))


def _before(between: str, rest: str, language: str) -> bool:
    """Whether what stands between a title and a name after it is only what the title is of."""
    words = lexicon(language)
    plain = _WORD.findall(between.replace("’", "'"))
    if plain and plain[-1].lower() in words.of or between.count(",") > 1:
        return False  # "the president of X"
    if not words.capitals:
        return len(rest.replace(" ", "")) <= _UNSAID
    small = [w for w in plain if w[0].islower() and w not in words.of]
    opens = not plain or plain[0][0].isupper() or plain[0] in words.of
    return opens and len(small) <= _SMALL or bool(between.strip() == ",")


def _after(between: str, beside: Side) -> bool:
    """Whether a title after a name is in apposition to it."""
    if not lexicon(beside.article.language).capitals:
        return 0 < len(between) <= 2 and not between.strip(" ,(")
    return bool(_APPOSED.fullmatch(between))


def _heads(office: Office, beside: Side, rivals: Sequence[tuple[int, int]]) -> bool:
    """Whether a title leads up to the next person: "met X, chairman Y", but not "X, chairman of Y"."""
    text = beside.article.text
    return any(office.end <= a and a - office.end <= _NEAR and not re.search(r"[,;.!?()]", text[office.end:a])
               and not _leads_of(text[office.end:a], beside.article.language) for a, _ in rivals)


def _leads_of(between: str, language: str) -> bool:
    """Whether what stands between a title and a name makes the name what the office is of."""
    words = lexicon(language)
    if not words.capitals:
        return any(w in between for w in words.of)
    return bool({w.lower() for w in _WORD.findall(between)} & words.of)
