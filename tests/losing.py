"""How much lost, added or untranslated content is noticed: edits of content, by rule, in untouched translations.

    python -m tests.losing [NEWS…] [--classes phrase,left] [--offset 1] [--misses]

As `tests.injection` does with names, with the edits of `tests.losses`: sentences and clauses left out or put in,
sentences and phrases left in another language, quotations given to another speaker, in every sixth line, four lines a
paragraph. An edit is found when a loud finding of any kind overlaps it or the original's sentence. For sorts that begin
with "harmless" it is the share of false alarms.
"""
from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from checker.report import Report

from .edits import LANGUAGES, Documents, Edit, Made, Tally, checked, load
from .edits import Line as Numbered
from .losses import MAKERS, SENTENCE, Line
from .sites import sites

EVERY = 6  # Lines of which one is edited: what lacks much is no longer read as a translation.
PARAGRAPH = 4  # Lines a paragraph: what is lost between two paragraphs is plain to see.


class Loser:
    """Makes the edits of documents, the same ones each time."""

    def __init__(self, documents: Documents, wanted: frozenset[str], offset: int) -> None:
        self._documents, self._wanted, self._offset = documents, tuple(sorted(wanted)) or ("",), offset

    def edits(self, document: str, versions: Mapping[str, Sequence[Numbered]], language: str) -> Iterator[Edit]:
        """The edits of a document's version: of each sort about as many."""
        chance, lines = random.Random(f"{document} {language} {self._offset}"), versions[language]
        persons = [s for _, text in lines for s in sites(text, language) if s.sort in ("person", "surname")]
        other = chance.choice([name for name in self._documents if name != document])
        strange = [text for _, text in self._documents[other][language] if SENTENCE[0] <= len(text) <= SENTENCE[1]]
        for at in range(1, len(lines) if strange else 0):
            if at % EVERY != (self._offset + 2 * LANGUAGES.index(language)) % EVERY:
                continue
            beside = (at + 1) % PARAGRAPH and at + 1 < len(lines)
            line = Line(*lines[at], language, {code: texts[at][1] for code, texts in versions.items()},
                        lines[at + 1][1] if beside else "", persons, strange)
            sorts: defaultdict[str, list[Edit]] = defaultdict(list)
            for edit in (edit for make in MAKERS for edit in make(line, chance)):
                if edit.sort.startswith(self._wanted):
                    sorts[edit.sort].append(edit)
            if sorts:
                yield chance.choice(sorts[chance.choice(sorted(sorts))])


def heard(edit: Made, report: Report) -> str:
    """The worst severity of the findings that overlap an edit or the original's sentence; or "nothing"."""
    findings = next(t.findings for t in report.translations if t.article.language == edit.language)
    here = {f.severity for f in findings if not f.code.endswith(("inconsistent", "mixed")) and (
        f.translation and f.translation.start <= edit.end and edit.start <= f.translation.end
        or f.original and f.original.start < edit.original[1] and edit.original[0] < f.original.end)}
    return next((severity for severity in ("error", "warning", "info") if severity in here), "nothing")


@click.command(help=__doc__)
@click.argument("news", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--classes", default="", help="Make edits only of sorts that begin so, parted by commas.")
@click.option("--offset", default=0, help="Which of six lines is edited.")
@click.option("--misses", is_flag=True, help="List what was not found.")
def main(news: tuple[Path, ...], classes: str, offset: int, misses: bool) -> None:
    """Make the edits, check, and print recall by sort and language."""
    tally = Tally()
    for folder in news or (Path(__file__).parent / "material" / "news",):
        documents = load(folder)
        loser = Loser(documents, frozenset(filter(None, classes.split(","))), offset)
        for edit, report in checked(documents, loser.edits, PARAGRAPH):
            tally.add(edit, heard(edit, report))
    tally.show(misses)


if __name__ == "__main__":
    main()
