"""A name of syllables with one that is another: คาย for Khôi, which is Khải.

Where papers write every syllable of a name by itself, each is told by itself; the others of the name must be right, and
a version that always writes it so has its custom. Of a person who is called by one syllable only what stands behind a
word of courtesy is theirs: any sentence has words that sound so.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..facts.names import sound, syllables
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import cut
from ..finding import Discrepancy
from . import misspelt
from .mentions import Mention, Written, stretch
from .pair import Pair

_CERTAIN = 0.8
_MANY = 3  # words of a name of which all but one say that it stands somewhere
_ABOUT = 30  # characters before and after what is heard in which the rest of a name stands
_TOKEN = re.compile(r"[^\s\d()\[\],.\"“”‘’'/-]+")
Spelt = tuple[int, int]


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a mention of which one syllable is another in the translation."""
    written = mention.written or mention.attempt
    words = re.findall(r"[^\W\d_]+", mention.name.form)
    if not _is_told(pair, mention, written, words):
        return None
    rows = list(_rows(pair, mention, (written.start, written.end) if written else None, len(words)))
    odd = [[i for i, (word, at) in enumerate(zip(words, row)) if not _fits(pair, word, at)] for row in rows]
    if not all(odd):  # somewhere it is right
        return None
    rows, odd = (rows[1:], odd[1:]) if len(words) == 1 else (rows, odd)  # what was heard of one may be any word
    found = [row for row, places in zip(rows, odd) if _is_enough(places, len(words))
             and all(_another(pair, mention, words[i], row[i]) for i in places)]
    longest = max(found, key=lambda row: row[-1][1] - row[0][0], default=None)
    if longest is None:
        return None
    span = longest[0][0], longest[-1][1]
    return misspelt.finding(pair, mention, span, _CERTAIN, {"sound": written.score if written else 0.0})


def _is_enough(odd: Sequence[int], count: int) -> bool:
    """Whether enough of a name is right to know it by, where some of its words are others: all but one, or what a
    person is called by, behind other words."""
    return len(odd) == 1 or count >= _MANY and count - 1 not in odd


def _is_told(pair: Pair, mention: Mention, written: Written | None, words: Sequence[str]) -> bool:
    """Whether a name is known by its syllables, and nothing but its sound says where it stands; of one that is not
    heard at all, enough must be right."""
    if mention.name.foreign or sound.ear(pair.translation.language) is None:
        return False
    by_sound = len(words) >= _MANY if written is None else written.how in ("sound", "near")
    return by_sound and mention.near is None and all(syllables.parts(w, pair.original.language) for w in words)


def _rows(pair: Pair, mention: Mention, heard: Spelt | None, count: int) -> Iterator[list[Spelt]]:
    """Rows of as many stretches as the name has words that may be its words: between spaces, and at both ends where
    words of the dictionary begin."""
    whole, language = stretch(pair.translation, mention.bead.translation), pair.translation.language
    first, last = whole.span(0, len(whole.text))
    heard = heard or (first, last)
    begin = max(first, heard[0] - _ABOUT)
    text = pair.translation.text[begin:min(last, heard[1] + _ABOUT)]
    pieces = cut(text, language)
    starts, ends = {p.start for p in pieces} | {heard[0] - begin}, {p.end for p in pieces} | {heard[1] - begin}
    if count == 1:
        known = mention.name.form in pair.mentions.short_forms and mention.name.gender
        yield from ([at] for at in ((heard, *_greeted(pair, mention, first, last)) if known else ()))
        return
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    for at in range(len(tokens) - count + 1):
        row = tokens[at:at + count]
        if begin + row[0][0] < heard[1] and heard[0] < begin + row[-1][1]:
            for a in sorted(s for s in starts if row[0][0] <= s < row[0][1]):
                for b in sorted(e for e in ends if row[-1][0] < e <= row[-1][1]):
                    made = [(a, row[0][1]), *row[1:-1], (row[-1][0], b)]
                    yield [(begin + start, begin + end) for start, end in made]


def _greeted(pair: Pair, mention: Mention, first: int, last: int) -> Iterator[Spelt]:
    """What stands right behind words of courtesy between two places and is nobody else's name: one piece, or two."""
    text, language = pair.translation.text[first:last], pair.translation.language
    pieces = cut(text, language)
    others = [m.written for m in pair.mentions.around(mention.bead) if m.written and m.name.form != mention.name.form]
    for at, piece in enumerate(pieces):
        if text[piece.start:piece.end] in lexicon(language).honorifics:
            behind = [p for p in pieces[at + 1:at + 3] if not text[piece.end:p.start].strip()]
            yield from ((first + behind[0].start, first + p.end) for p in behind if not any(
                w.start < first + p.end and first + piece.end < w.end for w in others))


def _fits(pair: Pair, word: str, at: Spelt) -> bool:
    return syllables.fits(word, pair.translation.text[slice(*at)], pair.original.language, pair.translation.language)


def _another(pair: Pair, mention: Mention, word: str, at: Spelt) -> bool:
    """Whether a stretch is another syllable than a word, and not what the version always writes for it."""
    text = pair.translation.text
    spelling, of, language = text[slice(*at)], pair.original.language, pair.translation.language
    if not syllables.other(word, spelling, of, language):
        return False
    others = [text[m.written.start:m.written.end] for m in pair.mentions
              if m is not mention and m.written and word in m.name.words]
    right = any(syllables.fits(word, token, of, language) for other in others for token in other.split())
    return right or not any(spelling in other.split() for other in others)
