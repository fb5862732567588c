"""Decisions, comments and baselines over reports made by hand: what they silence, what they leave, what they report."""
from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.article import Alignment, Article, Bead, Block, Document, Origin, Segment
from checker.config import Config
from checker.errors import CheckerError
from checker.finding import KIND_OF, Finding, Message, Place
from checker.fingerprint import fingerprint
from checker.report import Report, TranslationReport
from checker.suppressions.comments import comments
from checker.suppressions.entries import Entry, read, write
from checker.suppressions.matching import Mark, match
from checker.suppressions.settle import entries, judgements, marks, recognise, settle
from checker.verdict import number, side

TODAY = dt.date(2025, 6, 1)
ORIGINAL = "Đập nước cao 62 mét.\n\nCông trình xong sau 3 năm.\n"
DUTCH = "De dam is 26 meter hoog.\n\nHet werk was na 5 jaar klaar.\n"


def article(path: str, language: str, text: str) -> Article:
    """A block and a segment a line of prose; comments and empty lines are none."""
    segments: list[Segment] = []
    at = 0
    for line in text.split("\n"):
        if line and not line.startswith("<!--"):
            segments.append(Segment(len(segments), len(segments), at, at + len(line), line))
        at += len(line) + 1
    blocks = tuple(Block(s.start, s.end) for s in segments)
    return Article(Document(path, text, blocks), language, tuple(segments))


def finding(code: str, original: Article, version: Article, segment: int, values: tuple[str, str]) -> Finding:
    a, b = original.segments[segment], version.segments[segment]
    mark = fingerprint(code, version.language, values[0], values[1], a.text)
    return Finding(mark, mark, KIND_OF[code], code, "error", 0.9, Message("wrong"),
                   side(Place(a.start, a.end, values[0]), original), side(Place(b.start, b.end, values[1]), version))


def report(folder: Path, dutch: str = DUTCH, vietnamese: str = ORIGINAL) -> Report:
    original = article(str(folder / "dam.vi.md"), "vi", vietnamese)
    version = article(str(folder / "dam.nl.md"), "nl", dutch)
    found = [finding("number-changed", original, version, 0, ("62 m", "26 m")),
             finding("duration-changed", original, version, 1, ("P3Y", "P5Y"))]
    beads = (Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (1,), 0.9, "aligned"))
    versions = (TranslationReport(version, Alignment(beads, "translation", 1.0), number(found)),)
    return Report(original, versions, (), "s", {})


def settled(made: Report, folder: Path, **values: Any) -> Report:
    config = Config.of({name.replace("_", "-"): value for name, value in values.items()})
    return settle(made, judgements(config), config, TODAY)


def codes(made: Report) -> list[str]:
    return [f.code for _, f in made.all_findings()]


def decided(folder: Path, *items: Entry) -> str:
    path = folder / "decisions.json"
    write(path, "decisions", items)
    return str(path)


def test_a_decision_silences_and_is_remembered(tmp_path: Path) -> None:
    made = report(tmp_path)
    mark = made.translations[0].findings[0].fingerprint
    path = decided(tmp_path, Entry(mark, "fine", "checked with the author", "Lan"))
    after = settled(made, tmp_path, decisions=path)
    assert codes(after) == ["duration-changed"]
    (silenced,) = after.suppressed
    assert silenced.finding.code == "number-changed" and silenced.suppression.reason == "checked with the author"
    assert after.to_dict()["suppressed"][0]["suppression"]["who"] == "Lan"


def test_a_decision_that_something_is_fixed_silences_nothing(tmp_path: Path) -> None:
    made = report(tmp_path)
    path = decided(tmp_path, Entry(made.translations[0].findings[0].fingerprint, "fixed"))
    assert codes(settled(made, tmp_path, decisions=path)) == ["number-changed", "duration-changed"]


def test_a_decision_survives_a_rewording_but_not_other_facts(tmp_path: Path) -> None:
    known = entries(report(tmp_path), Path.cwd())
    path = decided(tmp_path, *(replace(e, decision="fine", reason="ok") for e in known))
    reworded = report(tmp_path, vietnamese=ORIGINAL.replace("Đập nước cao", "Đập nước ấy cao"))
    assert codes(settled(reworded, tmp_path, decisions=path)) == []
    first = reworded.translations[0]
    other = finding("number-changed", reworded.original, first.article, 0, ("62 m", "27 m"))
    changed = replace(reworded, translations=(replace(first, findings=(other,)),))
    assert "number-changed" in codes(settled(changed, tmp_path, decisions=path))


