"""A BERT encoder's forward pass in plain torch.

transformers does the same, but importing its models takes longer than encoding an article's four versions. A
checkpoint of this architecture in safetensors is run here; every other one by transformers.
"""
from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

WEIGHTS = "model.safetensors"
_WORDS = "embeddings.word_embeddings.weight"
_TYPES = {"F16": "<f2", "F32": "<f4"}


def is_plain(folder: Path, config: Mapping[str, Any]) -> bool:
    """Whether `Bert` can run the checkpoint in `folder`, whose config.json is given."""
    if config.get("model_type") != "bert" or config.get("hidden_act", "gelu") != "gelu":
        return False
    if config.get("position_embedding_type", "absolute") != "absolute" or not (folder / WEIGHTS).is_file():
        return False
    return _layout(folder / WEIGHTS)[0].get(_WORDS, {}).get("dtype") in _TYPES


class Bert:
    """The layers of a checkpoint, ready to run."""

    def __init__(self, folder: Path, config: Mapping[str, Any], dtype: Any) -> None:
        """`dtype`: the torch type to compute in. KeyError where the checkpoint lacks a part of BERT."""
        from safetensors import safe_open

        self._heads: int = config["num_attention_heads"]
        self._epsilon: float = config.get("layer_norm_eps", 1e-12)
        self._dtype = dtype
        self._words = Rows(folder / WEIGHTS, _WORDS)
        with safe_open(folder / WEIGHTS, "pt") as file:
            stored = {name: file.get_tensor(name) for name in file.keys() if name != _WORDS}
        self._places = stored["embeddings.position_embeddings.weight"].float()
        self._type = stored["embeddings.token_type_embeddings.weight"][0].float()
        self._norm = (stored["embeddings.LayerNorm.weight"].float(), stored["embeddings.LayerNorm.bias"].float())
        self._layers = [_layer(stored, n, dtype) for n in range(config["num_hidden_layers"])]

    def __call__(self, ids: Any, mask: Any) -> list[Any]:
        """The embeddings' and each layer's states, (rows, length, d) each, for token ids and mask (rows, length)."""
        import torch
        from torch.nn import functional as f

        words = torch.from_numpy(self._words[ids.numpy()])
        summed = words + self._places[:ids.shape[1]] + self._type
        states = f.layer_norm(summed, summed.shape[-1:], *self._norm, self._epsilon).to(self._dtype)
        seen = mask.bool()[:, None, None, :]
        found = [states]
        for layer in self._layers:
            found.append(self._forward(layer, found[-1], seen))
        return found

    def _forward(self, layer: Mapping[str, Any], states: Any, seen: Any) -> Any:
        from torch.nn import functional as f

        rows, length, width = states.shape
        asked = f.linear(states, layer["attention.self.weight"], layer["attention.self.bias"])
        query, key, value = asked.view(rows, length, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        attended = f.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        attended = attended.transpose(1, 2).reshape(rows, length, width)
        states = self._way_out(layer, "attention.output", attended, states)
        inner = f.gelu(f.linear(states, layer["intermediate.dense.weight"], layer["intermediate.dense.bias"]))
        return self._way_out(layer, "output", inner, states)

    def _way_out(self, layer: Mapping[str, Any], part: str, inner: Any, states: Any) -> Any:
        """How both halves of a layer end: a linear map, the residual, the norm."""
        from torch.nn import functional as f

        out = f.linear(inner, layer[f"{part}.dense.weight"], layer[f"{part}.dense.bias"]) + states
        return f.layer_norm(out, out.shape[-1:], layer[f"{part}.LayerNorm.weight"], layer[f"{part}.LayerNorm.bias"],
                            self._epsilon)


def _layer(stored: Mapping[str, Any], number: int, dtype: Any) -> dict[str, Any]:
    """The tensors of a layer, those that make queries, keys and values as one: one product is quicker than three."""
    import torch

    start = f"encoder.layer.{number}."
    made = {name.removeprefix(start): tensor.to(dtype) for name, tensor in stored.items() if name.startswith(start)}
    for kind in ("weight", "bias"):
        parts = [made.pop(f"attention.self.{part}.{kind}") for part in ("query", "key", "value")]
        made[f"attention.self.{kind}"] = torch.cat(parts)
    return made


class Rows:
    """A matrix of a safetensors file, left in the file: of 250,000 words an article touches a few thousand.

    Plain reads, because a memory map brings in most of the table around them.
    """

    def __init__(self, path: Path, name: str) -> None:
        """`name` is the tensor's; it must be two-dimensional, float16 or float32."""
        header, start = _layout(path)
        entry = header[name]
        self._type = np.dtype(_TYPES[entry["dtype"]])
        self._width: int = entry["shape"][1]
        self._start: int = start + entry["data_offsets"][0]
        self._file = path.open("rb", buffering=0)
        self._lock = threading.Lock()

    def __getitem__(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """The rows of an array of ids of any shape, in one more dimension."""
        wanted, places = np.unique(ids, return_inverse=True)
        size = self._width * self._type.itemsize
        with self._lock:
            found = b"".join(self._read(self._start + row * size, size) for row in wanted.tolist())
        rows = np.frombuffer(found, self._type).reshape(-1, self._width).astype(np.float32)
        made: npt.NDArray[np.float32] = rows[places.reshape(ids.shape)]
        return made

    def _read(self, at: int, size: int) -> bytes:
        self._file.seek(at)
        return self._file.read(size)


def _layout(path: Path) -> tuple[dict[str, Any], int]:
    """A safetensors file's header (name: dtype, shape, data_offsets) and where its data begins."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        return json.loads(file.read(size)), 8 + size
