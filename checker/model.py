"""Token states of texts, out of a transformers checkpoint.

torch is imported by the functions here and nowhere else: a run that finds everything in its cache never does. What
comes out for a text does not depend on which others are asked for with it.
"""
from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import CheckerError
from .manifest import Settings
from .processes import processors
from .vocabulary import lean, whole

Array = npt.NDArray[np.float32]
Raw = tuple[Array, list[tuple[int, int]], Array]
"""Of one text: the sum of its tokens' last states (d,), the tokens' spans, their averaged states (tokens, d)."""
Network = Callable[[Any, Any], Sequence[Any]]
"""From token ids and mask (rows, length) to the states (rows, length, d) of the embedding and of each layer."""

# A matrix product's last bits depend on the matrices' sizes, so a text always goes through in a batch of one shape,
# which its own length decides; rows that no text fills are computed and dropped.
_STEP = 8
_ROWS = 8
_TOKENS = 512


def open_model(settings: Settings) -> Model:
    """The model, read and ready; CheckerError where its checkpoint cannot be loaded."""
    folder = settings.checkpoint()
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        tokenizer = _tokenizer(folder, ours=settings.folder is None)
        network, config = _network(folder, config)
        return Model(settings, config, tokenizer, network)
    except Exception as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        remedy = "" if settings.folder else "; delete that folder, and it is built anew"
        raise CheckerError(f"--model {settings.name}: the model in {folder} cannot be loaded ({reason})"
                           + remedy) from error


def _tokenizer(folder: Path, ours: bool) -> Any:
    """`ours`: the folder was built here, and may be written to."""
    file = folder / "tokenizer.json"
    if not file.is_file():
        raise ValueError("no tokenizer.json there: save the model with its fast tokenizer")
    return ours and lean(file) or whole(file)


def _network(folder: Path, config: Mapping[str, Any]) -> tuple[Network, Mapping[str, Any]]:
    """The network, and its sizes under BERT's names for them."""
    import torch

    from .bert import Bert, is_plain

    able = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    dtype = torch.bfloat16 if able.get("avx512_bf16") or able.get("bf16") else torch.float32
    return (Bert(folder, config, dtype), config) if is_plain(folder, config) else _transformers_network(folder, dtype)


