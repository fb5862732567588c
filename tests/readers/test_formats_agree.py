"""One article in every format: the same sentences, each on its place."""
from __future__ import annotations

import csv
import html
import io
import json
import pathlib
from collections.abc import Callable

import docx
import pytest

from checker.article import Document
from checker.readers import read
from checker.readers.bitext import read_bilingual
from checker.segmenter import split

ARTICLE = {
    "vi": ["Cầu mới khánh thành",
           "Sáng 5-6, TP. Huế khánh thành cầu mới trị giá 12,5 tỷ đồng. Ông Lê Văn An dự lễ & phát biểu.",
           "“Đây là niềm vui,” ông nói. Cầu dài 1.250 m."],
    "nl": ["Nieuwe brug geopend",
           "Op 5 juni opende de stad Huế een brug van 12,5 mld. dong. Dhr. Lê Văn An sprak & dankte.",
           "‘Dit is een vreugde’, zei hij. De brug is 1.250 m lang."],
    "th": ["สะพานใหม่เปิดแล้ว",
           "เมื่อวันที่ 5 มิถุนายน เมืองเว้เปิดสะพานใหม่มูลค่า 12.5 พันล้านดอง นายเล วัน อัน กล่าวขอบคุณ & อวยพร",
           "“นี่คือความสุข” เขากล่าว สะพานยาว 1,250 เมตร"],
}


def _docx(paragraphs: list[str]) -> bytes:
    written, made = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        written.add_paragraph(paragraph)
    written.save(made)
    return made.getvalue()


def _html(paragraphs: list[str]) -> bytes:
    inner = "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return f"<!DOCTYPE html><html><body><article>\n{inner}\n</article></body></html>".encode()


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": lambda paragraphs: "\n".join(paragraphs).encode(),
    "md": lambda paragraphs: "\n\n".join(p.replace("&", "\\&") for p in paragraphs).encode(),
    "html": _html,
    "docx": _docx,
    "json": lambda paragraphs: json.dumps({"body": paragraphs}).encode(),
}


def _sentences(document: Document, language: str) -> list[str]:
    return [s.normal.text for s in split(document, language)]


@pytest.mark.parametrize("extension", WRITERS)
@pytest.mark.parametrize("language", ARTICLE)
def test_single_files(tmp_path: pathlib.Path, extension: str, language: str) -> None:
    made = {}
    for name in ("txt", extension):
        path = tmp_path / f"a.{language}.{name}"
        path.write_bytes(WRITERS[name](ARTICLE[language]))
        made[name] = read(str(path))
    assert _sentences(made[extension], language) == _sentences(made["txt"], language)
    assert len(made[extension].blocks) == 3


@pytest.mark.parametrize("extension", ["csv", "xlf"])
def test_bilingual_files(tmp_path: pathlib.Path, extension: str) -> None:
    pairs = list(zip(ARTICLE["vi"], ARTICLE["nl"]))
    table = io.StringIO()
    csv.writer(table).writerows([("vi", "nl"), *pairs])
    sides = [f"<source>{html.escape(o)}</source><target>{html.escape(t)}</target>" for o, t in pairs]
    units = "".join(f"<trans-unit id='{n}'>{side}</trans-unit>" for n, side in enumerate(sides))
    xliff = f"<xliff><file source-language='vi' target-language='nl'><body>{units}</body></file></xliff>"
    path = tmp_path / f"a.{extension}"
    path.write_text(xliff if extension == "xlf" else table.getvalue(), "utf-8", newline="")
    bitext = read_bilingual(str(path))
    for document, language in ((bitext.original, "vi"), (bitext.versions[0].document, "nl")):
        plain = tmp_path / "a.txt"
        plain.write_bytes(WRITERS["txt"](ARTICLE[language]))
        assert _sentences(document, language) == _sentences(read(str(plain)), language)
    assert bitext.versions[0].pairs == ((0, 0), (1, 1), (2, 2))
