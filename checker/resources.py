"""The one module that knows where the data folders are, in a checkout and in an installed wheel alike."""
from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=None)
def model_data(name: str) -> Any:
    """A JSON file of models/, parsed once a process."""
    return json.loads((files("checker.models") / name).read_text("utf-8"))


def report_file(name: str) -> str:
    """The text of a file of reports/ (`templates/report.html`, `static/report.css` …)."""
    return (files("checker.reports") / name).read_text("utf-8")
