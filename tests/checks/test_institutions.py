"""Institutions without a name, told from others of their kind, in every language of `institutions.cases.tsv`."""
from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import languages
from checker.checks import institutions as check
from checker.facts.names import institutions
from checker.finding import Discrepancy
from checker.languages import table

from .figure_world import pair
from .test_linked_roles import Told

COLUMNS = ("vi", "nl", "fr", "th")
PLACED = {"vi": "Hôm qua {} im lặng.", "nl": "Gisteren zweeg {}.", "fr": "Hier, {} n’a rien dit.",
          "th": "เมื่อวานนี้ {} นิ่งเงียบ"}


def parts() -> dict[str, list[dict[str, str]]]:
    """The rows of each kind."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in files(languages.__name__).joinpath("institutions.cases.tsv").read_text("utf-8").splitlines():
        if line.startswith("# "):
            rows = found.setdefault(line[2:], [])
        elif line:
            rows.append(dict(zip(COLUMNS, line.split("\t"), strict=True)))
    return {kind: rows for kind, rows in found.items() if rows}


PARTS = parts()
ROWS = [row for rows in PARTS.values() for row in rows]


def read(form: str, language: str) -> institutions.Institution:
    """The one institution in a sentence that holds a form."""
    (found,) = institutions.find(PLACED[language].format(form), language)
    return found


def found(one: str, other: str, language: str) -> list[Discrepancy]:
    """What is said of an institution in whose place another stands, where the two are linked."""
    known = [(read(one, "vi").text, read(other, language).text)]
    return list(check.check(pair(PLACED["vi"].format(one), PLACED[language].format(other), language, known)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["vi"]))
@pytest.mark.parametrize("language", COLUMNS[1:])
def test_an_institution_is_one_in_all_languages(row: dict[str, str], language: str) -> None:
    assert institutions.same(read(row["vi"], "vi").ids, read(row[language], language).ids)
    assert found(row["vi"], row[language], language) == []


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("language", COLUMNS[1:])
def test_another_of_the_kind_is_told(kind: str, language: str) -> None:
    rows = [(one, other) for one, other in permutations(PARTS[kind], 2)
            if not institutions.same(read(one["vi"], "vi").ids, read(other[language], language).ids)]
    assert len(rows) >= 0.8 * len(PARTS[kind]) * (len(PARTS[kind]) - 1)  # few have a wider name
    missed = [(one["vi"], other[language]) for one, other in rows
              if [d.code for d in found(one["vi"], other[language], language)] != ["name-changed"]]
    assert missed == []


@pytest.mark.parametrize(("original", "text", "language"), [
    ("Hải quân đã đến.", "Het leger is er.", "nl"),  # the whole for the part
    ("Thượng viện đã bỏ phiếu.", "De senatoren hebben gestemd, het Huis wacht.", "nl"),  # its members
    ("Hải quân đã đến.", "Een marineschip nam de kustwacht mee.", "nl"),  # in a compound
    ("Tòa án đã phán quyết.", "Le Conseil constitutionnel a tranché.", "fr"),
    ("Cảnh sát đã đến.", "Les autorités sont arrivées avec les pompiers.", "fr"),
    ("Quân đội sẽ tham gia.", "De marine doet mee.", "nl"),
    ("Các thượng nghị sĩ và hạ viện bất đồng.", "De Senaat is het niet eens met de afgevaardigden.", "nl"),
    ("Quốc hội sẽ họp.", "วุฒิสภาจะประชุม", "th"),
    ("Chính phủ và cảnh sát im lặng.", "De marine zwijgt.", "nl"),  # nothing links the two
])
def test_a_freer_word_is_silent(original: str, text: str, language: str) -> None:
    known = [("Hải quân", "kustwacht")] if "kustwacht" in text else []
    assert list(check.check(pair(original, text, language, known))) == []


def test_an_institution_that_stands_beside_is_not_lost() -> None:
    made = pair("Hải quân đã đến.\nCảnh sát biển cũng đến.", "De kustwacht is er.\nDe marine is er ook.", "nl",
                [("Hải quân", "kustwacht"), ("Cảnh sát biển", "marine")])
    assert list(check.check(made)) == []


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Chính phủ im lặng.\nQuân đội cũng vậy.", "Het leger zwijgt.\nDe regering ook.", "nl", "Chính phủ", "leger"),
    ("Công đoàn im lặng.", "L’armée se tait.", "fr", "Công đoàn", "armée"),
])
def test_where_the_links_lead_from_each_to_the_other(original: str, text: str, language: str, own: str,
                                                     other: str) -> None:
    made = replace(pair(original, text, language), links=lambda bead: Told(original, text, [(own, other)]))
    (found,) = [d for d in check.check(made) if isinstance(d, Discrepancy)]
    assert found.translation and text[found.translation.start:found.translation.end] == other


@pytest.mark.parametrize(("text", "language"), [
    ("Une robe bleu marine.", "fr"), ("De straat om de hoek.", "nl"), ("สภาพอากาศไม่ดี", "th"),
    ("ที่ศาลาริมน้ำ", "th")])
def test_what_only_looks_like_one(text: str, language: str) -> None:
    assert institutions.find(text, language) == ()


def test_every_language_knows_every_institution() -> None:
    known = {i for held in institutions.table()["kinds"].values() for i in held}
    for code in COLUMNS:
        stated = set(table(code, "institutions")["institutions"])
        assert stated - {"none", "centralbank"} == known, code
        assert set(table(code, "institutions")["members"]) <= known, code
    near = institutions.table()["near"]
    assert {i for one, others in near.items() for i in (one, *others)} <= known


@given(st.text(max_size=60), st.sampled_from(COLUMNS))
def test_any_text_is_read(text: str, language: str) -> None:
    for i in institutions.find(text, language):
        assert text[i.start:i.end] == i.text and i.ids <= institutions.said(text, language)
