"""A tokenizer of the pieces that may stand in a text cuts it as one of all pieces does."""
from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import vocabulary
from checker.vocabulary import KEPT, Lean, lean, whole

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁nhà", "nh", "à", "n", "h", "a", "b", "ab", "▁ab", "ไทย", "ไท", "ย",
          "ba", "bab", "▁▁", "1", "12", "<mask>"]
SCORES = [0.0, 0, 0, 0, *(-1.5 - 0.37 * (7 * n % 11) for n in range(len(PIECES) - 5)), 0]


def _told(**model: Any) -> dict[str, Any]:
    added = [{"id": PIECES.index(name), "content": name, "single_word": False, "lstrip": name == "<mask>",
              "rstrip": False, "normalized": False, "special": True} for name in PIECES if name[:1] == "<"]
    space = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
    frame = {"type": "TemplateProcessing", "pair": [{"Sequence": {"id": "A", "type_id": 0}}],
             "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                        {"SpecialToken": {"id": "</s>", "type_id": 0}}],
             "special_tokens": {name: {"id": name, "ids": [PIECES.index(name)], "tokens": [name]}
                                for name in ("<s>", "</s>")}}
    unigram = {"type": "Unigram", "unk_id": 3, "byte_fallback": False, "vocab": [*map(list, zip(PIECES, SCORES))]}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": {"type": "NFC"},
            "pre_tokenizer": space, "post_processor": frame, "decoder": space, "model": {**unigram, **model}}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tokenizer's, small and with what a large one has."""
    made = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    made.write_text(json.dumps(_told()), "utf-8")
    return made


def _same(one: Lean, file: Path, texts: Sequence[str], special: bool) -> bool:
    other = whole(file).encode_batch(list(texts), add_special_tokens=special)
    return [(x.ids, x.offsets, x.special_tokens_mask) for x in one.encode_batch(texts, special)] \
        == [(x.ids, x.offsets, x.special_tokens_mask) for x in other]


TEXTS = st.lists(st.one_of(st.text("nhaàab 12ไทย▁x\u0300\n", max_size=12), st.text(max_size=5),
                           st.sampled_from(["a<mask>b", "<s>", "nhà ab"])), max_size=4)


@given(TEXTS, st.booleans())
def test_texts_are_cut_as_by_all_pieces(file: Path, texts: list[str], special: bool) -> None:
    made = lean(file)
    assert made is not None
    for _ in range(vocabulary._FEW + 1):
        assert _same(made, file, texts, special)


def test_all_pieces_are_read_only_where_it_pays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, read = lean(file), []
    assert made is not None

    def noted(at: Path) -> Any:
        read.append(at)
        return whole(at)

    monkeypatch.setattr(vocabulary, "whole", noted)
    made.encode("ab", add_special_tokens=True)
    for n in range(vocabulary._FEW):
        made.encode_batch([f"nhà {n}"], add_special_tokens=False)
    assert not read
    for n in range(3):
        made.encode_batch([f"ab {n}"], add_special_tokens=False)
    assert read == [file]


def test_pieces_are_kept_beside_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "tokenizer.json"
    file.write_text(json.dumps(_told()), "utf-8")
    lean(file)
    with monkeypatch.context() as patched:
        patched.setattr(vocabulary, "_is_plain", lambda told: pytest.fail("read anew"))
        again = lean(file)
    assert again is not None and _same(again, file, ["nhà 12 ab"], True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tokenizer.json", KEPT]


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 nonsense", None])
def test_kept_pieces_that_are_damaged_or_of_another_file_are_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    file = tmp_path / "tokenizer.json"
    if damage is None:
        file.write_text(json.dumps(_told(vocab=[*map(list, zip(PIECES, SCORES)), ["nhàab", -0.1]])), "utf-8")
        lean(file)
    file.write_text(json.dumps(_told()), "utf-8")
    if damage is not None:
        (tmp_path / KEPT).write_bytes(damage)
    for _ in range(2):
        made = lean(file)
        assert made is not None and _same(made, file, ["nhàab 12"], False)


def test_a_folder_that_cannot_be_written_to_is_no_hindrance(file: Path, tmp_path: Path,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    copy = tmp_path / "tokenizer.json"
    copy.write_bytes(file.read_bytes())
    assert lean(copy) is not None and not (tmp_path / KEPT).exists()


@pytest.mark.parametrize("told", [_told(type="BPE"), _told(byte_fallback=True), _told(unk_id=None),
                                  {**_told(), "post_processor": None}, {**_told(), "pre_tokenizer": None},
                                  {**_told(), "added_tokens": [{"id": 99, "content": "<new>"}]},
                                  _told(vocab=[["a", -1.0], ["a", -2.0]])])
def test_tokenizers_of_other_kinds_are_read_whole(tmp_path: Path, told: dict[str, Any]) -> None:
    file = tmp_path / "tokenizer.json"
    file.write_text(json.dumps(told), "utf-8")
    assert lean(file) is None
