"""Markdown: what of it is prose, and where that stands in the file."""
from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Document
from checker.errors import CheckerError
from checker.readers.markdown import read_markdown
from checker.readers.source import Source, newlines


def _read(text: str) -> Document:
    return read_markdown(Source("a.md", b"", text))


def _shown(document: Document) -> list[str]:
    return [document.segment(0, 0, b.start, b.end).normal.text for b in document.blocks]


@pytest.mark.parametrize(("text", "shown"), [
    ("# Een *kop* #\n\nTekst", ["Een kop", "Tekst"]),
    ("Kop\n===\nTekst\nloopt **door**.", ["Kop", "Tekst loopt door."]),
    ("Zie [de **brug**](https://a.b/2024 \"t 12\") en <https://c.d/9>.", ["Zie de brug en https://c.d/9."]),
    ("Zie [de brug][1] en [dat].\n\n[1]: https://a.b/3\n[dat]: https://c.d", ["Zie de brug en dat."]),
    ("![De brug, 12 m](brug.jpg)", ["De brug, 12 m"]),
    ("> Een citaat\n> van *twee* regels", ["Een citaat van twee regels"]),
    ("* een\n  en nog\n* twee\n\n3. drie", ["een en nog", "twee", "drie"]),
    ("1. 1\n2. 2", ["1", "2"]),
    ("> | a | b |\n> |---|---|\n> | > 200 kg | 7 |", ["a", "b", "> 200 kg", "7"]),
    ("1. | 1 | b |\n   |---|---|\n   | 5 | 5 |", ["1", "b", "5", "5"]),
    ("| a | b |\n|---|:-:|\n| 12 \\| 3 | [x](y) |\n|  | 2 |", ["a", "b", "12 | 3", "x", "2"]),
    ("5 \\* 3 = 15 \\en 10%", ["5 * 3 = 15 \\en 10%"]),
    ("12&nbsp;500 kg &amp; meer &onzin;", ["12 500 kg & meer &onzin;"]),
    ("snake_case * los **open", ["snake_case * los **open"]),
    ("Een `stuk code` en ``a ` b``.", ["Een stuk code en a ` b."]),
    ("```\ncode 12\n```\n\n    code 13\n\nTekst", ["Tekst"]),
    ("Regel<br>twee <b>vet</b><!-- stil 12 -->.", ["Regel twee vet."]),
    ("<div class=\"a\">\n<p>Een <b>alinea</b> van 12&nbsp;m.</p><script>var x = 1;</script>\n</div>",
     ["Een alinea van 12 m."]),
    ("Een noot[^1].\n\n[^1]: De *noot* zelf.", ["Een noot.", "De noot zelf."]),
    ("{{< figuur src=\"12.jpg\" >}}\n\nTekst {{% x %}} hier.", ["", "Tekst  hier."]),
    ("---\ntitle: 'Kop ''x'''\n---\nTekst", ["Kop 'x'", "Tekst"]),
    ("---\ntitle: \"Kop \\\"x\\\" \\u00e9\"\ndescription: >\n  een\n  twee\nsleutel: niet dit\n---\nTekst",
     ["Kop \"x\" é", "een twee", "Tekst"]),
    ("+++\ntitle = \"Kop\"\ndate = 2024-05-06\n+++\nTekst", ["Kop", "Tekst"]),
    ("---\n\nTekst\n\n---\n\nMeer", ["Tekst", "Meer"]),
])
def test_prose(text: str, shown: list[str]) -> None:
    assert _shown(_read(text)) == [s for s in shown]


def test_front_matter_tells_date_and_language() -> None:
    document = _read("---\nTitle: Kop\ndate: 2024-10-18T09:00:00\nlang: nl-BE\n---\nTekst\n")
    assert (document.date, document.language) == (dt.date(2024, 10, 18), "nl-BE")
    assert [b.kind for b in document.blocks] == ["title", "text"]


def test_positions_are_the_files_own() -> None:
    text = "---\ntitle: Kop\n---\n\nEen.\n\n* **Twee** drie\n"
    document = _read(text)
    block = document.blocks[-1]
    assert text[block.start:block.end] == "**Twee** drie"
    made = document.segment(0, 0, block.start, block.end).normal
    assert text[slice(*made.span(0, 4))] == "Twee"
    assert document.position(made.span(0, 4)[0]) == (7, 5)


@pytest.mark.parametrize("text", [
    "---\ntitle: [a\n---\nTekst", "+++\ntitle = x\n+++\nTekst", "---\na: " + "[" * 3000 + "\n---\n"])
def test_broken_front_matter_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(CheckerError, match="front matter") as refusal:
        _read(text)
    assert "\n" not in str(refusal.value)


_BITS = [
    "*", "_", "**", "`", "[", "](", ")", "![", "<b>", "</p>", "<!--", "-->", "\n", "\n\n", "> ", "* ", "1. ", "# ", "|",
    "|---|", "\\", "&amp;", "&#12;", "---\n", "title: ", "\t", "    ", "~~", "[^1]", "]: ", "<a href='", "{{<", "é",
    "ế", "ก้", " ", "a", "12"]
_CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
_TEXT = st.lists(st.one_of(st.sampled_from(_BITS), st.text(_CHARACTERS, max_size=3)), max_size=40).map(
    lambda bits: newlines("".join(bits)))


@given(_TEXT)
def test_blocks_are_apart_and_markup_lies_in_them(text: str) -> None:
    try:
        document = _read(text)
    except CheckerError:
        return
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        at = block.end
    at = 0
    for mark in document.markup:
        assert at <= mark.start < mark.end
        assert any(b.start <= mark.start and mark.end <= b.end for b in document.blocks)
        at = mark.end
