"""Titles on someone else, or another office than the original's.

A title contradicts another only where both are known and share no meaning (`titles.compatible`), so that a chairman who
is a president in French stays unmentioned.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..article import Bead
from ..facts.names import Title, titles
from ..finding import Discrepancy, Message, Place
from .mentions import Mention, Mentions, stretch
from .offices import Office, in_translation, of_person
from .pair import Pair

# Changes of a title that turn it into another office. "former" is often left out or put in by what is known today.
_CHANGING = ("vice", "former", "acting")


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each person with another title, and for each office that gained or lost "vice", "former" …"""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        offices = in_translation(pair.mentions, bead)
        told = [d for m in pair.mentions.by_bead[bead] for d in _of_mention(pair.mentions, m, offices)]
        yield from told
        if not told:
            yield from _exchanged(pair, bead)
            yield from _changed_word(pair, bead, offices)


def _of_mention(mentions: Mentions, mention: Mention, offices: tuple[Office, ...]) -> Iterator[Discrepancy]:
    title = mention.name.title
    if title is None or mention.written is None or mention.name.type not in ("person", "name"):
        return
    there = list(of_person(mentions, mention, offices))
    told = next((o for o in there if o.sure), None)
    if told is not None and not any(titles.compatible(title, o.title) for o in there):
        yield _finding(mention, title, told, 0.7)


def _finding(mention: Mention, title: Title, office: Office, certainty: float) -> Discrepancy:
    fact = mention.fact
    message = Message("«{name}» is «{title}» in the original and «{other}» in the translation.",
                      {"name": mention.name.form, "title": title.text, "other": office.title.text})
    return Discrepancy("role-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(office.start, office.end, "/".join(sorted(office.title.roles))), certainty,
                       {"aligned": mention.bead.score})


def _exchanged(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """Two persons whose countries (or bodies) changed places: each title's complement now stands by the other."""
    titled = [m for m in pair.mentions.by_bead[bead] if m.name.title is not None and m.written]
    for i, one in enumerate(titled):
        for two in titled[i + 1:]:
            a, b = _complement(pair.mentions, one), _complement(pair.mentions, two)
            if a is None or b is None or a.name.form == b.name.form or one.name.form == two.name.form:
                continue
            if _nearer(a, two, one) and _nearer(b, one, two):
                message = Message("«{one}» and «{two}» have changed places in the translation.",
                                  {"one": one.name.form, "two": two.name.form})
                assert one.written is not None
                here = Place(one.fact.start, one.fact.end, one.fact.value)
                there = Place(one.written.start, one.written.end, two.fact.value)
                yield Discrepancy("role-changed", message, here, there, 0.8, {"aligned": bead.score})


def _complement(mentions: Mentions, person: Mention) -> Mention | None:
    """The place or body in a person's title, where the translation writes it."""
    beside = mentions.by_bead[person.bead]
    at = beside.index(person)
    before = beside[at - 1] if at else None
    if before is None or before.written is None or before.name.type == "person" or before.name.title is None:
        return None
    return before if person.fact.start - before.fact.end <= 2 else None


def _nearer(complement: Mention, one: Mention, other: Mention) -> bool:
    """Whether the translation writes a complement nearer to one person than to another."""
    def distance(person: Mention) -> int:
        assert complement.written and person.written
        return max(person.written.start - complement.written.end, complement.written.start - person.written.end)

    return distance(one) < distance(other)


def _changed_word(pair: Pair, bead: Bead, offices: tuple[Office, ...]) -> Iterator[Discrepancy]:
    """An office named once on each side that gained or lost the word that makes it another."""
    text = stretch(pair.original, bead.original)
    ours = titles.find(text.text, pair.original.language)
    for title in ours:
        same = [o for o in offices if titles.compatible(title, o.title) and "*" not in o.title.roles | title.roles]
        rivals = [t for t in ours if t is not title and titles.compatible(title, t)]
        if len(same) != 1 or rivals:
            continue
        lost, gained = title.modifiers - same[0].title.modifiers, same[0].title.modifiers - title.modifiers
        changed = [w for w in _CHANGING if w in lost | gained]
        if changed and _plain(changed[0], lost, Counter(o.title.text for o in offices)):
            start, end = text.span(title.start, title.end)
            message = Message("The original has «{title}», the translation «{other}».",
                              {"title": title.text, "other": same[0].title.text})
            yield Discrepancy("role-changed", message, Place(start, end, _value(title)),
                              Place(same[0].start, same[0].end, _value(same[0].title)),
                              0.75 if changed[0] == "vice" else 0.6, {"aligned": bead.score})


def _plain(word: str, lost: frozenset[str], offices: Counter[str]) -> bool:
    """Whether a difference counts: "vice" either way, "former" and "acting" where they are lost."""
    return word == "vice" or word in lost


def _value(title: Title) -> str:
    return " ".join((*sorted(title.modifiers), "/".join(sorted(title.roles))))
