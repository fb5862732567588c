"""The house glossary: read from CSV and TBX, written back, and above everything in the checks."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.checks import approved, names
from checker.errors import CheckerError
from checker.finding import Discrepancy
from checker.glossary import Term, load, write_csv, write_tbx
from checker.links import Projection

from .checks.figure_world import NoLinks, pair

HOUSE = """original,language,approved,forbidden,note
Hà Nội,nl,Hanoi|Ha Noi,Hanoy,huisstijl
Lê Văn Hải,nl,Le Van Hai,,
"""


@pytest.fixture
def house(tmp_path: Path) -> str:
    path = tmp_path / "names.csv"
    path.write_text(HOUSE, "utf-8")
    return str(path)


def said(original: str, translation: str, glossary: str) -> list[tuple[str, str | None]]:
    made = replace(pair(original, translation, "nl"), config={"glossary": glossary})
    return [(d.code, d.suggestion) for d in approved.check(made)]


def test_csv(house: str) -> None:
    term = load(house).term("HÀ NỘI", "nl")
    assert term == Term("Hà Nội", "nl", ("Hanoi", "Ha Noi"), ("Hanoy",), note="huisstijl")
    assert load(house).term("Hà Nội", "fr") is None and load(None).term("Hà Nội", "nl") is None


def test_approved_and_forbidden(house: str) -> None:
    assert said("Mưa ở Hà Nội.", "Regen in Hanoi.", house) == []
    assert said("Mưa ở Hà Nội.", "Regen in Hanoy.", house) == [("name-not-approved", "Hanoi")]
    assert said("Ông Lê Văn Hải đến.", "De heer Lê Van Hải kwam.", house) == [("name-not-approved", "Le Van Hai")]


def test_the_glossary_overrules_the_checks(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("original;language;approved\nPeter Dunmore;nl;de Bakker\n", "utf-8")
    made = replace(pair("Ông Peter Dunmore đến.", "De Bakker kwam.", "nl"), config={"glossary": str(path)})
    assert not [d for d in names.check(made) if isinstance(d, Discrepancy)]


class Linked(NoLinks):
    """Links that say where a known word stands."""

    def project(self, start: int, end: int) -> Projection | None:
        there = next((other for one, other in self.known if one == self.original[start:end]), None)
        at = self.translation.find(there) if there else -1
        return Projection(at, at + len(there), 0.8) if there and at >= 0 else None


PROGRAMME = ("Họ mở Diễn đàn Cà phê Đông Nam Á.", "Zij openden het Koffieforum van Zuidoost-Azië.")


def said_of_the_programme(tmp_path: Path, approved_: str, forbidden: str = "") -> list[tuple[str, str]]:
    """What is found in names that no extractor knows whole, the words of which are linked."""
    path = tmp_path / "house.csv"
    path.write_text(f"original,language,approved,forbidden\nDiễn đàn Cà phê Đông Nam Á,nl,{approved_},{forbidden}\n")
    links = Linked(*PROGRAMME, [("Diễn đàn Cà phê Đông Nam Á", "Koffieforum van Zuidoost-Azië")])
    made = replace(pair(*PROGRAMME, "nl"), config={"glossary": str(path)}, links=lambda bead: links)
    found = [*approved.check(made), *(d for d in names.check(made) if isinstance(d, Discrepancy) and not d.advisory)]
    return [(d.code, PROGRAMME[1][d.translation.start:d.translation.end] if d.translation else "") for d in found]


def test_a_term_is_found_where_no_extractor_finds_a_name(tmp_path: Path) -> None:
    assert said_of_the_programme(tmp_path, "Koffieforum van Zuidoost-Azië") == []
    whole = [("name-not-approved", "Koffieforum van Zuidoost-Azië")]
    assert said_of_the_programme(tmp_path, "Koffietop") == whole
    assert said_of_the_programme(tmp_path, "", "Koffieforum") == [("name-not-approved", "Koffieforum")]


def test_names_in_a_longer_term_are_what_the_house_says(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("original,language,approved\nDiễn đàn Seoul,nl,Aziëtop\n", "utf-8")
    made = replace(pair("Họ mở Diễn đàn Seoul.", "Zij openden de Aziëtop.", "nl"), config={"glossary": str(path)})
    assert [m.written.how if m.written else None for m in made.mentions] == ["glossary"]
    assert not [*approved.check(made), *(d for d in names.check(made) if isinstance(d, Discrepancy))]


def test_tbx_of_both_generations(tmp_path: Path) -> None:
    old = tmp_path / "old.tbx"
    old.write_text('<martif><text><body><termEntry><langSet xml:lang="vi"><tig><term>Hà Nội</term></tig></langSet>'
                   '<langSet xml:lang="nl-NL"><tig><term>Hanoi</term></tig><tig><term>Hanoy</term><termNote '
                   'type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry></body>'
                   '</text></martif>', "utf-8")
    assert load(str(old)).term("Hà Nội", "nl") == Term("Hà Nội", "nl", ("Hanoi",), ("Hanoy",))


def test_tbx_keeps_types_and_notes(tmp_path: Path) -> None:
    path = tmp_path / "house.tbx"
    terms = [Term("Hà Nội", "nl", ("Hanoi", "Ha Noi"), ("Hanoy",), "place", "huisstijl"),
             Term("Hà Nội", "fr", ("Hanoï",), (), "place")]
    path.write_text(write_tbx(terms), "utf-8")
    assert [load(str(path)).term("Hà Nội", code) for code in ("nl", "fr")] == terms


def test_the_preferred_term_of_tbx_is_the_first(tmp_path: Path) -> None:
    path = tmp_path / "house.tbx"
    rows = "".join(f'<termSec><term>{term}</term><termNote type="administrativeStatus">{status}Term-admn-sts</termNote>'
                   '</termSec>' for term, status in (("Ha Noi", "admitted"), ("Hanoi", "preferred")))
    path.write_text('<tbx><conceptEntry><langSec xml:lang="vi"><termSec><term>Hà Nội</term></termSec></langSec>'
                    f'<langSec xml:lang="nl">{rows}</langSec></conceptEntry></tbx>', "utf-8")
    found = load(str(path)).term("Hà Nội", "nl")
    assert found is not None and found.approved == ("Hanoi", "Ha Noi")


@pytest.mark.parametrize("name", ["house.csv", "house.tbx"])
def test_a_proposal_is_not_in_force(tmp_path: Path, name: str) -> None:
    path, terms = tmp_path / name, [Term("Huế", "nl", ("Hue",), (), "place", "proposed")]
    path.write_text(write_csv(terms) if name.endswith("csv") else write_tbx(terms), "utf-8")
    assert load(str(path)).term("Huế", "nl") is None and load(str(path)).proposals == tuple(terms)


@pytest.mark.parametrize("row, what", [
    ("Huế,nl,Hue,,a note, and more,x,y", "row 1 of the glossary has more cells"),
    ("Huế,Dutch,Hue,,", "the language “Dutch”"), ("Huế,,Hue,,", "the language “”"), (",nl,Hue,,", "no `original`")])
def test_rows_that_could_never_be_found_are_told(tmp_path: Path, row: str, what: str) -> None:
    path = tmp_path / "broken.csv"
    path.write_text("original,language,approved,forbidden,note\n" + row + "\n", "utf-8")
    with pytest.raises(CheckerError, match=what):
        load(str(path))


def test_a_region_is_no_language_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_text("original,language,approved\nHuế,nl-BE,Hue\n,,\n", "utf-8")
    assert load(str(path)).term("Huế", "nl") == Term("Huế", "nl", ("Hue",))


@pytest.mark.parametrize("content", [b"name,lang\n", b"\xff\xfe\x00", b"<tbx>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"])
def test_broken_files_are_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.csv"
    path.write_bytes(content)
    with pytest.raises(CheckerError, match="broken.csv"):
        load(str(path))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(CheckerError, match="nowhere.csv"):
        load("nowhere.csv")


words = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=8)


@given(original=words, rendering=words)
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, original: str, rendering: str) -> None:
    folder = tmp_path_factory.mktemp("glossary")
    terms = [Term(original, "nl", (rendering,), ())]
    for name, content in (("x.csv", write_csv(terms)), ("x.tbx", write_tbx(terms))):
        (folder / name).write_text(content, "utf-8")
        found = load(str(folder / name)).term(original, "nl")
        assert found is not None and len(found.approved) == 1


def test_lone_carriage_returns_end_lines_and_an_endless_cell_is_refused(tmp_path: Path, house: str) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(HOUSE.replace("\n", "\r").encode())
    returned = load(str(path))
    assert returned == load(house)
    path.write_text(HOUSE + "Huế,nl," + "a" * 200_000 + ",,\n", "utf-8")
    with pytest.raises(CheckerError, match="other.csv: the glossary is no CSV after line 3"):
        load(str(path))
