"""Titles on someone else, or another office than the original's.

A title contradicts another only where both are known and cannot be one office (`titles.compatible`), so that a
chairman who is a president in French stays unmentioned. A title that the original gives to the person elsewhere
contradicts none.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..article import Bead
from ..facts.names import Title, roles, titles
from ..finding import Discrepancy, Message, Place
from .mentions import Mention, Mentions, stretch
from .offices import Office, Side, of_person, sides
from .pair import Pair
from .sides import Sides

# Changes of a title that turn it into another office, with how sure each makes.
_CHANGING = {"vice": 0.75, "former": 0.6, "acting": 0.6, "elect": 0.55}
# The link from which one of several like offices is another's counterpart, and how much stronger than its others.
_TIED, _CLEARLY = 0.15, 1.5


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each person with another title, and for each office that gained or lost "vice", "former" …"""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        ours, theirs = sides(pair.mentions, bead)
        told = [d for m in pair.mentions.by_bead[bead] for d in _of_mention(pair.mentions, m, ours, theirs)]
        yield from told
        if not told:
            yield from _changed_word(pair, bead, ours, theirs)


def _of_mention(mentions: Mentions, mention: Mention, ours: Side, theirs: Side) -> Iterator[Discrepancy]:
    """A person with another title, or with the same one changed."""
    if mention.written is None or mention.name.type not in ("person", "name"):
        return
    beside = mentions.by_bead[mention.bead]
    known_here, known_there = _of_others(mention, beside, ours, theirs)
    here = _own(of_person(ours, (mention.fact.start, mention.fact.end), beside, False), known_here)
    there = _own(of_person(theirs, (mention.written.start, mention.written.end), beside, True), known_there)
    lost = [o for o in here if o.sure and not _among(o.title, there)]
    known = [o.title for o in here] + _titles(mentions, mention)
    gained = [o for o in there if o.sure and not any(titles.compatible(o.title, t) for t in known)]
    for own, other in ((a, b) for a in lost for b in gained if _may_contradict(a.title, b.title)):
        if not _elsewhere(own.title, theirs, there + known_there) and not _elsewhere(
                other.title, ours, here + known_here):
            yield _finding(mention, own, other, 0.7 if len(lost) == len([o for o in here if o.sure]) else 0.6)
            return
    yield from _modified(mention, here, there, ours, theirs)


def _may_contradict(one: Title, other: Title) -> bool:
    """Whether two titles are of one area, and neither so wide ("expert") that it may be anybody's."""
    wide = any(role in roles.table()["wide"] for role in one.roles | other.roles)
    return roles.comparable(one.roles, other.roles) and not wide


def _of_others(mention: Mention, beside: Sequence[Mention], ours: Side,
               theirs: Side) -> tuple[list[Office], list[Office]]:
    """The titles, in both texts, of other persons whose title is plain in the translation: they excuse nobody else."""
    here: list[Office] = []
    there: list[Office] = []
    for m in beside:
        if m.written and m.name.type in ("person", "name") and m.name.form != mention.name.form:
            told = [o for o in of_person(theirs, (m.written.start, m.written.end), beside, True) if o.sure]
            there += told
            here += [o for o in of_person(ours, (m.fact.start, m.fact.end), beside, False) if _among(o.title, told)]
    return here, there


def _own(offices: Iterable[Office], others: Sequence[Office]) -> list[Office]:
    """A person's titles without those that are only near, and plainly another's."""
    sure = {o.start for o in others}
    return [o for o in offices if o.sure or o.start not in sure]


def _among(title: Title, offices: Sequence[Office]) -> bool:
    return any(titles.compatible(title, o.title) for o in offices)


def _titles(mentions: Mentions, mention: Mention) -> list[Title]:
    """The titles that the original gives to a person anywhere, also under a part of the name."""
    own = set(mention.name.words)
    return [m.name.title for m in mentions if m.name.title is not None and own & set(m.name.words)]


def _elsewhere(title: Title, beside: Side, near: Sequence[Office]) -> bool:
    """Whether a text has a title where it is neither this person's nor plainly another's."""
    own = {o.start for o in near}
    free = (o for o in beside.offices if o.start not in own and not _borne(o, beside))
    return any(titles.compatible(title, o.title) for o in free)


def _borne(office: Office, beside: Side) -> bool:
    """Whether a title stands right before or after the name of a person."""
    text = beside.article.text
    return any(0 <= a - office.end <= 2 or 0 <= office.start - b <= 2 and text[b:office.start].strip() in ("", ",")
               for a, b in beside.persons)


