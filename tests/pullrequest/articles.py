"""Twelve short article sets in four languages, made of sentences with places for figures: stuff for a story."""
from __future__ import annotations

from pathlib import Path

LANGUAGES = ("vi", "nl", "fr", "th")

# Each is one sentence in the four languages; {n} and {m} are figures.
SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "library": (
        "Thư viện trung tâm mở cửa trở lại sau {n} tháng sửa chữa.",
        "De centrale bibliotheek gaat weer open na een verbouwing van {n} maanden.",
        "La bibliothèque centrale rouvre après {n} mois de travaux.",
        "ห้องสมุดกลางเปิดให้บริการอีกครั้งหลังจากปรับปรุงนาน {n} เดือน",
    ),
    "books": (
        "Bạn đọc có thể mượn {n} cuốn sách mới.",
        "Lezers kunnen {n} nieuwe boeken lenen.",
        "Les lecteurs peuvent emprunter {n} nouveaux livres.",
        "ผู้อ่านสามารถยืมหนังสือใหม่ได้ {n} เล่ม",
    ),
    "ferry": (
        "Tuyến phà qua sông chở {n} hành khách mỗi ngày.",
        "De veerboot over de rivier vervoert {n} passagiers per dag.",
        "Le bac qui traverse le fleuve transporte {n} passagers par jour.",
        "เรือข้ามฟากบรรทุกผู้โดยสาร {n} คนต่อวัน",
    ),
    "school": (
        "Trường tiểu học mới có {n} học sinh.",
        "De nieuwe basisschool telt {n} leerlingen.",
        "La nouvelle école primaire compte {n} élèves.",
        "โรงเรียนประถมแห่งใหม่มีนักเรียน {n} คน",
    ),
    "trees": (
        "Người dân đã trồng {n} cây xanh dọc con đường.",
        "Bewoners hebben {n} bomen langs de weg geplant.",
        "Les habitants ont planté {n} arbres le long de la route.",
        "ชาวบ้านปลูกต้นไม้ {n} ต้นตามแนวถนน",
    ),
    "bridge": (
        "Cây cầu dài {n} mét nối hai bờ sông.",
        "De brug van {n} meter verbindt beide oevers van de rivier.",
        "Le pont de {n} mètres relie les deux rives du fleuve.",
        "สะพานยาว {n} เมตรเชื่อมสองฝั่งแม่น้ำ",
    ),
    "rain": (
        "Mưa lớn làm ngập nhiều con đường trong thành phố.",
        "Door zware regen stonden veel straten in de stad onder water.",
        "De fortes pluies ont inondé de nombreuses rues de la ville.",
        "ฝนตกหนักทำให้ถนนหลายสายในเมืองถูกน้ำท่วม",
    ),
    "market": (
        "Chợ đêm thu hút đông đảo khách du lịch.",
        "De avondmarkt trekt veel toeristen.",
        "Le marché de nuit attire de nombreux touristes.",
        "ตลาดกลางคืนดึงดูดนักท่องเที่ยวจำนวนมาก",
    ),
    "hospital": (
        "Bệnh viện huyện nhận thêm {n} giường bệnh.",
        "Het streekziekenhuis krijgt er {n} bedden bij.",
        "L'hôpital du district reçoit {n} lits supplémentaires.",
        "โรงพยาบาลประจำอำเภอได้รับเตียงผู้ป่วยเพิ่ม {n} เตียง",
    ),
    "farmers": (
        "Nông dân lo ngại giá gạo tiếp tục giảm.",
        "Boeren vrezen dat de rijstprijs blijft dalen.",
        "Les agriculteurs craignent que le prix du riz continue de baisser.",
        "เกษตรกรกังวลว่าราคาข้าวจะลดลงต่อไป",
    ),
}

# Figures differ from set to set, so that each set is its own.
SETS: dict[str, tuple[tuple[str, int], ...]] = {
    "archive/library": (("library", 14), ("books", 320), ("rain", 0), ("school", 415)),
    "bridge": (("bridge", 268), ("ferry", 940), ("market", 0), ("trees", 75)),
    "clinic": (("hospital", 36), ("farmers", 0), ("school", 528), ("rain", 0)),
    "dike": (("rain", 0), ("trees", 640), ("bridge", 96), ("farmers", 0)),
    "evening": (("market", 0), ("ferry", 1150), ("books", 87), ("library", 9)),
    "ferry": (("ferry", 725), ("rain", 0), ("bridge", 184), ("market", 0)),
    "garden": (("trees", 230), ("school", 367), ("farmers", 0), ("books", 54)),
    "harvest": (("farmers", 0), ("rain", 0), ("hospital", 22), ("trees", 410)),
    "island": (("ferry", 86), ("hospital", 18), ("market", 0), ("school", 143)),
    "junction": (("bridge", 452), ("market", 0), ("trees", 98), ("rain", 0)),
    "kitchen": (("market", 0), ("farmers", 0), ("books", 63), ("ferry", 510)),
    "lake": (("trees", 175), ("rain", 0), ("library", 11), ("hospital", 47)),
}

# What is wrong on the main branch: (set, language, sentence, the wrong figure).
KNOWN = (("bridge", "nl", "trees", 57), ("garden", "fr", "school", 376), ("lake", "th", "hospital", 74))


def sentence(name: str, language: str, figure: int) -> str:
    """One sentence with its figure."""
    return SENTENCES[name][LANGUAGES.index(language)].format(n=figure)


def text(slug: str, language: str, figures: dict[str, int] | None = None) -> str:
    """An article: a paragraph a sentence. `figures` replace those of the set."""
    wanted = figures or {}
    return "\n\n".join(sentence(name, language, wanted.get(name, figure)) for name, figure in SETS[slug]) + "\n"


def write(root: Path, slug: str, language: str, content: str) -> Path:
    """Write a version where the pattern expects it."""
    path = root / "news" / slug / f"{language}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def write_all(root: Path) -> None:
    """All sets, with what is known to be wrong in them."""
    for slug in SETS:
        for language in LANGUAGES:
            wrong = {name: figure for s, lang, name, figure in KNOWN if (s, lang) == (slug, language)}
            write(root, slug, language, text(slug, language, wrong))
