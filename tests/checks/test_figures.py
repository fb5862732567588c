"""Figures across a pair: what is the same in other words stays silent, what drifts is said, once, at its words."""
from __future__ import annotations

import unicodedata

import pytest

from checker.checks import figures
from checker.finding import Discrepancy

from .figure_world import agreed, found, pair

SAME = [
    ("Cháy lúc 8 giờ 15 tối, tắt lúc 11 giờ 30.", "nl", "De brand begon om 20.15 uur en was om 23.30 uur uit."),
    ("Cháy lúc 8 giờ 15 tối, tắt lúc 11 giờ 30.", "th", "ไฟไหม้เวลา 20.15 น. และดับเวลา 23.30 น."),
    ("Ai ngủ ít hơn sáu tiếng dễ ốm.", "fr", "Dormir moins de six heures rend malade."),
    ("Giá gạo tăng, 53% so với 46%.", "th", "ราคาข้าวขึ้นร้อยละ 53 ต่อ 46"),
    ("Làng nhận 49 trong số 98 triệu yên.", "nl", "Van de 98 miljoen yen kreeg het dorp er 49 miljoen."),
    ("Số tàu tăng từ 4 lên 9 triệu.", "fr", "Le nombre de bateaux, 4 millions, est passé à 9 millions."),
    ("Phim có 9,2 triệu người xem trên kênh 4.", "th", "ภาพยนตร์มีผู้ชมทางช่อง 4 ถึง 9.2 ล้านคน"),
    ("Hai con 13 và 15 tuổi đi bộ tám dặm.", "fr", "Ses enfants de 13 et 15 ans ont marché treize kilomètres."),
    ("Anh ghi ba bàn trong hiệp hai.", "nl", "Na rust maakte hij drie doelpunten."),
    ("Anh ghi ba bàn trong hiệp hai.", "fr", "Après la pause, il a marqué trois buts."),
    ("Sau giờ nghỉ, cô ghi ba bàn.", "th", "เธอยิงสามประตูในครึ่งหลัง"),
    ("Số tập giảm từ sáu xuống còn năm.", "nl", "Het aantal delen ging van zes naar vijf."),
    ("Cô dứt điểm từ cự ly sáu yard.", "nl", "Ze schoot van dichtbij raak."),
    ("Em học lớp 12 trường làng.", "fr", "Elle est en terminale au lycée du village."),
    ("Chỉ chưa đầy 1% cây chết.", "nl", "Nog geen procent van de bomen stierf."),
    ("Đến trưa thứ Tư, tàu chạy.", "nl", "Woensdagmiddag om twaalf uur voer de boot."),
    ("Đến trưa thứ Tư, tàu chạy.", "th", "เรือออกแล้วเมื่อถึงเที่ยงวันพุธ"),
    ("Anh nhận thẻ thứ hai.", "fr", "Il a été averti une seconde fois."),
    ("Chợ mở vài ngày trước khi nghỉ hè.", "nl", "De markt ging open; over enkele dagen begint de vakantie."),
    ("Có 212 phiếu thuận.", "nl", "Er waren 212 leden voor."),
    ("Nhà máy có 2.600 công nhân.", "nl", "De fabriek telt 2600 arbeiders."),
    ("Nhà máy có 2.600 công nhân.", "th", "โรงงานมีคนงาน 2,600 คน"),
    ("Doanh thu đạt 12,5 tỷ USD.", "fr", "Le chiffre d'affaires atteint 12,5 milliards de dollars."),
    ("Doanh thu đạt 12,5 tỷ USD.", "th", "รายได้อยู่ที่ 1.25 หมื่นล้านดอลลาร์สหรัฐ"),
    ("Hơn 40% cử tri đi bầu.", "nl", "Ruim veertig procent van de kiezers stemde."),
    ("Bà cụ 68 tuổi bán rau.", "nl", "De vrouw, 68, verkoopt groente."),
    ("Một người trong số họ cười.", "fr", "L'un d'eux riait."),
    ("Hai bên ký kết.", "nl", "Beide partijen tekenden."),
    ("Đội thắng 3-2.", "fr", "L'équipe gagne 3 à 2."),
    ("Từ 15 đến 18 km mỗi ngày.", "nl", "Elke dag 15 tot 18 kilometer."),
    ("Con đường dài 60 dặm.", "nl", "De weg is 97 kilometer lang."),
    ("Hàng trăm người đến xem.", "fr", "Des centaines de personnes sont venues."),
    ("Cầu xây năm 1998.", "th", "สะพานสร้างเมื่อปี พ.ศ. 2541"),
    ("Giá tăng gấp đôi.", "nl", "De prijs verdubbelde."),
    ("Khoảng một nửa số nhà bị ngập.", "nl", "Ongeveer 50 procent van de huizen liep onder."),
    ("Có 41.326 vé được bán.", "nl", "Er zijn 41.326 kaartjes verkocht."),
    ("Có 41,326 vé được bán.", "th", "ขายตั๋วได้ 41,326 ใบ"),
    ("Dây dài 3,425 mét.", "nl", "De draad is 3,425 meter lang."),
    ("Lãi suất 3.125%.", "fr", "Le taux est de 3,125 %."),
    ("Thiệt hại lên tới 9 tỷ yên.", "nl", "De schade is 9 miljard yen."),
    ("Số ca trong sáu tháng đầu năm 2018 tăng.", "fr", "Le nombre de cas a augmenté au premier semestre 2018."),
    ("Số ca trong chín tháng đầu năm 2018 tăng.", "nl", "In de eerste negen maanden van 2018 waren er meer."),
    ("Tuổi bắt đầu nâng từ năm lên sáu tuổi.", "th", "อายุเริ่มเรียนเพิ่มจากห้าขวบเป็นหกขวบ"),
    ("Cứ năm người thì có một người mắc.", "fr", "Une personne sur cinq est touchée."),
    ("Đêm nay trời mưa.", "nl", "Vannacht regent het."),
    ("Cuộc khảo sát trên 1.200 người.", "nl", "Een onderzoek onder 1200 mensen."),
    ("Phiên bản Web 2.0 ra mắt.", "nl", "Web 2.0 is er."),
    ("Cô đã thắng 3:1.", "nl", "Ze won drie op vier."),
    ("Họ chờ đến đêm thứ hai.", "nl", "Ze wachtten tot de tweede nacht."),
    ("Anh sút vào cột xa.", "nl", "Hij schoot tegen de tweede paal."),
    ("Cô dẫn sau chín lỗ đầu.", "nl", "Ze stond voor na de front nine."),
    ("Bé chạy khoảng 20, 25 phút.", "fr", "La petite a couru 20, 25 minutes."),
    ("Bà ngồi ở tầng 5.", "nl", "Ze zit op de vijfde verdieping."),
    ("Xe đậu ở đó từ 8 đến 10 giờ.", "nl", "De auto stond er tussen acht en tien uur."),
    ("Xe đậu ở đó từ 8 đến 10 giờ.", "th", "รถจอดอยู่ระหว่างเวลา 8 ถึง 10 โมง"),
    ("Mưa rơi một giờ 50 phút.", "fr", "Il a plu une heure cinquante."),
    ("Họ tiêu chưa bằng một phần ba ngân sách.", "fr", "Ils dépensent moins du tiers du budget."),
    ("Đi bộ 18 km mới tới chợ.", "th", "เดินเท้า 18 กิโลเมตรกว่าจะถึงตลาด"),
    ("Không kéo dài quá một ngày.", "nl", "Het duurt niet meer dan één dag."),
    ("Cô mở tỷ số ở phút 9.", "nl", "In de negende minuut maakte ze de 1-0."),
    ("Cô ghi bàn nâng tỷ số lên 1-0.", "fr", "Elle a ouvert le score."),
    ("Cô gỡ hòa.", "nl", "Ze scoorde de 2-2."),
    ("Anh ghi bàn ở phút 83.", "nl", "Hij scoorde zeven minuten voor tijd."),
    ("Anh ghi bàn ở phút 70.", "fr", "Il a marqué à vingt minutes du terme."),
    ("Anh ghi bàn ở phút 50.", "nl", "Hij scoorde vijf minuten na rust."),
    ("Hội nghị COP27 khai mạc.", "th", "การประชุมคอป 27 เปิดฉาก"),
    ("Cặp song sinh 18 tháng tuổi ngủ.", "nl", "De tweeling van anderhalf sliep."),
    ("Trước ngày bầu cử 6/11, họ tranh luận.", "fr", "Avant le scrutin du 6 novembre, ils ont débattu."),
    ("Đây là trận thứ 40 trong năm nay.", "fr", "C'est le 40e match de l'année."),
    ("Đám cưới mùa thu ở làng.", "nl", "Een herfstbruiloft in het dorp."),
    ("Kỳ nghỉ lễ Phục sinh bắt đầu.", "nl", "De paasvakantie begint."),
    ("Một người đàn ông ngoài 60 tuổi bị bắt.", "fr", "Un sexagénaire a été interpellé."),
    ("Phần lớn mắc bệnh sau tuổi 75.", "nl", "De meesten werden ziek toen ze de 75 gepasseerd waren."),
    ("Giá 900 rupiah.", "fr", "Le prix est de 900 roupies."),
]
DRIFT = [
    ("Ai ngủ ít hơn sáu tiếng dễ ốm.", "nl", "Wie meer dan zes uur slaapt, wordt ziek.", "bound-changed",
     "ít hơn sáu tiếng", "meer dan zes uur"),
    ("Cháy lúc 8 giờ 15 tối, tắt lúc 11 giờ 30.", "nl", "De brand begon om 20.15 uur en was om 22.30 uur uit.",
     "time-changed", "11 giờ 30", "22.30 uur"),
    ("Làng nhận 49 trong số 98 triệu yên.", "nl", "Van de 98 miljoen yen kreeg het dorp er 49 miljard.",
     "magnitude-changed", "49", "49 miljard"),
    ("Cô dứt điểm từ cự ly 30 mét.", "nl", "Ze schoot van dichtbij raak.", "number-missing", "30 mét", ""),
    ("Chiều thứ Tư, tàu chạy.", "nl", "Woensdagmiddag om drie uur voer de boot.", "date-added", "", "drie uur"),
    ("Nhà máy có 2.600 công nhân.", "nl", "De fabriek telt 2060 arbeiders.", "number-changed", "2.600", "2060"),
    ("Nhà máy có 2.600 công nhân.", "th", "โรงงานมีคนงาน 26,000 คน", "magnitude-changed", "2.600", "26,000"),
    ("Hội nghị lần thứ hai.", "nl", "Een vierde top.", "number-changed", "hai", "Een vierde"),
    ("Bà là người đầu tiên bay qua.", "fr", "Elle est la troisième d'un groupe à voler.", "number-changed", "đầu tiên",
     "troisième"),
    ("Họ có thời hạn trong vòng 30 ngày.", "fr", "Ils ont plus de 30 jours.", "bound-changed", "trong vòng 30 ngày",
     "plus de 30 jours"),
    ("Cô mở tỷ số ở phút 9.", "nl", "In de negende minuut maakte ze de 3-1.", "number-added", "", "3-1"),
    ("Anh ghi bàn ở phút 83.", "nl", "Hij scoorde zes minuten voor tijd.", "number-changed", "83", "zes minuten voor"),
    ("Vụ nổ kéo dài chín mươi giây.", "nl", "De ontploffing duurde tachtig tot negentig seconden.", "duration-changed",
     "chín mươi giây", "tachtig tot negentig seconden"),
    ("Đàn có thể tăng 30 đến 40%.", "nl", "De kudde kan met 40 tot 30 procent groeien.", "range-changed", "30 đến 40%",
     "40"),
    ("Séc cuối kết thúc 9-7.", "fr", "La dernière manche s'est finie à 7-9.", "range-changed", "9-7", "7-9"),
    ("Ban tổ chức mời 31 đoàn từ 12 quốc gia.", "th", "ผู้จัดเชิญ 12 คณะจาก 31 ประเทศ", "number-changed", "31", "12"),
    ("Doanh thu đạt 12,5 tỷ USD.", "fr", "Le chiffre d'affaires atteint 12,5 milliards d'euros.", "unit-changed",
     "12,5 tỷ USD", "12,5 milliards d'euros"),
    ("Gần 300 hộ dân.", "nl", "Meer dan 300 gezinnen.", "bound-changed", "Gần 300", "Meer dan 300"),
    ("Hơn 300 hộ dân.", "nl", "In totaal 300 gezinnen.", "bound-changed", "Hơn 300", "300"),
    ("Bảy thuyền viên mất tích.", "fr", "Plusieurs marins sont portés disparus.", "number-missing", "Bảy", ""),
    ("Một số hộ dân mất điện.", "nl", "Zo'n 450 gezinnen zaten zonder stroom.", "number-added", "", "Zo'n 450"),
    ("Từ 15 đến 18 km mỗi ngày.", "nl", "Elke dag 15 tot 19 kilometer.", "range-changed", "15 đến 18 km",
     "15 tot 19 kilometer"),
    ("Con đường dài 60 dặm.", "nl", "De weg is 60 kilometer lang.", "unit-changed", "60 dặm", "60 kilometer"),
    ("Con đường dài 60 dặm.", "nl", "De weg is 160 kilometer lang.", "conversion", "60 dặm", "160 kilometer"),
    ("Cầu xây năm 1998.", "nl", "De brug is van 1989.", "date-changed", "năm 1998", "1989"),
    ("Bà cụ 68 tuổi bán rau.", "nl", "De vrouw, 86, verkoopt groente.", "number-changed", "68 tuổi", "86"),
    ("Có 41.326 vé được bán.", "nl", "Er zijn 41,326 kaartjes verkocht.", "magnitude-changed", "41.326", "41,326"),
    ("Có 41.326 vé được bán.", "fr", "On a vendu 41,326 billets.", "magnitude-changed", "41.326", "41,326"),
    ("Có 41.326 vé được bán.", "th", "ขายตั๋วได้ 41.326 ใบ", "magnitude-changed", "41.326", "41.326"),
    ("Có 41,326 người xem.", "nl", "Er keken 41,326 mensen.", "magnitude-changed", "41,326", "41,326"),
    ("Giá 2,75 triệu USD.", "nl", "De prijs is 2.75 miljoen dollar.", "magnitude-changed", "2,75 triệu USD",
     "2.75 miljoen dollar"),
    ("Giá 2,75 triệu USD.", "th", "ราคา 2,75 ล้านดอลลาร์", "magnitude-changed", "2,75 triệu USD", "2,75 ล้านดอลลาร์"),
    ("Gần một phần năm vắng mặt.", "th", "เกือบหนึ่งในสี่ไม่มา", "number-changed", "Gần một phần năm",
     "เกือบหนึ่งในสี่"),
    ("Đây là lần bay đầu tiên.", "nl", "Dit is de derde vlucht.", "number-changed", "đầu tiên", "derde"),
    ("Chờ trong vài phút.", "fr", "Attendre 4 minutes.", "duration-changed", "vài phút", "4 minutes"),
    ("Thiệt hại lên tới 9 tỷ yên.", "nl", "De schade is minstens 9 miljard yen.", "bound-changed", "9 tỷ yên",
     "minstens 9 miljard yen"),
]


