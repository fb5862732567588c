"""The packed file becomes a checkpoint that transformers itself loads, and a damaged one is refused."""
from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.conversion import convert, read_packed, unpack_blocks
from checker.errors import CheckerError

from . import tiny


@given(st.floats(-8, 8, width=16), st.binary(min_size=16, max_size=16))
def test_blocks_are_unpacked_as_the_format_says(scale: float, nibbles: bytes) -> None:
    block = np.zeros(1, [("scale", "<f2"), ("nibbles", "u1", (16,))])
    block["scale"], block["nibbles"] = scale, np.frombuffer(nibbles, np.uint8)
    found = unpack_blocks(block)
    for j, byte in enumerate(nibbles):
        assert found[j] == np.float16(((byte & 15) - 8) * scale)
        assert found[j + 16] == np.float16(((byte >> 4) - 8) * scale)


def test_shapes_are_those_of_the_header(tmp_path: Path) -> None:
    (tmp_path / "packed").write_bytes(tiny.packed())
    found = read_packed(tmp_path / "packed")
    shapes = {name: tensor.shape for name, tensor in found.tensors.items()}
    assert shapes["embeddings.word_embeddings.weight"] == (len(tiny.PIECES), tiny.HIDDEN)
    assert shapes["embeddings.position_embeddings.weight"] == (tiny.POSITIONS, tiny.HIDDEN)
    assert shapes["encoder.layer.1.intermediate.dense.weight"] == (tiny.INNER, tiny.HIDDEN)
    assert shapes["encoder.layer.1.output.dense.weight"] == (tiny.HIDDEN, tiny.INNER)
    assert shapes["encoder.layer.1.attention.output.dense.weight"] == (tiny.HIDDEN, tiny.HIDDEN)
    assert shapes["encoder.layer.1.output.LayerNorm.weight"] == (tiny.HIDDEN,)
    assert found.vocabulary.pieces == tuple(tiny.PIECES)


@settings(max_examples=40)
@given(st.integers(0, len(tiny.packed()) - 1))
def test_a_file_cut_short_is_refused(length: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "packed"
        path.write_bytes(tiny.packed()[:length])
        with pytest.raises(CheckerError, match="packed"):
            read_packed(path)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "packed").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(CheckerError, match="not a packed encoder"):
        read_packed(tmp_path / "packed")


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "packed").write_bytes(tiny.packed())
    convert(read_packed(folder / "packed"), folder)
    return folder


def test_transformers_loads_the_checkpoint_whole(checkpoint: Path) -> None:
    from transformers import AutoModel

    _, report = AutoModel.from_pretrained(checkpoint, add_pooling_layer=False, output_loading_info=True)
    assert not report["missing_keys"] and not report["unexpected_keys"]


@pytest.mark.parametrize(("text", "pieces"), [
    ("the house", ["▁the", "▁hou", "se"]),
    ("the\u00a0\t\u200b house", ["▁the", "▁hou", "se"]),
    ("the\x07 house", ["▁the", "▁hou", "se"]),
    ("e\u0302\u0301", ["▁", "ế"]),
    ("２０", ["▁", "2", "0"]),
    ("ไทย", ["▁", "ไ", "ทย"]),
    ("a☃", ["▁", "a", "<unk>"]),
])
def test_the_tokenizer_normalises_and_splits(checkpoint: Path, text: str, pieces: list[str]) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    ids = tokenizer(text)["input_ids"]
    assert tokenizer.convert_ids_to_tokens(ids) == ["<s>", *pieces, "</s>"]
