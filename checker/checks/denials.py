"""Where a sentence denies something: the negating words of a language, from its words.toml.

`strong` words turn a sentence round; `soft` ones are negative by what they mean ("scarce", "fails"); `contrast` ones
may stand for a negation ("only", "until"); `refusing` ones deny what follows them as a negation does ("denies",
"unless"). `idle` phrases deny nothing, though a denial may answer them ("not only", "no less than"); `alike` ones only
look like negation ("a step" in French). `opening` words open a clause, so that what denies in it is another denial.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from ..facts.names.unspaced import known_words
from ..languages import table

# Strong words no further apart than this many characters are one denial: "ne … aucun", "không … không", "noch … noch".
TOGETHER = 15

# What stands in a phrase for up to four words.
GAP = "…"
# What parts two denials that stand as near as that.
_PAUSE = re.compile(r"[,.;:!?…\"“”«»()\[\]]")

# Letters of a word that may begin or end within one of the dictionary, which may be cut otherwise.
_LONG = 5

_REMEMBERED = 4_096  # texts whose signs are: several checks ask for them

Kind = Literal["strong", "refusing", "soft", "contrast", "idle"]
KINDS: tuple[Kind, ...] = ("strong", "refusing", "soft", "contrast", "idle")


class Sign(NamedTuple):
    """A stretch that denies or may stand for a denial, end exclusive."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, eq=False)
class Cues:
    """Compiled negation words of a language, by what they are, and its `little` words, which say nothing alone."""

    language: str
    words: Mapping[Kind, re.Pattern[str]]
    alike: re.Pattern[str] | None
    little: frozenset[str]
    opening: re.Pattern[str] | None

    @property
    def parted(self) -> bool:
        """Whether the language parts its words by spaces: one that does not has no list of little ones."""
        return bool(self.little)

    def clause(self, text: str, span: tuple[int, int], within: tuple[int, int],
               pauses: frozenset[str]) -> tuple[int, int]:
        """From the pause before a span of a text to the one after it; where words stand together, a space is one."""
        stops = pauses if self.parted else pauses | {" "}
        start = next((i for i in range(span[0], within[0], -1) if text[i - 1] in stops), within[0])
        return start, next((i for i in range(span[1], within[1]) if text[i] in stops), within[1])

    @lru_cache(maxsize=_REMEMBERED)
    def signs(self, text: str) -> tuple[Sign, ...]:
        """All signs of negation in a normal-form text, in order; strong words that negate together are one."""
        alike = [m.span() for m in self.alike.finditer(text)] if self.alike else []
        found = _longest(s for s in self._found(text) if not any(a <= s.start < b for a, b in alike))
        idle = [s for s in found if s.kind == "idle"]
        live = [s for s in found if s.kind == "idle" or not any(self._of(text, s, i) for i in idle)]
        return tuple(sorted((*self._together(text, live), *(s for s in live if s.kind != "strong"))))

    def denials(self, text: str) -> list[Sign]:
        """Where a normal-form text negates outright, in order."""
        return [s for s in self.signs(text) if s.kind == "strong"]

    def _of(self, text: str, sign: Sign, idle: Sign) -> bool:
        """Whether a sign begins in an idle phrase, or is its beginning with what denies nothing: "yet | not far"."""
        if sign.start >= idle.start:
            return sign.start < idle.end
        before = text[sign.start:idle.start]
        return idle.start < sign.end <= idle.end and not any(words.search(before) for words in self.words.values())

    def _found(self, text: str) -> Iterator[Sign]:
        for kind, words in self.words.items():
            asked = not self.parted and kind in ("soft", "contrast")
            yield from (Sign(m.start(), m.end(), kind) for m in words.finditer(text) if not named(text, m.start())
                        and not (asked and _cut(text, *m.span(), self.language)))

    def _together(self, text: str, found: Sequence[Sign]) -> Iterator[Sign]:
        last: Sign | None = None
        for sign in (s for s in found if s.kind == "strong"):
            if last is not None and self._one(text, last, sign):
                last = last._replace(end=sign.end)
            else:
                if last is not None:
                    yield last
                last = sign
        if last is not None:
            yield last

    def _one(self, text: str, first: Sign, second: Sign) -> bool:
        """Whether two negating words are one denial: no clause ends or begins between them ("not where none is").

        Where words are not parted, only one word said again is ("neither eats nor sleeps"): "no reason not to" is two.
        """
        between = text[first.end:second.start]
        near = len(between) <= TOGETHER and not _PAUSE.search(between)
        if not near or self._opened(text, first.end, second.start):
            return False
        return self.parted or " " not in between and _words(text, first) == _words(text, second)

    def _opened(self, text: str, start: int, end: int) -> bool:
        """Whether a word between two places of a text opens a clause."""
        return self.opening is not None and any(
            not _cut(text, *m.span(), self.language) for m in self.opening.finditer(text, start, end))


