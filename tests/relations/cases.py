"""Versions of known relation, made from the sample articles: `python -m tests.relations.cases` prints the confusions.

A version is a list of paragraphs, a paragraph a list of sentences, cut by the project's own segmenter.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.article import Alignment, Article, Relation
from checker.config import Config, configuration
from checker.encoder import load
from checker.pairing import pair_up
from checker.comparison import encode
from checker.readers import read
from checker.reading import read_article
from checker.segmenter import split

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent / "reports" / "samples"
LANGUAGES = ("nl", "fr", "th")
SETS = {"visit": "txt", "mangrove": "md"}
RELATIONS: tuple[Relation, ...] = ("translation", "abridged", "unfinished", "unrelated")

Text = list[list[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A version in a language of a sample set's Vietnamese article, and what it is to it."""

    name: str
    language: str
    original: str
    version: str
    expected: Relation

    def __str__(self) -> str:
        return f"{self.original}-{self.language}-{self.name}"


def full(text: Text, _: Text) -> Text:
    """All of it."""
    return text


def one_a_line(text: Text, _: Text) -> Text:
    """All of it, each sentence a paragraph of its own."""
    return [[sentence] for sentence in _flat(text)]


def every(nth: int) -> Callable[[Text, Text], Text]:
    """A summary: the first sentence and every nth after it."""
    return lambda text, _: _keep(text, lambda i, n: i % nth == 0)


def middle(text: Text, _: Text) -> Text:
    """An excerpt: the second third of the sentences."""
    return _keep(text, lambda i, n: n // 3 <= i < 2 * n // 3)


def end(text: Text, _: Text) -> Text:
    """An excerpt: the last third of the sentences."""
    return _keep(text, lambda i, n: i >= 2 * n // 3)


def edited(text: Text, _: Text) -> Text:
    """A heavy edit: every third sentence gone."""
    return _keep(text, lambda i, n: i % 3 != 1)


def half(text: Text, _: Text) -> Text:
    """The second half not there yet."""
    return text[:len(text) // 2]


def half_foreign(text: Text, original: Text) -> Text:
    """The second half still in the original's language."""
    return text[:len(text) // 2] + original[len(original) // 2:]


def end_foreign(text: Text, original: Text) -> Text:
    """The last quarter still in the original's language."""
    return text[:len(text) * 3 // 4] + original[len(original) * 3 // 4:]


MADE: tuple[tuple[Callable[[Text, Text], Text], str, Relation], ...] = (
    (full, "full", "translation"), (one_a_line, "one-a-line", "translation"),
    (every(3), "summary-of-3", "abridged"), (every(4), "summary-of-4", "abridged"),
    (middle, "excerpt-middle", "abridged"), (end, "excerpt-end", "abridged"), (edited, "heavy-edit", "abridged"),
    (half, "half", "unfinished"), (half_foreign, "half-foreign", "unfinished"),
    (end_foreign, "end-foreign", "unfinished"),
)


def cases() -> Iterator[Case]:
    """Every case, the sets and languages in turn."""
    for name, suffix in SETS.items():
        original = _text(SAMPLES / name / f"article.vi.{suffix}", "vi")
        for language in LANGUAGES:
            version = _text(SAMPLES / name / f"article.{language}.{suffix}", language)
            for make, kind, relation in MADE:
                yield Case(kind, language, name, _written(make(version, original)), relation)
            other = "mangrove" if name == "visit" else "visit"
            for kind, path in (("other-sample", SAMPLES / other / f"article.{language}.{SETS[other]}"),
                               ("follow-up", HERE / "articles" / f"followup.{language}.txt"),
                               ("other-subject", HERE / "articles" / f"other.{language}.txt")):
                yield Case(kind, language, name, _written(_text(path, language)), "unrelated")


def _keep(text: Text, chosen: Callable[[int, int], bool]) -> Text:
    sentences = iter(range(len(_flat(text))))
    count = len(_flat(text))
    kept = [[s for s in paragraph if chosen(next(sentences), count)] for paragraph in text]
    return [paragraph for paragraph in kept if paragraph]


def _flat(text: Text) -> list[str]:
    return [sentence for paragraph in text for sentence in paragraph]


@lru_cache(maxsize=None)
def _text(path: Path, language: str) -> Text:
    document = read(str(path))
    paragraphs: dict[int, list[str]] = {}
    for segment in split(document, language, pieces=False):
        paragraphs.setdefault(segment.paragraph, []).append(segment.text)
    return list(paragraphs.values())


def _written(text: Sequence[Sequence[str]]) -> str:
    return "\n\n".join(" ".join(paragraph) for paragraph in text) + "\n"


def aligned(case: Case) -> Alignment:
    """How a case's version aligns, with the real encoder."""
    config = configuration(None)
    original = read_article(str(SAMPLES / case.original / f"article.vi.{SETS[case.original]}"), config)
    encoder = load(config["model"], config["cache"])
    return pair_up(*encode([original, _article(case, config)], encoder))[1]


def _article(case: Case, config: Config) -> Article:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"version.{case.language}.txt"
        path.write_text(case.version, "utf-8")
        return read_article(str(path), config)


def confusions() -> Counter[tuple[Relation, Relation]]:
    """How often each expected relation was called which."""
    return Counter((case.expected, aligned(case).relation) for case in cases())


def table(counts: Counter[tuple[Relation, Relation]]) -> str:
    """The confusion table: a row for what is expected, a column for what was said."""
    rows = [" " * 12 + "".join(f"{said:>13}" for said in RELATIONS)]
    rows += [f"{due:12}" + "".join(f"{counts[due, said]:13}" for said in RELATIONS) for due in RELATIONS]
    return "\n".join(rows)


if __name__ == "__main__":
    print(table(confusions()))
