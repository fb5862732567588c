"""A line to spoil, and what spoils it."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Slip:
    """What stands from `start` to `end` of a line becomes `new`."""

    sort: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Text:
    """A line of a version: what the original says there, what the version says before, and all that it says.

    `places` are names of places, and `persons` of persons, that the article does not have.
    """

    text: str
    language: str
    original: str
    before: str
    whole: str
    persons: Sequence[str] = ()
    places: Sequence[str] = ()


def cased(new: str, old: str) -> str:
    """`new` with the capital that `old` begins with, if any."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
