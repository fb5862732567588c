"""Fit what speaks for a sentence start that no stop shows: the signs' weights in models/alignment.json.

    python -m checker.fitting MATERIAL…

MATERIAL is one or more folders with `news/` (documents.tsv and one file a language, line by line the same sentences).
Each document is laid out as prose, as for `checker.tuning`; every capital that might begin a sentence
(`starts.candidates`) is a case, and is real where a line of the material begins. Two-class logistic regression
(`calibration.fit`). Nothing is written: the weights are printed, and how often the likeliest capital of an article's
opening was the right one in documents that the fit never saw.
"""
from __future__ import annotations

import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from .article import Article
from .calibration import FOLDS, LANGUAGES, Case, documents_of, fit, predicted
from .segmenter import cuts_pieces
from .starts import candidates
from .tuning import SHORTEST, Layout, laid_out


@dataclass(frozen=True)
class Place(Case):
    """A capital that might begin a sentence. `group` names the segment it stands in; `opens`: the article's first."""

    group: str
    opens: bool


def places(material: Path, seeds: Sequence[int]) -> Iterator[Place]:
    """Every candidate of the material, in as many layouts as there are seeds."""
    for name, versions in documents_of(material / "news").items():
        if len(versions["vi"]) < SHORTEST:
            continue
        for seed in seeds:
            sides = {language: laid_out(lines, [], random.Random(f"{seed}/{language}/{name}"))
                     for language, lines in versions.items()}
            with tempfile.TemporaryDirectory() as folder:
                articles = {language: _read(Path(folder), language, side) for language, side in sides.items()}
            for language, article in articles.items():
                if not cuts_pieces(language):
                    other = articles[LANGUAGES[0] if language == "vi" else "vi"]
                    yield from _places(article, other, sides[language], name, f"{name}/{language}/{seed}")


def _read(folder: Path, language: str, side: Layout) -> Article:
    from .config import configuration
    from .reading import read_article

    path = folder / f"version.{language}.txt"
    path.write_text(side.text, "utf-8")
    return read_article(str(path), configuration(None), language)


def _places(article: Article, other: Article, side: Layout, document: str, key: str) -> Iterator[Place]:
    begins = {start for start, _ in side.spans.values()}
    for segment, offset, signs in candidates(article, other):
        at = article.segments[segment].normal.offsets[offset]
        yield Place(document, signs, at in begins, f"{key}/{segment}", segment == 0)


def held_out(found: Sequence[Place]) -> tuple[int, int]:
    """Of the openings with a start in them: how often it is the likeliest place, by a model that never saw them."""
    openings: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        if place.opens:
            openings[place.group].append(place)
    right = asked = 0
    documents = sorted({place.document for place in found})
    for fold in range(FOLDS):
        kept = set(documents[fold::FOLDS])
        weights = fit([place for place in found if place.document not in kept])
        for group in openings.values():
            if group[0].document in kept and any(place.real for place in group):
                asked += 1
                right += max(group, key=lambda place: predicted(weights, place)).real
    return right, asked


@click.command()
@click.argument("material", nargs=-1, required=True,
                type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--seed", "seeds", multiple=True, type=int, default=(1, 2, 3), help="A layout; may be given again.")
def main(material: Sequence[Path], seeds: Sequence[int]) -> None:
    """Fit the signs of a sentence start on MATERIAL, and print their weights."""
    found = [place for folder in material for place in places(folder, seeds)]
    right, asked = held_out(found)
    click.echo(f"{len(found)} places, {sum(place.real for place in found)} of them starts; {right} of {asked} openings "
               "parted rightly in documents held out")
    click.echo(json.dumps({name: round(weight, 1) for name, weight in fit(found).items()}, indent=1))


if __name__ == "__main__":
    main()