def _cut(text: str, start: int, end: int, language: str) -> bool:
    """Whether a short stretch begins or ends within a word of the dictionary, where words stand together.

    Longer ones are words and phrases of their own, which a dictionary may cut otherwise.
    """
    return end - start < _LONG and any(a < start < b or a < end < b for a, b in known_words(text, language))


def _words(text: str, sign: Sign) -> str:
    return text[sign.start:sign.end]


def _longest(signs: Iterable[Sign]) -> list[Sign]:
    """Without what stands within a longer sign and denies nothing by itself: the "ne" of "ne … pas"."""
    found = list(signs)
    return [s for s in found if s.kind in ("strong", "refusing")
            or not any(o.start <= s.start and s.end <= o.end and o[:2] != s[:2] for o in found)]


def named(text: str, start: int) -> bool:
    """Whether a word is of a name: capitalised in the midst of a sentence ("H'Nuong Nie").

    >>> named("de Nie kwam", 3), named("Nie! Niet!", 5), named("DAT NIET", 4)
    (True, False, False)
    """
    before = text[:start].rstrip()
    return text[start:start + 2].istitle() and before[-1:].isalpha()


@lru_cache(maxsize=None)
def cues(language: str) -> Cues | None:
    """The negation words of a language; None where it has no table."""
    data = table(language, "words")
    words = data.get("negation")
    if not words:
        return None
    little = frozenset(data.get("function", ()))
    alike, opening = (_compiled(words[kind], bool(little)) if words.get(kind) else None
                      for kind in ("alike", "opening"))
    return Cues(language, {kind: _compiled(words[kind], bool(little)) for kind in KINDS}, alike, little, opening)


def _compiled(phrases: list[str], parted: bool) -> re.Pattern[str]:
    """Any of the phrases, the longest first. What their words begin with is asked once a place, not for each phrase."""
    made = [(edge, "|".join(_phrase(p, parted) for p in some))
            for edge, some in groupby(sorted(phrases, key=len, reverse=True), lambda p: _edge(p, parted))]
    return re.compile("|".join(f"{edge}(?:{any_of})" if edge else any_of for edge, any_of in made), re.IGNORECASE)


def pattern(phrase: str, parted: bool) -> str:
    """The regular expression of a phrase: `*` is any letters, `…` up to four words, `/` parts alternatives.

    `parted`: words are whole, for languages that part them.

    >>> bool(re.fullmatch(pattern("ne/n' … pas/plus", True), "n’avait vraiment plus"))
    True
    >>> bool(re.search(pattern("in*ble", True), "une information"))
    False
    >>> bool(re.search(pattern("ne/n' … plus", True), "neuf camions et plus"))
    False
    """
    return _edge(phrase, parted) + _phrase(phrase, parted)


def _edge(phrase: str, parted: bool) -> str:
    return r"(?<![\w-])" if parted and not phrase.startswith("*") else ""


def _phrase(phrase: str, parted: bool) -> str:
    words = phrase.split(" ")
    return "".join(_word(w, r"\s") for w in words[:-1]) + _word(words[-1], r"(?!\w)" if parted else "")


_FILLER = r"(?:[^\s.!?;:]+\s+){0,4}?"


def _word(word: str, after: str) -> str:
    """A word of a phrase and what comes `after` it: a gap brings the space along, an elided word may do without."""
    if word == GAP:
        return _FILLER
    made = "|".join(_letters(w) + _parting(w, after) for w in word.split("/"))
    return f"(?:{made})" if "/" in word else made


def _letters(word: str) -> str:
    return re.escape(word).replace(r"\*", r"[\w-]*").replace("'", "['’]")


def _parting(word: str, after: str) -> str:
    if after == r"\s":
        return r"\s?" if word.endswith("'") else after
    return "" if word[-1] in "*'?" else after
