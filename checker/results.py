"""What texts came to, kept between runs: by the texts, and by everything else that shapes the result.

A result is found again only under the very same inputs, code, data, libraries and encoder, so that nobody ever sees an
older version's opinion. An entry that is damaged is a miss.
"""
from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from . import cache, codec
from .cache import Store

T = TypeVar("T")
log = logging.getLogger(__name__)

# Libraries whose version may change a result. The encoder's is torch.
_LIBRARIES = ("babel", "langdetect", "numpy", "pythainlp", "rapidfuzz", "torch", "wunsen")


class Results:
    """Plain data by what it was made from. Without a store everything is a miss and nothing is kept."""

    def __init__(self, store: Store | None, *basis: str) -> None:
        """`basis`: what shapes every result beside the code and the libraries, such as the encoder's revision."""
        self._store = store
        self._basis = basis

    def about(self, *basis: str) -> Results:
        """The same store, for results that more shapes."""
        return Results(self._store, *self._basis, *basis)

    def once(self, make: Callable[[], T], what: str, *inputs: str) -> T:
        """What was kept as `what` of these inputs; else what `make` gives, which is then kept."""
        found: T | None = self.read(what, *inputs)
        if found is None:
            found = make()
            self.keep(found, what, *inputs)
        return found

    def read(self, what: str, *inputs: str) -> Any:
        """What was kept as `what` of these inputs, or None."""
        if self._store is None:
            return None
        name = self._key(what, inputs)
        data = self._store.read([name]).get(name)
        try:
            return None if data is None else codec.loads(data)
        except ValueError as error:
            log.debug("a damaged result: %s", error)
            return None

    def keep(self, value: Any, what: str, *inputs: str) -> None:
        """Keep a value as `what` of these inputs; what is no plain data is not kept."""
        if self._store is None:
            return
        try:
            self._store.keep({self._key(what, inputs): codec.dumps(value)})
        except TypeError as error:  # Nothing to trouble a user with, who gets the result all the same.
            log.info("a result cannot be kept: %s", error)

    def _key(self, what: str, inputs: tuple[str, ...]) -> bytes:
        return cache.key(what, code(), *self._basis, "", *inputs)


NOTHING = Results(None)


def results_of(config: Mapping[str, Any]) -> Results:
    """What was kept between runs, where the configuration says."""
    return _kept_in(Path(config["cache"] or cache.folder()), config["cache-size"] * 1_000_000)


@lru_cache(maxsize=None)
def _kept_in(folder: Path, limit: int) -> Results:
    """The results kept in a cache folder whose stores may take `limit` bytes together."""
    return Results(cache.store("results", folder, limit))


@lru_cache(maxsize=None)
def code() -> str:
    """A digest of the package's code and data, and of what it runs on."""
    digest = hashlib.sha256()
    for package in (__package__, f"{__package__}.models"):
        for name, content in _contents(files(package), ""):
            digest.update(f"{package}/{name}\0{len(content)}\0".encode() + content)
    running = (sys.version, *(f"{name} {_version(name)}" for name in _LIBRARIES))
    return digest.hexdigest() + "\n".join(running)


def _contents(folder: Traversable, at: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file that a result may depend on, in order."""
    for item in sorted(folder.iterdir(), key=lambda x: x.name):
        if item.is_dir() and not item.name.startswith((".", "__")):
            yield from _contents(item, f"{at}{item.name}/")
        elif item.name.endswith((".py", ".toml", ".tsv", ".json")) and not item.name.endswith(".cases.toml"):
            yield at + item.name, item.read_bytes()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
