"""Which words of a translation stand for which words of the original (seam; the encoder's states fill it)."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Projection:
    """Where a stretch of one side is said on the other: file offsets, and how sure (0 to 1)."""

    start: int
    end: int
    confidence: float


class Links(Protocol):
    """Word links of one bead. All offsets are the files' own."""

    def project(self, start: int, end: int) -> Projection | None:
        """The translation's words that say the original's words from `start` to `end`."""
        ...

    def back(self, start: int, end: int) -> Projection | None:
        """The original's words that the translation's words from `start` to `end` say."""
        ...

    def strength(self, original: tuple[int, int], translation: tuple[int, int]) -> float:
        """How strongly two stretches are linked, 0 to 1."""
        ...
