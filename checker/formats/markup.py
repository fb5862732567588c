"""Texts of the interface as markup that a browser can put into another language.

The page is written in one language and carries the texts it uses in all of them: each is an element with the number of
its text in the page's catalogue, and what stands in its named places are elements of their own. Every text of an
article is escaped and in its own `lang`.
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from string import Formatter
from typing import Any

from markupsafe import Markup, escape

from ..i18n import catalogue, language_name, languages
from ..page.phrases import Part, Phrase

_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r"} | {127: "\u2421"}
_THIN = "\N{NARROW NO-BREAK SPACE}"


def visible(text: str) -> str:
    """A text with its control characters as pictures: HTML allows none of them.

    >>> visible("a\\x00b")
    'a␀b'
    """
    return text.translate(_CONTROLS)


def embedded(data: Any) -> Markup:
    """Data as JSON inside a script element: no `<`, nothing that ends the element or begins a comment.

    >>> embedded({"a": "</script>"})
    Markup('{"a":"\\\\u003c/script\\\\u003e"}')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def number_text(value: str, language: str) -> str:
    """A decimal number, perhaps with a unit, its thousands apart and with the decimal sign of a language.

    >>> number_text("1250000.5 USD", "nl").replace("\\u202f", "_")
    '1_250_000,5 USD'
    """
    number, space, unit = value.partition(" ")
    sign, digits = ("-", number[1:]) if number.startswith("-") else ("", number)
    whole, point, rest = digits.partition(".")
    if len(whole) > 4:
        head = len(whole) % 3
        whole = _THIN.join(filter(None, (whole[:head], *(whole[i:i + 3] for i in range(head, len(whole), 3)))))
    return sign + whole + (_decimal_sign(language) + rest if point else "") + space + unit


@lru_cache(maxsize=None)
def _decimal_sign(language: str) -> str:
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(language)


@lru_cache(maxsize=4096)
def date_text(value: str, language: str) -> str:
    """An EDTF day, month or year in words; days and months without a year too.

    >>> date_text("2013-10-16", "nl"), date_text("--10-16", "fr"), date_text("2013", "vi"), date_text("W-3", "nl")
    ('16 oktober 2013', '16 octobre', '2013', 'woensdag')
    """
    import datetime as dt

    from babel.dates import format_date, format_skeleton

    if value.startswith("W-"):
        # 1 January 2001 was a Monday.
        return format_date(dt.date(2001, 1, int(value[2:])), "EEEE", locale=language)
    # 2000 is a leap year: it has every day that a year can have.
    full = value.replace("--", "2000-", 1) if value.startswith("--") else value
    year, month, day = (*(int(x) for x in full.split("-")), 0, 0)[:3]
    try:
        date = dt.date(year, month or 1, day or 1)
    except ValueError:
        return value
    if full != value:
        return format_skeleton("MMMMd", date, locale=language) if day else format_date(date, "LLLL", locale=language)
    if not month:
        return value
    return format_date(date, "long", locale=language) if day else format_skeleton("yMMMM", date, locale=language)


class Voice:
    """The texts of one page in one language; remembers which it used, for the page's catalogue."""

    def __init__(self, language: str) -> None:
        self.catalogue = catalogue(language)
        self.language = self.catalogue.language
        self._used: dict[tuple[str, str | None], int] = {}

    def number(self, msgid: str, many: str | None = None) -> int:
        """A text's number in the page's catalogue."""
        return self._used.setdefault((msgid, many), len(self._used))

    def say(self, msgid: str, many: str | None = None, **parts: object) -> Markup:
        """A text in an element. Parts are plain words or numbers; a `Part` says more of itself."""
        made = {name: part if isinstance(part, Part) else Part(str(part)) for name, part in parts.items()}
        return self.phrase(Phrase(msgid, made, many))

    def phrase(self, phrase: Phrase, name: str = "") -> Markup:
        """A phrase in an element, its parts in elements of their own. `name` is the place where it stands itself."""
        if phrase.msgid == "{value}":
            return self._part(name, phrase.parts["value"])
        index = self.number(phrase.msgid, phrase.many)
        plural = Markup(' data-n="{}"').format(phrase.parts["n"].text) if phrase.many and "n" in phrase.parts else ""
        place = Markup(' data-a="{}"').format(name) if name else ""
        return Markup('<span{} data-t="{}"{}>{}</span>').format(place, index, plural, self._inside(phrase))

    def _inside(self, phrase: Phrase) -> Markup:
        made = Markup()
        for literal, name, _, _ in Formatter().parse(self._template(phrase)):
            made += escape(literal)
            if name:
                made += self._part(name, phrase.parts[name])
        return made

    def _template(self, phrase: Phrase) -> str:
        if phrase.many is None:
            return self.catalogue.text(phrase.msgid)
        return self.catalogue.count(phrase.msgid, phrase.many, phrase.parts["n"].text)

    def _part(self, name: str, part: Part) -> Markup:
        if part.phrase:
            return self.phrase(part.phrase, name)
        text = visible(part.text)
        place = Markup(' data-a="{}"').format(name) if name else ""
        lang = Markup(' lang="{}"').format(part.lang) if part.lang else ""
        if part.kind == "number":
            shown = number_text(text, self.language)
            return Markup('<data{} value="{}">{}</data>').format(place, text, shown)
        if part.kind == "date":
            shown = date_text(text, self.language)
            return Markup('<time{} datetime="{}">{}</time>').format(place, text, shown)
        if part.kind == "languages":
            names = ", ".join(language_name(code, self.language) for code in text.split(", "))
            return Markup('<span{} data-l="{}">{}</span>').format(place, text, names)
        return Markup("<bdi{}{}>{}</bdi>").format(place, lang, text)

    def lang(self, code: str) -> Markup:
        """A language's name."""
        return self._part("", Part(code, "languages"))

    def date(self, day: str) -> Markup:
        """A date in words."""
        return self._part("", Part(day, "date"))

    def attribute(self, name: str, msgid: str) -> Markup:
        """An attribute whose value is a text without named places."""
        return Markup(' {}="{}" data-t-{}="{}"').format(name, self.catalogue.text(msgid), name, self.number(msgid))

    def catalogues(self) -> Mapping[str, list[str | Mapping[str, str]]]:
        """The texts used so far, in every language, by their numbers."""
        return {code: [catalogue(code).plural(one, many) if many else catalogue(code).text(one)
                       for one, many in self._used] for code in languages()}
