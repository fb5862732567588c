"""Which language: the contract's order of precedence, and what the text says against it."""
from __future__ import annotations

import pytest

from checker.article import Block, Document
from checker.errors import CheckerError
from checker.language import LanguageGuess, detect, language_of, left_in, paragraph_language
from checker.languages import languages

TEXTS = {
    "vi": (
        "Sáng nay, hội đồng thành phố đã họp để bàn về việc xây dựng cây cầu mới qua sông. Nhiều người "
        "dân cho biết họ đã chờ đợi công trình này từ lâu, vì cây cầu cũ quá hẹp và thường xuyên bị ngập"
        " trong mùa mưa lũ hằng năm."
    ),
    "nl": (
        "Vanmorgen vergaderde de gemeenteraad over de bouw van een nieuwe brug over de rivier. Veel "
        "bewoners zeggen dat ze al jaren op dit werk wachten, omdat de oude brug te smal is en in het "
        "regenseizoen vaak onder water staat."
    ),
    "fr": (
        "Ce matin, le conseil municipal s'est réuni pour parler de la construction d'un nouveau pont sur"
        " le fleuve. Beaucoup d'habitants disent qu'ils attendent ces travaux depuis des années, car "
        "l'ancien pont est trop étroit et souvent sous l'eau pendant la saison des pluies."
    ),
    "en": (
        "This morning the city council met to talk about the building of a new bridge over the river. "
        "Many people said that they had waited for this work for years, because the old bridge is too "
        "narrow and is often under water."
    ),
    "th": (
        "เมื่อเช้านี้ สภาเมืองประชุมเพื่อหารือเรื่องการสร้างสะพานใหม่ข้ามแม่น้ำ "
        "ชาวบ้านหลายคนบอกว่ารอคอยโครงการนี้มานาน เพราะสะพานเก่าแคบเกินไปและมักถูกน้ำท่วมในฤดูฝน "
        "ทุกปีจะมีรถติดยาวหลายกิโลเมตร และนักเรียนต้องเดินอ้อมไปไกลมาก กว่าจะถึงโรงเรียนในเมือง"
    ),
    "de": (
        "Heute Morgen tagte der Stadtrat über den Bau einer neuen Brücke über den Fluss. Viele Bewohner "
        "sagen, dass sie seit Jahren auf diese Arbeiten warten, weil die alte Brücke zu schmal ist und "
        "in der Regenzeit oft unter Wasser steht."
        " Die Kinder gehen dann einen langen Umweg zur Schule."
    ),
}


def _document(text: str, path: str = "article.txt", language: str | None = None) -> Document:
    return Document(path, text, (Block(0, len(text)),), language)


@pytest.mark.parametrize("code", languages())
def test_the_text_tells_its_language(code: str) -> None:
    guess = language_of(_document(TEXTS[code]))
    assert (guess.code, guess.source) == (code, "text")
    assert guess == language_of(_document(TEXTS[code]))


@pytest.mark.parametrize(("override", "own", "pattern", "path", "expected", "source"), [
    ("fr", "nl", "en", "a.th.txt", "fr", "option"),
    (None, "nl", "en", "a.th.txt", "nl", "front matter"),
    (None, None, "en", "a.th.txt", "en", "pattern"),
    (None, None, None, "a.th.txt", "th", "name"),
    (None, None, None, "set/th.txt", "th", "name"),
    (None, None, None, "a.nl-BE.md", "nl", "name"),
    (None, None, None, "a.v2.txt", "vi", "text"),
    ("NL_be", None, None, "a.txt", "nl", "option"),
])
def test_precedence(override: str | None, own: str | None, pattern: str | None, path: str, expected: str,
                    source: str) -> None:
    guess = language_of(_document(TEXTS["vi"], path, own), override=override, pattern=pattern)
    assert (guess.code, guess.source) == (expected, source)


def test_a_name_is_contradicted_by_its_text() -> None:
    assert language_of(_document(TEXTS["fr"], "a.nl.txt")) == LanguageGuess("nl", "name", 1.0, "fr")
    assert language_of(_document(TEXTS["th"], "a.nl.txt")).contradicted_by == "th"
    assert language_of(_document(TEXTS["de"], "a.nl.txt")).contradicted_by == "de"


def test_who_says_the_language_is_not_contradicted() -> None:
    assert language_of(_document(TEXTS["fr"], "a.txt"), override="nl").contradicted_by is None


@pytest.mark.parametrize("code", languages())
def test_a_true_name_is_not_contradicted(code: str) -> None:
    assert language_of(_document(TEXTS[code], f"a.{code}.txt")).contradicted_by is None


def test_a_half_translated_text_does_not_contradict_its_name() -> None:
    half = TEXTS["nl"] + "\n" + TEXTS["vi"]
    assert language_of(_document(half, "a.nl.txt")).contradicted_by is None


def test_too_little_text_contradicts_nothing() -> None:
    assert language_of(_document("Bonjour le monde", "a.nl.txt")).contradicted_by is None


@pytest.mark.parametrize("override", ["tlh", "", " ", "xx-YY"])
def test_an_unknown_language_is_refused_with_the_known_ones(override: str) -> None:
    if override.strip():
        with pytest.raises(CheckerError, match=r"nl \(Dutch\)"):
            language_of(_document(TEXTS["nl"]), override=override)


def test_a_text_in_an_unsupported_language_is_refused() -> None:
    with pytest.raises(CheckerError, match="'de' is not supported"):
        language_of(_document(TEXTS["de"]))


def test_what_has_no_words_has_no_language() -> None:
    assert detect("12 345 — 67") == ("", 0.0)
    with pytest.raises(CheckerError, match="--lang"):
        language_of(_document("12 345"))


def test_a_short_paragraph_is_not_guessed() -> None:
    assert paragraph_language("Bonjour tout le monde.") is None
    guess = paragraph_language(TEXTS["fr"] + TEXTS["fr"])
    assert guess is not None and guess[0] == "fr"


@pytest.mark.parametrize("text, own, language", [
    ("De brug over de rivier is sinds maandag weer open voor al het verkeer.", "fr", None),  # Dutch is not suspected
    ("The bridge has been open to all of the traffic since Monday.", "th", "en"),
    ("ผู้เขียน “The Old Man and the Bridge: How the River of the North Was Won” กล่าวว่าเขาดีใจมาก", "th", None),
    ("Cây cầu đã mở lại cho mọi phương tiện từ thứ Hai.", "th", "vi"),
])
def test_titles_in_another_language_leave_a_sentence_its_own(text: str, own: str, language: str | None) -> None:
    found = left_in(text, own, ("vi", "en"))
    assert (found and found[0]) == language
