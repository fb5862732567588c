"""One fault, one finding: merging, severities, ids and witnesses, on hand-made discrepancies."""
from __future__ import annotations

from dataclasses import replace

import pytest

from checker.article import Alignment, Article, Bead, Block, Document, Segment
from checker.checks.pair import Pair
from checker.finding import CODES, KIND_OF, Agreement, Discrepancy, Message, Place
from checker.links import Links
from checker.verdict import Version, judge
from checker.witnesses import Said, meanings, witnessed

TEXT = "Một câu có 12 người. Câu sau có 5 con mèo."
OTHER = "Een zin met 13 mensen. De volgende heeft 5 katten."


def article(path: str, text: str, cut: int) -> Article:
    document = Document(path, text, (Block(0, len(text)),))
    return Article(document, path.split(".")[1], (Segment(0, 0, 0, cut, text[:cut]),
                                                  Segment(1, 0, cut + 1, len(text), text[cut + 1:])))


ORIGINAL = article("a.vi.txt", TEXT, 20)
TRANSLATION = article("a.nl.txt", OTHER, 22)
ALIGNMENT = Alignment((Bead((0,), (0,), 0.8, "aligned"), Bead((1,), (1,), 0.8, "aligned")), "translation", 1.0)
VERSION = Version(ORIGINAL, TRANSLATION, ALIGNMENT, {})


def said(code: str, o: tuple[int, int] | None, t: tuple[int, int] | None, sure: float = 0.9) -> Discrepancy:
    return Discrepancy(code, Message("«{a}» differs.", {"a": "x"}), Place(*o, "12") if o else None,
                       Place(*t, "13") if t else None, sure)


CHANGED = said("number-changed", (11, 13), (12, 14))


