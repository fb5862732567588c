"""Sentences to vectors: what the aligner and the word links are made of.

Each sentence is encoded once. What is kept of it is small: the sum of its tokens' last states with their count (so that
the vector of a span is the sum of its sentences' sums), the tokens' places in the text, and one average of the
encoder's layers a token, 8 bits a value, to link words by (about 15 KB a sentence).

What comes out depends on the sentence alone, never on its company: batches have a fixed shape, values are rounded as
they are stored, and a fresh encoding is what reading it from the cache would give.
"""
from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from . import cache
from .cache import Store
from .manifest import Settings, settings_of
from .model import Model, open_model

_HEAD = struct.Struct("<4sIII")
_MAGIC = b"enc1"
_AT_ONCE = 512  # Texts whose exact states are in memory together: some 6 MB a hundred.
_FORMAT = 2  # Raised whenever texts come to be encoded or rounded otherwise: older entries are then not read.


@dataclass(frozen=True, eq=False)
class Encoding:
    """What is kept of a text of which `count` tokens were kept; d is the encoder's width.

    `total` (d,) is the sum of the tokens' last states, special tokens left out; `spans` are the tokens' character
    offsets in the text, end exclusive, white space left out; `states` (count, d) times `scales` (count,) is the average
    of the layers that link words best.
    """

    total: npt.NDArray[np.float32]
    count: int
    spans: tuple[tuple[int, int], ...]
    states: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]

    def vector(self) -> npt.NDArray[np.float32]:
        """The normalised mean state (d,); zero for a text without tokens."""
        made: npt.NDArray[np.float32] = self.total / max(float(np.linalg.norm(self.total)), 1e-12)
        return made

    def word_states(self) -> npt.NDArray[np.float32]:
        """The tokens' states (count, d) to link words by."""
        made: npt.NDArray[np.float32] = self.states * self.scales[:, None]
        return made

    def to_bytes(self) -> bytes:
        """The encoding as the cache keeps it."""
        return b"".join([_HEAD.pack(_MAGIC, self.count, len(self.total), 0), self.total.tobytes(),
                         np.array(self.spans, "<u4").tobytes(), self.scales.tobytes(), self.states.tobytes()])

    @staticmethod
    def from_bytes(data: bytes) -> Encoding:
        """The inverse of `to_bytes`; ValueError where the data is not an encoding."""
        if len(data) < _HEAD.size:
            raise ValueError("too short for an encoding")
        magic, count, width, _ = _HEAD.unpack_from(data)
        if magic != _MAGIC or len(data) != _HEAD.size + 4 * width + 12 * count + count * width:
            raise ValueError("not an encoding")
        at = _HEAD.size
        total = np.frombuffer(data, "<f4", width, at)
        spans = np.frombuffer(data, "<u4", 2 * count, at := at + 4 * width).reshape(-1, 2)
        scales = np.frombuffer(data, "<f4", count, at := at + 8 * count)
        states = np.frombuffer(data, np.int8, count * width, at + 4 * count).reshape(count, width)
        return Encoding(total, count, tuple((a, b) for a, b in spans.tolist()), states, scales)


class Encoder(Protocol):
    """Anything that turns texts into encodings. `name` and `revision` say which: reports print them."""

    name: str
    revision: str

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """One encoding a text, in order. Texts are taken as they are: give their normal form."""
        ...


def quantised(total: npt.NDArray[np.float32], spans: Sequence[tuple[int, int]],
              states: npt.NDArray[np.float32]) -> Encoding:
    """An encoding from exact values, rounded to what is stored: the mean to float16, a token's states to 8 bits.

    >>> made = quantised(np.ones(2, np.float32), [(0, 1)], np.array([[2, -1]], np.float32))
    >>> made.states.tolist()
    [[127, -64]]
    """
    count = len(spans)
    mean = (total / max(count, 1)).astype(np.float16).astype(np.float32)
    scales = (np.abs(states).max(axis=1, initial=0) / 127).astype(np.float16).astype(np.float32)
    coarse = np.rint(states / np.maximum(scales, 1e-7)[:, None])
    return Encoding(mean * np.float32(count), count, tuple(spans), np.clip(coarse, -127, 127).astype(np.int8), scales)


class CachedEncoder:
    """An encoder that reads what it has encoded before, and is opened only for what it has not."""

    def __init__(self, settings: Settings, store: Store | None,
                 opener: Callable[[Settings], Model] = open_model) -> None:
        """`store` None: nothing is kept. `opener` gives the model, which may be slow and is called once at most."""
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
        if self._model is None:
            self._model = self._opener(self._settings)
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
    return CachedEncoder(settings_of(model or None), Store(folder / "encodings.sqlite", limit))
