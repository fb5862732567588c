"""The transformers model behind the encoder: which one, how it is opened, and token states out of it.

Only this module knows torch and transformers, and only its functions import them: a run that finds everything in its
cache never does.
"""
from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .building import built, revision
from .errors import CheckerError
from .resources import model_data

Array = npt.NDArray[np.float32]
Raw = tuple[Array, list[tuple[int, int]], Array]
"""Of one text: the sum of its tokens' last states (d,), the tokens' spans, their averaged states (tokens, d)."""

# The shape of a batch is fixed by its longest text alone, rows without a text included, because the same row comes
# out differently (in its last bits) of matrices of another size.
_ROWS = 8
_STEP = 8
_LONGEST = 512
_SAMPLE = 2**20


@dataclass(frozen=True)
class Settings:
    """What an encoder is and how it is used; `key` names everything that shapes what it gives.

    `prefix` is put before each text, as the model was trained; `layers` are averaged for word states (0 is the
    embedding, None: the upper half).
    """

    name: str
    revision: str
    prefix: str = ""
    layers: tuple[int, ...] | None = None
    folder: Path | None = None

    @property
    def key(self) -> str:
        """For the cache: encodings with equal keys are interchangeable."""
        return f"{self.name}|{self.revision}|{self.prefix}|{self.layers}|1"


def settings_of(model: str | None) -> Settings:
    """The settings of a manifest entry (None: the default), a folder or a hub name; CheckerError for neither."""
    manifest = model_data("manifest.json")
    name = model or manifest["default"]
    entry: Mapping[str, Any] = manifest["encoders"].get(name, {})
    if "source" in entry:
        return Settings(name, revision(entry), **_use(entry))
    folder = Path(name)
    if folder.is_dir():
        return Settings(folder.resolve().name, _fingerprint(folder), **_use(_kin(folder.resolve().name)), folder=folder)
    if name.startswith((".", "/", "~")) or "\\" in name or name.count("/") > 1:
        raise CheckerError(f"--model {name}: there is no such folder")
    snapshot = _hub(name)
    return Settings(name, snapshot.name, **_use(entry or _kin(name.rpartition("/")[2])), folder=snapshot)


def _use(entry: Mapping[str, Any]) -> dict[str, Any]:
    layers = entry.get("layers")
    return {"prefix": entry.get("prefix", ""), "layers": tuple(layers) if layers else None}


def _kin(name: str) -> Mapping[str, Any]:
    """The manifest's entry for a model of that name wherever it lies: a copy of a hub model in a folder."""
    entries: Mapping[str, Mapping[str, Any]] = model_data("manifest.json")["encoders"]
    return next((entry for full, entry in entries.items() if full.rpartition("/")[2] == name), {})


def _fingerprint(folder: Path) -> str:
    """A revision for a folder that names none: its files' sizes, and the beginning and end of each."""
    digest = hashlib.sha256()
    names = ("config.json", "model.safetensors", "model.safetensors.index.json", "tokenizer.json")
    if not (folder / names[0]).is_file():
        raise CheckerError(f"--model {folder}: no config.json there, so it is not a transformers model")
    for path in (folder / name for name in names if (folder / name).is_file()):
        size = path.stat().st_size
        digest.update(f"{path.name} {size} ".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLE))
            file.seek(max(0, size - _SAMPLE))
            digest.update(file.read())
    return digest.hexdigest()[:12]


