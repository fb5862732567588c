"""A tokenizer of a large vocabulary, made for the texts at hand.

Making one of 250,000 pieces takes a second in which no other thread runs, and a set of articles holds a few thousand
of them. One of those pieces alone cuts these texts the same: no other piece could stand in them.
"""
from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

KEPT = "vocabulary.npz"
"""The file beside tokenizer.json in which its pieces are quicker to read."""
_BETWEEN = "\0"
_FEW = 2  # Batches after which all pieces are read after all: each batch takes a tenth of that time.


@dataclass(frozen=True)
class Tokens:
    """A text's tokens as `tokenizers.Encoding` gives them."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    special_tokens_mask: list[int]


class Lean:
    """Cuts texts as the Unigram tokenizer of a tokenizer.json does."""

    def __init__(self, file: Path, told: Mapping[str, Any], pieces: Sequence[str],
                 scores: npt.NDArray[np.float64]) -> None:
        """`told` is the file's content without its pieces and their scores."""
        self._file, self._told, self._pieces, self._scores = file, told, pieces, scores
        self._ids = dict(zip(pieces, range(len(pieces))))
        self._times = 0
        self._longest = max(map(len, pieces))
        self._special: list[int] = [token["id"] for token in told["added_tokens"]]
        # What is unknown costs a little more than the rarest piece.
        self._always = {*self._special, told["model"]["unk_id"], int(scores.argmin())}

    def encode(self, text: str, add_special_tokens: bool) -> Tokens:
        """See `encode_batch`."""
        return self._encode([text], add_special_tokens, self._kept([text]))[0]

    def encode_batch(self, texts: Sequence[str], add_special_tokens: bool) -> list[Tokens]:
        """The tokens of each text, `add_special_tokens`: with those that the model expects round about it."""
        self._times += 1
        return self._encode(texts, add_special_tokens, self._kept(texts) if self._times <= _FEW else None)

    def _encode(self, texts: Sequence[str], add_special_tokens: bool, kept: Sequence[int] | None) -> list[Tokens]:
        """`kept`: the pieces that may stand in the texts; None for all."""
        tokenizer = self._whole if kept is None else _made(self._with(kept))
        found = tokenizer.encode_batch(list(texts), add_special_tokens=add_special_tokens)
        names = range(len(self._pieces)) if kept is None else kept
        return [Tokens([names[i] for i in one.ids], one.offsets, one.special_tokens_mask) for one in found]

    def _kept(self, texts: Iterable[str]) -> list[int] | None:
        """The pieces that may stand in the texts; None where a special token does, which parts a text."""
        plain = _made(self._with(sorted(self._always)))
        words: set[str] = set()
        for text in texts:
            read = plain.normalizer.normalize_str(text) if plain.normalizer else text
            if any(self._pieces[i] in part for i in self._special for part in (text, read)):
                return None
            words.update(word for word, _ in plain.pre_tokenizer.pre_tokenize_str(read))
        parts = {word[i:j] for word in words for i in range(len(word))
                 for j in range(i + 1, min(i + self._longest, len(word)) + 1)}
        return sorted(self._always | {self._ids[part] for part in parts & self._ids.keys()})

    def _with(self, kept: Sequence[int]) -> dict[str, Any]:
        """The tokenizer's file with these pieces alone, numbered anew in the same order."""
        number = dict(zip(kept, range(len(kept))))
        model = {**self._told["model"], "unk_id": number[self._told["model"]["unk_id"]],
                 "vocab": [[self._pieces[i], float(self._scores[i])] for i in kept]}
        added = [{**token, "id": number[token["id"]]} for token in self._told["added_tokens"]]
        frame = self._told["post_processor"]
        special = {name: {**one, "ids": [number[i] for i in one["ids"]]}
                   for name, one in frame["special_tokens"].items()}
        return {**self._told, "model": model, "added_tokens": added, "truncation": None, "padding": None,
                "post_processor": {**frame, "special_tokens": special}}

    @cached_property
    def _whole(self) -> Any:
        return whole(self._file)


def whole(file: Path) -> Any:
    """The `tokenizers.Tokenizer` of a file, all of it."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(file))
    made.no_truncation()
    made.no_padding()
    return made


def lean(file: Path) -> Lean | None:
    """The tokenizer of a file, its pieces kept beside it from the first time on; None for one of another kind."""
    kept = file.with_name(KEPT)
    with suppress(OSError, EOFError, ValueError, KeyError, BadZipFile):
        with np.load(kept, allow_pickle=False) as read:
            if int(read["size"]) == file.stat().st_size:
                told, pieces = json.loads(read["told"].tobytes()), read["pieces"].tobytes().decode().split(_BETWEEN)
                return Lean(file, told, pieces, read["scores"])
    told = json.loads(file.read_text("utf-8"))
    if not _is_plain(told):
        return None
    vocabulary = told["model"].pop("vocab")
    pieces, scores = [piece for piece, _ in vocabulary], np.array([score for _, score in vocabulary], np.float64)
    _keep(kept, told, pieces, scores, file.stat().st_size)
    return Lean(file, told, pieces, scores)


def _is_plain(told: Mapping[str, Any]) -> bool:
    """Whether the file is a tokenizer's whose pieces are all that its model knows."""
    model, frame = told.get("model") or {}, told.get("post_processor") or {}
    if model.get("type") != "Unigram" or model.get("byte_fallback") or model.get("unk_id") is None:
        return False
    pieces = [piece for piece, _ in model["vocab"]]
    known = all(token["id"] < len(pieces) and pieces[token["id"]] == token["content"] for token in told["added_tokens"])
    return known and bool(told.get("pre_tokenizer")) and frame.get("type") == "TemplateProcessing" \
        and len(set(pieces)) == len(pieces) and not any(_BETWEEN in piece for piece in pieces)


def _keep(target: Path, told: Mapping[str, Any], pieces: Sequence[str], scores: npt.NDArray[np.float64],
          size: int) -> None:
    """Write the file at once or not at all; where it cannot be written the next process does without, too."""
    with suppress(OSError):
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".npz")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(file, told=_bytes(json.dumps(told)), pieces=_bytes(_BETWEEN.join(pieces)), scores=scores,
                         size=np.int64(size))
            os.replace(name, target)
        except OSError:
            os.unlink(name)


def _bytes(text: str) -> npt.NDArray[np.uint8]:
    return np.frombuffer(text.encode(), np.uint8)


def _made(told: Mapping[str, Any]) -> Any:
    from tokenizers import Tokenizer

    return Tokenizer.from_str(json.dumps(told))
