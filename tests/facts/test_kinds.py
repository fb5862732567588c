"""What is one thing in all languages is read as one, and as no other thing of its part, by cases beside the data."""
from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.names import kinds, titles
from checker.languages import languages, table

LANGUAGES = ("vi", "nl", "fr", "th")


def parts() -> list[list[tuple[str, ...]]]:
    """The rows of each part of the cases: charges, then peoples and bodies."""
    text = files("checker.languages").joinpath("kinds.cases.tsv").read_text("utf-8")
    blocks = [[tuple(r.split("\t")) for r in b.splitlines() if not r.startswith("#")] for b in text.split("\n\n")]
    return [[row for row in block if len(row) == len(LANGUAGES)] for block in blocks]


CHARGES, THINGS = parts()


def charge(form: str, language: str) -> frozenset[str]:
    """The concepts of the one charge in a form."""
    return frozenset(c for found in titles.in_charge(form, language) for c in found.concepts)


def thing(form: str, language: str) -> frozenset[str]:
    """What a form stands for: as a name of the original, or in the middle of a translation."""
    found = kinds.find(form, language)
    return kinds.identifiers(form) if language == "vi" else found[-1].ids if found else frozenset()


@pytest.mark.parametrize("row", CHARGES, ids=lambda row: row[1])
def test_a_charge_is_one_in_all_languages(row: tuple[str, ...]) -> None:
    read = [charge(form, language) for form, language in zip(row, LANGUAGES)]
    assert all(read[0] & other for other in read[1:]), read


@pytest.mark.parametrize("row", THINGS, ids=lambda row: row[1])
def test_a_thing_is_one_in_all_languages(row: tuple[str, ...]) -> None:
    read = [thing(form, language) for form, language in zip(row, LANGUAGES)]
    assert all(kinds.same(read[0], other) for other in read[1:]), read


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize(("rows", "read", "same"), [
    (CHARGES, charge, lambda a, b: bool(a & b)), (THINGS, thing, kinds.same)], ids=["charges", "things"])
def test_no_row_is_another(rows: list[tuple[str, ...]], read: Callable[[str, str], frozenset[str]],
                           same: Callable[[frozenset[str], frozenset[str]], bool], language: str) -> None:
    at = LANGUAGES.index(language)
    known = [(row[0], read(row[0], "vi"), read(row[at], language)) for row in rows]
    near = {("Ireland", "Bắc Ireland"), ("Hàn Quốc", "Triều Tiên")}  # a part, and one name for both
    wrong = [(a[0], b[0]) for a, b in combinations(known, 2) if (a[0], b[0]) not in near and same(a[1], b[2])]
    assert wrong == []


def test_every_kind_is_of_known_things() -> None:
    known = {i for code in languages() for rows in table(code, "exonyms").values() for i in rows}
    assert sorted(set(kinds.kinds()) - known) == []


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_is_read(text: str, language: str) -> None:
    for c in titles.in_charge(text, language):
        assert text[c.start:c.end] == c.text
    for k in kinds.find(text, language):
        assert text[k.start:k.end] == k.text
