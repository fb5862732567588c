"""Something else of the same kind: another country's people, another agency, another party.

What a sentence of the original names of a kind and its translation does not, beside another of that kind which only the
translation names: one stands for the other. The data say what is of one kind, so no word links are needed; where the
other is named in the sentence as well, the count tells, and where a sentence beside names it, the links.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ..article import Article, Bead
from ..facts.names import kinds
from ..facts.names.lexicon import edges
from ..finding import Discrepancy, Message, Place
from ..languages import table
from . import suggested
from .mentions import Mention, stretch
from .pair import Pair

# How sure it is where the translation names something new, and where only the count tells.
_CERTAIN, _COUNTED = 0.8, 0.7
# The link from which one thing stands in another's place though that is said in a sentence beside.
_LINKED = 0.25
# The same where the sentence names others of the kind.
_FIRM = 0.5

# Characters about a country in which a currency's name stands.
_REACH = 12

Ids = frozenset[str]


@dataclass(frozen=True)
class Thing:
    """A thing of a kind at `start` to `end` of the original's file or the translation's; `value` is the fact's."""

    start: int
    end: int
    form: str
    ids: Ids
    value: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.start, self.end, self.value)


@dataclass(frozen=True)
class Account:
    """The things of a bead: all that its original says and its translation tells, and what of them has no counterpart
    on the other side (`short`, `over`)."""

    said: tuple[Ids, ...]
    told: tuple[Ids, ...]
    short: tuple[Thing, ...]
    over: tuple[Thing, ...]


def find(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """One finding for each thing of a bead that became another of its kind."""
    own = account(pair, bead)
    if not own.short or not own.over:
        return
    beside = [account(pair, b) for b in pair.mentions.beside(bead) if b is not bead]
    moved_there = [t.ids for a in beside for t in a.over]
    moved_here = [t.ids for a in beside for t in a.short]
    short = [t for t in own.short if not _among(t.ids, moved_there)]
    over = [t for t in own.over if not _among(t.ids, moved_here)]
    short = [t for t in short if not _qualifies(pair.original, t, "currencies")]
    short = [t for t in short if not _qualifies(pair.original, t, "tongues")] or short
    over = [t for t in over if not _qualifies(pair.translation, t, "currencies")]
    found = list(_others(short, over, own))
    for lost, gained, certainty in found or _linked(pair, bead, own):
        yield _finding(pair, bead, lost, gained, certainty)


def _qualifies(article: Article, thing: Thing, what: Literal["currencies", "tongues"]) -> bool:
    """Whether a country only says whose currency or language is meant, which one text may leave out: "livre turque"."""
    before = article.text[max(0, thing.start - _REACH):thing.start].lower().rstrip(" -")
    after = article.text[thing.end:thing.end + _REACH].lower().lstrip(" -")
    words: list[str] = table(article.language, "names").get(what, [])
    start, end = edges(article.language)
    return any(re.search(rf"{start}{word}\Z", before) or re.match(rf"{word}{end}", after) for word in words)


def account(pair: Pair, bead: Bead) -> Account:
    """The things of a bead, matched one by one."""
    mentions = pair.mentions.by_bead[bead]
    written = [(m.written.start, m.written.end) for m in mentions if m.written and not m.shared]
    ours, theirs = list(_said(pair, bead)), list(_told(pair, bead))
    settled = {m.fact.start for m in mentions if m.written and not m.shared}
    short = [t for t in ours if t.start not in settled]
    over = [t for t in theirs if not any(a < t.end and t.start < b for a, b in written)]
    for thing in list(short):
        match = next((t for t in over if kinds.same(t.ids, thing.ids)), None)
        if match is not None:
            short.remove(thing)
            over.remove(match)
    return Account(tuple(t.ids for t in ours), tuple(t.ids for t in theirs), tuple(short), tuple(over))


def _said(pair: Pair, bead: Bead) -> Iterator[Thing]:
    """The original's things: names, and bodies that no capital shows to be names ("hải quân")."""
    mentions, text = pair.mentions.by_bead[bead], stretch(pair.original, bead.original)
    for m in mentions:
        if ids := _ids(m):
            yield Thing(m.fact.start, m.fact.end, m.name.form, ids, m.fact.value)
    for known in kinds.find(text.text, pair.original.language):
        start, end = text.span(known.start, known.end)
        if kinds.COUNTRY not in kinds.kinds_of(known.ids) and not any(
                m.fact.start < end and start < m.fact.end for m in mentions):
            yield Thing(start, end, known.text, known.ids, "organisation:" + known.text)


def _told(pair: Pair, bead: Bead) -> Iterator[Thing]:
    text = stretch(pair.translation, bead.translation)
    for known in kinds.find(text.text, pair.translation.language):
        start, end = text.span(known.start, known.end)
        yield Thing(start, end, known.text, known.ids, "name:" + known.text)


def _ids(mention: Mention) -> Ids:
    return kinds.identifiers(mention.name.form, mention.name.type if mention.name.type != "name" else None)


def _among(ids: Ids, others: Iterable[Ids]) -> bool:
    return any(kinds.same(ids, other) for other in others)


def _others(short: Sequence[Thing], over: Sequence[Thing], own: Account) -> Iterator[tuple[Thing, Thing, float]]:
    """Of each kind the only thing that is lost, and the only one in its place: at least one of the two is on one side
    of the bead only."""
    for ids in dict.fromkeys(t.ids for t in short):
        lost = next(t for t in short if t.ids == ids)
        kind = kinds.kinds_of(ids)
        rivals = {t.ids for t in short if kinds.kinds_of(t.ids) & kind}
        instead = [t for t in over if kinds.kinds_of(t.ids) & kind]
        if len(rivals) != 1 or len({t.ids for t in instead}) != 1 or _of_two_sizes(ids, instead[0].ids):
            continue
        gone, new = not _among(ids, own.told), not _among(instead[0].ids, own.said)
        if gone and new:
            yield lost, instead[0], _CERTAIN
        elif (gone or new) and len(instead) == 1:
            yield lost, instead[0], _COUNTED


def _of_two_sizes(one: Ids, other: Ids) -> bool:
    """Whether one is a continent and the other a country: no text takes them for each other."""
    return all(map(kinds.is_continent, one)) != all(map(kinds.is_continent, other))


def _linked(pair: Pair, bead: Bead, own: Account) -> Iterator[tuple[Thing, Thing, float]]:
    """The same where a sentence beside has both to spare, so that either might have moved: the word links must tell."""
    for lost in own.short:
        kind = kinds.kinds_of(lost.ids)
        rivals = [t for t in own.short if kinds.kinds_of(t.ids) & kind and t.ids != lost.ids]
        alone = not any(kinds.kinds_of(i) & kind and i != lost.ids for i in own.said)
        instead = [t for t in own.over if kinds.kinds_of(t.ids) & kind and not _among(t.ids, own.said)]
        if not rivals and len({t.ids for t in instead}) == 1:
            link = pair.links(bead).strength((lost.start, lost.end), (instead[0].start, instead[0].end))
            if link >= (_LINKED if alone else _FIRM) and not _among(lost.ids, own.told):
                yield lost, instead[0], _CERTAIN


def _finding(pair: Pair, bead: Bead, lost: Thing, gained: Thing, certainty: float) -> Discrepancy:
    code = "acronym-changed" if lost.value.startswith("acronym:") else "name-changed"
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": lost.form, "translation": gained.form})
    return Discrepancy(code, message, lost.place, gained.place, certainty, {"aligned": bead.score},
                       suggestion=suggested.rendering(pair, lost.form, lost.value.partition(":")[0]))
