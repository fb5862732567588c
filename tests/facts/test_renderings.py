"""Renderings of names: by letters, by what they are called, by sound, part by part."""
from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from checker import languages
from checker.facts.names import exonyms, measure, rendering, sound
from checker.facts.names.phones import phones, script

GOLD = Path(__file__).parent / "transliteration.tsv"
SENTENCES = {"nl": "Gisteren sprak {} met de pers.", "fr": "Hier, {} a parlé à la presse.",
             "th": "เมื่อวานนี้ {} ได้พูดคุยกับสื่อมวลชน", "en": "Yesterday {} spoke to the press."}

RENDERED = [
    # name, rendering, language, type, how
    ("Phạm Thị Mai", "Pham Thi Mai", "nl", "person", "folded"),
    ("Phạm Thị Mai", "Phạm Thị Mai", "fr", "person", "same"),
    ("Suzuki Hanako", "Hanako Suzuki", "nl", "person", "folded"),
    ("Beaumont", "Beaumonts", "nl", "person", "folded"),
    ("Lermontov", "Lermontov", "fr", "person", "same"),
    ("Chernyshevsky", "Tsjernysjevski", "nl", "person", "sound"),
    ("Thụy Điển", "Zweden", "nl", "place", "exonym"),
    ("Thụy Điển", "suédoise", "fr", "place", "exonym"),
    ("Thụy Điển", "สวีเดน", "th", "place", "exonym"),
    ("Thượng Hải", "Shanghai", "fr", "place", "exonym"),
    ("Mexico", "Mexicaanse", "nl", "place", "folded"),
    ("WHO", "OMS", "fr", "organisation", "exonym"),
    ("FAO", "องค์การอาหารและเกษตร", "th", "organisation", "exonym"),
    ("Bộ Tài chính Đức", "Duitse ministerie van Financiën", "nl", "organisation", "translated"),
    ("Đại học Nagoya", "มหาวิทยาลัยนาโงยะ", "th", "organisation", "translated"),
    ("Chu Dung Cơ", "Zhu Rongji", "nl", "person", "exonym"),
    ("HBO", "เอชบีโอ", "th", "organisation", "acronym"),
    ("RCMP", "GRC", "fr", "organisation", "exonym"),
    ("WMO", "OMM", "fr", "organisation", "exonym"),
    ("ECOWAS", "Cedeao", "fr", "organisation", "exonym"),
    ("Ngân hàng Quốc gia Thụy Sĩ", "BNS", "fr", "organisation", "exonym"),
    ("Pháp luật và Công lý", "Recht en Rechtvaardigheid", "nl", "organisation", "exonym"),
    ("Dân chủ Xã hội", "พรรคสังคมประชาธิปไตย", "th", "organisation", "exonym"),
    ("Quốc đại", "Congrespartij", "nl", "organisation", "exonym"),
    ("Brexit", "brexitakkoord", "nl", None, "folded"),
    ("Jackson", "Jacksonfans", "nl", "person", "folded"),
    ("Bình Nhưỡng", "Pyongyangregime", "nl", "place", "folded"),
    ("Welsh Premiership", "championnat du pays de Galles", "fr", None, "translated"),
    ("Al Hudaydah", "โฮเดดาห์", "th", "place", "exonym"),
    ("Marcos Torreras", "มาร์กอส ตอร์เรรัส", "th", "person", "sound"),
    ("Rosa Contreras", "โรซา กอนเตรรัส", "th", "person", "sound"),
    ("Culture Club", "คัลเจอร์คลับ", "th", None, "translated"),
    ("Suzuki Hanako", "ซูซูกิ ฮานาโกะ", "th", "person", "sound"),
    ("Margaret Beaumont", "มาร์กาเรต โบมอนต์", "th", "person", "sound"),
]
OTHERS = [
    ("Luke Hammond", "Luke Hampton", "nl", "person"),
    ("Brexit", "Grexitakkoord", "nl", None),
    ("Robert", "Robertson", "nl", "person"),
    ("Rosen", "Rosenberg", "nl", "person"),
    ("Thụy Điển", "Zwitserland", "nl", "place"),
    ("Áo", "Australië", "nl", "place"),
    ("Niger", "Nigéria", "fr", "place"),
    ("WHO", "WTO", "nl", "organisation"),
    ("HBO", "เอชเอสบีซี", "th", "organisation"),
    ("RCMP", "SCRS", "fr", "organisation"),
    ("ECOWAS", "CEEAC", "fr", "organisation"),
    ("Ngân hàng Quốc gia Thụy Sĩ", "Nationale Bank van België", "nl", "organisation"),
    ("Park Jong-soo", "Park Jong-min", "nl", "person"),
    ("Margaret Beaumont", "มาร์กาเรต เดลมอนต์", "th", "person"),
    ("Đại học Nagoya", "มหาวิทยาลัยโอซากะ", "th", "organisation"),
    ("Suzuki Hanako", "ซูซูกิ ทาโร", "th", "person"),
]


