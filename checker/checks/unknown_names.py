"""Words of a text without capitals that its dictionary does not know: foreign names, more often than not."""
from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..facts import Fact
from ..facts.names import Name, customary
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import cut, known_words

# Letters of a run that no dictionary knows (shorter gaps between words are mostly their misspelt ends), and of a name
# that custom knows (shorter ones are ordinary words as well).
_SHORTEST, _CUSTOMARY = 5, 4
_HEAD = 16  # letters of a word that says what is named
_SURE, _DOUBTFUL = 0.7, 0.5


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Fact, ...]:
    """Runs of letters of a normal-form text that no word of the dictionary covers, and names by custom, those that
    stand side by side as one; none in languages with capitals.

    >>> [f.text for f in find("ข่าวจากเว็บไซต์ซูโลเมโก", "th")]
    ['ซูโลเมโก']
    >>> [f.text for f in find("และเจสสิกา มาร์ติน กล่าว", "th")]
    ['เจสสิกา มาร์ติน']
    """
    if lexicon(language).capitals:
        return ()
    spans = sorted([*_unknown(text, language), *_customary(text, language)])
    joined: list[tuple[int, int, float]] = []
    for start, end, sure in spans:
        if joined and text[joined[-1][1]:start] in (" ", ""):
            # One word that looks foreign may be a loan; two of them side by side are a name.
            sure = _SURE if start > joined[-1][1] else max(sure, joined[-1][2])
            joined[-1] = (joined[-1][0], end, sure)
        else:
            joined.append((start, end, sure))
    return tuple(_fact(text, *span) for span in joined)


def _customary(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    for start, end in known_words(text, language):
        if end - start >= _CUSTOMARY and text[start:end] in customary.spellings(language):
            yield start, end, _SURE


def _unknown(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    for start, end in ((p.start, p.end) for p in cut(text, language) if not p.known):
        custom = text[start:end] in customary.spellings(language)
        short = custom or _headed(text, start, language) or _paired(text, start, end, language)
        if end - start >= (_CUSTOMARY if short else _SHORTEST):
            yield start, end, _SURE if custom else _DOUBTFUL


def _paired(text: str, start: int, end: int, language: str) -> bool:
    """Whether a space parts a word from a longer one that no dictionary knows: a given name and a family name."""
    known, before = lexicon(language), text[:start]
    first = before[-1:] in ("", " ") or before.endswith((*known.ands, *known.honorifics, *known.roles))
    return first and any(p.start == end + 1 and text[end] == " " and not p.known and p.end - p.start >= _SHORTEST
                         for p in cut(text, language))


def _headed(text: str, at: int, language: str) -> bool:
    """Whether a word stands before that says what kind of thing is named."""
    return text[max(0, at - _HEAD):at].endswith(tuple(lexicon(language).heads))


def _fact(text: str, start: int, end: int, sure: float) -> Fact:
    form = text[start:end]
    name = Name("name", form, tuple(form.split()), True)
    return Fact(start, end, "name", name.value, form, confidence=sure, detail=name)
