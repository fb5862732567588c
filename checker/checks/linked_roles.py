"""A role in whose place the translation has another: her grandfather for her father, the prosecutors for the defence.

No name is needed: the word links say which role stands for which. Both must be definite, so that neither can be the
other in a freer wording (`roles.definite`), and neither may be said elsewhere in the sentence. A word of quite another
meaning is linked to nothing: the one role that only the translation has stands for one that only the original has where
both are strangers to the other text, here and in the sentences beside.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from ..article import Bead
from ..facts.names import roles, titles
from ..finding import Discrepancy, Message, Place
from .offices import Office, side
from .pair import Pair
from .sides import Sides

# The link between two roles from which the one stands for the other; the same where nothing else is without a
# counterpart; and from which two roles contradict each other that one person may well have, a witness and a nurse.
_LINKED, _ALONE, _FIRM = 0.15, 0.1, 0.25
# The same for a role that the original has as well, and how much stronger it must be than the link to that one.
_USURPED, _CLEARLY = 0.5, 1.5
# Characters between a role and the name of who has it, at most.
_BY = 2
# The link to any words of the other text below which a role is a stranger to it: one of the translation, and one of the
# original, which some words beside its place are always linked to a little.
_STRANGE, _UNSAID = 0.2, 0.3
# Translators word the role of somebody unnamed more freely than an office beside a name: of itself no reason to stop.
_CERTAIN = 0.6


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each role that became another."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        ours = side(pair.original, bead.original, ()).offices
        theirs = side(pair.translation, bead.translation, ()).offices if ours else ()
        if _all_told(ours, theirs):
            continue
        texts = Sides(ours, theirs, pair.links(bead))
        replaced = list(_replaced(texts, _kept(pair, bead, texts))) or list(_strangers(pair, bead, texts))
        yield from (_finding(bead, own, other, link) for own, other, link in replaced)


def _all_told(ours: Sequence[Office], theirs: Sequence[Office]) -> bool:
    """Whether nothing can have changed: one side has no roles, or each has its counterpart."""
    return not ours or not theirs or len(ours) == len(theirs) and all(
        any(titles.compatible(a.title, b.title) for b in theirs) for a in ours) and all(
        any(titles.compatible(a.title, b.title) for a in ours) for b in theirs)


def _unmatched(texts: Sides[Office]) -> tuple[list[Office], list[Office]]:
    """What is left of both sides when roles that may be the same are matched one by one, the strongest links first."""
    same = [(texts.link(a, b), i, j) for i, a in enumerate(texts.ours) for j, b in enumerate(texts.theirs)
            if titles.compatible(a.title, b.title)]
    left, right = set(range(len(texts.ours))), set(range(len(texts.theirs)))
    for _, i, j in sorted(same, reverse=True):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
    return [texts.ours[i] for i in sorted(left)], [texts.theirs[j] for j in sorted(right)]


def _kept(pair: Pair, bead: Bead, texts: Sides[Office]) -> list[Office]:
    """The roles of the translation by the name of a person to whom the original gives the same."""
    return [office for m in pair.mentions.by_bead[bead] if m.written
            for office in _by(texts.theirs, m.written.start, m.written.end)
            if any(titles.compatible(o.title, office.title) for o in _by(texts.ours, m.fact.start, m.fact.end))]


def _by(offices: Sequence[Office], start: int, end: int) -> list[Office]:
    """The roles right before a name and right behind it."""
    return [o for o in offices if 0 <= max(start - o.end, o.start - end) <= _BY]


def _replaced(texts: Sides[Office], kept: Sequence[Office]) -> Iterator[tuple[Office, Office, float]]:
    """The roles of the original with those that stand in their places, and how strongly they are linked; those that are
    `kept` stand in no other's."""
    lost, gained = _unmatched(texts)
    for own in lost:
        told = [(texts.link(own, b), b) for b in texts.theirs
                if b in gained or b not in kept and _usurped(own, b, texts)]
        link, other = max(told, key=itemgetter(0), default=(0.0, None))
        if other is None:
            continue
        alone, firm = lost == [own] and gained == [other], other in gained and link >= _FIRM
        if link >= (_ALONE if alone else _LINKED) and _contradict(own, other, firm) and (
                alone and firm or all(texts.leads(own, other))):
            yield own, other, link


def _strangers(pair: Pair, bead: Bead, texts: Sides[Office]) -> Iterator[tuple[Office, Office, float]]:
    """The one role that the translation alone has, and one that the original alone has, where nothing links either."""
    lost, gained = _unmatched(texts)
    told = pair.alignment.relation == "translation" and len(gained) == 1
    if not lost or not told or not _is_strange(pair, bead, gained[0], ours=False):
        return
    unsaid = [own for own in lost if _contradict(own, gained[0], not _anybodys(own, gained[0]))
              and _is_strange(pair, bead, own, ours=True)]
    if unsaid:
        yield unsaid[0], gained[0], texts.link(unsaid[0], gained[0])


def _anybodys(own: Office, other: Office) -> bool:
    """Whether each of two roles may be had besides any other: the victims of a fire may be two fathers, though the word
    for a father may stand for a priest."""
    return all(any(roles.area(role) in roles.table()["apart"] for role in o.title.roles) for o in (own, other))


def _is_strange(pair: Pair, bead: Bead, office: Office, ours: bool) -> bool:
    """Whether the other text has no words for a role, nor any role that may be the same here or beside; `ours`: the
    role is the original's."""
    links = pair.links(bead)
    said = links.project(office.start, office.end) if ours else links.back(office.start, office.end)
    if said is not None and said.confidence >= (_UNSAID if ours else _STRANGE):
        return False
    around = [bead, *pair.mentions.beside(bead)]
    others = (o for b in around for o in (side(pair.translation, b.translation, ()) if ours else
                                          side(pair.original, b.original, ())).offices)
    return not any(titles.compatible(office.title, o.title) for o in others)


def _usurped(own: Office, other: Office, texts: Sides[Office]) -> bool:
    """Whether a role that the original has elsewhere stands in the place of one that the translation has nowhere."""
    if any(titles.compatible(own.title, b.title) for b in texts.theirs):
        return False
    rivals = [texts.link(a, other) for a in texts.ours if titles.compatible(a.title, other.title)]
    return texts.link(own, other) >= max([_USURPED, *(_CLEARLY * link for link in rivals)])


def _contradict(own: Office, other: Office, firm: bool) -> bool:
    """Whether two roles cannot be one person's in two wordings; `firm`: nor words for what else a person is."""
    one, two = own.title, other.title
    return (roles.definite(one.roles) and roles.definite(two.roles)
            and not titles.compatible(one, two) and not titles.converse(one, two)
            and (roles.comparable(one.roles, two.roles) or firm and not roles.anyones(one.roles | two.roles)))


def _finding(bead: Bead, own: Office, other: Office, link: float) -> Discrepancy:
    message = Message("The original has «{title}», the translation «{other}».",
                      {"title": own.title.text, "other": other.title.text})
    return Discrepancy("role-changed", message, Place(own.start, own.end, titles.value(own.title)),
                       Place(other.start, other.end, titles.value(other.title)), _CERTAIN,
                       {"link": link, "aligned": bead.score})
