"""The outputs: one file a format, each `render(outcome) -> str`. To add one, write the file and a row here."""
from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from ..outcome import Outcome


@dataclass(frozen=True)
class Format:
    """An output: the module of this package that renders it, and what the command line says of it."""

    module: str
    doc: str


FORMATS: Mapping[str, Format] = {
    "html": Format("html", "the report as one page to read"),
    "json": Format("json", "the report for programs"),
    "sarif": Format("sarif", "SARIF 2.1.0, for code scanning"),
    "junit": Format("junit", "JUnit XML, for CI servers"),
    "csv": Format("csv", "one line a finding, for spreadsheets"),
    "gitlab": Format("gitlab", "GitLab's code quality report"),
    "rdjson": Format("rdjson", "reviewdog's diagnostic format"),
    "text": Format("text", "path:line:col: severity code message"),
    "summary": Format("summary", "a Markdown table, for a CI job's summary"),
}


def renderer(name: str) -> Callable[[Outcome], str]:
    """The function that renders a format; its module is loaded when asked for."""
    module = importlib.import_module(f".{FORMATS[name].module}", __name__)
    return cast(Callable[[Outcome], str], module.render)
