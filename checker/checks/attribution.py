"""A person in whose place the translation has one of another sentence: a quotation given to another speaker.

Both names are the article's own, so that checks of single names see nothing strange. What tells it is a person whom the
original names and the translation does not, while it names a person of another sentence at the very words where the
lost name should stand. Within one sentence see `exchanges`.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..article import Bead
from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from . import suggested
from .mentions import SAME, Mention, Written, renderings, stretch
from .pair import Pair

# The link from a lost name to another's from which the one stands for the other.
LINKED = 0.08
# Beads before and after in which a stranger may be at home.
REACH = 3
# How alike two names are (0 to 100, normalised indel similarity) from which one is a misspelling of the other.
ALIKE = 70

Span = tuple[int, int]


@dataclass(frozen=True)
class _Stranger:
    """A person of another sentence whom the translation of this one names."""

    mention: Mention
    written: Written


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each person in whose place the translation has another person of the article."""
    if pair.alignment.relation in ("unrelated", "abridged"):
        return
    beads = list(pair.mentions.by_bead)
    for at, bead in enumerate(beads):
        yield from _replaced(pair, bead, beads[max(0, at - REACH):at] + beads[at + 1:at + 1 + REACH])


def _persons(pair: Pair, bead: Bead) -> list[Mention]:
    return [m for m in pair.mentions.by_bead[bead] if m.name.type == "person"]


def _replaced(pair: Pair, bead: Bead, around: Sequence[Bead]) -> Iterator[Discrepancy]:
    """The persons of a bead for whom the translation has persons of the beads around."""
    lost = [m for m in _persons(pair, bead) if m.written is None]
    strangers = list(_strangers(pair, bead, around)) if lost else []
    links = pair.links(bead) if strangers else None
    for mention in lost:
        likely = [s for s in strangers if fuzz.ratio(mention.name.form, s.mention.name.form) < ALIKE]
        if links is None or not likely:
            continue
        link, best = max(((links.strength(_place(mention), (s.written.start, s.written.end)), s) for s in likely),
                         key=lambda x: x[0])
        if link >= LINKED:
            strangers.remove(best)
            yield _replacement(pair, mention, best, link)


def _strangers(pair: Pair, bead: Bead, around: Sequence[Bead]) -> Iterator[_Stranger]:
    """Persons of the beads around, not named in this one, whom its translation names."""
    own = {w for m in pair.mentions.by_bead[bead] for w in m.name.words}
    own |= set(stretch(pair.original, bead.original).text.split())
    taken = _written(pair, bead)
    text = stretch(pair.translation, bead.translation)
    for form, mention in {m.name.form: m for b in around for m in _persons(pair, b)}.items():
        if not own & set(mention.name.words):
            found = [w for w in renderings(mention.fact, text, pair.translation.language) if w.score >= SAME
                     and not any(a < w.end and w.start < b for a, b in taken)]
            if found:
                yield _Stranger(mention, max(found, key=lambda w: w.score))


def _replacement(pair: Pair, mention: Mention, stranger: _Stranger, link: float) -> Discrepancy:
    """The surer, if the stranger is lost from its own sentence as well."""
    fact, there, lone = mention.fact, stranger.written, stranger.mention.written is not None
    message = Message(N_("«{original}» is «{translation}» in the translation: another person of the article."),
                      {"original": mention.name.form, "translation": pair.translation.text[there.start:there.end]})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(there.start, there.end, stranger.mention.fact.value), 0.75 if lone else 0.9,
                       {"link": link, "aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, "person"))


def _place(mention: Mention) -> Span:
    return mention.fact.start, mention.fact.end


def _written(pair: Pair, bead: Bead) -> list[Span]:
    return [(m.written.start, m.written.end) for m in pair.mentions.by_bead[bead] if m.written]
