"""Titles of persons on both sides: which office the original gives to whom, and which the translation does."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..article import Bead
from ..facts.names import Title, titles
from ..facts.names.lexicon import lexicon
from .mentions import Mention, Mentions, Written, stretch

# Between a title and the person it belongs to: no end of a sentence or clause, no bracket.
_STOP = re.compile(r"[.;:!?()\"“”«»\n]")
_NEAR = 45  # characters between a title and a name, at most


@dataclass(frozen=True, slots=True)
class Office:
    """A title in the translation, at file offsets. `sure`: its place says plainly whose it is."""

    title: Title
    start: int
    end: int
    sure: bool


def in_translation(mentions: Mentions, bead: Bead) -> tuple[Office, ...]:
    """The titles of a bead's translation at file offsets; none is anybody's yet."""
    text = stretch(mentions.pair.translation, bead.translation)
    return tuple(Office(t, *text.span(t.start, t.end), False)
                 for t in titles.find(text.text, mentions.pair.translation.language))


def of_person(mentions: Mentions, mention: Mention, offices: tuple[Office, ...]) -> Iterator[Office]:
    """The titles that the translation gives to a mention: right before its rendering, or in apposition after it."""
    written = mention.written
    if written is None:
        return
    text, capitals = mentions.pair.translation.text, lexicon(mentions.pair.translation.language).capitals
    others = [m.written for m in mentions.by_bead[mention.bead] if m.written and m.name.type == "person"
              and m.name.form != mention.name.form]
    for office in offices:
        before = office.end <= written.start
        between = text[office.end:written.start] if before else text[written.end:office.start]
        if len(between) > _NEAR or _STOP.search(between) or between.count(",") > 1:
            continue
        if _parted(office, written, others):
            continue
        if before and not capitals and len(_unsaid(mentions, mention.bead, office.end, written.start)) > 6:
            continue  # without capitals and articles only what is said of the office may stand between
        if before and _ends_in_of(between, mentions.pair.translation.language):
            continue
        # In a script without commas an office stands behind its person, parted by a space.
        apposed = bool(re.match(r"\s*,", between)) or not capitals and between.isspace() and not _leads(office, others)
        if before or apposed or len(between) < 2:
            yield Office(office.title, office.start, office.end, before or apposed)


def _unsaid(mentions: Mentions, bead: Bead, start: int, end: int) -> str:
    """What stands between two offsets of the translation besides renderings of names."""
    text = mentions.pair.translation.text
    kept = [c for i, c in enumerate(text[start:end], start) if not any(
        m.written and m.written.start <= i < m.written.end for m in mentions.by_bead[bead])]
    return "".join(kept).replace(" ", "")


def _parted(office: Office, written: Written, others: list[Written]) -> bool:
    """Whether another person stands between a title and a name."""
    low, high = min(office.end, written.end), max(office.start, written.start)
    return any(low <= o.start and o.end <= high for o in others)


def _leads(office: Office, others: list[Written]) -> bool:
    """Whether another person's name begins right behind an office."""
    return any(0 <= o.start - office.end <= 1 for o in others)


def _ends_in_of(between: str, language: str) -> bool:
    """Whether the name is what the office is of: "the president of X"."""
    plain = re.findall(r"[^\W\d_]+", between.lower().replace("’", "'"))
    return bool(plain) and plain[-1] in lexicon(language).of