@pytest.mark.parametrize("name, spelling, language, type, how", RENDERED)
def test_rendering_is_known(name: str, spelling: str, language: str, type: str, how: str) -> None:
    match = rendering.score(name, spelling, language, type)
    assert match.score >= 0.6 and match.how == how, match


@pytest.mark.parametrize("name, spelling, language, type, how", RENDERED)
def test_rendering_is_found_in_a_sentence(name: str, spelling: str, language: str, type: str, how: str) -> None:
    text = SENTENCES[language].format(spelling)
    best = rendering.find(name, text, language, type=type)[0]
    assert best.score >= 0.5 and spelling in text[best.start:best.end], (best, text[best.start:best.end])


@pytest.mark.parametrize("name, other, language, type", OTHERS)
def test_another_name_is_no_rendering(name: str, other: str, language: str, type: str) -> None:
    assert rendering.score(name, other, language, type).score < 0.5


@pytest.mark.parametrize("name, near, language", [
    ("Bill Haskins", "Bill Hoskins", "nl"), ("Adele Fontaine", "Adela Fontaine", "fr"), ("Morrison", "Morrisen", "nl")])
def test_a_letter_off_is_near(name: str, near: str, language: str) -> None:
    match = rendering.score(name, near, language, "person")
    assert match.how == "near" and 0.2 < match.score < 0.5


def test_surname_alone_is_partial() -> None:
    best = rendering.find("Margaret Beaumont", "Volgens Beaumont is dat onzin.", "nl", type="person")[0]
    assert best.partial and best.score >= 0.5
    best = rendering.find("Margaret Beaumont", "ตามที่นางโบมอนต์กล่าวไว้", "th", type="person")[0]
    assert best.partial and best.score >= 0.5


@pytest.mark.parametrize("name, text", [
    ("Ogawa Yuji", "นายโอกาวะกล่าว"), ("Kuroda Yuji", "นายคุโรดะกล่าวว่า"),
    ("Shiroiwa Yuji", "ผู้ว่าฯ ชิโรอิวะ กล่าว")])
def test_a_surname_alone_is_part_of_a_name_whose_rest_is_mostly_vowels(name: str, text: str) -> None:
    best = rendering.find(name, text, "th", type="person")[0]
    assert best.partial and best.score >= 0.5


@pytest.mark.parametrize("name, text, written", [
    ("Lương Hoài Bảo", "เลือง หว่าย บ๋าว ประธานคณะกรรมการ", "เลือง หว่าย บ๋าว"),
    ("Hoàng Minh Tuấn", "นายหว่าง มิญ ต๊วน กล่าว", "หว่าง มิญ ต๊วน"),
    ("Huang Wei", "นายหวง เว่ย กล่าว", "หวง เว่ย")])
def test_a_rendering_by_sound_ends_with_its_word(name: str, text: str, written: str) -> None:
    best = rendering.find(name, text, "th", type="person")[0]
    assert text[best.start:best.end] == written and best.score > 0.7


