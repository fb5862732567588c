"""Words of a text that is written without spaces, as far as a dictionary knows them."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any


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
    known, at = [], 0
    for word in _cut(text):
        if word in thai_stopwords() or len(word) >= least and word in thai_words():
            known.append((at, at + len(word)))
        at += len(word)
    return tuple(known)


@lru_cache(maxsize=512)
def _cut(text: str) -> tuple[str, ...]:
    """All words of a Thai text, known or not, one after the other."""
    from pythainlp.tokenize import word_tokenize

    return tuple(word_tokenize(text, custom_dict=_dictionary(), engine="newmm"))


@lru_cache(maxsize=None)
def _dictionary() -> Any:
    """PyThaiNLP's words in the form its tokenizer asks for.

    Its own form, a tree of a quarter of a million nodes, takes a second to build. Words by their first two letters and
    the lengths that such words have are there at once, and answer as quickly.
    """
    from pythainlp.corpus import thai_words
    from pythainlp.util import Trie

    class Dictionary(Trie):  # type: ignore[misc]
        def __init__(self, words: Iterable[str]) -> None:
            self._words = frozenset(word.strip() for word in words)
            lengths: defaultdict[str, set[int]] = defaultdict(set)
            for word in self._words:
                lengths[word[:2]].add(len(word))
            self._lengths = {start: tuple(sorted(found)) for start, found in lengths.items()}

        def prefixes(self, text: str, start: int = 0) -> list[str]:
            """The words that stand in the text from `start` on, shortest first."""
            one, two = text[start:start + 1], text[start:start + 2]
            found = [one] if one in self._words else []
            for length in self._lengths.get(two, ()) if one != two else ():
                word = text[start:start + length]
                if word in self._words and len(word) == length:
                    found.append(word)
            return found

        def __contains__(self, word: object) -> bool:
            return word in self._words

        def __iter__(self) -> Iterator[str]:
            return iter(self._words)

        def __len__(self) -> int:
            return len(self._words)

    return Dictionary(thai_words())
