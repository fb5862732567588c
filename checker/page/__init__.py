"""What the report page shows: plain frozen data made from a `Report`.

No markup is known here, and no reader's language.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import PurePath
from typing import Any, Literal

from .. import __version__
from ..article import Relation
from ..finding import Severity
from ..report import SEVERITIES, Report
from .cards import Card, anchor, cards
from .facts import FactRow, Tally, fact_rows, tally
from .pictures import LedgerRow, Strip, Timeline, ledger, strip, timeline
from .text import Sentence, TextRow, marked_original, marked_translation, text_rows
from .wording import KINDS

__all__ = ["Card", "FactRow", "Page", "Version", "anchor", "build", "verdict"]

Verdict = Literal["ready", "look", "stop"]


@dataclass(frozen=True)
class Version:
    """One version in a line: what to do with it, and why. `loose` is its text where it is no translation at all.

    `file` is its file's name, and `twin` says that another version has the same language, so that the name is needed.
    `tally` is of the facts.
    """

    index: int
    language: str
    path: str
    file: str
    twin: bool
    verdict: Verdict
    relation: Relation
    coverage: float
    severities: Mapping[Severity, int]
    kinds: Mapping[str, int]
    strip: Strip
    scores: Mapping[str, Any]
    tally: Tally
    loose: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Page:
    """The page of one article set. `date` is the article's own (ISO 8601): a page says nothing of when it was made.

    `folder` is the folder that holds all files, with a "/" at its end, or "".
    """

    title: str
    language: str
    path: str
    folder: str
    date: str | None
    versions: tuple[Version, ...]
    cards: tuple[Card, ...]
    rows: tuple[TextRow, ...]
    facts: tuple[FactRow, ...]
    timeline: Timeline | None
    names: tuple[LedgerRow, ...]
    signature: str
    model: Mapping[str, str]
    checker: str = __version__


def build(report: Report) -> Page:
    """The page of a report. The same report gives the same page."""
    facts = fact_rows(report)
    found = cards(report, facts)
    marked = {v: marked_translation(report, v, facts) for v in range(len(report.translations))}
    aligned = {v: m for v, m in marked.items() if report.translations[v].alignment.relation != "unrelated"}
    versions = []
    for v, m in marked.items():
        loose = () if v in aligned else tuple(m.sentence(s.id) for s in m.article.segments)
        versions.append(_version(report, v, found, facts, loose))
    return Page(
        title(report), report.original.language, report.original.path,
        folder([report.original.path, *(t.article.path for t in report.translations)]),
        report.original.date.isoformat() if report.original.date else None, tuple(versions), found,
        text_rows(report, marked_original(report, facts), aligned), facts, timeline(report, facts), ledger(report),
        report.signature, report.model)


def title(report: Report) -> str:
    """The article's headline: its title if it has one, else its first sentence."""
    article = report.original
    for segment in article.segments:
        block = article.document.block_at(segment.start)
        if block is not None and block.kind == "title":
            return " ".join(segment.text.split())
    return " ".join(article.segments[0].text.split()) if article.segments else article.path


def folder(paths: Sequence[str]) -> str:
    """The folder that all files stand in, with a "/" at its end; "" where they have none in common.

    >>> folder(["news/12/vi.txt", "news/12/nl/a.txt"]), folder(["vi.txt", "news/nl.txt"])
    ('news/12/', '')
    """
    parents = [path.split("/")[:-1] for path in paths]
    common = [parts[0] for parts in takewhile(lambda p: len(set(p)) == 1, zip(*parents))]
    return "/".join((*common, "")) if common else ""


def _version(report: Report, index: int, found: Sequence[Card], facts: Sequence[FactRow],
             loose: tuple[Sentence, ...]) -> Version:
    translation = report.translations[index]
    mine = [c for c in found if c.version == index and not c.suppression]
    article = translation.article
    languages = [t.article.language for t in report.translations]
    severities, kinds = Counter(c.severity for c in mine), Counter(c.kind for c in mine)
    return Version(
        index, article.language, article.path, PurePath(article.path).name, languages.count(article.language) > 1,
        verdict(translation.alignment.relation, severities), translation.alignment.relation,
        translation.alignment.coverage, {s: severities[s] for s in SEVERITIES},  # type: ignore[index, misc]
        {k: kinds[k] for k in KINDS if kinds[k]}, strip(report, index, found), translation.scores,
        tally(facts, index), loose)


def verdict(relation: Relation, severities: Mapping[Severity, int]) -> Verdict:
    """What to do with a version: publish, look first, or not publish.

    >>> verdict("translation", {"error": 0, "warning": 2, "info": 9})
    'look'
    """
    if severities.get("error") or relation == "unrelated":
        return "stop"
    return "look" if severities.get("warning") else "ready"
