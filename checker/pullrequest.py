"""The check of a pull request: the article sets it touches, and what is new in them since it left its base."""
from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from .articles import ArticleSet, find_sets
from .config import Config
from .errors import CheckerError
from .finding import Finding
from .gitrepo import Repository
from .history import History
from .outcome import Outcome, SetResult
from .report import Report, TranslationReport
from .scores import score
from .sets import check_set, guarded
from .stale import Original, stale
from .suppressions.settle import marks, recognise
from .verdict import number, order


@dataclass(frozen=True)
class Touched:
    """A set that a pull request touches: as it is, and as it was (None: it is new). Paths are from the root."""

    now: ArticleSet
    then: ArticleSet | None


def check_pull_request(config: Config, base: str | None) -> Outcome:
    """Check every article set that changed since the merge base with `base` (default: the branch CI says, or main).

    Each finding's state is `new` or `unchanged`. Raises CheckerError outside a repository, without patterns, and where
    the base cannot be reached.
    """
    if not config["articles"]:
        raise CheckerError("the configuration does not say where articles are; write 'articles' ('checker init' helps)")
    repository = Repository.at(config.folder)
    commit = repository.merge_base(base or default_base(repository))
    sets = touched(repository, commit, config)
    with tempfile.TemporaryDirectory(prefix="checker-base-") as folder:
        results = [guarded(one.now.slug, partial(_check, one, commit, repository, config, Path(folder)))
                   for one in sets]
    return Outcome(tuple(results), True, repository.root)


def default_base(repository: Repository, environment: Mapping[str, str] = os.environ) -> str:
    """What the CI server says the request goes into, else the usual names of the main branch."""
    if environment.get("CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        return environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"]
    if environment.get("GITHUB_BASE_REF"):
        return f"origin/{environment['GITHUB_BASE_REF']}"
    for name in ("origin/HEAD", "origin/main", "origin/master", "main", "master"):
        if repository.has(name):
            return name
    raise CheckerError("cannot tell what to compare with; name it with --base")


def touched(repository: Repository, commit: str, config: Config) -> list[Touched]:
    """The sets that changed on either side, each with what it was; renames followed."""
    inside = Path(os.path.realpath(config.folder)).relative_to(os.path.realpath(repository.root)).as_posix()
    prefix = "" if inside == "." else f"{inside}/"
    changes = repository.changes(commit)
    now = [_rooted(one, prefix) for one in find_sets(repository.files(config.folder), config)]
    there = [path.removeprefix(prefix) for path in repository.files_at(commit) if path.startswith(prefix)]
    then = {one.slug: one for one in (_rooted(one, prefix) for one in find_sets(there, config))}
    return [Touched(one, _before(one, then, changes.present)) for one in now
            if any(path in changes.present for path in one.paths) or _lost(one, then, changes.deleted)]


def _rooted(one: ArticleSet, prefix: str) -> ArticleSet:
    return replace(one, original=prefix + one.original if one.original is not None else None,
                   translations={lang: prefix + path for lang, path in one.translations.items()})


def _lost(one: ArticleSet, then: Mapping[str, ArticleSet], deleted: frozenset[str]) -> bool:
    was = then.get(one.slug)
    return was is not None and any(path in deleted for path in was.paths)


def _before(one: ArticleSet, then: Mapping[str, ArticleSet], moved: Mapping[str, str | None]) -> ArticleSet | None:
    """What a set was: the set that most of its files were in, under their old names."""
    slugs = {path: slug for slug, was in then.items() for path in was.paths}
    olds = [slugs[old] for path in one.paths if (old := moved.get(path, path)) in slugs]
    return then[max(olds, key=olds.count)] if olds else then.get(one.slug)


def _check(one: Touched, commit: str, repository: Repository, config: Config, folder: Path) -> SetResult:
    now = check_set(one.now, config, repository.root)
    if one.then is None:
        return _compared(now, None, None, config)
    history = History(repository, commit, one.then, folder)
    return _compared(now, _base(history, config), history, config)


def _base(history: History, config: Config) -> SetResult:
    """The set as the base has it, checked from a copy. What cannot be checked there is not known: all is new."""
    place = history.folder / history.commit
    for path in history.then.paths:
        copy = place / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(history.repository.read(history.commit, path))
    return check_set(history.then, config, place, str)


def _compared(now: SetResult, was: SetResult | None, history: History | None, config: Config) -> SetResult:
    """The set's findings marked as new or unchanged, with what was left behind and how much each version changed."""
    known_loose = [f.fingerprint for f in was.findings] if was else []
    loose = tuple(replace(f, state="unchanged" if f.fingerprint in known_loose else "new") for f in now.findings)
    if now.report is None:
        return replace(now, findings=loose)
    before = was.report if was else None
    report = recognise(now.report, marks(before) if before else [])
    if before is None or history is None:
        return replace(now, report=report, findings=loose)
    versions = tuple(_version(version, before, now.report, history, config) for version in report.translations)
    notes = tuple(_note(v) for v in versions if "base-chrF" in v.scores)
    return replace(now, report=replace(report, translations=versions), findings=loose, notes=notes)


def _version(version: TranslationReport, before: Report, now: Report, history: History,
             config: Config) -> TranslationReport:
    was = next((t for t in before.translations if t.article.language == version.article.language), None)
    if was is None:
        return version
    findings = version.findings
    if left := stale(Original(before.original, before.facts), was.article, now, version, config["severity"]):
        findings += (replace(left, state="new"),)
    elif left := history.left_behind(version, was, now, config):
        findings += (replace(left, state="unchanged"),)
    scores = {**version.scores, **_change(was, version)}
    return replace(version, findings=number(sorted(findings, key=_rank)), scores=scores)


def _rank(finding: Finding) -> tuple[bool, Any]:
    return finding.state == "unchanged", order(finding)


def _change(was: TranslationReport, version: TranslationReport) -> dict[str, Any]:
    """How much a version changed: chrF and TER against what it was; nothing where it did not."""
    sides = [[s.normal.text for s in t.article.segments] for t in (version, was)]
    if sides[0] == sides[1]:
        return {}
    found = score(sides[0], sides[1], version.article.language, ["chrF", "TER"])
    return {f"base-{name}": value for name, value in found.items()}


def _note(version: TranslationReport) -> str:
    chrf, ter = version.scores["base-chrF"], version.scores["base-TER"]
    return (f"{version.article.language} changed since the base: chrF {chrf['score']:.1f} ({chrf['signature']}), "
            f"TER {ter['score']:.1f} ({ter['signature']})")
