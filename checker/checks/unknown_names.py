"""Words of a text without capitals that its dictionary does not know: foreign names, more often than not."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..facts import Fact
from ..facts.names import Name, customary
from ..facts.names.lexicon import lexicon
from ..facts.names.unspaced import Piece, cut, known_words, writing

# Letters of a run that no dictionary knows (shorter gaps between words are mostly their misspelt ends), and of a name
# that custom knows (shorter ones are ordinary words as well).
_SHORTEST, _CUSTOMARY = 5, 4
_HEAD = 24  # letters of a word that says what is named
_INSIDE = 3  # pieces of a name behind such a word
_ROLE = 4  # letters of a role that marks a name; shorter ones are ordinary words as well
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
        if joined and text[joined[-1][1]:start] in (" ", "") and not _headed_place(text, joined[-1][0], language):
            # One word that looks foreign may be a loan; two of them side by side are a name.
            sure = _SURE if start > joined[-1][1] else max(sure, joined[-1][2])
            joined[-1] = (joined[-1][0], end, sure)
        else:
            joined.append((start, end, sure))
    return tuple(_fact(text, *span) for span in joined)


def _customary(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    for start, end in known_words(text, language):
        named = text[start:end] in customary.spellings(language) and text[start:end] not in lexicon(language).not_names
        if end - start >= _CUSTOMARY and named:
            yield start, end, _SURE


def _unknown(text: str, language: str) -> Iterator[tuple[int, int, float]]:
    pieces = cut(text, language)
    for at in (i for i, p in enumerate(pieces) if not p.known):
        start, end = _named(text, pieces, at, language)
        custom = text[start:end] in customary.spellings(language)
        headed = _headed(text, start, language) or text[start:end].startswith(tuple(lexicon(language).heads))
        if end - start >= (_CUSTOMARY if custom or headed or _paired(text, start, end, language) else _SHORTEST):
            yield start, end, _SURE if custom or headed else _DOUBTFUL


def _named(text: str, pieces: Sequence[Piece], at: int, language: str) -> tuple[int, int]:
    """A stretch that no dictionary knows; behind a word of kind, with the rarer words between the two, which are its
    letters: กัมปีนัส in เมืองกัมปีนัส."""
    start, end = pieces[at].start, pieces[at].end
    first = at
    while first and at - first < _INSIDE and not _headed(text, pieces[first].start, language):
        first -= 1
        if pieces[first].end != pieces[first + 1].start or not _is_rare(pieces[first], text, language):
            return start, end
    return (pieces[first].start if _headed(text, pieces[first].start, language) else start), end


def _is_rare(piece: Piece, text: str, language: str) -> bool:
    """Whether a piece may be letters of a name: none of the commonest words, and none that says what is named."""
    of, word, known = writing(language), text[piece.start:piece.end], lexicon(language)
    return of is not None and word not in of.common and word not in known.heads and word not in known.roles


def _paired(text: str, start: int, end: int, language: str) -> bool:
    """Whether a space parts a word from a longer one that no dictionary knows: a given name and a family name."""
    known, before = lexicon(language), text[:start]
    first = before[-1:] in ("", " ") or before.endswith((*known.ands, *known.honorifics, *known.roles))
    return first and any(p.start == end + 1 and text[end] == " " and not p.known and p.end - p.start >= _SHORTEST
                         for p in cut(text, language))


def _headed(text: str, at: int, language: str) -> bool:
    """Whether a word stands before that says what kind of thing is named, or who."""
    return text[max(0, at - _HEAD):at].endswith(_heads(language))


def _headed_place(text: str, at: int, language: str) -> bool:
    """Whether a word stands before that says that a place is named, which has no family name behind it."""
    heads = (head for head, kind in lexicon(language).heads.items() if kind == "place")
    return text[max(0, at - _HEAD):at].endswith(tuple(heads))


@lru_cache(maxsize=None)
def _heads(language: str) -> tuple[str, ...]:
    known = lexicon(language)
    return (*known.heads, *known.honorifics, *(role for role in known.roles if len(role) >= _ROLE))


def _fact(text: str, start: int, end: int, sure: float) -> Fact:
    form = text[start:end]
    name = Name("name", form, tuple(form.split()), True)
    return Fact(start, end, "name", name.value, form, confidence=sure, detail=name)
