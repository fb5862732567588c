"""XML as a stream of events with their lines and columns, by expat, with nothing in it that could do harm.

A document type that declares entities is refused (one line can stand for gigabytes, or for another file), and so is
nesting that no article has. Nothing is ever fetched.
"""
from __future__ import annotations

import xml.parsers.expat as expat
from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from ..errors import CheckerError
from .source import Source

_CHUNK = 65_536
_TOO_DEEP = "more than the limit of {limit} elements within each other"


class Event(NamedTuple):
    """The start of an element, its end, or text in it. `name` has no namespace; `attributes` neither."""

    kind: str
    name: str
    text: str = ""
    attributes: Mapping[str, str] = {}
    line: int = 0
    column: int = 0


def events(source: Source) -> Iterator[Event]:
    """The events of an XML text in order. Raises CheckerError where it is not well-formed, or is hostile.

    >>> [e.name for e in events(Source("a.xml", b"", "<a><b>x</b></a>")) if e.kind == "start"]
    ['a', 'b']
    """
    reader, text = _Reader(source), source.text
    for at in range(0, max(len(text), 1), _CHUNK):
        yield from reader.feed(text[at:at + _CHUNK], last=at + _CHUNK >= len(text))


class _Reader:
    """An expat parser, and what it met since it was last asked."""

    def __init__(self, source: Source) -> None:
        self.path, self.limits = source.path, source.limits
        self.met, self.depth = list[Event](), 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.EntityDeclHandler = self._refuse
        self.parser.UnparsedEntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def feed(self, text: str, last: bool) -> list[Event]:
        """The events of a further stretch."""
        self.met = []
        try:
            self.parser.Parse(text.encode("utf-8", "replace").decode(), last)
        except expat.ExpatError as error:
            raise CheckerError(f"{self.path}: not well-formed XML (line {error.lineno}: "
                               f"{expat.ErrorString(error.code)}); correct it") from None
        return self.met

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self.limits.nesting:
            raise self.limits.exceeded("nesting", self.path, _TOO_DEEP)
        self._add("start", name, attributes={_local(k): v for k, v in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self._add("end", name)

    def _text(self, text: str) -> None:
        self._add("text", "", text)

    def _add(self, kind: str, name: str, text: str = "", attributes: Mapping[str, str] = {}) -> None:
        self.met.append(Event(kind, _local(name), text, attributes, self.parser.CurrentLineNumber,
                              self.parser.CurrentColumnNumber + 1))

    def _refuse(self, *_: object) -> NoReturn:
        raise CheckerError(f"{self.path}: declares XML entities, which are not read; remove its document type")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
