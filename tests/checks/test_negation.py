"""Negations lost and gained, on sentences whose words are linked by what they are said to mean."""
from __future__ import annotations

from dataclasses import replace

import pytest

from checker.checks import negation
from checker.checks.pair import Pair
from checker.comparison import linker
from checker.finding import Agreement, Discrepancy
from checker.pieces import Encoded
from checker.witnesses import Said, witnessed

from ..standin import StandIn
from .figure_world import pair

MEANINGS = {
    "không": "not", "chưa": "not", "niet": "not", "geen": "not", "pas": "not",
    "cầu": "bridge", "brug": "bridge", "pont": "bridge", "mở": "open", "open": "open", "ouvert": "open", "le": "bridge",
    "thị": "mayor", "trưởng": "mayor", "burgemeester": "mayor", "maire": "mayor",
    "ký": "sign", "tekende": "sign", "signé": "sign",
    "chỉ": "only", "slechts": "only", "seulement": "only", "mười": "ten", "tien": "ten", "dix": "ten",
    "phút": "minute", "minuten": "minute", "nhưng": "but", "maar": "but", "weigerde": "refuse",
    "từ": "refuse", "chối": "refuse", "bevestigde": "refuse", "hình": "visible", "zichtbaar": "visible",
    "đừng": "not", "hoảng": "panic", "loạn": "panic", "calme": "panic", "trước": "before", "avant": "before",
    "ouvrira": "open", "lặng": "quiet", "stil": "quiet", "đêm": "night", "nacht": "night",
    "thất": "jobless", "nghiệp": "jobless", "werkloos": "jobless",
    "nhận": "guilty", "tội": "guilty", "plaidé": "guilty", "coupable": "guilty",
    "bỏ": "yield", "cédé": "yield", "quên": "forget", "vergat": "forget", "tên": "name", "naam": "name",
}


def linked(original: str, translation: str, language: str) -> Pair:
    """A pair of one sentence each, its words linked by meaning."""
    made = pair(original, translation, language)
    encode = StandIn(MEANINGS).encode
    sides = [Encoded(a, tuple(encode([s.normal.text for s in a.segments]))) for a in (made.original, made.translation)]
    return replace(made, links=linker(*sides))


def said(original: str, translation: str, language: str) -> list[str | None]:
    """What the check says of each side: denies or affirms; empty where both do the same."""
    return [place.value for d in negation.check(linked(original, translation, language)) if isinstance(d, Discrepancy)
            for place in (d.original, d.translation) if place]


@pytest.mark.parametrize("original, translation, language", [
    ("Cầu không mở.", "De brug is open.", "nl"), ("Cầu chưa mở.", "Le pont est ouvert.", "fr"),
    ("Thị trưởng không quên tên.", "De burgemeester vergat de naam.", "nl"),
    ("Thị trưởng từ chối ký.", "De burgemeester tekende.", "nl"),
    # What is negative by itself, in a word that is on no list of negative ones: "did not give up" has become "gave up".
    ("Thị trưởng không từ bỏ cầu.", "Le maire a cédé le pont.", "fr"),
    # A word that stands for another of the original carries no denial, nor does an answer to another denial.
    ("Cầu không mở, chỉ mười phút.", "De brug is open, slechts tien minuten.", "nl"),
    ("Cầu không mở nhưng thị trưởng không ký.", "De brug is open maar de burgemeester tekende niet.", "nl"),
    # Nor does one that stands for a word which is on no list.
    ("Đêm lặng cầu không mở.", "Stil is de nacht en de brug is open.", "nl"),
    # Nor do the words of that answer: the "n'" of "n'a pas".
    ("Cầu không mở nhưng thị trưởng không ký.", "Le pont est ouvert, le maire n'a pas signé.", "fr"),
    # Nor does a word that is negative by what it means and stands for what is denied.
    ("Thị trưởng không thất nghiệp.", "De burgemeester is werkloos.", "nl"),
    # Nor is a word with the denial in it contradicted by its contrary.
    ("Thị trưởng không nhận tội.", "Le maire a plaidé coupable.", "fr"),
    # A refusal has a counterpart of its own.
    ("Thị trưởng từ chối rằng Anna ký.", "De burgemeester bevestigde dat Anna tekende.", "nl"),
])
def test_a_lost_negation(original: str, translation: str, language: str) -> None:
    assert said(original, translation, language) == ["denies", "affirms"]


@pytest.mark.parametrize("original, translation, language", [
    ("Cầu mở.", "De brug is niet open.", "nl"), ("Thị trưởng ký.", "Le maire n'a pas signé.", "fr"),
])
def test_a_gained_negation(original: str, translation: str, language: str) -> None:
    assert said(original, translation, language) == ["affirms", "denies"]


