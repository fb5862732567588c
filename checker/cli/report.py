"""The end of every checking command: write the outputs, print the summary, say the exit code."""
from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..config import Config
from ..errors import CheckerError
from ..output import STDOUT, preflight, write_all
from ..formats.printable import one_line
from .exits import BUG, CLEAN, FINDINGS, UNCHECKED
from .options import targets

if TYPE_CHECKING:
    from ..outcome import Outcome


def prepare(options: Mapping[str, Any], inputs: Iterable[str]) -> dict[str, str]:
    """Which formats are written where; refused at once where it cannot be done."""
    wanted = targets(options)
    if options["github"] and STDOUT in wanted.values():
        raise CheckerError("--github prints on standard output, and so does '-'; send one of them to a file")
    preflight({f"--{name}": target for name, target in wanted.items()}, inputs)
    return wanted


def finish(outcome: Outcome, config: Config, options: Mapping[str, Any]) -> int:
    """Write and print what was asked for; the exit code."""
    contents = _contents(outcome, config, options)
    write_all(contents)
    if not contents and not options["quiet"]:
        _summary(outcome, options["verbose"])
    for line in (*outcome.assumptions(), *outcome.problems()):
        print(f"checker: {one_line(line)}", file=sys.stderr)
    return exit_code(outcome, config["fail-on"])


def _contents(outcome: Outcome, config: Config, options: Mapping[str, Any]) -> dict[str, str]:
    """What is to be written, by target. Several sets have several pages, beside the one that was named."""
    from ..formats import renderer

    wanted = targets(options) | ({"github": STDOUT} if options["github"] else {})
    page = wanted.pop("html", None)
    contents = {target: renderer(name)(outcome) for name, target in wanted.items()}
    if page is not None:
        from ..formats import html

        language = config["ui-lang"]
        contents |= {page: html.render(outcome, language)} if page == STDOUT else html.pages(outcome, page, language)
    return contents


def exit_code(outcome: Outcome, fail_on: str) -> int:
    """3 over 2 over 1 over 0."""
    if any(one.bug for one in outcome.sets):
        return BUG
    if outcome.problems():
        return UNCHECKED
    return FINDINGS if outcome.failing(fail_on) else CLEAN


def _summary(outcome: Outcome, verbose: bool) -> None:
    from rich.console import Console

    from ..formats.terminal import show

    show(outcome, Console(highlight=False, markup=False, emoji=False), verbose)
