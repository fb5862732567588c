"""Bilingual files: units paired as the file pairs them, each character where the file has it."""
from __future__ import annotations

import csv
import io
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Document
from checker.errors import CheckerError
from checker.readers import read
from checker.readers.bitext import Bitext, read_bilingual
from checker.readers.source import Source
from checker.readers.tables import csv_units

XLIFF_1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="vi-VN" target-language="nl"><body>
<trans-unit id="7"><source>Giá <g id="1">12</g> triệu &amp; hơn.</source>
  <alt-trans><target>Dit niet</target></alt-trans>
  <target>Prijs <ph id="2">{0}</ph>12 miljoen.</target><note>ook niet</note></trans-unit>
<trans-unit id="8"><source>Một. Hai.</source>
  <seg-source><mrk mtype="seg" mid="1">Một.</mrk>
  <mrk mtype="seg" mid="2"><mrk mtype="term">Hai</mrk>.</mrk></seg-source>
  <target><mrk mtype="seg" mid="1">Een.</mrk> <mrk mtype="seg" mid="2">Twee.</mrk></target></trans-unit>
<trans-unit id="9"><source>Ba.</source></trans-unit>
</body></file></xliff>"""
XLIFF_2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="vi" trgLang="fr"><file id="f">
<unit id="u1"><originalData><data id="d">12</data></originalData>
<segment id="s1"><source>Một <pc id="1">hai</pc>.</source><target>Un deux.</target></segment>
<ignorable><source> </source></ignorable>
<segment><source>Ba</source><target/></segment></unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="vi"/><body><tu tuid="t1">
<tuv xml:lang="nl"><seg>Een <hi>twee</hi><bpt i="1">&lt;b></bpt>.</seg></tuv>
<tuv xml:lang="VI"><seg>Một hai.</seg></tuv></tu>
<tu><tuv xml:lang="th"><seg>หนึ่ง</seg></tuv></tu></body></tmx>"""
PO = r'''msgid ""
msgstr ""
"Language: nl\n"
"X-Source-Language: vi\n"

#: bron
msgctxt "lead"
msgid "Giá "
"\"12\" triệu"
msgstr "Prijs \"12\" miljoen"

msgid "Ba"
msgid_plural "Bốn"
msgstr[0] "drie"
msgstr[1] "vier"

#~ msgid "weg"
#~ msgstr "weg"
'''
CSV = 'id;vi;nl;th\n1;"Giá ""12""\ntriệu; hơn";Prijs 12;ราคา\n;;;\n2;Hai;"Twee, drie";\n'
TSV = "vi\tnl\nHai \"ba\"\tTwee \"drie\"\n"


def _read(folder: pathlib.Path, name: str, text: str) -> Bitext:
    path = folder / name
    path.write_text(text, "utf-8")
    return read_bilingual(str(path))


def _units(document: Document) -> list[tuple[str | None, str]]:
    return [(b.place, document.text[b.start:b.end]) for b in document.blocks]


