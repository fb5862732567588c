"""What ties names to each other, on one side."""
from __future__ import annotations

import pytest

from checker.checks.lists import Names


def names(text: str, language: str, *forms: str) -> Names:
    spans = frozenset((text.index(f), text.index(f) + len(f)) for f in forms)
    return Names(text, language, 0, len(text), spans)


def chained(text: str, language: str, *forms: str) -> list[str]:
    """The names tied to the first one, and that one."""
    found = names(text, language, *forms)
    start = text.index(forms[0])
    return [text[a:b] for a, b in sorted(found.chain((start, start + len(forms[0]))))]


@pytest.mark.parametrize("text, language, forms, chain", [
    ("gặp Bolivia và Chile hôm qua", "vi", ("Bolivia", "Chile"), ["Bolivia", "Chile"]),
    ("gặp Bolivia, Chile và nước Peru", "vi", ("Chile", "Bolivia", "Peru"), ["Bolivia", "Chile", "Peru"]),
    ("gặp Bolivia rồi Chile", "vi", ("Bolivia", "Chile"), ["Bolivia"]),
    ("tussen Bolivia en de staat Chile", "nl", ("Bolivia", "Chile"), ["Bolivia", "Chile"]),
    ("entre la Bolivie et le Chili", "fr", ("Bolivie", "Chili"), ["Bolivie", "Chili"]),
    ("โบลิเวียและประเทศชิลีตกลงกัน", "th", ("โบลิเวีย", "ชิลี"), ["โบลิเวีย", "ชิลี"]),
    ("โบลิเวียตกลงและไม่พบกับชิลี", "th", ("โบลิเวีย", "ชิลี"), ["โบลิเวีย"]),
])
def test_names_tied_one_by_one(text: str, language: str, forms: tuple[str, ...], chain: list[str]) -> None:
    assert chained(text, language, *forms) == chain


@pytest.mark.parametrize("text, language, kinds", [
    ("gặp Chile và các nước khác", "vi", (None, "and")),
    ("cùng với Chile, nước này", "vi", ("with", "comma")),
    ("Peru en Chile", "nl", ("and", None)),
    ("Chile won", "nl", (None, None)),
])
def test_ties_to_what_is_no_name(text: str, language: str, kinds: tuple[str | None, str | None]) -> None:
    found = names(text, language, "Chile")
    ties = found.ties(next(iter(found.spans)))
    assert tuple(t and t.kind for t in ties) == kinds
    assert all(t is None or t.other is None for t in ties)


def test_comma_that_an_and_follows_parts_a_list() -> None:
    text = "Chile, ses voisins et d'autres. Et puis"
    assert names(text, "fr", "Chile").goes_on(5)
    assert not names("Chile, dit-il. Et puis", "fr", "Chile").goes_on(5)
