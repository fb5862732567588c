"""How many turned sentences are noticed: denials taken out or put in, words replaced by their opposites, by rule.

    python -m tests.turning [NEWS…] [--languages nl,th] [--classes lost,gained] [--offset 1] [--misses]

NEWS is laid out as for `tests.injection`, and as there every third line of a version gets at most one edit, the same
ones each time; `tests/turns.toml` has the rules. An edit is found when a loud finding that something is turned, or a
figure's direction, stands at it. Not every edit makes a falsehood ("no less" is "less" in some sentences), so that the
recall printed is a lower bound; false alarms are measured on texts without edits.
"""
from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import click

from checker.finding import Finding

from .edits import Edit, Line, Tally, checked, edited, heard, load
from .turns import turns

NEAR = 12  # Characters from an edit at which a finding is about it: a denial that is gone leaves no word behind.


def editor(document: str, versions: Mapping[str, Sequence[Line]], language: str, offset: int,
           wanted: frozenset[str]) -> Iterator[Edit]:
    """The edits of a document's version: of each line that is edited, one of the sorts it offers, and of that one."""
    chance = random.Random(f"{document} {language} {offset}")
    lines = versions[language]
    for at in edited(lines, language, offset):
        number, text = lines[at]
        options = [turn for turn in turns(text, language) if turn.sort in wanted or not wanted]
        if options:
            sort = chance.choice(sorted({turn.sort for turn in options}))
            turn = chance.choice([turn for turn in options if turn.sort == sort])
            yield Edit(number, sort, turn.start, turn.end, turn.new)


@click.command(help=__doc__)
@click.argument("news", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--languages", default="", help="Count these only, parted by commas.")
@click.option("--classes", default="", help="Make these edits only, parted by commas.")
@click.option("--offset", default=0, help="Which of three lines is edited.")
@click.option("--misses", is_flag=True, help="List what was not found.")
def main(news: tuple[Path, ...], languages: str, classes: str, offset: int, misses: bool) -> None:
    """Make the edits, check, and print recall by sort and language."""
    tally = Tally()
    chosen = partial(editor, offset=offset, wanted=frozenset(filter(None, classes.split(","))))
    for folder in news or (Path(__file__).parent / "material" / "news",):
        for edit, report in checked(load(folder), chosen):
            if not languages or edit.language in languages.split(","):
                tally.add(edit, heard(edit, report, _counts, NEAR))
    tally.show(misses)


def _counts(finding: Finding) -> bool:
    return finding.kind == "content" or finding.code in ("number-changed", "date-changed")


if __name__ == "__main__":
    main()
