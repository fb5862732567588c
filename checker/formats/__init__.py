"""The outputs: one file a format, each `render(outcome) -> str`. To add one, write the file and a row here."""
from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ..outcome import Outcome

# Each is an option `--name FILE`, rendered by the module of that name.
FORMATS: Mapping[str, str] = {
    "html": "the report as one page to read",
    "json": "the report for programs",
    "sarif": "SARIF 2.1.0, for code scanning",
    "junit": "JUnit XML, for CI servers",
    "csv": "one line a finding, for spreadsheets",
    "gitlab": "GitLab's code quality report",
    "rdjson": "reviewdog's diagnostic format",
    "text": "path:line:col: severity code message",
    "summary": "a Markdown table, for a CI job's summary",
}


def renderer(name: str) -> Callable[[Outcome], str]:
    """The function that renders a format (or `github`); its module is loaded when asked for."""
    module = importlib.import_module(f".{name}", __name__)
    return cast("Callable[[Outcome], str]", module.render)
