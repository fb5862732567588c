"""Lists of names: what an "and", a comma or a hyphen ties to a name, in the original and in its translation.

A list is closed where everything that is tied to its names is a name with a counterpart on the other side. A name that
stands in such a list on one side only was added to it there, or dropped from it.
"""
from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..article import Article, Bead
from ..facts.names import exonyms
from ..facts.names.lexicon import alternatives, edges, lexicon
from .mentions import Mention, stretch
from .pair import Pair

# Characters and words of a title, an article or a word of kind that may stand between a tie and the name that it ties.
_REACH, _WORDS = 25, 3
# Characters in which an "and" follows a comma that parts the members of a list.
_FAR = 60
_PARTS = ",.;:!?()«»“”\""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a name to its neighbour: an "and" (an "or", a hyphen), a "with" or a comma.

    `other` is the name at the tie's other end; None where something else is there.
    """

    kind: Literal["and", "with", "comma"]
    other: Span | None


@dataclass(frozen=True)
class Names:
    """The names at `spans` of a text in normal form, from `start` to `end` of which the sentence goes.

    `offsets` says where each character stands in the file, if the names are asked for by the file's offsets.
    """

    text: str
    language: str
    start: int
    end: int
    spans: frozenset[Span]
    offsets: Sequence[int] = ()

    def place(self, start: int, end: int) -> Span:
        """Where a stretch of the file is in the text."""
        return bisect_left(self.offsets, start), bisect_left(self.offsets, end)

    def ties(self, span: Span) -> tuple[Tie | None, Tie | None]:
        """What ties a name to what is before it, and to what follows it."""
        return self._before(span[0]), self._after(span[1])

    def chain(self, span: Span) -> frozenset[Span]:
        """A name with all names that are tied to it, one by one."""
        found, new = {span}, [span]
        while new:
            tied = {t.other for t in self.ties(new.pop()) if t and t.other}
            new += tied - found
            found |= tied
        return frozenset(found)

    def _before(self, at: int) -> Tie | None:
        text = self.text[max(self.start, at - _REACH - 15):at]
        found = list(_ties(self.language).finditer(text))
        between = text[found[-1].end():] if found else ""
        if not found or not _title(between, self.language):
            return None
        if _kind(found[-1]) == "comma" and _begins_clause(between, self.language):
            return None
        ends = at - len(text) + found[-1].start()
        return Tie(_kind(found[-1]), next((s for s in self.spans if s[1] == ends), None))

    def _after(self, at: int) -> Tie | None:
        match = _ties(self.language).match(self.text, at, self.end)
        if match is None:
            return None
        near = (s for s in self.spans if match.end() <= s[0] <= match.end() + _REACH
                and _title(self.text[match.end():s[0]], self.language))
        return Tie(_kind(match), min(near, default=None))

    def tied_inside(self, span: Span) -> bool:
        """Whether a name has a tie between its own words."""
        return _ties(self.language).search(self.text, *span) is not None

    def goes_on(self, at: int) -> bool:
        """Whether an "and" follows a place before the sentence ends, so that a comma there may part a list."""
        rest = re.split(r"[.;:!?]", self.text[at:min(self.end, at + _FAR)])[0]
        return any((m["and"] or "-")[0].isalpha() for m in _ties(self.language).finditer(rest))


def _title(text: str, language: str) -> bool:
    """Whether what stands between a tie and a name may be the name's title, article or word of kind."""
    known = lexicon(language)
    if known.capitals:
        return len(text) <= _REACH and len(text.split()) <= _WORDS and not any(c in _PARTS for c in text)
    return re.fullmatch(rf"(?:\s|{_titles(language)})*", text) is not None


def _begins_clause(text: str, language: str) -> bool:
    """Whether what stands between a comma and a name begins a clause of its own: ", though X". Only in languages that
    have no articles: elsewhere those are among the words that sentences begin with."""
    known = lexicon(language)
    return bool(known.native) and any(w in known.starters and w not in known.honorifics for w in text.lower().split())


@lru_cache(maxsize=None)
def _titles(language: str) -> str:
    known = lexicon(language)
    return alternatives([*known.heads, *known.honorifics, *known.roles, *exonyms.spelling(language, "kinds")])


def _kind(match: re.Match[str]) -> Literal["and", "with", "comma"]:
    return "and" if match["and"] else "with" if match["with"] else "comma"


@lru_cache(maxsize=None)
def _ties(language: str) -> re.Pattern[str]:
    """A tie with the white space about it, and the comma that may stand before a word."""
    known = lexicon(language)
    ands, withs = (alternatives(list(forms)).join(edges(language)) for forms in (known.ands + known.ors, known.withs))
    return re.compile(rf"\s*(?:,\s*)?(?:(?P<and>{ands}|&|[-–—/])|(?P<with>{withs}))\s*|\s*,\s*", re.IGNORECASE)


def original(pair: Pair, bead: Bead, mentions: Iterable[Mention]) -> Names:
    """The original's sentences in a bead with these names."""
    return _names(pair.original, bead.original, [(m.fact.start, m.fact.end) for m in mentions])


