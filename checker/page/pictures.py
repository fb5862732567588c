"""What people would rather look at: coverage and findings along the article, the dates in time, the names."""
from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..report import Report, TranslationReport
from .cards import Card
from .facts import FactRow
from .plain import Phrase, interval, plain


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the original, from 0 to 1 of its length, and how a version has it."""

    start: float
    end: float
    state: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A finding's place along the original, 0 to 1."""

    at: float
    card: Card


@dataclass(frozen=True, slots=True)
class Strip:
    """One version along the original: what it covers, and where its findings are."""

    version: int
    bands: tuple[Band, ...]
    pins: tuple[Pin, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the timeline's axis, 0 to 1."""

    at: float
    label: Phrase


@dataclass(frozen=True, slots=True)
class Dot:
    """A date that a text states. `lane` 0 is the original, version v has lane v + 1; `row` is its fact's key."""

    lane: int
    at: float
    status: str
    row: int
    text: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of all texts in time. The scale is compressed, so that years apart and days apart are both seen."""

    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a version writes a name: how often, on which lines, and its share of them, 0 to 1."""

    text: str
    count: int
    lines: tuple[int, ...]
    share: float


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A name of the original and its renderings, by version; several in one version are worth a look."""

    original: str
    type: str
    renderings: tuple[tuple[Rendering, ...], ...]

    @property
    def varies(self) -> bool:
        """Whether a version writes the name in more than one way."""
        return any(len(r) > 1 for r in self.renderings)


def strip(report: Report, version: int, cards: Sequence[Card]) -> Strip:
    """A version along the original."""
    translation, length = report.translations[version], max(1, len(report.original.text))
    pins = [Pin(min(1.0, max(0.0, _original_place(report, translation, c) / length)), c) for c in cards
            if c.version == version and not c.suppression]
    return Strip(version, _bands(report, translation), tuple(sorted(pins, key=lambda p: p.at)))


def _original_place(report: Report, translation: TranslationReport, card: Card) -> int:
    """Where a finding stands along the original: by its own place, or by the sentence it was found beside."""
    found = next(f for f in translation.findings if f.id == card.id)
    if found.original:
        return found.original.start
    first = found.translation.segments[0] if found.translation and found.translation.segments else 0
    for segment in reversed(range(min(first + 1, len(translation.article.segments)))):
        if originals := translation.alignment.bead_of_translation(segment).original:
            return report.original.segments[originals[0]].start
    return 0


def _bands(report: Report, translation: TranslationReport) -> tuple[Band, ...]:
    length, bands = max(1, len(report.original.text)), list[Band]()
    for segment in report.original.segments:
        state = translation.alignment.bead_of_original(segment.id).type
        start, end = segment.start / length, segment.end / length
        if bands and bands[-1].state == state:
            bands[-1] = Band(bands[-1].start, end, state)
        else:
            bands.append(Band(start, end, state))
    return tuple(bands)


def timeline(report: Report, rows: Sequence[FactRow]) -> Timeline | None:
    """The dates of the original and of its versions; None where fewer than two have a place on a calendar."""
    year = report.original.date.year if report.original.date else None
    found: list[tuple[dt.date, int, str, FactRow, str, str]] = []
    for row in (r for r in rows if r.kind == "date"):
        if days := interval(row.value, year):
            found.append((days[0], 0, "same", row, row.value or "", row.text))
        for version, cell in enumerate(row.cells):
            if days := interval(cell.value, year):
                found.append((days[0], version + 1, cell.status, row, cell.value or "", cell.text))
    days_seen = sorted({f[0] for f in found})
    if len(days_seen) < 2:
        return None
    at = _scale(days_seen)
    labels = {day: next(f[4] for f in found if f[0] == day) for day in days_seen}
    ticks = tuple(Tick(at[day], plain(labels[day], "date") or Phrase("")) for day in days_seen)
    dots = {(lane, at[day], status, row.key): Dot(lane, at[day], status, row.key, text)
            for day, lane, status, row, _, text in found}
    return Timeline(ticks, tuple(dots[k] for k in sorted(dots)), len(report.translations) + 1)


def _scale(days: Sequence[dt.date]) -> Mapping[dt.date, float]:
    """Each day's place from 0 to 1: neighbours stand apart by the logarithm of the days between them."""
    places = [0.0]
    for before, after in zip(days, days[1:]):
        places.append(places[-1] + 1 + math.log10(max(1, (after - before).days)) / 2)
    return {day: round(place / places[-1], 4) for day, place in zip(days, places)}


def ledger(report: Report) -> tuple[LedgerRow, ...]:
    """The names of the contract's ledger, each version's renderings most frequent first."""
    return tuple(_ledger_row(name, len(report.translations)) for name in report.names)


def _ledger_row(name: Mapping[str, Any], versions: int) -> LedgerRow:
    columns: list[list[Rendering]] = [[] for _ in range(versions)]
    for version in range(versions):
        found = [r for r in name["renderings"] if r["translation"] == version]
        total = sum(r["count"] for r in found) or 1
        columns[version] = [Rendering(r["text"], r["count"], tuple(r["lines"]), r["count"] / total)
                            for r in sorted(found, key=lambda r: (-r["count"], r["text"]))]
    return LedgerRow(name["original"], name["type"], tuple(tuple(c) for c in columns))
