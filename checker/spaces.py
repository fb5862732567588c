"""Where clauses may begin in languages that write a space between clauses and no full stop: rules, for Thai's words.

Missing a sentence's beginning is worse than cutting a sentence in two, for pieces can be joined later, when it is
known what they translate. So every space is a cut, unless something speaks against it: a number, a name, a pair of
brackets or quotation marks, or a word beside it that cannot end or begin a clause (languages/th/sentences.toml).
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .languages import table

_SPACE = re.compile(r"\s+")
# Pairs as long as a remark or a quoted phrase; in a longer quotation there are sentences.
_PAIR = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|“[^“”]{0,80}”|‘[^‘’]{0,80}’|«[^«»]{0,80}»"
                   r"|\"(?=\S)[^\"]{0,80}(?<=\S)\"|(?<!\w)'(?=\S)[^']{0,80}(?<=\S)'(?!\w)")
# No clause begins with these, or ends with those.
_NOT_FIRST, _NOT_LAST = ",;:/&=<>–—-@#%)]}”’»(", ",:/&=<–—-@#([{“‘«"
_QUOTE_ENDS, _SENTENCE_ENDS = "\"”’»'", ".!?”\""
_SHORTEST_CLAUSE = 15
# A title and a given name, written as one word, in characters.
_LONGEST_NAME = 16
# The one objection that is never in doubt.
_MARK = "mark"
_CURRENCIES = "$€£¥฿₫"
# How many words, of how many characters, "…”, said so-and-so" has at most.
_ATTRIBUTION = re.compile(r"\S{1,40}(?: \S{1,20}){0,3}")


class WordList:
    """Words to be found at a text's edge. The longest that fits decides, so an exception is a longer word.

    >>> words = WordList(["of"], but=["kickof"])
    >>> words.ends("a cup of"), words.ends("the kickof")
    (True, False)
    """

    def __init__(self, words: Iterable[str], but: Iterable[str] = ()) -> None:
        self._counts = {**dict.fromkeys(words, True), **dict.fromkeys(but, False)}
        # Lengths to try, longest first, for each character that a word begins or ends with.
        self._from = {c: _lengths(w for w in self._counts if w[0] == c) for c in {w[0] for w in self._counts}}
        self._to = {c: _lengths(w for w in self._counts if w[-1] == c) for c in {w[-1] for w in self._counts}}

    def begins(self, text: str, at: int) -> bool:
        """Whether one of the words stands from `at` on."""
        for length in self._from.get(text[at:at + 1], ()):
            word = text[at:at + length]
            if word in self._counts:
                return self._counts[word]
        return False

    def ends(self, text: str, before: int | None = None) -> bool:
        """Whether one of the words stands right before an offset (the text's end by default)."""
        end = len(text) if before is None else before
        for length in self._to.get(text[end - 1:end], ()):
            word = text[max(0, end - length):end]
            if word in self._counts:
                return self._counts[word]
        return False

    def __contains__(self, text: str) -> bool:
        return self._counts.get(text, False)


def _lengths(words: Iterable[str]) -> list[int]:
    return sorted({len(w) for w in words}, reverse=True)


@dataclass(frozen=True)
class Words:
    """What may stand beside a boundary; see languages/th/sentences.toml for each list."""

    never_end: WordList
    never_start: WordList
    before_name: WordList
    after_name: WordList
    after_number: WordList
    saying: WordList
    titles: WordList
    conjunctions: WordList
    connectives: WordList
    openers: WordList
    closers: WordList


@lru_cache(maxsize=None)
def _words(language: str) -> Words:
    lists = table(language, "sentences")

    def words(key: str, but: str = "") -> WordList:
        return WordList(lists.get(key, ()), lists.get(but, ()))

    return Words(words("never_end", "may_end"), words("never_start", "may_start"), words("before_name"),
                 words("after_name", "may_start"), words("after_number", "may_start"), words("saying"),
                 words("titles", "no_titles"), words("conjunctions"),
                 words("connectives"), words("openers"), words("closers"))


def clause_starts(text: str, language: str, *, pieces: bool = True) -> list[int]:
    """Where the second and further clauses of a paragraph begin; `text` is in normal form.

    With `pieces` false, only where a sentence likely begins.

    >>> clause_starts("ราคา 12 บาท ในปี พ.ศ. 2556", "th")
    [12]
    """
    words = _words(language)
    return [at for before, at in _spaces(text) if next(_objections(text, before, at, words), None) is None
            and (pieces or _likely_begins(text, before, at, words))]


def doubtful_spaces(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Where a clause begins unless one objection holds: the offset, and the objection's name.

    >>> list(doubtful_spaces("ราคา 12 บาท ในปี พ.ศ. 2556", "th"))
    [(8, 'after_number'), (17, 'never_end')]
    """
    words = _words(language)
    for before, at in _spaces(text):
        objection = next(_objections(text, before, at, words), None)
        if objection is not None and objection != _MARK:
            yield at, objection


def _spaces(text: str) -> Iterator[tuple[int, int]]:
    """Spaces outside pairs: where each begins and ends."""
    pairs = [m.span() for m in _PAIR.finditer(text)]
    n = 0
    for found in _SPACE.finditer(text.rstrip()):
        while n < len(pairs) and pairs[n][1] <= found.start():
            n += 1
        if found.start() and not (n < len(pairs) and pairs[n][0] < found.start()):
            yield found.span()


def _objections(text: str, before: int, at: int, words: Words) -> Iterator[str]:
    """What speaks against a clause's beginning after a space, by name."""
    last, first = text[before - 1], text[at]
    if first in _NOT_FIRST or last in _NOT_LAST or first.isdigit() or first in _CURRENCIES or last in _CURRENCIES:
        yield _MARK
    if _is_foreign(last) and _is_foreign(first):
        yield "foreign"
    if words.never_end.ends(text, before):
        yield "never_end"
    if words.never_start.begins(text, at):
        yield "never_start"
    yield from _beside_names(text, before, at, words)
    if last.isdigit() and words.after_number.begins(text, at):
        yield "after_number"
    if last in _QUOTE_ENDS and _is_attribution(text, at, words):
        yield "attribution"
    if words.conjunctions.begins(text, at) and _is_short(text, before, at):
        yield "conjunction"
    if text[_chunk_start(text, before):before] in words.connectives:
        yield "connective"


def _beside_names(text: str, before: int, at: int, words: Words) -> Iterator[str]:
    """Objections that a name before the space or after it gives rise to."""
    if _is_foreign(text[at]) and words.before_name.ends(text, before):
        yield "before_name"
    if _is_foreign(text[before - 1]) and words.after_name.begins(text, at):
        yield "after_name"
    if _is_within_name(text, before, words):
        yield "within_name"


def _is_short(text: str, before: int, at: int) -> bool:
    """Whether less than a clause stands before a space or after it."""
    end = text.find(" ", at)
    return before - _chunk_start(text, before) < _SHORTEST_CLAUSE or 0 <= end - at < _SHORTEST_CLAUSE


def _chunk_start(text: str, before: int) -> int:
    return text.rfind(" ", 0, before) + 1


def _is_within_name(text: str, before: int, words: Words) -> bool:
    """Whether a title and one name stand before the space, and no verb of saying ends them: the surname follows."""
    start = _chunk_start(text, before)
    return (before - start <= _LONGEST_NAME and words.titles.begins(text, start)
            and not words.saying.ends(text, before))


def _is_foreign(char: str) -> bool:
    """A letter of a script that writes a space between words."""
    return char.isalpha() and char < "\u0e00"


def _is_attribution(text: str, at: int, words: Words) -> bool:
    """Whether a few words that end in a verb of saying follow: "…”, said so-and-so"."""
    found = _ATTRIBUTION.match(text, at)
    ends = [m.start() for m in re.finditer(r" |$", found.group())] if found else []
    return any(words.saying.ends(text, at + end) for end in ends)


def _likely_begins(text: str, before: int, at: int, words: Words) -> bool:
    return text[before - 1] in _SENTENCE_ENDS or words.openers.begins(text, at) or words.closers.ends(text, before)
