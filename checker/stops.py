"""Where sentences end in languages that have a full stop: rules here, words in the languages' sentences.toml."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .languages import table

# A run of stops, with the quotation marks and brackets that close after it. French puts a space before its guillemet.
_STOP = re.compile(r"(?P<stop>[.!?…‽]+)(?P<close>(?: ?»|[\"'”’)\]}›*_])*)(?=\s)")
# A word after a word, a figure or what closes a quotation.
_BARE = re.compile(r"(?<=[\w\"'”’»)%\]] )[^\W\d_]+(?=['’ ])")
_NEXT = re.compile(r"\s+(?:[\"'“‘«„‚(\[{‹¿¡*•·▪●■◆+–—_>-]\s*)*")
_SPACES = re.compile(r"\s*")
_TOKEN = re.compile(r"[^\s(\[{\"'“‘«„‚–—/]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?=.*[^\W\d])(?:\w{1,3}\.)+\w{1,3}")
_INITIALS = re.compile(r"[^\W\d_]\.-[^\W\d_]")
_NUMBERING = re.compile(r"[0-9]{1,2}|[ivxIVX]{1,4}|[A-Za-zĐđ]")
_LOOKBACK = 60
_LONGEST_PARENTHESIS = 400


@dataclass(frozen=True)
class Rules:
    """What the full stop may follow without ending the sentence; see languages/nl/sentences.toml for each list."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    closing: frozenset[str]
    before_letter: frozenset[str]
    letter_words: frozenset[str]
    openers: frozenset[str]
    within: frozenset[str]
    small_openers: tuple[str, ...]
    names_with_stop: tuple[str, ...]


@lru_cache(maxsize=None)
def rules(language: str) -> Rules:
    """The rules of a language, with those of the English names that its texts quote."""
    own, english = table(language, "sentences"), table("en", "sentences")

    def words(key: str, *sources: dict[str, Any]) -> frozenset[str]:
        return frozenset(w for source in sources for w in source.get(key, ()))

    closing = words("closing", own, english)
    may_end = words("may_end", own, english) - closing
    return Rules(
        before_name=words("before_name", own, english) - may_end - closing,
        before_number=words("before_number", own, english), may_end=may_end, closing=closing,
        before_letter=words("before_letter", own), letter_words=words("letter_words", own),
        openers=words("openers", own), within=words("within", own),
        small_openers=tuple(own.get("small_openers", ())), names_with_stop=tuple(own.get("names_with_stop", ())))


def sentence_starts(text: str, language: str) -> list[int]:
    """Where the second and further sentences of a paragraph begin; `text` is in normal form.

    >>> sentence_starts("Dhr. J. Bos kreeg 3.5 mln. euro. Meer niet.", "nl")
    [33]
    >>> sentence_starts("Brug geopend De burgemeester kwam.", "nl")
    [13]
    """
    known = rules(language)
    return sorted({*_after_stops(text, known), *_after_headlines(text, known)})


def _after_headlines(text: str, known: Rules) -> Iterator[int]:
    """Where a word that opens sentences stands with a capital, amid small letters, and no stop before it."""
    for found in _BARE.finditer(text):
        word, following = found.group(), text[found.end() + 1:found.end() + 2]
        if word in known.openers and word not in known.within and (following.islower() or following.isdigit()):
            yield found.start()


def _after_stops(text: str, known: Rules) -> list[int]:
    """Where a sentence begins because another one has ended."""
    starts: list[int] = []
    closed = _Parentheses(text)
    for found in _STOP.finditer(text):
        following = _NEXT.match(text, found.end())
        if following is None or following.end() == len(text):
            continue
        since = starts[-1] if starts else 0
        if closed.inside(found.end(), since) or not _ends(text, found, following.end(), since, known):
            continue
        starts.append(_SPACES.match(text, found.end()).end())  # type: ignore[union-attr]
    return starts


def _ends(text: str, found: re.Match[str], after: int, since: int, known: Rules) -> bool:
    """Whether a stop ends its sentence, by what stands before it and after it."""
    if not _opens(text, after, known):
        return False
    before = text[max(since, found.start() - _LOOKBACK):found.start()]
    if found.group("stop") != ".":
        return not before.endswith(("(", "[")) and not _is_name(text, found, known)
    token = _TOKEN.search(before)
    word = token.group() if token else ""
    return not word or _word_ends(word, before[:-len(word)], text, after, known, since + len(word) >= found.start())


def _opens(text: str, after: int, known: Rules) -> bool:
    """Whether a sentence may begin here: no lower-case letter, nor punctuation that goes on."""
    char = text[after]
    if char.islower():
        return _small_opener(text, after, known)
    return char not in ",;:.!?…%)]»”"


def _small_opener(text: str, after: int, known: Rules) -> bool:
    """Whether the first capital comes after a small word that sentences open with: "'s Avonds"."""
    start = text.rfind(" ", 0, after) + 1
    return any(text.startswith(word + " ", start) and text[start + len(word) + 1:start + len(word) + 2].isupper()
               for word in known.small_openers)


def _is_name(text: str, found: re.Match[str], known: Rules) -> bool:
    return any(text.endswith(name, 0, found.end("stop")) for name in known.names_with_stop)


def _word_ends(word: str, before: str, text: str, after: int, known: Rules, first: bool) -> bool:
    """Whether the full stop after `word` ends the sentence."""
    opener = _FIRST_WORD.match(text, after)
    opens = opener is not None and opener.group() in known.openers
    if first and _NUMBERING.fullmatch(word):
        return False
    if _listed(word, known.closing):
        return True
    if text[after].isdigit() and _listed(word, known.before_number):
        return False
    if len(word) == 1 and word.isalpha() and word.isupper() and word not in known.letter_words:
        return before.rstrip().rpartition(" ")[2].lower() in known.before_letter
    if _listed(word, known.before_name) or _INITIALS.fullmatch(word):
        return False
    if _listed(word, known.may_end) or _DOTTED.fullmatch(word):
        return opens
    return True


def is_abbreviation(word: str, known: Rules) -> bool:
    """Whether a full stop after the word, which it stands without here, may be its own.

    >>> is_abbreviation("mln", rules("nl")), is_abbreviation("haven", rules("nl"))
    (True, False)
    """
    return any(_listed(word, words) for words in (known.before_name, known.before_number, known.may_end, known.closing))


def _listed(word: str, words: frozenset[str]) -> bool:
    """As the list spells it or with a capital; "VS." is no "vs."."""
    return word in words or word[:1].lower() + word[1:] in words


class _Parentheses:
    """Which stops stand inside a parenthesis that its sentence goes on after."""

    def __init__(self, text: str) -> None:
        self.spans = list(_parentheses(text))
        self.next = 0

    def inside(self, at: int, since: int) -> bool:
        while self.next < len(self.spans) and self.spans[self.next][1] <= at:
            self.next += 1
        if self.next == len(self.spans):
            return False
        start, end = self.spans[self.next]
        return since < start < at < end


def _parentheses(text: str) -> Iterator[tuple[int, int]]:
    start, depth = 0, 0
    for found in re.finditer(r"[()]", text):
        if found.group() == "(":
            start = found.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and found.end() - start <= _LONGEST_PARENTHESIS:
                yield start, found.end()
