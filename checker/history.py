"""Versions that were left behind before this pull request: the original changed after their own last change."""
from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .articles import ArticleSet
from .config import Config
from .errors import CheckerError
from .facts import Context
from .finding import Finding
from .gitrepo import Repository
from .report import Report, TranslationReport
from .stale import Original, stale


@dataclass(frozen=True)
class History:
    """Where to look: a set as the base `commit` has it, and a folder for copies of older files."""

    repository: Repository
    commit: str
    then: ArticleSet
    folder: Path

    def left_behind(self, version: TranslationReport, was: TranslationReport, now: Report,
                    config: Config) -> Finding | None:
        """The finding that a version has been stale since before the base, or None.

        `was` is the version at the base: it says there what it said when it was last changed.
        """
        path = self.then.translations.get(_key(self.then, was))
        since = self.repository.last_change(self.commit, path) if path else None
        if since is None or self.then.original is None:
            return None
        old = self._original(since, self.then.original, config)
        return stale(old, was.article, now, version, config["severity"]) if old else None

    def _original(self, since: str, path: str, config: Config) -> Original | None:
        """The original as it was at a commit; None where it is the same still, or was not there to be read."""
        from .comparison import extracted
        from .reading import read_article

        try:
            content = self.repository.read(since, path)
            if content == self.repository.read(self.commit, path):
                return None
            copy = self.folder / since / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
            article = read_article(str(copy), config, config["original"])
        except CheckerError:
            return None
        return Original(article, extracted(article, Context(date=article.date)))


def _key(then: ArticleSet, was: TranslationReport) -> str:
    """The set's own word for a version's language (nl-BE for nl)."""
    language = was.article.language
    return next((key for key in then.translations if key.split("-")[0].split("_")[0] == language), language)
