"""The aligner on vectors whose right alignment is known by construction."""
from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.aligner import Link, Parameters, Units, align, shapes

WIDTH = 64


def units(vectors: list[np.ndarray], counts: list[int] | None = None) -> Units:
    """Units whose states sum to vector times count."""
    n = len(vectors)
    count = np.array(counts or [10] * n, np.float32)
    totals = np.stack(vectors).astype(np.float32) * count[:, None] if n else np.zeros((0, WIDTH), np.float32)
    return Units(totals, count, count * 6, np.ones(n, np.float32))


def meanings(n: int, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [v / np.linalg.norm(v) for v in rng.normal(size=(n, WIDTH))]


def pairs(links: list[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(x.original, x.translation) for x in links]


def test_equal_sides_align_one_to_one() -> None:
    m = meanings(12, 1)
    assert pairs(align(units(m), units(m))) == [((i,), (i,)) for i in range(12)]


@pytest.mark.parametrize("gone", [0, 5, 11])
def test_a_sentence_left_out_stays_alone(gone: int) -> None:
    m = meanings(12, 2)
    links = pairs(align(units(m), units([v for i, v in enumerate(m) if i != gone])))
    assert ((gone,), ()) in links
    assert sum(bool(a and b) for a, b in links) == 11


@pytest.mark.parametrize("new", [0, 6, 12])
def test_a_foreign_sentence_stays_alone(new: int) -> None:
    m = meanings(12, 3)
    other = [*m[:new], meanings(1, 99)[0], *m[new:]]
    assert ((), (new,)) in pairs(align(units(m), units(other)))


def test_two_sentences_said_in_one() -> None:
    m = meanings(8, 4)
    merged = [*m[:3], (m[3] + m[4]) / 2, *m[5:]]
    counts = [10, 10, 10, 20, 10, 10, 10]
    assert ((3, 4), (3,)) in pairs(align(units(m), units(merged, counts)))


def test_six_said_in_one() -> None:
    m = meanings(10, 5)
    merged = [*m[:2], sum(m[2:8], np.zeros(WIDTH)) / 6, *m[8:]]
    links = pairs(align(units(m), units(merged, [10, 10, 60, 10, 10])))
    assert (tuple(range(2, 8)), (2,)) in links


def test_shapes_reach_six_to_six() -> None:
    assert {(6, 6), (1, 6), (6, 1)} <= set(shapes(Parameters()))


def test_an_empty_side() -> None:
    m = meanings(3, 6)
    assert pairs(align(units(m), units([]))) == [((0,), ()), ((1,), ()), ((2,), ())]


def test_a_long_text_is_aligned_in_sections_and_loses_nothing() -> None:
    m = meanings(1500, 8)
    kept = [i for i in range(1500) if i % 17]
    links = align(units(m), units([m[i] for i in kept]))
    right = sum(len(x.original) == len(x.translation) == 1 and kept[x.translation[0]] == x.original[0] for x in links)
    assert right >= 0.99 * len(kept)
    assert [i for x in links for i in x.original] == list(range(1500))
    assert [j for x in links for j in x.translation] == list(range(len(kept)))


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 5))
@settings(deadline=None, max_examples=40)
def test_every_unit_is_in_exactly_one_link_in_order(n: int, m: int, seed: int) -> None:
    links = align(units(meanings(n, seed)), units(meanings(m, seed + 50)))
    assert [i for x in links for i in x.original] == list(range(n))
    assert [j for x in links for j in x.translation] == list(range(m))
