"""Sentences to vectors: what the aligner and the word links are made of.

Each sentence is encoded once, and what is kept of it is small (`checker.encoding`).

What comes out depends on the sentence alone, never on its company: batches have a fixed shape, values are rounded as
they are stored, and a fresh encoding is what reading it from the cache would give.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from . import cache
from .cache import Store
from .manifest import Settings, settings_of

if TYPE_CHECKING:
    from .encoding import Encoding
    from .model import Model

_AT_ONCE = 512  # Texts whose exact states are in memory together: some 6 MB a hundred.
_FORMAT = 2  # Raised whenever texts come to be encoded or rounded otherwise: older entries are then not read.


class Encoder(Protocol):
    """Anything that turns texts into encodings. `name` and `revision` say which: reports print them."""

    name: str
    revision: str

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding a text, in order. Texts are taken as they are: give their normal form."""
        ...


class CachedEncoder:
    """An encoder that reads what it has encoded before, and is opened only for what it has not."""

    def __init__(self, settings: Settings, store: Store | None,
                 opener: Callable[[Settings], Model] | None = None) -> None:
        """`store` None: nothing is kept. `opener` gives the model, once at most (default: `model.open_model`)."""
        self.name = settings.name
        self.revision = settings.revision
        self._settings = settings
        used = (_FORMAT, self.name, self.revision, settings.prefix, settings.layers, version("torch"))
        self._how = "\n".join(map(str, used))
        self._store = store
        self._opener = opener
        self._model: Model | None = None

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """See `Encoder.encode`."""
        keys = {text: cache.key("encoding", self._how, text) for text in dict.fromkeys(texts)}
        found = self._read(keys)
        missing = [text for text in keys if text not in found]
        for some in (missing[i:i + _AT_ONCE] for i in range(0, len(missing), _AT_ONCE)):
            fresh = self._encode(some)
            if self._store is not None:
                self._store.keep({keys[text]: made.to_bytes() for text, made in fresh.items()})
            found |= fresh
        return [found[text] for text in texts]

    def _read(self, keys: dict[str, bytes]) -> dict[str, Encoding]:
        from .encoding import Encoding

        stored = self._store.read(keys.values()) if self._store is not None else {}
        found = {}
        for text, key in keys.items():
            if key in stored:
                try:
                    found[text] = Encoding.from_bytes(stored[key])
                except ValueError:
                    continue  # Damaged: a miss.
        return found

    def _encode(self, texts: Sequence[str]) -> dict[str, Encoding]:
        from .encoding import quantised
        from .model import open_model

        if self._model is None:
            self._model = (self._opener or open_model)(self._settings)
        return {text: quantised(*raw) for text, raw in zip(texts, self._model.states(texts), strict=True)}


def load(model: str | None = None, folder: str | Path | None = None, limit: int = cache.LIMIT) -> Encoder:
    """The encoder `model` names: an entry of the manifest (default: its first choice), a folder, or a hub name.

    One instance a process for each model. `folder` keeps encodings between runs (default: the user's cache folder),
    up to `limit` bytes. Nothing heavy is imported until something must be encoded. CheckerError where there is no
    such model or the default one cannot be built.
    """
    return _loaded(model or "", Path(folder) if folder else cache.folder(), limit)


@lru_cache(maxsize=None)
def _loaded(model: str, folder: Path, limit: int) -> CachedEncoder:
    return CachedEncoder(settings_of(model or None), cache.store("encodings", folder, limit))
