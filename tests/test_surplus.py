"""Passages measured by how long the other versions tell the sentences beside them."""
from __future__ import annotations

from dataclasses import replace

from checker.article import Alignment, Bead
from checker.checks import passages
from checker.finding import Discrepancy, Message, Place
from checker.surplus import measured
from checker.witnesses import Said

from .checks.test_negation import linked

ORIGINAL = "Thị trưởng ký tên và cầu mở.\nTrời mưa suốt đêm qua.\n" + "Thị trưởng ký tên và cầu mở. " * 8
DUTCH = "De burgemeester tekende de naam.\nHet regende de hele nacht.\n" + "De burgemeester tekende de naam. " * 8
LONG = "\n" + "Le maire a signé le document. " * 8
FRENCH = "Le maire a signé le document hier."
BOTH = "Le maire a signé le document hier, sous une pluie qui tombait sans cesse."


def said(text: str, language: str, *beads: Bead) -> Said:
    """A version with its alignment, and what is said of its passages."""
    made = linked(ORIGINAL, text, language)
    rest = tuple(range(2, len(made.original.segments)))
    last = len(made.translation.segments) - len(rest)
    beads = (*beads, *(Bead((i,), (last + n,), 0.9, "aligned") for n, i in enumerate(rest)))
    made = replace(made, alignment=Alignment(beads, "translation", 1.0, {}))
    return Said(made, tuple(d for d in passages.check(made) if isinstance(d, Discrepancy)), ())


def told(text: str, *others: Said) -> Discrepancy:
    """The finding on the second sentence, which a French version lacks, heard with the others."""
    lacking = said(text + LONG, "fr", Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (), 0.0, "missing"))
    [found] = measured([lacking, *others])[0].discrepancies
    return found


def whole() -> Said:
    """A Dutch version that has both sentences."""
    return said(DUTCH, "nl", Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (1,), 0.9, "aligned"))


def test_a_sentence_as_long_as_two_elsewhere_may_hold_both() -> None:
    alone, both = told(FRENCH, whole()), told(BOTH, whole())
    assert alone.evidence["due"] < both.evidence["due"]
    assert alone.evidence["common"] == 0


def test_what_another_version_lacks_as_well_is_common() -> None:
    lines = DUTCH.split("\n")
    short = said("\n".join(lines[::2]), "nl", Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (), 0.0, "missing"))
    assert told(FRENCH, short, whole()).evidence["common"] == 0.5


def test_one_version_alone_is_not_measured() -> None:
    assert "due" not in told(FRENCH).evidence


def test_a_lost_clause_stays_a_note_however_short_its_sentence_is() -> None:
    version = said(DUTCH, "nl", Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (1,), 0.9, "aligned"))
    segment = version.pair.original.segments[0]
    note = Discrepancy("passage-missing", Message("…"), Place(segment.start, segment.end), Place(5, 5), 0.1,
                       {"covered": 0.0, "share": 0.4}, advisory=True)
    longer = DUTCH.replace("naam.\n", "naam. " + "De burgemeester tekende de naam. " * 2 + "\n", 1)
    other = said(longer, "nl", Bead((0,), (0, 1, 2), 0.9, "aligned"), Bead((1,), (3,), 0.9, "aligned"))
    [found] = measured([replace(version, discrepancies=(note,)), other])[0].discrepancies
    assert found.certainty > note.certainty
    assert found.advisory
