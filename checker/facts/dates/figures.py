"""Figures and signs of a sentence, by their kind: what dates are made of besides words."""
from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from ..numbers.numerals import may_hold_roman
from ..trie import LETTERS

TIGHT = "-/.,:"
"""Signs between two digits, which belong to one figure: each is its own kind."""

_LOOSE = {",": "comma", "-": "dash", "(": "open", ")": "close", "'": "apostrophe", "/": "slash", ":": "colon"}
_BY_LENGTH = {1: "int", 2: "int", 3: "int3", 4: "year4"}
KINDS = ("int", "int3", "year4", "named-year", "digits", "ordinal", "roman", *_LOOSE.values())
"""Kinds of figures by their length, years behind a name, ordinals, Roman numerals, and signs that stand free."""

_BEHIND = {"int": "", "int3": r"\d\d", "year4": r"\d{3}", "digits": r"\d{4}", "ordinal": "",
           **{sign: rf"{re.escape(sign)}\d" for sign in TIGHT}}
_ANYWHERE = {"roman": "[ivx]", **{kind: re.escape(sign) for sign, kind in _LOOSE.items()}}

_MOST = 18  # digits that are read of a figure: longer ones are no date's
_NAME = 24  # characters before a figure in which the name begins that it is hyphenated to
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")


class Figures:
    """A reader of figures for a language that writes ordinals with `suffixes`; `edges` are its words for the beginning,
    middle and end of a stretch, to which alone a figure may be hyphenated ("mid-60s", and no "Voyager-2 in")."""

    def __init__(self, suffixes: Iterable[str], edges: Iterable[str] = ()) -> None:
        endings = "|".join(map(re.escape, sorted(suffixes, key=len, reverse=True))) or "(?!)"
        # Both begin with one set of characters, so that a search passes over all others at once. A full stop that
        # stands free is no sign.
        number = rf"(?<=\d)(?:\d{{0,2}}(?P<ordinal>(?:{endings})(?!\w))|(?P<figure>\d*))"
        self._pattern = re.compile(rf"[^ {LETTERS}](?:{number}|(?<=[,:/()'-])|(?<=\d\.)(?=\d))")
        apart = "|".join(map(re.escape, sorted(edges, key=len, reverse=True))) or "(?!)"
        self._named = re.compile(rf"(?<![\w-])(?!(?:{apart})-)[^\W\d_]+-$")
        self._romans = re.compile(rf"[IVX][IVX]{{0,5}}(?=(?:{endings})?(?![^\W_]))")

    def read(self, text: str, folded: str, first: int, last: int) -> Iterator[tuple[int, int, str, int | None]]:
        """The figures and signs of a text between two places: start, end, kind and value; signs have no value.
        Roman numerals come last.

        `folded` is the text in lower case, with plain dashes and apostrophes.
        """
        for match in self._pattern.finditer(folded, first, last):
            start, end = match.span()
            if match.lastindex is None:
                yield start, end, _sign(folded, start), None
            elif match.lastgroup == "ordinal":
                yield start, end, "ordinal", int(folded[start:match.start("ordinal")])
            elif not self._is_name(folded, start, end):
                yield start, end, *_number(text, start, end)
        for match in self._romans.finditer(text, first, last) if may_hold_roman(text) else ():
            number = roman(match.group())
            if number and not text[:match.start()][-1:].isalnum():
                yield *match.span(), "roman", number

    def _is_name(self, folded: str, start: int, end: int) -> bool:
        """Whether a short figure is hyphenated to a word, and so a part of a name."""
        return (end - start < 3 and folded[start - 1:start] == "-" and folded[start - 2:start - 1].isalpha()
                and bool(self._named.search(folded[max(0, start - _NAME):start])))


def look_for(kinds: Container[str]) -> re.Pattern[str]:
    """A quick look for figures and signs of some kinds in lower case: it finds them all, and some others too.

    >>> [bool(look_for({"int3", "-"}).search(text)) for text in ("an 12", "1-2", "since 1200", "3.5")]
    [False, True, True, False]
    """
    behind = "|".join(look for kind, look in _BEHIND.items() if kind in kinds)
    figure = [rf"\d(?:{behind})"] if any(kind in kinds for kind in _BEHIND) else []
    return re.compile("|".join(figure + [look for kind, look in _ANYWHERE.items() if kind in kinds]) or "(?!)")


def _sign(folded: str, at: int) -> str:
    """A sign's kind: itself between two digits, else its name."""
    sign = folded[at]
    if sign in TIGHT and folded[at - 1:at].isdigit() and folded[at + 1:at + 2].isdigit():
        return sign
    return _LOOSE[sign]


def _number(text: str, start: int, end: int) -> tuple[str, int]:
    kind, number = _BY_LENGTH.get(end - start, "digits"), int(text[start:end][:_MOST])
    if kind == "year4" and 1900 <= number <= 2100 and _follows_name(text, start, end):
        kind = "named-year"
    return kind, number


def _follows_name(text: str, start: int, end: int) -> bool:
    """Whether a figure of four stands behind a capitalised word as a year does ("the Ryder Cup 2018").

    A sentence's first word proves nothing ("Some 2000 people"), and a round figure may count what follows it.
    """
    before = text[:start].split(" ")
    if len(before) < 3 or before[-1] or not before[-2][:1].isupper():
        return False
    return text[end - 2:end] != "00" or not text[end:end + 2].strip(" ")[:1].isalnum()


def roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals up to 39, else None.

    >>> roman("XIX"), roman("xix"), roman("IIV")
    (19, None, None)
    """
    if not text or not _ROMAN.fullmatch(text):
        return None
    digits = [{"I": 1, "V": 5, "X": 10}[c] for c in text]
    return sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
