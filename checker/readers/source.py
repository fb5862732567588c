"""From a path to text: the bytes, within a limit, and the encoding they are in."""
from __future__ import annotations

import os
import sys
from dataclasses import dataclass

from ..errors import CheckerError


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. `text` is decoded, without byte order mark, its newlines all `\\n`."""

    path: str
    data: bytes
    text: str
    notes: tuple[str, ...] = ()


def load(path: str, limit: int) -> Source:
    """The file at a path ("-" is standard input), decoded. Raises CheckerError where that cannot be."""
    data = _bytes(path, limit)
    if not data.strip():
        raise CheckerError(f"{path}: the file is empty; give the file that holds the article")
    return Source(path, data, newlines(_decode(path, data)))


def newlines(text: str) -> str:
    """CRLF and CR as one newline, which is what offsets count."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bytes(path: str, limit: int) -> bytes:
    try:
        if path == "-":
            data = sys.stdin.buffer.read(limit + 1)
        elif os.path.isdir(path):
            raise CheckerError(f"{path}: is a folder; give the article's file")
        else:
            with open(path, "rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise CheckerError(f"{path}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CheckerError(f"{path}: cannot be read ({reason}); check the path and its permissions") from None
    if len(data) > limit:
        raise CheckerError(f"{path}: larger than the limit of {limit:,} bytes; split the file, or raise the limit")
    return data


def _decode(path: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        kind = "a binary file" if b"\0" in data else f"not UTF-8 (byte {error.start})"
        raise CheckerError(f"{path}: {kind}; save the article as UTF-8 text") from None
    if "\0" in text:
        raise CheckerError(f"{path}: a binary file; give the article as text")
    return text
