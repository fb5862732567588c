"""DOCX: the paragraphs and table cells of a word processor's file, with footnotes; tracked changes are accepted."""
from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import replace

from ..article import BlockKind, Document
from ..errors import CheckerError
from .extract import Extract
from .source import Source, newlines
from .xmlevents import Event, events

# What the standard library raises for archives that are damaged, encrypted or packed in ways it does not know.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, struct.error, lzma.LZMAError, KeyError, NotImplementedError,
               RuntimeError, EOFError, ValueError, OSError)
# What is not shown: deleted text, field codes, the fallback of a drawing, comments, properties.
_HIDDEN = frozenset("del moveFrom instrText delInstrText Fallback pPr rPr sectPr tblPr trPr tcPr annotationRef".split())
_BREAKS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}


def read_docx(source: Source) -> Document:
    """A DOCX file. `place` counts paragraphs from 1 as they stand in the text, and names tables, rows and cells."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            extract = Extract()
            _Body(extract, "").read(_part(source, archive, "word/document.xml"))
            if "word/footnotes.xml" in archive.namelist():
                _Body(extract, "footnotes, ").read(_part(source, archive, "word/footnotes.xml"))
            language = _language(source, archive)
    except _UNREADABLE as error:
        raise CheckerError(f"{source.path}: not a DOCX file that can be read ({type(error).__name__}); "
                           "save it again as DOCX") from None
    return extract.document(source.path, language, notes=source.notes)


def _part(source: Source, archive: zipfile.ZipFile, name: str) -> Source:
    """One part of the archive, unpacked up to a limit, whatever the archive says of its size."""
    with archive.open(name) as part:
        data = part.read(source.limits.unpacked + 1)
    if len(data) > source.limits.unpacked:
        raise source.limits.exceeded("unpacked", source.path, f"its {name} is larger than the limit of {{limit}} bytes")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return replace(source, text=newlines(data.decode(encoding)))
    except UnicodeDecodeError:
        raise CheckerError(f"{source.path}: its {name} is not in UTF-8; save it again as DOCX") from None


def _language(source: Source, archive: zipfile.ZipFile) -> str | None:
    """The language in the file's properties. Their date is when it was typed, not the article's, and is not read."""
    if "docProps/core.xml" not in archive.namelist():
        return None
    language, within = "", ""
    for event in events(_part(source, archive, "docProps/core.xml")):
        within = event.name if event.kind == "start" else "" if event.kind == "end" else within
        if within == "language" and event.kind == "text":
            language += event.text
    return language.strip() or None


class _Body:
    """The body of a document as it is read."""

    def __init__(self, extract: Extract, prefix: str) -> None:
        self.extract, self.prefix = extract, prefix
        self.hidden = 0
        self.paragraph = 0
        # Table, row and cell of each table that is open, innermost last.
        self.tables: list[list[int]] = []
        self.count = 0
        self.kind: BlockKind = "text"
        self.in_text = False

    def read(self, part: Source) -> None:
        """Add the blocks of one part."""
        for event in events(part):
            if event.kind == "start":
                self._start(event)
            elif event.kind == "end":
                self._end(event.name)
            elif self.in_text and not self.hidden:
                self.extract.add(event.text)

    def _start(self, event: Event) -> None:
        name = event.name
        self.hidden += name in _HIDDEN
        if name == "pStyle":
            style = event.attributes.get("val", "").lower()
            self.kind = "title" if style == "title" else "heading" if style.startswith("heading") else "text"
        elif name == "p":
            self.kind = "text"
        elif name == "t":
            self.in_text = True
        elif name in _BREAKS and not self.hidden:
            self.extract.add(_BREAKS[name])
        elif name == "tbl":
            self.count += 1
            self.tables.append([self.count, 0, 0])
        elif name == "tr" and self.tables:
            self.tables[-1][1:] = [self.tables[-1][1] + 1, 0]
        elif name == "tc" and self.tables:
            self.tables[-1][2] += 1

    def _end(self, name: str) -> None:
        self.hidden -= name in _HIDDEN
        if name == "t":
            self.in_text = False
        elif name == "p":
            self.paragraph += not self.tables
            self.extract.end_block("cell" if self.tables else self.kind, self._place())
        elif name == "tbl":
            self.tables.pop()

    def _place(self) -> str:
        if not self.tables:
            return f"{self.prefix}paragraph {self.paragraph}"
        table, row, cell = self.tables[-1]
        return f"{self.prefix}table {table}, row {row}, cell {cell}"
