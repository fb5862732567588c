"""Finds the figures, dates and names that drift between an article and its translations."""
from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .report import Report

__version__ = "0.1.0"
__all__ = ["__version__", "check"]


def check(original: str | os.PathLike[str], translations: Sequence[str | os.PathLike[str]],
          config: Mapping[str, Any] | str | os.PathLike[str] | None = None) -> Report:
    """Check translations against their original.

    `config`: a mapping with the configuration's keys (also `date`, `lang`, `reference`), or a path to a file of
    them; none is looked for. The encoder is loaded once a process. Nothing is written but the cache. Raises
    `checker.errors.CheckerError` where an input cannot be checked.
    """
    from .pipeline import check as run

    return run(original, translations, config)
