"""What a run found, over one article set or several: what every output format is made from."""
from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .article import Article
from .finding import Finding, RelatedSide, Severity, Side
from .report import SEVERITIES, Report
from .suppressions.record import Suppression
from .verdict import order


@dataclass(frozen=True)
class SetResult:
    """One article set: its report, or why there is none.

    `problems` are lines for standard error: the set, or files of it, could not be checked; `bug` says that the fault is
    ours. `findings` are those that no report holds. `notes` are plain sentences for the summary.
    """

    slug: str
    report: Report | None
    problems: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    bug: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A finding with the file it is to be mended in, and the place on the other side.

    `path` and `other_path` are relative to the repository's root with `/` where they lie in it.
    """

    slug: str
    path: str
    language: str
    side: Side | None
    other_path: str | None
    other: Side | None
    finding: Finding
    suppression: Suppression | None = None

    @property
    def line(self) -> int:
        """The line to point at; the first where the format has none."""
        return (self.side.line if self.side else None) or 1

    @property
    def column(self) -> int:
        """The column to point at; the first where the format has none."""
        return (self.side.column if self.side else None) or 1


@dataclass(frozen=True)
class Outcome:
    """All sets of a run. `several` says whether the run was over sets (and prints as such) or over the files named."""

    sets: tuple[SetResult, ...]
    several: bool = False
    root: Path = Path()

    def rows(self) -> list[Row]:
        """Every finding, set by set and version by version, worst first within each."""
        return [row for one in self.sets for row in self._rows(one)]

    def worst_first(self) -> list[Row]:
        """Every finding, in the order of the page: what an editor should see first of all sets."""
        return sorted(self.rows(), key=lambda r: order(r.finding))

    def suppressed(self) -> list[Row]:
        """What a decision or an inline comment silenced."""
        return [self._row(one, s.translation, s.finding, s.suppression) for one in self.sets if one.report
                for s in one.report.suppressed]

    def summary(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        return _count(row.finding for row in self.rows())

    def failing(self, least: str) -> list[Row]:
        """The findings that fail the run: at or above a severity, and not there before. None for `never`."""
        words = SEVERITIES[:SEVERITIES.index(least) + 1] if least in SEVERITIES else ()
        return [r for r in self.rows() if r.finding.severity in words and r.finding.state != "unchanged"]

    def problems(self) -> list[str]:
        """One line for each file or set that could not be checked."""
        return [problem for one in self.sets for problem in one.problems]

    def assumptions(self) -> list[str]:
        """One line for each thing that was assumed of a file on reading it."""
        reports = [one.report for one in self.sets if one.report]
        return list(dict.fromkeys(note for report in reports for note in report.notes()))

    def relative(self, path: str) -> str:
        """A path as reports for other tools print it: from the repository's root, with `/`."""
        return relative_path(path, self.root)

    def _rows(self, one: SetResult) -> Iterator[Row]:
        if one.report:
            for version, finding in one.report.all_findings():
                yield self._row(one, version.article if version else None, finding)
        for finding in one.findings:
            yield self._row(one, None, finding)

    def _row(self, one: SetResult, translation: Article | None, finding: Finding,
             suppression: Suppression | None = None) -> Row:
        original = one.report.original if one.report else None
        if translation is not None:
            return Row(one.slug, self.relative(translation.path), translation.language, finding.translation,
                       self.relative(original.path) if original else None, finding.original, finding, suppression)
        elsewhere = _elsewhere(finding)
        if elsewhere or original is None:
            path, side = (elsewhere.path, elsewhere.side) if elsewhere else (one.slug, None)
            return Row(one.slug, self.relative(path), "", side, None, None, finding, suppression)
        return Row(one.slug, self.relative(original.path), original.language, finding.original, None, None, finding,
                   suppression)


def _elsewhere(finding: Finding) -> RelatedSide | None:
    """Where a finding without a side of its own points: an unreadable file, an orphan."""
    return finding.related[0] if finding.related and not finding.original and not finding.translation else None


def _count(findings: Iterator[Finding]) -> dict[Severity, int]:
    found: Sequence[Severity] = [f.severity for f in findings]
    words: tuple[Severity, ...] = ("error", "warning", "info")
    return {word: found.count(word) for word in words}


def relative_path(path: str, root: Path) -> str:
    """A path from `root`, with `/`, where it lies in it; else as it is."""
    full, base = Path(os.path.abspath(path)), Path(os.path.abspath(root))
    return full.relative_to(base).as_posix() if full.is_relative_to(base) else Path(path).as_posix()


def repository_root(start: str | Path) -> Path:
    """The nearest folder upwards that holds a `.git`, else `start` itself."""
    start = Path(os.path.abspath(start))
    return next((folder for folder in (start, *start.parents) if (folder / ".git").exists()), start)
