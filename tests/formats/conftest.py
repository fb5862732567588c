"""A run made by hand: two versions of one short article, and a set that could not be checked."""
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.article import Alignment, Article, Bead, Block, Document, Segment
from checker.finding import KIND_OF, Finding, Message, Place, RelatedSide, Severity, Side
from checker.fingerprint import fingerprint
from checker.outcome import Outcome, SetResult
from checker.report import Report, TranslationReport
from checker.suppressions.record import Suppressed, Suppression
from checker.verdict import side

ORIGINAL = "Nhà ga mới có 14 lối ra.\nMưa làm chậm việc xây dựng.\n"
DUTCH = "Het nieuwe station heeft 41 uitgangen.\n"
THAI = "สถานีใหม่มีทางออก 14 ทาง\nฝนทำให้การก่อสร้างล่าช้า | <b>@ทุกคน</b>\n"
WEIRD = 'ข่าว/a "b", 100 %:c\nd.th.txt'


def article(path: str, language: str, text: str) -> Article:
    """One segment and one block a line."""
    segments, blocks, at = [], [], 0
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        segments.append(Segment(number, number, at, at + len(line), line))
        blocks.append(Block(at, at + len(line)))
        at += len(line) + 1
    return Article(Document(path, text, tuple(blocks)), language, tuple(segments))


def finding(code: str, severity: Severity, message: str, original: Side | None, translation: Side | None,
            language: str = "nl") -> Finding:
    """A finding of those sides."""
    values = [side.value if side else None for side in (original, translation)]
    mark = fingerprint(code, language, values[0], values[1], message)
    return Finding(mark, mark, KIND_OF[code], code, severity, 0.9, Message(message), original, translation)


def report(root: Path = Path()) -> Report:
    """One article, its Dutch with an error and a missing sentence, its Thai with a known and a silenced finding."""
    original = article(str(root / "news/station.vi.txt"), "vi", ORIGINAL)
    dutch = article(str(root / "news/station.nl.txt"), "nl", DUTCH)
    thai = article(str(root / WEIRD), "th", THAI)
    changed = finding("number-changed", "error", "«14» is 14; the Dutch says «41», 41: 100 % wrong\nindeed.",
                      side(Place(14, 16, "14"), original), side(Place(25, 27, "41"), dutch))
    missing = finding("passage-missing", "warning", "«Mưa làm chậm việc xây dựng.» is missing.",
                      side(Place(25, 52), original), side(Place(len(DUTCH) - 1, len(DUTCH) - 1), dutch))
    known = replace(finding("name-added", "info", "The Thai says «<b>@ทุกคน</b>» | too.", None,
                            side(Place(53, 65, "person:x"), thai), "th"), state="unchanged")
    witness = RelatedSide(known.translation, thai.path, "witness") if known.translation else None
    beads = (Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (), 0.0, "missing"))
    both = (Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (1,), 0.8, "aligned"))
    silenced = finding("bound-changed", "warning", "«14» became «about 14».", side(Place(14, 16, "14"), original),
                       side(Place(18, 20, "~14"), thai), "th")
    return Report(
        original,
        (TranslationReport(dutch, Alignment(beads, "translation", 0.5),
                           (replace(changed, related=(witness,) if witness else (), suggestion="14"), missing)),
         TranslationReport(thai, Alignment(both, "translation", 1.0), (known,),
                           scores={"chrF": {"score": 61.25, "signature": "chrF2|test"}})),
        (), "checker:0|model:none", {"name": "none", "revision": "0"},
        suppressed=(Suppressed(silenced, thai, Suppression("decision", "rounded by the desk", "An", None)),),
    )


@pytest.fixture
def one(tmp_path: Path) -> Outcome:
    """One article and its versions."""
    return Outcome((SetResult("news/station", report(tmp_path)),), root=tmp_path)


@pytest.fixture
def several(tmp_path: Path) -> Outcome:
    """Two sets, one of which could not be read."""
    place = RelatedSide(Side((), 0, 0, 1, 1, "", None), str(tmp_path / "news/harbour.vi.txt"), "witness")
    unreadable = replace(finding("unreadable", "error", "It is not text.", None, None), related=(place,))
    broken = SetResult("news/harbour", None, ("news/harbour.vi.txt: is not text",), (unreadable,))
    checked = SetResult("news/station", report(tmp_path), notes=("nl changed: chrF 80.0",))
    return Outcome((checked, broken), True, tmp_path)


@pytest.fixture
def nothing(tmp_path: Path) -> Outcome:
    """A run over sets in which there was none to check."""
    return Outcome((), True, tmp_path)
