"""Words of a text that is written without spaces, as far as a dictionary knows them."""
from __future__ import annotations

from functools import lru_cache

# Shorter ones stand inside many a foreign name.
_TELLING = 3


@lru_cache(maxsize=512)
def known_words(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Spans of dictionary words of three letters and more, by PyThaiNLP's longest matching; none in other languages.

    >>> known_words("ประเทศไทย", "th")
    ((0, 6), (6, 9))
    """
    if language != "th":
        return ()
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize import word_tokenize
    known, at = [], 0
    for word in word_tokenize(text, engine="newmm"):
        if len(word) >= _TELLING and word in thai_words():
            known.append((at, at + len(word)))
        at += len(word)
    return tuple(known)
