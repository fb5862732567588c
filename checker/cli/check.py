"""`checker check`: one article and its versions, or every article set of the configuration."""
from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..config import Config
from ..errors import CheckerError
from .options import checking_options, configuration
from .progress import progress
from .report import finish, prepare

if TYPE_CHECKING:
    from ..outcome import Outcome


@click.command(short_help="Check an article against its translations.")
@click.argument("original", required=False)
@click.argument("translations", nargs=-1)
@checking_options
def check(original: str | None, translations: tuple[str, ...], **options: Any) -> int:
    """Check TRANSLATIONS against ORIGINAL (- is standard input).

    A bilingual file (XLIFF, TMX, PO, CSV, TSV) is checked alone. With no files named, check every article set of the
    configuration.
    """
    paths = [original, *translations] if original else []
    config = configuration(options, paths)
    prepare(options, paths)
    with progress():
        outcome = outcome_of(paths, config)
    return finish(outcome, config, options)


def outcome_of(paths: list[str], config: Config) -> Outcome:
    """The check of the files named (the original first), or of all article sets where none is."""
    return _named(paths, config) if paths else _all_sets(config)


def _named(paths: list[str], config: Config) -> Outcome:
    from ..encoder import configured

    configured(config).prepare()  # Before all that takes long to import.
    from ..outcome import Outcome, SetResult, repository_root
    from ..pipeline import check as check_set

    report = check_set(paths[0], paths[1:], config)
    return Outcome((SetResult(paths[0], report),), root=repository_root(Path.cwd()))


def _all_sets(config: Config) -> Outcome:
    from ..articles import files_in, find_sets
    from ..outcome import Outcome, repository_root
    from ..sets import check_set, guarded

    if not config["articles"]:
        raise CheckerError("nothing to check: name an article and its translations, or say in the configuration "
                           "where articles are ('checker init' writes one)")
    sets = find_sets(files_in(config.folder), config)
    if not sets:
        raise CheckerError(f"no file matches {', '.join(config['articles'])} in {config.folder}; see 'articles' in "
                           f"{config.path}")
    results = [guarded(one.slug, partial(check_set, one, config, config.folder)) for one in sets]
    return Outcome(tuple(results), True, repository_root(config.folder))
