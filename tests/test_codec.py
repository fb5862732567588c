"""Plain data for the cache: what goes in comes out, and nothing but plain data goes in or comes out."""
from __future__ import annotations

import datetime as dt
import json
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Alignment, Bead
from checker.codec import dumps, loads
from checker.facts import Context, Fact, extract
from checker.finding import Discrepancy, Message, Place

LEAVES = (st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False) | st.dates()
          | st.decimals(allow_nan=False))
KEYS = st.text() | st.integers() | st.tuples(st.text(), st.integers())
PLACES = st.builds(Place, st.integers(), st.integers(), st.none() | st.text())
PLAIN = st.recursive(LEAVES | PLACES, lambda inner: st.lists(inner).map(tuple) | st.dictionaries(KEYS, inner)
                     | st.frozensets(LEAVES), max_leaves=20)

TEXTS = {
    "nl": "Op 13 mei 2013 gaf Rosa Veldkamp, voorzitter van de raad, ruim 12,5 miljoen euro uit in drie jaar.",
    "th": "เมื่อวันที่ 13 พฤษภาคม พ.ศ. 2556 ใช้เงิน 12.5 ล้านยูโร",
    "vi": "Từ 15-18/10, ông Trần Văn Lũy chi 5 tỷ đồng.",
}


@given(PLAIN)
def test_what_goes_in_comes_out(value: Any) -> None:
    found = loads(dumps(value))
    assert found == value and repr(found) == repr(value) or isinstance(value, (dict, frozenset, tuple))


@pytest.mark.parametrize("value", [1, True, 1.0, Decimal("1.0"), "1", dt.date(1, 1, 1), (), ((),), {}])
def test_types_are_told_apart(value: object) -> None:
    assert type(loads(dumps(value))) is type(value)


def test_facts_keep_what_comparison_needs() -> None:
    for language, text in TEXTS.items():
        facts = extract(text, language, Context(dt.date(2013, 5, 20)))
        found: tuple[Fact, ...] = loads(dumps(facts))
        assert facts and found == facts and [f.detail for f in found] == [f.detail for f in facts]


def test_what_a_dataclass_makes_of_itself_is_made_anew() -> None:
    alignment = Alignment((Bead((0,), (0, 1), 0.5, "aligned"),), "translation", 1.0, {("original", 1): 0.25})
    found = loads(dumps(alignment))
    assert found == alignment and found.bead_of_translation(1) == alignment.beads[0]


def test_the_same_value_gives_the_same_bytes() -> None:
    values = [Discrepancy("number-changed", Message("{a}", {"a": "1"}), Place(0, 1), None, 0.5, {"x": 1.0})] * 2
    assert dumps(tuple(values)) == dumps(tuple(values))
    assert dumps(frozenset("abcdefgh")) == dumps(frozenset("hgfedcba"))


@pytest.mark.parametrize("value", [[1], {1}, b"1", object(), Path("."), Path, 1j, (1, [2])])
def test_what_is_no_plain_data_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dumps(value)


@pytest.mark.parametrize("told", [
    {"os:system": ["true"]}, {"checker.cache:folder": []}, {"checker.nowhere:Place": []},
    {"checker.finding:Gone": []}, {"checker.finding:Place": [1]}, {"checker.finding:Place": [1, 2, 3, 4, 5]},
    {"Decimal": "x"}, {"date": "2013-02-30"}, {}, {"mapping": [], "frozenset": []}, {"checkers:Place": [1, 2]}])
def test_nothing_else_comes_out(told: Any) -> None:
    with pytest.raises(ValueError):
        loads(zlib.compress(json.dumps(told).encode()))


@given(st.binary())
def test_damaged_bytes_are_told(data: bytes) -> None:
    with pytest.raises(ValueError):
        loads(data)
