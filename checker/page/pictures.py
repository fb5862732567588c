"""What people would rather look at: coverage and findings along the article, the dates in time, the names."""
from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..finding import Finding
from ..report import Report, TranslationReport
from .cards import Card
from .facts import FactRow
from .phrases import Phrase
from .plain import interval, plain


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of the original, from 0 to 1 of its length, and how a version has it."""

    start: float
    end: float
    state: str


_PLACES = 200
"""So many pins stand apart along the original; of those that would cover each other the worst is drawn."""


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
    """A date that a text states. `lane` 0 is the original, others those of the timeline's versions; `row` is its fact.

    `due` is where the original has the date, if that is elsewhere.
    """

    lane: int
    at: float
    status: str
    row: int
    lang: str
    text: str
    due: float | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of all texts in time. The scale is compressed, so that years apart and days apart are both seen.

    `versions` are those that have a lane.
    """

    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    versions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way in which a version writes a name: how often, on which lines, and its share of them, 0 to 1.

    `finding` is the one that speaks of this rendering.
    """

    text: str
    count: int
    lines: tuple[int, ...]
    share: float
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A name of the original and its renderings by version, short forms too: several need not be a fault."""

    original: str
    type: str
    renderings: tuple[tuple[Rendering, ...], ...]

    @property
    def doubted(self) -> bool:
        """Whether a finding speaks of one of the renderings."""
        return any(r.finding for column in self.renderings for r in column)

    @property
    def weights(self) -> tuple[int, ...]:
        """How much each version asks to be looked at: doubted renderings, then how many there are."""
        return tuple(1000 * sum(1 for r in column if r.finding) + len(column) for column in self.renderings)


def strip(report: Report, version: int, cards: Sequence[Card]) -> Strip:
    """A version along the original."""
    translation, length = report.translations[version], max(1, len(report.original.text))
    pins: dict[int, Pin] = {}
    for card in (c for c in cards if c.version == version and not c.suppression):  # Worst first.
        at = _original_place(report, translation, card) / length
        pins.setdefault(round(at * _PLACES), Pin(at, card))
    return Strip(version, _bands(report, translation), tuple(sorted(pins.values(), key=lambda p: p.at)))


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
    found = sorted(_dates(report, rows), key=lambda d: (d.day, d.lane, d.row))
    days = sorted({d.day for d in found})
    if len(days) < 2:
        return None
    at = _scale(days)
    labels = {d.day: d.value for d in reversed(found)}
    due = {d.row: at[d.day] for d in found if d.lane == 0}
    versions = tuple(v for v, t in enumerate(report.translations) if t.alignment.relation != "unrelated")
    languages = [report.original.language, *(t.article.language for t in report.translations)]
    lanes = {0: 0, **{v + 1: lane for lane, v in enumerate(versions, 1)}}
    dots = {(d.lane, d.day, d.status): Dot(lanes[d.lane], at[d.day], d.status, d.row, languages[d.lane], d.text,
                                           due.get(d.row) if d.status == "differs" else None) for d in found}
    ticks = tuple(Tick(at[day], plain(labels[day], "date") or Phrase("")) for day in days)
    return Timeline(ticks, tuple(dots.values()), versions)


class _Date(NamedTuple):
    day: dt.date
    lane: int
    row: int
    status: str
    value: str
    text: str


def _dates(report: Report, rows: Sequence[FactRow]) -> Iterator[_Date]:
    year = report.original.date.year if report.original.date else None
    for row in (r for r in rows if r.kind == "date"):
        if days := interval(row.value, year):
            yield _Date(days[0], 0, row.key, "same", row.value or "", row.text)
        for version, cell in enumerate(row.cells):
            if days := interval(cell.value, year):
                yield _Date(days[0], version + 1, row.key, cell.status, cell.value or "", cell.text)


def _scale(days: Sequence[dt.date]) -> Mapping[dt.date, float]:
    """Each day's place from 0 to 1: neighbours stand apart by the logarithm of the days between them."""
    places = [0.0]
    for before, after in zip(days, days[1:]):
        places.append(places[-1] + 1 + math.log10(max(1, (after - before).days)) / 2)
    return {day: round(place / places[-1], 4) for day, place in zip(days, places)}


def ledger(report: Report) -> tuple[LedgerRow, ...]:
    """The names of the contract's ledger, each version's renderings most frequent first."""
    doubted: dict[tuple[int, str], Finding] = {}
    for version, translation in enumerate(report.translations):
        for finding in (f for f in translation.findings if f.kind == "name"):
            for side in (finding.translation, *(r.side for r in finding.related if r.role == "variant")):
                if side and side.text:
                    doubted.setdefault((version, side.text), finding)
    return tuple(_ledger_row(name, len(report.translations), doubted) for name in report.names)


def _ledger_row(name: Mapping[str, Any], versions: int, doubted: Mapping[tuple[int, str], Finding]) -> LedgerRow:
    columns = []
    for version in range(versions):
        found = [r for r in name["renderings"] if r["translation"] == version]
        total = sum(r["count"] for r in found) or 1
        columns.append(tuple(Rendering(r["text"], r["count"], tuple(r["lines"]), r["count"] / total,
                                       doubted.get((version, r["text"])))
                             for r in sorted(found, key=lambda r: (-r["count"], r["text"]))))
    return LedgerRow(name["original"], name["type"], tuple(columns))
