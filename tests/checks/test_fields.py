"""Bodies that work in one field, told from those of another, in every language of `fields.cases.tsv`."""
from __future__ import annotations

from importlib.resources import files
from itertools import permutations

import pytest

from checker import languages
from checker.checks import fields as check
from checker.facts.names import fields
from checker.finding import Discrepancy
from checker.languages import table

from .figure_world import pair

COLUMNS = ("vi", "nl", "fr", "th")
ROWS = [dict(zip(COLUMNS, line.split("\t")))
        for line in files(languages.__name__).joinpath("fields.cases.tsv").read_text("utf-8").splitlines()
        if line and not line.startswith("#")]
PLACED = {"vi": "Hôm qua {} đã họp.", "nl": "Gisteren kwam {} bijeen.", "fr": "Hier, {} s’est réuni.",
          "th": "เมื่อวานนี้ {} ประชุมกัน"}


def found(body: str, other: str, language: str) -> list[Discrepancy]:
    """What is said of a body in whose place another stands: their words of kind are linked."""
    ours, theirs = PLACED["vi"].format(body), PLACED[language].format(other)
    stated = fields.bodies(theirs, language)[0].text
    return list(check.check(pair(ours, theirs, language, [(body.split()[0], stated)])))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["vi"]))
@pytest.mark.parametrize("language", COLUMNS)
def test_a_body_says_its_field(row: dict[str, str], language: str) -> None:
    assert len(fields.bodies(PLACED[language].format(row[language]), language)) == 1


@pytest.mark.parametrize("language", COLUMNS[1:])
def test_the_same_body_is_silent(language: str) -> None:
    assert [row["vi"] for row in ROWS if found(row["vi"], row[language], language)] == []


@pytest.mark.parametrize("language", COLUMNS[1:])
def test_another_body_is_told(language: str) -> None:
    missed = [(one["vi"], other[language]) for one, other in permutations(ROWS, 2)
              if [d.code for d in found(one["vi"], other[language], language)] != ["name-changed"]]
    assert missed == []


def test_a_field_that_the_sentence_says_elsewhere_is_not_lost() -> None:
    made = pair("Viện Ung thư Quốc gia đã họp.", "Het Instituut voor Gezondheid, dat kanker bestrijdt.", "nl",
                [("Viện Ung thư", "Instituut voor Gezondheid")])
    assert not list(check.check(made))


def test_unlinked_bodies_are_two() -> None:
    assert not list(check.check(pair("Viện Ung thư đã họp.", "Het Instituut voor Statistiek kwam bijeen.", "nl")))


def test_every_language_knows_every_field() -> None:
    known = {code: set(table(code, "fields")["fields"]) for code in languages.languages() if table(code, "fields")}
    assert {code for code, found in known.items() if found != known["en"]} == set()
