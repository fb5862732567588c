"""Spellings without what newsrooms drop or change freely: case, accents, hyphens, apostrophes.

`fold` is the key under which two spellings of one Latin-script name are equal; `words` cuts a text into the
words names are made of, with their places.
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Letters whose bar or ligature is not a combining mark, so that decomposition leaves them as they are.
_WHOLE = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss",
                        "þ": "th", "ʻ": None, "ʿ": None, "ʾ": None, "’": "'", "‘": "'", "ʼ": "'"})
# A Thai vowel or tone mark is no word character for `re`, and must stay.
_BREAK = re.compile(r"[^\w\u0e00-\u0e7f]+|_+")
# Letters of any script with the marks that follow them; Thai is cut by its own reader, not here.
_WORD = re.compile(r"[^\W\u0e00-\u0e7f_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its fold, its place, and whether it begins with a capital or a digit."""

    fold: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in small letters, without accents, hyphens, dots or apostrophes; words parted by one space.

    >>> fold("Trần Sỹ Thanh"), fold("Saint-Étienne"), fold("Kim Jong-un"), fold("Côte d’Ivoire")
    ('tran sy thanh', 'saint etienne', 'kim jong un', 'cote divoire')
    >>> fold("U.S.A."), fold("Đà Nẵng")
    ('usa', 'da nang')
    """
    lowered = unicodedata.normalize("NFD", text.lower().translate(_WHOLE))
    plain = "".join(c for c in lowered if not unicodedata.combining(c) or "\u0e00" <= c <= "\u0e7f")
    plain = re.sub(r"(?<=\w)\.(?=\w\b)|'", "", plain)
    return _BREAK.sub(" ", plain).strip()


def words(text: str) -> tuple[Word, ...]:
    """The words of a text in a script with spaces; hyphens and apostrophes part words, a lone mark is none.

    >>> [w.fold for w in words("d’Ivanov, Trần-Sỹ’s")]
    ['d', 'ivanov', 'tran', 'sy', 's']
    >>> [w.fold for w in words("Hawai ʻ i")]
    ['hawai', 'i']
    """
    return tuple(Word(folded, m.start(), m.end(), not m.group()[0].islower())
                 for m in _WORD.finditer(text) if (folded := fold(m.group())))
