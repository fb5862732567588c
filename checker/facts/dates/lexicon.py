"""Words and figures of dates: a language's table as one regular expression, and a sentence as tokens.

A sentence becomes a string with one symbol a token, over which the templates of `grammar` are plain regular
expressions. A symbol stands for the set of classes its word belongs to: Vietnamese "năm" is a year's mark, a unit and
the number five at once, and each template takes it for what it needs.
"""
from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from ...languages import table
from ..numbers.quantity import BOUNDS
from ..trie import LETTERS, trie_pattern
from .figures import KINDS, TIGHT, Figures

BREAK = "_"
"""The symbol of words that no date is made of; nothing matches across it."""

NUMERALS = ("num", "nth", "article", "vague")
"""Classes that number words bring: plain, ordinal, those that may be an article, and magnitudes ("hundreds")."""

# Words that lead to a date mean that there, whatever they are beside other figures.
_LEADING = ("shift", "dir", "pre-dir", "back", "edge")
_PARTED = {"shift", "at"}  # the classes of a word that says "last" right behind what it is said of, and else "before"
_FOLD = tuple(zip("\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
                  "\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}", "-----''", strict=True))
_NOTHING: Mapping[str, Any] = {}  # the values of a sign
_LETTER = r"[^\W\d_]"
_START = itemgetter(0)


class Token(NamedTuple):
    """A word or figure at `start` to `end`, the symbol of its classes, and its value in each of them."""

    start: int
    end: int
    symbol: str
    values: Mapping[str, Any]


class Word(NamedTuple):
    """What the table says of a spelling: the symbol of its classes and its value in each."""

    symbol: str
    values: Mapping[str, Any]


_OPAQUE = Word(BREAK, _NOTHING)


@dataclass(frozen=True, slots=True)
class Entry:
    """A spelling in one class; `exact` is set where only that spelling counts, capitals included."""

    kind: str
    value: Any
    exact: str | None

    def allows(self, written: str) -> bool:
        """Whether this is that spelling, or the one it has at the head of a sentence ("Thứ Hai" for "thứ Hai")."""
        exact = self.exact or ""
        return written == exact or (not exact.islower() and written == exact[0].upper() + exact[1:])


