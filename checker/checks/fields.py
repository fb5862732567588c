"""A body that works in something else: the cancer institute that is one of health in the translation.

The names of bodies are translated word by word, or stand in English. Where a body of the original works in a field that
its sentence does not say in the translation, and a linked body of the translation in one that the original does not
say, one stands for the other. The data say which words are of one field.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..article import Bead
from ..facts.names import fields
from ..facts.names.fields import Body
from ..finding import Discrepancy, Message, Place
from .mentions import stretch
from .pair import Pair

# The link between two bodies from which one stands for the other.
_LINKED = 0.05
_CERTAIN = 0.85


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each bead in which one body works in another field."""
    if pair.alignment.relation == "unrelated":
        return
    for bead in pair.mentions.by_bead:
        ours, theirs = stretch(pair.original, bead.original), stretch(pair.translation, bead.translation)
        lost = fields.bodies(ours.text, pair.original.language)
        gained = fields.bodies(theirs.text, pair.translation.language) if lost else ()
        if not gained:
            continue
        lost = _strange(lost, fields.said(theirs.text, pair.translation.language))
        gained = _strange(gained, fields.said(ours.text, pair.original.language))
        if len(lost) == len(gained) == 1:
            place, there = ours.span(lost[0].start, lost[0].end), theirs.span(gained[0].start, gained[0].end)
            link = pair.links(bead).strength(place, there)
            if link >= _LINKED:
                yield _finding(bead, lost[0], place, gained[0], there, link)


def _strange(found: tuple[Body, ...], known: fields.Fields) -> tuple[Body, ...]:
    """The bodies that work in something that the other side does not say."""
    return tuple(b for b in found if any(not fields & known for fields in b.fields))


def _finding(bead: Bead, lost: Body, place: tuple[int, int], gained: Body, there: tuple[int, int],
             link: float) -> Discrepancy:
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": lost.text, "translation": gained.text})
    return Discrepancy("name-changed", message, Place(*place, "organisation:" + lost.text),
                       Place(*there, "organisation:" + gained.text), _CERTAIN, {"link": link, "aligned": bead.score})
