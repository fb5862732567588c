"""A name written by its sound in the letters it had already: "Coombs" for Combs.

Between texts in Latin letters a foreign name keeps its letters. What languages write their own way (Poutine, Alexandre,
Tchaïkovski for names from other scripts) is a transliteration, not a slip.
"""
from __future__ import annotations

import re

from ..facts.names import customary, sound
from ..facts.names.folding import fold
from ..finding import Discrepancy, Message, Place
from .mentions import Mention
from .pair import Pair

# How well the other words of a name must sound before one can be called the odd one, and how ill that one.
PLAIN, ODD = 0.5, 0.12
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
    written = mention.written or mention.attempt
    if written is None or written.how not in ("sound", "near") or not mention.name.foreign:
        return None
    text = pair.translation.text[written.start:written.end]
    if re.match(r"[A-Za-zÀ-ɏ]", text):
        certainty = 0.0 if written.partial or written.how == "near" or transliterated(mention.name.form, text) else 0.7
    else:
        certainty = _misheard(pair, mention, text)
    if not certainty:
        return None
    fact = mention.fact
    message = Message("«{original}» is spelt «{translation}» in the translation.",
                      {"original": mention.name.form, "translation": text})
    return Discrepancy("name-misspelt", message, Place(fact.start, fact.end, fact.value),
                       Place(written.start, written.end, f"{mention.name.type}:{text}"), certainty,
                       {"sound": written.score, "aligned": mention.bead.score}, suggestion=mention.name.form)


def _misheard(pair: Pair, mention: Mention, text: str) -> float:
    """How sure it is that one word of a name is another's while the rest are right; 0 where it is not so.

    What the version writes for the name elsewhere, too, is its custom, however it sounds.
    """
    heard, words = text.split(), mention.name.words
    ear = sound.ear(pair.translation.language)
    if ear is None or len(heard) != len(words) or len(words) < 2:
        return 0.0
    scores = [max((h.score for h in ear.readings(w, h_)), default=0.0) for w, h_ in zip(words, heard)]
    odd = [i for i, score in enumerate(scores) if score < ODD and len(words[i]) > 2 and len(heard[i]) > 2]
    if len(odd) != 1 or any(score < PLAIN for i, score in enumerate(scores) if i != odd[0]):
        return 0.0
    if pair.translation.text.count(heard[odd[0]]) > 1:
        return 0.0
    return 0.85 if customary.meant(heard[odd[0]], pair.translation.language) else 0.7
