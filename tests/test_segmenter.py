"""Sentences: every language's cases, and what holds for any text."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Block, Document
from checker.languages import languages, table
from checker.segmenter import cuts_pieces, split

_SPACE_THAT_HOLDS = "·"


def _cases(stops: bool) -> list[tuple[str, str]]:
    return [(language, case) for language in languages() if cuts_pieces(language) != stops
            for case in table(language, "sentences.cases")["cases"]]


def _document(text: str) -> Document:
    return Document("a.txt", text, (Block(0, len(text)),))


@pytest.mark.parametrize(("language", "case"), _cases(stops=True))
def test_sentences_end_where_the_case_says(language: str, case: str) -> None:
    expected = [part.strip() for part in case.split("⏐")]
    document = _document(case.replace("⏐", ""))
    assert [s.text for s in split(document, language)] == expected


@pytest.mark.parametrize(("language", "case"), _cases(stops=False))
def test_pieces_end_where_sentences_do_and_never_inside_a_figure_or_name(language: str, case: str) -> None:
    plain = case.replace("⏐", "").replace(_SPACE_THAT_HOLDS, " ")
    starts = {s.start for s in split(_document(plain), language)}
    must = {len(before.replace("⏐", "")) for before in _parts_before(case, "⏐")}
    must_not = {len(before.replace("⏐", "")) + 1 for before in _parts_before(case, _SPACE_THAT_HOLDS)}
    assert must <= starts
    assert not must_not & starts


def _parts_before(case: str, mark: str) -> Iterator[str]:
    at = case.find(mark)
    while at >= 0:
        yield case[:at]
        at = case.find(mark, at + 1)


_PROSE = st.text(st.one_of(st.sampled_from(" .!?…\"'()“”«» \n\u200b\u00a03aĐÑก้"),
                           st.characters(exclude_categories=["Cs"])))


@given(_PROSE, st.sampled_from(languages()), st.booleans())
def test_segments_skip_nothing_but_white_space(text: str, language: str, pieces: bool) -> None:
    if not text.strip():
        return
    document = Document("a.txt", text, (Block(0, len(text)),))
    at = 0
    for number, segment in enumerate(split(document, language, pieces=pieces)):
        assert segment.id == number
        assert segment.text == text[segment.start:segment.end]
        assert segment.text.strip()
        assert not text[at:segment.start].strip()
        at = segment.end
    assert not text[at:].strip()


@pytest.mark.parametrize("language", languages())
def test_what_never_stops_is_cut_all_the_same(language: str) -> None:
    document = _document("sổ x, " * 20_000)
    segments = split(document, language)
    assert len(segments) > 10
    assert max(len(s.text) for s in segments) <= 2000
