"""The head of a Markdown file: YAML between `---` lines or TOML between `+++` lines."""
from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..article import Block, BlockKind
from ..errors import CheckerError
from ..normal import Markup

_HEAD = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_KEYS = re.compile(r"\s*(?:#.*\n\s*)*[\"']?[\w-]+[\"']?\s*[:=]")
_TOML_LINE = re.compile(r"""^[ \t]*([\w-]+)[ \t]*=[ \t]*(?:(["'])(.*?)(?<!\\)\2|([^"'\n#]+?))[ \t]*(?:\#.*)?$""",
                        re.MULTILINE)
_JOINT = re.compile(r"[ \t]*\n\s*")
_ESCAPES = {'"': re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)"), "'": re.compile("''")}
_KINDS: dict[str, BlockKind] = {"title": "title", "description": "description"}
_LANGUAGE, _DATE = ("lang", "language", "locale"), ("date", "published", "publishdate")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True)
class FrontMatter:
    """What the head says, at the file's offsets; `end` is where the body begins (0 without front matter)."""

    end: int = 0
    blocks: tuple[Block, ...] = ()
    markup: tuple[Markup, ...] = ()
    language: str | None = None
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key and where its value stands: the value's own words, without quotes."""

    key: str
    start: int
    end: int
    quote: str


def front_matter(path: str, text: str) -> FrontMatter:
    """The front matter of a Markdown text, if it has one. Raises CheckerError where it is not valid.

    >>> front_matter("a.md", "---\\ntitle: Hanoi\\nlang: nl\\n---\\nText").language
    'nl'
    """
    head = _HEAD.match(text)
    if head is None or not _KEYS.match(head.group(2)):
        return FrontMatter()
    read = _yaml if head.group(1) == "---" else _toml
    entries = [e for e in read(path, head.group(2), head.start(2)) if text[e.start:e.end].strip()]
    values = {e.key.lower(): text[e.start:e.end].strip() for e in reversed(entries)}
    prose = [e for e in entries if e.key.lower() in _KINDS]
    return FrontMatter(
        head.end(), tuple(Block(e.start, e.end, _KINDS[e.key.lower()]) for e in prose),
        tuple(sorted(m for e in prose for m in _markup(text, e))),
        next((values[k] for k in _LANGUAGE if k in values), None), _date(values))


def _yaml(path: str, head: str, at: int) -> Iterator[_Entry]:
    import yaml

    try:
        node = yaml.compose(head, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}" if mark else "its head"
        raise CheckerError(f"{path}: the front matter is not valid YAML ({where}); correct it") from None
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    for key, value in pairs:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            continue
        start, end, quote = value.start_mark.index, value.end_mark.index, ""
        if value.style in ("'", '"'):
            start, end, quote = start + 1, end - 1, value.style
        elif value.style in ("|", ">"):
            start = head.find("\n", start, end) + 1 or end
        start, end = _trimmed(head, start, end)
        yield _Entry(key.value, at + start, at + end, quote)


def _toml(path: str, head: str, at: int) -> Iterator[_Entry]:
    import tomllib

    try:
        tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise CheckerError(f"{path}: the front matter is not valid TOML; correct it") from None
    for found in _TOML_LINE.finditer(head):
        group = 3 if found.group(2) else 4
        yield _Entry(found.group(1), at + found.start(group), at + found.end(group), found.group(2) or "")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _markup(text: str, entry: _Entry) -> Iterator[Markup]:
    """Escapes in a quoted value, and the line breaks and indentation in a long one."""
    for found in _JOINT.finditer(text, entry.start, entry.end):
        yield Markup(*found.span(), " ")
    if entry.quote:
        for found in _ESCAPES[entry.quote].finditer(text, entry.start, entry.end):
            yield Markup(*found.span(), _shown(found.group(), entry.quote))


def _shown(escape: str, quote: str) -> str:
    if quote == "'":
        return "'"
    if escape[1] in "xuU":
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\N{REPLACEMENT CHARACTER}"
    return {"n": " ", "t": " ", "_": " "}.get(escape[1], escape[1] if escape[1] in "\"\\/ " else "")


def _date(values: dict[str, str]) -> dt.date | None:
    for key in _DATE:
        found = _DAY.match(values.get(key, ""))
        if found:
            try:
                return dt.date(*map(int, found.groups()))
            except ValueError:
                return None
    return None
