"""`checker explain`: what a code means, why, an example, how to fix or silence it."""
from __future__ import annotations

import sys

import click

from ..explain import rule, rules


@click.command(short_help="Say what a code means, and how to fix or silence it.")
@click.argument("code", required=False)
def explain(code: str | None) -> int:
    """Explain CODE; without it, list every code with its first sentence."""
    if code is None:
        width = max(len(one.code) for one in rules())
        text = "".join(f"{one.code:{width}}  {one.short}\n" for one in rules())
    else:
        text = rule(code).text
    sys.stdout.write(text)
    return 0
