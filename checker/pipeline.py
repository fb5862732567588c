"""One way through the house: read, segment, encode once, align, link, extract, compare, judge.

Every stage is a function from plain data to plain data that knows nothing of the stages after it. Nothing here
writes a file (but for the encoder's cache) or ends the process.
"""
from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from . import checks, segmenter
from .article import Alignment, Article, Bead
from .checks import calendar
from .checks.pair import Pair
from .config import Config, configuration
from .encoder import Encoder, load
from .facts import Context, Fact, extract
from .finding import Agreement, Discrepancy, Finding
from .ledger import as_dicts, entries
from .limits import time_limit
from .links import Links, TokenLinks, Tokens
from .pairing import pair_up
from .pieces import Encoded
from .reading import read_article, read_set
from .report import Report, TranslationReport
from .scores import score
from .signature import signature
from .suppressions.settle import judgements, settle
from .verdict import Version, judge
from .witnesses import Said, witnessed

log = logging.getLogger(__name__)

StrPath = str | os.PathLike[str]
Facts = Mapping[int, tuple[Fact, ...]]


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
    encoder = load(config["model"], config["cache"], config["cache-size"] * 1_000_000)
    report = compare(articles, encoder, config)
    return settle(_scored(report, references), said, config)


def _scored(report: Report, references: Mapping[tuple[str, str], Article]) -> Report:
    def scored(version: TranslationReport) -> TranslationReport:
        reference = references.get(version.article.key)
        if reference is None:
            return version
        sides = [[s.normal.text for s in article.segments] for article in (version.article, reference)]
        return replace(version, scores=score(sides[0], sides[1], version.article.language))

    return replace(report, translations=tuple(scored(version) for version in report.translations))


def compare(articles: Sequence[Article], encoder: Encoder, config: Config) -> Report:
    """Encode, align and compare an original (the first) with its versions (the rest)."""
    encoded = encode(articles, encoder)
    original = encoded[0]
    context = Context(date=original.article.date)
    facts = extracted(original.article, context)
    pairs = [_pair(original, version, facts, context, config) for version in encoded[1:]]
    said = witnessed([_said(pair) for pair in pairs])
    by_key = {a.key: a for a in (original.article, *(p.translation for p in pairs))}
    versions = tuple(_judged(s, config, by_key) for s in said)
    model = {"name": encoder.name, "revision": encoder.revision}
    return Report(original.article, versions, _of_original(original.article, facts, config),
                  signature(encoder, config), model, facts, as_dicts(entries(pairs)))


def encode(articles: Sequence[Article], encoder: Encoder) -> list[Encoded]:
    """Every sentence of every article, in one call: batches fill best that way."""
    texts = [s.normal.text for a in articles for s in a.segments]
    log.info("encoding %d sentences", len(texts))
    found = iter(encoder.encode(texts))
    return [Encoded(a, tuple(next(found) for _ in a.segments), segmenter.cuts_pieces(a.language)) for a in articles]


def extracted(article: Article, context: Context) -> Facts:
    """The facts of each segment, at the file's offsets."""
    return {s.id: tuple(f.moved(*s.normal.span(f.start, f.end), f.text)
                        for f in extract(s.normal.text, article.language, context)) for s in article.segments}


def _pair(original: Encoded, version: Encoded, facts: Facts, context: Context, config: Config) -> Pair:
    joined, alignment = pair_up(original, version)
    there = Context(date=joined.article.date or context.date)
    return Pair(original.article, joined.article, alignment, facts, extracted(joined.article, there),
                linker(original, joined), config)


def linker(original: Encoded, translation: Encoded) -> Callable[[Bead], Links]:
    """The word links of a bead, made when first asked for and then kept."""
    @lru_cache(maxsize=None)
    def links(bead: Bead) -> Links:
        return TokenLinks(Tokens.joined([original.tokens(i) for i in bead.original]),
                          Tokens.joined([translation.tokens(j) for j in bead.translation]))

    return links


def _of_original(article: Article, facts: Facts, config: Config) -> tuple[Finding, ...]:
    """What is wrong with the original by itself: said once, whatever the number of its versions."""
    nothing = Alignment((), "translation", 1.0)
    version = Version(article, article, nothing, config["severity"], config["thresholds"])
    return judge(calendar.check_original(article, facts), version)


def _said(pair: Pair) -> Said:
    said = list(checks.run(pair))
    return Said(pair, tuple(x for x in said if isinstance(x, Discrepancy)),
                tuple(x for x in said if isinstance(x, Agreement)))


def _judged(said: Said, config: Config, articles: Mapping[tuple[str, str], Article]) -> TranslationReport:
    pair = said.pair
    version = Version(pair.original, pair.translation, pair.alignment, config["severity"], config["thresholds"],
                      articles)
    return TranslationReport(pair.translation, pair.alignment, judge(said.discrepancies, version),
                             pair.translation_facts, said.agreements)
