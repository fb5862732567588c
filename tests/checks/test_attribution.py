"""Persons who took each other's place, in one sentence and across sentences."""
from __future__ import annotations

import pytest

from checker.checks import attribution, exchanges
from checker.checks.pair import Pair
from checker.finding import Discrepancy

from .figure_world import pair
from .test_negation import linked

TWO = "“Chúng tôi đã sẵn sàng,” ông Peter Dunmore nói.\n“Còn quá sớm,” bà Anna Kowalska đáp."
PLACES = [("Dunmore", "Kowalska"), ("Kowalska", "Dunmore")]


def said(made: Pair) -> list[tuple[str, str, str, str | None]]:
    """Code, both sides' words and the suggestion of each finding."""
    return [(d.code, made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end], d.suggestion)
            for check in (attribution.check, exchanges.check) for d in check(made)
            if isinstance(d, Discrepancy) and d.original and d.translation]


@pytest.mark.parametrize("language, text, first, second", [
    ("nl", "‘Wij zijn er klaar voor’, zei Anna Kowalska.\n‘Het is te vroeg’, antwoordde Peter Dunmore.",
     "Anna Kowalska", "Peter Dunmore"),
    ("fr", "« Nous sommes prêts », a dit Mme Kowalska.\n« C'est trop tôt », a répondu M. Dunmore.",
     "Kowalska", "Dunmore"),
])
def test_two_quotations_that_trade_speakers(language: str, text: str, first: str, second: str) -> None:
    found = said(pair(TWO, text, language, PLACES))
    assert [(code, there) for code, _, there, _ in found] == [("name-changed", first), ("name-changed", second)]
    assert [proposed for *_, proposed in found] == ["Peter Dunmore", "Anna Kowalska"]


def test_one_speaker_for_two_quotations() -> None:
    text = "‘Wij zijn er klaar voor’, zei Anna Kowalska.\n‘Het is te vroeg’, antwoordde Anna Kowalska."
    found = said(pair(TWO, text, "nl", PLACES))
    assert [x[:3] for x in found] == [("name-changed", "Peter Dunmore", "Anna Kowalska")]


def test_a_person_of_a_sentence_some_way_off() -> None:
    original = "Ông Lê Văn Thọ đến sớm.\nTrời mưa to.\nTrời lại nắng.\nÔng Trần Quang Lâm đến muộn."
    text = "M. Lê Văn Thọ est arrivé tôt.\nIl pleuvait.\nLe soleil est revenu.\nLê Văn Thọ est arrivé tard."
    found = said(pair(original, text, "fr", [("Trần Quang Lâm", "Lê Văn Thọ")]))
    assert [x[:3] for x in found] == [("name-changed", "Trần Quang Lâm", "Lê Văn Thọ")]


@pytest.mark.parametrize("text", [
    "‘Wij zijn er klaar voor’, zei Peter Dunmore.\n‘Het is te vroeg’, antwoordde Anna Kowalska.",
    "‘Wij zijn er klaar voor’, zei hij.\n‘Het is te vroeg’, antwoordde zij.",
    "‘Wij zijn er klaar voor’, zei Dunmore tegen Anna Kowalska.\n‘Het is te vroeg’, vond zij.",
])
def test_speakers_kept_or_taken_up_are_no_finding(text: str) -> None:
    assert said(pair(TWO, text, "nl", PLACES)) == []


def test_a_name_that_no_words_tie_to_the_lost_one_is_no_stand_in() -> None:
    text = "‘Wij zijn er klaar voor’, zei hij.\n‘Het is te vroeg’, antwoordde Peter Dunmore zijn vrouw."
    assert said(pair(TWO, text, "nl")) == []


ONE = "Thị trưởng Peter Dunmore ký, nhưng bà Anna Kowalska chưa mở."


def test_two_persons_of_a_sentence_who_changed_places() -> None:
    crossed = linked(ONE, "Burgemeester Anna Kowalska tekende, maar mevrouw Peter Dunmore is niet open.", "nl")
    kept = linked(ONE, "Burgemeester Peter Dunmore tekende, maar mevrouw Anna Kowalska is niet open.", "nl")
    turned = linked(ONE, "Anna Kowalska is niet open, maar burgemeester Peter Dunmore tekende.", "nl")
    assert [code for code, *_ in said(crossed)] == ["role-changed"]
    assert said(kept) == [] and said(turned) == []


def test_a_list_in_another_order_is_the_same_list() -> None:
    made = linked("Peter Dunmore và Anna Kowalska ký.", "Anna Kowalska en Peter Dunmore tekende.", "nl")
    assert said(made) == []


@pytest.mark.parametrize(("original", "text", "language", "known"), [
    # each has the own role behind the name, where nothing parts it from the next one
    ("Trong đó có ca sĩ Peter Dunmore, diễn viên Anna Kowalska.",
     "ในจำนวนนี้มีปีเตอร์ ดันมอร์ นักร้อง แอนนา โควัลสกา นักแสดง", "th", [("ca sĩ", "ร้อง"), ("diễn viên", " นัก")]),
    # one whom the original names again by the surname, and the translation does not
    ("Luật sư Peter Dunmore và ông John Abbott bị phạt, ông Dunmore im lặng.",
     "L’avocat Peter Dunmore et John Abbott, condamnés ; l’un se tait.", "fr",
     [("im lặng", "se tait"), ("phạt", "avocat")]),
])
def test_whose_names_only_seem_to_have_changed_places(original: str, text: str, language: str,
                                                      known: list[tuple[str, str]]) -> None:
    assert said(pair(original, text, language, known)) == []
