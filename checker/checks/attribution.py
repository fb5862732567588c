"""Persons who took each other's place: a quotation given to another speaker, two persons whose parts were exchanged.

Both names are the article's own, so that checks of single names see nothing strange. Across sentences what tells it is
a person whom the original names and the translation does not, while it names a person of another sentence at the very
words where the lost name should stand. Within a sentence it is what stands beside the names, such as the verb of
saying: it is linked crosswise.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from ..article import Article, Bead
from ..finding import Discrepancy, Message, Place, Related
from ..i18n import N_
from .mentions import SAME, Mention, Written, renderings, stretch
from .pair import Pair

# The link from a lost name to another's from which the one stands for the other.
LINKED = 0.08
# Beads before and after in which a stranger may be at home.
REACH = 3
# How alike two names are (0 to 100, normalised indel similarity) from which one is a misspelling of the other.
ALIKE = 70
# What stands beside a name: so many characters on each side, up to another name.
BESIDE = 25
# By how much the links of what stands beside two names must be crossed, where the names stand in the other order and
# where they do not. Names with less than this many characters between them are a list, in which all play one part.
CROSSED, CROSSED_IN_ORDER = 0.6, 0.9
APART = 6

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
        yield from _exchanged(pair, bead)


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
    known = pair.mentions.known[mention.name.form]
    usual = known[0].written if known else None
    message = Message(N_("«{original}» is «{translation}» in the translation: another person of the article."),
                      {"original": mention.name.form, "translation": pair.translation.text[there.start:there.end]})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(there.start, there.end, stranger.mention.fact.value), 0.75 if lone else 0.9,
                       {"link": link, "aligned": mention.bead.score},
                       suggestion=pair.translation.text[usual.start:usual.end] if usual else mention.name.form)


def _exchanged(pair: Pair, bead: Bead) -> Iterator[Discrepancy]:
    """Two persons of a bead, each named once, who stand where the other should."""
    forms = [m.name.form for m in _persons(pair, bead)]
    once = [m for m in _persons(pair, bead) if m.written and m.written.score >= SAME and forms.count(m.name.form) == 1]
    for one, two in combinations(once, 2):
        if set(one.name.words) & set(two.name.words) or two.fact.start - one.fact.end < APART:
            continue
        crossed = _crossed(pair, bead, one, two)
        assert one.written and two.written
        if crossed >= (CROSSED if two.written.start < one.written.start else CROSSED_IN_ORDER):
            message = Message("«{one}» and «{two}» have changed places in the translation.",
                              {"one": one.name.form, "two": two.name.form})
            here = Place(one.written.start, one.written.end, two.fact.value)
            there = Place(two.written.start, two.written.end, one.fact.value)
            yield Discrepancy("role-changed", message, Place(*_place(one), one.fact.value), here,
                              min(0.55 + 0.25 * crossed, 0.9), {"aligned": bead.score}, (Related(there, "same-fact"),))


def _crossed(pair: Pair, bead: Bead, one: Mention, two: Mention) -> float:
    """How much more the words beside each name are linked to those beside the other's rendering than its own's."""
    named = [_place(m) for m in pair.mentions.by_bead[bead]]
    written, links = _written(pair, bead), pair.links(bead)
    here = [_beside(pair.original, bead.original, _place(m), named) for m in (one, two)]
    there = [_beside(pair.translation, bead.translation, (m.written.start, m.written.end), written)
             for m in (one, two) if m.written]

    def linked(a: int, b: int) -> float:
        return sum(links.strength(o, t) for o in here[a] for t in there[b])

    return linked(0, 1) + linked(1, 0) - linked(0, 0) - linked(1, 1)


def _beside(article: Article, segments: Sequence[int], name: Span, others: Sequence[Span]) -> list[Span]:
    """The stretches before and after a name, as far as its neighbours among the others."""
    first, last = article.segments[segments[0]].start, article.segments[segments[-1]].end
    before = max((first, name[0] - BESIDE, *(end for _, end in others if end <= name[0])))
    after = min((last, name[1] + BESIDE, *(start for start, _ in others if start >= name[1])))
    return [(a, b) for a, b in ((before, name[0]), (name[1], after)) if a < b]


def _place(mention: Mention) -> Span:
    return mention.fact.start, mention.fact.end


def _written(pair: Pair, bead: Bead) -> list[Span]:
    return [(m.written.start, m.written.end) for m in pair.mentions.by_bead[bead] if m.written]
