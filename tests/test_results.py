"""What texts came to: found again under the same inputs only, and never more than a convenience."""
from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from checker import codec, results
from checker.cache import Store
from checker.results import NOTHING, Results


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "results.sqlite")


def test_what_was_kept_is_not_made_again(store: Store) -> None:
    assert Results(store).once(lambda: ("nl", 0.5), "language", "tekst") == ("nl", 0.5)
    assert Results(store).once(lambda: pytest.fail("made again"), "language", "tekst") == ("nl", 0.5)


@pytest.mark.parametrize(("basis", "what", "inputs"), [
    (("a", "b"), "what", ("x", "y")), (("a",), "else", ("x", "y")), (("a",), "what", ("x",)),
    (("a",), "what", ("xy",)), (("a", "x"), "what", ("y",)), ((), "what", ("a", "x", "y"))])
def test_other_inputs_are_a_miss(store: Store, basis: tuple[str, ...], what: str, inputs: tuple[str, ...]) -> None:
    Results(store, "a").keep(1, "what", "x", "y")
    assert Results(store, *basis).read(what, *inputs) is None
    assert Results(store).about("a").read("what", "x", "y") == 1


def test_another_version_of_the_code_is_a_miss(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    Results(store).keep(1, "what")
    monkeypatch.setattr(results, "code", lambda: "another")
    assert Results(store).read("what") is None


def test_the_code_is_known_by_its_content() -> None:
    assert results.code() == results.code()
    results.code.cache_clear()
    before = results.code()
    results.code.cache_clear()
    assert results.code() == before and len(before) > 64


def test_damage_is_a_miss(store: Store) -> None:
    Results(store).keep((1, 2), "what")
    with sqlite3.connect(store.path) as base:
        base.execute("UPDATE entries SET value = x'00'")
    base.close()
    assert Results(store).read("what") is None


def test_bytes_that_are_whole_and_no_value_are_a_miss(store: Store) -> None:
    kept = Results(store)
    kept.keep((1, 2), "what")
    (name,) = (row[0] for row in sqlite3.connect(store.path).execute("SELECT key FROM entries"))
    store.keep({name: codec.dumps((1, 2))[:-3]})
    assert kept.once(lambda: (3,), "what") == (3,)
    assert kept.read("what") == (3,)


def test_what_is_no_plain_data_is_not_kept_and_harms_nobody(store: Store) -> None:
    kept = Results(store)
    assert kept.once(lambda: [1], "what") == [1]
    assert kept.read("what") is None


def test_without_a_store_all_is_made() -> None:
    NOTHING.keep(1, "what")
    assert NOTHING.read("what") is None
    assert NOTHING.once(lambda: 2, "what") == 2
