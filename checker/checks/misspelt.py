"""A name written by its sound in the letters it had already: "Coombs" for Combs.

Between texts in Latin letters a foreign name keeps its letters. What languages write their own way (Poutine, Alexandre,
Tchaïkovski for names from other scripts) is a transliteration, not a slip.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from ..facts.names import customary, sound
from ..facts.names.folding import fold
from ..facts.names.lexicon import lexicon
from ..facts.names.romanised import same_sound
from ..facts.names.unspaced import cut
from ..finding import Discrepancy, Message, Place
from . import suggested
from .leftovers import Leftover
from .mentions import Mention, Written, stretch
from .pair import Pair

# How well the other words of a name must sound before one can be called the odd one, and how ill that one.
PLAIN, ODD = 0.5, 0.12
# The link from which a stretch that is almost a name is meant for it.
_EXPECTED = 0.3
# The confidence of the extractor from which a name of common words is a person's.
_PERSON = 0.8
# How sure it is that a name is another's where the original's stands in brackets behind it: readers have both.
_GLOSSED = 0.5
# How sure it is that a vowel is a slip.
_VOWEL = 0.8
# Characters after a rendering in which its last word ends.
_BEYOND = 12
# A word of a name after the others, by itself between spaces.
_NEXT = re.compile(r" [^\s\d]{2,8}(?=\s|$)")
# Letters of a name from which it is not by accident of words of the dictionary.
_ROOTED = 6
# How alike (0 to 100) a name in brackets and the one it should be must be to be a slip of it.
_ALMOST = 60


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a mention that is written by ear though it needed only be copied, or with one word misheard."""
    written = mention.written or mention.attempt
    if mention.written is None and (slip := _slip(pair, mention)) is not None:
        return slip
    if written is None or not _is_spelt(pair, mention) or mention.written and written.how not in ("sound", "near"):
        return None
    begin, end = _token_start(pair, written), _token_end(pair, mention, written)
    text = pair.translation.text[begin:end]
    if re.match(r"[A-Za-zÀ-ɏ]", text):
        alike = same_sound(mention.name.form, text, pair.translation.language)
        certainty = 0.0 if written.partial or written.how == "near" or alike else 0.7
    else:
        certainty = _misheard(pair, mention, text) or _misvowelled(pair, mention, text)
    if not certainty:
        return None
    return finding(pair, mention, (begin, end), certainty, {"sound": written.score})


def _is_spelt(pair: Pair, mention: Mention) -> bool:
    """Whether a name is known by its letters: a foreign one, and in a script of sounds any person's."""
    native = mention.name.type == "person" and mention.fact.confidence >= _PERSON
    return mention.name.foreign or native and sound.ear(pair.translation.language) is not None


def _slip(pair: Pair, mention: Mention) -> Discrepancy | None:
    """A name heard but for one consonant where the links expect it, and nowhere else."""
    ear, text = sound.ear(pair.translation.language), stretch(pair.translation, mention.bead.translation)
    heard = ear.slip(mention.name.form, text.text) if ear and mention.name.foreign else None
    if heard is None:
        return None
    span = text.span(heard.start, _whole_piece(text.text, heard.start, heard.end, pair.translation.language))
    link = pair.links(mention.bead).strength((mention.fact.start, mention.fact.end), span)
    if link < _EXPECTED or pair.translation.text.count(pair.translation.text[slice(*span)]) > 1:
        return None
    return finding(pair, mention, span, 0.75, {"sound": heard.score})


