"""Fit what speaks for units at a bead's edge not belonging to it: "releasing" in models/alignment.json.

    python -m checker.weighing MATERIAL… [--seed 1] …

MATERIAL is one or more folders with `news/`, laid out as prose with sentences left out and put in, as for
`checker.tuning`. The articles are aligned, and nothing let go; every run of units at an edge of a bead
(`releasing.Releaser.runs`) is a case, and is real (does not belong) where no line of the material that it says is on
the bead's other side. Two-class logistic regression, pieces and sentences each by themselves. The
weights are printed, and what share of the runs that have odds of 1, e and e² or better is real, in documents that the
fit never saw; they are put into the file by hand, the least odds from a grid (`checker.tuning`).
"""
from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

import click
import numpy as np

from .calibration import FOLDS, LANGUAGES, RIDGE, Case, documents_of, predicted, regression
from .encoder import Encoder
from .pieces import Encoded
from .releasing import Releaser
from .tuning import SHORTEST, Layout, Spans, laid_out, lines_of


@dataclass(frozen=True)
class Stray(Case):
    """A run of units at a bead's edge; `pieces`: clause-sized ones."""

    pieces: bool


def strays(material: Path, seed: int, encoder: Encoder) -> Iterator[Stray]:
    """Every run of the material in one layout."""
    documents = [(name, d) for name, d in documents_of(material / "news").items() if len(d["vi"]) >= SHORTEST]
    for n, (name, versions) in enumerate(documents):
        for language in LANGUAGES:
            drawn = random.Random(f"{seed}/{language}/{name}")
            strange = [words for _, words in documents[(n + 1) % len(documents)][1][language]]
            sides = laid_out(versions["vi"], [], drawn), laid_out(versions[language], strange, drawn)
            yield from _of_pair(name, sides, language, encoder)


def _of_pair(document: str, sides: tuple[Layout, Layout], language: str, encoder: Encoder) -> Iterator[Stray]:
    from .comparison import encode
    from .config import configuration
    from .pairing import first_alignment
    from .parting import part
    from .reading import read_set

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, "original.vi.txt"), Path(folder, f"version.{language}.txt")]
        for path, side in zip(paths, sides):
            path.write_text(side.text, "utf-8")
        articles = read_set(str(paths[0]), [str(paths[1])], configuration(None))
    original, translation = encode(part(articles, encoder), encoder)
    releaser = Releaser(original, translation)
    for link in first_alignment(original, translation):
        here = _lines(original, link.original, sides[0].spans)
        there = _lines(translation, link.translation, sides[1].spans)
        for run in releaser.runs(link):
            own, layout, facing = ((translation, sides[1], here) if run.of_translation
                                   else (original, sides[0], there))
            real = not _lines(own, run.units, layout.spans) & facing
            yield Stray(document, run.signs, real, own.pieces)


def _lines(side: Encoded, ids: Sequence[int], spans: Spans) -> set[int]:
    segments = [side.article.segments[i] for i in ids]
    return lines_of([(segment.start, segment.end) for segment in segments], spans)


def fitted(found: Sequence[Stray]) -> dict[str, float]:
    """Weights by sign, each sign having its say in units of what it varies by."""
    names = sorted(found[0].features)
    x = np.array([[run.features[name] for name in names] for run in found])
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    penalty = np.array([0.01 if name == "bias" else RIDGE for name in names])
    real = np.array([run.real for run in found], float)
    return dict(zip(names, (regression(x / scale, real, penalty, np.zeros(len(names))) / scale).tolist()))


def held_out(found: Sequence[Stray]) -> Mapping[float, tuple[int, int]]:
    """By odds (natural log): of the runs that have them or better how many are real, and how many there are.

    Each is judged by a model that never saw its document.
    """
    documents = sorted({run.document for run in found})
    judged: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        kept = set(documents[fold::FOLDS])
        weights = fitted([run for run in found if run.document not in kept])
        judged += [(predicted(weights, run), run.real) for run in found if run.document in kept]
    loud = {odds: [real for likely, real in judged if likely >= 1 / (1 + exp(-odds))] for odds in (0.0, 1.0, 2.0)}
    return {odds: (sum(real), len(real)) for odds, real in loud.items()}


@click.command()
@click.argument("material", nargs=-1, required=True,
                type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--seed", "seeds", multiple=True, type=int, default=(1, 2, 3), help="A layout; may be given again.")
def main(material: Sequence[Path], seeds: Sequence[int]) -> None:
    """Print the weights of what speaks for units not belonging to their bead, fitted on MATERIAL."""
    from .encoder import load

    encoder = load()
    found = [run for folder in material for seed in seeds for run in strays(folder, seed, encoder)]
    for name, pieces in (("pieces", True), ("sentences", False)):
        some = [run for run in found if run.pieces == pieces]
        click.echo(f"{name}: {len(some)} runs, {sum(run.real for run in some)} of them do not belong")
        click.echo(json.dumps({name: {sign: round(weight, 2) for sign, weight in fitted(some).items()}}))
        for odds, (real, all_) in held_out(some).items():
            click.echo(f"  odds from {odds:g}: {real} of {all_} do not belong, in documents held out")


if __name__ == "__main__":
    main()
