"""Reading: a file becomes a Document, whatever its format. One module a format, and none is loaded before its turn."""
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from ..article import Document
from ..errors import CheckerError
from ..limits import Limits
from . import bitext
from .source import Source, is_zip, load

# Each format's module and function, loaded when a file of it is read; and the extensions of its files.
FORMATS = {
    "text": ("text", "read_text"), "markdown": ("markdown", "read_markdown"), "html": ("page", "read_html"),
    "docx": ("word", "read_docx"), "json": ("jsontext", "read_json")}
_EXTENSIONS = {
    "text": "txt text", "markdown": "md markdown mdown mkd", "html": "html htm xhtml", "docx": "docx", "json": "json"}
_BY_EXTENSION = {e: name for name, extensions in _EXTENSIONS.items() for e in extensions.split()}
ALL_FORMATS = (*FORMATS, *bitext.FORMATS)
# What files of no telling name begin with: standard input above all.
_BEGINNINGS = {
    "html": re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html\b)", re.IGNORECASE | re.DOTALL),
    "xliff": re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<xliff\b"), "tmx": re.compile(r"\s*(?:<[?!][^>]*>\s*)*<tmx\b"),
    "markdown": re.compile(r"---[ \t]*\n[\w-]+:.*?\n---[ \t]*\n", re.DOTALL)}
Reader = Callable[..., Document]


def read(path: str, *, format: str | None = None, limits: Limits = Limits(),
         json_paths: Sequence[str] = ()) -> Document:
    """The article in a file, or in standard input for "-".

    `format` overrules what the file's name and content say; `json_paths` name the prose in JSON ("body.*.text"). Raises
    CheckerError where the file is missing, a folder, over a limit, empty, binary, in an encoding that is not known, not
    of its format, or an article set by itself (`bitext.read_bilingual` reads those).
    """
    return document_of(load(path, limits), format, json_paths)


def document_of(source: Source, format: str | None = None, json_paths: Sequence[str] = ()) -> Document:
    """`read` for a file whose bytes are at hand."""
    path, name = source.path, format or _format_of(source)
    if name in bitext.FORMATS:
        raise CheckerError(f"{path}: {name} holds an article and its versions; check it alone, with no other file"
                           + (f" and with --format {path}={name}" if path == "-" else ""))
    if is_zip(source.data) != (name == "docx"):
        raise CheckerError(f"{path}: {'a zip archive' if is_zip(source.data) else 'no zip archive'}, so not {name}; "
                           "give the article's file, or say what it is with --format")
    document = _reader(name)(source, json_paths) if name == "json" else _reader(name)(source)
    if not any(document.text[b.start:b.end].strip() for b in document.blocks):
        raise CheckerError(f"{path}: there is no text in it; give the file that holds the article")
    return document


def is_bilingual(path: str, format: str | None = None) -> bool:
    """Whether a file is said to hold an article set by itself, by `format` or else by its name.

    >>> is_bilingual("news.xlf"), is_bilingual("news.csv", "text")
    (True, False)
    """
    return (format or bitext.format_of(path)) in bitext.FORMATS


def _format_of(source: Source) -> str:
    """By what only one format begins with, then by the file's extension, then by its beginning; else it is text."""
    extension = source.path.rpartition(".")[2].lower()
    if is_zip(source.data):
        return "docx"
    if known := _BY_EXTENSION.get(extension) or bitext.format_of(source.path):
        return known
    return next((name for name, begins in _BEGINNINGS.items() if begins.match(source.text)), "text")


def _reader(name: str) -> Reader:
    if name not in FORMATS:
        raise CheckerError(f"--format {name}: not a format; the formats are {', '.join(ALL_FORMATS)}")
    module, function = FORMATS[name]
    return cast(Reader, getattr(import_module(f".{module}", __name__), function))
