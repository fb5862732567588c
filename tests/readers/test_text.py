"""Plain text: its lines, its paragraphs, and what is refused."""
from __future__ import annotations

import io
import pathlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CheckerError
from checker.limits import Limits
from checker.readers import read
from checker.readers.source import Source
from checker.readers.text import read_text

WRAPPED = """De gemeenteraad vergaderde vanmorgen over de bouw van een nieuwe brug
over de rivier. Veel bewoners zeggen dat zij al jaren wachten op dit werk
omdat de oude brug te smal is en in het natte seizoen vaak onder water
staat.

Volgens de wethouder kost het werk ruim twaalf miljoen euro. De provincie
betaalt daar de helft van. De bouw begint in mei en duurt ongeveer anderhalf
jaar.
"""


def _blocks(text: str) -> list[str]:
    document = read_text(Source("a.txt", b"", text))
    return [text[b.start:b.end] for b in document.blocks]


def test_a_line_is_a_paragraph() -> None:
    assert _blocks("Titel\n\nEen alinea. Nog een zin.\n  Een tweede. \n\n\n") == [
        "Titel", "Een alinea. Nog een zin.", "Een tweede."]


def test_wrapped_lines_make_one_paragraph() -> None:
    assert [b.split()[-1] for b in _blocks(WRAPPED)] == ["staat.", "jaar."]


def test_short_lines_that_are_not_full_stay_apart() -> None:
    assert len(_blocks("Een.\nTwee is langer dan een.\nDrie.\nVier is er ook nog bij.\nVijf.\n")) == 5


def test_lines_end_at_newlines_only() -> None:
    assert len(_blocks("a\u2028b\x0cc\x85d\x0be")) == 1


@given(st.text(st.one_of(st.sampled_from("\n \u200b\u00a0.a"), st.characters(exclude_categories=["Cs"]))))
def test_blocks_skip_nothing_but_white_space(text: str) -> None:
    at = 0
    for block in read_text(Source("a.txt", b"", text)).blocks:
        assert block.start >= at and not text[at:block.start].strip()
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfEen\r\ntwee\rdrie", b"Een\ntwee\ndrie"])
def test_marks_and_newlines_leave_offsets_alone(tmp_path: pathlib.Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = read(str(path))
    assert document.text == "Een\ntwee\ndrie"
    assert document.position(9) == (3, 1)


@pytest.mark.parametrize(("data", "message"), [
    (b"", "empty"), (b" \n\n\t\n", "empty"), (bytes(range(256)) * 40, "binary"), (b"a\0b", "binary"),
    ("Le président a été élu.".encode("latin-1") * 9, "UTF-8"),
    (b"\xef\xbb\xbf \n", "no text"), (b"x" * 101, "100 bytes"),
])
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: pathlib.Path, data: bytes, message: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(CheckerError, match=message) as refusal:
        read(str(path), limits=Limits(size=100 if len(data) == 101 else 10_000_000))
    assert str(path) in str(refusal.value) and "\n" not in str(refusal.value)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: pathlib.Path) -> None:
    for path in (tmp_path / "nowhere.txt", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(CheckerError):
            read(str(path))


def test_a_format_that_is_none_is_refused(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Een.", "utf-8")
    with pytest.raises(CheckerError, match="markdown"):
        read(str(path), format="pages")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Đã đến.".encode())))
    assert read("-").text == "Đã đến."
