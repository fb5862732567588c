"""The sign of life: on a terminal alone, and gone when the work is done."""
from __future__ import annotations

import io
import logging
import sys
import time

import pytest

from checker.cli import progress as module


class Terminal(io.StringIO):
    """Standard error with a person in front of it."""

    def isatty(self) -> bool:
        return True


def test_long_work_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setattr(module, "AFTER", 0.0)
    monkeypatch.setattr(module, "_EVERY", 0.001)
    with module.progress():
        logging.getLogger("checker.anything").info("encoding %d sentences", 12)
        while "encoding 12 sentences" not in terminal.getvalue():
            time.sleep(0.001)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_nothing_is_told_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    monkeypatch.setattr(module, "AFTER", 0.0)
    with module.progress():
        logging.getLogger("checker.anything").info("encoding")
    assert pipe.getvalue() == ""
