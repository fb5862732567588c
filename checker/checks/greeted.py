"""Somebody else behind a courtesy, in a script without capitals: นายลัม where the original has ông Thọ.

A courtesy says that a name follows. Where the original greets one person of a sentence whom the translation does not
name, and the translation greets one whom the original does not, and the two names sound nothing like each other, the
one was put in the place of the other.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..facts.names import sound
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import cut
from ..finding import Discrepancy, Message, Place
from . import suggested
from .mentions import Mention, stretch
from .pair import Pair

_CERTAIN = 0.75
# The likelihood of a sound from which what was greeted may be the name, oddly spelt.
_ALIKE = 0.1
# Letters of a rendering beside the bead from which it is no accident.
_FIRM = 5


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a person whom the original greets and the translation does not name; None in other scripts."""
    if lexicon(pair.translation.language).capitals or not _lost(mention):
        return None
    owned = [(m.written.start, m.written.end) for m in pair.mentions.around(mention.bead) if m.written]
    strange = [span for span in _greeted(pair, mention) if not any(a < span[1] and span[0] < b for a, b in owned)]
    if len(strange) != 1 or any(_lost(m) for m in pair.mentions.by_bead[mention.bead] if m is not mention):
        return None
    (start, end), fact = strange[0], mention.fact
    text = pair.translation.text[start:end]
    if _sounds_like(mention, text, pair.translation.language):
        return None
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": text})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(start, end, f"person:{text}"), _CERTAIN, {"aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))


def _lost(mention: Mention) -> bool:
    beside = mention.near is not None and mention.near.end - mention.near.start >= _FIRM
    return bool(mention.name.type == "person" and mention.name.gender and mention.written is None and not beside)


def _greeted(pair: Pair, mention: Mention) -> Iterator[tuple[int, int]]:
    """The word behind each courtesy that tells a sex, at file offsets: others are also said for "you"."""
    there, language = stretch(pair.translation, mention.bead.translation), pair.translation.language
    honorifics, pieces = lexicon(language).honorifics, cut(there.text, language)
    for courtesy, name in zip(pieces, pieces[1:]):
        said = there.text[courtesy.start:courtesy.end]
        if honorifics.get(said) and courtesy.end == name.start:
            yield there.span(name.start, name.end)


def _sounds_like(mention: Mention, text: str, language: str) -> bool:
    ear = sound.ear(language)
    return ear is None or any(heard.score >= _ALIKE for word in (mention.name.form, *mention.name.words)
                              for heard in ear.readings(word, text))
