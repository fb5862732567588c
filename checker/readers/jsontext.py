"""JSON: the strings at given paths, each at its line and column; or those under the names that articles use."""
from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..article import BlockKind, Document
from ..errors import CheckerError
from .extract import Extract, Lines
from .source import Source
from .tags import BLOCKS, Tag, entities, tags

# What content systems call the parts of an article, where no paths are configured.
DEFAULT_NAMES = frozenset("""title headline subtitle description summary lead intro body text content paragraphs article
    articleBody""".split())
_KINDS: dict[str, BlockKind] = {"title": "title", "headline": "title", "description": "description"}
_LANGUAGE, _DATE = ("lang", "language", "locale", "inLanguage"), ("date", "published", "datePublished")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_TOO_DEEP = "more than the limit of {limit} arrays and objects within each other"
_HTML = re.compile(r"</?(?:p|br|div|h[1-6]|ul|ol|li|b|i|em|strong|a|span|blockquote)\b[^<>]*>", re.IGNORECASE)


class String(NamedTuple):
    """A string value: its path ("body", "0", "text"), what it says, and where each of its characters stands."""

    path: tuple[str, ...]
    text: str
    places: list[int]


def read_json(source: Source, paths: Sequence[str] = ()) -> Document:
    """A JSON file. `paths` name the strings that are prose, in dots and stars ("body.*.text"); HTML in them is read.

    A block's `place` is its path. Raises CheckerError where the file is no JSON, or has nothing at the paths.
    """
    try:
        json.loads(source.text)
    except RecursionError:
        raise source.limits.exceeded("nesting", source.path, _TOO_DEEP) from None
    except ValueError as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise CheckerError(f"{source.path}: not JSON that can be read{where}; correct it") from None
    lines, extract = Lines(source.text), Extract()
    told: dict[str, str] = {}
    wanted = [tuple(path.split(".")) for path in paths]
    for string in _strings(source):
        if len(string.path) == 1:
            told.setdefault(string.path[0], string.text)
        if _is_wanted(string.path, wanted):
            _add(extract, lines, string)
    if not extract.blocks:
        names = ", ".join(paths) if paths else ", ".join(sorted(DEFAULT_NAMES))
        raise CheckerError(f"{source.path}: no text at {names}; configure the paths of its text")
    language = next((told[k] for k in _LANGUAGE if told.get(k)), None)
    return extract.document(source.path, language, _date(told), source.notes)


def _is_wanted(path: tuple[str, ...], wanted: Sequence[tuple[str, ...]]) -> bool:
    if wanted:
        return any(len(w) == len(path) and all(a in ("*", b) for a, b in zip(w, path)) for w in wanted)
    names = [name for name in path if not name.isdigit()]
    return bool(names) and names[0] in DEFAULT_NAMES and names[-1] in DEFAULT_NAMES


def _strings(source: Source) -> Iterator[String]:
    """The string values of a text that is known to be JSON, in order."""
    text = source.text
    # Of each array or object that is open: the index or key of what comes next, and whether a key comes first.
    path: list[str] = []
    kinds: list[str] = []
    awaits_key = False
    for found in _TOKEN.finditer(text):
        token = found.group()
        if token in "[{":
            kinds.append(token)
            path.append("0" if token == "[" else "")
            awaits_key = token == "{"
            if len(kinds) > source.limits.nesting:
                raise source.limits.exceeded("nesting", source.path, _TOO_DEEP)
        elif token in "]}":
            kinds.pop()
            path.pop()
            awaits_key = False
        elif token == ",":
            awaits_key = kinds[-1] == "{"
            path[-1] = path[-1] if awaits_key else str(int(path[-1]) + 1)
        elif token[0] == '"' and awaits_key:
            path[-1], awaits_key = json.loads(token, strict=False), False
        elif token[0] == '"':
            yield String(tuple(path), *_decoded(text, found.start() + 1, found.end() - 1))


def _decoded(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """What stands between two quotation marks, escapes resolved, and where each character stands."""
    shown: list[str] = []
    places: list[int] = []
    at = start
    for found in _ESCAPE.finditer(text, start, end):
        char = json.loads(f'"{found.group()}"')
        shown += [text[at:found.start()], char]
        places += [*range(at, found.start()), *[found.start()] * len(char)]
        at = found.end()
    return "".join([*shown, text[at:end]]), [*places, *range(at, end)]


def _add(extract: Extract, lines: Lines, string: String) -> None:
    """A string's paragraphs: its lines, or what the HTML in it makes one."""
    text, place, kind = string.text, ".".join(string.path), _KINDS.get(string.path[-1], "text")
    is_html = _HTML.search(text) is not None
    breaks = tags(text) if is_html else (Tag(m.start(), m.end(), "p", True) for m in re.finditer("\n", text))
    at = 0
    for mark in [*breaks, Tag(len(text), len(text), "p", True)]:
        for start, end, shown in entities(text, at, mark.start) if is_html else ():
            _add_stretch(extract, lines, string, at, start)
            extract.add(shown, *lines.at(string.places[start]))
            at = end
        _add_stretch(extract, lines, string, at, mark.start)
        at = mark.end
        if mark.name == "br":
            extract.add(" ")
        elif mark.name in BLOCKS:
            extract.end_block(kind, place)


def _add_stretch(extract: Extract, lines: Lines, string: String, start: int, end: int) -> None:
    """Part of a string, cut where it and the file go apart."""
    at = start
    for i in range(start, end):
        if i + 1 == end or string.places[i + 1] != string.places[i] + 1:
            extract.add(string.text[at:i + 1], *lines.at(string.places[at]))
            at = i + 1


def _date(told: dict[str, str]) -> dt.date | None:
    found = next(filter(None, (_DAY.match(told.get(k, "")) for k in _DATE)), None)
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
