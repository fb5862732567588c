"""What the translation puts right beside a name of the original: a word that a hyphen ties to it, another given name.

Translators say who somebody is with the given name that the article has elsewhere. One that no name of the article has,
in a place that no word of the original is linked to, was put there.
"""
from __future__ import annotations

import re

from ..article import Bead
from ..facts.names import compass, customary, exonyms, kinds, rendering, titles
from ..facts.names.folding import fold
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import cut, is_unspaced
from ..finding import Discrepancy, Message, Place
from .leftovers import Leftover
from .mentions import SAME, Mention, Written, stretch
from .pair import Pair

_HYPHENS = "-\u2010\u2011"
# The word before a hyphen, and letters in which it begins.
_WORD, _REACH = re.compile(r"(?<![\w-])[^\W\d_]{2,}$"), 30
# Letters of a word of a script without capitals that is none of a name's.
_LEAST = 3
# The link back below which what stands beside a name says nothing of the original.
_UNSAID, _UNSAID_LOAN = 0.15, 0.05
# The confidence of a run in which no capital is the sentence's.
_INSIDE = 0.9
_CERTAIN_STUCK, _CERTAIN = 0.75, 0.7


def stuck(pair: Pair, bead: Bead, mention: Mention) -> Discrepancy | None:
    """The finding for a word that a hyphen ties to a name which has none such in the original."""
    written, fact = mention.written, mention.fact
    if written is None or pair.translation.text[written.start - 1:written.start] not in tuple(_HYPHENS):
        return None
    start = _word(pair, written.start - 1)
    word = pair.translation.text[start:written.start - 1]
    if not word or _is_tied(pair, bead, mention, start) or _is_whole(pair, start, written):
        return None
    if _is_said(pair, bead, word):
        return None
    message = Message("«{word}» is stuck to «{name}» in the translation only.",
                      {"word": word, "name": mention.name.form})
    return Discrepancy("name-added", message, Place(fact.start, fact.end, fact.value),
                       Place(start, written.end, f"name:{word}"), _CERTAIN_STUCK, {"aligned": bead.score})


def _word(pair: Pair, end: int) -> int:
    """Where the word that ends before a hyphen begins: one with a capital, or, in a script that has none, one of the
    dictionary's; `end` where there is none such."""
    text, language = pair.translation.text[max(0, end - _REACH):end], pair.translation.language
    if lexicon(language).capitals or not is_unspaced(text[-1:]):  # Latin letters have capitals in any text
        found = _WORD.search(text)
        return end - len(found.group()) if found and found.group()[0].isupper() else end
    last = cut(text, language)[-1:]
    at = next((p.start for p in last if p.known and p.end == len(text) and p.end - p.start >= _LEAST), len(text))
    return end - len(text) + at if not exonyms.identifiers(text[at:]) else end


def _is_tied(pair: Pair, bead: Bead, mention: Mention, start: int) -> bool:
    """Whether the word before a hyphen belongs to a name of the original, or the name has a hyphen there, too."""
    assert mention.written is not None
    before = pair.original.text[max(0, mention.fact.start - 1):mention.fact.start]
    return mention.written.partial and "-" in mention.name.form or before in tuple(_HYPHENS) or any(
        m.written and m is not mention and m.written.start < mention.written.start and start < m.written.end
        for m in pair.mentions.by_bead[bead])


def _is_whole(pair: Pair, start: int, written: Written) -> bool:
    """Whether the word and the name are one known name: Northern Irish is no word stuck to Irish."""
    whole = pair.translation.text[start:written.end]
    return any(k.start == 0 and k.end == len(whole) for k in kinds.find(whole, pair.translation.language)) or bool(
        exonyms.identifiers(whole))


def _is_said(pair: Pair, bead: Bead, word: str) -> bool:
    """Whether the original says what a word stuck to a name says: the word, a side of the place, or a people."""
    text = stretch(pair.original, bead.original).text
    told = {i for known in kinds.find(f"{word}-", pair.translation.language) for i in known.ids}
    said = {i for known in kinds.find(text, pair.original.language) for i in known.ids}
    sides = compass.sides(word, pair.translation.language)
    return bool(told & said or sides & compass.sides(text, pair.original.language)
                or any(fold(word) in pair.mentions.said(b) for b in pair.mentions.beside(bead)))


def given(pair: Pair, bead: Bead, left: Leftover, link: float) -> Discrepancy | None:
    """The finding for a leftover right before a whole name of the original, where no name of the article has it."""
    mention = behind(pair, bead, left)
    if mention is None or not left.strange or link >= _needed(pair, left):
        return None
    if _is_named(pair, left) or not _is_given(pair, bead, left):
        return None
    fact = mention.fact
    message = Message("«{translation}» is named in the translation only.", {"translation": left.form})
    return Discrepancy("name-added", message, Place(fact.end, fact.end), Place(left.start, left.end, left.fact.value),
                       _CERTAIN, {"link": link, "aligned": bead.score})


def behind(pair: Pair, bead: Bead, left: Leftover) -> Mention | None:
    """The name, written whole, that only a space parts from a leftover which begins a run of capitals, or is a name in
    a script without them."""
    text = pair.translation.text
    if text[left.end:left.end + 1] != " " or left.start != left.fact.start:
        return None
    same = is_unspaced(left.form) is is_unspaced(text[left.end + 1:])  # No given name is in other letters.
    return next((m for m in pair.mentions.by_bead[bead] if same and m.written and not m.written.partial
                 and m.written.start == left.end + 1 and m.name.type not in ("acronym", "code")), None)


def _needed(pair: Pair, left: Leftover) -> float:
    """The link back below which a leftover is a given name: a word that no dictionary knows may be a loan, unless it is
    a name by custom."""
    language = pair.translation.language
    known = lexicon(language).capitals or left.form.split()[0] in customary.spellings(language)
    return _UNSAID if known else _UNSAID_LOAN


def _is_named(pair: Pair, left: Leftover) -> bool:
    """Whether a name of the article has one of the words, letter by letter or by its sound."""
    own, language = set(left.words), pair.translation.language
    if lexicon(language).capitals:
        return any(own & {fold(w) for w in form.split()} for form in pair.mentions.by_form)
    foreign = {w for m in pair.mentions if m.name.foreign for w in m.name.words if w[0].isupper()}
    return any(f.score >= SAME for w in foreign for f in rendering.find(w, left.form, language))


def _is_given(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover may be a given name: a word or two, none of which bodies or places are named with."""
    language = pair.translation.language
    institutional = lexicon("en").institutional | lexicon(language).institutional
    sure = left.fact.confidence >= _INSIDE or not lexicon(language).capitals
    return (sure and len(left.words) < 3 and not institutional & set(left.words)
            and not exonyms.identifiers(left.form) and not _is_of_office(pair, bead, left))


def _is_of_office(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover says what an office has charge of: "minister van Cultuur Jan de Wit"."""
    text, language = stretch(pair.translation, bead.translation), pair.translation.language
    particles = (f" {p} " for p in ("", *lexicon(language).particles))
    ends = tuple(pair.translation.text[t[1]:left.start] for t in (text.span(t.start, t.end) for t in titles.find(
        text.text, language)) if t[1] <= left.start)
    return bool(set(ends) & {p.replace("  ", " ").replace("' ", "'") for p in particles} - {" "})
