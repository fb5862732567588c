"""Reports made by hand: a small notation for texts with facts in them, for tests of outputs.

A line is a sentence, an empty line ends a paragraph. `{n1:1,85 tỷ euro=1850000000 EUR}` is a fact: a letter for its
kind (n number, d date, p name), a number that its counterparts share, its words and its value; without words it is the
place where the fact is missing. A version's line begins with the originals it translates: `3,4> `, `~9> ` (moved),
`+> ` (added), `%> ` (furniture, in the original too).
"""
from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from checker.article import Alignment, Article, Bead, BeadType, Block, Document, Relation, Segment
from checker.facts import Fact, FactKind
from checker.finding import KIND_OF, Agreement, Finding, Message, Place, RelatedSide, Role, Severity, Side
from checker.fingerprint import fingerprint
from checker.report import Report, TranslationReport

_FACT = re.compile(r"\{([ndp])(\d+):([^={}]*)(?:=([^{}]*))?\}")
_KINDS: dict[str, FactKind] = {"n": "number", "d": "date", "p": "name"}
_TYPES: dict[str, BeadType] = {"~": "moved", "+": "added", "%": "furniture", "": "aligned"}


@dataclass
class Written:
    """An article from the notation: facts by their label ("n1"), beads as the lines said."""

    article: Article
    places: dict[str, list[Place]]
    facts: Mapping[int, tuple[Fact, ...]]
    beads: list[Bead]


@dataclass(frozen=True)
class Fault:
    """A finding to be: `label` is a fact's ("n1") or a sentence's ("s4"), on the version's side `+4` for its own."""

    code: str
    label: str
    severity: Severity
    confidence: float
    template: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    related: Sequence[tuple[int, str, Role]] = ()


def written(path: str, language: str, lines: str, date: dt.date | None = None) -> Written:
    """An article and its facts from the notation."""
    text, paragraph = "", 0
    blocks: list[Block] = []
    segments: list[Segment] = []
    places: dict[str, list[Place]] = defaultdict(list)
    facts: dict[int, list[Fact]] = defaultdict(list)
    beads: list[Bead] = []
    for line in lines.strip("\n").split("\n"):
        if not line.strip():
            text, paragraph = text + "\n", paragraph + 1
            continue
        mark, originals, line = _prefix(line)
        text += " " if text and not text.endswith("\n") else ""
        start = len(text)
        text = _sentence(text, line, len(segments), places, facts)
        if paragraph == len(blocks):
            text_kind = "title" if not blocks else "text"
            blocks.append(Block(start, len(text), text_kind))  # type: ignore[arg-type]
        else:
            blocks[-1] = Block(blocks[-1].start, len(text), blocks[-1].kind)
        if mark is not None:
            beads.append(Bead(originals, (len(segments),), 0.9 if originals else 0.0, _TYPES[mark]))
        segments.append(Segment(len(segments), paragraph, start, len(text), text[start:]))
    document = Document(path, text + "\n", tuple(blocks), language, date)
    article = Article(document, language, tuple(segments), date)
    return Written(article, places, {k: tuple(v) for k, v in facts.items()}, beads)


def _prefix(line: str) -> tuple[str | None, tuple[int, ...], str]:
    found = re.match(r"([~+%]?)([\d,]*)> ", line)
    if not found:
        return None, (), line
    return found[1], tuple(int(x) for x in found[2].split(",") if x), line[found.end():]


def _sentence(text: str, line: str, segment: int, places: dict[str, list[Place]], facts: dict[int, list[Fact]]) -> str:
    at = 0
    for found in _FACT.finditer(line):
        text += line[at:found.start()]
        start, at = len(text), found.end()
        text += found[3]
        places[found[1] + found[2]].append(Place(start, len(text), found[4]))
        if found[3]:
            facts[segment].append(Fact(start, len(text), _KINDS[found[1]], found[4], found[3]))
    return text + line[at:]


