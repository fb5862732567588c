"""Where a sentence denies something: the negating words of a language, from its words.toml.

`strong` words turn a sentence round; `soft` ones are negative by what they mean ("refuses", "scarce"); `contrast` ones
may stand for a negation ("only", "still"); `refusing` verbs deny what follows them as a negation does ("denies");
within `idle` phrases a strong word negates nothing ("not only").
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..languages import table

# Strong words no further apart than this many characters are one denial: "ne … aucun", "không … không", "noch … noch".
TOGETHER = 15

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled negation words of a language."""

    strong: re.Pattern[str]
    soft: re.Pattern[str]
    contrast: re.Pattern[str]
    refusing: re.Pattern[str]
    idle: re.Pattern[str]

    def denials(self, text: str) -> list[Span]:
        """Where a normal-form text negates, in order; words that negate together are one denial."""
        idle = [m.span() for m in self.idle.finditer(text)]
        found: list[Span] = []
        for match in self.strong.finditer(text):
            if any(a <= match.start() < b for a, b in idle):
                continue
            if found and match.start() - found[-1][1] <= TOGETHER:
                found[-1] = found[-1][0], match.end()
            else:
                found.append(match.span())
        return found


@lru_cache(maxsize=None)
def cues(language: str) -> Cues | None:
    """The negation words of a language; None where it has no table."""
    data = table(language, "words")
    words = data.get("negation")
    if not words:
        return None
    parted = bool(data.get("function"))  # a language that parts its words
    return Cues(*(_compiled(words[key], parted) for key in ("strong", "soft", "contrast", "refusing", "idle")))


def _compiled(phrases: list[str], parted: bool) -> re.Pattern[str]:
    return re.compile("|".join(pattern(p, parted) for p in sorted(phrases, key=len, reverse=True)), re.IGNORECASE)


def pattern(phrase: str, parted: bool) -> str:
    """The regular expression of a phrase: `*` is any letters, `…` up to four words, `/` parts alternatives.

    `parted`: words are whole, for languages that part them.

    >>> bool(re.fullmatch(pattern("ne/n' … pas/plus", True), "n’avait vraiment plus"))
    True
    >>> bool(re.search(pattern("in*ble", True), "une information"))
    False
    """
    words = [_word(w) for w in phrase.split(" ")]
    made = words[0]
    for before, word in zip(words, words[1:]):
        # An elided word stands against the next one; a gap brings the space after it along.
        made += ("" if before == _GAP else r"\s?" if before.rstrip(")").endswith("['’]") else r"\s") + word
    if not parted:
        return made
    return ("" if phrase.startswith("*") else r"(?<![\w-])") + made + ("" if phrase[-1] in "*'?" else r"(?!\w)")


_GAP = r"(?:[^\s.!?;:]+\s+){0,4}?"


def _word(word: str) -> str:
    if word == "…":
        return _GAP
    made = "|".join(re.escape(w).replace(r"\*", r"[\w-]*").replace("'", "['’]") for w in word.split("/"))
    return f"(?:{made})" if "/" in word else made
