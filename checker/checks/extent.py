"""How far a name reaches in a script without capitals, where only a part of it was recognised.

Beside a surname that is heard stands the given name, whatever it sounds like: words that no dictionary knows, or that
are names by custom.
"""
from __future__ import annotations

import re

from ..facts.names import customary, sound
from ..facts.names.unspaced import known_words

_LONGEST = 14  # letters of a word of a name
_AFTER = re.compile(rf" ([^\s\d]{{1,{_LONGEST}}})")
_BEFORE = re.compile(rf"([^\s\d]{{1,{_LONGEST}}}) $")
_SHORTEST = 2


def extended(text: str, start: int, end: int, words: tuple[str, ...], language: str) -> tuple[int, int]:
    """The stretch with the words beside it that look like the rest of a name of `words`, on the side where it is."""
    left = len(words) - 1
    first = _is_first(text[start:end], words, language)
    while left > 0 and first and (more := _AFTER.match(text, end)):
        size = len(_leading(more[1], language))
        if not size:
            break
        whole, end, left = size == len(more[1]), end + 1 + size, left - 1
        first = whole
    while left > 0 and not first and (less := _BEFORE.search(text[:start])):
        size = len(_trailing(less[1], language))
        if not size:
            break
        start, left = start - 1 - size, left - 1
        first = size != len(less[1])
    return start, end


def _is_first(heard: str, words: tuple[str, ...], language: str) -> bool:
    """Whether a stretch is the first word of a name rather than its last."""
    ear = sound.ear(language)
    if ear is None or len(words) < 2:
        return False
    first, last = (max((h.score for h in ear.readings(w, heard)), default=0.0) for w in (words[0], words[-1]))
    return first > last


def _ordinary(token: str, language: str) -> list[tuple[int, int]]:
    """The dictionary's words in a token, but for those that are names by custom."""
    return [(a, b) for a, b in known_words(token, language, 2) if token[a:b] not in customary.spellings(language)]


def _leading(token: str, language: str) -> str:
    """What stands in a token before its first ordinary word; nothing where that is too short or of another script."""
    if any(c.isascii() for c in token):
        return ""
    name = token[:min((a for a, _ in _ordinary(token, language)), default=len(token))]
    return name if len(name) >= _SHORTEST else ""


def _trailing(token: str, language: str) -> str:
    """What stands in a token after its last ordinary word."""
    if any(c.isascii() for c in token):
        return ""
    name = token[max((b for _, b in _ordinary(token, language)), default=0):]
    return name if len(name) >= _SHORTEST else ""
