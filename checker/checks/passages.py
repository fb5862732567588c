"""Passages that stand on one side only, or elsewhere, and page furniture."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..article import Article, Bead, Segment, span_of
from ..facts import Fact
from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from ..segmenter import cuts_pieces
from .pair import Pair

# A stretch shorter than this many characters (an interjection, a bare "he said") is no loss worth stopping for.
SHORT = 20
# Of what really stands alone nine in ten are linked less than this to what stands beside it.
ECHO = 0.31
# What was really added is no nearer than this to any sentence of the original; a clause in a sentence of its own is.
NEAR = 0.3
# The end of a sentence, with what closes after it.
_STOPPED = re.compile(r"[.!?…:][\s\"'“”’»)\]]*\Z")


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each unbroken stretch of segments that the other side lacks; info in an abridged version."""
    if pair.alignment.relation == "unrelated":
        return
    for kind, side in (("missing", "original"), ("added", "translation")):
        for passage in _runs(pair, kind):
            yield _lonely(pair, side, passage)
    for bead in pair.alignment.beads:
        if bead.type == "moved":
            yield _moved(pair, bead)
        elif bead.type == "furniture":
            yield _furniture(pair, bead)


def _runs(pair: Pair, kind: str) -> Iterator[list[Segment]]:
    """Stretches of neighbouring segments that stand alone on their side."""
    article, ids = _side(pair, kind)
    run: list[Segment] = []
    for segment in article.segments:
        if segment.id in ids:
            run.append(segment)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _side(pair: Pair, kind: str) -> tuple[Article, frozenset[int]]:
    beads = [b for b in pair.alignment.beads if b.type == kind]
    if kind == "missing":
        return pair.original, frozenset(i for b in beads for i in b.original)
    return pair.translation, frozenset(j for b in beads for j in b.translation)


def _lonely(pair: Pair, side: str, passage: Sequence[Segment]) -> Discrepancy:
    """A passage of one side that the other lacks; `side` is "original" or "translation"."""
    lost = side == "original"
    article, facts = ((pair.original, pair.original_facts) if lost else (pair.translation, pair.translation_facts))
    start, end = span_of(passage)
    gap = _end_before(pair, side, passage[0].id)
    here, there = Place(start, end, article.text[start:end]), Place(gap, gap, None)
    template = (N_("«{passage}» has no counterpart in the {language} version.") if lost else
                N_("«{passage}» has no counterpart in the original."))
    arguments = {"passage": shortened(article.text[start:end])}
    if lost:
        arguments["language"] = pair.translation.language
    sure, evidence = _certainty(pair, side, passage)
    expected = pair.alignment.relation == "abridged" or lost and _still_to_come(pair, passage)
    places = (here, there) if lost else (there, here)
    return Discrepancy("passage-missing" if lost else "passage-added",
                       _message(template, arguments, _told(passage, facts)), *places, sure, evidence,
                       advisory=expected or _is_piece(article, passage)
                       or end - start < (SHORT if lost else _short(pair, passage)))


def _is_piece(article: Article, passage: Sequence[Segment]) -> bool:
    """Whether a passage begins or ends amid a paragraph where no stop parts it from what stands beside: the cut was a
    guess (`parting`), and the other side may well tell the two together, in another order.

    Nothing can be said so of a language without stops.
    """
    if cuts_pieces(article.language):
        return False
    around = article.segments[max(0, passage[0].id - 1):passage[-1].id + 2]
    return any(a.paragraph == b.paragraph and not _STOPPED.search(a.text) for a, b in pairwise(around)
               if (a in passage) != (b in passage))


def _still_to_come(pair: Pair, passage: Sequence[Segment]) -> bool:
    """Whether a passage is of the rest that an unfinished version lacks: nothing that follows it is there."""
    return pair.alignment.relation == "unfinished" and not any(
        i > passage[-1].id for b in pair.beads for i in b.original)


def _short(pair: Pair, passage: Sequence[Segment]) -> int:
    """Characters below which what was added is not worth a loud word.

    Where the rest of its paragraph is aligned it may be a clause of a neighbouring sentence, so more is asked of it.
    """
    paragraphs = {s.paragraph for s in passage}
    ids = {s.id for s in passage}
    alone = not any(s.paragraph in paragraphs and s.id not in ids for s in pair.translation.segments)
    return SHORT if alone else 2 * SHORT


def _moved(pair: Pair, bead: Bead) -> Discrepancy:
    start, end = span_of([pair.original.segments[i] for i in bead.original])
    other = span_of([pair.translation.segments[j] for j in bead.translation])
    return Discrepancy(
        "passage-moved", Message("«{passage}» stands elsewhere in the translation.",
                                 {"passage": shortened(pair.original.text[start:end])}),
        Place(start, end, None), Place(*other, None), 0.9, advisory=True)


def _furniture(pair: Pair, bead: Bead) -> Discrepancy:
    if bead.original:
        start, end = span_of([pair.original.segments[i] for i in bead.original])
        at = _end_before(pair, "original", bead.original[0])
        places = Place(start, end, None), Place(at, at, None)
        text = pair.original.text[start:end]
    else:
        start, end = span_of([pair.translation.segments[j] for j in bead.translation])
        at = _end_before(pair, "translation", bead.translation[0])
        places = Place(at, at, None), Place(start, end, None)
        text = pair.translation.text[start:end]
    return Discrepancy("furniture", Message("«{passage}» belongs to the page, not to the article; it was not compared.",
                                            {"passage": shortened(text)}), *places, 0.9, advisory=True)


