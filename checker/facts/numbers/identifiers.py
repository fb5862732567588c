"""Digits that are no numbers: parts of names, codes, addresses and lists.

What is found here is taken out of the text (blanked, at equal length) before numbers are read.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

# A character that is no letter, no digit and no space: nothing joins across it.
BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"
_LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Letters, and marks on them, of scripts that come after Latin; and no punctuation or symbols.
_OTHER = r"\u0370-\u1dff\u3041-\ud7ff"
# What may stand anywhere: addresses of pages and people, sites, tags, telephone numbers in groups.
_ADDRESSES = re.compile("|".join((
    r"(?:https?://|www\.)\S+",
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|vn|nl|fr|be|th|info|gov|edu|eu|io|co|uk|html?)\b(?:/\S*)?",
    r"(?<![\w()%-])[\w()%-]+\.(?:jpe?g|png|gif|webp|svg|mp[34]|pdf|docx?|xlsx?|txt|avif)\b",
    r"[@#][\w-]+",
    # +84 24 3942 0000, 0912 345 678, 0800-1234
    r"\+\d{1,3}(?:[ .()-]*\d){7,12}", r"(?<![\d.,])0\d{1,4}(?:[ .-]\d{2,4}){2,4}(?![\d/])", r"(?<![\d.,])0\d{6,}(?!\d)",
    r"(?<![\d.,])0\d{2,3}-\d{4,}(?!\d)",
)))
# What stands in one piece of text without spaces, that has a digit in it.
_CODES = re.compile("|".join((
    # 59-NQ/TW, 123/2020/NĐ-CP, 737-MAX; but 35-jarige and 30-40 are numbers
    rf"(?<!\d)\d+(?:/\d+)*[-/](?=[A-ZĐ])[A-ZĐ][{_LATIN}]*(?:[-/][{_LATIN}\d]+)*",
    # Covid-19, F-16, MH-370: a Latin word hyphenated to figures (a range of years has no letters)
    rf"(?<![{_LATIN}\d])[{_LATIN}]+\d*[-\u2011]\d+(?:[.,]\d+)*(?![\d{_LATIN}])",
    # โควิด-19, เอฟ-16: the same in other scripts, which may part no words, so that the figure alone is taken
    rf"(?<=[{_OTHER}])[-\u2011]\d{{1,4}}(?![\d.,:\u2013/-]*\d| ?[%°])",
    # CO2, A320, SS19, HER2, Q3
    rf"(?<![{_LATIN}\d])(?!US\b|[kcdm]?m[23]\b)[{_LATIN}]+\d+[{_LATIN}\d]*",
    # 4G, 3D, 12A: one capital, and no unit's symbol is one but m, g, l, W, V, K, M
    r"(?<![\w.,])\d{1,3}[A-JN-TX-Z](?![\w²³])",
    # 1.2.3, 192.168.0.1
    r"(?<![\d.,])\d+(?:\.\d{1,2}){2,}(?!\d)(?!\.\d)", r"(?<![\d.,])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])",
    # 24/7, 9/11, 50/50: figures over figures that are no fraction are left to dates
    r"(?<![\d/])24/7(?![\d/])",
)))
# What each of the addresses holds, for a quick look: most sentences have none.
_SUSPECT_ADDRESS = re.compile(r"[@#+:w.0](?:(?<=[@#+])|(?<=:)//|(?<=w)ww|(?<=\.)[a-z]|(?<=0)(?<![\d.,]0)\d)")
# What a piece must hold beside its digits to be a code.
_SUSPECT_CODE = re.compile(rf"[{_LATIN}]|\.\d+\.|24/7|[{_OTHER}][-\u2011]\d")
_BESIDE = re.compile(r"\S*")
# 1. First, 2) second, (3) third; also a), b)
_MARKER = re.compile(r"\s*(?:\(?\d{1,2}\)|\d{1,2}[.)](?=\s)|[-*•]\s+\d{1,2}[.)](?=\s))")


def blanked(text: str, figures: Sequence[int], taken: Iterable[tuple[int, int]] = ()) -> str:
    """`text` with identifiers, list markers and the stretches in `taken` blanked out; as long as it was.

    `figures` are the places where digits begin: without a figure there is no identifier.

    >>> blanked("CO2 en 59-NQ/TW, 35-jarigen", [2, 7, 17]).replace(BLANK, "_")
    '___ en ________, 35-jarigen'
    """
    for start, end in (*taken, *_identifiers(text, figures)):
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _identifiers(text: str, figures: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a text with digits that are no numbers."""
    if not figures:
        return
    if _SUSPECT_ADDRESS.search(text):
        yield from (match.span() for match in _ADDRESSES.finditer(text))
    end = 0
    for figure in figures:
        if figure >= end:  # what stands between two spaces is looked at once
            start, end = text.rfind(" ", 0, figure) + 1, _BESIDE.match(text, figure).end()  # type: ignore[union-attr]
            if _SUSPECT_CODE.search(text, start, end):
                yield from (match.span() for match in _CODES.finditer(text, start, end))
    marker = _MARKER.match(text)
    if marker:
        yield marker.span()
