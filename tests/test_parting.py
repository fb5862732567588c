"""Segments cut where the alignment says so."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from checker.encoding import Encoding, quantised
from checker.article import Article
from checker.cuts import find_cuts, likeliest
from checker.pairing import parameters
from checker.parting import part, recut
from checker.pieces import Encoded
from checker.starts import Cut, Start
from tests.test_starts import article

# Words that mean the same have the same direction, whatever the language.
MEANINGS = {"storm": 0, "bão": 0, "haven": 1, "cảng": 1, "stil": 2, "lặng": 2, "reders": 3, "tàu": 3, "vertraging": 4,
            "chậm": 4, "klagen": 5, "than": 5}
WIDTH = 16


class ByWord:
    """An encoder that knows a handful of words; the rest is noise of its own."""

    name = revision = "by word"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        self.asked += texts
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Encoding:
        spans, states, at = [], [], 0
        for word in text.split():
            at = text.index(word, at)
            spans.append((at, at + len(word)))
            at += len(word)
            state = np.full(WIDTH, 0.01, np.float32)
            state[MEANINGS.get(word.strip(".").lower(), 6 + sum(map(ord, word)) % (WIDTH - 6))] = 1
            states.append(state)
        return quantised(np.sum(states, axis=0), spans, np.stack(states))


def encoded(made: Article) -> Encoded:
    return Encoded(made, tuple(ByWord().encode([s.normal.text for s in made.segments])))


DUTCH = "Storm storm legt haven haven stil stil Reders reders melden vertraging vertraging. De reders klagen klagen."
VIETNAMESE = ["Bão bão làm cảng cảng lặng lặng", "Tàu tàu bị chậm chậm.", "Chủ tàu than than."]


def test_a_headline_glued_to_its_text_is_cut_where_its_partner_ends() -> None:
    original, dutch = article("vi", *VIETNAMESE), article("nl", DUTCH)
    cut = DUTCH.index("Reders")
    assert find_cuts(encoded(original), [encoded(dutch)], parameters()) == [([], [Cut(0, cut)])]
    made_original, made = part([original, dutch], ByWord())
    assert made_original == original
    assert [s.text for s in made.segments] == [DUTCH[:cut - 1], DUTCH[cut:DUTCH.index(" De ")],
                                               "De reders klagen klagen."]
    assert [s.id for s in made.segments] == [0, 1, 2]


def test_the_original_is_cut_only_where_half_of_its_versions_would() -> None:
    original = article("vi", "Chủ tàu than than. Bão bão làm cảng cảng lặng lặng Tàu tàu bị chậm chậm suốt nhiều ngày.")
    apart = article("nl", "De reders klagen klagen.", "Storm storm legt haven haven stil stil.",
                    "Reders reders melden vertraging vertraging.")
    whole = article("nl", "De reders klagen klagen.",
                    "storm storm haven haven stil stil en reders reders vertraging vertraging.")
    assert len(part([original, apart], ByWord())[0].segments) == 3
    assert part([original, apart, whole, whole], ByWord())[0] == original


def test_nothing_is_encoded_where_nothing_is_in_doubt() -> None:
    encoder = ByWord()
    articles = [article("vi", "bão lặng."), article("nl", "de storm ligt stil.")]
    assert part(articles, encoder) == articles
    assert not encoder.asked


def test_without_cuts_an_article_stays_as_it_is() -> None:
    dutch = article("nl", "De reders klagen. En de storm ligt stil.")
    assert recut(dutch, []) == dutch


def test_of_two_unlikely_cuts_in_a_sentence_the_likelier_is_taken() -> None:
    found = {0: (Start(10, -1.0), Start(20, -0.5)), 1: (Start(5, -1.5),)}
    assert likeliest([Cut(0, 10), Cut(0, 20)], found) == [Cut(0, 20)]
    assert likeliest([Cut(0, 10), Cut(1, 5)], found) == [Cut(0, 10), Cut(1, 5)]


def test_a_start_that_is_likely_by_itself_is_a_cut_whatever_the_alignment_says() -> None:
    found = {0: (Start(10, -1.0), Start(30, 0.5)), 1: (Start(5, 2.0),)}
    assert likeliest([], found) == [Cut(0, 30), Cut(1, 5)]
    assert likeliest([Cut(0, 10)], found) == [Cut(0, 10), Cut(0, 30), Cut(1, 5)]
