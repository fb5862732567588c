"""What speaks for a sentence start, learned from material."""
from __future__ import annotations

from pathlib import Path

from checker.calibration import predicted, fit
from checker.fitting import held_out, places

BODY = {
    "vi": ["Chợ mở cửa lúc sáu giờ sáng.", "Người dân đến từ rất sớm.", "Giá rau tăng nhẹ.", "Cá bán chạy.",
           "Trời mưa to.", "Không ai phàn nàn.", "Chợ đóng cửa lúc trưa."],
    "nl": ["De markt gaat om zes uur open.", "Het publiek komt vroeg.", "De groente is duurder.",
           "De vis verkoopt goed.", "Het regent hard.", "Niemand klaagt.", "De markt sluit om twaalf uur."],
    "fr": ["Le marché ouvre à six heures.", "Le public arrive tôt.", "Les légumes sont plus chers.",
           "Le poisson part vite.", "Il pleut fort.", "Personne ne se plaint.", "Le marché ferme à midi."],
    "th": ["ตลาดเปิดหกโมงเช้า", "ผู้คนมาแต่เช้า", "ผักแพงขึ้น", "ปลาขายดี", "ฝนตกหนัก", "ไม่มีใครบ่น", "ตลาดปิดเที่ยง"],
}
HEADLINES = {
    "vi": "Khu chợ cũ của phường mở lại sau năm năm sửa chữa",
    "nl": "Oude markt van de wijk na vijf jaar herstel weer open",
    "fr": "Le vieux marché du quartier rouvre après cinq ans de travaux",
    "th": "ตลาดเก่าเปิดอีกครั้ง",
}


def material(folder: Path, documents: int) -> Path:
    news = folder / "news"
    news.mkdir()
    (news / "documents.tsv").write_text("".join(f"d{n}\n" * 8 for n in range(documents)), "utf-8")
    for language, body in BODY.items():
        (news / f"{language}.txt").write_text("\n".join([HEADLINES[language], *body] * documents), "utf-8")
    return folder


def test_what_opens_a_line_of_the_material_is_real(tmp_path: Path) -> None:
    found = list(places(material(tmp_path, 6), [1, 2, 3]))
    assert {place.document for place in found} == {f"d{n}" for n in range(6)}
    assert any(place.real for place in found)
    assert all(place.opens for place in found if place.real)
    weights = fit(found)
    real, false = ([predicted(weights, p) for p in found if p.real is kind] for kind in (True, False))
    assert min(real) > max(false, default=0.0)
    right, asked = held_out(found)
    assert right == asked > 0
