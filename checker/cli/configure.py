"""`checker init` and `checker config`: a configuration to begin with, and the one in force."""
from __future__ import annotations

import sys
from pathlib import Path

import click

from ..config import Config
from ..config.guess import guess
from ..config.show import beginning, show
from ..errors import CheckerError
from ..languages import languages
from ..output import write_all

NAME = "checker.toml"


@click.command(short_help="Write a configuration by looking at the repository.")
@click.option("--stdout", is_flag=True, help="Print it instead of writing it.")
def init(stdout: bool) -> int:
    """Write a commented checker.toml in this folder, filled in as far as the files here tell."""
    from ..articles import files_in

    target = Path.cwd() / NAME
    if target.exists() and not stdout:
        raise CheckerError(f"{NAME} is there already; edit it, or see 'checker init --stdout'")
    found = guess(files_in(Path.cwd()), languages())
    text = beginning(found)
    if stdout:
        sys.stdout.write(text)
        return 0
    write_all({str(target): text})
    told = f"articles = {found['articles']}" if found else "no articles were recognised; say where they are in it"
    print(f"wrote {NAME}: {told}")
    return 0


@click.command(short_help="Show the configuration in force.")
@click.option("--show", "_show", is_flag=True, help="Print every key, its value, and where that comes from.")
@click.option("--config", "config_file", metavar="FILE", help="The configuration to show, whatever would be found.")
def config(_show: bool, config_file: str | None) -> int:
    """Print every key, its value, and where that comes from."""
    sys.stdout.write(show(Config.file(Path(config_file)) if config_file else Config.found()))
    return 0
