"""Encodings: detected with a word on what was assumed, or refused; never garbled."""
from __future__ import annotations

import pathlib
import unicodedata

import pytest

from checker.errors import CheckerError
from checker.languages import table
from checker.readers import read

VIETNAMESE = ("Sáng nay, hội đồng thành phố đã họp để bàn về việc xây dựng cây cầu mới qua sông. Nhiều người dân cho "
              "biết họ đã chờ đợi công trình này từ lâu, vì cây cầu cũ quá hẹp và thường bị ngập trong mùa mưa.\n") * 2
THAI = "เมื่อเช้านี้ สภาเมืองประชุมเพื่อหารือเรื่องการสร้างสะพานใหม่ข้ามแม่น้ำ ราคา 12.5 ล้านบาท\n" * 3
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _by_table(name: str, text: str) -> bytes:
    codes = {c: 128 + n for n, c in enumerate("".join(table("vi", "charsets")["bytes"][name]))}
    return bytes(codes.get(c, ord(c) if ord(c) < 128 else 63) for c in text)


def _windows_1258(text: str) -> bytes:
    made = b""
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        made += (base + "".join(c for c in parts if c in _TONES)).encode("cp1258")
    return made


def _vni(text: str) -> bytes:
    known = table("vi", "charsets")["VNI"]
    letters = {shown: stored for stored, shown in known["letters"].items()}
    marks = {"".join(sorted(shown)): stored for key in ("tones", "circumflex", "breve")
             for stored, shown in known[key].items()}
    made = ""
    for char in text.lower():
        parts = unicodedata.normalize("NFD", char)
        horn = unicodedata.normalize("NFC", parts[0] + "\u031b") if "\u031b" in parts else parts[0]
        rest = "".join(sorted(c for c in parts[1:] if c != "\u031b"))
        made += letters.get(char) or letters.get(horn, horn) + marks.get(rest, "") if char not in "íìđ" else \
            {"í": "í", "ì": "ì", "đ": "ñ"}[char]
    return made.encode("cp1252")


@pytest.mark.parametrize(("name", "data", "expected"), [
    ("TCVN3", _by_table("TCVN3", VIETNAMESE.lower()), VIETNAMESE.lower()),
    ("VISCII", _by_table("VISCII", VIETNAMESE), VIETNAMESE),
    ("VNI", _vni(VIETNAMESE), VIETNAMESE.lower()),
    ("windows-1258", _windows_1258(VIETNAMESE), VIETNAMESE),
    ("windows-874", THAI.encode("cp874"), THAI),
])
def test_an_archives_encoding_is_told_and_said(tmp_path: pathlib.Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read(str(path))
    assert document.text == expected
    assert len(document.notes) == 1 and name in document.notes[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_mark_tells_the_encoding(tmp_path: pathlib.Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(VIETNAMESE.encode(encoding))
    assert read(str(path)).text == VIETNAMESE
    assert not read(str(path)).notes


def test_what_a_page_declares_is_believed(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<html><head><meta charset=windows-1252></head><p>Déjà vu</p>".encode("cp1252"))
    assert read(str(path)).text.strip() == "Déjà vu"


@pytest.mark.parametrize("data", [
    ("Le président a été élu à la tête du conseil. Déjà." * 5).encode("cp1252"),
    "Übergrößenträger".encode("latin-1") * 9,
    VIETNAMESE.encode()[:-2] + b"\xff", VIETNAMESE.encode("utf-16-le"), b"\xff\xfeabc", bytes(range(128, 256)),
    b"<?xml version='1.0' encoding='utf-8'?><a>\xe9</a>", b"charset=klingon \xe9",
])
def test_what_cannot_be_told_is_refused(tmp_path: pathlib.Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(CheckerError) as refusal:
        read(str(path))
    assert "\n" not in str(refusal.value)
