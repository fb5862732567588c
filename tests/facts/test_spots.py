"""The quick look for dates: what it leaves out states none."""
from __future__ import annotations

import sys
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.facts.dates import extract
from checker.facts.dates.lexicon import lexicon
from checker.facts.dates.spots import Spots
from checker.facts.numbers.lexicon import lexicon as number_words
from checker.facts.numbers.numerals import lower, places

LANGUAGES = ("vi", "nl", "fr", "th", "en")
FOREIGN = ["Gouda", "xyz", "một người", "l’homme", "tên", "(Rhône),", "A320", "3–2", "12,5", "2018.", "1.500", "7",
           "17/10", "14:30", "II", "«", "-", "16-jarige", "vierjarige", "บ้าน"]


def _words(language: str) -> list[str]:
    dates, numbers = lexicon(language), number_words(language)
    assert dates is not None and numbers is not None
    return [*dates.spellings(dates.kinds), *numbers.words]


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_what_a_quick_look_leaves_out_states_no_date(language: str, data: st.DataObject) -> None:
    word = st.sampled_from(_words(language)) | st.sampled_from(FOREIGN)
    written = st.builds(lambda word, change: change(word), word, st.sampled_from((str, str.title, str.upper)))
    sign = st.sampled_from((" ", " ", " ", ", ", " (", ") ", "’", "-", "  ", "\N{NO-BREAK SPACE}"))
    text = "".join(word + sign for word, sign in data.draw(st.lists(st.tuples(written, sign), max_size=14)))
    found = extract(text, language)
    with mock.patch.object(Spots, "find", lambda self, text, places: [(0, len(text))]):
        whole = extract(text, language)
    assert [(f, f.detail) for f in found] == [(f, f.detail) for f in whole]


@pytest.mark.parametrize("text, language, expected", [
    ("De burgemeester van Gouda vertrok na drie maanden plotseling naar huis", "nl", ["na drie maanden"]),
    ("Anna partait mardi, puis revenait le 3 mars, pensait Anna", "fr", ["mardi,", "le 3 mars,"]),
    ("Een vierjarige hond zag Anna", "nl", ["Een vierjarige"]),
    ("De burgemeester vertrok gisteravond laat", "nl", ["gisteravond"]),
    ("De burgemeester vertrok naar Gouda", "nl", []),
    ("ออกจากบ้านวันจันทร์", "th", ["ออกจากบ้านวันจันทร์"]),
])
def test_dates_are_sought_around_telling_words(text: str, language: str, expected: list[str]) -> None:
    known = sys.modules["checker.facts.dates.extract"]._language(language)
    spots = known.spots.find(lower(text), places(text, language))
    assert [text[start:end] for start, end in spots] == expected
