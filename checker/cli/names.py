"""`checker names`: the ledger, every name and how each version writes it."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..config import Config
from ..output import preflight, write_all
from .options import configuration, reading_options
from .progress import progress

if TYPE_CHECKING:
    from ..glossary import Term
    from ..report import Report


@click.command(short_help="List every name and how each version writes it.")
@click.argument("original")
@click.argument("translations", nargs=-1)
@click.option("--csv", "csv_file", metavar="FILE", help="Write it as CSV, in the glossary's columns.")
@click.option("--tbx", "tbx_file", metavar="FILE", help="Write it as TBX, for terminology tools.")
@click.option("--html", "html_file", metavar="FILE", help="Write the report page, which holds the ledger.")
@click.option("--update-glossary", metavar="FILE",
              help="Write the glossary (.csv, .tbx) with additions for a person to accept.")
@reading_options
@click.option("--model", metavar="NAME_OR_PATH", help="The encoder to use.")
@click.option("--config", "config_file", metavar="FILE", help="The configuration to use, whatever would be found.")
def names(original: str, translations: tuple[str, ...], csv_file: str | None, tbx_file: str | None,
          html_file: str | None, update_glossary: str | None, **options: Any) -> int:
    """List the names of ORIGINAL and how each of TRANSLATIONS writes them, the most frequent first.

    A bilingual file is named alone.
    """
    config = configuration(options, translations)
    given = {"--csv": csv_file, "--tbx": tbx_file, "--html": html_file, "--update-glossary": update_glossary}
    preflight({option: target for option, target in given.items() if target}, (original, *translations))
    with progress():
        from ..glossary import write_csv, write_tbx
        from ..pipeline import check

        report = check(original, translations, config)
    contents: dict[str, str] = {}
    if csv_file:
        contents[csv_file] = write_csv(terms(report))
    if tbx_file:
        contents[tbx_file] = write_tbx(terms(report), report.original.language)
    if html_file:
        contents[html_file] = _page(report)
    if update_glossary:
        proposed = _proposed(report, config)
        tbx = Path(update_glossary).suffix.lower() == ".tbx"
        contents[update_glossary] = write_tbx(proposed, report.original.language) if tbx else write_csv(proposed)
    write_all(contents)
    if not contents:
        _print(report)
    return 0


def terms(report: Report) -> list[Term]:
    """The ledger as glossary terms: all spellings of a version, the most frequent first."""
    from ..glossary import Term

    made = []
    for name in report.names:
        for language in dict.fromkeys(r["language"] for r in name["renderings"]):
            spellings = [r["text"] for r in name["renderings"] if r["language"] == language]
            made.append(Term(name["original"], language, tuple(dict.fromkeys(spellings)), (), name["type"]))
    return made


def _proposed(report: Report, config: Config) -> list[Term]:
    """The glossary's own terms, earlier proposals, and for names it lacks the most frequent spelling as a proposal."""
    from ..glossary import PROPOSED, Term, load

    glossary = load(config["glossary"])
    kept = [term for by_language in glossary.terms.values() for term in by_language.values()]
    kept += [term for term in glossary.proposals if glossary.term(term.original, term.language) is None]
    known = {(term.original.lower(), term.language) for term in kept}
    new = [Term(t.original, t.language, (_full(t.approved),), (), t.type, PROPOSED) for t in terms(report)
           if (t.original.lower(), t.language) not in known]
    return kept + new


def _full(spellings: Sequence[str]) -> str:
    """The first of some spellings, the most frequent first, that is no short form of another: no surname alone.

    >>> _full(["Petrenko", "Ivan Petrenko"])
    'Ivan Petrenko'
    """
    return next(s for s in spellings if not any(s != other and s in other for other in spellings))


def _page(report: Report) -> str:
    from ..formats import renderer
    from ..outcome import Outcome, SetResult, repository_root

    path = report.original.path
    return renderer("html")(Outcome((SetResult(path, report),), root=repository_root(Path.cwd())))


def _print(report: Report) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from ..formats.printable import one_line

    table = Table(box=None, header_style="bold")
    for heading in ("name", "type", *dict.fromkeys(t.article.language for t in report.translations)):
        table.add_column(heading)
    for name in report.names:
        cells = [_cell(name["renderings"], at) for at in range(len(report.translations))]
        table.add_row(*(Text(one_line(cell)) for cell in (name["original"], name["type"], *cells)))
    Console(highlight=False, markup=False, emoji=False).print(table)


def _cell(renderings: Sequence[Any], translation: int) -> str:
    return ", ".join(f"{r['text']} ({r['count']})" for r in renderings if r["translation"] == translation)
