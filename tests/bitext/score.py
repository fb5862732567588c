"""How well `checker align --pre-segmented` does on German and French: `python -m tests.bitext.score` [--wrong].

`alps.txt` is the gold standard, a bead a block. Strict scores, as the literature has them: a bead counts where it is a
gold one sentence by sentence; precision is over all beads found, recall over those of gold that have two sides.
"""
from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from checker.alignments import Aligned, align_lines
from checker.config import configuration

GOLD = Path(__file__).with_name("alps.txt")
Bead = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Bitext:
    """Two texts by sentence, and their gold beads by sentence number, from 0."""

    german: tuple[str, ...]
    french: tuple[str, ...]
    beads: frozenset[Bead]


def gold() -> Bitext:
    """The gold standard, as its file has it."""
    german: list[str] = []
    french: list[str] = []
    beads = set()
    lines = [line for line in GOLD.read_text("utf-8").splitlines() if not line.startswith("#")]
    for block in "\n".join(lines).strip().split("\n\n"):
        before = len(german), len(french)
        for line in block.splitlines():
            side, _, sentence = line.partition("\t")
            {"D": german, "F": french}[side].append(sentence)
        beads.add((tuple(range(before[0], len(german))), tuple(range(before[1], len(french)))))
    return Bitext(tuple(german), tuple(french), frozenset(beads))


def aligned(text: Bitext) -> Aligned:
    """The texts as the command aligns them."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "german.de"), Path(folder, "french.fr")
        for path, side in zip(paths, (text.german, text.french), strict=True):
            path.write_text("\n".join(side) + "\n", "utf-8")
        return align_lines(str(paths[0]), str(paths[1]), configuration(None))


def strict(found: set[Bead], true: frozenset[Bead]) -> tuple[float, float, float]:
    """Strict precision, recall and F1.

    >>> strict({((0,), (0,)), ((1,), ())}, frozenset({((0,), (0,)), ((1,), (1,))}))
    (0.5, 0.5, 0.5)
    """
    full = {bead for bead in true if all(bead)}
    precision, recall = len(found & true) / max(len(found), 1), len(found & full) / max(len(full), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def main(arguments: list[str]) -> None:
    """Print the scores, and with --wrong the beads that are not gold's."""
    text = gold()
    found = {(row.original, row.translation) for row in aligned(text).rows}
    print("strict precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*strict(found, text.beads)))
    if "--wrong" in arguments:
        for original, translation in sorted(found - text.beads, key=lambda bead: max(bead[0] + bead[1])):
            print(original, translation)
            print(*(text.german[i] for i in original), sep="\n  ")
            print(*(text.french[j] for j in translation), sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