@pytest.mark.parametrize("original, language, translation", SAME)
def test_same_figure_is_silent(original: str, language: str, translation: str) -> None:
    assert found(pair(original, translation, language)) == []


@pytest.mark.parametrize("original, language, translation", SAME)
def test_letters_in_two_code_points_are_the_same_letters(original: str, language: str, translation: str) -> None:
    original, translation = (unicodedata.normalize("NFD", text) for text in (original, translation))
    assert found(pair(original, translation, language)) == []


@pytest.mark.parametrize("original, language, translation, code, here, there", DRIFT)
def test_drift_is_said_at_its_words(original: str, language: str, translation: str, code: str, here: str,
                                    there: str) -> None:
    assert found(pair(original, translation, language)) == [(code, here, there)]


def test_minutes_of_a_length_stand_for_no_other_figure() -> None:
    made = pair("Cô ghi 46 điểm trong 2 giờ 38 phút.", "Ze maakte 38 punten in 2 uur en 46 minuten.", "nl")
    assert [code for code, *_ in found(made)] == ["number-changed", "duration-changed"]


def test_month_alone_is_no_day_of_it() -> None:
    made = pair("Cầu mở ngày 16/8.", "Le pont a ouvert en août.", "fr")
    assert found(made, 0.3) == [("date-changed", "ngày 16/8", "août")]
    made = pair("Cầu mở vào tháng 8.", "Le pont a ouvert le 16 août.", "fr")
    assert found(made, 0.3) == [("date-changed", "tháng 8", "16 août")]


