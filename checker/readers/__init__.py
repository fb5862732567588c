"""Reading: a file becomes a Document, whatever its format. One module a format, and none is loaded before its turn."""
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from ..article import Document
from ..errors import CheckerError
from .source import Source, load

LIMIT = 5_000_000
_BY_EXTENSION = {"txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "mdown": "markdown"}
# Each format's module and function, loaded when a file of it is read.
FORMATS = {"text": ("text", "read_text"), "markdown": ("markdown", "read_markdown")}
Reader = Callable[[Source], Document]


def read(path: str, *, format: str | None = None, limit: int = LIMIT) -> Document:
    """The article in a file, or in standard input for "-".

    `format` overrules what the file's name and content say; `limit` is the most bytes that are read. Raises
    CheckerError where the file is missing, a folder, too large, empty, binary, in an encoding that is not known,
    or not of its format.
    """
    source = load(path, limit)
    document = _reader(format or _format_of(source))(source)
    if not any(document.text[b.start:b.end].strip() for b in document.blocks):
        raise CheckerError(f"{path}: there is no text in it; give the file that holds the article")
    return document


def _format_of(source: Source) -> str:
    extension = source.path.rpartition(".")[2].lower()
    return _BY_EXTENSION.get(extension, "text")


def _reader(name: str) -> Reader:
    if name not in FORMATS:
        raise CheckerError(f"--format {name}: not a format; the formats are {', '.join(FORMATS)}")
    module, function = FORMATS[name]
    return cast(Reader, getattr(import_module(f".{module}", __name__), function))
