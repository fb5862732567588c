"""A figure in another language: what a finding suggests."""
from __future__ import annotations

import pytest

from checker.checks.figure_spelling import spelled
from checker.facts import Context, extract


@pytest.mark.parametrize("text, language, written", [
    ("35.000 người", "nl", "35.000"), ("35.000 người", "th", "35,000"),
    ("hơn 35.000 người", "fr", "plus de 35\u202f000"),
    ("1,5 triệu bảng", "fr", "1,5 million de livres"), ("55%", "fr", "55\u00a0%"), ("55%", "th", "55%"),
    ("thứ Sáu", "th", "วันศุกร์"), ("tháng 6 năm 2018", "nl", "juni 2018"), ("tháng 6 năm 2018", "th", "มิถุนายน 2561"),
    ("3 năm", "th", "3 ปี"), ("3 năm", "fr", "3\u00a0ans"), ("hôm qua", "nl", "gisteren"),
    ("những năm 1980", "nl", "jaren 1980"), ("thập niên 1930", "th", "ทศวรรษ 1930"), ("lần thứ tám", "fr", "8e"),
    ("lần thứ tám", "th", "ที่ 8"), ("người đầu tiên", "nl", None), ("từ 20 đến 25 phút", "fr", "20–25\u00a0minutes"),
    ("từ năm 1950 đến 1953", "nl", "1950–1953"), ("từ tháng 5 đến tháng 6", "nl", None),
    ("năm ngoái", "nl", "vorig jaar"), ("năm nay", "fr", "cette année"), ("tháng tới", "th", "เดือนหน้า"),
    ("tuần trước", "fr", "la semaine dernière"), ("tháng 11 tới", "nl", "komende november"),
    ("tháng 11 tới", "fr", "novembre prochain"), ("tháng 11 tới", "th", "พฤศจิกายนที่จะถึงนี้"),
    ("tháng 12 năm ngoái", "nl", "december vorig jaar"), ("tháng 12 năm ngoái", "fr", "décembre de l'année dernière"),
    ("thứ Ba tuần trước", "th", "วันอังคารสัปดาห์ที่แล้ว"), ("tối qua", "nl", "gisteravond"),
    ("cuối tuần này", "nl", "dit weekend"), ("ngày hôm sau", "nl", None), ("sau đó ba năm", "nl", None),
    ("mùa hè năm ngoái", "nl", None), ("cuối năm ngoái", "fr", None), ("hàng trăm người", "nl", None),
    ("ít nhất một tuần", "nl", None),
])
def test_suggestion_is_in_the_language_of_the_translation(text: str, language: str, written: str | None) -> None:
    fact = next(f for f in extract(text, "vi", Context()) if f.kind != "name")
    found = spelled(fact, language)
    assert (found and found.replace("\u00a0", " ")) == (written and written.replace("\u00a0", " "))
