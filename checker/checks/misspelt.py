"""A name written by its sound in the letters it had already: "Coombs" for Combs.

Between texts in Latin letters a foreign name keeps its letters. What languages write their own way (Poutine, Alexandre,
Tchaïkovski for names from other scripts) is a transliteration, not a slip.
"""
from __future__ import annotations

import re

from ..facts.names import rendering
from ..facts.names.folding import fold
from ..finding import Discrepancy, Message, Place
from .mentions import Mention
from .pair import Pair

# How well a name must sound as a whole before one of its words can be called the odd one.
PLAIN = 0.7
# What languages with Latin letters write for one sound of another script, longest first: letters -> their common form.
_SOUNDS = (("tsch", "c"), ("tch", "c"), ("dzj", "j"), ("dzh", "j"), ("sch", "s"), ("tsj", "c"), ("sj", "s"),
           ("dj", "j"), ("zh", "j"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("ph", "f"), ("gh", "g"), ("gu", "g"),
           ("ou", "u"), ("oe", "u"), ("ks", "x"), ("ij", "i"), ("ei", "i"), ("ay", "i"), ("ai", "i"), ("ck", "k"),
           ("qu", "k"), ("ff", "v"), ("w", "v"), ("f", "v"), ("y", "i"), ("j", "i"), ("c", "k"), ("z", "s"))


def transliterated(one: str, other: str) -> bool:
    """Whether two spellings differ only as languages spell one transliterated name.

    >>> transliterated("Putin", "Poutine"), transliterated("Aleksandr", "Alexandre"), transliterated("Combs", "Coombs")
    (True, True, False)
    """
    return _common(one) == _common(other)


def _common(name: str) -> str:
    parts = []
    for word in fold(name).split():
        for letters, common in _SOUNDS:
            word = word.replace(letters, common)
        parts.append(re.sub(r"(?<=.)e$", "", word))
    return "".join(sorted(parts))


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a mention that is written by ear though it needed only be copied, or with one word misheard."""
    written = mention.written
    if written is None or written.how != "sound" or written.partial or not mention.name.foreign:
        return None
    text = pair.translation.text[written.start:written.end]
    if re.match(r"[A-Za-zÀ-ɏ]", text):
        slip = not transliterated(mention.name.form, text)
    else:
        slip = _misheard(mention, text, pair.translation.language)
    if not slip:
        return None
    fact = mention.fact
    message = Message("«{original}» is spelt «{translation}» in the translation.",
                      {"original": mention.name.form, "translation": text})
    return Discrepancy("name-misspelt", message, Place(fact.start, fact.end, fact.value),
                       Place(written.start, written.end, f"{mention.name.type}:{text}"), 0.7,
                       {"sound": written.score, "aligned": mention.bead.score}, suggestion=mention.name.form)


def _misheard(mention: Mention, text: str, language: str) -> bool:
    """Whether one word of a name sounds like nothing in its place while the others are right."""
    heard, words = text.split(), mention.name.words
    if len(heard) != len(words) or len(words) < 2 or mention.written is None or mention.written.score < PLAIN:
        return False
    wrong = [w for w, h in zip(words, heard) if not _sounds(w, h, language)]
    return len(wrong) == 1 and len(wrong[0]) > 3


def _sounds(word: str, heard: str, language: str) -> bool:
    """Whether a word is heard in the greater part of a stretch."""
    return any(f.score >= 0.3 and f.end - f.start >= 0.6 * len(heard)
               for f in rendering.find(word, heard, language, type="person"))