def test_message_tells_both_meanings() -> None:
    made = pair("Doanh thu đạt 12,5 tỷ USD.", "De omzet bedroeg 125 miljard dollar.", "nl")
    message = next(str(d.message) for d in figures.check(made) if isinstance(d, Discrepancy))
    assert "12 500 000 000 USD" in message and "125 000 000 000 USD" in message


def test_figure_in_the_next_sentence_is_not_missing() -> None:
    original = "Làng có 412 hộ.\nDân làng trồng chè."
    translation = "De dorpelingen telen thee.\nHet dorp telt 412 gezinnen."
    assert found(pair(original, translation, "nl")) == []


def test_repeated_figures_are_counted() -> None:
    original = "Đội A ghi 15 điểm, đội B ghi 15 điểm."
    assert found(pair(original, "Ploeg A scoort 15 punten, ploeg B ook 15.", "nl")) == []
    assert found(pair(original, "Ploeg A scoort 15 punten, ploeg B 51 punten.", "nl"))


def test_range_that_is_two_figures_elsewhere_is_found() -> None:
    assert found(pair("Nhiệt độ từ 12 đến 31 độ C.", "De temperatuur ging van 12 graden naar 31 graden.", "nl")) == []


def test_swapped_figures_are_one_finding() -> None:
    known = [("trâu", "buffels"), ("bò", "koeien"), ("Có", "Er zijn")]
    original, wrong = "Có 12 con trâu và 35 con bò.", "Er zijn 35 buffels en 12 koeien."
    assert found(pair(original, wrong, "nl", known)) == [("number-changed", "12", "35")]
    assert found(pair(original, "Er zijn 35 koeien en 12 buffels.", "nl", known)) == []


