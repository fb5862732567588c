"""Numbers by property: spelled out by an independent library, separated in every way, lost in random text."""
from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words

from checker.facts import Context
from checker.facts.numbers import Quantity, extract, find_numerals, numerals
from checker.facts.numbers.compare import compare
from checker.facts.numbers.lexicon import lexicon
from checker.facts.numbers.separators import read_digits

LANGUAGES = ("vi", "nl", "fr", "th", "en")
SEPARATORS = {"vi": (",", ".,  "), "nl": (",", ". "), "fr": (",", ". '"), "th": (".", ","), "en": (".", ",")}
ANY_TEXT = st.text(st.one_of(st.characters(), st.sampled_from("0123456789.,-–/% năm tỷ een un et ล้านสิบ½IVX")),
                   max_size=80)


@pytest.mark.parametrize("language", ("vi", "nl", "fr", "th", "en"))
@settings(max_examples=200, deadline=None)
@given(number=st.one_of(st.integers(2, 2000), st.integers(2, 10**12 - 1)))
@example(number=1_000_001)
@example(number=71)
@example(number=10**9)
@example(number=305_015)
def test_spelled_number_reads_back(language: str, number: int) -> None:
    # A lone "năm" is a year, a lone "neuf" something new; with something to count they are a five and a nine.
    noun = {"vi": " người", "fr": " personnes"}.get(language, "")
    found = find_numerals(num2words(number, lang=language) + noun, language)
    assert [n.value for n in found] == [number]


@pytest.mark.parametrize("language", ("fr_BE", "fr_CH"))
@given(number=st.integers(60, 9999))
def test_regional_french_reads_back(language: str, number: int) -> None:
    assert [n.value for n in find_numerals(num2words(number, lang=language), "fr")] == [number]


@given(language=st.sampled_from(LANGUAGES), number=st.integers(1000, 10**12), tenths=st.integers(1, 9),
       data=st.data())
def test_separated_number_reads_back(language: str, number: int, tenths: int, data: st.DataObject) -> None:
    decimal, groups = SEPARATORS[language]
    group = data.draw(st.sampled_from([g for g in groups if g != decimal]))
    written = f"{number:,}".replace(",", group) + f"{decimal}{tenths}"
    assert [n.value for n in find_numerals(f"x {written} y", language)] == [number + D(tenths) / 10]


@given(language=st.sampled_from(LANGUAGES), text=ANY_TEXT)
@example(language="vi", text="Năm ngoái, năm người một năm sau")
@example(language="nl", text="een van de eerste twee, tweeëntwintig")
@example(language="vi", text="¼0")
def test_runs_from_place_to_place_are_all_runs(language: str, text: str) -> None:
    words = lexicon(language)
    assert words is not None
    plain = [(m.start(), m.group()) for m in words.run.finditer(text) if m.lastgroup == "run"]
    assert list(numerals._runs(text, words, words.places(text))) == plain


@given(st.integers(1000, 10**9))
def test_whole_number_has_its_grouped_value_among_its_readings(number: int) -> None:
    for sign in ".,":
        literal = read_digits(f"{number:,}".replace(",", sign), ",", True)
        assert literal and number in (literal.value, *literal.others)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)
@given(text=ANY_TEXT)
def test_any_text_gives_facts_in_order_inside_it(language: str, text: str) -> None:
    facts = extract(text, language, Context())
    assert all(0 <= f.start < f.end <= len(text) and f.text == text[f.start:f.end] for f in facts)
    assert all(one.end <= other.start for one, other in zip(facts, facts[1:]))


@given(text=ANY_TEXT, start=st.integers(0, 40), length=st.integers(0, 40))
def test_nothing_stands_on_what_is_taken(text: str, start: int, length: int) -> None:
    end = min(start + length, len(text))
    taken = [(min(start, end), end)]
    facts = extract(text, "vi", Context(), taken)
    assert all(f.end <= taken[0][0] or f.start >= end for f in facts if end > taken[0][0])


@given(st.sampled_from(LANGUAGES), st.integers(0, 10**15), st.sampled_from(["", "%", "km", "USD"]))
def test_every_quantity_is_the_same_as_itself(language: str, number: int, unit: str) -> None:
    for fact in extract(f"{number} {unit}", language, Context()):
        assert compare(fact.detail, fact.detail).relation == "same"


@pytest.mark.parametrize("text, sure", [("les Vingt-Sept ont voté", False), ("les vingt-sept ont voté", True)])
def test_a_capital_makes_a_number_word_a_name(text: str, sure: bool) -> None:
    assert any(f.confidence >= 0.5 for f in extract(text, "fr", Context())) is sure


def test_unknown_language_has_no_numbers() -> None:
    assert extract("12 345", "xx", Context()) == ()


