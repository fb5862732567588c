"""A name is suggested as the version's own language has it."""
from __future__ import annotations

import pytest

from checker.checks.suggested import rendering

from .figure_world import pair


@pytest.mark.parametrize(("name", "type", "language", "suggestion"), [
    ("Pháp", "place", "fr", "France"), ("Pháp", "place", "nl", "Frankrijk"), ("Bắc Kinh", "place", "th", "ปักกิ่ง"),
    ("Peter Dunmore", "person", "nl", "Peter Dunmore"),  # no language has its own word for it
])
def test_what_a_language_calls_it(name: str, type: str, language: str, suggestion: str) -> None:
    made = pair(f"Ông ấy rời {name} hôm qua.", "…", language)
    assert rendering(made, name, type) == suggestion


def test_what_the_version_writes_elsewhere_comes_first() -> None:
    made = pair("Họ đến Myanmar.\nHọ rời Myanmar.", "Ze gaan naar Birma.\nZe verlaten Polen.", "nl")
    assert rendering(made, "Myanmar", "place") == "Birma"