def translation(pair: Pair, bead: Bead, spans: Iterable[Span]) -> Names:
    """The translation's sentences in a bead with names at these places."""
    return _names(pair.translation, bead.translation, spans)


def _names(article: Article, segments: tuple[int, ...], spans: Iterable[Span]) -> Names:
    found = stretch(article, segments)
    empty = Names(found.text, article.language, 0, len(found.text), frozenset(), found.offsets)
    return replace(empty, spans=frozenset(empty.place(*span) for span in spans))


def dropped(pair: Pair, mention: Mention) -> bool:
    """Whether a list of the original, all others of which the translation writes, is shorter there by this name."""
    beside = pair.mentions.by_bead[mention.bead]
    ours = original(pair, mention.bead, beside)
    chain = ours.chain(_place(mention, ours))
    others = [m for m in beside if _place(m, ours) in chain and m is not mention]
    if not others or not all(m.written for m in others) or not _is_list(ours, chain):
        return False
    if _titles_another(mention, beside) or _is_short(ours, chain, others):
        return False
    theirs = translation(pair, mention.bead, [(m.written.start, m.written.end) for m in others if m.written])
    ties = [theirs.ties(span) for span in theirs.spans]
    ended = any(tie and tie.kind == "and" and tie.other for two in ties for tie in two)  # no comma follows the last one
    members = 0 if ended else len(chain)
    return not any(tie.other is None and _goes_out(tie, ahead, members) for two in ties
                   for tie, ahead in zip(two, (False, True)) if tie)


def _goes_out(tie: Tie, ahead: bool, members: int) -> bool:
    """Whether a tie to no name may be to a member of a list; "with" before one mostly belongs to a verb."""
    return tie.kind == "and" or tie.kind == "with" and ahead or tie.kind == "comma" and members > 2


def _is_short(names: Names, chain: frozenset[Span], others: Iterable[Mention]) -> bool:
    """Whether what is tied is one known name, a country's or one that the rest of it is short for: "Trinidad"."""
    whole = set(exonyms.identifiers(names.text[min(chain)[0]:max(chain)[1]]))
    country = any(i.startswith("territory:") for i in whole)
    return country or any(whole & set(exonyms.identifiers(m.name.form)) for m in others)


def _titles_another(mention: Mention, beside: Iterable[Mention]) -> bool:
    """Whether another name follows at once: that of the "president of" the one here."""
    return any(0 <= m.fact.start - mention.fact.end <= 1 for m in beside)


def _is_list(names: Names, chain: frozenset[Span]) -> bool:
    """Whether names that are tied are a list: an "and" is among the ties."""
    return any(tie.kind != "comma" and tie.other for span in chain for tie in names.ties(span) if tie)


def added(pair: Pair, bead: Bead, span: Span) -> bool:
    """Whether a name of the translation alone is tied to a name of a list that is closed in the original."""
    mentions = [m for m in pair.mentions.by_bead[bead] if m.written]
    theirs = translation(pair, bead, [*((m.written.start, m.written.end) for m in mentions if m.written), span])
    written = {theirs.place(m.written.start, m.written.end): m for m in mentions if m.written}
    before, after = theirs.ties(theirs.place(*span))
    word = [written[t.other] for t in (before, after) if t and t.kind == "and" and t.other in written]
    comma = [written[t.other] for t in (before, after) if t and t.other in written]
    tied = word or (comma if len(comma) == 2 else [])
    ours = original(pair, bead, mentions)
    return bool(tied) and not any(_halved(m, ours) or _open(ours, _place(m, ours), ahead=m.written.start < span[0])
                                  for m in tied if m.written)


def inside(pair: Pair, bead: Bead, span: Span) -> bool:
    """Whether a name of the translation alone stands between two members of a list, an "and" after it or before."""
    spans = [(m.written.start, m.written.end) for m in pair.mentions.by_bead[bead] if m.written]
    names = translation(pair, bead, [*spans, span])
    ties = names.ties(names.place(*span))
    return all(t and t.other for t in ties) and any(t and t.kind == "and" for t in ties)


def _halved(mention: Mention, names: Names) -> bool:
    """Whether a name that is a list by itself ("CDU-Xanh") is written in part: the rest may be in other words."""
    return bool(mention.written and mention.written.partial and names.tied_inside(_place(mention, names)))


def _open(names: Names, span: Span, ahead: bool) -> bool:
    """Whether the original's list has more members than its names: `ahead`, what a comma parts off behind them."""
    chain = names.chain(span)
    for member in chain:
        before, after = names.ties(member)
        for tie, here in ((before, not ahead), (after, ahead)):
            listed = here and (len(chain) > 1 or names.goes_on(member[1]))
            if tie and tie.other is None and (tie.kind != "comma" or listed):
                return True
    return False


def _place(mention: Mention, names: Names) -> Span:
    return names.place(mention.fact.start, mention.fact.end)
