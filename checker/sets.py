"""Checking article sets: many in one run, a broken one not stopping the others, what is missing said."""
from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from . import __version__
from .article import Article
from .articles import ArticleSet
from .bugs import bug_line
from .config import Config
from .errors import CheckerError
from .finding import Finding, Message, RelatedSide, Severity, Side
from .fingerprint import fingerprint
from .limits import time_limit
from .outcome import SetResult
from .report import Report
from .verdict import number

log = logging.getLogger(__name__)

_DEFAULT: Mapping[str, Severity] = {"unreadable": "error", "missing-translation": "warning",
                                    "orphan-translation": "warning"}


def guarded(slug: str, work: Callable[[], SetResult]) -> SetResult:
    """The result of `work`, or of its failure: one set that cannot be checked does not stop the others."""
    log.info("checking %s", slug)
    try:
        return work()
    except CheckerError as error:
        return SetResult(slug, None, (f"{slug}: {error}",))
    except Exception as error:
        return SetResult(slug, None, (f"{slug}: {bug_line(error)}",), bug=True)


def check_set(one: ArticleSet, config: Config, folder: Path,
              shown: Callable[[Path], str] = os.path.relpath) -> SetResult:
    """Check one set, whose paths are relative to `folder`; `shown` turns a full path into the one reports print."""
    with time_limit(config["limits"]["time"], one.slug):
        return _checked(one, _Reading(config, folder, shown))


def _checked(one: ArticleSet, reading: _Reading) -> SetResult:
    config = reading.config
    if one.bilingual and one.original:
        articles = reading.bilingual(one.original)
        return _result(one, articles[0] if articles else None, articles[1:], reading)
    original = reading.article(one.original, config["original"]) if one.original else None
    versions = [a for lang, path in one.translations.items() if (a := reading.article(path, lang))]
    return _result(one, original, versions, reading)


def missing(one: ArticleSet, versions: Sequence[Article], config: Config) -> list[str]:
    """The languages that the configuration expects and the set lacks."""
    there = {*one.translations, *(v.language for v in versions)} if one.bilingual else one.translations
    return [lang for lang in config["languages"] if lang.lower() not in there]


def _result(one: ArticleSet, original: Article | None, versions: Sequence[Article], reading: _Reading) -> SetResult:
    config, findings, problems = reading.config, list(reading.findings), tuple(reading.problems)
    if one.original is None:
        findings += [f for article in versions for f in _orphan(article, config)]
    elif original is not None:
        findings += [f for lang in missing(one, versions, config) for f in _missing(lang, original, config)]
    if original is None:
        return SetResult(one.slug, None, problems, number(findings))
    if versions:
        from .pipeline import check_articles

        report = check_articles([original, *versions], config)
        report = replace(report, set_findings=number([*report.set_findings, *findings]))
    else:
        report = Report(original, (), number(findings), f"checker:{__version__}", {})
    return SetResult(one.slug, report, problems)


class _Reading:
    """Reads the files of a set, and keeps account of those that cannot be read."""

    def __init__(self, config: Config, folder: Path, shown: Callable[[Path], str]) -> None:
        self.config, self.folder, self.shown = config, folder, shown
        self.findings: list[Finding] = []
        self.problems: list[str] = []

    def article(self, path: str, language: str) -> Article | None:
        """The article in a file, or None where it cannot be read."""
        from .reading import read_article

        found = self._read(path, language, lambda name: [read_article(name, self.config, language)])
        return found[0] if found else None

    def bilingual(self, path: str) -> list[Article]:
        """The articles in a bilingual file, or none where it cannot be read."""
        from .reading import read_bilingual_set

        return self._read(path, self.config["original"], lambda name: read_bilingual_set(name, self.config))

    def _read(self, path: str, language: str, read: Callable[[str], list[Article]]) -> list[Article]:
        full = self.folder / path
        name = self.shown(full)
        try:
            if not Path(os.path.realpath(full)).is_relative_to(os.path.realpath(self.folder)):
                raise CheckerError(f"{name}: is a link that leads out of {self.folder}; put the file itself there")
            return read(name)
        except CheckerError as error:
            self.problems.append(str(error))
            self.findings += _unreadable(name, language, str(error), self.config)
            return []


def _unreadable(path: str, language: str, why: str, config: Config) -> list[Finding]:
    return _finding("unreadable", language, Message("{why}", {"why": why}), path, "", config)


def _orphan(article: Article, config: Config) -> list[Finding]:
    message = Message("{path} is a translation, and its original ({language}) is not there.",
                      {"path": article.path, "language": config["original"]})
    return _finding("orphan-translation", article.language, message, article.path, _opening(article), config)


def _missing(language: str, original: Article, config: Config) -> list[Finding]:
    message = Message("There is no {language} version of {path}.", {"language": language, "path": original.path})
    return _finding("missing-translation", language, message, None, _opening(original), config)


def _finding(code: str, language: str, message: Message, path: str | None, sentence: str,
             config: Config) -> list[Finding]:
    """The finding, unless its code is off."""
    severity = config["severity"].get(code, _DEFAULT[code])
    if severity == "off":
        return []
    mark = fingerprint(code, language, None, None, sentence)
    place = (RelatedSide(Side((), 0, 0, 1, 1, "", None), path, "same-fact"),) if path else ()
    return [Finding(mark, mark, "set", code, severity, 1.0, message, None, None, place)]


def _opening(article: Article) -> str:
    return article.segments[0].text if article.segments else ""
