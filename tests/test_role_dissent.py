"""A role that one version alone words otherwise: what two texts of a set agree on, and what is mere wording."""
from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

import pytest

from checker.article import Bead
from checker.checks.said_roles import said_roles
from checker.finding import Discrepancy
from checker.links import Links
from checker.role_dissent import role_dissent
from checker.witnesses import Said

from .checks.figure_world import pair
from .checks.test_linked_roles import Told


def _the(links: Links, bead: Bead) -> Links:
    """The links of the only bead."""
    return links


def dissent(original: str, word: str, *texts: tuple[str, str, str]) -> list[tuple[str, Discrepancy]]:
    """The languages of the versions that word a role otherwise, each with what is said of it."""
    said = []
    for language, text, other in texts:
        links = cast(Links, Told(original, text, [(word, other)]))
        made = replace(pair(original, text, language), links=partial(_the, links))
        said.append(Said(made, (), (), {}, tuple(said_roles(made))))
    return [(s.pair.translation.language, d) for s in role_dissent(said) for d in s.discrepancies]


DUTCH, FRENCH = ("nl", "De ornitholoog knikt.", "ornitholoog"), ("fr", "L’ornithologue acquiesce.", "ornithologue")


def test_a_role_that_no_table_has_in_the_original() -> None:
    [(language, found)] = dissent("Bà chuyên trách chim gật đầu.", "chuyên trách chim", DUTCH, FRENCH,
                                  ("th", "นักมานุษยวิทยาพยักหน้า", "นักมานุษยวิทยา"))
    assert (language, found.code) == ("th", "role-changed")
    assert found.original and (found.original.start, found.original.end) == (3, 20)
    assert {r.article[1] for r in found.related if r.article} <= {"nl", "fr", ""}
    assert len(found.related) == 2


def test_a_vague_role_that_all_other_texts_have() -> None:
    dutch, french = ("nl", "De klanten klagen.", "klanten"), ("fr", "Les contribuables se plaignent.", "contribuables")
    thai = ("th", "ลูกค้าบ่น", "ลูกค้า")
    told = dissent("Khách hàng phàn nàn.", "Khách hàng", dutch, french, thai)
    assert [language for language, _ in told] == ["fr"]
    assert not dissent("Khách hàng phàn nàn.", "Khách hàng", dutch, french)  # two texts are too few


@pytest.mark.parametrize("third", [
    ("th", "นักวิทยาศาสตร์พยักหน้า", "นักวิทยาศาสตร์"),  # the wider word
    ("th", "ผู้หญิงพยักหน้า", "ผู้หญิง"),  # a word for anybody
    ("th", "ผู้เชี่ยวชาญพยักหน้า", "ผู้เชี่ยวชาญ"),  # a vague one
])
def test_another_wording(third: tuple[str, str, str]) -> None:
    assert not dissent("Bà chuyên trách chim gật đầu.", "chuyên trách chim", DUTCH, FRENCH, third)


def test_one_version_against_another() -> None:
    assert not dissent("Bà chuyên trách chim gật đầu.", "chuyên trách chim", DUTCH,
                       ("fr", "L’anthropologue acquiesce.", "anthropologue"))


def test_a_role_that_nothing_links() -> None:
    """What nothing else of the article says stands for what the sentence lacks."""
    nothing = [("nl", "De smid knikt naar zijn vrouw.", "?"), ("fr", "Le forgeron salue sa femme.", "?")]
    dutch = ("nl", "De dirigent groet de rechter.", "?")
    french, thai = ("fr", "Le plombier salue la juge.", "?"), ("th", "วาทยกรทักทายผู้พิพากษา", "?")
    [(language, found)] = dissent("Nhạc trưởng chào thẩm phán.", "!", dutch, french, thai)
    assert (language, found.code) == ("fr", "role-changed")
    assert found.translation and (found.translation.start, found.translation.end) == (3, 11)
    assert not dissent("Thợ rèn chào vợ.", "!", *nothing)
    # The article has a plumber, but far from here.
    between = "\nTrời mưa.\nThợ sửa ống nước im lặng."
    later = ("\nHet regent.\nHet is stil.", "\nIl pleut.\nC’est le silence.", "\nฝนตก\nเงียบสงบ")
    texts = [(language, text + more, word) for (language, text, word), more in zip((dutch, french, thai), later)]
    assert [language for language, _ in dissent("Nhạc trưởng chào thẩm phán." + between, "!", *texts)] == ["fr"]


@pytest.mark.parametrize(("original", "texts"), [
    # Another sentence says the role as well.
    ("Nhạc trưởng chào thẩm phán.\nThợ sửa ống nước im lặng.",
     ("De dirigent groet de rechter.\nHet is stil.", "Le plombier salue la juge.\nC’est le silence.",
      "วาทยกรทักทายผู้พิพากษา\nเงียบสงบ")),
    # Who has a grandchild is a grandmother, and who has parents may be a refugee.
    ("Bà có một đứa cháu.", ("Ze heeft een kleinkind.", "Elle est grand-mère.", "เธอมีหลานหนึ่งคน")),
    ("Bố mẹ bà di cư năm 1969.",
     ("Haar ouders kwamen in 1969.", "Fille d’immigrés venus en 1969.", "พ่อแม่ย้ายมาปี 1969")),
    # The police are officers as well, and so is a shop its owner.
    ("Cảnh sát đến tiệm trang sức.",
     ("De politie was bij een juwelier.", "La police est à la boutique.", "ตำรวจไปที่ร้าน")),
    # A miner may be a victim.
    ("Người thợ mỏ bị gãy chân.",
     ("De mijnwerker brak een been.", "La victime a une jambe cassée.", "คนงานเหมืองขาหัก")),
    # Fathers may be victims, though the word for them may stand for priests.
    ("Cả hai đều là cha.", ("De slachtoffers waren twee mannen.", "Tous deux étaient pères.", "ทั้งสองเป็นพ่อ")),
])
def test_a_role_that_is_no_other(original: str, texts: tuple[str, str, str]) -> None:
    assert not dissent(original, "!", *((language, text, "?") for language, text in zip(("nl", "fr", "th"), texts)))
