"""From paths to articles: read by their format, their language told, cut into sentences."""
from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

from . import segmenter
from .article import Article, Document, Pairs
from .config import Config
from .errors import CheckerError
from .language import language_of
from .limits import Limits
from .readers import is_bilingual, read
from .readers.bitext import read_bilingual
from .results import results_of


def read_set(original: str, translations: Sequence[str], config: Config) -> list[Article]:
    """The original and its versions, read and cut; one bilingual file alone holds all of them.

    Sentences are clause-sized pieces where the language marks no sentence ends. Raises CheckerError where a file cannot
    be read, is given twice, or has nothing to be compared with.
    """
    if not translations:
        if is_bilingual(original, config.for_file("format", original)):
            return read_bilingual_set(original, config)
        raise CheckerError(f"{original}: there is nothing to compare it with; name its translations too")
    _refuse_repeats([original, *translations])
    return [read_article(path, config) for path in (original, *translations)]


def _refuse_repeats(paths: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for path in paths:
        real = os.path.realpath(path)
        if real in seen:
            raise CheckerError(f"{path}: given twice (also as {seen[real]}); name each file once")
        seen[real] = path


def read_article(path: str, config: Config, pattern: str | None = None) -> Article:
    """One file, read and cut. `pattern` is the language that the configuration's pattern says, where it does."""
    document = read(path, format=config.for_file("format", path), limits=Limits(**config["limits"]),
                    json_paths=config["json-paths"])
    return _cut(document, config, config.for_file("lang", path), pattern)


def read_bilingual_set(path: str, config: Config) -> list[Article]:
    """The original and the versions that one file holds, its pairs kept.

    --lang names the version's language where the file does not, and can only where it holds one version.
    """
    bitext = read_bilingual(path, format=config.for_file("format", path), original=config["original"],
                            limits=Limits(**config["limits"]))
    said = config.for_file("lang", path)
    if said and len(bitext.versions) > 1:
        raise CheckerError(f"{path}: holds several versions, so --lang cannot say which is meant; name their languages "
                           "in the file")
    told = [v for v in bitext.versions if v.document.blocks]
    if not told:
        raise CheckerError(f"{path}: holds no translation yet; there is nothing to compare")
    empty = tuple(f"{path}: its {v.document.language} version has no text and was not checked"
                  for v in bitext.versions if v not in told)
    original = replace(bitext.original, notes=(*bitext.original.notes, *empty))
    return [_cut(original, config, None, None), *(_cut(v.document, config, said, None, v.pairs) for v in told)]


def _cut(document: Document, config: Config, override: str | None, pattern: str | None,
         pairs: Pairs | None = None) -> Article:
    guess = language_of(document, override=override, pattern=pattern, results=results_of(config))
    segments = segmenter.split(document, guess.code, limits=Limits(**config["limits"]))
    return Article(document, guess.code, segments, document.date or config["date"], guess.contradicted_by, pairs)
