"""Where a sentence may begin though no stop says so."""
from __future__ import annotations

import pytest

from checker.article import Article, Block, Document
from checker.segmenter import split
from checker.starts import doubtful_starts


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


@pytest.mark.parametrize("language, text", [
    ("nl", "De minister reisde op maandag met Van Dam naar Parijs."),  # after words that go on
    ("nl", "Brug over de Schelde geopend door burgemeester"),  # a headline alone has no stop
    ("fr", "Selon Marie, Paul et Jean (Lyon), rien ne presse."),
    ("vi", "hôm qua bà Lan gặp ông Minh ở Huế."),
    ("th", "นายกรัฐมนตรี Marco Bianchi เดินทางถึง Hanoi เมื่อวานนี้."),
])
def test_names_amid_a_sentence_are_no_starts(language: str, text: str) -> None:
    assert not doubtful_starts(article(language, text), OTHER)


def test_what_stands_together_elsewhere_is_one_name() -> None:
    one = article("nl", "Vijf jaar lang leidde zij samen met Karin Bakker de kliniek in het noorden.")
    assert doubtful_starts(one, OTHER)
    assert not doubtful_starts(one, article("vi", "Bà Karin Bakker đến Hà Nội."))


def test_only_the_first_paragraph_is_suspected() -> None:
    headline = "Storm legt haven van Vlissingen stil Reders rekenen op lange vertraging."
    assert 0 in doubtful_starts(article("nl", headline, "De reders klagen."), OTHER)
    assert not doubtful_starts(article("nl", "De reders klagen luid.", headline.replace("Reders", "Rotterdam")), OTHER)
