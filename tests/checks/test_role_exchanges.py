"""Roles of one sentence that took each other's place, told by what stands beside each."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import role_exchanges

from .figure_world import pair

_DUTCH = (("đang nghỉ hè", "met vakantie"), ("mới đến Huế", "pas in Hue"))
_FRENCH = (("mới đến Huế", "arrivé à Hué"), ("đang nghỉ hè", "en vacances"))
_THAI = (("mới đến Huế", "เพิ่งมาถึงเว้"), ("đang nghỉ hè", "กำลังพักร้อน"))
_LINE = "Thám tử mới đến Huế đã tố cáo viên thẩm phán đang nghỉ hè."


def found(original: str, text: str, language: str, known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Both sides' words of each finding."""
    made = pair(original, text, language, known)
    return [(made.original.text[d.original.start:d.original.end],
             made.translation.text[d.translation.start:d.translation.end])
            for d in role_exchanges.check(made) if d.original and d.translation]


@pytest.mark.parametrize(("text", "language", "known", "both"), [
    ("De rechter, pas in Hue, hekelde een detective die met vakantie is.", "nl", _DUTCH, ("Thám tử", "detective")),
    ("Le juge arrivé à Hué la veille accuse le détective qui est en vacances.", "fr", _FRENCH,
     ("Thám tử", "détective")),
    ("ผู้พิพากษาที่เพิ่งมาถึงเว้ได้กล่าวหาอย่างรุนแรงต่อนักสืบที่กำลังพักร้อน", "th", _THAI, ("Thám tử", "นักสืบ")),
])
def test_two_roles_changed_places(text: str, language: str, known: Sequence[tuple[str, str]],
                                  both: tuple[str, str]) -> None:
    assert found(_LINE, text, language, known) == [both]


@pytest.mark.parametrize(("original", "text", "language", "known"), [
    (_LINE, "De detective, pas in Hue, hekelde een rechter die met vakantie is.", "nl", _DUTCH),
    # The passive turns the sentence round, and each keeps what is said of it.
    (_LINE, "Le juge qui est en vacances est accusé par le détective arrivé à Hué.", "fr", _FRENCH),
    (_LINE, "ผู้พิพากษาที่กำลังพักร้อนถูกนักสืบที่เพิ่งมาถึงเว้กล่าวหา", "th", _THAI),
    # What only one of the two has beside it now is a sentence turned round.
    (_LINE, "Een detective die met vakantie is, hekelde de rechter.", "nl", _DUTCH),
    # One person's two roles, in either order.
    ("Tác giả mới đến Huế hôm qua, giáo sư Nguyễn Văn An, im lặng.",
     "De hoogleraar, pas in Hue, de schrijver Nguyen Van An, zwijgt.", "nl", _DUTCH),
    ("Tác giả, giáo sư mới đến Huế, im lặng.", "De hoogleraar, pas in Hue, een schrijver, zwijgt.", "nl", _DUTCH),
])
def test_two_roles_in_their_places(original: str, text: str, language: str,
                                   known: Sequence[tuple[str, str]]) -> None:
    assert not found(original, text, language, known)
