"""The outcome of comparing two dates."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["same", "compatible", "different"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a translation's date stands to the original's.

    `code` names the fault of different dates. `likeness` (0 to 1) ranks candidates for a match: 1 for the same date, 0
    for dates that have nothing in common ("14:30" and "2013"). `note` is a plain sentence on what differs, or "".
    """

    relation: Relation
    code: str = ""
    note: str = ""
    likeness: float = 0.0

    @property
    def rank(self) -> tuple[int, float]:
        """What the better of two outcomes has more of."""
        return {"different": 0, "compatible": 1, "same": 2}[self.relation], self.likeness
