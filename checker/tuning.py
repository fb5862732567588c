"""Measure the aligner under other parameters than its own: what models/alignment.json was tuned with.

    python -m checker.tuning MATERIAL [--try aligner.length=0.1,0.2] [--try mending.fall=0,0.05] …

MATERIAL is a folder with `news/` (documents.tsv and one file a language, line by line the same sentences). Each
document is laid out as prose: either side in paragraphs of its own, some sentences left out on either side, some of
another document put in. Every combination of the values tried is scored: F1 of the pairs of sentences that beads join,
and the share of the sentences without a partner that are left alone. Nothing is written; what is clearly better is put
into the file by hand.
"""
from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from .calibration import LANGUAGES, documents_of
from .resources import model_data

LEFT_OUT, PUT_IN = 0.06, 0.03
MOST_IN_PARAGRAPH = 5
SHORTEST = 8  # sentences a document has at least

Spans = dict[int, tuple[int, int]]


@dataclass(frozen=True)
class Layout:
    """A side as prose: its text, and where each line of the material stands; foreign sentences have numbers below 0."""

    text: str
    spans: Spans


@dataclass(frozen=True)
class Score:
    """Counts that add up: true pairs, those found, all pairs joined; sentences without partner, those left alone."""

    pairs: int = 0
    found: int = 0
    joined: int = 0
    lonely: int = 0
    alone: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.pairs + other.pairs, self.found + other.found, self.joined + other.joined,
                     self.lonely + other.lonely, self.alone + other.alone)

    @property
    def f1(self) -> float:
        """Harmonic mean of recall and precision of pairs.

        >>> Score(pairs=4, found=3, joined=6).f1
        0.6
        """
        return 2 * self.found / max(self.pairs + self.joined, 1)


def laid_out(sentences: Sequence[tuple[int, str]], foreign: Sequence[str], random: random.Random) -> Layout:
    """Some sentences left out, some foreign ones put in, in paragraphs of random length."""
    text, spans, left = "", Spans(), 0
    kept = [(number, words) for number, words in sentences if random.random() > LEFT_OUT]
    for strange in foreign:
        if random.random() < PUT_IN * len(sentences) / max(len(foreign), 1):
            kept.insert(random.randrange(len(kept) + 1), (-1 - len(spans) - len(kept), strange))
    for number, words in kept:
        text += "" if not text else " " if left else "\n\n"
        left = left - 1 if left else random.randrange(MOST_IN_PARAGRAPH)
        spans[number] = len(text), len(text) + len(words)
        text += words
    return Layout(text + "\n", spans)


def score(report: Mapping[str, Any], original: Layout, translation: Layout) -> Score:
    """How well one version of a report (as JSON) is aligned."""
    version = report["translations"][0]
    joined: set[tuple[int, int]] = set()
    for bead in version["alignment"]:
        here = lines_of(_places(bead["original"], report["original"]["segments"]), original.spans)
        there = lines_of(_places(bead["translation"], version["segments"]), translation.spans)
        joined |= {(x, y) for x in here for y in there}
    both = original.spans.keys() & translation.spans.keys()
    lonely = {("o", x) for x in original.spans.keys() - both} | {("t", y) for y in translation.spans.keys() - both}
    taken = {("o", x) for x, _ in joined} | {("t", y) for _, y in joined}
    return Score(len(both), sum((x, x) in joined for x in both), len(joined), len(lonely), len(lonely - taken))


def _places(ids: Sequence[int], segments: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    return [(segments[i]["start"], segments[i]["end"]) for i in ids]


def lines_of(segments: Iterable[tuple[int, int]], spans: Spans) -> set[int]:
    """The material's lines that the segments make up, 3 parts in 10 of the shorter of the two at least.

    >>> sorted(lines_of([(0, 20)], {7: (0, 16), 8: (16, 60), 9: (60, 80)}))
    [7]
    """
    found = set()
    for first, last in segments:
        for number, (start, end) in spans.items():
            shared = min(last, end) - max(first, start)
            if shared > 0 and shared >= 0.3 * min(last - first, end - start):
                found.add(number)
    return found


def measure(material: Path, language: str, seed: int = 1) -> Score:
    """The score over all documents of the material, with the parameters in force."""
    from .config import configuration
    from .encoder import load
    from .pipeline import compare  # not `check`, which may know the result from before
    from .reading import read_set

    settings = configuration(None)
    documents = [(name, d) for name, d in documents_of(material / "news").items() if len(d["vi"]) >= SHORTEST]
    total = Score()
    for n, (name, versions) in enumerate(documents):
        drawn = random.Random(f"{seed}/{language}/{name}")
        strange = [words for _, words in documents[(n + 1) % len(documents)][1][language]]
        sides = laid_out(versions["vi"], [], drawn), laid_out(versions[language], strange, drawn)
        with tempfile.TemporaryDirectory() as folder:
            paths = Path(folder, "original.vi.txt"), Path(folder, f"version.{language}.txt")
            for path, side in zip(paths, sides):
                path.write_text(side.text, "utf-8")
            articles = read_set(str(paths[0]), [str(paths[1])], settings)
            total += score(compare(articles, load(), settings).to_dict(), *sides)
    return total


@contextmanager
def tried(values: Mapping[str, float]) -> Iterator[None]:
    """With other values in force: keys as in `aligner.length`. ClickException for a key that is not in the file."""
    from . import mending, releasing, starts

    known = model_data("alignment.json")
    before = {key: dict(part) for key, part in known.items() if isinstance(part, dict)}
    for name, value in values.items():
        part, _, key = name.partition(".")
        if key not in before.get(part, {}):
            raise click.ClickException(f"{name}: no such parameter in models/alignment.json")
        known[part][key] = value
    for cached in (mending.tuned, releasing.weights, starts.weights):
        cached.cache_clear()
    try:
        yield
    finally:
        for part, old in before.items():
            known[part].update(old)
        for cached in (mending.tuned, releasing.weights, starts.weights):
            cached.cache_clear()


def grid(tries: Sequence[str]) -> Iterator[dict[str, float]]:
    """All combinations of `name=value,value` settings.

    >>> list(grid(["a.b=1,2", "c.d=0.5"]))
    [{'a.b': 1.0, 'c.d': 0.5}, {'a.b': 2.0, 'c.d': 0.5}]
    """
    parts = [item.partition("=") for item in tries]
    choices = [[(name, float(value)) for value in values.split(",")] for name, _, values in parts]
    return (dict(chosen) for chosen in itertools.product(*choices))


@click.command()
@click.argument("material", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--try", "tries", multiple=True, help="A parameter and the values to try: aligner.length=0.1,0.2")
@click.option("--seed", default=1, help="Which sentences are left out, and where paragraphs end.")
def main(material: Path, tries: Sequence[str], seed: int) -> None:
    """Print F1 and the share of sentences rightly left alone, a line for each combination of the values tried."""
    for values in grid(tries):
        with tried(values):
            told = []
            for language in LANGUAGES:
                made = measure(material, language, seed)
                told.append(f"{language} F1 {made.f1:.1%} alone {made.alone / max(made.lonely, 1):.0%}")
        click.echo("  ".join([*(f"{k}={v:g}" for k, v in values.items()), *told]))


if __name__ == "__main__":
    main()
