"""Where a sentence may begin though no stop says so."""
from __future__ import annotations

import pytest

from checker.article import Article, Block, Document
from checker.segmenter import split
from checker.starts import Start, candidates, doubtful_starts, weights


def article(language: str, *paragraphs: str) -> Article:
    text = "\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 1
    document = Document(f"a.{language}.txt", text, tuple(blocks))
    return Article(document, language, split(document, language))


OTHER = article("vi", "Cầu mới nối Bến Tre với Trà Vinh được khánh thành.")


@pytest.mark.parametrize("language, text, expected", [
    ("nl", "Storm legt haven van Vlissingen stil Reders rekenen op lange vertraging. De reders klagen.", ["Reders"]),
    ("nl", "Burgemeester Van Dam opent nieuwe school Van Dam sprak van een feest voor iedereen.", ["Van"]),
    ("fr", "La tempête paralyse le port de Brest Pêcheurs et marins restent à quai. Les pêcheurs attendent.",
     ["Pêcheurs"]),
    ("vi", "Bão làm tê liệt cảng cá lớn nhất miền Bắc Ngư dân phải ở nhà nhiều ngày. Các ngư dân lo lắng.", ["Ngư"]),
])
def test_the_capital_after_a_headline_is_the_likeliest_start(language: str, text: str, expected: list[str]) -> None:
    found = doubtful_starts(article(language, text), OTHER).get(0, ())
    best = max(found, key=lambda s: s.joint)
    assert [text[best.offset:].split()[0]] == expected


@pytest.mark.parametrize("language, text, expected", [
    ("fr", "Le pont a rouvert au trafic après deux mois de travaux. les riverains en sont ravis.", "les"),
    ("nl", "De brug is na twee maanden werk weer open voor verkeer. .Omwonenden zijn er blij mee.", ".Omwonenden"),
    ("vi", "Cây cầu đã mở lại cho xe cộ sau hai tháng sửa chữa. bà Lan và người dân rất vui mừng.", "bà"),
    ("nl", "Voorzitter van zeilclub Breskens opent de nieuwe haven van Breskens Breskens kreeg de haven cadeau.",
     "Breskens"),
])
def test_a_slip_of_the_pen_may_be_a_start(language: str, text: str, expected: str) -> None:
    found = doubtful_starts(article(language, text), OTHER).get(0, ())
    best = max(found, key=lambda s: s.joint)
    assert text[best.offset:].split()[0] == expected


@pytest.mark.parametrize("language, text", [
    ("nl", "De gemeente trekt daar volgend jaar nog eens 35 mln. euro voor uit."),
    ("fr", "La commune y consacrera en tout 35 millions, taxes, frais, etc. et elle emprunte."),
])
def test_a_small_letter_after_an_abbreviation_is_none(language: str, text: str) -> None:
    assert not doubtful_starts(article(language, text), OTHER)


@pytest.mark.parametrize("language, text", [
    ("nl", "Brug over de Schelde geopend door burgemeester"),  # too near the beginning
    ("fr", "Selon Marie, Paul et Jean (Lyon), rien ne presse."),
    ("vi", "hôm qua bà Lan gặp ông Minh ở Huế."),
    ("th", "นายกรัฐมนตรี Marco Bianchi เดินทางถึง Hanoi เมื่อวานนี้."),
])
def test_names_amid_a_sentence_are_no_starts(language: str, text: str) -> None:
    assert not doubtful_starts(article(language, text), OTHER)


def test_a_unit_in_several_words_is_not_parted() -> None:
    made = article("vi", "Người giữ quỹ của hội đã rút ra 600 bảng Anh để mua thuyền cho con trai ông ta chơi.")
    assert made.text.index("Anh") not in {at for _, at, _ in candidates(made, OTHER)}


def _joints(made: Article, other: Article) -> dict[int, dict[int, float]]:
    return {id: {x.offset: x.joint for x in starts} for id, starts in doubtful_starts(made, other).items()}


def test_what_stands_together_elsewhere_is_likely_one_name() -> None:
    one = article("nl", "Vijf jaar lang leidde zij samen met dokter Karin Bakker de kliniek in het noorden.")
    at = one.text.index("Bakker")
    strange, told = _joints(one, OTHER)[0], _joints(one, article("vi", "Bà Karin Bakker đến Hà Nội.")).get(0, {})
    assert told.get(at, weights().floor) < strange[at]


def test_the_opening_is_the_likeliest_to_hold_a_headline() -> None:
    headline = "Storm legt haven van Vlissingen stil Reders rekenen op lange vertraging."
    at = headline.index("Reders")
    first = _joints(article("nl", headline, "De reders klagen."), OTHER)[0][at]
    later = _joints(article("nl", "De reders klagen luid.", headline), OTHER).get(1, {})
    assert later.get(at, weights().floor) < first


def test_every_candidate_shows_signs_that_have_a_weight() -> None:
    found = [signs for made in (
        article("nl", "Brug open NIEUWPOORT - Jan Bos zag ‘De Brug’ in 2012 Opnieuw open. Zo zei Jan Bos."),
        article("th", "เมื่อวานนี้ Marco Bianchi เดินทางถึง Hanoi เมื่อปี 2556 และ 2557"),
    ) for _, _, signs in candidates(made, OTHER)]
    assert {"bias", "foreign", "after_name"} & {name for signs in found for name in signs}
    assert all(signs.keys() <= weights().unseen.keys() for signs in found)
    assert weights().signs.keys() == weights().unseen.keys() | {"onset", "pause"}


def test_names_that_meet_in_a_script_without_capitals_are_asked_of_the_encoder_alone() -> None:
    made = article("th", "เมื่อวานนี้ประธานาธิบดีเดินทางไปยังเมือง Hanoi Marco Bianchi เข้าพบนายกรัฐมนตรี")
    at = made.text.index("Marco")
    assert at in [offset for _, offset, _ in candidates(made, OTHER)]
    told = doubtful_starts(made, OTHER, lambda _, offset: 2.0 if offset == at else -9.0)
    assert [s.offset for s in told[0]] == [at]
    assert not doubtful_starts(made, OTHER)


def test_what_the_encoder_makes_of_a_place_moves_its_odds() -> None:
    made = article("nl", "Storm legt haven van Vlissingen stil Reders rekenen op lange vertraging.")
    at = made.text.index("Reders")

    def told(odds: float) -> dict[int, tuple[Start, ...]]:
        return doubtful_starts(made, OTHER, lambda _, offset: odds if offset == at else -20.0)

    likely, unlikely = told(4.0), told(0.0)
    assert [s.offset for s in likely[0]] == [s.offset for s in unlikely[0]] == [at]
    assert likely[0][0].joint > unlikely[0][0].joint
    assert not told(-20.0)
