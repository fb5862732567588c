"""Scores against a reference: sacrebleu's own figures, over sentences that need not correspond one to one."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF

from checker.revision import matched, stretches
from checker.scores import score

DUTCH = ["De brug is dicht.", "De burgemeester opende de markt om negen uur.", "Er kwamen veel bezoekers."]
OTHER = ["De brug is gesloten.", "De burgemeester opende om negen uur de markt.", "Er kwamen veel bezoekers."]


def test_same_text_is_perfect() -> None:
    found = score(DUTCH, DUTCH, "nl")
    assert [found[name]["score"] for name in ("BLEU", "chrF", "TER")] == [100.0, 100.0, 0.0]


def test_figures_are_sacrebleus() -> None:
    found = score(DUTCH, OTHER, "nl")
    assert found["BLEU"]["score"] == pytest.approx(BLEU().corpus_score(DUTCH, [OTHER]).score, abs=0.01)
    assert found["chrF"]["score"] == pytest.approx(CHRF().corpus_score(DUTCH, [OTHER]).score, abs=0.01)
    assert "tok:13a" in found["BLEU"]["signature"] and "version:" in found["TER"]["signature"]


def test_thai_counts_characters() -> None:
    found = score(["ฝนตกหนักมาก"], ["ฝนตกเบามาก"], "th")
    assert "tok:char" in found["BLEU"]["signature"] and "words:char" in found["TER"]["signature"]
    assert 0 < found["TER"]["score"] < 100 and found["BLEU"]["score"] > 0


def test_sentences_cut_otherwise_still_meet() -> None:
    joined = [f"{DUTCH[0]} {DUTCH[1]}", DUTCH[2]]
    assert score(joined, DUTCH, "nl", ["chrF"])["chrF"]["score"] == 100.0


def test_long_lines_are_scored_in_time() -> None:
    line = " ".join(f"woord{i}" for i in range(400))
    assert score([line], [line.replace("woord1", "anders1")], "nl", ["TER"])["TER"]["score"] > 0


def test_reworded_sentence_is_found_again() -> None:
    before = ["Een.", "De trein vertrekt om acht uur uit Gent.", "Slot."]
    after = ["Nieuw begin hier.", "Een.", "De trein vertrekt stipt om acht uur uit Gent.", "Slot."]
    found = matched(before, after)
    assert found.pairs == ((0, 1), (1, 2), (2, 3)) and found.same == {(0, 1), (2, 3)}
    assert found.before(2) == 1 and found.before(0) is None and found.nearest_after(2) == 3


words = st.lists(st.sampled_from(["a b", "a c", "x y z", "q", "x y"]), max_size=8)


@given(words, words)
def test_matches_are_monotone_and_stretches_cover_all(before: list[str], after: list[str]) -> None:
    pairs = matched(before, after).pairs
    assert list(pairs) == sorted(pairs) and len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    spans = list(stretches(before, after))
    assert [i for (a, b), _ in spans for i in range(a, b)] == list(range(len(before)))
    assert [j for _, (a, b) in spans for j in range(a, b)] == list(range(len(after)))