class Lexicon:
    """A language's words for dates.

    `words` is the table's `lexicon`: class -> value -> spellings (in class "word" the value is the class itself).
    `script` may say what no word begins after or ends before (character classes), the suffixes of ordinals, the words
    that are written on to a number word (`glued`), what compounds begin with (`compounds`), and those that count in
    lower case only.
    """

    def __init__(self, words: Mapping[str, Mapping[str, Iterable[str]]], script: Mapping[str, Any]) -> None:
        self._symbols: dict[frozenset[str], str] = {}
        entries: dict[str, list[Entry]] = {}
        self.symbol_for({"compound"})
        lowercase = script.get("lowercase", ())
        for kind, values in words.items():
            for value, spellings in values.items():
                for spelling in spellings:
                    exact = spelling if spelling != spelling.lower() or spelling in lowercase else None
                    entry = Entry(value if kind == "word" else kind, value, exact)
                    entries.setdefault(spelling.lower(), []).append(entry)
        self._entries = entries
        self._words = {key: self._word(found) for key, found in entries.items() if all(e.exact is None for e in found)}
        self.spaced = "not_after" not in script
        self._signs = {kind: self.symbol_for(_valued(kind, 0)) for kind in KINDS} | {sign: sign for sign in TIGHT}
        self._foresee(entries.values())
        edges = (spelling.rstrip("-") for known in words.get("edge", {}).values() for spelling in known)
        self._figures = Figures(script.get("ordinals", ()), edges)
        self.kinds = frozenset(entry.kind for found in entries.values() for entry in found)
        self._after, self._before = script.get("not_after", _LETTER), script.get("not_before", _LETTER)
        self._pattern = self.beginning(entries)
        self.endings = tuple(script.get("glued", ()))
        self._compounds = {word: value for value, words in script.get("compounds", {}).items() for word in words}
        self.beginnings = tuple(self._compounds)
        self.compound = re.compile(f"(?<!{_LETTER})({trie_pattern(self._compounds)}){_LETTER}{{3,}}") if (
            self._compounds) else None
        self.glued = re.compile(f"{trie_pattern(self.endings)}(?!{self._before})") if self.endings else None

    def beginning(self, spellings: Iterable[str]) -> re.Pattern[str]:
        """A pattern for the character before any of some words, the longest of which is group 1.

        It begins with a set of characters, so that a search passes at once over those that no word follows.
        """
        first, last = (f"[^{LETTERS}]", f"(?<!{_LETTER})") if self.spaced else (f"[^{self._after[1:]}", "")
        return re.compile(f"{first}(?=({trie_pattern(spellings)})(?:(?<=['-])|(?!{self._before}))){last}")

    def spellings(self, kinds: Container[str]) -> list[str]:
        """The words in some classes, in lower case."""
        return [key for key, found in self._entries.items() if any(entry.kind in kinds for entry in found)]

    def _foresee(self, words: Iterable[Sequence[Entry]]) -> None:
        """Give a symbol to every set of classes that a token may turn out to have."""
        sets = {frozenset[str](), *(frozenset(_valued(kind, 0)) for kind in KINDS)}
        for found in words:
            sets |= {frozenset(e.kind for e in found), frozenset(e.kind for e in found if e.exact is None)}
        sets |= {kinds - {"shift"} for kinds in sets if _PARTED <= kinds} if not self.spaced else set()
        for kinds in sorted(sets, key=sorted):
            self.symbol_for(kinds)
            for numeral in NUMERALS:
                self.symbol_for(kinds | {numeral})

    def _word(self, entries: Sequence[Entry]) -> Word:
        if not entries or any(entry.kind == "opaque" for entry in entries):
            return _OPAQUE
        values = {entry.kind: entry.value for entry in entries}
        return Word(self.symbol_for(values), values)

    def symbol_for(self, kinds: Iterable[str]) -> str:
        """The symbol of a set of classes."""
        return self._symbols.setdefault(frozenset(kinds), chr(0xE000 + len(self._symbols)))

    @lru_cache(maxsize=None)
    def symbols_of(self, kind: str) -> str:
        """All symbols that a word of a class may have, as one string."""
        return "".join(symbol for kinds, symbol in self._symbols.items() if kind in kinds)

    def read(self, text: str, folded: str, spots: Iterable[tuple[int, int]]) -> list[Token]:
        """The words and figures of some stretches of a sentence in normal form, in order; what lies between them is not
        here. `folded` is the sentence in lower case, with plain dashes and apostrophes.
        """
        found: list[Token] = []
        for first, last in spots:
            found += self._words_of(text, folded, first, last)
            for start, end, kind, value in self._figures.read(text, folded, first, last):
                values = _NOTHING if value is None else _valued(kind, value)
                found.append(Token(start, end, self._signs[kind], values))
        found.sort(key=_START)
        return _apart(found)

    def _words_of(self, text: str, folded: str, first: int, last: int) -> list[Token]:
        """The words between two places, each as long as it can be; and what is written on to a number word."""
        found, after = [], 0
        for match in self._pattern.finditer(" " + folded, first, last + 1):
            start = match.start()  # with the space before it, the text is as far on as a word's first character
            if start >= after:
                key = match[1]
                after = start + len(key)
                word = self._words.get(key) or self._find(key, text[start:after])
                found.append(Token(start, after, *(self._leading(word) if match[0] == " " else word)))
        for match in self.compound.finditer(folded, first, last) if self.compound else ():
            found.append(Token(*match.span(), self.symbol_for({"compound"}), {"compound": self._compounds[match[1]]}))
        if self.glued is not None:
            for match in self.glued.finditer(folded, first, last):
                start, after = match.span()
                if folded[start - 1:start].isalpha():
                    found.append(Token(start, after, *self._find(match[0], text[start:after])))
        return found

    def _leading(self, word: Word) -> Word:
        """A word behind a space: where no words are parted, one that may lead to a time is no "last" of what it follows
        ("วันอาทิตย์ | ก่อนบินไป" is Sunday, before they fly)."""
        if self.spaced or not _PARTED <= word.values.keys():
            return word
        values = {kind: value for kind, value in word.values.items() if kind != "shift"}
        return Word(self.symbol_for(values), values)

    def _find(self, key: str, written: str) -> Word:
        key = " ".join(key.split())
        if key in self._words:
            return self._words[key]
        plain = " ".join(folded(written).split())
        return self._word([e for e in self._entries[key] if e.exact is None or e.allows(plain)])


