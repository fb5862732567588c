"""The findings as an editor reads them: both sentences, both values, why, what would be right, what others say."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from string import Formatter

from ..article import Article
from ..finding import LANGUAGE_PLACES, Finding, Severity, Side, State
from ..report import Report, TranslationReport
from ..suppressions.matching import mark
from ..suppressions.record import Suppression
from ..verdict import order
from .facts import FactRow, Status
from .phrases import Part, PartKind, Phrase
from .plain import plain, plain_unless_said
from .text import Mark, Run, runs
from .wording import EVIDENCE, TITLES, WHY


_EXCERPT = 3
"""So many sentences of a long passage are shown in a finding; the aligned text has them all."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One side of a finding in its sentence, and where it is in the file. `more` sentences are not shown."""

    lang: str
    path: str
    line: int | None
    column: int | None
    place: str | None
    runs: tuple[Run, ...]
    value: str | None
    plain: Phrase | None
    more: int = 0
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Witness:
    """What another version makes of the same fact."""

    version: int
    status: Status
    text: str
    value: str | None
    plain: Phrase | None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding. `version` is None for one about the whole set, `suppression` says who silenced it.

    `evidence` is what was measured, by the words for it, 0 to 1.
    `mark` is what an entry of the decisions file needs besides the decision (`checker.suppressions.entries`).
    """

    id: str
    anchor: str
    fingerprint: str
    version: int | None
    kind: str
    code: str
    severity: Severity
    confidence: float
    title: str
    message: Phrase
    why: str
    evidence: tuple[tuple[str, float], ...]
    suggestion: Phrase | None
    original: Excerpt | None
    translation: Excerpt | None
    related: tuple[Excerpt, ...]
    witnesses: tuple[Witness, ...]
    key: int | None
    state: State | None
    suppression: Suppression | None
    mark: Mapping[str, str]


def cards(report: Report, rows: Sequence[FactRow]) -> tuple[Card, ...]:
    """All findings, worst first as the verdict orders them, then those that were silenced."""
    fact_of: dict[tuple[int | None, str], FactRow]
    fact_of = {(version, cell.finding): row for row in rows for version, cell in enumerate(row.cells) if cell.finding}
    versions: dict[int | None, TranslationReport] = dict(enumerate(report.translations))
    found = [(f, None) for f in report.set_findings] + [(f, v) for v, t in versions.items() for f in t.findings]
    made = [_card(report, v, f, fact_of.get((v, f.id))) for f, v in sorted(found, key=lambda x: order(x[0]))]
    for item in report.suppressed:
        at = next((v for v, t in versions.items() if t.article is item.translation), None)
        made.append(_card(report, at, item.finding, None, item.suppression))
    return tuple(_distinct(made))


def _distinct(made: Sequence[Card]) -> list[Card]:
    """The cards with anchors of their own: two versions in one language can hold the same finding."""
    seen: Counter[str] = Counter()
    distinct = []
    for card in made:
        seen[card.anchor] += 1
        count = seen[card.anchor]
        distinct.append(card if count == 1 else replace(card, anchor=f"{card.anchor}.{count}"))
    return distinct


def anchor(finding: Finding) -> str:
    """A finding's name in links to it: the beginning of its fingerprint, in characters that need no escaping."""
    return re.sub(r"[^0-9A-Za-z_.-]", "_", finding.fingerprint)[:12]


def _card(report: Report, version: int | None, finding: Finding, row: FactRow | None,
          suppression: Suppression | None = None) -> Card:
    article = report.translations[version].article if version is not None else report.original
    original = _excerpt(report.original, finding.original, finding)
    translation = _excerpt(article, finding.translation, finding)
    return Card(
        finding.id, anchor(finding), finding.fingerprint, version, finding.kind, finding.code, finding.severity,
        finding.confidence, TITLES.get(finding.code, finding.code),
        message(finding, report.original.language, article.language), WHY.get(finding.code, ""),
        _evidence(finding), _suggestion(finding, article.language), original, translation,
        tuple(_related(report, finding)), _witnesses(row, version), row.key if row else None, finding.state,
        suppression, _entry(report, version, finding))


def _evidence(finding: Finding) -> tuple[tuple[str, float], ...]:
    """What was measured and is not nought, up to 1, as far as a reader is told: by the words for it, each once."""
    told = {EVIDENCE[name]: float(finding.evidence[name]) for name in EVIDENCE if finding.evidence.get(name)}
    return tuple(told.items())


def _suggestion(finding: Finding, language: str) -> Phrase | None:
    """What would be right, in the version's own words."""
    if finding.suggestion is None:
        return None
    return Phrase("{value}", {"value": Part(finding.suggestion, lang=language)})


def _entry(report: Report, version: int | None, finding: Finding) -> Mapping[str, str]:
    translation = report.translations[version].article if version is not None else None
    made = mark(finding, report.original, translation)
    fields = {"code": made.code, "language": made.language, "path": translation.path if translation else "",
              "original": made.original, "translation": made.translation, "sentence": made.sentence}
    return {name: value for name, value in fields.items() if value}


def _witnesses(row: FactRow | None, version: int | None) -> tuple[Witness, ...]:
    if row is None:
        return ()
    return tuple(Witness(v, c.status, c.text, c.value, c.plain) for v, c in enumerate(row.cells)
                 if v != version and c.status in ("same", "differs", "missing"))


def _excerpt(article: Article, side: Side | None, finding: Finding, role: str | None = None) -> Excerpt | None:
    if side is None:
        return None
    segments = [article.segments[i] for i in side.segments if i < len(article.segments)]
    here = Mark(side.start, side.end, finding.kind, None, finding)
    shown = tuple(run for segment in segments[:_EXCERPT] for run in (*runs(segment, [here]), Run(" ")))
    return Excerpt(article.language, article.path, side.line, side.column, side.place, shown, side.value,
                   plain_unless_said(side.value, finding.kind, side.text), max(0, len(segments) - _EXCERPT), role)


def _related(report: Report, finding: Finding) -> list[Excerpt]:
    articles = {a.key: a for a in (report.original, *(t.article for t in report.translations))}
    found = []
    for related in finding.related:
        if article := articles.get(related.key):
            excerpt = _excerpt(article, related.side, finding, related.role)
            if excerpt:
                found.append(excerpt)
    return found


def message(finding: Finding, original: str, translation: str) -> Phrase:
    """A finding's message with each argument in its own language, as far as that is known.

    An argument is in an article's language where it is that side's own words; `value` and `other` are the two values.
    """
    fields = {name for _, name, _, _ in Formatter().parse(finding.message.template) if name}
    words = {}
    if finding.original and finding.original.text:
        words[finding.original.text] = original
    if finding.translation and finding.translation.text:
        words.setdefault(finding.translation.text, translation)
    parts, sides = {}, {"original": original, "translation": translation}
    values = _values(finding)
    for name in sorted(fields):
        text = finding.message.arguments[name]
        if name == "path":
            text = PurePath(text).name
        if name in values:
            parts[name] = Part(text, "phrase", phrase=values[name])
            continue
        kind: PartKind = "languages" if name in LANGUAGE_PLACES else "text"
        parts[name] = Part(text, kind, words.get(text) or sides.get(name))
    return Phrase(finding.message.template, parts)


def _values(finding: Finding) -> dict[str, Phrase]:
    """The values that a message about figures names: `value` and `other`, the original's and the translation's."""
    sides = {"value": finding.original, "other": finding.translation}
    return {name: said for name, side in sides.items() if side and (said := plain(side.value, finding.kind))}
