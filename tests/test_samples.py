"""The article sets of `make report`: the clean one stays clean, and what was made to drift in the other is found."""
from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.cache import Store
from checker.config import configuration
from checker.encoder import load
from checker.encoding import Encoding
from checker.finding import KIND_OF, Finding, Side
from checker.pipeline import compare
from checker.reading import read_set
from checker.report import Report, TranslationReport
from checker.results import Results

pytestmark = pytest.mark.encoder

SAMPLES = Path(__file__).parent.parent / "reports" / "samples"
LANGUAGES = ("nl", "fr", "th")
MOST_BEYOND = 2
"""Loud findings a version of the drifting set may have beside those listed; measured: none in nl and fr, 2 in th."""
FAMILIES = {"number": "figures", "date": "figures", "name": "names", "content": "content"}


def drifts() -> list[Mapping[str, str]]:
    """The list of what was made to drift; see the head of the file for its fields."""
    listed: list[Mapping[str, str]] = tomllib.loads((SAMPLES / "mangrove/drift.toml").read_text("utf-8"))["drift"]
    return listed


@lru_cache(maxsize=None)
def checked(name: str, suffix: str, **config: Any) -> Report:
    """The report on a sample set, made once."""
    article = SAMPLES / name / "article"
    original, *versions = (f"{article}.{language}.{suffix}" for language in ("vi", *LANGUAGES))
    return checker.check(original, versions, config)


def version(report: Report, language: str) -> TranslationReport:
    """The report's version in a language."""
    (found,) = (one for one in report.translations if one.article.language == language)
    return found


def loud(report: TranslationReport) -> list[Finding]:
    """What an editor sees at once, and what fails a build."""
    return [finding for finding in report.findings if finding.severity != "info"]


def visit() -> Report:
    """The clean set, dated as `make report` dates it."""
    return checked("visit", "txt", date="2024-10-18")


def mangrove() -> Report:
    """The set with known drift."""
    return checked("mangrove", "md")


def names_drift(finding: Finding, drift: Mapping[str, str], report: TranslationReport) -> bool:
    """Whether a finding is of a drift's family and about its words (the original's, where the version has none)."""
    side, words = (finding.translation, drift["text"]) if drift["text"] else (finding.original, drift["original"])
    article = report.article if drift["text"] else mangrove().original
    return FAMILIES.get(finding.kind) == FAMILIES[KIND_OF[drift["code"]]] and overlaps(side, words, article.text)


@pytest.mark.parametrize("name", ["visit", "mangrove"])
def test_page_was_made_with_these_parameters(name: str) -> None:
    report = visit() if name == "visit" else mangrove()
    page = (SAMPLES / name / "report.html").read_text("utf-8")
    assert f'<p class="signature">{report.signature}</p>' in page, "run 'make report' and look at what changed"


def overlaps(side: Side | None, words: str, text: str) -> bool:
    """Whether a side shares a character with any occurrence of the words in the text of its file."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    assert starts, f"{words} is not in the article: drift.toml is out of date"
    return side is not None and any(side.start < i + len(words) and i < side.end for i in starts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faithful_version_is_left_alone(language: str) -> None:
    found = version(visit(), language)
    assert found.alignment.relation == "translation"
    assert [(f.severity, f.code, str(f.message)) for f in loud(found)] == []


def _name(drift: Mapping[str, str]) -> str:
    return f"{drift['language']}-{drift['code']}-{drift['original'][:16]}"


@pytest.mark.parametrize("drift", drifts(), ids=_name)
def test_drift_is_found(drift: Mapping[str, str]) -> None:
    report = version(mangrove(), drift["language"])
    said = [finding.code for finding in loud(report) if names_drift(finding, drift, report)]
    assert drift["code"] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_little_is_said_beyond_the_drift(language: str) -> None:
    report = version(mangrove(), language)
    listed = [drift for drift in drifts() if drift["language"] == language]
    beyond = [str(f.message) for f in loud(report) if not any(names_drift(f, drift, report) for drift in listed)]
    assert report.alignment.relation == "translation"
    assert len(beyond) <= MOST_BEYOND, beyond


class _Silent:
    """An encoder that is never asked."""

    def __init__(self, name: str, revision: str) -> None:
        self.name, self.revision = name, revision

    def encode(self, texts: Sequence[str]) -> list[Encoding]:
        """See `Encoder.encode`."""
        raise AssertionError("encoded again")


@pytest.mark.parametrize(("name", "suffix"), [("visit", "txt"), ("mangrove", "md")])
def test_all_that_is_said_of_real_articles_can_be_kept(name: str, suffix: str, tmp_path: Path) -> None:
    config, results = configuration({}), Results(Store(tmp_path / "results.sqlite"))
    paths = [str(SAMPLES / name / f"article.{language}.{suffix}") for language in ("vi", *LANGUAGES)]
    articles, encoder = read_set(paths[0], paths[1:], config), load()
    first = compare(articles, encoder, config, results)
    assert compare(articles, _Silent(encoder.name, encoder.revision), config, results) == first
