"""Fit what speaks for a sentence start that no stop shows: models/onsets.json, and the signs in models/alignment.json.

    python -m checker.fitting MATERIAL… [--write]

MATERIAL is one or more folders with `news/` (documents.tsv and one file a language, line by line the same sentences).
First the probe on the encoder's states (`checker/probing.py`). Then the signs' weights: each document is laid out as
prose, as for `checker.tuning`; every capital that might begin a sentence (`starts.candidates`) is a case, and is real
where a line of the material begins. What the probe makes of it is a sign among others, by a probe that never saw the
document. Two-class logistic regression (`calibration.fit`). The signs' weights are printed, with the probe and without,
and how often the likeliest capital of an article's opening was the right one in documents that the fit never saw;
--write replaces the probe of the default encoder.
"""
from __future__ import annotations

import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

from . import probing
from .article import Article
from .calibration import FOLDS, LANGUAGES, Case, documents_of, fit, predicted
from .encoder import Encoder
from .onsets import Probe
from .segmenter import cuts_pieces
from .starts import Onset, candidates, heard
from .tuning import SHORTEST, Layout, laid_out


@dataclass(frozen=True)
class Place(Case):
    """A capital that might begin a sentence. `group` names the segment it stands in; `opens`: the article's first."""

    group: str
    opens: bool


def places(material: Path, seeds: Sequence[int], onset: Callable[[Article, str], Onset] | None = None
           ) -> Iterator[Place]:
    """Every candidate of the material, in as many layouts as there are seeds.

    `onset` gives for an article of a document what the encoder makes of its capitals.
    """
    for name, versions in documents_of(material / "news").items():
        if len(versions["vi"]) < SHORTEST:
            continue
        for seed in seeds:
            sides = {language: laid_out(lines, [], random.Random(f"{seed}/{language}/{name}"))
                     for language, lines in versions.items()}
            with tempfile.TemporaryDirectory() as folder:
                articles = {language: _read(Path(folder), language, side) for language, side in sides.items()}
            for language, article in articles.items():
                other = articles[LANGUAGES[0] if language == "vi" else "vi"]
                seen = onset(article, name) if onset else None
                yield from _places(article, other, sides[language], name, f"{name}/{language}/{seed}", seen)


def _read(folder: Path, language: str, side: Layout) -> Article:
    from .config import configuration
    from .reading import read_article

    path = folder / f"version.{language}.txt"
    path.write_text(side.text, "utf-8")
    return read_article(str(path), configuration(None), language)


def _places(article: Article, other: Article, side: Layout, document: str, key: str,
            onset: Onset | None) -> Iterator[Place]:
    begins = {start for start, _ in side.spans.values()}
    for segment, offset, signs in candidates(article, other):
        at = article.segments[segment].normal.offsets[offset]
        seen = {heard(article.language): onset(segment, offset)} if onset else {}
        opens = segment == 0 and not cuts_pieces(article.language)
        yield Place(document, signs | seen, at in begins, f"{key}/{segment}", opens)


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
@click.option("--write", is_flag=True, help="Replace the probe in models/onsets.json.")
def main(material: Sequence[Path], seeds: Sequence[int], write: bool) -> None:
    """Fit the probe and the signs of a sentence start on MATERIAL, and print the signs' weights."""
    from .encoder import load

    encoder = load()
    examples = [example for folder in material for example in probing.examples(folder, encoder)]
    clauses = [example for folder in material for example in probing.clauses(folder, encoder)]
    onset = _onsets(encoder, probing.strangers(examples), probing.strangers(clauses))
    for name, told in (("signs", onset), ("unseen", None)):
        found = [place for folder in material for place in places(folder, seeds, told)]
        right, asked = held_out(found)
        click.echo(f"{name}: {len(found)} places, {sum(place.real for place in found)} of them starts; "
                   f"{right} of {asked} openings parted rightly in documents held out")
        click.echo(json.dumps({name: round(weight, 1) for name, weight in fit(found).items()}, indent=1))
    if write:
        made = {"sentences": probing.as_data(probing.fitted(examples)),
                "clauses": probing.as_data(probing.fitted(clauses))}
        probes = {f"{encoder.name} {encoder.revision}": made}
        Path(str(files("checker.models"))).joinpath("onsets.json").write_text(json.dumps(probes) + "\n", "utf-8")


def _onsets(encoder: Encoder, sentences: Mapping[str, Probe], clauses: Mapping[str, Probe]
            ) -> Callable[[Article, str], Onset]:
    def of(article: Article, document: str) -> Onset:
        encodings = encoder.encode([segment.normal.text for segment in article.segments])
        probes = clauses if cuts_pieces(article.language) else sentences
        return lambda segment, offset: probes[document].odds(encodings[segment], offset)

    return of


if __name__ == "__main__":
    main()
