"""HTML: which text is the article's, and where it stands."""
from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Document
from checker.errors import CheckerError
from checker.readers.page import read_html
from checker.readers.source import Source, newlines

PAGE = """<!DOCTYPE html>
<html lang="nl-NL"><head><title>Brug | De Krant</title>
<meta property="article:published_time" content="2024-05-06T07:00">
<script>document.write("<p>niet dit</p>")</script></head>
<body class="menu-open">
<header><a href="/">De Krant</a></header>
<nav><ul><li>Nieuws<li>Sport</ul></nav>
<h1>Brug &amp; rivier</h1>
<article>
<p>De   brug kost
 12&nbsp;500 <b>eu</b>ro.<br>Een tweede zin.
<p>Nog een <a href="/2023/9">alinea</a>.
<table><tr><td>links<td>rechts</table>
<aside>Lees ook iets anders</aside>
<div class="share-buttons">Deel dit</div>
</article>
<div id="comments"><p>Eerste reactie</div>
<footer>Colofon</footer></body></html>
"""


def _read(text: str) -> Document:
    return read_html(Source("a.html", b"", text))


def _texts(text: str) -> list[str]:
    document = _read(text)
    return [document.text[b.start:b.end] for b in document.blocks]


def test_a_saved_page_gives_its_article() -> None:
    assert _texts(PAGE) == ["Brug & rivier", "De brug kost 12 500 euro. Een tweede zin.", "Nog een alinea.", "links",
                            "rechts"]
    document = _read(PAGE)
    assert (document.language, document.date) == ("nl-NL", dt.date(2024, 5, 6))
    assert [b.kind for b in document.blocks] == ["heading", "text", "text", "cell", "cell"]


@pytest.mark.parametrize("word", ["brug", "500", "euro"[:2], "tweede", "alinea", "rechts"])
def test_words_stand_where_the_file_has_them(word: str) -> None:
    document, lines = _read(PAGE), PAGE.split("\n")
    line, column = document.position(document.text.index(word))
    assert line is not None and column is not None
    assert lines[line - 1][column - 1:].startswith(word)


@pytest.mark.parametrize(("text", "expected"), [
    ("Los <i>stuk</i> tekst<p>en meer", ["Los stuk tekst", "en meer"]),
    ("<div>een<div>twee</div>drie</div>", ["een", "twee", "drie"]),
    ("<p>1 < 2 en a<b</p>", ["1 < 2 en a"]),
    ("<main><p>" + "lang " * 50 + "</p></main><p>kort</p>", [("lang " * 50).strip()]),
    ("<div class='article-body'><p>" + "lang " * 50 + "</p></div><p>kort</p>", [("lang " * 50).strip()]),
    ("<article><p>een</p></article><article><p>twee</p></article>", ["een", "twee"]),
    ("<p>a<!-- 12 > 3 -->b<style>c</style></p>", ["ab"]),
    ("<p title='x > y'>goed</p>", ["goed"]),
    ("<noscript><p>weg</p></noscript><p>blijft", ["blijft"]),
    ("<p>&#55296;&lt;b&gt;", ["\ufffd<b>"]),
])
def test_fragments(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


def test_a_million_tags_are_refused() -> None:
    with pytest.raises(CheckerError, match="limit of 300,000 tags"):
        _read("<p>" * 1_000_000)


_BITS = ["<p>", "</p>", "<div class='x'>", "</div>", "<b>", "<!--", "-->", "<script>", "</script>", "<", ">", "'", "\"",
         "<article>", "</article>", "&amp;", "&#0;", "&", "\n", " ", "a", "12", "<br/>", "</", "<a b='", "<body>", "ế",
         "ก้"]
_CHARACTERS = st.characters(exclude_categories=["Cs"])
_TEXT = st.lists(st.one_of(st.sampled_from(_BITS), st.text(_CHARACTERS, max_size=3)), max_size=40).map(
    lambda bits: newlines("".join(bits)))


@given(_TEXT)
def test_whatever_comes_words_stand_where_the_file_has_them(text: str) -> None:
    document, lines, at = _read(text), text.split("\n"), 0
    for block in document.blocks:
        assert at <= block.start < block.end
        at = block.end
        assert document.text[block.start:block.end].strip() == document.text[block.start:block.end]
        for offset in range(block.start, block.end):
            line, column = document.position(offset)
            assert line is not None and column is not None
            shown, there = document.text[offset], lines[line - 1][column - 1:]
            assert there[:1] == shown or there[:1] in "&<" or shown == " "