def version(original: Written, translation: Written, faults: Iterable[Fault], relation: Relation = "translation",
            others: Sequence[Written] = ()) -> TranslationReport:
    """A version's report: its beads with the missing sentences, agreements where values are equal, and the faults."""
    if relation == "unrelated":
        translation.beads = [Bead((), (s.id,), 0.0, "added") for s in translation.article.segments]
    used = {i for b in translation.beads for i in b.original}
    furniture = {i for b in original.beads for i in b.translation}
    beads = translation.beads + [Bead((s.id,), (), 0.0, "furniture" if s.id in furniture else "missing")
                                 for s in original.article.segments if s.id not in used]
    coverage = len(used) / len(original.article.segments)
    labels = () if relation == "unrelated" else tuple(original.places)
    agreements = [Agreement(_KINDS[label[0]], a, b) for label in labels
                  for a, b in zip(original.places[label], translation.places.get(label, ())) if a.value == b.value]
    findings = tuple(_finding(f, original, translation, others) for f in faults)
    alignment = Alignment(tuple(beads), relation, coverage)
    return TranslationReport(translation.article, alignment, findings, translation.facts, tuple(agreements))


def _finding(fault: Fault, original: Written, translation: Written, others: Sequence[Written]) -> Finding:
    first, second = _place(fault.label, original, False), _place(fault.label, translation, True)
    if second is None and first is not None and not fault.label.startswith("+"):
        second = _before(first, original, translation)
    if fault.code.endswith("-inconsistent"):
        first = None
    sides = side(first, original), side(second, translation)
    arguments = {"original": sides[0].text if sides[0] else "", "translation": sides[1].text if sides[1] else "",
                 "language": translation.article.language, **fault.arguments}
    mark = fingerprint(fault.code, translation.article.language, first.value if first else None,
                       second.value if second else None, fault.label + translation.article.path)
    related = tuple(RelatedSide(s, others[i].article.path, role) for i, label, role in fault.related
                    if (s := side(_place(label, others[i], True), others[i])))
    return Finding(mark, mark, KIND_OF[fault.code], fault.code, fault.severity, fault.confidence,
                   Message(fault.template, arguments), sides[0], sides[1], related, fault.suggestion)


def _place(label: str, text: Written, translated: bool) -> Place | None:
    if label[0] in "s+":
        if translated != (label[0] == "+"):
            return None
        segment = text.article.segments[int(label[1:])]
        return Place(segment.start, segment.end)
    return text.places[label][0] if text.places.get(label) else None


def _before(place: Place, original: Written, translation: Written) -> Place:
    """Where something missing belongs: the end of what translates the sentence before."""
    segment = original.article.segments_over(place.start, place.end)[0]
    same = [b for b in translation.beads if segment in b.original]
    before = same or [b for b in translation.beads if b.original and b.original[-1] < segment]
    end = translation.article.segments[before[-1].translation[-1]].end if before else 0
    return Place(end, end)


def side(place: Place | None, text: Written) -> Side | None:
    """A place as findings hold it."""
    if place is None:
        return None
    line, column = text.article.document.position(place.start)
    return Side(text.article.segments_over(place.start, place.end), place.start, place.end, line, column,
                text.article.text[place.start:place.end], place.value)


def names(original: Written, versions: Sequence[Written]) -> tuple[Mapping[str, Any], ...]:
    """The ledger of names."""
    made: list[Mapping[str, Any]] = []
    for label, places in original.places.items():
        if label[0] == "p":
            kind, _, name = (places[0].value or "").partition(":")
            renderings = [r for v, text in enumerate(versions) for r in _renderings(v, text, label)]
            made.append({"original": name, "type": kind, "renderings": renderings})
    return tuple(made)


def _renderings(version: int, text: Written, label: str) -> list[dict[str, Any]]:
    found: dict[str, list[int]] = defaultdict(list)
    for place in text.places.get(label, ()):
        if place.end > place.start:
            line, _ = text.article.document.position(place.start)
            found[text.article.text[place.start:place.end]].append(line or 0)
    common = {"translation": version, "language": text.article.language}
    return [{**common, "text": words, "count": len(lines), "lines": lines} for words, lines in found.items()]


def report(original: Written, versions: Sequence[TranslationReport], texts: Sequence[Written] = (),
           set_findings: Sequence[Finding] = ()) -> Report:
    """The whole."""
    return Report(original.article, tuple(versions), tuple(set_findings),
                  "checker:0.1.0|model:multilingual-e5-small@1|thresholds:3",
                  {"name": "multilingual-e5-small", "revision": "1"}, original.facts, names(original, texts))
