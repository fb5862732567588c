"""Extraction of dates (being written)."""
from __future__ import annotations

from collections.abc import Sequence

from ..fact import Context, Fact


def extract(text: str, language: str, context: Context, taken: Sequence[tuple[int, int]] = ()) -> tuple[Fact, ...]:
    """Nothing yet."""
    return ()