def test_hint_names_the_better_of_two_places() -> None:
    text = "Beaumont zag Beaumont."
    assert rendering.find("Beaumont", text, "nl", hint=(13, 21))[0].start == 13
    assert rendering.find("Beaumont", text, "nl", hint=(0, 8))[0].start == 0


@pytest.mark.parametrize("judge, recall, others", [
    (measure.by_sound, 0.93, 0.12), (measure.by_all, 0.94, 0.18), (measure.in_a_sentence, 0.94, 0.20)])
def test_transliterations_are_told_apart(judge: Callable[[str], Callable[[str, str], float]], recall: float,
                                         others: float) -> None:
    score = judge("th")
    tried = [(score(t.name, t.spelling) >= 0.5, t.right) for t in measure.trials(GOLD, "test")]
    right = [taken for taken, is_right in tried if is_right]
    wrong = [taken for taken, is_right in tried if not is_right]
    assert sum(right) / len(right) >= recall
    assert sum(wrong) / len(wrong) <= others


@given(st.text(max_size=30), st.text(max_size=60), st.sampled_from(["nl", "fr", "th", "vi", "en", "xx"]))
def test_anything_can_be_looked_for_anywhere(name: str, text: str, language: str) -> None:
    for found in rendering.find(name, text, language):
        assert 0 <= found.start < found.end <= len(text) and 0 <= found.score <= 1


@given(st.lists(st.sampled_from(["tran sy thanh", "kanagawa", "jae in", "o", "kuroiwa yuji", ""]), max_size=4),
       st.text(alphabet="กขคงจญดตทนบปพมยรลวสหอะาิีึืุูเแโใไ่้็์ -x5", max_size=30), st.booleans())
def test_names_heard_together_are_heard_as_alone(names: list[str], text: str, whole: bool) -> None:
    ear = sound.ear("th")
    assert ear
    heard_in = ear._pairings.sounds(text)
    together = ear.hear([("general", name) for name in names], heard_in, whole)
    assert together == [one for name in names for one in ear.hear([("general", name)], heard_in, whole)]


@given(st.text("กขคงจชซดตถทนบปผพฟมยรลวสหอะาิีุูเแโไใ่้์็ัำ 5a", max_size=30))
def test_sounds_keep_their_places(text: str) -> None:
    of = script("th")
    assert of is not None
    read = phones(text, of)
    assert len(read.symbols) == len(read.starts) == len(read.ends) == len(read.free)
    assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends))


def test_every_language_has_the_same_identifiers() -> None:
    """A key that one language lacks, and CLDR, can never be matched there; peoples, which Vietnamese names by country,
    apart."""
    tables = {code: languages.table(code, "exonyms") for code in languages.languages()}
    for section in ("territory", "subdivision", "place", "organisation", "institution"):
        keys = {code: set(table.get(section, {})) - (set(Locale(code).territories) if section == "territory" else set())
                for code, table in tables.items()}
        assert len(set(map(frozenset, keys.values()))) == 1, section


@pytest.mark.parametrize("code", ["vi", "nl", "fr", "th", "en"])
def test_hand_made_names_are_plain_lists(code: str) -> None:
    source = Path(languages.__file__).parent / code / "exonyms.toml"
    for section, rows in tomllib.loads(source.read_text("utf-8")).items():
        for entry, names in rows.items():
            assert section == "spelling" or names and all(isinstance(n, str) and n.strip() for n in names), entry


@pytest.mark.parametrize("name, language, expected", [
    ("Trung Quốc", "nl", "China"), ("Genève", "th", "เจนีวา"), ("Tây Virginia", "fr", "Virginie-Occidentale"),
    ("tỉnh Tứ Xuyên", "nl", "Sichuan"), ("Nghị viện châu Âu", "fr", "Parlement européen")])
def test_gazetteers_know_the_world(name: str, language: str, expected: str) -> None:
    assert expected in exonyms.renderings(name, language)
