"""The table of facts: each figure, date and name of the original, and what every version makes of it.

Facts that agree are shown beside those that do not, so that an editor can see what was compared and trust the rest.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from ..article import Article
from ..finding import Agreement, Finding, Severity
from ..report import Report, TranslationReport
from .phrases import Phrase
from .plain import plain_unless_said

Status = Literal["same", "differs", "missing", "added", "passage", "unrelated", "unknown"]
FACT_KINDS = ("number", "date", "name")


class Span(NamedTuple):
    """File offsets, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FactCell:
    """A fact in one version. `passage` means that its whole sentence is missing, `unknown` that it was not compared.

    `finding` is the id of the finding that speaks of it, `code` that finding's.
    """

    status: Status
    span: Span | None = None
    text: str = ""
    value: str | None = None
    plain: Phrase | None = None
    finding: str | None = None
    code: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact of the original (`span` is None for one that a version added) and its counterparts, one a version.

    `key` names it on the page. `repeats` is the key of an earlier row with the same value where every version agrees:
    a name said twenty times need not fill twenty rows.
    """

    key: int
    kind: str
    span: Span | None
    text: str
    value: str | None
    plain: Phrase | None
    line: int | None
    segment: int | None
    cells: tuple[FactCell, ...]
    repeats: int | None = None

    @property
    def differs(self) -> bool:
        """Whether a version says something else, or nothing."""
        return any(c.finding for c in self.cells)


class Tally(NamedTuple):
    """Of how many facts of the original a version agrees, and how many were compared or looked for in it."""

    agree: int
    compared: int


def tally(rows: Iterable[FactRow], version: int) -> Tally:
    """How a version's facts fare against the original's."""
    cells = [row.cells[version].status for row in rows if row.span]
    return Tally(cells.count("same"), sum(s in ("same", "differs", "missing") for s in cells))


class _Index:
    """Spans by the segments they stand in, so that looking for an overlap is looking in one sentence."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._by_segment: dict[int, list[tuple[Span, int]]] = defaultdict(list)

    def add(self, span: Span, position: int) -> None:
        for segment in self._article.segments_over(*span):
            self._by_segment[segment].append((span, position))

    def best(self, span: Span) -> int | None:
        """The position of the span that shares most with this one; the first of equals."""
        found: tuple[int, int] | None = None
        for segment in self._article.segments_over(*span):
            for other, position in self._by_segment[segment]:
                shared = min(span.end, other.end) - max(span.start, other.start)
                if shared > 0 and (found is None or shared > found[0]):
                    found = shared, position
        return found[1] if found else None


def fact_rows(report: Report) -> tuple[FactRow, ...]:
    """The rows of the table, in the original's order; what a version added stands where it would belong."""
    originals = _originals(report)
    columns = [_column(report.original, originals, t) for t in report.translations]
    rows = [replace(row, cells=tuple(column[i] for column, _ in columns)) for i, row in enumerate(originals)]
    for version, (_, extra) in enumerate(columns):
        rows += [_added(report, version, finding) for finding in extra]
    rows.sort(key=lambda r: (r.span.start, r.span.end) if r.span else (r.key, r.key))
    return tuple(_mark_repeats(replace(row, key=key) for key, row in enumerate(rows)))


def _originals(report: Report) -> list[FactRow]:
    """A row without cells for each fact that was read in the original, or that a check compared there."""
    article, rows = report.original, list[FactRow]()
    index = {kind: _Index(article) for kind in FACT_KINDS}

    def add(kind: str, span: Span, value: str | None) -> None:
        index[kind].add(span, len(rows))
        line, _ = article.document.position(span.start)
        text = article.text[span.start:span.end]
        rows.append(FactRow(0, kind, span, text, value, plain_unless_said(value, kind, text), line,
                            article.segments_over(*span)[0], ()))

    for fact in (f for facts in report.facts.values() for f in facts):
        add(fact.kind, Span(fact.start, fact.end), fact.value)
    for kind, span, value in _compared(report.translations):
        if index[kind].best(span) is None:
            add(kind, span, value)
    return sorted(rows, key=lambda r: r.span or Span(0, 0))


