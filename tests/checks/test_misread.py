"""Names of syllables with one that is another's, in a script of sounds; and the ways in which papers write them."""
from __future__ import annotations

import pytest

from checker.checks import misread
from checker.facts.names import syllables
from checker.finding import Discrepancy

from .figure_world import pair


def found(original: str, translation: str) -> list[str]:
    """The translation's words of names that are misread."""
    made = pair(original, translation, "th", ())
    said = [d for m in made.mentions if isinstance(d := misread.find(made, m), Discrepancy)]
    return [made.translation.text[d.translation.start:d.translation.end] for d in said if d.translation]


@pytest.mark.parametrize(("original", "translation", "there"), [
    # another beginning, another end, both
    ("Ông Phan Đình Khôi đến sớm.", "นายฟาน ดิ่ญ คาย มาถึงแล้ว", "ฟาน ดิ่ญ คาย"),
    ("Bà Tạ Thị Bình đến sớm.", "นางตะ ถิ ดิ่ญ มาถึงแล้ว", "ตะ ถิ ดิ่ญ"),
    ("Ông Đoàn Minh Thành đến sớm.", "นายด่วน มิญ ถู่ มาถึงแล้ว", "ด่วน มิญ ถู่"),
    # a word of the dictionary, and one that another word stands right behind
    ("Bà Hà Thị Mai đến sớm.", "นางห่า ถิ นาย มาถึงแล้ว", "ห่า ถิ นาย"),
    ("Ông Phan Đình Khôi đến sớm.", "นายฟาน ดิ่ญ คายมาถึงแล้ว", "ฟาน ดิ่ญ คาย"),
    # a relative's given name behind other words
    ("Ông Vương Đình Toản đến sớm.", "นายดั่ง วัน ต๋วน มาถึงแล้ว", "ดั่ง วัน ต๋วน"),
])
def test_faults(original: str, translation: str, there: str) -> None:
    assert found(original, translation) == [there]


@pytest.mark.parametrize(("original", "translation"), [
    ("Ông Phan Đình Khôi đến sớm.", "นายฟาน ดิ่ญ โคย มาถึงแล้ว"),
    # as the South says it, by plain letters, by English ones
    ("Ông Lương Quang Dũng đến sớm.", "นายเลือง กวาง ยุ๋ง มาถึงแล้ว"),
    ("Ông Tạ Văn Châu đến sớm.", "นายตะ วัน โจว มาถึงแล้ว"),
    ("Bà Tạ Thị Khánh đến sớm.", "นางตะ ถิ คานห์ มาถึงแล้ว"),
    # a letter that only lends its tone is read as well
    ("Bà Đỗ Thu Hồng đến sớm.", "นางโด๋ ทู ห่ง มาถึงแล้ว"),
    # a foreign name is none of syllables, and a version has its customs
    ("Ông Gareth Khan đến sớm.", "นายแกเร็ธ ขิม มาถึงแล้ว"),
    ("Ông Phan Đình Khôi đến sớm. Ông Phan Đình Khôi nói.", "นายฟาน ดิ่ญ คาย มาถึงแล้ว นายฟาน ดิ่ญ คาย กล่าว"),
    # what a sentence says beside is nobody's name
    ("Ông Khôi chưa từng đến.", "เขาไม่เคยมาที่นี่"),
])
def test_quiet(original: str, translation: str) -> None:
    assert not found(original, translation)


def test_what_is_alike_is_made_of_what_syllables_are_made_of() -> None:
    from checker.languages import table
    initials, rimes = syllables.inventory("vi")
    pairs = table("th", "sound")["alike"]["vi"]
    assert {part for two in pairs["initials"] for part in two} <= {i or "-" for i in initials}
    assert all(any(part in rime for rime in rimes) for part, _ in pairs["rimes"])
