"""Words of a text that is written without spaces, as far as a dictionary knows them."""
from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=512)
def known_words(text: str, language: str, least: int = 3) -> tuple[tuple[int, int], ...]:
    """Spans of dictionary words, by PyThaiNLP's longest matching; none in other languages.

    Words shorter than `least` letters, which stand inside many a foreign name, count only if they are among the
    commonest of the language: และ, ที่, จะ.

    >>> known_words("ประเทศไทย", "th")
    ((0, 6), (6, 9))
    """
    if language != "th":
        return ()
    from pythainlp.corpus import thai_stopwords, thai_words
    from pythainlp.tokenize import word_tokenize
    known, at = [], 0
    for word in word_tokenize(text, engine="newmm"):
        if word in thai_stopwords() or len(word) >= least and word in thai_words():
            known.append((at, at + len(word)))
        at += len(word)
    return tuple(known)