@pytest.mark.parametrize(("name", "text", "original", "versions"), [
    ("a.xlf", XLIFF_1, [("7", "Giá 12 triệu & hơn."), ("8, segment 1", "Một."), ("8, segment 2", "Hai."), ("9", "Ba.")],
     {"nl": (["Prijs 12 miljoen.", "Een.", "Twee."], ((0, 0), (1, 1), (2, 2), (3, None)))}),
    ("a.xliff", XLIFF_2, [("u1, segment s1", "Một hai."), ("u1", "Ba")], {"fr": (["Un deux."], ((0, 0), (1, None)))}),
    ("a.tmx", TMX, [("t1", "Một hai.")],
     {"nl": (["Een twee."], ((0, 0),)), "th": (["หนึ่ง"], ((0, None), (None, 0)))}),
    ("a.po", PO, [("lead", 'Giá "12" triệu'), ("line 12, one", "Ba"), ("line 12, more", "Bốn")],
     {"nl": (['Prijs "12" miljoen', "drie", "vier"], ((0, 0), (1, 1), (2, 2)))}),
    ("a.csv", CSV, [("1", 'Giá "12" triệu; hơn'), ("2", "Hai")],
     {"nl": (["Prijs 12", "Twee, drie"], ((0, 0), (1, 1))), "th": (["ราคา"], ((0, 0), (1, None)))}),
    ("a.tsv", TSV, [("row 2", 'Hai "ba"')], {"nl": (['Twee "drie"'], ((0, 0),))}),
])
def test_a_file_is_an_article_set(tmp_path: pathlib.Path, name: str, text: str, original: list[tuple[str, str]],
                                  versions: dict[str, object]) -> None:
    bitext = _read(tmp_path, name, text)
    assert bitext.original.language == "vi"
    assert _units(bitext.original) == original
    assert {v.document.language: ([t for _, t in _units(v.document)], v.pairs) for v in bitext.versions} == versions
    lines = text.split("\n")
    for document in (bitext.original, *(v.document for v in bitext.versions)):
        for offset, char in enumerate(document.text):
            if char.isalnum():
                line, column = document.position(offset)
                assert line is not None and column is not None and lines[line - 1][column - 1] == char


def test_the_original_can_be_said(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("nl\tvi\nTwee\tHai\n", "utf-8")
    assert read_bilingual(str(path), original="vi").original.text.strip() == "Hai"


@pytest.mark.parametrize(("name", "text", "message"), [
    ("a.xlf", XLIFF_1[:-20], "not well-formed"), ("a.xlf", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "entities"),
    ("a.xlf", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "entities"),
    ("a.xlf", "<a>" * 1000, "within each other"), ("a.xlf", "<xliff/>", "no text of the original"),
    ("a.tmx", "<tmx/>", "one language"),
    ("a.po", "msgid \"x\nmsgstr", "not a PO file"), ("a.po", "\"los\"", "not a PO"),
    ("a.csv", "titel,tekst\na,b\n", "names no two languages"), ("a.csv", "vi,nl\n\"open,b\n", "not closed"),
    ("a.doc", "vi,nl\na,b", "formats are xliff"), ("a.tsv", "vi\tnl\n\tb\n", "no text of the original"),
])
def test_what_is_broken_or_hostile_is_refused(tmp_path: pathlib.Path, name: str, text: str, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as refusal:
        _read(tmp_path, name, text)
    assert "\n" not in str(refusal.value)


def test_a_bilingual_file_is_not_read_as_one_article(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.po"
    path.write_text(PO, "utf-8")
    with pytest.raises(CheckerError, match="alone"):
        read(str(path))


_CELL = st.text(st.one_of(st.sampled_from(",;\"\n aé"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=12)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1, max_size=5))
def test_tables_are_read_as_the_standard_library_writes_them(rows: list[tuple[str, str]]) -> None:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([("vi", "nl"), *rows])
    units = csv_units(Source("a.csv", b"", made.getvalue())).units
    shown = [tuple("".join(t for t, _, _ in unit.texts[code]) for code in ("vi", "nl")) for unit in units]
    assert shown == [row for row in rows if "".join(row).strip()]


@given(st.text(st.one_of(st.sampled_from("<>&;\"'\\ \n/amsgidtr[]01,"), st.characters(exclude_categories=["Cs"]))),
       st.sampled_from(["xlf", "tmx", "po", "csv", "tsv"]))
def test_noise_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str, extension: str) -> None:
    heads = {"xlf": "<xliff>", "tmx": "<tmx>", "po": "msgid \"", "csv": "vi,nl\n", "tsv": "vi\tnl\n"}
    path = tmp_path_factory.mktemp("noise") / f"a.{extension}"
    path.write_text(heads[extension] + text, "utf-8", newline="")
    try:
        read_bilingual(str(path))
    except CheckerError as refusal:
        assert "\n" not in str(refusal).replace(str(path), "")