@pytest.fixture(autouse=True)
def own_estimates(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was learned changes with every fit; the rules of the verdict are tried on the checks' own estimates."""
    monkeypatch.setattr("checker.verdict.confidence", lambda d, language: d.certainty)


def test_what_lies_in_a_missing_passage_is_told_once() -> None:
    whole = said("passage-missing", (0, 20), (0, 0))
    assert [f.code for f in judge([CHANGED, whole], VERSION)] == ["passage-missing"]


def test_a_cause_swallows_its_symptoms() -> None:
    missing, added = said("number-missing", (11, 13), (14, 14)), said("number-added", (11, 11), (12, 14))
    assert [f.code for f in judge([missing, added, CHANGED], VERSION)] == ["number-changed"]


def test_a_name_and_a_figure_on_the_same_words_are_two_faults() -> None:
    assert len(judge([CHANGED, said("name-changed", (11, 13), (12, 14))], VERSION)) == 2


def test_a_repeated_spelling_is_told_once_with_its_places() -> None:
    text = "Hanooi en Hanooi."
    version = replace(VERSION, translation=article("a.nl.txt", text, 9))
    found = judge([said("name-misspelt", (0, 3), (0, 6)), said("name-misspelt", (21, 24), (10, 16))], version)
    assert [(f.original and f.original.start, [r.side.start for r in f.related]) for f in found] == [(0, [10])]


def test_a_person_called_the_same_wrong_thing_twice_is_one_fault() -> None:
    version = replace(VERSION, translation=article("a.nl.txt", "Chef en chef en chef.", 9))
    first, again = (Discrepancy("role-changed", Message("x"), Place(at, at + 3, "person:A"), Place(to, to + 4), 0.9)
                    for at, to in ((0, 8), (21, 16)))
    other = Discrepancy("role-changed", Message("x"), Place(26, 29, "person:B"), Place(0, 4), 0.9)
    found = judge([again, first, other], version)
    assert [(f.original and f.original.value, [r.side.start for r in f.related]) for f in found] == [
        ("person:A", [16]), ("person:B", [])]


def test_facts_elsewhere_are_their_own() -> None:
    assert len(judge([CHANGED, said("number-changed", (32, 33), (41, 42))], VERSION)) == 2


def test_ids_of_repeats_count_in_file_order() -> None:
    twice = replace(CHANGED, original=Place(14, 19, "12"), translation=Place(15, 21, "13"))
    ids = {f.original.start: f.id for f in judge([twice, CHANGED], VERSION) if f.original}
    assert ids[14] == ids[11] + "-2"


@pytest.mark.parametrize("code", [c for codes in CODES.values() for c in codes])
def test_every_code_can_be_configured(code: str) -> None:
    version = replace(VERSION, severities={code: "info"})
    assert [f.severity for f in judge([said(code, (11, 13), (12, 14))], version)] == ["info"]


def test_a_code_switched_off_is_not_reported() -> None:
    assert judge([CHANGED], replace(VERSION, severities={"number-changed": "off"})) == ()


def test_doubt_lowers_the_severity() -> None:
    found = [judge([replace(CHANGED, certainty=c)], VERSION)[0].severity for c in (0.98, 0.7, 0.2)]
    assert found == ["error", "warning", "info"]


def test_an_error_comes_before_a_warning_and_a_warning_before_an_info() -> None:
    mixed = [said("number-changed", (32, 33), (41, 42), 0.2), said("bound-changed", (14, 19), (15, 21), 0.6), CHANGED]
    assert [f.severity for f in judge(mixed, VERSION)] == ["error", "warning", "info"]


def no_links(_: Bead) -> Links:
    raise AssertionError("not asked for")


PAIR = Pair(ORIGINAL, TRANSLATION, ALIGNMENT, {}, {}, no_links)
FRENCH = replace(PAIR, translation=article("a.fr.txt", OTHER, 22))


def test_a_version_that_carries_the_fact_over_is_a_witness() -> None:
    upheld = Said(FRENCH, (), (Agreement("number", Place(11, 13, "12"), Place(12, 14, "12")),))
    heard = witnessed([Said(PAIR, (CHANGED,), ()), upheld])[0].discrepancies[0]
    assert heard.evidence["upheld"] == 1.0 and heard.evidence["shared"] == 0.0
    assert "French" in str(heard.message) and heard.related[0].article == ("a.fr.txt", "fr")


def test_a_version_with_the_same_fault_is_no_witness_against_it() -> None:
    same = Said(FRENCH, (replace(CHANGED, translation=Place(12, 14, "11")),),
                (Agreement("number", Place(11, 13, "12"), Place(12, 14, "12")),))
    heard = witnessed([Said(PAIR, (CHANGED,), ()), same])[0].discrepancies[0]
    assert heard.evidence["upheld"] == 0


def test_versions_that_agree_against_the_original_are_said_to() -> None:
    heard = witnessed([Said(PAIR, (CHANGED,), ()), Said(FRENCH, (CHANGED,), ())])
    assert [d.evidence["shared"] for s in heard for d in s.discrepancies] == [1.0, 1.0]


def test_versions_that_leave_out_the_same_fact_are_said_to() -> None:
    missing = said("number-missing", (11, 13), None)
    heard = witnessed([Said(PAIR, (missing,), ()), Said(FRENCH, (missing,), ())])[0].discrepancies[0]
    assert heard.evidence["shared"] == 1.0 and "French" in str(heard.message) and heard.related == ()


@pytest.mark.parametrize("place", [None, (20, 20)])
def test_versions_that_add_the_same_fact_to_the_same_sentence_are_said_to(place: tuple[int, int] | None) -> None:
    added = said("number-added", place, (12, 14))
    elsewhere = said("number-added", place, (41, 42))  # in the second sentence: another addition
    heard = witnessed([Said(PAIR, (added,), ()), Said(FRENCH, (added,), ())])[0].discrepancies[0]
    assert heard.evidence["shared"] == 1.0 and "French" in str(heard.message)
    alone = witnessed([Said(PAIR, (added,), ()), Said(FRENCH, (elsewhere,), ())])[0].discrepancies[0]
    assert alone.evidence["shared"] == 0.0 and "French" not in str(alone.message)


@pytest.mark.parametrize("code", ["number-changed", "date-changed", "name-changed"])
def test_two_of_three_versions_against_the_original_and_the_third_with_it(code: str) -> None:
    """A sister edition: figures, dates and names alike are told with the versions on both sides."""
    changed, kind = replace(CHANGED, code=code), KIND_OF[code]
    thai = Said(replace(PAIR, translation=article("a.th.txt", OTHER, 22)), (),
                (Agreement(kind, Place(11, 13, "12"), Place(12, 14, "12")),))
    heard = witnessed([Said(PAIR, (changed,), ()), Said(FRENCH, (changed,), ()), thai])
    for said_of in heard[:2]:
        told = str(said_of.discrepancies[0].message)
        assert said_of.discrepancies[0].evidence["shared"] == said_of.discrepancies[0].evidence["upheld"] == 0.5
        assert "Thai" in told and "was the original changed since?" in told
    assert heard[2].discrepancies == ()


def test_versions_that_put_one_name_instead_each_in_its_own_language() -> None:
    """Values differ, what they mean does not."""
    found = [replace(CHANGED, code="name-changed", translation=Place(12, 14, f"place:{name}"))
             for name in ("Tokio", "โตเกียว", "Parijs")]
    tokyo, thai, paris = (Said(pair, (d,), (), meanings([d])) for pair, d in zip((PAIR, FRENCH, FRENCH), found))
    assert witnessed([tokyo, thai])[0].discrepancies[0].evidence["shared"] == 1.0
    assert witnessed([tokyo, paris])[0].discrepancies[0].evidence["shared"] == 0.0


def test_a_lone_version_has_no_witnesses() -> None:
    assert "upheld" not in witnessed([Said(PAIR, (CHANGED,), ())])[0].discrepancies[0].evidence
