"""The store: what is kept comes back whole, from several processes at once; nothing wrong with its file is fatal."""
from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import cache
from checker.cache import Store


def _store(folder: Path, limit: int = cache.LIMIT) -> Store:
    return Store(folder / "store" / "values.sqlite", limit)


@given(st.dictionaries(st.binary(min_size=1, max_size=40), st.binary(max_size=200), max_size=20))
def test_what_is_kept_comes_back(values: dict[bytes, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = _store(Path(folder))
        store.keep(values)
        assert store.read([*values, b""]) == values


def test_a_key_tells_its_parts_apart() -> None:
    keys = [cache.key(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("\ud800",))]
    assert len(set(keys)) == len(keys)


def test_more_keys_than_fit_one_query(tmp_path: Path) -> None:
    values = {cache.key(str(n)): b"%d" % n for n in range(1201)}
    _store(tmp_path).keep(values)
    assert _store(tmp_path).read(values) == values


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.keep({b"a": b"first", b"b": b"second"})
    with sqlite3.connect(store.path) as base:
        (value,) = base.execute("SELECT value FROM entries WHERE key = ?", (b"a",)).fetchone()
        base.execute("UPDATE entries SET value = ? WHERE key = ?", (value[:-1] + b"?", b"a"))
    base.close()
    assert store.read([b"a", b"b"]) == {b"b": b"second"}


def test_an_entry_put_under_anothers_key_is_a_miss(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.keep({b"a": b"first"})
    with sqlite3.connect(store.path) as base:
        base.execute("UPDATE entries SET key = ?", (b"b",))
    base.close()
    assert store.read([b"a", b"b"]) == {}


@pytest.mark.parametrize("damage", ["garbage", "cut", "empty", "foreign"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str) -> None:
    store = _store(tmp_path)
    store.keep({b"%d" % n: bytes(5000) for n in range(20)})
    whole = store.path.read_bytes()
    if damage == "foreign":
        store.path.unlink()
        with sqlite3.connect(store.path) as base:
            base.execute("CREATE TABLE other (x)")
        base.close()
    else:
        store.path.write_bytes({"garbage": b"not a database " * 99, "cut": whole[:9000], "empty": b""}[damage])
    assert store.read([b"1"]) in ({}, {b"1": bytes(5000)})
    store.keep({b"new": b"value"})
    store.keep({b"new": b"value"})
    assert store.read([b"new"]) == {b"new": b"value"}


def test_no_cache_where_none_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where the folder should be")
    store = _store(tmp_path)
    store.keep({b"a": b"first"})
    assert store.read([b"a"]) == {}


def test_a_full_disk_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store(tmp_path)
    store.keep({b"a": b"first"})
    connect = sqlite3.connect

    def full(*args: object, **options: object) -> sqlite3.Connection:
        base = connect(*args, **options)  # type: ignore[call-overload]
        base.execute("PRAGMA max_page_count = 8")
        return base  # type: ignore[no-any-return]

    monkeypatch.setattr(sqlite3, "connect", full)
    store.keep({b"b": bytes(10**6)})
    assert store.read([b"a", b"b"]) == {b"a": b"first"}


def test_the_folder_may_vanish_between_calls(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.keep({b"a": b"first"})
    store.path.unlink()
    store.path.parent.rmdir()
    assert store.read([b"a"]) == {}
    store.keep({b"a": b"again"})
    assert store.read([b"a"]) == {b"a": b"again"}


def test_past_the_limit_the_longest_unused_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = _store(tmp_path, limit=10_000)
    for day, name in enumerate((b"old", b"used", b"late")):
        monkeypatch.setattr("time.time", lambda day=day: day * 100_000.0)
        store.keep({name: bytes(3000)})
    monkeypatch.setattr("time.time", lambda: 300_000.0)
    assert set(store.read([b"used"])) == {b"used"}
    monkeypatch.setattr("time.time", lambda: 400_000.0)
    store.keep({b"new": bytes(3000)})
    assert set(store.read([b"old", b"used", b"late", b"new"])) == {b"used", b"new"}


_WRITER = """
import sys
from pathlib import Path
from checker.cache import Store
store, name = Store(Path(sys.argv[1])), sys.argv[2].encode()
for n in range(40):
    store.keep({name + b"%d" % n: name * 500, b"shared%d" % n: b"same"})
    assert store.read([name + b"%d" % n])
"""


def test_parallel_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "values.sqlite"
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name]) for name in "abcd"]
    assert [writer.wait() for writer in writers] == [0] * 4
    found = Store(path).read([f"{name}{n}".encode() for name in ("a", "b", "c", "d", "shared") for n in range(40)])
    assert len(found) == 200


def test_the_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path))
    assert cache.folder() == tmp_path
    monkeypatch.delenv("CHECKER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache.folder() == tmp_path / "xdg" / "parallel-article-checker"
