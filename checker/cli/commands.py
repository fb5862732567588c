"""All commands, as one click group."""
from __future__ import annotations

import click

from .. import __version__
from .align import align
from .check import check
from .configure import config, init
from .explain import explain
from .judge import baseline, decide
from .names import names
from .pr import pr


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="checker")
def COMMANDS() -> None:
    """Find the figures, dates and names that drift between an article and its translations."""


for command in (check, align, names, pr, init, config, explain, decide, baseline):
    COMMANDS.add_command(command)
