"""Alignment as a bilingual file gives it."""
from __future__ import annotations

from dataclasses import replace

from checker.article import Article, Block, Document, Pairs
from checker.comparison import encode
from checker.given import links_of
from checker.pairing import pair_up, parameters
from checker.segmenter import split

from .standin import StandIn

HOUSE, RIVER, SCHOOL = "een huis van hout", "de rivier was hoog", "twaalf scholen bleven dicht"


def _article(language: str, units: list[str], pairs: Pairs | None = None) -> Article:
    blocks, at = [], 0
    for unit in units:
        blocks.append(Block(at, at + len(unit), "unit"))
        at += len(unit) + 1
    document = Document(f"a.{language}.csv", "\n".join(units), tuple(blocks), language)
    return Article(document, language, split(document, language), pairs=pairs)


def _beads(original: list[str], translation: list[str], pairs: Pairs) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    a, b = encode([_article("nl", original), _article("fr", translation, pairs)], StandIn())
    joined, alignment = pair_up(a, b)
    assert sorted(i for x in alignment.beads for i in x.original) == [s.id for s in a.article.segments]
    assert sorted(j for x in alignment.beads for j in x.translation) == [s.id for s in joined.article.segments]
    return [(x.original, x.translation) for x in alignment.beads]


def test_pairs_are_kept_whatever_they_say() -> None:
    # Computed from likeness alone, the two would be paired crosswise.
    units = [f"Hier staat {HOUSE}.", f"En hier {RIVER}.", f"Daar {SCHOOL}.", "Wij zagen het zelf."]
    crossed = [units[0], units[2], units[1], units[3]]
    pairs = ((0, 0), (1, 1), (2, 2), (3, 3))
    assert _beads(units, crossed, pairs) == [((i,), (i,)) for i in range(4)]


def test_sentences_within_a_unit_find_each_other_and_no_others() -> None:
    original = [f"Hier staat {HOUSE}. En hier {RIVER}. Daar {SCHOOL}.", "Wij zagen het zelf."]
    lacking = [f"Hier staat {HOUSE}. Daar {SCHOOL}.", f"Wij zagen het zelf. En hier {RIVER}."]
    found = _beads(original, lacking, ((0, 0), (1, 1)))
    assert ((0,), (0,)) in found and ((2,), (1,)) in found
    assert not any(1 in o and 3 in t for o, t in found), "a sentence is not looked for in another unit"


def test_a_unit_without_its_other_side_stands_alone() -> None:
    units = [f"Hier staat {HOUSE}.", f"En hier {RIVER}.", f"Daar {SCHOOL}."]
    found = _beads(units, [units[0], units[2]], ((0, 0), (1, None), (2, 1)))
    assert found == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_a_pair_that_comes_apart_altogether_is_one_bead() -> None:
    units = [f"Hier staat {HOUSE}. En hier {RIVER}.", f"Daar {SCHOOL}."]
    pairs = ((0, 0), (1, 1))
    a, b = encode([_article("nl", units), _article("fr", ["Rien. Absolument rien.", "Douze."], pairs)], StandIn())
    choosy = replace(parameters(), threshold=9.0)
    found = links_of(a, b, pairs, (range(3), range(3)), choosy)
    assert [(x.original, x.translation) for x in found] == [((0, 1), (0, 1)), ((2,), (2,))]
