"""What a check reports, and what a report shows: plain data, no rules about either."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["number", "date", "name", "content", "language", "set"]
Severity = Literal["error", "warning", "info"]
Role = Literal["variant", "witness", "moved-to", "same-fact"]
State = Literal["new", "unchanged"]

CODES: dict[str, tuple[str, ...]] = {
    "number": ("number-changed", "magnitude-changed", "unit-changed", "bound-changed", "range-changed",
               "number-missing", "number-added", "number-inconsistent", "conversion"),
    "date": ("date-changed", "era-changed", "era-mixed", "weekday-changed", "time-changed", "duration-changed",
             "date-missing", "date-added", "date-impossible"),
    "name": ("name-changed", "name-misspelt", "name-missing", "name-added", "name-inconsistent", "role-changed",
             "acronym-changed", "gender-changed", "name-not-approved"),
    "content": ("passage-missing", "passage-added", "passage-moved", "untranslated", "negation-changed", "furniture",
                "not-a-translation"),
    "language": ("wrong-language",),
    "set": ("missing-translation", "orphan-translation", "stale-translation", "unused-suppression", "unreadable"),
}
KIND_OF: dict[str, Kind] = {code: kind for kind, codes in CODES.items() for code in codes}  # type: ignore[misc]

# Places of messages where languages' codes stand.
LANGUAGE_PLACES = frozenset({"language", "upheld", "shared", "read"})


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people: a gettext msgid with named places, and what stands in them.

    Languages are given by their codes (at the places of `LANGUAGE_PLACES`, with ", " between) and shown by their names.

    >>> str(Message("«{original}» is not in the {language}.", {"original": "12,5 tỷ", "language": "nl"}))
    '«12,5 tỷ» is not in the Dutch.'
    """

    template: str
    arguments: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        from .i18n import SOURCE, catalogue

        return catalogue(SOURCE).message(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A fact's own words on one side: file offsets (end exclusive; empty for what is missing) and its value."""

    start: int
    end: int
    value: str | None = None

    def meets(self, other: Place) -> bool:
        """Whether two places of one file share a character.

        >>> Place(0, 4).meets(Place(3, 6)), Place(0, 4).meets(Place(4, 6))
        (True, False)
        """
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Related:
    """A further place that bears on a finding. `article` is the key of another article of the set (`Article.key`).

    None is the finding's own translation.
    """

    place: Place
    role: Role
    article: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """What one check says, before the verdict: no severity yet, no fingerprint, perhaps a symptom of another's cause.

    `evidence` holds named measures between 0 and 1 (link strength, extraction certainty, alignment score …) from which
    the verdict computes a calibrated confidence; `certainty` is the check's own estimate of it. `advisory` says that
    the check itself holds this to be at most worth knowing (severity info).
    """

    code: str
    message: Message
    original: Place | None
    translation: Place | None
    certainty: float
    evidence: Mapping[str, float] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    suggestion: str | None = None
    advisory: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """A fact that stands on both sides and was held to be the same: what an editor need not look at again.

    Checks yield these beside discrepancies; the table of facts and the page's counterparts are made of both.
    """

    kind: Kind
    original: Place
    translation: Place
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Side:
    """A place as reports print it: with its segments, line, column, words and value."""

    segments: tuple[int, ...]
    start: int
    end: int
    line: int | None
    column: int | None
    text: str
    value: str | None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedSide:
    """A related place as reports print it. `language` tells apart what one file holds; empty where none does."""

    side: Side
    path: str
    role: Role
    language: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The key of the article it is in."""
        return self.path, self.language


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, as the contract's FINDING: ready to print, rank, suppress and compare.

    `state` tells what is new from what was there before, where there is something to compare with: a baseline, or the
    base of a pull request. None where there is not.
    """

    id: str
    fingerprint: str
    kind: Kind
    code: str
    severity: Severity
    confidence: float
    message: Message
    original: Side | None
    translation: Side | None
    related: tuple[RelatedSide, ...] = ()
    suggestion: str | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)
    state: State | None = None
