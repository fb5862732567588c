"""The normal form: one text however it is spelled, and a true way back to the file."""
from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.normal import Markup, normal, normal_text

_TRICKY = "aăâđ ệộ\u0300\u0323\u0302\u0e4d\u0e32\u0e33\u0e49น\u200b\u00a0\u00ad\u202e\ufe0f\n"
_TEXT = st.text(st.one_of(st.sampled_from(_TRICKY), st.characters(exclude_categories=["Cs"])))


@pytest.mark.parametrize(("spelled", "expected"), [
    ("Ha\u0300 No\u0323\u0302i", "Hà Nội"),
    ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
    ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),
    ("12\u00a0500\u202fkm", "12 500 km"),
    ("zes\u00adtien\u200b", "zestien"),
    ("\u202e35\u202c km", "35 km"),
    ("a\tb\u2028c", "a b c"),
    ("\uac00".encode().decode(), "가"),
    ("\u1100\u1161", "가"),
])
def test_one_form_for_every_spelling(spelled: str, expected: str) -> None:
    assert normal(spelled).text == expected


@given(_TEXT, st.integers(0, 1000))
def test_offsets_rise_and_stay_inside(text: str, at: int) -> None:
    made = normal(text, at)
    assert len(made.offsets) == len(made.text) + 1
    assert list(made.offsets) == sorted(made.offsets)
    assert made.offsets[-1] == at + len(text)
    for i in range(len(made.text)):
        start, end = made.span(i, i + 1)
        assert at <= start < end <= at + len(text)


@given(_TEXT)
def test_composed_and_decomposed_are_the_same(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert normal(composed).text == normal(decomposed).text
    assert normal_text(normal_text(composed)) == normal_text(composed)


@given(st.lists(st.tuples(_TEXT, _TEXT, st.sampled_from(["", "&", "\u00a0"])), max_size=5))
def test_markup_is_left_out(parts: list[tuple[str, str, str]]) -> None:
    text, markup, shown = "", [], ""
    for prose, tag, seen in parts:
        text += prose
        if tag:
            markup.append(Markup(len(text), len(text) + len(tag), seen))
        text += tag
        shown += normal(prose).text + (normal(seen).text if tag else "")
    assert normal(text, 0, markup).text == shown


def test_a_span_ends_before_the_markup_that_follows() -> None:
    made = normal("**12,5** km", 0, [Markup(0, 2), Markup(6, 8)])
    assert made.text == "12,5 km"
    assert made.span(0, 4) == (2, 6)


def test_a_hundred_thousand_marks_on_a_letter_are_survived() -> None:
    assert normal("a" + "\u0301\u0327" * 50_000).offsets[-1] == 100_001
