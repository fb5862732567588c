"""A person whose place another person of the article has taken: the quotation of one put into the other's mouth.

How the version writes the other is known from the sentences that are about them. So this needs no capitals, and tells
Thai names too; what is short is believed only behind a courtesy.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..facts.names.lexicon import lexicon
from ..finding import Discrepancy, Message, Place
from .mentions import SAME, Mention, occurrences, stretch
from .pair import Pair
from .substitutes import lettered

_CERTAIN = 0.8
# Letters of a rendering that are no accident where nothing parts words, and those that are none behind a courtesy.
_LONG, _SHORT = 6, 2


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a person who is not named in the bead or beside it, where only another of the article is."""
    if mention.written or mention.near or mention.name.type not in ("person", "name") or not lettered(mention):
        return None
    for other, text in _others(pair, mention):
        place = _free(pair, mention, text)
        if place is not None:
            fact = mention.fact
            message = Message("«{original}» is «{translation}» in the translation: another name.",
                              {"original": mention.name.form, "translation": text})
            return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                               Place(*place, other.fact.value), _CERTAIN, {"aligned": mention.bead.score},
                               suggestion=mention.name.form)
    return None


def _others(pair: Pair, mention: Mention) -> Iterator[tuple[Mention, str]]:
    """Other persons with each way the version writes them, longest first; not those named here or beside."""
    here = [m for m in pair.mentions.around(mention.bead)]
    near = {w for m in here for w in m.name.words}
    usual = {}
    for form, found in pair.mentions.known.items():
        for m in found:
            if m.name.type == "person" and m.written and m.written.score >= SAME and not near & set(m.name.words):
                usual[pair.translation.text[m.written.start:m.written.end]] = m
    yield from ((usual[text], text) for text in sorted(usual, key=lambda t: (-len(t), t)))


def _free(pair: Pair, mention: Mention, text: str) -> tuple[int, int] | None:
    """Where the bead's translation has the words, as a name of their own."""
    there, language = stretch(pair.translation, mention.bead.translation), pair.translation.language
    owned = [(m.written.start, m.written.end) for m in pair.mentions.around(mention.bead) if m.written]
    for start, end in occurrences(there.text, text):
        span = there.span(start, end)
        alone = lexicon(language).capitals or len(text) >= _LONG or _greeted(there.text[:start], text, language)
        if alone and not any(a < span[1] and span[0] < b for a, b in owned):
            return span
    return None


def _greeted(before: str, text: str, language: str) -> bool:
    """Whether a word of courtesy stands right before a short name."""
    return len(text) >= _SHORT and before.rstrip().endswith(tuple(lexicon(language).honorifics))
