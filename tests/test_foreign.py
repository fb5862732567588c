"""Phrases left in another language within a sentence."""
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.foreign import phrases
from checker.languages import languages

from .test_language import TEXTS

SENTENCES = {
    "nl": ("De bewoners van het dorp ", "hebben maandag de nieuwe sluis bekeken."),
    "fr": ("Les habitants du village ", "ont visité lundi la nouvelle écluse."),
    "th": ("ชาวบ้านในหมู่บ้าน ", " ได้ไปดูประตูน้ำแห่งใหม่เมื่อวันจันทร์"),
}
LEFT = {
    "en": "who had been waiting for it since last summer",
    "vi": "vốn đã chờ đợi công trình này từ nhiều năm nay",
    "nl": "die al sinds vorige zomer daarop wachtten",
    "fr": "qui l'attendaient depuis l'été dernier",
}


def others(own: str) -> list[str]:
    return [code for code in languages() if code != own]


@pytest.mark.parametrize("own", SENTENCES)
@pytest.mark.parametrize("language", LEFT)
def test_a_phrase_left_in_another_language_is_found_where_it_stands(own: str, language: str) -> None:
    if own == language:
        return
    before, after = SENTENCES[own]
    text = f"{before}{LEFT[language]} {after}"
    [found] = phrases(text, own, others(own))
    assert found.language == language
    inside = range(len(before), len(before) + len(LEFT[language]) + 1)
    assert found.start in inside and found.end in inside and found.end - found.start > len(LEFT[language]) / 2


@pytest.mark.parametrize("own, text", [
    ("nl", "De start-up levert software voor het onlineplatform van de openbare bibliotheek."),
    ("nl", "Haar boek The Long Road to a Quiet House is een bestseller in New York."),
    ("nl", "Op de muur stond “never again in our name”, schreef de krant."),
    ("fr", "Le week-end, le club de hockey joue ses play-offs à New Haven."),
    ("fr", "La devise du club (you will never walk alone) figure sur le maillot."),
    ("fr", "L'ouvrage The Birds of the Northern Lakes est paru en mars."),
    ("th", "ภาพยนตร์เรื่อง The Long Road Home เข้าฉายวันศุกร์ที่ New York"),
    ("th", "นโยบาย work from home ของบริษัทเริ่มใช้เมื่อวานนี้"),
])
def test_loan_words_names_and_mottoes_stay(own: str, text: str) -> None:
    assert phrases(text, own, others(own)) == []


@pytest.mark.parametrize("own", TEXTS)
def test_a_text_in_its_own_language_has_none(own: str) -> None:
    assert phrases(TEXTS[own], own, others(own)) == []


@given(st.text(max_size=200), st.sampled_from(["nl", "fr", "th", "vi"]))
def test_phrases_lie_in_the_text_in_order(text: str, own: str) -> None:
    found = phrases(text, own, others(own))
    bounds = [x for p in found for x in (p.start, p.end)]
    assert bounds == sorted(bounds) and all(0 <= x <= len(text) for x in bounds)