def test_unused_and_expired_decisions_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = report(tmp_path)
    mark = made.translations[0].findings[0].fingerprint
    path = decided(tmp_path, Entry("f1-none", "fine", "r", path="dam.nl.md"),
                   Entry("f1-other", "fine", "r", path="elsewhere.nl.md"),
                   Entry(mark, "fine", "r", expires="2025-05-31", path="dam.nl.md"))
    after = settled(made, tmp_path, decisions=path)
    assert codes(after) == ["unused-suppression", "unused-suppression", "number-changed", "duration-changed"]
    told = " ".join(str(f.message) for f in after.set_findings)
    assert "f1-none" in told and "expired on 2025-05-31" in told and "f1-other" not in told
    assert len({f.id for f in after.set_findings}) == 2


def test_a_decision_holds_on_its_last_day(tmp_path: Path) -> None:
    made = report(tmp_path)
    mark = made.translations[0].findings[0].fingerprint
    path = decided(tmp_path, Entry(mark, "fine", "r", expires=TODAY.isoformat()))
    assert codes(settled(made, tmp_path, decisions=path)) == ["duration-changed"]


def test_a_reason_can_be_required(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = report(tmp_path)
    path = decided(tmp_path, Entry(made.translations[0].findings[0].fingerprint, "fine", path="dam.nl.md"))
    assert codes(settled(made, tmp_path, decisions=path)) == ["duration-changed"]
    after = settled(made, tmp_path, decisions=path, require_reason=True)
    assert codes(after) == ["unused-suppression", "number-changed", "duration-changed"]


@pytest.mark.parametrize("text, left", [
    ("<!-- checker: ignore number-changed -- as measured -->\n" + DUTCH, ["duration-changed"]),
    (DUTCH.replace("\n\n", "\n\n<!-- checker: ignore duration-changed -- ok -->\n"), ["number-changed"]),
    (DUTCH.replace("hoog.", "hoog. <!-- checker: ignore number-changed -- ok -->"), ["duration-changed"]),
    ("<!--checker:ignore number-changed, duration-changed-->\n" + DUTCH, ["duration-changed"]),
    ("<!-- checker: ignore duration-changed -- wrong paragraph -->\n" + DUTCH,
     ["unused-suppression", "number-changed", "duration-changed"]),
    ("<!-- checker: ignore number-chnaged -- slip -->\n" + DUTCH,
     ["unused-suppression", "number-changed", "duration-changed"]),
    ("<!-- checker: ignore -- everything? -->\n" + DUTCH, ["unused-suppression", "number-changed", "duration-changed"]),
    ("<!-- an ordinary comment -->\n" + DUTCH, ["number-changed", "duration-changed"]),
])
def test_comments_silence_their_paragraph(tmp_path: Path, text: str, left: list[str]) -> None:
    after = settled(report(tmp_path, dutch=text), tmp_path)
    assert codes(after) == left


def test_a_comment_in_the_original_counts_for_every_version(tmp_path: Path) -> None:
    made = report(tmp_path, vietnamese="<!-- checker: ignore number-changed -- it is being raised -->\n" + ORIGINAL)
    after = settled(made, tmp_path)
    assert codes(after) == ["duration-changed"] and after.suppressed[0].suppression.by == "comment"


def test_an_unknown_code_in_a_comment_is_explained(tmp_path: Path) -> None:
    made = report(tmp_path, dutch="<!-- checker: ignore number-chnaged -->\n" + DUTCH)
    (unused,) = settled(made, tmp_path).set_findings
    assert "did you mean 'number-changed'" in str(unused.message)
    assert unused.related[0].path.endswith("dam.nl.md") and unused.related[0].side.line == 1


def test_severity_of_unused_suppressions_can_be_chosen(tmp_path: Path) -> None:
    made = report(tmp_path, dutch="<!-- checker: ignore era-mixed -->\n" + DUTCH)
    assert settled(made, tmp_path).set_findings[0].severity == "warning"
    assert settled(made, tmp_path, severity={"unused-suppression": "info"}).set_findings[0].severity == "info"
    assert settled(made, tmp_path, severity={"unused-suppression": "off"}).set_findings == ()


def test_comments_in_plain_text_are_text() -> None:
    assert list(comments(article("a.nl.txt", "nl", "<!-- checker: ignore era-mixed -->\nZin.\n"))) == []


def test_html_comments_are_read_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.nl.html"
    path.write_text("<p>Een.</p>\n<!-- checker: ignore era-mixed -- two calendars -->\n<p>Twee.</p>\n", "utf-8")
    document = Document(str(path), "Een.\n\nTwee.", (Block(0, 4), Block(6, 11)), plain=False,
                        origin=Origin((0, 6), (1, 3), (4, 4)))
    (comment,) = comments(Article(document, "nl", ()))
    assert (comment.line, comment.codes, comment.reason, comment.first) == (2, ("era-mixed",), "two calendars", 3)


def test_baseline_makes_known(tmp_path: Path) -> None:
    made = report(tmp_path)
    path = tmp_path / "b.json"
    write(path, "baseline", entries(made, Path.cwd())[:1])
    after = settled(made, tmp_path, baseline=str(path))
    assert [f.state for f in after.translations[0].findings] == ["unchanged", "new"]


def test_a_second_copy_of_a_known_fault_is_new(tmp_path: Path) -> None:
    made = report(tmp_path)
    first = made.translations[0]
    copies = number([first.findings[0], replace(first.findings[0])])
    twice = replace(made, translations=(replace(first, findings=copies),))
    after = recognise(twice, marks(made)[:1])
    assert sorted(str(f.state) for f in after.translations[0].findings) == ["new", "unchanged"]


def test_matching_prefers_the_fingerprint_then_the_nearest_sentence() -> None:
    far = Mark("a", "number-changed", "nl", "1", "2", "Sáng nay trời mưa rất to ở thành phố.")
    near = Mark("b", "number-changed", "nl", "1", "2", "Có 1 chiếc xe ở trong sân.")
    found = [Mark("c", "number-changed", "nl", "1", "2", "Có 1 chiếc xe cũ ở trong sân."), replace(far)]
    assert match([far, near], found) == {0: 1, 1: 0}
    assert match([near], [replace(near, fingerprint="x", language="fr")]) == {}
    assert match([near], [replace(near, fingerprint="x", sentence="Tàu thủy rời bến vào lúc nửa đêm.")]) == {}


def test_a_changed_figure_that_is_now_missing_was_wrong_before() -> None:
    known = Mark("a", "number-changed", "nl", "14", "41", "Nhà ga mới có 14 lối ra.")
    assert match([known], [Mark("b", "number-missing", "nl", "14", None, "Nhà ga mới ấy có 14 lối ra.")]) == {0: 0}
    assert match([known], [Mark("b", "name-missing", "nl", "14", None, "Nhà ga mới ấy có 14 lối ra.")]) == {}


@pytest.mark.parametrize("content, said", [
    ("{", "JSON"), ("[]", "no list named"), ('{"decisions": [{}]}', "no fingerprint"),
    ('{"decisions": [{"fingerprint": "f", "reason": 5}]}', "reason is a text"),
    ('{"decisions": [{"fingerprint": "f", "expires": "soon"}]}', "expires is a date"),
])
def test_broken_files_are_refused(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "d.json"
    path.write_text(content, "utf-8")
    with pytest.raises(CheckerError, match=said):
        read(path, "decisions")


def test_a_missing_file_is_refused_unless_it_may_be_made(tmp_path: Path) -> None:
    assert read(tmp_path / "d.json", "decisions", must_exist=False) == ()
    with pytest.raises(CheckerError, match="no such"):
        read(tmp_path / "d.json", "decisions")


def test_files_read_back_and_merge_well(tmp_path: Path) -> None:
    items = (Entry("f1-b", "fine", "r", path="b"), Entry("f1-a", "fine", "ý", expires="2030-01-01", path="a"))
    write(tmp_path / "d.json", "decisions", items)
    assert read(tmp_path / "d.json", "decisions") == (items[1], items[0])
    assert "ý" in (tmp_path / "d.json").read_text("utf-8")


def test_the_pages_export_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"decisions": [
        {"fingerprint": "f1-x", "decision": "fine", "reason": "", "who": "An", "date": "2025-01-01"}]}), "utf-8")
    assert read(path, "decisions")[0].who == "An"