def test_left_out_figure_is_no_fault_of_an_abridged_version() -> None:
    made = pair("Bảy thuyền viên mất tích.", "Plusieurs marins sont portés disparus.", "fr", relation="abridged")
    assert found(made) == []


def test_an_abridged_version_brings_together_what_stands_apart() -> None:
    original = "Ông đã gặp thống đốc.\nTrời mưa to.\nGió mạnh.\nTrời lại nắng.\nNgày 16-10, ông gặp chủ tịch."
    shortened = ("Le 16 octobre, il a rencontré le gouverneur.\nIl pleuvait.\nLe vent soufflait.\n"
                 "Le soleil est revenu.\nIl a rencontré le président.")
    assert found(pair(original, shortened, "fr", relation="abridged")) == []
    # … of a date that is nowhere in the original, that is no excuse, nor is it one of a whole translation
    added = [("date-added", "", "17 octobre")]
    assert found(pair(original, shortened.replace("16", "17"), "fr", relation="abridged")) == added
    assert ("date-added", "", "16 octobre") in found(pair(original, shortened, "fr"))


def test_agreements_name_what_was_compared() -> None:
    made = pair("Năm 1998, 24 hộ chuyển đi.", "In 1998 verhuisden 24 gezinnen.", "nl")
    assert agreed(made) == [("Năm 1998", "1998"), ("24", "24")]


