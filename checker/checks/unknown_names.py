"""Words of a text without capitals that its dictionary does not know: foreign names, more often than not."""
from __future__ import annotations

import re
from functools import lru_cache

from ..facts import Fact
from ..facts.names import Name
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import known_words

_SHORTEST = 6  # letters of a run; shorter gaps between known words are mostly their misspelt ends
_LETTERS = re.compile("[\u0e01-\u0e4e]+")


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Fact, ...]:
    """Runs of letters of a normal-form text that no word of the dictionary covers; none in languages with capitals.

    >>> [f.text for f in find("ข่าวจากเว็บไซต์ซูโลเมโก", "th")]
    ['ซูโลเมโก']
    """
    if lexicon(language).capitals:
        return ()
    facts, words = [], known_words(text, language)
    for match in _LETTERS.finditer(text):
        at = match.start()
        inside = [(a, b) for a, b in words if a < match.end() and match.start() < b]
        for start, end in [*inside, (match.end(), match.end())]:
            if start - at >= _SHORTEST:
                facts.append(_fact(text, at, start))
            at = max(at, end)
    return tuple(facts)


def _fact(text: str, start: int, end: int) -> Fact:
    form = text[start:end]
    name = Name("name", form, (form,), True)
    return Fact(start, end, "name", name.value, form, confidence=0.5, detail=name)
