"""Which language an article is in: what one is told first, and what the letters and words say of it."""
from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .article import Document
from .errors import CheckerError
from .languages import languages, table
from .normal import normal_text
from .results import NOTHING, Results

LanguageSource = Literal["option", "front matter", "pattern", "name", "text"]

# Fewer letters than these are too few to tell a language by.
_ENOUGH_LETTERS = 200
_SURE, _LIKELY = 0.99, 0.8
# A language's own letters or commonest words make up this share of its texts and hardly any of other languages'.
_WORDS_SHARE, _WORDS_LEAD = 0.2, 2
_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CAPITALISED = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]*")
# A foreign stretch is a loss, and no name or title, from this many words on.
_PHRASE, _MOSTLY_LATIN = 5, 0.6
# A sentence of a language has as many of its little words, at least.
_LITTLE_SHARE = 0.2
_NAME_PART = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language, who says so, and how sure that is (0 to 1).

    `contradicted_by` is the language that the text itself is in, beyond doubt, where that is another.
    """

    code: str
    source: LanguageSource
    certainty: float
    contradicted_by: str | None = None


def language_of(document: Document, *, override: str | None = None, pattern: str | None = None,
                results: Results = NOTHING) -> LanguageGuess:
    """The language of a document by the order of precedence: `override` (--lang), what the file says of itself,
    `pattern` (the configuration's {lang}), its name, and last its text.

    Raises CheckerError for a language that has no folder, and where nothing tells the language.
    """
    told: list[tuple[LanguageSource, str | None]] = [
        ("option", override), ("front matter", document.language), ("pattern", pattern),
        ("name", _in_name(document.path))]
    prose = "\n".join(document.text[b.start:b.end] for b in document.blocks)
    for source, code in told:
        if code:
            code = _supported(document.path, code)
            seen = None if source == "option" else _certainly_other(prose, code, results)
            return LanguageGuess(code, source, 1.0, seen)
    code, certainty = detect(prose, results)
    if certainty < _LIKELY:
        raise CheckerError(f"{document.path}: cannot tell its language; say it with --lang {document.path}=CODE")
    return LanguageGuess(_supported(document.path, code), "text", certainty)


def detect(text: str, results: Results = NOTHING) -> tuple[str, float]:
    """The language of a text and how sure that is; ("", 0.0) where nothing can be told.

    The same text always gets the same answer; `results` remembers what took long to tell.

    >>> detect("Đoàn đại biểu thành phố đã thăm và làm việc tại đây.")
    ('vi', 1.0)
    """
    text = normal_text(text[:_SAMPLE])
    return _by_letters(text) or results.once(lambda: _by_langdetect(text), "language", text)


def paragraph_language(text: str) -> tuple[str, float] | None:
    """The language of one paragraph, or None where it is too short to tell."""
    return detect(text) if _letters(text) >= _ENOUGH_LETTERS else None


def left_in(text: str, own: str, suspects: Sequence[str]) -> tuple[str, float] | None:
    """Which of the suspected languages a sentence is in rather than in its article's own, and how sure that is.

    None for what is short enough to be a name or a title. `text` is in normal form. Capitalised words say nothing:
    names and titles keep their language.

    >>> left_in("Hai bên chưa thống nhất mức học phí mới.", "nl", ["vi"])
    ('vi', 0.97)
    >>> left_in("The Central Bank expects rubber prices to drop sharply next year.", "th", ["en"])[0]
    'en'
    """
    words = [w.lower() for w in _WORD.findall(text) if _LATIN.match(w)]
    least = _LITTLE_SHARE if _in_latin(own) else _LITTLE_SHARE / 2
    if not any(_has_letters(text, code) or _share(words, code) >= least for code in suspects):
        return None
    seen = _spelt_in(text, own)
    if seen is not None:
        return (seen, 0.97) if seen in suspects else None
    if len(words) < _PHRASE or _share_latin(_CAPITALISED.sub("", text)) < _MOSTLY_LATIN:
        return None
    if _in_latin(own) and not function_words(own):
        return None  # whose little words nobody wrote down shares many with its neighbours
    shares = {code: _share(words, code) for code in languages() if code != own}
    best = max(sorted(shares), key=lambda code: shares[code])
    if best not in suspects or shares[best] < least or shares[best] < 2 * _share(words, own) + 0.05:
        return None
    return best, min(0.6 + shares[best], 0.97)


def _in_latin(code: str) -> bool:
    """Whether a language is written in Latin letters: a sentence in them is no proof of another then."""
    own = table(code, "sentences").get("own_letters")
    return own is None or _LATIN.search(own["letters"]) is not None


def _has_letters(text: str, code: str) -> bool:
    """Whether a text has letters that a language alone has."""
    own = table(code, "sentences").get("own_letters")
    return own is not None and not _characters(own["letters"]).isdisjoint(text.lower())


def _spelt_in(text: str, own: str) -> str | None:
    """The other language whose own letters a sentence is spelt with, capitalised words (names) left out."""
    words = [w for w in _WORD.findall(text) if not w[0].isupper()]
    seen = _by_letters(" ".join(words)) if len(words) >= _PHRASE else None
    return seen[0] if seen is not None and seen[0] != own else None


def _share(words: Sequence[str], language: str) -> float:
    """How many of the words are little words of a language."""
    known = function_words(language)
    return sum(w in known for w in words) / max(len(words), 1)


@lru_cache(maxsize=None)
def function_words(language: str) -> frozenset[str]:
    """The little words that sentences of a language are full of."""
    return frozenset(table(language, "words").get("function", ()))


def _share_latin(text: str) -> float:
    return sum(map(str.isalpha, _LATIN.findall(text))) / max(sum(map(str.isalpha, text)), 1)


def _letters(text: str) -> int:
    """How many letters, with the vowel and tone marks that some scripts write as marks."""
    return sum(c.isalpha() or unicodedata.category(c) == "Mn" for c in normal_text(text))


def _supported(path: str, code: str) -> str:
    primary = re.split("[-_]", code.strip().lower())[0]
    if primary in languages():
        return primary
    known = ", ".join(f"{c} ({table(c, 'sentences').get('name', c)})" for c in languages())
    raise CheckerError(f"{path}: language {code!r} is not supported; the languages are {known}; say it with --lang")


def _in_name(path: str) -> str | None:
    """The language in a name like article.nl.txt or nl.txt.

    >>> _in_name("a/visit.fr-FR.md"), _in_name("a/visit.md")
    ('fr', None)
    """
    parts = os.path.basename(path).split(".")
    for part in reversed(parts[1:-1] if len(parts) > 2 else parts[:1]):
        found = _NAME_PART.fullmatch(part)
        if found and found.group(1).lower() in languages():
            return found.group(1).lower()
    return None


def _certainly_other(text: str, code: str, results: Results) -> str | None:
    """The language that a text is surely in, if that is not `code`."""
    if _letters(text[:_SAMPLE]) < _ENOUGH_LETTERS or _by_words(normal_text(text[:_SAMPLE])) == code:
        return None
    seen, certainty = detect(text, results)
    return seen if certainty >= _SURE and seen != code else None


def _by_letters(text: str) -> tuple[str, float] | None:
    """The language whose own letters make up enough of a text."""
    letters = Counter(text.lower())
    total = sum(n for c, n in letters.items() if c.isalpha() or "\u0e31" <= c <= "\u0e4e")
    for code in languages():
        own = table(code, "sentences").get("own_letters")
        if own and sum(letters[c] for c in letters.keys() & _characters(own["letters"])) >= own["share"] * total > 0:
            return code, 1.0
    return None


@lru_cache(maxsize=None)
def _characters(ranges: str) -> frozenset[str]:
    """The characters of a regular expression's class, such as "đơưạ-ỹ"."""
    found = re.findall(r"(.)(?:-(.))?", ranges)
    return frozenset(chr(i) for a, b in found for i in range(ord(a), ord(b or a) + 1))


def _by_words(text: str) -> str | None:
    """The language whose commonest words a text is full of, if one is far ahead of the others."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    count = Counter(words)
    shares = sorted(((sum(count[w] for w in set(table(c, "sentences").get("common", ()))) / max(len(words), 1), c)
                     for c in languages()), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= _WORDS_SHARE and best >= _WORDS_LEAD * second else None


def _by_langdetect(text: str) -> tuple[str, float]:
    import langdetect

    langdetect.DetectorFactory.seed = 0
    try:
        best = langdetect.detect_langs(text)[0]
    except langdetect.LangDetectException:
        return "", 0.0
    return best.lang, best.prob
