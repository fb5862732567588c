"""`checker pr`: what a pull request changes for the worse."""
from __future__ import annotations

from typing import Any

import click

from .options import checking_options, configuration
from .progress import progress
from .report import finish, prepare


@click.command(short_help="Check the article sets that a pull request touches.")
@click.option("--base", metavar="REF", help="The branch it goes into; what CI says, or the main branch, if not given.")
@checking_options
def pr(base: str | None, **options: Any) -> int:
    """Check the article sets that changed since the merge base with REF. Only what is new since then can fail it."""
    config = configuration(options)
    prepare(options, ())
    with progress():
        from ..pullrequest import check_pull_request

        outcome = check_pull_request(config, base)
    return finish(outcome, config, options)