def _compared(translations: Iterable[TranslationReport]) -> Iterator[tuple[str, Span, str | None]]:
    for translation in translations:
        for agreement in translation.agreements:
            if agreement.kind in FACT_KINDS:
                yield agreement.kind, Span(agreement.original.start, agreement.original.end), agreement.original.value
        for finding in translation.findings:
            side = finding.original
            if finding.kind in FACT_KINDS and side and side.end > side.start:
                yield finding.kind, Span(side.start, side.end), side.value


def _column(original: Article, rows: Sequence[FactRow],
            translation: TranslationReport) -> tuple[list[FactCell], list[Finding]]:
    """One version's cells, and the findings that belong to no fact of the original."""
    cells = [_without_counterpart(translation, row) for row in rows]
    index = {kind: _Index(original) for kind in FACT_KINDS}
    for i, row in enumerate(rows):
        index[row.kind].add(row.span or Span(0, 0), i)
    spoken = {kind: _Index(translation.article) for kind in FACT_KINDS}
    for agreement in translation.agreements:
        if agreement.kind not in FACT_KINDS:
            continue
        at = index[agreement.kind].best(Span(agreement.original.start, agreement.original.end))
        if at is not None:
            cells[at] = _agreed(translation.article, agreement)
            spoken[agreement.kind].add(Span(agreement.translation.start, agreement.translation.end), at)
    return cells, list(_unplaced(translation, cells, index, spoken))


def _unplaced(translation: TranslationReport, cells: list[FactCell], index: dict[str, _Index],
              spoken: dict[str, _Index]) -> Iterator[Finding]:
    """Put each finding in the cell of its fact, the worst last to write; yields those that have none."""
    for finding in reversed(translation.findings):
        if finding.kind not in FACT_KINDS:
            continue
        at = None
        if finding.original:
            at = index[finding.kind].best(Span(finding.original.start, finding.original.end))
        if at is None and finding.translation:
            at = spoken[finding.kind].best(Span(finding.translation.start, finding.translation.end))
        if at is not None:
            cells[at] = _found(finding)
        elif finding.translation and finding.translation.text:
            yield finding


def _without_counterpart(translation: TranslationReport, row: FactRow) -> FactCell:
    if translation.alignment.relation == "unrelated":
        return FactCell("unrelated")
    missing = row.segment is not None and not translation.alignment.bead_of_original(row.segment).translation
    return FactCell("passage" if missing else "unknown")


def _agreed(article: Article, agreement: Agreement) -> FactCell:
    place, words = agreement.translation, article.text[agreement.translation.start:agreement.translation.end]
    return FactCell("same", Span(place.start, place.end), words, place.value,
                    plain_unless_said(place.value, agreement.kind, words))


def _found(finding: Finding) -> FactCell:
    side = finding.translation
    status: Status = "differs" if side and side.text else "missing"
    if side is None:
        return FactCell(status, finding=finding.id, code=finding.code, severity=finding.severity)
    return FactCell(status, Span(side.start, side.end), side.text, side.value,
                    plain_unless_said(side.value, finding.kind, side.text), finding.id, finding.code, finding.severity)


def _added(report: Report, version: int, finding: Finding) -> FactRow:
    """A row for what only a version says; its `key` is for now the original's place where it would stand."""
    cells = [FactCell("unknown") for _ in report.translations]
    cells[version] = replace(_found(finding), status="added")
    return FactRow(_belongs(report, version, finding), finding.kind, None, "", None, None, None, None, tuple(cells))


def _belongs(report: Report, version: int, finding: Finding) -> int:
    if finding.original:
        return finding.original.start
    side, alignment = finding.translation, report.translations[version].alignment
    for segment in reversed(range((side.segments[0] if side and side.segments else 0) + 1)):
        if originals := alignment.bead_of_translation(segment).original:
            return report.original.segments[originals[-1]].end
    return 0


def _mark_repeats(rows: Iterable[FactRow]) -> Iterator[FactRow]:
    first: dict[tuple[str, str | None], int] = {}
    for row in rows:
        said = (row.kind, row.value)
        calm = row.value is not None and not row.differs and all(c.status in ("same", "unrelated") for c in row.cells)
        if calm and said in first:
            yield replace(row, repeats=first[said])
        else:
            first.setdefault(said, row.key)
            yield row
