"""The parts of a name that are rendered apart: Bộ Ngoại giao + Nhật Bản, Đại học + Michigan."""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from . import exonyms
from .folding import words

_LONGEST = 8
# A word that says what kind of thing it is tells less than the part that says which.
_KIND, _WHICH = 1.0, 2.0
# A small town or a language is called like many a person.
_TELLING = {"institution", "organisation", "place", "territory", "subdivision", "city", "people"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a name; `own`: it says which one is meant, not what kind of thing it is."""

    text: str
    weight: float
    own: bool
    type: str | None


@lru_cache(maxsize=4096)
def pieces(name: str, type: str | None = None) -> tuple[Piece, ...]:
    """The longest known parts of a name from left to right, and what is left between them.

    >>> [p.text for p in pieces("Bộ Ngoại giao Nhật Bản")]
    ['Bộ Ngoại giao', 'Nhật Bản']
    >>> [(p.text, p.own) for p in pieces("Đại học Michigan")]
    [('Đại học', False), ('Michigan', True)]
    """
    if type == "person":
        return ()
    found = words(name)
    parts: list[Piece] = []
    rest: int | None = None
    at = 0
    while at < len(found):
        length = _known(name, found, at)
        if length and rest is not None:
            parts.append(_piece(name[found[rest].start:found[at - 1].end], False))
            rest = None
        if length:
            parts.append(_piece(name[found[at].start:found[at + length - 1].end], True))
        elif rest is None:
            rest = at
        at += length or 1
    if rest is not None:
        parts.append(_piece(name[found[rest].start:], False))
    return tuple(parts)


def _known(name: str, found: tuple, at: int) -> int:  # type: ignore[type-arg]
    """How many words from `at` on are a known name, the whole name excepted; 0 for none."""
    for length in range(min(_LONGEST, len(found) - at), 0, -1):
        part = name[found[at].start:found[at + length - 1].end]
        if length < len(found) and any(i.split(":")[0] in _TELLING for i in exonyms.identifiers(part)):
            return length
    return 0


def _piece(text: str, known: bool) -> Piece:
    kind = known and all(i.startswith("institution:") for i in exonyms.identifiers(text))
    return Piece(text, _KIND if kind else _WHICH, not kind, None if known else "unknown")
