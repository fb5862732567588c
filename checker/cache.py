"""What one run has computed, kept for the next: a store of bytes by content, shared by parallel processes.

One SQLite file in the cache folder. Nobody depends on it: an entry that is damaged is a miss, a file that is
damaged is made anew, and where the folder cannot be written (read-only, full, deleted meanwhile) there is simply no
cache. Delete the folder at any time; a CI job may keep it between runs.
"""
from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

LIMIT = 512 * 2**20
"""Bytes all stores of a folder may grow to together by default: about 30,000 sentences."""
SHARES = {"encodings": 0.8, "results": 0.2}
"""The stores of a folder, a file each, and how much of the limit each may take."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (id INTEGER PRIMARY KEY, key BLOB UNIQUE, value BLOB, size INTEGER, used INTEGER);
CREATE INDEX IF NOT EXISTS by_use ON entries (used, size);
"""
_CHECK = 8            # bytes of a value's checksum, stored before it
_FRESH = 24 * 3600    # seconds: how exactly the last use is known, so that reading seldom writes
_KEPT = 0.8           # share of the limit that is left after clearing
_PATIENCE = 5.0       # seconds to wait for another process's write
_MANY = 500           # keys a query


def folder() -> Path:
    """Where built encoders and caches live: $CHECKER_CACHE, else the platform's own place for caches."""
    if chosen := os.environ.get("CHECKER_CACHE"):
        return Path(chosen).expanduser().absolute()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "parallel-article-checker"


def store(name: str, folder: Path, limit: int = LIMIT) -> Store:
    """One of the stores (see `SHARES`) of a cache folder whose stores may take `limit` bytes together."""
    return Store(folder / f"{name}.sqlite", int(limit * SHARES[name]))


def key(*parts: str) -> bytes:
    """The address of what was computed from `parts`.

    >>> key("ab", "c") == key("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.digest()


class Store:
    """Bytes by key in one file. No method raises for what is wrong with the file: it reads less or keeps less."""

    def __init__(self, path: Path, limit: int = LIMIT) -> None:
        """`path` is made with its folder when something is first kept; `limit` is in bytes of values."""
        self.path = path
        self.limit = limit

    def read(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are known and whole."""
        wanted = list(dict.fromkeys(keys))
        if not wanted or not self.path.is_file():
            return {}
        found: dict[bytes, bytes] = {}
        with self._quietly(), self._open(write=False) as base:
            for i in range(0, len(wanted), _MANY):
                some = wanted[i:i + _MANY]
                marks = ",".join("?" * len(some))
                rows = base.execute(f"SELECT key, value, used FROM entries WHERE key IN ({marks})", some).fetchall()
                found.update((k, v[_CHECK:]) for k, v, _ in rows if _is_whole(k, v))
                self._touch(base, [k for k, _, used in rows if used < time.time() - _FRESH])
        return found

    def keep(self, values: Mapping[bytes, bytes]) -> None:
        """Keep the values, replacing older ones, and clear those unused longest where the limit is passed."""
        if not values:
            return
        now = int(time.time())
        rows = [(k, _checksum(k, v) + v, len(v), now) for k, v in values.items()]
        with self._quietly(), self._open(write=True) as base:
            base.executemany("INSERT OR REPLACE INTO entries (key, value, size, used) VALUES (?, ?, ?, ?)", rows)
            self._clear(base)

    def _touch(self, base: sqlite3.Connection, keys: list[bytes]) -> None:
        with contextlib.suppress(sqlite3.Error):  # A read-only file is good enough to read.
            base.executemany("UPDATE entries SET used = ? WHERE key = ?", [(int(time.time()), k) for k in keys])

    def _clear(self, base: sqlite3.Connection) -> None:
        (total,) = base.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()
        if total <= self.limit:
            return
        for entry, size in base.execute("SELECT id, size FROM entries ORDER BY used, id").fetchall():
            if total <= self.limit * _KEPT:
                break
            base.execute("DELETE FROM entries WHERE id = ?", (entry,))
            total -= size

    @contextlib.contextmanager
    def _open(self, write: bool) -> Iterator[sqlite3.Connection]:
        if write:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self.path, timeout=_PATIENCE)
        try:
            if write:
                base.executescript(_SCHEMA)
            with base:
                yield base
        finally:
            base.close()

    @contextlib.contextmanager
    def _quietly(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError:
            pass  # Locked too long, read-only, full, without our table: no cache this time.
        except sqlite3.DatabaseError:
            self._discard()  # Not a database, or a damaged one.
        except OSError:
            pass

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            self.path.unlink()


def _checksum(name: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_CHECK, key=name).digest()


def _is_whole(name: bytes, value: object) -> bool:
    return isinstance(value, bytes) and value[:_CHECK] == _checksum(name, value[_CHECK:])
