"""Word links with the real encoder, on both halves of the gold set; what was measured is in models/README.md."""
from __future__ import annotations

import pytest

from checker.links import Parameters

from .score import gold, score

pytestmark = pytest.mark.encoder

# A little under what was measured, language by language: share found, and F1 of the characters.
FLOORS = {"nl": (0.93, 0.89), "fr": (0.95, 0.87), "th": (0.95, 0.83)}


@pytest.mark.parametrize("split", ["dev", "test"])
@pytest.mark.parametrize("language", sorted(FLOORS))
def test_words_are_found(language: str, split: str) -> None:
    found = score(p for p in gold(split) if p.language == language)
    least, exact = FLOORS[language]
    assert found.hits >= least and found.f1 >= exact, found
    assert found.sure > found.unsure


def test_the_tuned_parameters_are_not_idle() -> None:
    """Links too blunt to tell one word from another are told apart from the tuned ones by the scorer."""
    assert score(gold("dev"), Parameters(sharpness=0.1)).f1 < score(gold("dev")).f1 - 0.2


def test_the_gold_set_is_whole() -> None:
    pairs = gold("dev") + gold("test")
    assert {x: sum(p.language == x for p in pairs) for x in FLOORS} == {"nl": 20, "fr": 20, "th": 20}
    assert len(gold("dev")) == len(gold("test"))
