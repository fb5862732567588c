"""Sentences to vectors: what the aligner and the word links are made of.

Each sentence is encoded once, and what is kept of it is small (`checker.encoding`).

What comes out depends on the sentence alone, never on its company: batches have a fixed shape, values are rounded as
they are stored, and a fresh encoding is what reading it from the cache would give.
"""
from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from . import cache
from .cache import Store
from .manifest import Settings, settings_of
from .remote import Elsewhere

if TYPE_CHECKING:
    from .encoding import Encoding
    from .model import Model

_AT_ONCE = 512  # Texts whose exact states are in memory together: some 6 MB a hundred.
_RECENT = 2_048  # Encodings that are kept in memory: some 15 MB a thousand.
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
                 opener: Callable[[Settings], Model] | None = None, elsewhere: Elsewhere | None = None) -> None:
        """`store` None: nothing is kept. `opener` gives the model, once at most (default: `model.open_model`), where
        `elsewhere` does not encode."""
        self.name = settings.name
        self.revision = settings.revision
        self._settings = settings
        used = (_FORMAT, self.name, self.revision, settings.prefix, settings.layers, version("torch"))
        self._how = "\n".join(map(str, used))
        self._store = store
        self._opener = opener
        self._model: Model | None = None
        self._elsewhere = elsewhere
        self._recent: dict[str, Encoding] = {}

    def prepare(self) -> None:
        """Have what encodes started in another process, where one is allowed and nothing was ever encoded here."""
        never = self._store is not None and not self._store.path.exists()
        if never and self._elsewhere is not None and self._settings.is_here():
            self._elsewhere.start()

    def begin(self, texts: Sequence[str]) -> bool:
        """Have another process encode what is not known of the texts, until `encode` asks for them; False where none
        does."""
        if self._elsewhere is None:
            return False
        return self._elsewhere.begin(self._missing(texts, self._known(texts))[:_AT_ONCE])

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """See `Encoder.encode`."""
        if self._elsewhere is not None:
            self._keep(self._elsewhere.answers())
        found = self._known(texts)
        missing = self._missing(texts, found)
        for some in (missing[i:i + _AT_ONCE] for i in range(0, len(missing), _AT_ONCE)):
            found |= self._keep(self._encode(some))
        return [found[text] for text in texts]

    def _missing(self, texts: Sequence[str], found: Container[str]) -> list[str]:
        return [text for text in dict.fromkeys(texts) if text not in found]

    def _known(self, texts: Sequence[str]) -> dict[str, Encoding]:
        found = {text: self._recent[text] for text in texts if text in self._recent}
        return found | self._read({text: self._key(text) for text in self._missing(texts, found)})

    def _key(self, text: str) -> bytes:
        return cache.key("encoding", self._how, text)

    def _keep(self, fresh: dict[str, Encoding]) -> dict[str, Encoding]:
        if self._store is not None:
            self._store.keep({self._key(text): made.to_bytes() for text, made in fresh.items()})
        if len(self._recent) > _RECENT:
            self._recent.clear()
        self._recent |= fresh
        return fresh

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
        if self._elsewhere is not None and self._elsewhere.begin(texts) and (fresh := self._elsewhere.answers()):
            return fresh
        from .encoding import quantised
        from .model import open_model

        if self._model is None:
            self._model = (self._opener or open_model)(self._settings)
        return {text: quantised(*raw) for text, raw in zip(texts, self._model.states(texts), strict=True)}


def begin(encoder: Encoder, texts: Sequence[str]) -> bool:
    """`CachedEncoder.begin`, for any encoder."""
    return isinstance(encoder, CachedEncoder) and encoder.begin(texts)


def load(model: str | None = None, folder: str | Path | None = None, limit: int = cache.LIMIT) -> CachedEncoder:
    """The encoder `model` names: an entry of the manifest (default: its first choice), a folder, or a hub name.

    One instance a process for each model. `folder` keeps encodings between runs (default: the user's cache folder),
    up to `limit` bytes. Nothing heavy is imported until something must be encoded. CheckerError where there is no
    such model or the default one cannot be built.
    """
    return _loaded(model or "", Path(folder) if folder else cache.folder(), limit)


def configured(config: Mapping[str, Any]) -> CachedEncoder:
    """The encoder that the configuration names, kept where it says."""
    return load(config["model"], config["cache"], config["cache-size"] * 1_000_000)


@lru_cache(maxsize=None)
def _loaded(model: str, folder: Path, limit: int) -> CachedEncoder:
    settings = settings_of(model or None)
    return CachedEncoder(settings, cache.store("encodings", folder, limit), elsewhere=Elsewhere(settings))
