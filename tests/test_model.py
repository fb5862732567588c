"""Token states: those of transformers, the same in any company, for texts of any length and any characters."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import model
from checker.conversion import convert, read_packed
from checker.encoding import quantised
from checker.errors import CheckerError
from checker.manifest import Settings, settings_of
from checker.model import Model, Raw, open_model

from . import tiny

TEXTS = ["the house", "a", "the house on page 12, the passage", "se se se", "the the the the the the", "b.", "ไทย 7"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("tiny-model")
    (found / "packed").write_bytes(tiny.packed())
    convert(read_packed(found / "packed"), found)
    return found


@pytest.fixture(scope="module")
def opened(folder: Path) -> Model:
    return open_model(Settings("tiny", "1", prefix="passage: ", layers=(1, 2), folder=folder))


def _same(one: Raw, other: Raw) -> bool:
    return bool(np.array_equal(one[0], other[0]) and one[1] == other[1] and np.array_equal(one[2], other[2]))


def test_states_are_those_of_transformers(folder: Path) -> None:
    import torch
    from transformers import AutoModel, AutoTokenizer

    from checker.bert import Bert

    net = AutoModel.from_pretrained(folder, add_pooling_layer=False, dtype=torch.float32).eval()
    inputs = AutoTokenizer.from_pretrained(folder)(TEXTS, padding=True, return_tensors="pt")
    ids, mask = inputs["input_ids"], inputs["attention_mask"]
    with torch.inference_mode():
        theirs = net(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states
        ours = Bert(folder, net.config.to_dict(), torch.float32)(ids, mask)
    assert len(ours) == len(theirs) == tiny.LAYERS + 1
    for mine, their in zip(ours, theirs):
        assert torch.allclose(mine[mask.bool()], their[mask.bool()], atol=1e-4)


def test_the_sum_is_over_the_last_layer_and_the_states_average_the_chosen_ones(folder: Path) -> None:
    last = open_model(Settings("tiny", "1", layers=(tiny.LAYERS,), folder=folder))
    for total, spans, states in last.states(TEXTS):
        assert states.shape == (len(spans), tiny.HIDDEN)
        np.testing.assert_allclose(total, states.sum(axis=0), rtol=1e-4, atol=1e-4)
    one, two, both = (list(open_model(Settings("tiny", "1", layers=layers, folder=folder)).states(TEXTS))
                      for layers in ((1,), (2,), (1, 2)))
    for a, b, mean in zip(one, two, both):
        np.testing.assert_allclose((a[2] + b[2]) / 2, mean[2], rtol=1e-4, atol=1e-4)


@given(st.permutations(TEXTS), st.integers(1, len(TEXTS)))
def test_the_company_changes_nothing(opened: Model, texts: list[str], count: int) -> None:
    alone = {text: raw for text in TEXTS for raw in opened.states([text])}
    for text, raw in zip(texts, opened.states(texts[:count])):
        assert _same(raw, alone[text])


def test_one_processor_or_many_changes_nothing(opened: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for count in (1, 4):
        monkeypatch.setattr(model, "processors", lambda count=count: count)
        made.append(list(opened.states(TEXTS * 5)))
    assert all(_same(a, b) for a, b in zip(*made, strict=True))


def test_spans_are_the_words_without_the_prefix(opened: Model) -> None:
    (_, spans, _), = opened.states([" the house, se"])
    assert [" the house, se"[a:b] for a, b in spans] == ["the", "hou", "se", ",", "se"]


def test_a_long_text_is_read_in_windows(opened: Model) -> None:
    text = "the house " * 300
    (total, spans, states), = opened.states([text])
    assert len(spans) == len(states) == 900 and spans[-1] == (len(text) - 3, len(text) - 1)
    assert np.isfinite(total).all() and total.any()


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b", "\x07"])
def test_a_text_without_words_has_no_tokens(opened: Model, text: str) -> None:
    (total, spans, states), = opened.states([text])
    assert not total.any() and spans == [] and states.shape == (0, tiny.HIDDEN)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_characters(opened: Model, texts: list[str]) -> None:
    for text, raw in zip(texts, opened.states(texts), strict=True):
        total, spans, states = raw
        assert len(spans) == len(states) and np.isfinite(total).all()
        for start, end in spans:
            assert 0 <= start < end <= len(text) and model.trimmed(text, start, end) == (start, end)
        assert [a for a, _ in spans] == sorted(a for a, _ in spans)
        assert quantised(*raw).count == len(spans)


def _copy(folder: Path, to: Path) -> Path:
    to.mkdir()
    for path in folder.iterdir():
        (to / path.name).write_bytes(path.read_bytes())
    return to


@pytest.mark.parametrize(("name", "content"), [
    ("model.safetensors", b"short"), ("model.safetensors", None), ("config.json", b"{"), ("config.json", b"{}"),
    ("tokenizer.json", b"{}"), ("tokenizer.json", None),
])
def test_a_broken_checkpoint_is_named(folder: Path, tmp_path: Path, name: str, content: bytes | None) -> None:
    broken = _copy(folder, tmp_path / "broken")
    (broken / name).unlink() if content is None else (broken / name).write_bytes(content)
    with pytest.raises(CheckerError, match="broken") as caught:
        open_model(settings_of(str(broken)))
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="no config.json"):
        settings_of(str(tmp_path))
    with pytest.raises(CheckerError, match="no such folder"):
        settings_of(str(tmp_path / "none"))


def test_a_name_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    def offline(*_: object, **__: object) -> str:
        raise OSError("no route to the hub\nand more")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(CheckerError, match="no route") as caught:
        settings_of("nobody/nothing")
    assert "\n" not in str(caught.value)


def test_a_copy_of_a_known_model_is_used_as_the_manifest_says(folder: Path, tmp_path: Path) -> None:
    known = settings_of(str(_copy(folder, tmp_path / "multilingual-e5-base")))
    assert known.prefix == "passage: " and known.name == "multilingual-e5-base"


def test_a_folders_revision_follows_its_content(folder: Path, tmp_path: Path) -> None:
    one, other = _copy(folder, tmp_path / "one"), _copy(folder, tmp_path / "other")
    assert settings_of(str(one)).revision == settings_of(str(other)).revision
    weights = bytearray((other / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (other / "model.safetensors").write_bytes(weights)
    assert settings_of(str(one)).revision != settings_of(str(other)).revision


@pytest.fixture(scope="module", params=["distilbert", "xlm-roberta"])
def foreign(request: pytest.FixtureRequest, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A checkpoint of another architecture, random, with the tiny tokenizer."""
    from transformers import AutoConfig, AutoModel

    sizes = {"distilbert": {"dim": 32, "n_layers": 6, "n_heads": 2, "hidden_dim": 64},
             "xlm-roberta": {"hidden_size": 32, "num_hidden_layers": 6, "num_attention_heads": 2,
                             "intermediate_size": 64}}[request.param]
    place = tmp_path_factory.mktemp(request.param)
    config = AutoConfig.for_model(request.param, vocab_size=len(tiny.PIECES), max_position_embeddings=24,
                                  pad_token_id=1, **sizes)
    AutoModel.from_config(config).save_pretrained(place)
    (place / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())
    yield place


def test_another_architecture_goes_through_transformers(foreign: Path) -> None:
    found = open_model(settings_of(str(foreign)))
    long = "the house " * 40
    alone, = found.states(["the house"])
    together = list(found.states([long, "the house"]))
    assert alone[2].shape == (3, 32) and len(together[0][1]) == 120 and _same(alone, together[1])