def _hub(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, HfHubHTTPError, LocalEntryNotFoundError

    wanted = ["*.json", "*.safetensors", "*.model", "*.txt"]
    try:
        here = Path(snapshot_download(name, allow_patterns=wanted, local_files_only=True))
        if any(here.glob("*.safetensors")):
            return here
    except (LocalEntryNotFoundError, HFValidationError, OSError):
        pass
    try:
        return Path(snapshot_download(name, allow_patterns=wanted, ignore_patterns=["onnx/*", "openvino/*"]))
    except (HfHubHTTPError, HFValidationError, OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise CheckerError(f"--model {name}: no folder, not in the manifest, and not to be had from the hub "
                           f"({reason})") from None


def open_model(settings: Settings) -> Model:
    """The model, read and ready. The default one is built first where it has not been."""
    folder = settings.folder or built(settings.name, model_data("manifest.json")["encoders"][settings.name])
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    return Model(settings, folder)


class Model:
    """A transformers encoder with its tokenizer."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        """Reads the checkpoint in `folder`; code that comes with a checkpoint is never run."""
        import torch
        from transformers import AutoModel, AutoTokenizer
        from transformers.utils import logging

        logging.disable_progress_bar()
        logging.set_verbosity_error()
        exact = not torch.ops.mkldnn._is_mkldnn_bf16_supported()
        try:
            self._net = AutoModel.from_pretrained(
                folder, dtype=torch.float32 if exact else torch.bfloat16, local_files_only=True,
                trust_remote_code=False, use_safetensors=True)
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False,
                                                      use_fast=True)
            self._tokenizer = tokenizer.backend_tokenizer
        except Exception as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise CheckerError(f"--model {settings.name}: {folder} cannot be loaded ({reason})") from error
        self._net.eval()
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._prefix = settings.prefix
        depth = self._net.config.num_hidden_layers
        self._layers = settings.layers or tuple(range(depth // 2, depth + 1))
        self._pad = self._net.config.pad_token_id or 0
        self._room = min(_LONGEST, tokenizer.model_max_length, self._net.config.max_position_embeddings - self._pad - 1)
        self._head, self._tail = self._frame()

    def _frame(self) -> tuple[list[int], list[int]]:
        """The special tokens that the model expects before and after a text."""
        probe = self._tokenizer.encode("a", add_special_tokens=True)
        inner = [i for i, special in enumerate(probe.special_tokens_mask) if not special]
        return probe.ids[:inner[0]], probe.ids[inner[-1] + 1:]

    def states(self, texts: Sequence[str]) -> Iterator[Raw]:
        """Sums, spans and states of each text; texts of any length, in windows where they are too long."""
        pieces = [self._pieces(text, made) for text, made in
                  zip(texts, self._tokenizer.encode_batch([self._prefix + t for t in texts], add_special_tokens=False))]
        windows = [(owner, window) for owner, piece in enumerate(pieces) for window in piece.windows]
        done = self._run([w for _, w in windows])
        of_text: list[list[tuple[Array, Array]]] = [[] for _ in texts]
        for (owner, _), result in zip(windows, done):
            of_text[owner].append(result)
        for piece, results in zip(pieces, of_text):
            yield self._joined(piece, results)

    def _pieces(self, text: str, made: Any) -> _Tokens:
        skip = len(self._prefix)
        first = next((i for i, (_, end) in enumerate(made.offsets) if end > skip), len(made.ids))
        prefix, words = made.ids[:first], made.ids[first:]
        spans = [_trimmed(text, max(0, a - skip), b - skip) for a, b in made.offsets[first:]]
        size = max(1, self._room - len(self._head) - len(self._tail) - len(prefix))
        before, after = [*self._head, *prefix], self._tail
        windows = tuple(_Window((*before, *words[i:i + size], *after), len(before), len(words[i:i + size]))
                        for i in range(0, len(words), size))
        return _Tokens(tuple(spans), windows)

    def _joined(self, tokens: _Tokens, results: Sequence[tuple[Array, Array]]) -> Raw:
        kept = [i for i, (a, b) in enumerate(tokens.spans) if a < b]
        width = self._net.config.hidden_size
        if not kept:
            return np.zeros(width, np.float32), [], np.zeros((0, width), np.float32)
        last, middle = (np.concatenate(part)[kept] for part in zip(*results))
        return last.sum(axis=0), [tokens.spans[i] for i in kept], middle

    def _run(self, windows: Sequence[_Window]) -> list[tuple[Array, Array]]:
        """Last and averaged states (tokens, d) of each window."""
        import torch

        done: list[tuple[Array, Array]] = [(np.empty(0, np.float32),) * 2] * len(windows)
        of_length: dict[int, list[int]] = {}
        for i, window in enumerate(windows):
            of_length.setdefault(min(self._room, -(-len(window.ids) // _STEP) * _STEP), []).append(i)
        with torch.inference_mode():
            for length, members in sorted(of_length.items()):
                for at in range(0, len(members), _ROWS):
                    batch = members[at:at + _ROWS]
                    last, middle = self._forward([windows[i].ids for i in batch], length)
                    for row, i in enumerate(batch):
                        part = slice(windows[i].start, windows[i].start + windows[i].count)
                        done[i] = last[row, part].numpy(), middle[row, part].numpy()
        return done

    def _forward(self, rows: Sequence[Sequence[int]], length: int) -> tuple[Any, Any]:
        import torch

        ids = torch.full((_ROWS, length), self._pad)
        mask = torch.zeros((_ROWS, length), dtype=torch.long)
        mask[:, 0] = 1  # Rows without a text attend to something, or they would be undefined.
        for row, tokens in enumerate(rows):
            ids[row, :len(tokens)] = torch.tensor(tokens)
            mask[row, :len(tokens)] = 1
        out = self._net(input_ids=ids, attention_mask=mask, output_hidden_states=True)
        hidden = out.hidden_states
        middle = torch.stack([hidden[i].float() for i in self._layers]).mean(dim=0)
        return out.last_hidden_state.float(), middle


@dataclass(frozen=True)
class _Window:
    """A run of tokens that fits the model: `count` of the text's own begin at `start`."""

    ids: tuple[int, ...]
    start: int
    count: int


@dataclass(frozen=True)
class _Tokens:
    """A text's own tokens: spans (empty where a token is but white space) and the windows that hold them."""

    spans: tuple[tuple[int, int], ...]
    windows: tuple[_Window, ...]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """
    >>> _trimmed("a bc", 1, 4)
    (2, 4)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
