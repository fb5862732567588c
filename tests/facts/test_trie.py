"""Many words looked for at once: without a regular expression, what the expression would find."""
from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.facts.trie import Words, trie_pattern

LETTERS = "ab'-_1ạก"
WORDS = st.lists(st.lists(st.text(LETTERS, min_size=1, max_size=3), min_size=1, max_size=3).map(" ".join), max_size=6)


@given(WORDS, st.text(LETTERS + "  ", max_size=30), st.booleans())
def test_words_are_found_where_their_expression_finds_them(words: list[str], text: str, whole: bool) -> None:
    start, end = (r"(?<!\w)", r"(?!\w)") if whole else ("", "")
    expected = [m.span() for m in re.finditer(start + trie_pattern(words) + end, text)]
    assert list(Words(words, whole).find(text)) == expected


def test_a_longer_word_that_goes_on_gives_way_to_a_shorter_one() -> None:
    words = Words(["pas", "pas de", "de"], whole=True)
    assert list(words.find("pas devant")) == [(0, 3)]
    assert list(words.find("pas  de")) == [(0, 7)]
