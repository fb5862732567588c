"""Edits that a program makes in untouched translations, and what the checker says of each: shared by the harnesses.

A harness (`tests.injection` for names, `tests.turning` for denials and opposites) chooses what is edited; here the
documents are read, the edits put in, the documents checked and the edits counted.
"""
from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from checker import check
from checker.finding import Finding
from checker.normal import normal_text
from checker.report import Report

LANGUAGES = ("nl", "fr", "th")
EVERY = 3  # Lines of which one is edited: a version in which all is wrong is no longer read as a translation.

Line = tuple[int, str]
Documents = Mapping[str, Mapping[str, Sequence[Line]]]


@dataclass(frozen=True)
class Edit:
    """What is to be done with a line: from `start` to `end` of it stands `new` now."""

    line: int
    sort: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Made:
    """An edit made in a document: where it stands in the file as edited, and what stood there."""

    language: str
    document: str
    line: int
    sort: str
    old: str
    new: str
    start: int
    end: int


Editor = Callable[[str, Mapping[str, Sequence[Line]], str], Iterable[Edit]]  # of a document, its versions, a language


def load(folder: Path) -> Documents:
    """By document and language, the numbered lines, in file order."""
    found: dict[str, dict[str, list[Line]]] = {}
    ids = [row.split("\t")[0].strip() for row in (folder / "documents.tsv").read_text("utf-8").splitlines()]
    for language in ("vi", *LANGUAGES):
        lines = (folder / f"{language}.txt").read_text("utf-8").split("\n")
        for number, (document, text) in enumerate(zip(ids, lines), 1):
            if document:
                found.setdefault(document, {}).setdefault(language, []).append((number, normal_text(text.strip())))
    return found


def edited(lines: Sequence[Line], language: str, offset: int) -> Iterator[int]:
    """The places of the lines that are edited: every third one, another in each language."""
    return (at for at in range(len(lines)) if at % EVERY == (offset + LANGUAGES.index(language)) % EVERY)


def checked(documents: Documents, editor: Editor) -> Iterator[tuple[Made, Report]]:
    """Each edit made, with the report on its document as edited."""
    for document, versions in documents.items():
        with tempfile.TemporaryDirectory() as place:
            original, paths, made = written(document, versions, editor, Path(place))
            report: Any = check(original, paths)
        yield from ((edit, report) for edit in made)


def written(document: str, versions: Mapping[str, Sequence[Line]], editor: Editor,
            folder: Path) -> tuple[Path, list[Path], list[Made]]:
    """Write a document's original and its edited versions; the edits with their places in the files."""
    original = folder / "original.vi.txt"
    original.write_text("\n".join(text for _, text in versions["vi"]) + "\n", "utf-8")
    paths, made = [], []
    for language in LANGUAGES:
        edits = {edit.line: edit for edit in editor(document, versions, language)}
        text = ""
        for number, line in versions[language]:
            if edit := edits.get(number):
                start, old = len(text) + edit.start, line[edit.start:edit.end]
                made.append(Made(language, document, number, edit.sort, old, edit.new, start, start + len(edit.new)))
                line = line[:edit.start] + edit.new + line[edit.end:]
            text += line + "\n"
        path = folder / f"translation.{language}.txt"
        path.write_text(text, "utf-8")
        paths.append(path)
    return original, paths, made


def heard(edit: Made, report: Report, counts: Callable[[Finding], bool], near: int = 0) -> str:
    """The worst severity of the findings that count at an edit, or within so many characters of it; or "nothing"."""
    findings = next(t.findings for t in report.translations if t.article.language == edit.language)
    here = {f.severity for f in findings if counts(f) and f.translation is not None
            and f.translation.start < edit.end + near and edit.start - near < f.translation.end}
    return next((severity for severity in ("error", "warning", "info") if severity in here), "nothing")


class Tally:
    """What is said of edits, by sort and language."""

    def __init__(self) -> None:
        self._counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._missed: list[tuple[Made, str]] = []

    def add(self, edit: Made, said: str) -> None:
        """Count an edit; one that is not loud is kept as missed."""
        for sort in (edit.sort, "all"):
            self._counts[sort, edit.language][said] += 1
        if said not in ("error", "warning"):
            self._missed.append((edit, said))

    def show(self, misses: bool) -> None:
        """Print what share of the edits is loud, and of how many, by sort and language; on request what was missed."""
        for sort in sorted({sort for sort, _ in self._counts}):
            cells = (_cell(language, self._counts[sort, language]) for language in LANGUAGES)
            click.echo(f"{sort:20} " + "  ".join(f"{cell:44}" for cell in cells))
        for edit, said in self._missed if misses else ():
            click.echo(f"{said} {edit.language} {edit.document} {edit.line} {edit.sort}: {edit.old!r} -> {edit.new!r}")


def _cell(language: str, counts: Counter[str]) -> str:
    total, loud = counts.total(), counts["error"] + counts["warning"]
    share = f"{loud / total:6.1%}" if total else "     -"
    return f"{language} {share} ({loud}/{total}, {counts['error']} errors, {counts['info']} notes)"