def finding(pair: Pair, mention: Mention, span: tuple[int, int], certainty: float,
            evidence: Mapping[str, float]) -> Discrepancy:
    """A name that is spelt otherwise at a span of the translation."""
    fact, text = mention.fact, pair.translation.text[slice(*span)]
    message = Message("«{original}» is spelt «{translation}» in the translation.",
                      {"original": mention.name.form, "translation": text})
    return Discrepancy("name-misspelt", message, Place(fact.start, fact.end, fact.value),
                       Place(*span, f"{mention.name.type}:{text}"), certainty,
                       {**evidence, "aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))


def _token_start(pair: Pair, written: Written) -> int:
    """Where a rendering by sound begins: at the beginning of its word, where that is another name by custom."""
    text, language = pair.translation.text, pair.translation.language
    before = re.match(r"\S*", text[:written.start][::-1])
    assert before is not None
    start = written.start - before.end()
    first = re.split(r"\s", text[start:written.end], maxsplit=1)[0]
    return start if first in customary.spellings(language) else written.start


def _token_end(pair: Pair, mention: Mention, written: Written) -> int:
    """Where a rendering by sound ends: at the end of its word, or of the next where a person's last word was not heard.

    A person's given name may be an ordinary word by its letters, but stands where the name goes on; so may a middle
    name, which must be heard.
    """
    text, language = pair.translation.text, pair.translation.language
    end = _whole_piece(text, written.start, written.end, language)
    ear, names = sound.ear(language), mention.name.words
    heard = len(text[written.start:end].split())
    if ear is None or not written.partial or mention.name.foreign or len(names) < 3:
        return end
    while heard < len(names) and (more := _NEXT.match(text, end)):
        last = heard == len(names) - 1
        if not last and not any(h.score >= PLAIN for h in ear.readings(names[heard], more.group().strip())):
            break
        end, heard = more.end(), heard + 1
    return end


def _whole_piece(text: str, start: int, end: int, language: str) -> int:
    """The end of a stretch, or of the word of no dictionary in which it ends."""
    pieces = cut(text[start:end + _BEYOND], language)
    return max((start + p.end for p in pieces if p.start < end - start < p.end and not p.known), default=end)


def gloss(pair: Pair, mention: Mention, left: Sequence[Leftover]) -> tuple[Leftover, Discrepancy] | None:
    """The original spelling in brackets behind a rendering by sound, where it is not quite the original's; or behind
    a name that is another."""
    written = mention.written
    if written is None:
        return None
    for x in left if written.how in ("same", "folded") else ():
        if _is_glossed(pair, x, written):
            return x, _another(pair, mention, x)
    for x in left if written.how == "sound" else ():
        there = x.fact
        between = pair.translation.text[written.end:there.start]
        if between.strip() == "(" and _ALMOST <= fuzz.ratio(fold(there.text), fold(mention.name.form)) < 100:
            return x, finding(pair, mention, (there.start, there.end), 0.85, {})
    return None


def _is_glossed(pair: Pair, left: Leftover, written: Written) -> bool:
    """Whether a name in a script of sounds, which is not heard as the original's, has the original's behind it in
    brackets."""
    between = pair.translation.text[left.end:written.start]
    return not lexicon(pair.translation.language).capitals and not left.form.isascii() and between.strip() == "("


def _another(pair: Pair, mention: Mention, left: Leftover) -> Discrepancy:
    fact = mention.fact
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": left.form})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(left.start, left.end, left.fact.value), _GLOSSED, {"aligned": mention.bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))


def _is_native(heard: str, language: str) -> bool:
    """Whether words of the dictionary make a longer name, which is spelt by their roots, not by how it sounds."""
    return len(heard) >= _ROOTED and all(p.known for p in cut(heard, language))


def _misvowelled(pair: Pair, mention: Mention, text: str) -> float:
    """How sure it is that one vowel of a name is another while all else is right; 0 where it is not so, or where the
    version always writes the name so."""
    ear = sound.ear(pair.translation.language)
    if ear is None or not mention.name.foreign or any(pair.translation.text.count(word) > 1 for word in text.split()):
        return 0.0
    return _VOWEL if ear.misvowelled(mention.name.form, text) else 0.0


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
    if pair.translation.text.count(heard[odd[0]]) > 1 or _is_native(heard[odd[0]], pair.translation.language):
        return 0.0
    return 0.85 if customary.meant(heard[odd[0]], pair.translation.language) else 0.7
