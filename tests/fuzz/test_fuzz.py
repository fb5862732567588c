"""Every target over its corpus and over a few generated inputs: the same ones each time."""
from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from . import endurance
from .__main__ import corpus, inputs
from .generate import LANGUAGES, file
from .targets import TARGETS, run

_KEPT = [(name, path) for name in TARGETS for path in corpus(name)]


@pytest.mark.parametrize(("name", "path"), _KEPT, ids=[f"{name}-{path.name}" for name, path in _KEPT])
def test_kept_inputs_are_borne(name: str, path: Path) -> None:
    run(TARGETS[name], path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_generated_inputs_are_borne(name: str) -> None:
    for data in islice(inputs(name, seed=7), 4 if name in ("whole", "outputs") else 40):
        run(TARGETS[name], data)


@pytest.mark.parametrize("name", [name for name in TARGETS if name.startswith("read-")])
def test_generated_files_are_mostly_read(name: str) -> None:
    # A generator whose files were all refused would try nothing.
    made = (file(Random(n), name.removeprefix("read-"), LANGUAGES[n % 4], spoil=0) for n in range(30))
    assert sum(run(TARGETS[name], data) for data in made) > 15


def test_every_target_has_a_corpus() -> None:
    assert {name for name, _ in _KEPT} == set(TARGETS)


def test_endurance_counts_and_repeats(capsys: pytest.CaptureFixture[str]) -> None:
    assert endurance.part(1, 5) == endurance.part(1, 5) != endurance.part(2, 5)
    assert endurance.endure("parts", endurance.part, 1, range(14)) == 0
    assert endurance.endure("whole", endurance.whole, 1, range(1)) == 0
    assert "parts: 14 inputs" in capsys.readouterr().out


def test_a_fault_is_counted_and_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(data: bytes) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr(endurance, "TARGETS", {**TARGETS, "whole": broken})
    assert endurance.endure("whole", endurance.whole, 1, range(3, 5)) == 2
    said = capsys.readouterr()
    assert "2 broken" in said.out and "whole 4 (whole)" in said.err and "ZeroDivisionError" in said.err
