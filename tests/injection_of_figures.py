"""How many wrong figures are noticed, and how many right ones cried over: untouched translations edited by rule.

    python -m tests.injection_of_figures [NEWS…] [--languages nl] [--sorts month,bound] [--offset 1] [--same] [--misses]

NEWS is a folder as `tests.injection` takes it. Every third line of a version gets at most one edit: a digit changed, a
month, a bound, a unit, two figures in each other's place (`tests.figure_edits`). The same `--offset` makes the same
edits. An edit is found when a loud finding of a figure overlaps it. Sorts marked "unread" are of words that the tables
of numbers and dates know and no extractor took for a figure: `--misses` shows where, and most are none.

With `--same` the edits leave every figure what it is ("12" -> "twaalf"): what is loud then is a false alarm, and
`--misses` lists it.
"""
from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from checker.finding import Finding

from .edits import Edit, Line, Made, Tally, checked, edited, heard, load
from .figure_edits import Edit as FigureEdit
from .figure_edits import otherwise, wrong


def choose(document: str, lines: Sequence[Line], language: str, offset: int, same: bool,
           sorts: frozenset[str]) -> list[Edit]:
    """The edit of each line that gets one. A sort is drawn first, so that rare ones come up."""
    chance = random.Random(f"{document} {language} {offset} {same}")
    made = []
    for at in edited(lines, language, offset):
        number, text = lines[at]
        by_sort: dict[str, list[FigureEdit]] = {}
        for edit in (otherwise if same else wrong)(text, language, chance):
            if edit.new != edit.text and (not sorts or edit.sort in sorts):
                by_sort.setdefault(edit.sort + ("" if edit.read else " (unread)"), []).append(edit)
        if by_sort:
            sort = chance.choice(sorted(by_sort))
            one = chance.choice(by_sort[sort])
            made.append(Edit(number, sort, one.start, one.end, one.new))
    return made


def _is_of_figures(finding: Finding) -> bool:
    return finding.kind in ("number", "date") and not finding.code.endswith(("inconsistent", "mixed"))


@click.command(help=__doc__)
@click.argument("news", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--languages", default="", help="Edit these only, parted by commas.")
@click.option("--sorts", default="", help="Make these edits only, parted by commas.")
@click.option("--offset", default=0, help="Which of three lines is edited, and how.")
@click.option("--same", is_flag=True, help="Write the same figures otherwise.")
@click.option("--misses", is_flag=True, help="List what was not found, or cried over.")
def main(news: tuple[Path, ...], languages: str, sorts: str, offset: int, same: bool, misses: bool) -> None:
    """Make the edits, check, and print by sort and language what was found."""
    wanted, tally = frozenset(filter(None, sorts.split(","))), Tally()

    def editor(document: str, versions: Mapping[str, Sequence[Line]], language: str) -> list[Edit]:
        chosen = not languages or language in languages.split(",")
        return choose(document, versions[language], language, offset, same, wanted) if chosen else []

    for folder in news or (Path(__file__).parent / "material" / "news",):
        for made, report in checked(load(folder), editor):
            # What was dropped is told at the place that the word links give, somewhere in the line.
            said = heard(made, report, _is_of_figures, near=0 if made.new else _length(made))
            tally.add(made, said)
            if same and misses and said in ("error", "warning"):
                click.echo(f"cried {made.language} {made.document} {made.line} {made.sort}: "
                           f"{made.old!r} -> {made.new!r}")
    tally.show(misses and not same)


def _length(made: Made) -> int:
    """About as many characters as the line of an edit has."""
    return made.original[1] - made.original[0]


if __name__ == "__main__":
    main()
