"""One way through the house: read, segment, encode once, align, link, extract, compare, judge.

Every stage is a function from plain data to plain data that knows nothing of the stages after it. Nothing here
writes a file (but for the encoder's cache) or ends the process.
"""
from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from .article import Alignment, Article
from .comparison import Comparer, look_ahead
from .config import Config, configuration
from .dissent import dissenting
from .encoder import Encoder, configured
from .finding import Discrepancy, Finding
from .ledger import as_dicts, merged
from .limits import time_limit
from .parting import part
from .reading import read_article, read_set
from .report import Report, TranslationReport
from .results import NOTHING, Results, results_of
from .role_dissent import role_dissent
from .scores import score
from .signature import signature
from .suppressions.settle import judgements, settle
from .surplus import measured
from .verdict import Version, judge
from .witnesses import Said, witnessed

StrPath = str | os.PathLike[str]


def check(original: StrPath, translations: Sequence[StrPath],
          config: Config | Mapping[str, Any] | StrPath | None = None) -> Report:
    """Check translations against their original; the whole result as one `Report`.

    `config`: a mapping with the configuration's keys (also `date`, `lang`, `reference`), or a path to a file of them.
    With no translations, the original is a bilingual file that holds them. Raises `CheckerError` where an input cannot
    be checked.
    """
    settings = configuration(config)
    with time_limit(settings["limits"]["time"], os.fspath(original)):
        articles = read_set(os.fspath(original), [os.fspath(t) for t in translations], settings)
        return check_articles(articles, settings)


def check_articles(articles: Sequence[Article], config: Config) -> Report:
    """Check an original (the first) and its versions (the rest), already read: compared, scored, and settled.

    Everything that can be refused is refused before the first sentence is encoded.
    """
    said = judgements(config)
    references = {a.key: read_article(path, config, a.language) for a in articles[1:]
                  if (path := config.for_file("reference", a.path))}
    report = compare(articles, configured(config), config, results_of(config))
    return settle(_scored(report, references), said, config)


def _scored(report: Report, references: Mapping[tuple[str, str], Article]) -> Report:
    def scored(version: TranslationReport) -> TranslationReport:
        reference = references.get(version.article.key)
        if reference is None:
            return version
        sides = [[s.normal.text for s in article.segments] for article in (version.article, reference)]
        return replace(version, scores=score(sides[0], sides[1], version.article.language))

    return replace(report, translations=tuple(scored(version) for version in report.translations))


def compare(articles: Sequence[Article], encoder: Encoder, config: Config, results: Results = NOTHING) -> Report:
    """Encode, align and compare an original (the first) with its versions (the rest)."""
    articles = part(articles, encoder, results, partial(look_ahead, articles))
    original = articles[0]
    comparer = Comparer(original, encoder, config, results)
    compared = comparer.compared(articles[1:])
    said = [Said(pair, made.discrepancies, made.agreements, made.meant, made.roles) for pair, made in compared]
    said = role_dissent(dissenting(said))
    by_key = {a.key: a for a in (original, *(pair.translation for pair, _ in compared))}
    versions = tuple(_judged(s, config, by_key) for s in measured(witnessed(said)))
    model = {"name": encoder.name, "revision": encoder.revision}
    ledger = merged([made.names for _, made in compared])
    return Report(original, versions, _of_original(original, comparer.discrepancies, config),
                  signature(encoder, config), model, comparer.facts, as_dicts(ledger))


def _of_original(article: Article, said: Sequence[Discrepancy], config: Config) -> tuple[Finding, ...]:
    """What is wrong with the original by itself: said once, whatever the number of its versions."""
    nothing = Alignment((), "translation", 1.0)
    version = Version(article, article, nothing, config["severity"], config["thresholds"])
    return judge(said, version)


def _judged(said: Said, config: Config, articles: Mapping[tuple[str, str], Article]) -> TranslationReport:
    pair = said.pair
    version = Version(pair.original, pair.translation, pair.alignment, config["severity"], config["thresholds"],
                      articles)
    return TranslationReport(pair.translation, pair.alignment, judge(said.discrepancies, version),
                             pair.translation_facts, said.agreements)