def _modified(mention: Mention, here: Sequence[Office], there: Sequence[Office], ours: Side,
              theirs: Side) -> Iterator[Discrepancy]:
    """A person's title that gained or lost a word that makes it another: no other of the person's titles has it so."""
    for own in (o for o in here if o.sure):
        same = [o for o in there if titles.compatible(own.title, o.title)]
        if len(same) == 1 and same[0].sure and len([o for o in here if _among(o.title, same)]) == 1:
            lost, gained = _changes(own, same[0], ours, theirs, mention.bead)
            word = next((w for w in _CHANGING if w in lost | gained), None)
            if word is not None:
                yield _finding(mention, own, same[0], _CHANGING[word])


def _finding(mention: Mention, own: Office, other: Office, certainty: float) -> Discrepancy:
    message = Message("«{name}» is «{title}» in the original and «{other}» in the translation.",
                      {"name": mention.name.form, "title": own.title.text, "other": other.title.text})
    fact, there = mention.fact, Place(other.start, other.end, titles.value(other.title))
    return Discrepancy("role-changed", message, Place(fact.start, fact.end, fact.value), there, certainty,
                       {"aligned": mention.bead.score})


def _changes(own: Office, other: Office, ours: Side, theirs: Side, bead: Bead) -> tuple[set[str], set[str]]:
    """The words that an office lost and gained, unless the other text says them apart from it: "used to be"."""
    lost = {w for w in own.title.modifiers - _implied(other.title)
            if not _apart(w, theirs, bead.translation) and not titles.modifies(
                w, other.title.text, theirs.article.language)}
    gained = {w for w in other.title.modifiers - _implied(own.title)
              if not (_apart(w, ours, bead.original) or titles.modifies(w, own.title.text, ours.article.language))}
    # A deputy of one office may be the head of something smaller; and a role may say "vice" by itself.
    shared = own.title.roles & other.title.roles
    wider = set() if shared and not shared & roles.composites() else {"vice"}
    return lost - wider, gained - wider


def _implied(title: Title) -> frozenset[str]:
    """The words that change a title, and those that go without saying: who is dead holds no office any more."""
    return title.modifiers | ({"former"} if "late" in title.modifiers else frozenset[str]())


def _apart(modifier: str, beside: Side, segments: tuple[int, ...]) -> bool:
    """Whether a text says what changes an office outside all of its offices."""
    text = stretch(beside.article, segments)
    rest = list(text.text)
    for title in titles.find(text.text, beside.article.language):
        rest[title.start:title.end] = "\n" * (title.end - title.start)
    return titles.modifies(modifier, "".join(rest), beside.article.language)


def _changed_word(pair: Pair, bead: Bead, ours: Side, theirs: Side) -> Iterator[Discrepancy]:
    """An office that gained or lost the word that makes it another."""
    for own in ours.offices:
        other = _counterpart(own, pair, bead, ours, theirs)
        lost, gained = _changes(own, other, ours, theirs, bead) if other is not None else (set(), set())
        changed = [w for w in _CHANGING if w in lost or w in gained and other is not None and _gains(w, own, other)]
        if changed and other is not None:
            message = Message("The original has «{title}», the translation «{other}».",
                              {"title": own.title.text, "other": other.title.text})
            yield Discrepancy("role-changed", message, Place(own.start, own.end, titles.value(own.title)),
                              Place(other.start, other.end, titles.value(other.title)),
                              _CHANGING[changed[0]], {"aligned": bead.score})


def _gains(word: str, own: Office, other: Office) -> bool:
    """Whether to gain a word makes another office: translators say "former" of friends, and "nominated" of anybody."""
    return word == "vice" or word != "elect" and titles.is_office(own.title) and titles.is_office(other.title)


def _counterpart(own: Office, pair: Pair, bead: Bead, ours: Side, theirs: Side) -> Office | None:
    """The office of the translation that stands for one of the original's: the only one that may, or the one that the
    word links tie to it as to no other."""
    same = [o for o in theirs.offices if titles.compatible(own.title, o.title)]
    if len(same) == 1 and not any(o is not own and _among(o.title, [own, same[0]]) for o in ours.offices):
        return same[0]
    if all(o.title.modifiers == own.title.modifiers for o in same):
        return None
    links = Sides(ours.offices, theirs.offices, pair.links(bead))
    best = max(same, key=lambda o: links.link(own, o))
    rival = max((links.link(o, best) for o in ours.offices if o is not own), default=0.0)
    others = max((links.link(own, o) for o in theirs.offices if o is not best), default=0.0)
    tied = links.link(own, best)
    return best if tied >= _TIED and tied >= _CLEARLY * max(rival, others) else None
