"""Edits that a program makes in untouched translations, and what the checker says of each: shared by the harnesses.

A harness (`tests.injection` for names, `tests.turning` for denials and opposites, `tests.losing` for what is lost, put
in or left untranslated) chooses what is edited; here the
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
    """An edit made in a document: where it stands in the file as edited, and what stood there.

    `original` is where the line stands in the original's file.
    """

    language: str
    document: str
    line: int
    sort: str
    old: str
    new: str
    start: int
    end: int
    original: tuple[int, int]


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


def checked(documents: Documents, editor: Editor, paragraph: int = 1) -> Iterator[tuple[Made, Report]]:
    """Each edit made, with the report on its document as edited, `paragraph` lines a paragraph."""
    for document, versions in documents.items():
        with tempfile.TemporaryDirectory() as place:
            original, paths, made = written(document, versions, editor, Path(place), paragraph)
            report: Any = check(original, paths)
        yield from ((edit, report) for edit in made)


def written(document: str, versions: Mapping[str, Sequence[Line]], editor: Editor,
            folder: Path, paragraph: int = 1) -> tuple[Path, list[Path], list[Made]]:
    """Write a document's original and its edited versions; the edits with their places in the files."""
    original, paths, made = folder / "original.vi.txt", [], []
    text, places = _laid_out(versions["vi"], {}, paragraph)
    original.write_text(text, "utf-8")
    for language in LANGUAGES:
        edits = {edit.line: edit for edit in editor(document, versions, language)}
        text, spans = _laid_out(versions[language], edits, paragraph)
        for number, line in versions[language]:
            if edit := edits.get(number):
                start, old = spans[number][0] + edit.start, line[edit.start:edit.end]
                made.append(Made(language, document, number, edit.sort, old, edit.new, start, start + len(edit.new),
                                 places[number]))
        path = folder / f"translation.{language}.txt"
        path.write_text(text, "utf-8")
        paths.append(path)
    return original, paths, made


def _laid_out(lines: Sequence[Line], edits: Mapping[int, Edit],
              paragraph: int) -> tuple[str, dict[int, tuple[int, int]]]:
    """A text with its edits, and where each line stands in it."""
    text, spans = "", {}
    for at, (number, line) in enumerate(lines, 1):
        if edit := edits.get(number):
            line = line[:edit.start] + edit.new + line[edit.end:]
        spans[number] = len(text), len(text) + len(line)
        text += line + ("\n" if at % paragraph == 0 or at == len(lines) else " ")
    return text, spans


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
