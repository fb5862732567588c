"""The probe that tells sentence starts by states: fitted on lines that were joined, asked at an offset."""
from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from checker.encoding import Encoding, quantised
from checker.onsets import Probe, neighbours, probe_of
from checker.probing import clauses, examples, fitted, strangers
from tests.test_fitting import material

WIDTH = 8


class Knowing:
    """An encoder whose states say of each word whether a sentence of the material begins with it."""

    name = revision = "knowing"

    def __init__(self, first: Sequence[str]) -> None:
        self._first = first

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> Encoding:
        words = list(re.finditer(r"\S+", text))
        states = np.full((len(words), WIDTH), 0.1, np.float32)
        for word, state in zip(words, states):
            state[1 if any(text.startswith(opening, word.start()) for opening in self._first) else 2] = 1
        return quantised(states.sum(axis=0), [word.span() for word in words], states)


def _openings(folder: Path) -> list[str]:
    return [line[:12] for file in (folder / "news").glob("??.txt") for line in file.read_text("utf-8").splitlines()]


def test_the_probe_learns_what_opens_a_sentence(tmp_path: Path) -> None:
    folder = material(tmp_path, 6)
    found = list(examples(folder, Knowing(_openings(folder))))
    assert any(e.real for e in found)
    for probe in (fitted(found), *strangers(found).values()):
        odds = [(float((probe.weights * e.states).sum()) + probe.bias, e.real) for e in found]
        assert min(o for o, real in odds if real) > max((o for o, real in odds if not real), default=-9.0)


def test_every_document_has_a_probe_that_never_saw_it(tmp_path: Path) -> None:
    folder = material(tmp_path, 6)
    found = list(examples(folder, Knowing(_openings(folder))))
    assert strangers(found).keys() == {e.document for e in found}


def test_a_place_is_judged_by_the_tokens_beside_it() -> None:
    encoding = Knowing(["Zo"]).encode(["Brug open Zo ging het"])[0]
    probe = Probe(np.stack([np.zeros(WIDTH), np.eye(WIDTH)[1]]).astype(np.float32), -0.5)
    assert probe.odds(encoding, 10) == pytest.approx(0.5, abs=0.05)
    assert probe.odds(encoding, 5) == pytest.approx(-0.4, abs=0.05)


@pytest.mark.parametrize("offset", [0, 99])
def test_at_either_end_there_is_nothing_to_judge_by(offset: int) -> None:
    encoding = Knowing([]).encode(["Brug open"])[0]
    assert neighbours(encoding, offset) is None
    assert Probe(np.ones((2, WIDTH), np.float32), -2.0).odds(encoding, offset) == -2.0


def test_an_encoder_that_none_was_fitted_on_has_no_probe() -> None:
    assert probe_of("another", "1") is None


def test_the_default_encoder_has_a_probe_of_its_width() -> None:
    from checker.manifest import settings_of

    settings = settings_of(None)
    for pieces in (False, True):
        probe = probe_of(settings.name, settings.revision, pieces=pieces)
        assert probe is not None and probe.weights.shape == (2, 384)


def test_every_space_between_clauses_is_an_example(tmp_path: Path) -> None:
    found = list(clauses(material(tmp_path, 6), Knowing([])))
    assert {e.document for e in found} == {f"d{n}" for n in range(6)}
    assert any(e.real for e in found)


def test_two_texts_meet_at_their_outer_tokens() -> None:
    before, after = Knowing(["Zo"]).encode(["Brug open", "Zo ging het"])
    probe = Probe(np.stack([np.zeros(WIDTH), np.eye(WIDTH)[1]]).astype(np.float32), -0.5)
    assert probe.between(before, after) == pytest.approx(0.5, abs=0.05)
    assert probe.between(after, before) == pytest.approx(-0.4, abs=0.05)
