"""Reading: a file becomes a Document, whatever its format. One module a format, and none is loaded before its turn."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from ..article import Document
from ..errors import CheckerError
from .bitext import BY_EXTENSION
from .source import Source, is_zip, load

LIMIT = 5_000_000
# Each format's module and function, loaded when a file of it is read; and the extensions of its files.
FORMATS = {
    "text": ("text", "read_text"), "markdown": ("markdown", "read_markdown"), "html": ("page", "read_html"),
    "docx": ("word", "read_docx"),
    "json": ("jsontext", "read_json")}
_EXTENSIONS = {
    "text": "txt text", "markdown": "md markdown mdown mkd", "html": "html htm xhtml", "docx": "docx",
    "json": "json"}
_BY_EXTENSION = {e: name for name, extensions in _EXTENSIONS.items() for e in extensions.split()}
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html\b)", re.IGNORECASE | re.DOTALL)
Reader = Callable[..., Document]


def read(path: str, *, format: str | None = None, limit: int = LIMIT, json_paths: Sequence[str] = ()) -> Document:
    """The article in a file, or in standard input for "-".

    `format` overrules what the file's name and content say; `limit` is the most bytes that are read; `json_paths`
    name the prose in JSON ("body.*.text"). Raises CheckerError where the file is missing, a folder, too large, empty,
    binary, in an encoding that is not known, or not of its format.
    """
    source = load(path, limit)
    name = format or _format_of(source)
    if is_zip(source.data) != (name == "docx"):
        raise CheckerError(f"{path}: {'a zip archive' if is_zip(source.data) else 'no zip archive'}, so not {name}; "
                           "give the article's file, or say what it is with --format")
    if format is None and is_bilingual(path):
        raise CheckerError(f"{path}: holds an article and its versions; check it alone, with no other file")
    document = _reader(name)(source, json_paths) if name == "json" else _reader(name)(source)
    if not any(document.text[b.start:b.end].strip() for b in document.blocks):
        raise CheckerError(f"{path}: there is no text in it; give the file that holds the article")
    return document


def is_bilingual(path: str) -> bool:
    """Whether a file's name says that it holds an article set by itself: `bitext.read_bilingual` reads it."""
    return path.rpartition(".")[2].lower() in BY_EXTENSION


def _format_of(source: Source) -> str:
    """By what only one format begins with, then by the file's extension; else it is text."""
    extension = source.path.rpartition(".")[2].lower()
    if is_zip(source.data):
        return "docx"
    if extension in _BY_EXTENSION:
        return _BY_EXTENSION[extension]
    return "html" if _HTML.match(source.text) else "text"


def _reader(name: str) -> Reader:
    if name not in FORMATS:
        raise CheckerError(f"--format {name}: not a format; the formats are {', '.join(FORMATS)}")
    module, function = FORMATS[name]
    return cast(Reader, getattr(import_module(f".{module}", __name__), function))
