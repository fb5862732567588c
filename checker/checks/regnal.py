"""A king or pope of another number: Frederik X who is Frederik XI."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..facts.names.folding import fold
from ..facts.names.lexicon import lexicon
from ..facts.names.romanised import christened
from ..facts.names.spelled import HEARD, likeness
from ..finding import Discrepancy, Message, Place
from . import suggested
from .mentions import Mention, stretch
from .pair import Pair

# A Roman numeral up to 39 behind a word; the first of a name is an ordinal in French: "François Ier".
_NUMBERED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?) ((?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?:er|re)?(?!\w|\.\w)")
_CERTAIN = 0.85


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a name with a number that the translation only writes with another."""
    own = _NUMBERED.fullmatch(" ".join(mention.name.words[-2:])) if len(mention.name.words) > 1 else None
    if own is None or not lexicon(pair.translation.language).capitals:
        return None
    text = stretch(pair.translation, mention.bead.translation)
    told = list(_numbered(own[1], text.text, pair.translation.language))
    said = {m.name.form for m in pair.mentions.around(mention.bead)}
    if not told or any(m[2] == own[2] or f"{own[1]} {m[2]}" in said for m in told):
        return None
    fact, span = mention.fact, text.span(*told[0].span())
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": told[0].group()})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(*span, f"person:{told[0].group()}"), _CERTAIN, {"aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))


def _numbered(name: str, text: str, language: str) -> Iterator[re.Match[str]]:
    """Where a text writes a name, however the language has it, with a number behind."""
    for match in _NUMBERED.finditer(text):
        other = match[1]
        if likeness(fold(name), fold(other), language) >= HEARD or christened(name, other):
            yield match