def _transformers_network(folder: Path, dtype: Any) -> tuple[Network, Mapping[str, Any]]:
    from transformers import AutoModel
    from transformers.utils import logging

    logging.disable_progress_bar()
    logging.set_verbosity_error()
    # Code that comes with a checkpoint is never run, and weights are never unpickled.
    net = AutoModel.from_pretrained(folder, dtype=dtype, local_files_only=True, trust_remote_code=False,
                                    use_safetensors=True).eval()

    def states(ids: Any, mask: Any) -> Sequence[Any]:
        found: Sequence[Any] = net(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        return found

    names = ("model_type", "hidden_size", "num_hidden_layers", "pad_token_id", "max_position_embeddings")
    return states, {name: value for name in names if (value := getattr(net.config, name, None)) is not None}


@dataclass(frozen=True)
class _Window:
    """A run of token ids that fits the model; `kept` are the places in it of the text's own that are kept."""

    ids: tuple[int, ...]
    kept: tuple[int, ...]


@dataclass(frozen=True)
class _Tokens:
    """A text's own tokens, those that are but white space left out: their spans and the windows that hold them."""

    spans: list[tuple[int, int]]
    windows: list[_Window]


class Model:
    """A network with its tokenizer, and how a text is put before them."""

    def __init__(self, settings: Settings, config: Mapping[str, Any], tokenizer: Any, network: Network) -> None:
        """`config` gives the checkpoint's sizes under BERT's names; `tokenizer` is a `tokenizers.Tokenizer`."""
        self._prefix = settings.prefix
        self._tokenizer = tokenizer
        self._network = network
        self._width: int = config["hidden_size"]
        depth: int = config["num_hidden_layers"]
        self._layers = settings.layers or tuple(range(depth // 2, depth * 2 // 3 + 1))
        self._pad: int = config.get("pad_token_id") or 0
        # RoBERTa and its kin count positions from the padding's id on.
        unused = self._pad + 1 if "roberta" in config.get("model_type", "") else 0
        self._longest = min(_TOKENS, config.get("max_position_embeddings", _TOKENS) - unused)
        self._head, self._tail = self._frame()

    def _frame(self) -> tuple[list[int], list[int]]:
        """The special tokens that the model expects before and after a text."""
        probe = self._tokenizer.encode("a", add_special_tokens=True)
        own = [i for i, special in enumerate(probe.special_tokens_mask) if not special]
        return probe.ids[:own[0]], probe.ids[own[-1] + 1:]

    def states(self, texts: Sequence[str]) -> Iterator[Raw]:
        """Sum, spans and states of each text, in order. A text longer than the model takes is read in windows."""
        made = self._tokenizer.encode_batch([self._prefix + text for text in texts], add_special_tokens=False)
        tokens = [self._tokens(text, found) for text, found in zip(texts, made)]
        done = iter(self._run([window for found in tokens for window in found.windows]))
        for found in tokens:
            yield self._raw(found, [next(done) for _ in found.windows])

    def _tokens(self, text: str, found: Any) -> _Tokens:
        skip = len(self._prefix)
        first = next((i for i, (_, end) in enumerate(found.offsets) if end > skip), len(found.ids))
        before = [*self._head, *found.ids[:first]]
        size = max(1, self._longest - len(before) - len(self._tail))
        spans = [trimmed(text, max(0, start - skip), end - skip) for start, end in found.offsets[first:]]
        windows = []
        for at in range(0, len(spans), size):
            kept = tuple(len(before) + i for i, (start, end) in enumerate(spans[at:at + size]) if start < end)
            windows.append(_Window((*before, *found.ids[first + at:first + at + size], *self._tail), kept))
        return _Tokens([(start, end) for start, end in spans if start < end], [w for w in windows if w.kept])

    def _raw(self, tokens: _Tokens, parts: Sequence[tuple[Array, Array]]) -> Raw:
        if not parts:
            return np.zeros(self._width, np.float32), [], np.zeros((0, self._width), np.float32)
        totals, states = zip(*parts)
        return np.sum(totals, axis=0, dtype=np.float32), tokens.spans, np.concatenate(states)

    def _run(self, windows: Sequence[_Window]) -> list[tuple[Array, Array]]:
        """Of each window's kept tokens the sum of the last states (d,) and the averaged states (kept, d)."""
        import torch

        def run(batch: tuple[list[int], int]) -> list[tuple[int, tuple[Array, Array]]]:
            members, length = batch
            last, middle = self._forward([windows[i].ids for i in members], length)
            kept = [list(windows[i].kept) for i in members]
            return [(i, (last[row, own].sum(axis=0), middle[row, own]))
                    for row, (i, own) in enumerate(zip(members, kept))]

        # One batch a thread, not one product over several: faster for products this small, no crawling on a machine
        # that is busy otherwise, and the same bits whatever the number of processors.
        with ThreadPoolExecutor(processors(), initializer=torch.set_num_threads, initargs=(1,)) as pool:
            done = dict(pair for pairs in pool.map(run, self._batches(windows)) for pair in pairs)
        return [done[i] for i in range(len(windows))]

    def _batches(self, windows: Sequence[_Window]) -> Iterator[tuple[list[int], int]]:
        """Indices of windows that go through together, and the length they are padded to."""
        of_length: dict[int, list[int]] = {}
        for i, window in enumerate(windows):
            of_length.setdefault(min(self._longest, -(-len(window.ids) // _STEP) * _STEP), []).append(i)
        for length, members in sorted(of_length.items()):
            rows = _rows(length)
            yield from ((members[i:i + rows], length) for i in range(0, len(members), rows))

    def _forward(self, texts: Sequence[Sequence[int]], length: int) -> tuple[Array, Array]:
        import torch

        ids = torch.full((_rows(length), length), self._pad)
        mask = torch.zeros_like(ids)
        mask[:, 0] = 1  # Rows without a text attend to something, or their states would be undefined.
        for row, tokens in enumerate(texts):
            ids[row, :len(tokens)] = torch.tensor(tokens)
            mask[row, :len(tokens)] = 1
        with torch.inference_mode():
            layers = self._network(ids, mask)
            middle = torch.stack([layers[i].float() for i in self._layers]).mean(dim=0)
            return layers[-1].float().numpy(), middle.numpy()


def _rows(length: int) -> int:
    return max(1, min(_ROWS, _TOKENS // length))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space and invisible marks at its ends.

    >>> trimmed("a bc", 1, 4)
    (2, 4)
    """
    while start < end and _is_blank(text[start]):
        start += 1
    while end > start and _is_blank(text[end - 1]):
        end -= 1
    return start, end


def _is_blank(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) in ("Cc", "Cf")
