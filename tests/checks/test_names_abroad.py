"""Names as versions in Latin letters have them: compounds, kings, companies, seats; and what is a fault."""
from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import names, swaps
from checker.finding import Discrepancy

from .figure_world import pair

Links = Sequence[tuple[str, str]]


def found(original: str, translation: str, language: str, links: Links) -> list[tuple[str, str]]:
    """Code and the translation's words of what is loud."""
    made = pair(original, translation, language, links)
    said = [d for check in (names.check, swaps.check) for d in check(made) if isinstance(d, Discrepancy)]
    return [(d.code, made.translation.text[d.translation.start:d.translation.end] if d.translation else "")
            for d in said if d.certainty >= 0.5 and not d.advisory]


@pytest.mark.parametrize(("original", "translation", "language", "links", "there"), [
    # a king of another number
    ("Vua Christian X đã mất.", "Koning Christian IX is overleden.", "nl", (), "Christian IX"),
    ("Vua Fernando II đã mất.", "Le roi Ferdinand III est mort.", "fr", (), "Ferdinand III"),
    # another person where the name stands once for two
    ("Thái tử Olav sẽ là Olav V.", "Prins Sverre wordt koning Olav V.", "nl", [("Olav", "Sverre")], "Sverre"),
    # the neighbour of the same name
    ("Ông đến từ Cộng hòa Dân chủ Congo.", "Il vient de la République du Congo.", "fr", (), "République du Congo"),
    # another people beside a language, and in a compound
    ("Phim của đạo diễn Hàn Quốc không nói tiếng Anh.", "Le film d’un réalisateur japonais n’est pas en anglais.", "fr",
     (), "japonais"),
    ("Nhà hóa học người Mỹ gốc Hungary đã đến.", "La chimiste américano-roumaine est venue.", "fr", (), "roumaine"),
    # a compound of another name, a person for one who is none of several
    ("Vườn thú Kelmar đóng cửa.", "De Dorvanpolitie sluit.", "nl", [("Kelmar", "Dorvanpolitie")], "Dorvanpolitie"),
    ("Bà Halbrook lập luận như vậy.", "Mme Pervenche le soutient.", "fr", [("Halbrook", "Pervenche")],
     "Mme Pervenche"),
    # another town's club
    ("Câu lạc bộ Norland thắng.\nHọ cảm ơn Pellworth.", "Norland wint.\nZe danken Brackmoor.", "nl",
     [("Pellworth", "Brackmoor")], "Brackmoor"),
    # a company's partners
    ("Công ty Harlow & Wick đóng cửa.", "Het bedrijf Harlow & Combe sluit.", "nl", (), "Harlow & Combe"),
])
def test_faults(original: str, translation: str, language: str, links: Links, there: str) -> None:
    assert ("name-changed", there) in found(original, translation, language, links)


