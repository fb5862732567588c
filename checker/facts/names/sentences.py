"""A sentence, and what stands before a name in it: a title, a courtesy, a word of kind."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from .lexicon import Lexicon, known, lexicon
from .name import NameType, Title

_MARKS = "\"'“”‘’«»([*•–—- "
_SPLIT = re.compile(r"[-'’.&/]")
_LETTER = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"\w+")
_STOPS = re.compile(r"[.;:!?()\"“”«»]")
_TITLED = 8  # words from which a sentence of capitals is a title with a full stop, and no list of names
_NEAR = 60  # characters between a title and the person it belongs to, at most


@dataclass(slots=True)
class Sentence:
    """A sentence and what is known of it as a whole; `used` are the titles that a person has already."""

    text: str
    low: str
    language: str
    words: Lexicon
    titles: tuple[Title, ...]
    phrases: tuple[tuple[int, int, NameType], ...] = ()
    used: set[int] = field(default_factory=set)

    @property
    def headline(self) -> bool:
        """Whether capitals tell nothing here; asked of few sentences, and of those more than once."""
        return _headline(self.text)

    def opening(self, at: int) -> bool:
        """Whether nothing but marks stands between `at` and the beginning of a sentence."""
        while at > 0 and self.text[at - 1] in _MARKS:
            at -= 1
        return at == 0 or self.text[at - 1] in ".!?…:;"


@lru_cache(maxsize=1)
def _headline(text: str) -> bool:
    """Whether capitals tell nothing in a text: most words have one, nearly all if it ends as a sentence does."""
    letters = _LETTER.findall(text)
    capitals = sum(w[0].isupper() for w in letters)
    if text.endswith("."):
        return len(letters) >= _TITLED and capitals >= 0.9 * len(letters)
    return len(letters) >= 4 and capitals >= 0.75 * len(letters)


@lru_cache(maxsize=16384)
def is_foreign(word: str, language: str) -> bool:
    """Whether a word is not made as its language makes its own; any word where there is no such rule."""
    words = lexicon(language)
    if words.native is None:
        return True
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c not in words.tones)
    parts = _SPLIT.split(unicodedata.normalize("NFC", plain))
    return not all(words.native.fullmatch(part) for part in parts if part)


def word_before(sentence: Sentence, start: int) -> str:
    """The word just before `start`, in small letters; "" where none is."""
    return sentence.low[:start].rpartition(" ")[0].rpartition(" ")[2] if sentence.low[start - 1:start] == " " else ""


def head_before(sentence: Sentence, start: int) -> str:
    """The common noun just before a name, of up to four words."""
    if sentence.low[start - 1:start] != " ":
        return ""
    before = sentence.low[max(0, start - 40):start].split()
    for size in range(min(4, len(before)), 0, -1):
        phrase = " ".join(before[-size:])
        if phrase in sentence.words.heads:
            return phrase
    return ""


def title_of(sentence: Sentence, start: int) -> Title | None:
    """The title that the person at `start` bears: the last one before, with nothing but its complement between."""
    near = [t for t in sentence.titles if t.end <= start <= t.end + _NEAR]
    if not near or near[-1].start in sentence.used:
        return None
    between = sentence.low[near[-1].end:start]
    if between.count(",") > 1 or _STOPS.search(between):
        return None
    plain, words = _WORDS.findall(between), sentence.words
    if plain and plain[-1] in words.of:
        return None  # "the president of X": X is no person
    if len(plain) > 6 or any(w in words.breaks and w not in words.of for w in plain):
        return None
    return _chained(near, sentence)


def _chained(near: list[Title], sentence: Sentence) -> Title:
    """The last title, with those that lead up to it word by word: "ứng viên phó tổng thống" is a candidate first."""
    title = near[-1]
    for before in reversed(near[:-1]):
        if sentence.text[before.end:title.start].strip():
            break
        text = sentence.text[before.start:title.end]
        title = Title(before.start, title.end, text, before.roles | title.roles, before.modifiers | title.modifiers,
                      before.charges | title.charges)
    return title


def courtesy_of(sentence: Sentence, start: int, form: str) -> str | None:
    """What the word of courtesy before a name says of the sex; None where there is none.

    Before native words, a capital inside a sentence makes it a word of the name ("tỉnh Bà Rịa"), and so does a
    country's name ("Anh Quốc").
    """
    before = sentence.text[max(0, start - 24):start].split()
    for size in (2, 1):
        phrase = " ".join(before[-size:])
        if len(before) >= size and phrase.lower() in sentence.words.honorifics:
            apart = sentence.words.native is None or phrase.islower() or sentence.opening(start - len(phrase) - 1)
            own = known(f"{phrase} {form}".lower(), sentence.language)
            return sentence.words.honorifics[phrase.lower()] if apart and not own else None
    return None
