"""Texts without spaces: cut into dictionary words and foreign stretches, whatever stands in them."""
from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words

from checker.facts.names import unspaced
from checker.facts.names.unspaced import cut, known_words, writing

WORDS = sorted(thai_words())
LETTERS = st.text("กขคงจชดตนบปมยรลวสหอะาำิีึืุูเแโใไ่้๊๋็์ๆ aZ19.,", max_size=6)
PIECES = st.sampled_from(random.Random(1).sample(WORDS, 2000)) | LETTERS


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_pieces_are_all_of_the_letters_in_order(text: str) -> None:
    of = writing("th")
    assert of is not None
    pieces = cut(text, "th")
    assert "".join(text[p.start:p.end] for p in pieces) == "".join(of.run.findall(text))
    assert all(a.end <= b.start for a, b in zip(pieces, pieces[1:]))


@given(st.lists(PIECES, max_size=12).map("".join))
def test_known_pieces_are_words(text: str) -> None:
    of = writing("th")
    assert of is not None
    assert all(text[p.start:p.end] in of.words | of.common for p in cut(text, "th") if p.known)


@pytest.mark.parametrize("name", ["กิลมอร์", "เปตรา ควิโตวา", "ทาเดสเซ เบเคเล", "โจโกวี", "ซาการีอัสเซิน",
                                  "กริมส์ดอตตีร์"])
def test_names_are_no_row_of_words(name: str) -> None:
    text = f"เมื่อวานนี้ {name} กล่าวว่าจะเดินทางไปประชุม"
    start = text.index(name)
    inside = [p for p in cut(text, "th") if start <= p.start < start + len(name)]
    assert not any(p.known for p in inside), [text[p.start:p.end] for p in inside]


@pytest.mark.parametrize("text", ["เมื่อวานนี้รัฐมนตรีกระทรวงการต่างประเทศเดินทางไปร่วมประชุมที่กรุงเทพมหานคร",
                                  "ตำรวจจับกุมผู้ต้องสงสัยได้สามคนหลังเกิดเหตุไม่นาน", "ฝนตกหนักในภาคใต้ตั้งแต่เช้า"])
def test_ordinary_sentences_hold_nothing_foreign(text: str) -> None:
    assert all(p.known for p in cut(text, "th")), [text[p.start:p.end] for p in cut(text, "th")]


@pytest.mark.parametrize(("least", "found"), [(2, ((0, 3), (3, 6))), (4, ())])
def test_short_words_count_where_they_are_asked_for(least: int, found: tuple[tuple[int, int], ...]) -> None:
    assert known_words("แมวบิน", "th", least) == found
    assert known_words("แมวบิน", "nl", least) == ()


def test_a_language_without_a_model_has_words_but_no_foreign_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth language that is written without spaces needs a folder: its model is learned later, or never."""
    spelt = unspaced.letters("xx")
    assert not spelt.costs
    monkeypatch.setattr(unspaced, "letters", lambda language: spelt)
    cut.cache_clear()
    pieces = [("ไปลอนดอน"[p.start:p.end], p.known) for p in cut("ไปลอนดอน", "th")]
    cut.cache_clear()
    assert pieces == [("ไป", True), ("ลอนดอน", True)]
