"""The aligned text: rows of sentences that say the same, cut into runs where facts and findings begin and end."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..article import Article, Bead, BeadType, Segment
from ..finding import Finding, Side
from ..report import Report, TranslationReport
from .facts import FactRow, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a file that means something: a fact (`key` of its row), a finding, or a fact not compared."""

    start: int
    end: int
    kind: str
    key: int | None = None
    finding: Finding | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one sentence under the same marks. `gap` is the place where something is missing; it has no words.

    `findings` has the worst first; `anchors` are those that begin here.
    """

    text: str
    kind: str = ""
    keys: tuple[int, ...] = ()
    findings: tuple[Mark, ...] = ()
    anchors: tuple[Mark, ...] = ()
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on the page. `moved` says that its version has it in another place."""

    id: int
    lang: str
    line: int | None
    runs: tuple[Run, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Sentences of the original that a version leaves out, or that are page furniture and need no translation."""

    count: int
    type: BeadType


@dataclass(frozen=True, slots=True)
class TextCell:
    """What one version has in a row; `state` is the worst thing that can be said of all of it."""

    version: int
    lang: str
    items: tuple[Sentence | Gap, ...]
    state: BeadType | Literal["none"]


@dataclass(frozen=True, slots=True)
class TextRow:
    """Sentences of the original that belong together in every version, with the versions' sentences."""

    id: int
    original: tuple[Sentence, ...]
    cells: tuple[TextCell, ...]
    paragraph: bool
    heading: bool = False


_SEVERITY = {"error": 0, "warning": 1, "info": 2}


def runs(segment: Segment, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """A sentence cut where marks begin and end; the runs' texts joined are the sentence's text."""
    here = [m for m in marks if m.start <= segment.end and m.end >= segment.start]
    cuts = {segment.start, segment.end}
    for mark in here:
        cuts |= {min(max(mark.start, segment.start), segment.end), min(max(mark.end, segment.start), segment.end)}
    bounds = sorted(cuts)
    made = list(_gaps(here, bounds[0]))
    for start, end in zip(bounds, bounds[1:]):
        over = [m for m in here if m.start <= start and end <= m.end]
        made.append(_run(segment.text[start - segment.start:end - segment.start], over, start))
        made += _gaps(here, end)
    return tuple(made)


def _run(text: str, over: Sequence[Mark], start: int) -> Run:
    found = sorted((m for m in over if m.finding), key=_worst_first)
    keys = tuple(sorted({m.key for m in over if m.key is not None}))
    kind = found[0].kind if found else (over[0].kind if over else "")
    return Run(text, kind, keys, tuple(found), tuple(m for m in found if m.start == start))


def _gaps(marks: Iterable[Mark], at: int) -> Iterator[Run]:
    for mark in marks:
        if mark.start == mark.end == at and mark.finding:
            keys = () if mark.key is None else (mark.key,)
            yield Run("", mark.kind, keys, (mark,), (mark,), gap=True)


def _worst_first(mark: Mark) -> tuple[int, float, int]:
    assert mark.finding is not None
    return _SEVERITY[mark.finding.severity], -mark.finding.confidence, mark.start


class Marked:
    """The marks of one article, by segment."""

    def __init__(self, article: Article, marks: Iterable[Mark]) -> None:
        self.article = article
        self._by_segment: dict[int, list[Mark]] = defaultdict(list)
        for mark in marks:
            for segment in article.segments_over(mark.start, mark.end):
                self._by_segment[segment].append(mark)

    def sentence(self, segment: int, moved: bool = False) -> Sentence:
        """A segment as the page shows it."""
        found = self.article.segments[segment]
        line, _ = self.article.document.position(found.start)
        return Sentence(segment, self.article.language, line, runs(found, self._by_segment[segment]), moved)


def marked_original(report: Report, rows: Sequence[FactRow]) -> Marked:
    """The original with its facts, and what every version's findings say of it."""
    marks = [Mark(*row.span, row.kind, row.key) for row in rows if row.span]
    for version, translation in enumerate(report.translations):
        marks += [_mark(f, f.original, version) for f in translation.findings if f.original and f.original.text]
    marks += [_mark(f, f.original, -1) for f in report.set_findings if f.original and f.original.text]
    return Marked(report.original, marks)


def marked_translation(report: Report, version: int, rows: Sequence[FactRow]) -> Marked:
    """A version with its facts and findings; facts that were compared with nothing are marked without a key."""
    translation = report.translations[version]
    keys = {f.finding: row.key for row in rows if (f := row.cells[version]).finding}
    spans = [(row.cells[version].span, row) for row in rows]
    marks = [Mark(*span, row.kind, row.key) for span, row in spans if span and span.end > span.start]
    taken = {Span(m.start, m.end) for m in marks}
    marks += [_mark(f, f.translation, version, keys.get(f.id)) for f in translation.findings if f.translation]
    marks += [Mark(f.start, f.end, f.kind) for facts in translation.facts.values() for f in facts
              if Span(f.start, f.end) not in taken]
    return Marked(translation.article, marks)


def _mark(finding: Finding, side: Side, version: int, key: int | None = None) -> Mark:
    return Mark(side.start, side.end, finding.kind, key, finding, version)


def text_rows(report: Report, original: Marked, versions: Mapping[int, Marked]) -> tuple[TextRow, ...]:
    """The aligned text of the original and of the versions given (those that are translations of it at all)."""
    groups = _groups(len(report.original.segments), [report.translations[v] for v in versions])
    insertions = {v: _insertions(report.translations[v], groups) for v in versions}
    rows: list[TextRow] = []
    for group, segments in enumerate((range(0), *groups), -1):
        if segments:
            cells = tuple(_cell(report.translations[v], v, versions[v], segments) for v in versions)
            rows.append(TextRow(len(rows), tuple(original.sentence(s) for s in segments), cells,
                                _new_paragraph(report.original, segments[0]), _heading(report.original, segments[0])))
        for v in versions:
            if beads := insertions[v].get(group):
                rows.append(_inserted(len(rows), v, versions, beads))
    return tuple(rows)


def _groups(count: int, translations: Sequence[TranslationReport]) -> list[range]:
    """The smallest stretches of the original that no version's bead crosses."""
    reach = list(range(count))
    for translation in translations:
        for bead in translation.alignment.beads:
            if bead.original and bead.translation:
                reach[min(bead.original)] = max(reach[min(bead.original)], *bead.original)
    groups, start, end = [], 0, 0
    for segment in range(count):
        end = max(end, reach[segment])
        if segment == end:
            groups.append(range(start, segment + 1))
            start = end = segment + 1
    return groups


def _insertions(translation: TranslationReport, groups: Sequence[range]) -> dict[int, list[Bead]]:
    """What stands in a version alone, by the group after which it comes (-1: before the first)."""
    group_of = {s: i for i, group in enumerate(groups) for s in group}
    found: dict[int, list[Bead]] = defaultdict(list)
    after, seen = -1, set[int]()
    for segment in range(len(translation.article.segments)):
        bead = translation.alignment.bead_of_translation(segment)
        if bead.original and bead.type != "moved":
            after = group_of[bead.original[-1]]
        elif not bead.original and bead.translation[0] not in seen:
            seen.add(bead.translation[0])
            found[after].append(bead)
    return found


def _inserted(row: int, version: int, versions: Mapping[int, Marked], beads: Sequence[Bead]) -> TextRow:
    sentences = tuple(versions[version].sentence(s) for bead in beads for s in bead.translation)
    state: BeadType = "furniture" if all(b.type == "furniture" for b in beads) else "added"
    cells = tuple(TextCell(v, m.article.language, sentences if v == version else (), state if v == version else "none")
                  for v, m in versions.items())
    return TextRow(row, (), cells, False)


def _cell(translation: TranslationReport, version: int, marked: Marked, segments: range) -> TextCell:
    items: list[Sentence | Gap] = []
    beads: list[Bead] = []
    for segment in segments:
        bead = translation.alignment.bead_of_original(segment)
        if bead.original[0] != segment and bead in beads:
            continue
        beads.append(bead)
        if bead.translation:
            items += [marked.sentence(s, bead.type == "moved") for s in bead.translation]
        else:
            items.append(Gap(len(bead.original), bead.type))
    return TextCell(version, translation.article.language, _joined(items), _state(beads))


def _joined(items: Sequence[Sentence | Gap]) -> tuple[Sentence | Gap, ...]:
    """Neighbouring gaps as one."""
    made: list[Sentence | Gap] = []
    for item in items:
        last = made[-1] if made else None
        if isinstance(item, Gap) and isinstance(last, Gap) and last.type == item.type:
            made[-1] = Gap(last.count + item.count, item.type)
        else:
            made.append(item)
    return tuple(made)


def _state(beads: Sequence[Bead]) -> BeadType:
    types = {b.type for b in beads}
    for state in ("missing", "moved", "aligned"):
        if state in types:
            return state
    return "furniture"


def _new_paragraph(article: Article, segment: int) -> bool:
    return segment == 0 or article.segments[segment].paragraph != article.segments[segment - 1].paragraph


def _heading(article: Article, segment: int) -> bool:
    block = article.document.block_at(article.segments[segment].start)
    return block is not None and block.kind in ("title", "heading")