def quantity(text: str, language: str = "nl") -> Quantity:
    found = [f.detail for f in extract(text, language, Context()) if f.confidence >= 0.25]
    assert len(found) == 1, found
    return found[0]  # type: ignore[no-any-return]


@pytest.mark.parametrize("original, language, translation, relation, code", [
    ("12,5 tỷ USD", "nl", "12,5 miljard dollar", "same", ""),
    ("12,5 tỷ USD", "th", "1.25 หมื่นล้านดอลลาร์สหรัฐ", "same", ""),
    ("12,5 tỷ USD", "nl", "125 miljard dollar", "different", "magnitude-changed"),
    ("12,5 tỷ USD", "nl", "12,5 miljoen dollar", "different", "magnitude-changed"),
    ("12,5 tỷ USD", "fr", "12,5 milliards d'euros", "different", "unit-changed"),
    ("2.600 hội viên", "th", "สมาชิก 2,600 ราย", "same", ""),
    ("2.600 hội viên", "nl", "2.060 leden", "different", "number-changed"),
    ("hơn 200.000 người", "nl", "200.000 mensen", "different", "bound-changed"),
    ("hơn 200.000 người", "nl", "ruim 200.000 mensen", "same", ""),
    ("hơn 200.000 người", "fr", "près de 200 000 personnes", "different", "bound-changed"),
    ("gần 35.000 người", "fr", "environ 35 000 personnes", "same", ""),
    ("385 dặm", "nl", "620 km", "converted", "conversion"),
    ("6 inch", "fr", "15 cm", "converted", "conversion"),
    ("385 dặm", "nl", "385 km", "different", "unit-changed"),
    ("385 dặm", "nl", "260 km", "different", "conversion"),
    ("5 pao", "nl", "2,3 kg", "converted", "conversion"),
    ("100 độ F", "nl", "38 °C", "converted", "conversion"),
    ("100 km/h", "nl", "62 mijl per uur", "converted", "conversion"),
    ("từ 15 đến 18 km", "nl", "15-18 km", "same", ""),
    ("từ 15 đến 18 km", "nl", "15 tot 19 km", "different", "range-changed"),
    ("thắng 3-2", "nl", "winst met 2-3", "different", "range-changed"),
    ("thắng 3-2", "nl", "winst met 3-1", "different", "number-changed"),
    ("50%", "fr", "la moitié", "same", ""),
    ("hai phần ba", "nl", "twee derde", "same", ""),
    ("1 trên 5 người", "fr", "20 %", "same", ""),
    ("hàng trăm cuộc họp", "th", "หลายร้อยครั้ง", "same", ""),
    ("hàng trăm cuộc họp", "nl", "duizenden vergaderingen", "different", "magnitude-changed"),
    ("vài trăm mét", "nl", "een paar honderd kilometer", "different", "unit-changed"),
    ("vài trăm mét", "fr", "quelques centaines de mètres", "same", ""),
    ("hàng trăm dặm", "nl", "honderden kilometers", "same", ""),
    ("giảm một nửa", "nl", "gehalveerd", "same", ""),
    ("giảm một nửa", "fr", "divisé par deux", "same", ""),
    ("600 người", "nl", "onder de 600 gasten", "same", ""),
    ("hàng chục ngôi nhà", "fr", "des douzaines de maisons", "same", ""),
    ("gấp đôi", "nl", "verdubbeld", "same", ""),
    ("tăng 2 lần", "fr", "doublé", "same", ""),
    ("khoảng 10 người", "nl", "een tiental mensen", "same", ""),
    ("30%", "nl", "30 procentpunt", "different", "unit-changed"),
    ("30% học sinh", "nl", "30 leerlingen", "different", "unit-changed"),
    ("-5 °C", "fr", "5 °C", "different", "number-changed"),
    ("giảm 5%", "nl", "-5%", "same", ""),
    ("12.457 người", "nl", "ongeveer 12.500 mensen", "rounded", ""),
    ("hơn 820.000 người", "nl", "meer dan 820.300 mensen", "different", "number-changed"),
    ("giảm 4,8%", "fr", "en baisse de 4,1 %", "different", "number-changed"),
    ("35.000 người", "nl", "35.000 bedrijven", "different", "unit-changed"),
    ("35.000 người", "th", "35,000 คน", "same", ""),
    ("thua 0-2", "nl", "verloor met 2-0", "same", ""),
    ("thắng 2-1", "nl", "won met 1-2", "different", "range-changed"),
    ("68 tuổi", "nl", "70 stoelen", "different", "number-changed"),
    ("bão số 3", "nl", "storm nr. 3", "same", ""),
    ("lần thứ XIX", "nl", "de negentiende keer", "same", ""),
])
def test_comparison(original: str, language: str, translation: str, relation: str, code: str) -> None:
    made = compare(quantity(original, "vi"), quantity(translation, language))
    assert (made.relation, made.code) == (relation, code)
