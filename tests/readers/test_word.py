"""DOCX: paragraphs and cells with their places, as written by another program."""
from __future__ import annotations

import io
import pathlib
import zipfile

import docx
import pytest

from checker.errors import CheckerError
from checker.readers import read

_HEAD = '<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>'


def _archive(body: str) -> bytes:
    return _zipped({"word/document.xml": f"{_HEAD}{body}</w:body></w:document>"})


def _zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def _shown(folder: pathlib.Path, data: bytes) -> list[tuple[str, str | None, str]]:
    path = folder / "a.docx"
    path.write_bytes(data)
    document = read(str(path))
    assert not document.plain and document.position(0) == (None, None)
    return [(b.kind, b.place, document.text[b.start:b.end]) for b in document.blocks]


def test_a_word_processors_file(tmp_path: pathlib.Path) -> None:
    written = docx.Document()
    written.add_heading("De brug", 0)
    paragraph = written.add_paragraph("Zij kost 12")
    paragraph.add_run(",5").bold = True
    paragraph.add_run(" mln.\teuro")
    written.add_paragraph()
    table = written.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "links", "rechts"
    written.add_paragraph("Einde", style="List Bullet")
    made = io.BytesIO()
    written.save(made)
    assert _shown(tmp_path, made.getvalue()) == [
        ("title", "paragraph 1", "De brug"), ("text", "paragraph 2", "Zij kost 12,5 mln. euro"),
        ("cell", "table 1, row 1, cell 1", "links"), ("cell", "table 1, row 1, cell 2", "rechts"),
        ("text", "paragraph 4", "Einde")]


def test_changes_are_read_as_accepted_and_drawings_once(tmp_path: pathlib.Path) -> None:
    body = ("<w:p><w:del><w:r><w:delText>oud</w:delText><w:t>oud</w:t></w:r></w:del>"
            "<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>"
            "<mc:AlternateContent><mc:Choice><w:t> vak</w:t></mc:Choice><mc:Fallback><w:t> vak</w:t></mc:Fallback>"
            "</mc:AlternateContent><w:r><w:instrText>PAGE 3</w:instrText></w:r></w:p>")
    assert _shown(tmp_path, _archive(body)) == [("text", "paragraph 1", "nieuw vak")]


@pytest.mark.parametrize(("data", "message"), [
    (b"PK\x03\x04 broken", "not a DOCX"), (_zipped({"a.txt": "x"}), "not a DOCX"),
    (_archive("<w:p>"), "not well-formed"),
    (_archive("<w:p><w:r><w:t> </w:t></w:r></w:p>"), "no text"), (_archive("<w:p>" * 500), "within each other"),
    (_zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>"}), "entities"),
    (_archive(" " * 60_000_000), "larger than the limit"), (b"Just text.", "no zip archive"),
])
def test_what_is_no_docx_or_hostile_is_refused(tmp_path: pathlib.Path, data: bytes, message: str) -> None:
    with pytest.raises(CheckerError, match=message) as refusal:
        _shown(tmp_path, data)
    assert "\n" not in str(refusal.value)