def _certainty(pair: Pair, side: str, passage: Sequence[Segment]) -> tuple[float, dict[str, float]]:
    """Surer, the less anything on the other side resembles the passage or has room for it, and the longer it is."""
    nearest = max((pair.alignment.nearest.get((side, s.id), 0.0) for s in passage), default=0.0)
    length = min(sum(s.end - s.start for s in passage) / 120, 1.0)
    room, faced = _room(pair, side, passage), _faced(pair, side, passage)
    echo = _echo(pair, side, passage)
    sure = 0.97 - 0.5 * max(nearest - 0.2, 0.0) - 0.5 * room - 0.4 * faced - 1.5 * max(echo - ECHO, 0.0)
    if side == "translation":
        sure -= 2 * max(nearest - NEAR, 0.0)
    return min(max(sure, 0.1), 0.97), {"nearest": nearest, "length": length, "room": room, "faced": faced, "echo": echo}


def _echo(pair: Pair, side: str, passage: Sequence[Segment]) -> float:
    """How strongly the passage is linked into the beads beside it, 0 to 1: it may be the rest of one of them."""
    alignment, first, last = pair.alignment, passage[0].id, passage[-1].id
    own = pair.original if side == "original" else pair.translation
    bead_of = alignment.bead_of_original if side == "original" else alignment.bead_of_translation
    beside = {bead_of(i) for i in (first - 1, last + 1) if 0 <= i < len(own.segments)}
    return max((_linked(pair, side, passage, b) for b in beside if b.type == "aligned"), default=0.0)


def _linked(pair: Pair, side: str, passage: Sequence[Segment], bead: Bead) -> float:
    """How strongly the passage is linked to the other side of a bead, its own side of the bead competing with it."""
    ids = tuple(s.id for s in passage)
    if side == "original":
        joined = replace(bead, original=tuple(sorted(bead.original + ids)))
        other = span_of([pair.translation.segments[j] for j in bead.translation])
        return pair.links(joined).strength(span_of(passage), other)
    joined = replace(bead, translation=tuple(sorted(bead.translation + ids)))
    other = span_of([pair.original.segments[i] for i in bead.original])
    return pair.links(joined).strength(other, span_of(passage))


def _faced(pair: Pair, side: str, passage: Sequence[Segment]) -> float:
    """Whether something that stands alone on the other side faces the passage, 0 to 1 by its length.

    What is missing here and added there, in the same gap, may be one sentence told in quite other words.
    """
    beads = pair.alignment.beads
    lonely, other = ("missing", "added") if side == "original" else ("added", "missing")
    own = [n for n, b in enumerate(beads) if b.type == lonely
           and passage[0].id in (b.original if side == "original" else b.translation)]
    if not own:
        return 0.0
    first = last = own[0]
    while first > 0 and beads[first - 1].type in (lonely, other):
        first -= 1
    while last + 1 < len(beads) and beads[last + 1].type in (lonely, other):
        last += 1
    facing = [b for b in beads[first:last + 1] if b.type == other]
    size = sum(len(pair.original.segments[i].text) for b in facing for i in b.original)
    size += sum(len(pair.translation.segments[j].text) for b in facing for j in b.translation)
    return min(size / max(sum(len(s.text) for s in passage), 1), 1.0)


def _room(pair: Pair, side: str, passage: Sequence[Segment]) -> float:
    """How much of the passage the beads beside it could well hold, 0 to 1, by the article's usual ratio of lengths."""
    ratio = len(pair.translation.text) / max(len(pair.original.text), 1)
    bead_of = pair.alignment.bead_of_original if side == "original" else pair.alignment.bead_of_translation
    article = pair.original if side == "original" else pair.translation
    beside = [bead_of(i) for i in (passage[0].id - 1, passage[-1].id + 1) if 0 <= i < len(article.segments)]
    spare = 0.0
    for bead in (b for b in beside if b.type == "aligned"):
        original = sum(len(pair.original.segments[i].text) for i in bead.original) * ratio
        translation = sum(len(pair.translation.segments[j].text) for j in bead.translation)
        spare += max(translation - original if side == "original" else original - translation, 0.0)
    size = sum(len(s.text) for s in passage) * (ratio if side == "original" else 1.0)
    return min(spare / max(size, 1.0), 1.0)


def _message(template: str, arguments: Mapping[str, str], facts: str) -> Message:
    """What is said of a passage, and the facts that go with it, if any."""
    if not facts:
        return Message(template, arguments)
    return Message(template + N_(" It carries {facts}."), {**arguments, "facts": facts})


def _told(passage: Sequence[Segment], facts: Mapping[int, tuple[Fact, ...]]) -> str:
    """The figures and names that the passage carries, the first six."""
    told = list(dict.fromkeys(f.text for s in passage for f in facts.get(s.id, ()) if f.confidence >= 0.5))
    return ", ".join(told[:6]) + (" …" if len(told) > 6 else "")


def shortened(text: str, limit: int = 90) -> str:
    """A passage on one line, cut at a word.

    >>> shortened("one two three", 8)
    'one two…'
    """
    line = " ".join(text.split())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + "…"


def _end_before(pair: Pair, side: str, segment: int) -> int:
    """Where on the other side a segment would begin: the end of what stands for the one before it."""
    alignment = pair.alignment
    for before in range(segment - 1, -1, -1):
        bead = alignment.bead_of_original(before) if side == "original" else alignment.bead_of_translation(before)
        if bead.type == "aligned":
            return (pair.translation.segments[bead.translation[-1]].end if side == "original" else
                    pair.original.segments[bead.original[-1]].end)
    return 0
