"""Words in whose place their opposites stand; the same said in another way is none."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker.checks import opposites
from checker.finding import Agreement, Discrepancy
from checker.witnesses import Said, witnessed

from .figure_world import pair
from .test_linked_roles import Told

Known = Sequence[tuple[str, str]]


def told(original: str, text: str, language: str, known: Known) -> list[Discrepancy | Agreement]:
    made = replace(pair(original, text, language), links=lambda bead: Told(original, text, known))
    return list(opposites.check(made))


def found(original: str, text: str, language: str, known: Known) -> list[tuple[str, str, str]]:
    """Code and both sides' words of each finding."""
    return [(d.code, original[d.original.start:d.original.end], text[d.translation.start:d.translation.end])
            for d in told(original, text, language, known)
            if isinstance(d, Discrepancy) and d.original and d.translation]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Dân làng phản đối con đập.", "De dorpelingen steunden de dam.", "nl", "phản đối", "steunden"),
    ("Ông từ chối ký tên.", "Il a accepté de signer.", "fr", "từ chối", "accepté"),
    ("Bão tiến về phía nam.", "พายุเคลื่อนไปทางเหนือ", "th", "phía nam", "ทางเหนือ"),
    ("Gỗ bị chặt trái phép.", "Het hout is legaal gekapt.", "nl", "trái phép", "legaal"),
    ("Nhà máy sẽ đóng cửa vào thứ hai.", "L’usine ouvrira lundi.", "fr", "đóng cửa", "ouvrira"),
    ("Bà không chấp nhận đề nghị.", "Elle n’a pas refusé la proposition.", "fr", "chấp nhận", "refusé"),
    # words that say much besides, of an axis whose words mean little else
    ("Tóc bà dài.", "Haar haar is kort.", "nl", "dài", "kort"),
    ("Đó là trận cuối.", "Het was de eerste wedstrijd.", "nl", "cuối", "eerste"),
    # who refuses to do something does not do it
    ("Ông từ chối nới lỏng quy định.", "Hij wil de regels niet aanscherpen.", "nl", "nới lỏng", "aanscherpen"),
    ("Bà từ chối trấn an gia đình.", "เธอไม่ยอมทำให้ครอบครัวเป็นกังวล", "th", "trấn an", "เป็นกังวล"),
    ("Người làm vườn được tha bổng.", "De tuinman werd veroordeeld.", "nl", "được tha bổng", "veroordeeld"),
    ("Hai thợ điện đã nhận tội.", "Deux électriciens ont plaidé non coupable.", "fr", "nhận tội",
     "plaidé non coupable"),
    ("Kỹ sư loại trừ khả năng rò rỉ.", "L’ingénieur conclut à une fuite.", "fr", "loại trừ khả năng", "conclut"),
    ("Mưa đá khó xảy ra.", "La grêle est très probable.", "fr", "khó xảy ra", "probable"),
    ("Trọng tài bị la ó.", "L’arbitre fut acclamé.", "fr", "la ó", "acclamé"),
    ("Quân nổi dậy giữ cây cầu.", "Het regeringsleger houdt de brug.", "nl", "Quân nổi dậy", "regeringsleger"),
    ("Hai binh sĩ tử vong.", "พลเรือนสองคนตาย", "th", "binh sĩ", "พลเรือน"),
    ("Ông chê người tiền nhiệm.", "เขาตำหนิผู้สืบทอด", "th", "người tiền nhiệm", "ผู้สืบทอด"),
    ("Đội khách thắng áp đảo.", "De bezoekers wonnen nipt.", "nl", "áp đảo", "nipt"),
    ("Bãi biển vắng tanh.", "La plage était bondée.", "fr", "vắng tanh", "bondée"),
])
def test_the_opposite(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == [("negation-changed", own, other)]


@pytest.mark.parametrize(("original", "text", "language", "own", "other"), [
    ("Ông không từ chối ký tên.", "Il a accepté de signer.", "fr", "từ chối", "accepté"),  # one of them is denied
    ("Bà từ chối trả lời.", "เธอไม่ยอมตอบ", "th", "từ chối", "ยอม"),
    ("Sau một thời gian ngắn.", "ไม่นานหลังจากนั้น", "th", "ngắn", "นาน"),  # "not long" is one phrase
    ("Họ về sớm.", "Ils sont partis.", "fr", "về", "partis"),  # of an axis whose words mean much else
    ("Gia đình ngừng phản đối.", "De familie steunt hen.", "nl", "phản đối", "steunt"),  # stopped opposing
    ("Dân làng phản đối con đập.", "De dorpelingen weigeren de dam.", "nl", "phản đối", "weigeren"),  # of one pole
    ("Ông từ chối nới lỏng quy định.", "Hij scherpt de regels aan.", "nl", "nới lỏng", "scherpt"),
    ("Người thợ khai không có tội.", "Il a plaidé non coupable.", "fr", "không có tội", "non coupable"),
    ("Mưa đá không thể loại trừ.", "La grêle est probable.", "fr", "loại trừ", "probable"),
    ("Từ bắc vào nam, từ phía nam ra phía bắc.", "Du sud au nord.", "fr", "phía nam", "nord"),  # both are said
])
def test_the_same_in_other_words(original: str, text: str, language: str, own: str, other: str) -> None:
    assert found(original, text, language, [(own, other)]) == []


def test_what_turns_another_word_round_does_not_turn_this_one() -> None:
    original, text = "Chợ thiếu gạo và đóng cửa.", "De markt opende, met te weinig rijst."
    known = [("đóng cửa", "opende"), ("thiếu", "te weinig")]
    assert found(original, text, "nl", known) == [("negation-changed", "đóng cửa", "opende")]
    assert found(original, "De markt opende.", "nl", known[:1]) == []  # said nowhere, it may turn this one


def test_a_figure_that_became_a_word_is_compared_with_it() -> None:
    original, text = "Đây là bàn thắng đầu tiên của anh.", "Het is zijn allerlaatste doelpunt."
    assert found(original, text, "nl", [("đầu tiên", "allerlaatste")]) == [
        ("negation-changed", "đầu tiên", "allerlaatste")]


def test_contrary_words_without_links_are_a_note() -> None:
    """Other versions may tell of it (see `witnesses`)."""
    found, = told("Dân làng phản đối con đập.", "De dorpelingen steunden hem.", "nl", [])
    assert isinstance(found, Discrepancy) and found.advisory


@pytest.mark.parametrize(("original", "text", "known"), [
    ("Dân làng phản đối con đập.", "De dorpelingen steunden wie zich verzette.", []),  # a word that may say the same
    ("Năm người bị kết án, một người được tha bổng.", "Vijf zijn veroordeeld, een ging naar huis.", []),
    ("Dân làng phản đối con đập.", "De dorpelingen zien en steunden hem.", [("phản đối", "zien")]),  # said so
    ("Dân làng xem và phản đối.", "De dorpelingen steunden hem.", [("xem", "steunden")]),
])
def test_contrary_words_that_are_no_counterparts(original: str, text: str, known: Known) -> None:
    assert found(original, text, "nl", known) == []


def test_one_of_two_verdicts_that_is_turned_is_a_note() -> None:
    found, = (d for d in told("Năm người bị kết án, một người được tha bổng.",
                              "Vijf zijn schuldig bevonden, een is ook veroordeeld.", "nl",
                              [("kết án", "schuldig bevonden")]) if isinstance(d, Discrepancy))
    assert found.advisory and found.original and found.original.value == "acquit"


def test_a_word_with_another_counterpart_is_answered() -> None:
    text = "De dorpelingen steunden wie zich verzette."
    known = [("phản đối", "steunden"), ("phản đối", "verzette")]
    assert found("Dân làng đi cùng người phản đối.", text, "nl", known) == []


def test_the_direction_of_a_figure_is_a_figure() -> None:
    text = "De omzet steeg met 4 procent."
    assert found("Doanh thu giảm 4%.", text, "nl", [("giảm", "steeg")]) == [("number-changed", "giảm", "steeg")]


def test_words_of_names_are_the_names_business() -> None:
    assert found("Ông sống ở Bắc Kinh.", "Hij woont in Zuid-Limburg.", "nl", [("Bắc", "Zuid")]) == []


def test_what_is_carried_over_agrees() -> None:
    agreed, = told("Dân làng phản đối con đập.", "De dorpelingen verzetten zich.", "nl", [("phản đối", "verzetten")])
    assert isinstance(agreed, Agreement) and agreed.original.value == "oppose"


def test_the_message_says_the_word_in_the_translations_language() -> None:
    made, = told("Dân làng phản đối con đập.", "De dorpelingen steunden de dam.", "nl", [("phản đối", "steunden")])
    assert isinstance(made, Discrepancy) and "verzetten" in str(made.message)


def heard(dutch: str, known: Known, *others: tuple[str, str]) -> Discrepancy:
    """The finding on a Dutch version of one sentence, heard against others, each with its language."""
    original = "Dân làng mua bò."
    made = replace(pair(original, dutch, "nl"), links=lambda bead: Told(original, dutch, known))
    found = tuple(d for d in opposites.check(made) if isinstance(d, Discrepancy))
    versions = [Said(made, found, ()), *(Said(pair(original, text, language), (), ()) for text, language in others)]
    return witnessed(versions)[0].discrepancies[0]


def test_what_another_version_turns_too_is_a_note() -> None:
    dutch, known = "De dorpelingen verkopen koeien.", [("mua", "verkopen")]
    assert heard(dutch, known, ("Les villageois vendent des vaches.", "fr")).advisory
    assert not heard(dutch, known, ("Les villageois achètent des vaches.", "fr")).advisory