@pytest.mark.parametrize("original, language, translation", [
    ("Mưa vào thứ Hai và thứ Ba.", "th", "ฝนตกตั้งแต่วันจันทร์จนถึงวันอังคาร"),
    ("Hội chợ mở ngày 16-11 và ngày 17-11.", "nl", "De beurs is open op 16 en 17 november."),
    ("Hội chợ mở hai ngày 16 và 17-11.", "fr", "La foire a lieu le 16 novembre et le 17 novembre."),
])
def test_span_is_its_two_ends(original: str, language: str, translation: str) -> None:
    assert found(pair(original, translation, language)) == []


def test_figure_in_a_clause_parted_from_its_sentence_is_compared() -> None:
    made = pair("Cô thắng năm trong tám trận.", "Ze speelde goed.\nZe won twee van de acht duels.", "nl")
    assert found(made) == [("number-changed", "năm trong tám", "twee van de acht")]
    other = pair("Cô thắng năm trong tám trận.", "Ze speelde goed.\nHet was 12 oktober.", "nl")
    assert found(other) == [("number-missing", "năm trong tám", "")]


def test_what_a_part_cut_off_the_sentence_says_is_not_added() -> None:
    assert found(pair("Quỹ mất tiền.\nHơn 900 euro.", "Het fonds is ruim 900 euro kwijt.", "nl")) == []
    other = pair("Quỹ mất tiền.\nHơn 900 euro.", "Het fonds is ruim 800 euro kwijt.", "nl")
    assert found(other) == [("number-added", "", "ruim 800 euro")]
