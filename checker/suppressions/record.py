"""What it means that a finding is silenced. Plain data."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from ..article import Article
from ..finding import Finding


@dataclass(frozen=True, slots=True)
class Suppression:
    """Who silenced a finding, how, and why."""

    by: Literal["decision", "comment"]
    reason: str = ""
    who: str = ""
    expires: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """As the JSON report prints it."""
        return {"by": self.by, "reason": self.reason, "who": self.who, "expires": self.expires}


@dataclass(frozen=True)
class Suppressed:
    """A finding that is not reported, the version it is about (None: the set), and what silenced it."""

    finding: Finding
    translation: Article | None
    suppression: Suppression