@pytest.mark.parametrize(("original", "translation", "language", "links"), [
    ("Vua João VI đã đến.", "Le roi Jean VI est venu.", "fr", ()),
    ("Công ty Harlow & Wick đóng cửa.", "Meubelketen Harlow & Wick sluit.", "nl", ()),
    ("Câu lạc bộ Harlow & Wick mở cửa.", "De Harlow & Wick Clubs gaan open.", "nl", ()),
    ("Nghệ sĩ T-pop đã đến.", "De T-popact is er.", "nl", ()),
    ("Cảnh sát khu vực Tây Nam Scotland đã đến.", "De politie van Zuidwest-Scotland kwam.", "nl", ()),
    ("Nhà văn người Anh gốc Sri Lanka đã đến.", "De Brits-Sri Lankaanse schrijfster kwam.", "nl", ()),
    ("Bão đổ bộ vào hai bang Dakota.", "De storm trof Oregon, North en South Dakota.", "nl", ()),
    ("Liên minh thuế quan của EU sẽ mở rộng.", "De Europese douane-unie wordt groter.", "nl", [("EU", "Europese")]),
    ("Japan Airlines đã hủy chuyến bay.", "JAL heeft de vlucht geschrapt.", "nl", ()),
    ("Bác sĩ khuyên tiêm vắc-xin MMR.", "Le médecin conseille le vaccin ROR.", "fr", [("MMR", "ROR")]),
    ("Bộ trưởng Dương Chí Minh đã đến.", "Minister Peter Yeung kwam.", "nl", [("Dương Chí Minh", "Peter Yeung")]),
    ("Đồng lira tăng so với đô la Mỹ.", "La livre turque monte face au billet vert.", "fr", ()),
    # a name at the head of a compound
    ("Người phát ngôn về Brexit từ chức.", "De brexitwoordvoerder van May stapt op.", "nl", [("Brexit", "May")]),
    ("Cảnh sát Điện Capitol đã đến.", "De Capitoolpolitie kwam.", "nl", [("Điện Capitol", "Capitoolpolitie")]),
    ("Họ tụ tập ở quảng trường Zorikhbaatar.", "Ze staan op het Zorichbaatarplein.", "nl",
     [("Zorikhbaatar", "Zorichbaatarplein")]),
    # a parliament's seat, a league by its country, a trophy
    ("Bà bị chất vấn tại Holyrood.", "In het Schotse parlement kreeg ze vragen.", "nl", [("Holyrood", "Schotse")]),
    ("Họ đứng thứ ba tại Scottish Premiership.", "Ils sont troisièmes du championnat d’Écosse.", "fr", ()),
    ("Đội tuyển giành Grand Slam.", "L’équipe a réussi le Grand Chelem.", "fr", [("Grand Slam", "Grand Chelem")]),
    # several of something, other words of the sentence, the party in a title
    ("Bà Halbrook đã đến.\nBà Halbrook nói về các nhà lập quốc.",
     "Mme Halbrook est venue.\nElle parle des Pères fondateurs.", "fr", ()),
    ("Ông Halbrook đã đến.\nÔng Halbrook nằm ở Bệnh viện Hoàng gia Norland.",
     "M. Halbrook est venu.\nIl est à la Royal Clinic de Norland.", "fr", [("Bệnh viện Hoàng gia", "Royal Clinic")]),
    ("Bà Halbrook đã đến.\nLãnh đạo Công đảng Anna Lang chê bà Halbrook.",
     "Mevrouw Halbrook kwam.\nZe werd bekritiseerd door Labourpartijleider Anna Lang.", "nl",
     [("Halbrook", "Labourpartijleider")]),
    # a work's own title, the acronym of what is said in full, the first of two peoples
    ("Ngôi sao của The Stranger đã đến.", "La vedette de « L’Inconnue » et de « La Stranjère » est là.", "fr",
     [("The Stranger", "La Stranjère")]),
    ("Liên đoàn Bóng đá Hà Lan (KNVB) đã phạt ông.", "De Nederlandse voetbalbond heeft hem beboet.", "nl", ()),
    ("Đạo diễn người Mỹ gốc Hàn Grace Yoon thắng giải.", "L’Américano-Coréenne Grace Yoon est primée.", "fr", ()),
    # where a club is for what it is called
    ("Câu lạc bộ Brackmoor thua.\nĐội bóng vùng Pellshire đứng cuối.", "Brackmoor verliest.\nBrackmoor staat onderaan.",
     "nl", [("Pellshire", "Brackmoor")]),
    # Thai: a canal, another spelling of a town, a word behind a name, one that a name ends in
    ("Cuộc khủng hoảng Suez nổ ra.", "วิกฤตคลองสุเอซปะทุขึ้น", "th", [("Suez", "คลองสุเอซ")]),
    ("Họ đến cảng Hudaydah.", "พวกเขาไปยังท่าเรือโฮเดดาห์", "th", [("Hudaydah", "โฮเดดาห์")]),
    ("Bà lái xe từ Delcorah.", "เธอขับรถจากเมืองเดลคอราห์มาร่วมงาน", "th", [("Delcorah", "เมืองเดลคอราห์มา")]),
    ("Ông ở Bệnh viện Nhi Birmingham.", "เขาอยู่โรงพยาบาลเด็กเบอร์มิงแฮม", "th", ()),
    ("Bộ trưởng Úc nói Canberra sẽ kiện.", "Le ministre australien dit que son pays portera plainte.", "fr", ()),
])
def test_quiet(original: str, translation: str, language: str, links: Links) -> None:
    assert not found(original, translation, language, links)
