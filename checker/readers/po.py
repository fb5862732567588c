"""PO: gettext's messages, original and translation, each string at its line."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import CheckerError
from .bitext import Stretch, Unit, Units
from .source import Source

_STRING = re.compile(r'(?P<key>msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)?\s*"(?P<text>(?:[^"\\]|\\.)*)"\s*')
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_NAMED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_HEADER = re.compile(r"^(Language|X-Source-Language):[ \t]*(\S+)[ \t]*$", re.MULTILINE)


def po_units(source: Source) -> Units:
    """The messages of a PO file; plural forms are units of their own. The header tells the languages."""
    found = list(_messages(source))
    header = next((_text(m["msgstr"]) for m in found if not _text(m.get("msgid", [])) and "msgstr" in m), "")
    told = dict(_HEADER.findall(header))
    languages = told.get("X-Source-Language", "source"), told.get("Language", "target")
    return Units(languages, tuple(u for m in found if _text(m.get("msgid", [])) for u in _units(m, *languages)))


def _messages(source: Source) -> Iterator[dict[str, list[Stretch]]]:
    """Each message's strings by their keyword, with where they stand. Obsolete messages are comments."""
    message: dict[str, list[Stretch]] = {}
    key = ""
    for number, line in enumerate(source.text.split("\n"), 1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        found = _STRING.fullmatch(bare)
        if found is None or not (key or found.group("key")):
            raise CheckerError(f"{source.path}: not a PO file (line {number}); correct it")
        named = found.group("key")
        if named and (named in message or named in ("msgctxt", "msgid") and "msgstr" in "".join(message)):
            yield message
            message = {}
        key = named or key
        column = line.index(bare) + found.start("text") + 1
        message.setdefault(key, []).extend(_unescaped(found.group("text"), number, column))
    if message:
        yield message


def _unescaped(text: str, line: int, column: int) -> Iterator[Stretch]:
    """The stretches between escapes as they are, and what each escape stands for."""
    at = 0
    for found in _ESCAPE.finditer(text):
        yield text[at:found.start()], line, column + at
        code = found.group()[1:]
        shown = _NAMED.get(code) or (chr(int(code, 8)) if code.isdigit() else code)
        yield shown, line, column + found.start()
        at = found.end()
    yield text[at:], line, column + at


def _text(stretches: list[Stretch]) -> str:
    return "".join(t for t, _, _ in stretches)


def _units(message: dict[str, list[Stretch]], original: str, translation: str) -> Iterator[Unit]:
    place = _text(message.get("msgctxt", [])) or f"line {message['msgid'][0][1]}"
    if "msgid_plural" not in message:
        yield Unit(place, {original: message["msgid"], translation: message.get("msgstr", [])})
        return
    forms = sorted(k for k in message if k.startswith("msgstr["))
    yield Unit(f"{place}, one", {original: message["msgid"], translation: message[forms[0]] if forms else []})
    yield Unit(f"{place}, more", {original: message["msgid_plural"],
                                  translation: message[forms[-1]] if forms[1:] else []})
