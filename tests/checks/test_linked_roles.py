"""Roles in whose place the translation has others, with no name beside them; and freer wordings that are no fault."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import cast

import pytest

from checker.article import Bead
from checker.checks import linked_roles
from checker.finding import Discrepancy
from checker.links import Links, Projection
from checker.witnesses import Said, witnessed

from .figure_world import NoLinks, pair


class Told(NoLinks):
    """Links that are told which words belong together, and lead from one to the other."""

    def project(self, start: int, end: int) -> Projection | None:
        return self._led(self.original[start:end], 1, self.translation)

    def back(self, start: int, end: int) -> Projection | None:
        return self._led(self.translation[start:end], 0, self.original)

    def _led(self, words: str, side: int, text: str) -> Projection | None:
        to = next((both[side] for both in self.known if both[1 - side] in words), None)
        return Projection(text.index(to), text.index(to) + len(to), 1.0) if to else None


def found(original: str, text: str, language: str, known: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Code and both sides' words of each finding."""
    made = replace(pair(original, text, language), links=lambda bead: Told(original, text, known))
    return [(d.code, made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end])
            for d in linked_roles.check(made) if isinstance(d, Discrepancy) and d.original and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Mẹ anh đã đến.", "Zijn grootmoeder is er.", "nl", "Mẹ", "grootmoeder"),
    ("Luật sư của họ im lặng.", "Leurs procureurs se taisent.", "fr", "Luật sư", "procureurs"),
    ("Thủ môn bị thương.", "กองหน้าบาดเจ็บ", "th", "Thủ môn", "กองหน้า"),
    ("Nhân chứng đã bỏ trốn.", "De verdachten zijn gevlucht.", "nl", "Nhân chứng", "verdachten"),
    ("Giám đốc tài chính từ chức.", "La directrice commerciale démissionne.", "fr", "Giám đốc tài chính",
     "directrice commerciale"),
    ("Nhân chứng im lặng.", "De advocate zwijgt.", "nl", "Nhân chứng", "advocate"),  # one of no other area is left
    ("Người tài xế im lặng.", "ผู้โดยสารนิ่งเงียบ", "th", "tài xế", "ผู้โดยสาร"),
    ("Cậu bé im lặng.", "La fillette se tait.", "fr", "Cậu bé", "fillette"),
])
def test_another_role(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == [("role-changed", own, other)]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Thủ môn bị thương.", "De speler is geblesseerd.", "nl", "Thủ môn", "speler"),  # the more general word
    ("Y tá từ chối trả lời.", "La responsable refuse de répondre.", "fr", "Y tá", "responsable"),  # almost anybody's
    ("Nghi phạm im lặng.", "De man zwijgt.", "nl", "Nghi phạm", "man"),  # a word for anybody
    ("Mẹ cô không trả lời.", "La femme ne répond pas.", "fr", "Mẹ", "femme"),  # a woman as well as a wife
    ("Bà có con trai là Marcus.", "Zij is de moeder van Marcus.", "nl", "con trai", "moeder"),  # the tie's other end
    ("Tin tặc đã rút lui.", "Les pirates se sont retirés.", "fr", "Tin tặc", "pirates"),
    ("Nhân chứng là luật sư.", "De advocate zag het gebeuren.", "nl", "Nhân chứng", "advocate"),  # she is both
])
def test_a_freer_word(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == []


def test_a_role_that_is_said_elsewhere_in_the_sentence() -> None:
    text = "De rechters luisterden naar de advocaten."
    assert found("Luật sư nói với thẩm phán.", text, "nl", [("Luật sư", "rechters"), ("thẩm phán", "advocaten")]) == []


def test_a_role_of_the_sentence_that_stands_in_anothers_place() -> None:
    text = "Leurs procureurs regrettent la décision."
    original = "Luật sư của họ lấy làm tiếc về quyết định của công tố viên."
    assert found(original, text, "fr", [("Luật sư", "procureurs")]) == [("role-changed", "Luật sư", "procureurs")]
    assert found(original, text, "fr", [("Luật sư", "procureurs"), ("công tố viên", "procureurs")]) == []


def test_a_role_by_the_name_of_who_has_it_in_the_original() -> None:
    original = "Luật sư của họ lấy làm tiếc, công tố viên Nguyễn Văn An nói."
    assert found(original, "Ils regrettent, dit le procureur Nguyen Van An.", "fr", [("Luật sư", "procureur")]) == []


def test_roles_that_one_person_may_have_at_once() -> None:
    """A priest is called a father too; who is one may well be a victim."""
    assert found("Cả hai người đều là cha.", "De slachtoffers zwijgen.", "nl", []) == []
    assert found("Họ là nạn nhân.", "พวกเขาเป็นพ่อ", "th", []) == []


def _the(links: Links, bead: Bead) -> Links:
    """The links of the only bead."""
    return links


def test_what_another_version_words_alike_is_a_note() -> None:
    original, texts = "Thủ môn bị thương.", [("De spits is geblesseerd.", "nl", "spits"),
                                             ("L'attaquant est blessé.", "fr", "attaquant")]
    said = []
    for text, language, word in texts:
        told = Told(original, text, [("Thủ môn", word)])
        made = replace(pair(original, text, language), links=partial(_the, cast(Links, told)))
        said.append(Said(made, tuple(linked_roles.check(made)), ()))
    assert not any(d.advisory for s in said for d in s.discrepancies)
    assert [[d.advisory for d in s.discrepancies] for s in witnessed(said)] == [[True], [True]]


def test_any_relative_may_be_a_victim() -> None:
    assert found("Người cha im lặng.", "Het slachtoffer zwijgt.", "nl", []) == []


def test_a_role_of_quite_another_meaning_is_linked_to_nothing() -> None:
    assert found("Con trai ông im lặng.", "De anesthesist zwijgt.", "nl", []) == [
        ("role-changed", "Con trai", "anesthesist")]


@pytest.mark.parametrize(("original", "text"), [
    ("Mẹ anh im lặng.", "De deskundigen zwegen."),  # a vague word: any person's
    ("Con trai ông im lặng.", "De anesthesist en de bakker zwijgen."),  # two that the original does not have
    ("Con trai ông im lặng.\nBác sĩ gây mê đến.", "De anesthesist zwijgt.\nHij komt."),  # said in the next sentence
    ("Con trai ông im lặng.\nNó đến.", "De anesthesist zwijgt.\nZijn zoon komt."),
])
def test_roles_that_no_words_tie_are_not_held_against_each_other(original: str, text: str) -> None:
    assert found(original, text, "nl", []) == []


def test_an_abridged_version_may_say_other_roles() -> None:
    made = pair("Con trai ông im lặng.", "De anesthesist zwijgt.", "nl", relation="abridged")
    assert not list(linked_roles.check(made))
