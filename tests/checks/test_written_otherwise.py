"""A figure written in another way stays silent, and one slip away from it is found: all that `written_otherwise` lists.

The words' links are not known here: a figure must be told by what it says.
"""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from .figure_world import found, pair

_SIGNS = {"+": False, "-": True}


def _rows() -> Iterator[tuple[str, str, str, bool]]:
    """Original, language, version, and whether the version drifts."""
    original = ""
    for line in (Path(__file__).parent / "written_otherwise.txt").read_text("utf-8").splitlines():
        head, _, text = line.partition(" ")
        if head == "vi:":
            original = text
        elif head and head != "#":
            yield original, head[:-1], text, _SIGNS[head[-1]]


ROWS = tuple(_rows())


@pytest.mark.parametrize("original, language, version, drifts", ROWS)
def test_what_is_written_otherwise_is_silent_and_a_slip_is_found(original: str, language: str, version: str,
                                                                 drifts: bool) -> None:
    assert bool(found(pair(original, version, language))) is drifts


@pytest.mark.parametrize("language", ("nl", "fr", "th"))
@pytest.mark.parametrize("drifts", (False, True))
def test_each_language_has_versions_of_both_sorts(language: str, drifts: bool) -> None:
    assert sum(row[1] == language and row[3] is drifts for row in ROWS) > 100
