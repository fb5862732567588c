"""Something else of the same kind: another charge, another country's people, another agency.

What a sentence of the original names of a kind and its translation does not, beside another of that kind which only the
translation names: one stands for the other. The data say what is of one kind, so no word links are needed.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..article import Bead
from ..facts.names import kinds, titles
from ..facts.names.charges import Charge
from ..facts.names.kinds import Known
from ..facts.names.name import Title
from ..finding import Discrepancy, Message, Place
from .mentions import Mention, stretch
from .pair import Pair

_CERTAIN = 0.8
# The link from which one thing stands in another's place though that is said in a sentence beside.
_LINKED = 0.25


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each thing of a bead that became another of its kind."""
    if pair.alignment.relation == "unrelated":
        return
    whole = pair.alignment.relation == "translation"  # where much is left out, an office left out became no other
    for bead in pair.mentions.by_bead:
        yield from list(_charges(pair, bead)) or (_titles(pair, bead) if whole else ())
        yield from list(_things(pair, bead)) or _instead(pair, bead)


def _charges(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """A minister or a ministry with another charge."""
    here, there = _in_charge(pair, bead)
    beside = [_in_charge(pair, b) for b in pair.mentions.beside(bead) if b is not bead]
    # What a sentence beside has on both sides is its own, and none that moved there.
    said = [*here, *(c for ours, theirs in beside for c in _without(ours, theirs))]
    told = [*there, *(c for ours, theirs in beside for c in _without(theirs, ours))]
    lost, gained = _distinct(_without(here, told)), _distinct(_without(there, said))
    if len(lost) == len(gained) == 1:
        yield _finding(pair, bead, "role-changed", lost[0], gained[0],
                       "/".join(sorted(lost[0].concepts)), "/".join(sorted(gained[0].concepts)))


def _in_charge(pair: Pair, bead: Bead) -> tuple[Sequence[Charge], Sequence[Charge]]:
    """Those in charge of something on both sides of a bead."""
    return (titles.in_charge(_ours(pair, bead), pair.original.language),
            titles.in_charge(_theirs(pair, bead), pair.translation.language))


def _without(here: Sequence[Charge], there: Sequence[Charge]) -> list[Charge]:
    """Those of one side that have charge of nothing that the other side says."""
    return [c for c in here if not any(c.concepts & t.concepts for t in there)]


def _distinct(found: Sequence[Charge]) -> list[Charge]:
    return list({c.concepts: c for c in reversed(found)}.values())


def _titles(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """An office or a relative for whom the translation has another, when each is the only one without a counterpart."""
    around = pair.mentions.beside(bead)
    said = [t for b in around for t in titles.find(_ours(pair, b), pair.original.language)]
    told = [t for b in around for t in titles.find(_theirs(pair, b), pair.translation.language)]
    lost = _unmatched(titles.find(_ours(pair, bead), pair.original.language), told)
    gained = _unmatched(titles.find(_theirs(pair, bead), pair.translation.language), said)
    for alike in (titles.is_office, titles.is_relative):
        ours, theirs = [t for t in lost if alike(t)], [t for t in gained if alike(t)]
        if len(ours) == len(theirs) == 1 and not titles.converse(ours[0], theirs[0]):
            yield _finding(pair, bead, "role-changed", ours[0], theirs[0],
                           "/".join(sorted(ours[0].roles)), "/".join(sorted(theirs[0].roles)))


def _unmatched(here: Sequence[Title], there: Sequence[Title]) -> list[Title]:
    left = [t for t in here if not any(titles.compatible(t, o) for o in there)]
    return list({t.roles: t for t in reversed(left)}.values())


def _finding(pair: Pair, bead: Bead, code: str, lost: Charge | Title, gained: Charge | Title,
             value: str, other: str) -> Discrepancy:
    start, end = stretch(pair.original, bead.original).span(lost.start, lost.end)
    at, to = stretch(pair.translation, bead.translation).span(gained.start, gained.end)
    message = Message("The original has «{title}», the translation «{other}».",
                      {"title": lost.text, "other": gained.text})
    return Discrepancy(code, message, Place(start, end, value), Place(at, to, other), _CERTAIN, {"aligned": bead.score})


def _things(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """A country, a people or a body for which the translation has another of its kind."""
    gained = _strangers(pair, bead)
    lost = _lost(pair, bead) if gained else {}
    for ids, (place, form) in lost.items():
        kind = kinds.kinds_of(ids)
        rivals = [i for i in lost if kinds.kinds_of(i) & kind]
        instead = [k for k in gained if kinds.kinds_of(k.ids) & kind]
        if len(rivals) == len(instead) == 1:
            start, end = stretch(pair.translation, bead.translation).span(instead[0].start, instead[0].end)
            yield _other(form, place, Place(start, end, "name:" + instead[0].text), bead)


def _instead(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """The same where a sentence beside says both, so that either might have moved: the word links must tell."""
    text, links = stretch(pair.translation, bead.translation), pair.links
    here = [(m, ids) for m in pair.mentions.by_bead[bead] if m.near and not m.written and (ids := _ids(m))]
    own = [_ids(m) for m in pair.mentions.by_bead[bead]]
    own += [k.ids for k in kinds.find(_ours(pair, bead), pair.original.language)] if here else []
    there = [k for k in kinds.find(text.text, pair.translation.language)
             if not any(kinds.same(k.ids, i) for i in own)] if here else []
    for mention, ids in here:
        kind = kinds.kinds_of(ids)
        rivals = [i for i in own if i and kinds.kinds_of(i) & kind and i != ids]
        instead = {k.ids: k for k in there if kinds.kinds_of(k.ids) & kind}
        if len(instead) == 1 and not rivals:
            [known] = instead.values()
            place = text.span(known.start, known.end)
            if links(bead).strength((mention.fact.start, mention.fact.end), place) >= _LINKED:
                yield _other(mention.name.form, Place(mention.fact.start, mention.fact.end, mention.fact.value),
                             Place(*place, "name:" + known.text), bead)


def _lost(pair: Pair, bead: Bead) -> dict[frozenset[str], tuple[Place, str]]:
    """The bead's things of a kind that the translation writes nowhere near, by what they stand for: names, and bodies
    that no capital shows to be names ("hải quân")."""
    told = [k.ids for b in pair.mentions.beside(bead) for k in kinds.find(_theirs(pair, b), pair.translation.language)]
    mentions = pair.mentions.by_bead[bead]
    lost = [(_ids(m), Place(m.fact.start, m.fact.end, m.fact.value), m.name.form)
            for m in mentions if not m.written and not m.near]
    text = stretch(pair.original, bead.original)
    for known in kinds.find(text.text, pair.original.language):
        start, end = text.span(known.start, known.end)
        if kinds.COUNTRY not in kinds.kinds_of(known.ids) and not any(
                m.fact.start < end and start < m.fact.end for m in mentions):
            lost.append((known.ids, Place(start, end, "organisation:" + known.text), known.text))
    return {i: (place, form) for i, place, form in reversed(lost) if i and not any(kinds.same(i, ids) for ids in told)}


def _strangers(pair: Pair, bead: Bead) -> list[Known]:
    """What the translation names of a kind and the original does not, each once."""
    text = stretch(pair.translation, bead.translation)
    named = [_ids(m) for m in pair.mentions.around(bead)]
    named += [k.ids for b in pair.mentions.beside(bead) for k in kinds.find(_ours(pair, b), pair.original.language)]
    written = [(m.written.start, m.written.end) for m in pair.mentions.by_bead[bead] if m.written]
    found: dict[frozenset[str], Known] = {}
    for known in kinds.find(text.text, pair.translation.language):
        start, end = text.span(known.start, known.end)
        if not any(kinds.same(known.ids, i) for i in named) and not any(a < end and start < b for a, b in written):
            found.setdefault(known.ids, known)
    return list(found.values())


def _ids(mention: Mention) -> frozenset[str]:
    return kinds.identifiers(mention.name.form, mention.name.type if mention.name.type != "name" else None)


def _other(form: str, here: Place, there: Place, bead: Bead) -> Discrepancy:
    code = "acronym-changed" if (here.value or "").startswith("acronym:") else "name-changed"
    other = (there.value or "").partition(":")[2]
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": form, "translation": other})
    return Discrepancy(code, message, here, there, _CERTAIN, {"aligned": bead.score}, suggestion=form)


def _ours(pair: Pair, bead: Bead) -> str:
    return stretch(pair.original, bead.original).text


def _theirs(pair: Pair, bead: Bead) -> str:
    return stretch(pair.translation, bead.translation).text
