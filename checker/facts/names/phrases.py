"""Names that the gazetteers know by a whole phrase, of which only some words have capitals."""
from __future__ import annotations

from functools import lru_cache

from .exonyms import gazetteer
from .folding import Word, words
from .lexicon import known, lexicon, lowered
from .name import NameType

# Words of a phrase, and syllables where each is written apart: shorter ones are told by their runs of capitals.
_LEAST, _SYLLABLES, _MOST = 2, 3, 9


@lru_cache(maxsize=4096)
def phrases(text: str, language: str, capitals: bool = False) -> tuple[tuple[int, int, NameType], ...]:
    """Spans of known organisations and places that begin with a capital, the longest where they overlap.

    With `capitals` those all of whose words have one as well.

    >>> text = "Theo Tổ chức Y tế Thế giới, ca bệnh ở Cộng hòa Dominica tăng."
    >>> [(text[a:b], kind) for a, b, kind in phrases(text, "vi")]
    [('Tổ chức Y tế Thế giới', 'organisation'), ('Cộng hòa Dominica', 'place')]
    >>> text = "La Commission européenne s'inquiète pour l'Afrique de l'Est."
    >>> [(text[a:b], kind) for a, b, kind in phrases(text, "fr")]
    [('Commission européenne', 'organisation'), ("Afrique de l'Est", 'place')]
    """
    found, low, spans, at = words(text), lowered(text), [], 0
    while at < len(found):
        size, kind = _known(low, found, at, language, capitals) if found[at].capital else (0, None)
        if kind is not None:
            spans.append((found[at].start, found[at + size - 1].end, kind))
        at += size or 1
    return tuple(spans)


def _known(low: str, found: tuple[Word, ...], at: int, language: str, capitals: bool) -> tuple[int, NameType | None]:
    """How many words from `at` on are a known name that its capitals alone do not tell, and of what; 0 for none."""
    longest = gazetteer(language).longest.get(low[found[at].start:found[at].end], 0)
    least = _LEAST if lexicon(language).native is None else _SYLLABLES
    for size in range(min(_MOST, longest, len(found) - at), least - 1, -1):
        row = found[at:at + size]
        phrase = low[row[0].start:row[-1].end]
        # A person's name has capitals alone, or a hyphen: "Kim Jong-un". A place ends in one: "Cộng hòa Séc".
        told = not capitals and all(w.capital for w in row)
        kind = known(phrase, language) if "-" not in phrase and not told else None
        if kind == "organisation" or kind == "place" and row[-1].capital:
            return size, kind
    return 0, None
