"""What both sides of a bead have of one kind, words or roles or bodies, and how the links tie one to another."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ..links import Links, Projection


class Spanned(Protocol):
    """What stands from `start` to `end` of its file."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends (exclusive)."""
        ...


T = TypeVar("T", bound=Spanned)


@dataclass(frozen=True)
class Sides(Generic[T]):
    """What the original and the translation have of one kind in a bead, and the links of its words."""

    ours: Sequence[T]
    theirs: Sequence[T]
    links: Links

    def link(self, own: T, other: T) -> float:
        """How strongly one of the original's is linked to one of the translation's, 0 to 1."""
        return self.links.strength((own.start, own.end), (other.start, other.end))

    def leads(self, own: T, other: T) -> tuple[bool, bool]:
        """Whether the links lead from the original's to the translation's, and back."""
        return (_over(self.links.project(own.start, own.end), other),
                _over(self.links.back(other.start, other.end), own))


def _over(said: Projection | None, one: Spanned) -> bool:
    return said is not None and said.start < one.end and one.start < said.end
