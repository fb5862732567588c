"""The result of a check, whole: what every output format is made from. Data, and its plain-dict form.

`Report.to_dict()` is the JSON report of the contract, schema version 1.0.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import __version__
from .article import Alignment, Article, Bead, Document, Segment
from .facts import Fact
from .finding import Agreement, Finding, RelatedSide, Side
from .suppressions.record import Suppressed

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = "1.0"
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class TranslationReport:
    """One version: its article, how it aligns, what was found.

    `facts` maps a segment's id to its facts at file offsets; `agreements` are facts that stand on both sides.
    `scores` holds sacrebleu's figures against a reference, where one was given.
    """

    article: Article
    alignment: Alignment
    findings: tuple[Finding, ...]
    facts: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()
    scores: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """One entry of `translations` in the JSON report."""
        return {
            "path": self.article.path,
            "language": self.article.language,
            "relation": self.alignment.relation,
            "coverage": round(self.alignment.coverage, 3),
            "segments": _segments(self.article),
            "alignment": [_bead(b) for b in self.alignment.beads],
            "findings": [finding_dict(f) for f in self.findings],
            "scores": dict(self.scores),
        }


@dataclass(frozen=True)
class Report:
    """An original and its versions, checked.

    `set_findings` are about the original alone or the whole set. `names` is the ledger as the contract prints it,
    most frequent name first. `signature` says everything that shaped the result (checker, model, thresholds).
    `suppressed` are findings that a decision or an inline comment silenced: they are in no list and no count.
    """

    original: Article
    translations: tuple[TranslationReport, ...]
    set_findings: tuple[Finding, ...]
    signature: str
    model: Mapping[str, str]
    facts: Mapping[int, tuple[Fact, ...]] = field(default_factory=dict)
    names: tuple[Mapping[str, Any], ...] = ()
    suppressed: tuple[Suppressed, ...] = ()

    def all_findings(self) -> Iterator[tuple[TranslationReport | None, Finding]]:
        """Every finding with its version; None for those of the whole set."""
        yield from ((None, f) for f in self.set_findings)
        yield from ((t, f) for t in self.translations for f in t.findings)

    def notes(self) -> Iterator[str]:
        """What was assumed of each file on reading it."""
        yield from self.original.document.notes
        yield from (note for t in self.translations for note in t.article.document.notes)

    def summary(self) -> dict[str, int]:
        """How many findings of each severity there are."""
        found: list[str] = [f.severity for _, f in self.all_findings()]
        return {severity: found.count(severity) for severity in SEVERITIES}

    def to_dict(self) -> dict[str, Any]:
        """The JSON report of the contract."""
        return {
            "schema_version": SCHEMA_VERSION,
            "checker_version": __version__,
            "signature": self.signature,
            "model": dict(self.model),
            "original": {
                "path": self.original.path,
                "language": self.original.language,
                "date": self.original.date.isoformat() if self.original.date else None,
                "segments": _segments(self.original),
            },
            "translations": [t.to_dict() for t in self.translations],
            "findings": [finding_dict(f) for f in self.set_findings],
            "names": [dict(n) for n in self.names],
            "suppressed": [_suppressed(s) for s in self.suppressed],
            "summary": self.summary(),
        }

    @property
    def findings(self) -> pandas.DataFrame:
        """One row a finding, for notebooks and CSV; the columns are those of `FRAME_COLUMNS`."""
        import pandas

        rows = [_row(self.original.path, t.article if t else self.original, f) for t, f in self.all_findings()]
        return pandas.DataFrame(rows, columns=list(FRAME_COLUMNS))


FRAME_COLUMNS = (
    "path", "language", "id", "fingerprint", "kind", "code", "severity", "confidence", "message", "suggestion",
    "original_path", "original_line", "original_column", "original_text", "original_value",
    "line", "column", "text", "value",
)


def _row(original_path: str, article: Article, finding: Finding) -> dict[str, Any]:
    row: dict[str, Any] = {
        "path": article.path, "language": article.language, "id": finding.id, "fingerprint": finding.fingerprint,
        "kind": finding.kind, "code": finding.code, "severity": finding.severity, "confidence": finding.confidence,
        "message": str(finding.message), "suggestion": finding.suggestion, "original_path": original_path,
    }
    if finding.original:
        side = finding.original
        row |= {"original_line": side.line, "original_column": side.column, "original_text": side.text,
                "original_value": side.value}
    if finding.translation:
        side = finding.translation
        row |= {"line": side.line, "column": side.column, "text": side.text, "value": side.value}
    return row


def _segments(article: Article) -> list[dict[str, Any]]:
    return [_segment(article.document, s) for s in article.segments]


def _segment(document: Document, segment: Segment) -> dict[str, Any]:
    line, column = document.position(segment.start)
    block = document.block_at(segment.start)
    made = {"id": segment.id, "paragraph": segment.paragraph, "start": segment.start, "end": segment.end,
            "line": line, "column": column, "text": segment.text}
    if block is not None and block.place is not None:
        made["place"] = block.place
    return made


def _bead(bead: Bead) -> dict[str, Any]:
    return {"original": list(bead.original), "translation": list(bead.translation),
            "score": round(bead.score, 3), "type": bead.type}


def finding_dict(finding: Finding) -> dict[str, Any]:
    """A FINDING of the contract."""
    made: dict[str, Any] = {
        "id": finding.id, "fingerprint": finding.fingerprint, "kind": finding.kind, "code": finding.code,
        "severity": finding.severity, "confidence": finding.confidence, "message": str(finding.message),
        "original": _side(finding.original), "translation": _side(finding.translation),
        "related": [_related(r) for r in finding.related],
    }
    if finding.suggestion is not None:
        made["suggestion"] = finding.suggestion
    if finding.state is not None:
        made["state"] = finding.state
    if finding.evidence:
        made["evidence"] = dict(finding.evidence)
    return made


def _suppressed(item: Suppressed) -> dict[str, Any]:
    path = item.translation.path if item.translation else None
    return {"path": path, "suppression": item.suppression.to_dict(), "finding": finding_dict(item.finding)}


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    made = {"segments": list(side.segments), "start": side.start, "end": side.end, "line": side.line,
            "column": side.column, "text": side.text, "value": side.value}
    return made | ({"place": side.place} if side.place is not None else {})


def _related(related: RelatedSide) -> dict[str, Any]:
    return {**(_side(related.side) or {}), "path": related.path, "role": related.role}
