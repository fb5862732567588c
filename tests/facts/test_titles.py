"""Titles are read as the cases beside each language say, and one role is the same in all languages, and no other."""
from __future__ import annotations

from importlib.resources import files
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.names import Title, roles, titles
from checker.languages import languages, table

ROWS = ("vi", "nl", "fr", "th", "en")
TITLED = [(code, text, said) for code in languages()
          for text, said in table(code, "roles.cases").get("titles", {}).items()]
SILENT = [(code, text) for code in languages() for text in table(code, "roles.cases").get("silent", [])]
CHANGES = {"vice", "former", "acting", "elect", "trainee"}


def parts() -> dict[str, list[tuple[str, ...]]]:
    """The rows of each part of the cases that hold all languages."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in files("checker.languages").joinpath("roles.cases.tsv").read_text("utf-8").splitlines():
        if line.startswith("# "):
            rows = found.setdefault(line[2:], [])
        elif line:
            rows.append(tuple(line.split("\t")))
    return {part: rows for part, rows in found.items() if rows}


PARTS = parts()


def title(text: str, language: str) -> Title:
    """The one title that a text is."""
    found = titles.find(text, language)
    assert len(found) == 1 and found[0].text == text, (text, found)
    return found[0]


def same(one: Title, other: Title) -> bool:
    """Whether two titles are one office, changed by the same words."""
    return titles.compatible(one, other) and one.modifiers & CHANGES == other.modifiers & CHANGES


@pytest.mark.parametrize(("language", "text", "said"), TITLED)
def test_titles(language: str, text: str, said: str) -> None:
    read, words = title(text, language), set(said.split())
    charges, modifiers = {w[1:] for w in words if w[0] == "@"}, {w for w in words if w in CHANGES}
    assert read.roles >= words - modifiers - {"@" + c for c in charges}
    assert read.modifiers == modifiers
    assert read.charges >= charges and bool(read.charges) == bool(charges)


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_no_titles(language: str, text: str) -> None:
    assert titles.find(text, language) == ()


@pytest.mark.parametrize("row", [row for rows in PARTS.values() for row in rows], ids=lambda row: str(row[1]))
def test_a_role_is_one_in_all_languages(row: tuple[str, ...]) -> None:
    read = {form: title(form, language) for form, language in zip(row, ROWS, strict=True) if form != "-"}
    assert [form for form, other in read.items() if not same(read[row[0]], other)] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_row_is_another(part: str) -> None:
    wrong = [(one[0], other[at]) for one, other in combinations(PARTS[part], 2) for at in range(1, len(ROWS))
             if other[at] != "-" and same(title(one[0], "vi"), title(other[at], ROWS[at]))]
    assert wrong == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_holds_enough(part: str) -> None:
    assert len(PARTS[part]) >= 8


def test_what_is_said_of_roles_is_of_known_roles() -> None:
    known = {role for held in roles.table()["areas"].values() for role in held}
    said = {r for name in ("broader", "near") for role, others in roles.table()[name].items() for r in (role, *others)}
    said |= {role for value in roles.table()["composed"].items() for role in value[-1].split()}
    said |= {role for others in roles.table()["besides"].values() for role in others}
    assert sorted((said | set(roles.table()["offices"])) - known) == []


@pytest.mark.parametrize("language", languages())
def test_every_form_is_of_a_known_role(language: str) -> None:
    known = {role for held in roles.table()["areas"].values() for role in held}
    values = {v for value in table(language, "roles")["roles"] for v in value.split() if v[0] != "@"}
    assert sorted(values - known - {*table(language, "roles")["modifiers"], "none"}) == []


@pytest.mark.parametrize("one, first, other, second", [
    ("phó thủ tướng", "vi", "vicekanselier", "nl"), ("phó thủ tướng", "vi", "vice-chancelier", "fr"),
    ("phó thủ tướng", "vi", "vice-premier ministre", "fr"), ("thư ký trưởng", "vi", "topadviseur", "nl"),
    ("thư ký trưởng", "vi", "secrétaire", "fr"), ("nhạc trưởng chính", "vi", "chef principal", "fr"),
])
def test_offices_that_languages_call_otherwise_are_one(one: str, first: str, other: str, second: str) -> None:
    assert same(title(one, first), title(other, second))


@pytest.mark.parametrize("text", ["trao quyền tổng thống", "nắm quyền bộ trưởng"])
def test_the_power_of_an_office_is_no_office_for_the_time_being(text: str) -> None:
    (found,) = titles.find(text, "vi")
    assert not found.modifiers


@given(st.text(max_size=60), st.sampled_from(languages()))
def test_any_text_is_read(text: str, language: str) -> None:
    for found in titles.find(text, language):
        assert text[found.start:found.end] == found.text and found.roles


@pytest.mark.parametrize(("text", "charge"), [
    ("le ministre nord-coréen des Affaires étrangères", "foreign"), ("la ministre belge de la Santé", "health"),
    ("les ministres allemands de la Défense", "defence"),
])
def test_a_people_may_stand_between_an_office_and_its_charge(text: str, charge: str) -> None:
    [title] = titles.find(text, "fr")
    assert title.charges == {charge}


def test_a_people_alone_is_no_charge() -> None:
    [title] = titles.find("le ministre français a parlé de finances", "fr")
    assert not title.charges
