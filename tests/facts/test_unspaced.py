"""Thai words: cut as PyThaiNLP cuts them, though its dictionary is held otherwise."""
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_dict_trie, word_tokenize

from checker.facts.names.unspaced import _cut, _dictionary, known_words

WORDS = sorted(thai_words())
LETTERS = st.text("กขคงจชดตนบปมยรลวสหอะาำิีึืุูเแโใไ่้๊๋็์ๆ aZ19.,", max_size=6)
PIECES = st.sampled_from(random.Random(1).sample(WORDS, 2000)) | LETTERS


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_text_is_cut_as_by_the_library(text: str) -> None:
    assert list(_cut(text)) == word_tokenize(text, engine="newmm")


@given(st.lists(PIECES, max_size=4).map("".join), st.integers(0, 20))
def test_the_same_words_begin_anywhere(text: str, start: int) -> None:
    assert _dictionary().prefixes(text, start) == word_dict_trie().prefixes(text, start)


def test_the_same_words_are_known() -> None:
    assert len(_dictionary()) == len(word_dict_trie()) > 60_000
    assert set(_dictionary()) == set(word_dict_trie())
    assert all(word in _dictionary() for word in WORDS[:100]) and "ไม่มีคำนี้เลย" not in _dictionary()


@pytest.mark.parametrize(("least", "found"), [(2, ((0, 3), (3, 6))), (4, ())])
def test_short_words_count_where_they_are_asked_for(least: int, found: tuple[tuple[int, int], ...]) -> None:
    assert known_words("แมวบิน", "th", least) == found
    assert known_words("แมวบิน", "nl", least) == ()
