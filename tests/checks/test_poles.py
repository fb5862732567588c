"""Words of contrary values: the cases beside each language's words, and what must hold of all of them."""
from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import poles
from checker.languages import languages, table

CODES = [code for code in languages() if table(code, "opposites")]


def cases(key: str) -> list[tuple[str, str, str]]:
    """Language, value and sentence of each case of one kind."""
    return [(code, value, text) for code in CODES
            for value, texts in table(code, "opposites.cases")[key].items() for text in texts]


def said(text: str, language: str) -> set[str]:
    """The values that a text says plainly."""
    return {value for pole in poles.find(text, language) for value in pole.plain}


@pytest.mark.parametrize(("language", "value", "text"), cases("says"))
def test_words_say_their_value(language: str, value: str, text: str) -> None:
    assert value in said(text, language)


@pytest.mark.parametrize(("language", "value", "text"), cases("missed"))
@pytest.mark.xfail(strict=True, reason="not in the tables yet")
def test_words_that_are_not_known_yet(language: str, value: str, text: str) -> None:
    assert value in said(text, language)


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in CODES
                                                for text in table(code, "opposites.cases")["silent"]])
def test_words_that_only_look_like_it_say_nothing(language: str, text: str) -> None:
    assert said(text, language) == set()


@pytest.mark.parametrize("language", CODES)
def test_a_language_knows_values_of_the_axes_alone(language: str) -> None:
    known = {value for axis in poles.axes().values() for pole in axis for value in pole}
    assert {v for part in ("words", "loose") for v in table(language, "opposites")[part]} <= known


@pytest.mark.parametrize("language", CODES)
def test_every_pole_has_words_in_every_language(language: str) -> None:
    words = table(language, "opposites")["words"]
    assert [axis for axis, held in poles.axes().items() for pole in held if not any(words.get(v) for v in pole)] == []


@pytest.mark.parametrize("language", CODES)
def test_no_word_says_plainly_what_contradicts_itself(language: str) -> None:
    stems = [form for forms in table(language, "opposites")["words"].values() for form in forms if "|" not in form]
    wrong = [pole for form in stems for pole in poles.find(form, language)
             if any(a in poles.sides(pole.plain) and b in poles.sides(pole.plain) for a, b in
                    (((axis, i), (axis, j)) for axis, held in poles.axes().items()
                     for i, j in combinations(range(len(held)), 2)))]
    assert wrong == []


def test_values_of_one_pole_do_not_contradict_each_other() -> None:
    one, = poles.find("refuse", "en")
    other, = poles.find("opposed", "en")
    third, = poles.find("accepted", "en")
    assert poles.same(one, other) and not poles.contrary(one, other) and poles.contrary(one, third)


def test_a_language_without_a_table_has_none() -> None:
    assert poles.find("stijgt", "xx") == () and poles.word(frozenset({"rise"}), "xx") == ""


@given(st.text(max_size=60), st.sampled_from(CODES))
def test_words_stand_in_the_text_in_order(text: str, language: str) -> None:
    found = poles.find(text, language)
    assert all(0 <= p.start < p.end <= len(text) for p in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:]))
