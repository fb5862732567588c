"""How sure it is that a passage stands alone."""
from __future__ import annotations

from dataclasses import replace

from checker.article import Alignment, Bead, Segment
from checker.checks import passages
from checker.finding import Discrepancy

from .test_negation import linked


def added(text: str, nearest: float = 0.0) -> Discrepancy:
    """The finding on the second Dutch sentence, the first being aligned; `nearest` is what it has of the original."""
    made = linked("Thị trưởng ký tên và cầu mở.", text, "nl")
    beads = (Bead((0,), (0,), 0.9, "aligned"), Bead((), (1,), 0.0, "added"))
    alignment = Alignment(beads, "translation", 1.0, {("translation", 1): nearest})
    return next(passages.check(replace(made, alignment=alignment)))


def test_the_rest_of_the_sentence_beside_it_is_less_surely_added() -> None:
    rest = added("De burgemeester tekende de naam.\nDe brug is open.")
    other = added("De burgemeester tekende de naam.\nHet regent al dagen.")
    assert rest.evidence["echo"] > other.evidence["echo"]
    assert rest.certainty < other.certainty


def test_a_piece_of_a_sentence_that_no_stop_parts_is_a_note() -> None:
    made = linked("Thị trưởng ký tên ở cầu mới.\nMùa xuân này trời mưa nhiều.", "De burgemeester tekende.", "nl")
    beads = (Bead((0,), (0,), 0.9, "aligned"), Bead((1,), (), 0.0, "missing"))
    first, second = made.original.segments

    def told(*segments: Segment) -> bool:
        return next(passages.check(replace(made, original=replace(made.original, segments=segments),
                                           alignment=Alignment(beads, "translation", 1.0)))).advisory

    assert not told(first, second)
    assert not told(first, replace(second, paragraph=first.paragraph))
    assert told(replace(first, text=first.text.rstrip(".")), replace(second, paragraph=first.paragraph))


def test_what_a_sentence_of_the_original_nearly_says_is_less_surely_added() -> None:
    text = "De burgemeester tekende de naam.\nHet regent al dagen."
    told = [added(text, nearest).certainty for nearest in (0.2, 0.3, 0.4)]
    assert told[0] - told[1] < 0.1 < told[1] - told[2]
