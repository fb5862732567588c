"""From a path to text: the bytes, within a limit, and the encoding they are in."""
from __future__ import annotations

import codecs
import os
import re
import sys
from dataclasses import dataclass

from ..errors import CheckerError
from ..limits import Limits

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
          (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# What XML, HTML and PO files say of their encoding.
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9._-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read. `text` is decoded, without byte order mark, its newlines all `\\n`; empty for an archive.

    `notes` is what was assumed on the way; `limits` is what the readers of formats refuse.
    """

    path: str
    data: bytes
    text: str
    notes: tuple[str, ...] = ()
    limits: Limits = Limits()


def load(path: str, limits: Limits = Limits()) -> Source:
    """The file at a path ("-" is standard input), decoded. Raises CheckerError where that cannot be."""
    return decoded(path, read_bytes(path, limits), limits)


def decoded(path: str, data: bytes, limits: Limits = Limits()) -> Source:
    """What the bytes of a file say, read under its path. Raises CheckerError for an encoding that is not known."""
    if not data.strip():
        raise CheckerError(f"{path}: the file is empty; give the file that holds the article")
    if is_zip(data):
        return Source(path, data, "", (), limits)
    text, note = _decode(path, data)
    return Source(path, data, newlines(text), (f"{path}: {note}",) if note else (), limits)


def is_zip(data: bytes) -> bool:
    """Whether the bytes are a zip archive, as word processors write."""
    return data.startswith(b"PK\x03\x04")


def newlines(text: str) -> str:
    """CRLF and CR as one newline, which is what offsets count."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: str, limits: Limits) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CheckerError where that cannot be."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(limits.size + 1)
        elif os.path.isdir(path):
            raise CheckerError(f"{path}: is a folder; give the article's file")
        else:
            with open(path, "rb") as file:
                data = file.read(limits.size + 1)
    except FileNotFoundError:
        raise CheckerError(f"{path}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CheckerError(f"{path}: cannot be read ({reason}); check the path and its permissions") from None
    if len(data) > limits.size:
        raise limits.exceeded("size", path, "larger than the limit of {limit} bytes")
    return data


def _decode(path: str, data: bytes) -> tuple[str, str | None]:
    """The text, and what was assumed of its encoding: by its mark, as UTF-8, as it declares, by what it spells."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(path, _strictly(data[len(mark):], encoding)), None
    text = _strictly(data, "utf-8")
    if text is not None:
        return _checked(path, text), None
    if b"\0" in data:
        raise CheckerError(f"{path}: a binary file; give the article as text")
    declared = _DECLARED.search(data, 0, 1024)
    if declared:
        text = _strictly(data, declared.group(1).decode("ascii"))
        return _checked(path, text), None
    return _legacy(path, data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _checked(path: str, text: str | None) -> str:
    if text is None:
        raise CheckerError(f"{path}: not in the encoding that it declares; save it as UTF-8")
    if "\0" in text:
        raise CheckerError(f"{path}: a binary file; give the article as text")
    return text


def _legacy(path: str, data: bytes) -> tuple[str, str]:
    from .legacy import decode_legacy

    found = decode_legacy(data)
    if found is None:
        raise CheckerError(f"{path}: not UTF-8, and in no other encoding that can be told; save it as UTF-8")
    text, encoding = found
    return text, f"not UTF-8; read as {encoding}, because that spells words. Save it as UTF-8 to be sure"