def folded(text: str) -> str:
    """A text with plain dashes and apostrophes; to replace each is ten times as quick as to translate all."""
    for sign, plain in _FOLD:
        text = text.replace(sign, plain)
    return text


def _valued(kind: str, value: Any) -> Mapping[str, Any]:
    """A figure's value in each of its classes: a year behind a name is a figure of four all the same."""
    return {kind: value, "year4": value} if kind == "named-year" else {kind: value}


def _apart(tokens: Iterable[Token]) -> list[Token]:
    """Tokens in the order of their starts without those that begin inside another: the sign in "mi-", the word in
    "3de". Of two that begin together, the longer one stays.
    """
    end: int = 0
    kept: list[Token] = []
    for token in tokens:
        if token[0] >= end:
            kept.append(token)
            end = token[1]
        elif token[1] > end and token[0] == kept[-1][0]:
            kept[-1] = token
            end = token[1]
    return kept


def symbols(text: str, tokens: Sequence[Token]) -> tuple[tuple[Token, ...], str]:
    """Tokens and their symbols, with a break wherever the text between two says something else.

    Tokens and symbols go side by side: the token of a break is that of the word after it.
    """
    kept: list[Token] = []
    line: list[str] = []
    end = 0
    for token in tokens:
        start, after, symbol, _ = token
        if start > end and not text[end:start].isspace():
            kept.append(token)
            line.append(BREAK)
        kept.append(token)
        line.append(symbol)
        end = after
    if text[end:].strip():
        kept.append(tokens[-1])
        line.append(BREAK)
    return tuple(kept), "".join(line)


@lru_cache(maxsize=None)
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None for one whose folder has no dates."""
    data = table(language, "dates")
    return Lexicon(_with_bounds(data["lexicon"], language), data.get("script", {})) if data else None


def _with_bounds(words: Mapping[str, Any], language: str) -> Mapping[str, Any]:
    """The words of a table, with the hedges that the table of numbers has: "at least" says of a year what it says of a
    kilometre. Soft ones of one word ("up to" in Thai) mostly mean something else beside a date, and one that ends in a
    firm one ("lâu hơn") may be left to that; one that ends in the contrary must not: "niet | minder dan zes jaar"."""
    hedges = table(language, "numbers").get("bounds", {})
    merged = {kind: {bound: list(known) for bound, known in words.get(kind, {}).items()}
              for kind in ("bound", "after-bound")}
    taken = {spelling for kind in _LEADING for known in words.get(kind, {}).values() for spelling in known}
    for kind, places in (("bound", ("before",)), ("after-bound", ("after", "trailing"))):
        for hedge, spellings in (pair for place in places for pair in hedges.get(place, {}).items()):
            merged[kind].setdefault(BOUNDS[hedge], []).extend(x for x in spellings if x not in taken)
    for hedge, spellings in hedges.get("soft", {}).items():
        firm = merged["bound"].get(BOUNDS[hedge], [])
        alike = tuple(f" {x}" for x in firm)
        merged["bound"].setdefault(f"{BOUNDS[hedge]}?", []).extend(
            x for x in spellings if " " in x and x not in (*taken, *firm) and not x.endswith(alike))
    merged["bound"], merged["bound-the"] = _with_article(merged["bound"], words, language)
    return {**words, **{kind: found for kind, found in merged.items() if found}}


def _with_article(bounds: Mapping[str, Sequence[str]], words: Mapping[str, Any],
                  language: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Hedges without those that end in an article, and the latter apart: "onder de 18 jaar" is less than 18 years, and
    "onder de 18-jarige" is one of 18. What ends in "a" is left to the count that this is ("bijna | een jaar").
    """
    the, one = words.get("word", {}).get("the", ()), table(language, "numbers").get("words", {}).get("article", ())
    ends = {bound: {s: s.rpartition(" ")[2] if " " in s else "" for s in known} for bound, known in bounds.items()}
    return ({bound: [s for s in known if ends[bound][s] not in (*the, *one)] for bound, known in bounds.items()},
            {bound: [s for s in known if ends[bound][s] in the] for bound, known in bounds.items()})