@pytest.mark.parametrize("original, translation, language", [
    ("Cầu không mở.", "De brug is niet open.", "nl"), ("Cầu mở.", "Le pont est ouvert.", "fr"),
    ("Cầu không mở.", "De brug gaat moeilijk open.", "nl"),  # another word carries it
    ("Cầu không mở.", "De brug is slechts tien minuten open.", "nl"),
    ("Thị trưởng không quên tên.", "De burgemeester kent de naam.", "nl"),
    ("Cầu không mở.", "Met lege handen keek de oude veerman naar de open brug.", "nl"),  # anywhere in the clause
    ("Cầu vô hình.", "De brug is niet zichtbaar.", "nl"),
    ("Thị trưởng: đừng hoảng loạn.", "Le maire : gardez le calme.", "fr"),  # the contrary of what is denied
    ("Cầu không mở trước mười phút.", "Le pont n'ouvrira pas avant dix minutes.", "fr"),
    ("Không có.", "De brug was er al.", "nl"),  # what is denied is linked to little words alone
    ("Hôm qua cầu không mở.", "Alle boten bleven achter de sluis wachten.", "nl"),  # paraphrased, if the same at all
    ("Thị trưởng từ chối ký.", "De burgemeester weigert.", "nl"),
    # A verb may stand far from what it refuses.
    ("Thị trưởng từ chối tên.", "Weigeren wilde de oude veerman met zijn drie zonen, zo bleek, de naam.", "nl"),
    ("Cầu không mở. Thị trưởng ký.", "Niet open is de brug. De burgemeester tekende.", "nl"),
])
def test_what_says_the_same_is_no_finding(original: str, translation: str, language: str) -> None:
    assert said(original, translation, language) == []


@pytest.mark.parametrize("translation", ["De brug is open.\nMaar niet nu.", "De brug is open.\nDat wil niemand."])
def test_a_denial_that_a_sentence_beside_has_too_many_is_no_finding(translation: str) -> None:
    assert said("Cầu không mở.", translation, "nl") == []
    assert said("Cầu không mở.", translation.replace("niet", "pas").replace("niemand", "iemand"), "nl")


def test_each_denial_that_is_lost_is_a_finding() -> None:
    assert said("Cầu không mở và thị trưởng không ký.", "De brug is open en de burgemeester tekende.", "nl") == [
        "denies", "affirms"] * 2


def test_a_finding_takes_in_the_word_whose_clause_is_denied() -> None:
    made = linked("Thị trưởng không nghĩ cầu mở.", "De burgemeester verwacht dat de brug open gaat.", "nl")
    found = next(d for d in negation.check(made) if isinstance(d, Discrepancy))
    assert found.translation
    assert made.translation.text[found.translation.start:found.translation.end].startswith("verwacht dat")


def test_a_finding_stands_at_what_is_denied_and_at_its_counterpart() -> None:
    made = linked("Hôm qua cầu không mở.", "Gisteren was de brug open.", "nl")
    found = next(d for d in negation.check(made) if isinstance(d, Discrepancy))
    assert found.original and found.translation
    assert made.original.text[found.original.start:found.original.end] == "không mở"
    assert made.translation.text[found.translation.start:found.translation.end] == "open"


def heard(dutch: str, french: str, original: str = "Cầu không mở.") -> Discrepancy:
    """The finding on a Dutch version, heard against a French one."""
    pairs = [linked(original, dutch, "nl"), linked(original, french, "fr")]
    versions = [list(negation.check(p)) for p in pairs]
    found = witnessed([Said(p, tuple(x for x in v if isinstance(x, Discrepancy)),
                            tuple(x for x in v if isinstance(x, Agreement))) for p, v in zip(pairs, versions)])
    return found[0].discrepancies[0]


TWICE = "Cầu không mở nhưng thị trưởng không ký."  # of two denials one is left, which might yet answer either


def test_only_what_another_version_says_plainly_is_more_than_a_note() -> None:
    dutch = "De brug is open maar de burgemeester tekende niet."
    assert not heard(dutch, "Le pont n'est pas ouvert mais le maire n'a pas signé.", TWICE).advisory
    assert heard(dutch, "Le pont est ouvert mais le maire n'a pas signé.", TWICE).advisory


def test_what_is_translated_word_for_word_needs_no_witness() -> None:
    assert not heard("De brug is open.", "Le pont est ouvert.").advisory
    assert not heard("De brug is niet open.", "Le pont est ouvert.", "Cầu mở.").advisory


def test_a_word_that_stands_for_another_of_the_original_is_no_sign_of_a_denial() -> None:
    dutch, french = "De brug is open, slechts tien minuten.", "Le pont est ouvert, seulement dix minutes."
    assert not heard(dutch, french, "Cầu không mở, chỉ mười phút.").advisory


def test_the_surer_the_less_could_answer_it() -> None:
    texts = (("Cầu không mở.", "De brug is open."),
             ("Cầu không mở, chỉ mười phút.", "De brug is open, slechts tien minuten."))
    silent, spoken = (next(d for d in negation.check(linked(*both, "nl")) if isinstance(d, Discrepancy))
                      for both in texts)
    assert silent.evidence["silent"] > spoken.evidence["silent"] and silent.certainty > spoken.certainty


def test_versions_that_differ_alike_are_said_to() -> None:
    found = heard("De brug is open.", "Le pont est ouvert.")
    assert found.evidence["shared"] == 1.0 and "was the original changed since?" in str(found.message)
