"""Options that several commands share, and what they amount to: a configuration and a set of outputs."""
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from ..config import BY_NAME, Config
from ..errors import CheckerError
from ..formats import FORMATS
from ..readers import ALL_FORMATS

F = TypeVar("F", bound=Callable[..., Any])

ORIGIN = "command line"
_SAME_NAME = ("fail-on", "date", "decisions", "baseline", "model", "ui-lang", "json-paths")


def checking_options(command: F) -> F:
    """The options of `check` and `pr`: configuration and outputs."""
    for option in reversed((*_CONFIGURATION, *_outputs())):
        command = option(command)
    return command


def reading_options(command: F) -> F:
    """The options that say what files are."""
    for option in reversed(_READING):
        command = option(command)
    return command


_READING = (
    click.option("--lang", metavar="PATH=CODE", multiple=True, help="The language of a file. May be repeated."),
    click.option("--format", "format_", metavar="[PATH=]NAME", multiple=True,
                 help=f"The format of a file, or of all: {', '.join(ALL_FORMATS)}. May be repeated."),
    click.option("--json-paths", metavar="PATH", multiple=True, help=BY_NAME["json-paths"].doc),
)
_CONFIGURATION = (
    click.option("--fail-on", type=click.Choice(BY_NAME["fail-on"].choices), help=BY_NAME["fail-on"].doc),
    click.option("--config", "config_file", metavar="FILE", help="The configuration to use, whatever would be found."),
    click.option("--date", metavar="YYYY-MM-DD", help=BY_NAME["date"].doc),
    *_READING,
    click.option("--reference", metavar="TRANSLATION=FILE", multiple=True,
                 help="Score a version against a reference translation: BLEU, chrF, TER. May be repeated."),
    click.option("--decisions", metavar="FILE", help=BY_NAME["decisions"].doc),
    click.option("--baseline", metavar="FILE", help=BY_NAME["baseline"].doc),
    click.option("--model", metavar="NAME_OR_PATH", help=BY_NAME["model"].doc),
    click.option("--ui-lang", metavar="CODE", help=BY_NAME["ui-lang"].doc),
    click.option("-q", "--quiet", is_flag=True, help="Print no summary."),
    click.option("-v", "--verbose", is_flag=True, help="Print every finding, with what it rests on."),
)


def _outputs() -> Iterable[Callable[[F], F]]:
    for name, doc in FORMATS.items():
        yield click.option(f"--{name}", f"{name}_file", metavar="FILE", help=f"Write {doc} (- is standard output).")
    yield click.option("--github", is_flag=True, help="Print GitHub annotations, the worst first.")


def targets(options: Mapping[str, Any]) -> dict[str, str]:
    """Which formats are written where."""
    return {name: options[f"{name}_file"] for name in FORMATS if options.get(f"{name}_file")}


def configuration(options: Mapping[str, Any], paths: Iterable[str] = ()) -> Config:
    """The configuration in force: the file's, overlaid by the options given. `paths` are the files named."""
    file = options.get("config_file")
    config = Config.file(Path(file)) if file else Config.found()
    given: dict[str, Any] = {name: options.get(name.replace("-", "_")) for name in _SAME_NAME}
    given["lang"] = dict(_language(text) for text in options.get("lang", ()))
    given["format"] = dict(_format(text) for text in options.get("format_", ()))
    given["reference"] = dict(_reference(text, list(paths)) for text in options.get("reference", ()))
    return config.over({name: value for name, value in given.items() if value}, ORIGIN)


def _language(text: str) -> tuple[str, str]:
    path, equals, code = text.rpartition("=")
    if not equals or not path or not code:
        raise CheckerError(f"--lang {text}: write it as PATH=CODE, for instance --lang article.txt=nl")
    return path, code


def _format(text: str) -> tuple[str, str]:
    path, _, name = text.rpartition("=")
    if name not in ALL_FORMATS:
        raise CheckerError(f"--format {text}: {name!r} is no format; the formats are {', '.join(ALL_FORMATS)}")
    return path or os.path.join(os.sep, "*"), name


def _reference(text: str, paths: list[str]) -> tuple[str, str]:
    """Both sides may hold an equals sign: the left one is a version that was named."""
    cuts = [i for i, char in enumerate(text) if char == "="]
    for cut in cuts:
        if text[:cut] in paths and text[cut + 1:]:
            return text[:cut], text[cut + 1:]
    if not cuts or not text.partition("=")[2]:
        raise CheckerError(f"--reference {text}: write it as TRANSLATION=FILE")
    raise CheckerError(f"--reference {text}: {text.partition('=')[0]} is not one of the versions to be checked")
