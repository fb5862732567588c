"""Encodings: small, exact to what is stored, the same from the cache as fresh, and opened only when needed."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from checker import encoder
from checker.cache import Store
from checker.encoder import CachedEncoder, Encoder, load
from checker.encoding import Encoding, quantised
from checker.errors import CheckerError
from checker.manifest import Settings, settings_of
from checker.model import Model, Raw

from .standin import StandIn

VALUES = st.floats(-50, 50, width=32)
SETTINGS = Settings("name", "1", "query: ", (6, 7))


@st.composite
def encodings(draw: st.DrawFn) -> Encoding:
    count, width = draw(st.integers(0, 6)), draw(st.integers(1, 8))
    states = draw(arrays.arrays(np.float32, (count, width), elements=VALUES))
    spans = [(3 * i, 3 * i + 2) for i in range(count)]
    return quantised(states.sum(axis=0, dtype=np.float32), spans, states)


def _equal(one: Encoding, other: Encoding) -> bool:
    return one.to_bytes() == other.to_bytes() and one.spans == other.spans and one.count == other.count


@given(encodings())
def test_bytes_and_back(made: Encoding) -> None:
    back = Encoding.from_bytes(made.to_bytes())
    assert _equal(back, made)
    assert np.array_equal(back.word_states(), made.word_states()) and np.array_equal(back.vector(), made.vector())


@given(encodings(), st.data())
def test_anything_else_is_refused(made: Encoding, data: st.DataObject) -> None:
    whole = made.to_bytes()
    cut = whole[:data.draw(st.integers(0, len(whole) - 1))]
    for wrong in (cut, whole + b"\0", b"xxxx" + whole[4:]):
        with pytest.raises(ValueError):
            Encoding.from_bytes(wrong)


@given(arrays.arrays(np.float32, (3, 16), elements=VALUES))
def test_rounding_stays_within_a_256th(states: Any) -> None:
    made = quantised(states.sum(axis=0), [(0, 1), (1, 2), (2, 3)], states)
    error = np.abs(made.word_states() - states).max(axis=1)
    assert (error <= np.abs(states).max(axis=1) * 0.0045 + 1e-5).all()
    assert np.allclose(made.total, states.sum(axis=0), rtol=1e-3, atol=1e-4)


def test_a_vector_has_length_one_or_nothing_in_it() -> None:
    word, nothing = StandIn().encode(["word", ""])
    assert np.isclose(np.linalg.norm(word.vector()), 1) and not nothing.vector().any() and nothing.count == 0


class _Model:
    """Stands in for `Model`, and notes what it is asked for."""

    def __init__(self) -> None:
        self.opened = 0
        self.asked: list[str] = []

    def open(self, _settings: Settings) -> Model:
        self.opened += 1
        return cast(Model, self)

    def states(self, texts: Sequence[str]) -> Iterator[Raw]:
        self.asked.extend(texts)
        for text, made in zip(texts, StandIn().encode(texts)):
            yield made.total * np.float32(0.3), list(made.spans), made.word_states() * np.float32(0.3)


def _encoder(folder: Path, model: _Model, settings: Settings = SETTINGS) -> CachedEncoder:
    return CachedEncoder(settings, Store(folder / "encodings.sqlite"), model.open)


def test_each_text_is_encoded_once(tmp_path: Path) -> None:
    model = _Model()
    texts = ["one text", "another", "one text", ""]
    fresh = _encoder(tmp_path, model).encode(texts)
    assert sorted(model.asked) == ["", "another", "one text"]
    again = _encoder(tmp_path, model).encode([*texts, "a third"])
    assert model.asked[3:] == ["a third"] and model.opened == 2
    assert all(_equal(a, b) for a, b in zip(fresh, again)) and _equal(fresh[0], fresh[2])


def test_what_is_known_opens_no_model(tmp_path: Path) -> None:
    model = _Model()
    _encoder(tmp_path, model).encode(["one text"])
    _encoder(tmp_path, model).encode(["one text"])
    assert model.opened == 1 and _encoder(tmp_path, model).encode([]) == []


@pytest.mark.parametrize("change", [{"revision": "2"}, {"name": "other"}, {"prefix": ""}, {"layers": (6,)}])
def test_an_encoder_used_otherwise_reads_nothing_of_it(tmp_path: Path, change: dict[str, Any]) -> None:
    model = _Model()
    _encoder(tmp_path, model).encode(["one text"])
    _encoder(tmp_path, model, replace(SETTINGS, **change)).encode(["one text"])
    assert model.asked == ["one text"] * 2


def test_a_damaged_entry_is_encoded_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = _Model()
    first, = _encoder(tmp_path, model).encode(["one text"])
    monkeypatch.setattr(Store, "read", lambda self, keys: {key: b"damaged" for key in keys})
    again, = _encoder(tmp_path, model).encode(["one text"])
    assert model.asked == ["one text"] * 2 and _equal(first, again)


def test_without_a_store_nothing_is_kept(tmp_path: Path) -> None:
    model = _Model()
    both = [CachedEncoder(SETTINGS, None, model.open).encode(["one text"])[0] for _ in range(2)]
    assert model.asked == ["one text"] * 2 and _equal(*both)


def test_many_texts_go_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_AT_ONCE", 3)
    model = _Model()
    texts = [f"text {n}" for n in range(8)]
    found = _encoder(tmp_path, model).encode(texts)
    again = [_encoder(tmp_path, model).encode([text])[0] for text in texts]
    assert model.asked == texts and all(_equal(a, b) for a, b in zip(found, again))


_WARM = """
import sys
from checker.encoder import load
found = load(folder=sys.argv[1]).encode(["one text", "another"])
assert [e.count for e in found] == [2, 1], found
heavy = {"torch", "transformers", "tokenizers", "safetensors", "huggingface_hub"} & set(sys.modules)
sys.exit(f"imported {heavy}" if heavy else 0)
"""


def test_a_warm_run_imports_nothing_heavy(tmp_path: Path) -> None:
    _encoder(tmp_path, _Model(), settings_of(None)).encode(["one text", "another"])
    subprocess.run([sys.executable, "-c", _WARM, str(tmp_path)], check=True)


def test_one_encoder_a_process(tmp_path: Path) -> None:
    assert load(folder=tmp_path) is load(folder=str(tmp_path)) is not load(folder=tmp_path / "other")
    with pytest.raises(CheckerError, match="no such folder"):
        load("./no/model/here", folder=tmp_path)


def test_the_stand_in_is_an_encoder() -> None:
    standin: Encoder = StandIn({"nhà": "house", "huis": "house"})
    a, b, c = standin.encode(["nhà 12", "huis 12", "boom 12"])
    assert a.vector() @ b.vector() > 0.99 > a.vector() @ c.vector()
    assert a.spans == ((0, 3), (4, 6))


@pytest.mark.encoder
def test_the_real_encoder_knows_a_translation(tmp_path: Path) -> None:
    sentences = ["Con mèo ngủ trên mái nhà.", "Giá dầu thế giới tăng hai phần trăm.", "De kat slaapt op het dak.",
                 "Le prix mondial du pétrole augmente de deux pour cent.", "แมวนอนอยู่บนหลังคา"]
    real = load(folder=tmp_path)
    cat, oil, kat, pétrole, maew = (e.vector() for e in real.encode(sentences))
    assert min(cat @ kat, cat @ maew) > max(cat @ pétrole, oil @ kat, oil @ maew)
    assert oil @ pétrole > max(oil @ kat, cat @ pétrole)
    alone = CachedEncoder(settings_of(None), None).encode(sentences[:1])[0]
    assert _equal(alone, real.encode(sentences)[0])
