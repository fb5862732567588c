"""Another name where the rendering of a name should stand.

Three things tell it: the run of capitals around a short form holds foreign words where the name's own are missing
("Luke Mills" for Luke Miles); a leftover name of the bead is near the lost one in letters; or the word links lead from
the lost name to a leftover.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..article import Bead
from ..facts.names import exonyms, readings
from ..facts.names.letters import may_be_vietnamese
from ..facts.names.lexicon import lexicon
from ..finding import Discrepancy, Message, Place
from . import identities, suggested
from .adapted import ALIKE, alikeness
from .expected import carried, lost_words
from .habits import Habits
from .leftovers import Leftover
from .mentions import Mention
from .pair import Pair
from .reasons import is_explained
from .standins import ALONE, judge

# What a lost name and a leftover may be, so that one stands for the other if nothing else of the bead is.
_KINDS = (identities.is_locality, identities.is_full, may_be_vietnamese)
# The link from which words of the translation are the name's.
_TOLD = 0.4


@dataclass(frozen=True, slots=True)
class Substitute:
    """A leftover that took the place of a mention."""

    code: str
    mention: Mention
    leftover: Leftover
    certainty: float
    link: float

    def discrepancy(self, pair: Pair, bead: Bead) -> Discrepancy:
        """The finding, pointing at the whole run in which the foreign words stand."""
        fact, there = self.mention.fact, self.leftover.fact
        arguments = {"original": fact.detail.form, "translation": there.text}
        message = (Message("«{original}» is «{translation}» in the translation: another spelling.", arguments)
                   if self.code == "name-misspelt" else
                   Message("«{original}» is «{translation}» in the translation: another name.", arguments))
        return Discrepancy(self.code, message, Place(fact.start, fact.end, fact.value),
                           Place(there.start, there.end, there.value), self.certainty,
                           {"link": self.link, "aligned": bead.score, "person": float(fact.detail.type == "person"),
                            "familiar": float(bool(exonyms.identifiers(self.leftover.form)))},
                           suggestion=suggested.rendering(pair, fact.detail.form, fact.detail.type))


def find(pair: Pair, mention: Mention, left: list[Leftover], usual: Habits) -> Substitute | None:
    """The leftover that stands for a mention, if one does; not one that the version always writes for it."""
    missing = lost_words(mention, pair) if left and carried(mention) else ()
    left = [x for x in left if not _habitual(mention, x, missing, usual)
            and not readings.reads(mention.name.form, x.form)]
    if not missing or not left:
        return None
    links, language = pair.links(mention.bead), pair.translation.language
    lost = [m for m in pair.mentions.by_bead[mention.bead] if not m.written and carried(m)]
    alone = lost == [mention] and len(left) == 1 and not mention.near
    short = mention.name.form in pair.mentions.short_forms
    best = Substitute("", mention, left[0], 0.0, 0.0)
    for x in left:
        link = links.strength((mention.fact.start, mention.fact.end), (x.start, x.end))
        if link < ALONE and _is_told(mention, x, pair) or is_explained(mention, x, pair, link):
            continue
        only = alone or any(_is_only(kind, mention, x, lost, left) for kind in _KINDS)
        code, certainty = judge(mention, missing, x, link, language, only, short)
        certainty = min(certainty, 0.6) if x.unknown else certainty
        if certainty > best.certainty:
            best = Substitute(code, mention, x, certainty, link)
    return best if best.code else None


def _is_told(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a name's links lead to other words than a leftover, which then are the name, oddly written; where letters
    are copied it would be known by them."""
    if lexicon(pair.translation.language).capitals:
        return False
    told = pair.links(mention.bead).project(mention.fact.start, mention.fact.end)
    return told is not None and told.confidence >= _TOLD and (told.end < left.start or left.end < told.start)


def _is_only(kind: Callable[[str], bool], mention: Mention, x: Leftover, lost: Sequence[Mention],
             left: Sequence[Leftover]) -> bool:
    """Whether a name is the only one of a kind that its bead lost, and a leftover the only other: the rest may be
    anything."""
    return (mention.near is None and kind(x.form) and kind(mention.name.form)
            and [m for m in lost if kind(m.name.form)] == [mention]
            and {y.form for y in left if kind(y.form)} == {x.form})


def _habitual(mention: Mention, left: Leftover, missing: tuple[str, ...], usual: Habits) -> bool:
    """Whether the version always says a leftover for a name; a slip of letters made twice is still one."""
    return left.form in usual.get(mention.name.form, ()) and alikeness(missing, left.words) < ALIKE
