"""`checker align`: the sentence alignment alone."""
from __future__ import annotations

from typing import Any

import click

from ..output import STDOUT, preflight, write_all
from .options import configuration
from .progress import progress


@click.command(short_help="Align the sentences of two files.")
@click.argument("a")
@click.argument("b")
@click.option("--pre-segmented", is_flag=True, help="One sentence a line; empty lines count.")
@click.option("--format", "format_", type=click.Choice(["tsv", "vecalign", "tmx", "json"]), default="tsv",
              show_default=True, help="How the alignment is printed.")
@click.option("-o", "--output", metavar="FILE", default=STDOUT, help="Where to write it; standard output if not given.")
@click.option("--lang", metavar="PATH=CODE", multiple=True, help="The language of a file. May be repeated.")
@click.option("--model", metavar="NAME_OR_PATH", help="The encoder to use.")
@click.option("--config", "config_file", metavar="FILE", help="The configuration to use, whatever would be found.")
def align(a: str, b: str, pre_segmented: bool, format_: str, output: str, **options: Any) -> int:
    """Align the sentences of file A with those of file B, in any languages the encoder knows."""
    config = configuration(options)
    preflight({"-o": output}, (a, b))
    with progress():
        from ..alignments import FORMATS, align_articles, align_lines

        aligned = (align_lines if pre_segmented else align_articles)(a, b, config)
    write_all({output: FORMATS[format_](aligned)})
    return 0
