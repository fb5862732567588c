"""Names in a text without capitals that the gazetteers know: places and organisations."""
from __future__ import annotations

import re
from functools import lru_cache

from ..facts import Fact
from ..facts.names import Name, exonyms
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import known_words

# Sections of the gazetteers whose names are no common words as well.
_SECTIONS = ("territory", "subdivision", "place", "city", "organisation", "geonames")
_SHORTEST, _LONGEST = 4, 28  # letters of a name
# A syllable begins at a consonant or a vowel written before one, and does not end before a mark that belongs to it.
_BEGINS = re.compile("[\u0e01-\u0e2e\u0e40-\u0e44]")
_GOES_ON = re.compile("[\u0e2f-\u0e3a\u0e45-\u0e4e]")


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Fact, ...]:
    """Known names in a normal-form text, longest first where they overlap; none in languages with capitals."""
    if lexicon(language).capitals:
        return ()
    words, found, at = known_words(text, language), [], 0
    while at < len(text):
        end = _longest(text, at, language) if _BEGINS.match(text[at]) else 0
        end = 0 if text[at:end] in lexicon(language).not_names else end
        if end and not any(a < at < b or a < end < b for a, b in words):
            form = text[at:end]
            name = Name("place", form, (form,), False)
            found.append(Fact(at, end, "name", name.value, form, confidence=0.7, detail=name))
            at = end
        else:
            at += 1
    return tuple(found)


def _longest(text: str, start: int, language: str) -> int:
    """Where the longest known name that begins at `start` ends; 0 for none."""
    table, head = exonyms.gazetteer(language), text[start:start + 3]
    if head not in table.heads and exonyms.key(head) == head:
        return 0
    before = text[max(0, start - 12):start]
    marked = any(kind == "place" and before.endswith(head) for head, kind in lexicon(language).heads.items())
    for end in range(min(len(text), start + _LONGEST), start + _SHORTEST - 1 - marked, -1):
        if end < len(text) and _GOES_ON.match(text[end]) or text[end - 1] in " -":
            continue
        if any(i.split(":")[0] in _SECTIONS for i in table.identifiers(exonyms.key(text[start:end]))):
            return end
    return 0
