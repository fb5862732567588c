"""`checker decide` and `checker baseline`: say of findings that they are fine, or that they were there before."""
from __future__ import annotations

import datetime as dt
import getpass
import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..config import Config
from ..errors import CheckerError
from .options import ORIGIN, configuration
from .progress import progress

if TYPE_CHECKING:
    from ..outcome import Outcome
    from ..suppressions.entries import Entry

DECISIONS, BASELINE = "checker-decisions.json", "checker-baseline.json"


@click.command(short_help="Say that a finding is fine, and why.")
@click.argument("fingerprints", nargs=-1, required=True)
@click.option("--reason", required=True, help="Why it is fine.")
@click.option("--who", help="Who says so; git's user name if not given.")
@click.option("--expires", metavar="YYYY-MM-DD", help="The last day it holds; for good if not given.")
@click.option("--report", "report_file", metavar="FILE",
              help="The JSON report the findings are in: the decision then survives a rewording of their sentence.")
@click.option("--decisions", metavar="FILE", help=f"The file to write; the configuration's, or {DECISIONS}.")
@click.option("--config", "config_file", metavar="FILE", help="The configuration to use, whatever would be found.")
def decide(fingerprints: tuple[str, ...], reason: str, who: str | None, expires: str | None, report_file: str | None,
           **options: Any) -> int:
    """Record that the findings FINGERPRINTS (or ids) are fine. A decision holds until its facts change."""
    from ..suppressions.entries import Entry, read, write

    config = configuration(options)
    target = config["decisions"] or DECISIONS
    if expires is not None:
        _date(expires)
    reported = _reported(report_file) if report_file else {}
    base = Entry("", "fine", reason, who or _user(), dt.date.today().isoformat(), expires)
    marks = [_fingerprint(text) for text in fingerprints]
    absent = [mark for mark in marks if report_file and mark not in reported]
    if absent:
        raise CheckerError(f"{report_file}: holds no finding {absent[0]}; take the fingerprint from that report")
    old = {entry.fingerprint: entry for entry in read(target, "decisions", must_exist=False)}
    # Who decides anew without a report keeps what is known of the finding.
    known = {**old, **reported}
    new = {mark: replace(known.get(mark, Entry(mark)), **_judgement(base)) for mark in marks}
    write(target, "decisions", {**old, **new}.values())
    print(f"{target}: {len(new)} recorded, {len({**old, **new})} in all")
    return 0


def _judgement(entry: Entry) -> dict[str, Any]:
    return {"decision": entry.decision, "reason": entry.reason, "who": entry.who, "date": entry.date,
            "expires": entry.expires}


def _date(text: str) -> None:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        raise CheckerError(f"--expires {text}: write the day as YYYY-MM-DD") from None


def _fingerprint(text: str) -> str:
    """An id is a fingerprint with a number for repeats.

    >>> _fingerprint("f1-0123abc-2")
    'f1-0123abc'
    """
    return "-".join(text.split("-")[:2])


def _user() -> str:
    found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, check=False)
    try:
        return found.stdout.strip() or getpass.getuser()
    except (KeyError, OSError):
        return ""


def _reported(path: str) -> dict[str, Entry]:
    """The findings of a JSON report, as entries."""
    try:
        data = json.loads(Path(path).read_text("utf-8"))
        reports = data.get("reports", [data])
        return {e.fingerprint: e for one in reports for t in one["translations"] for e in _entries(one["original"], t)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckerError(f"--report {path}: is not a JSON report of the checker ({error})") from error


def _entries(original: Mapping[str, Any], version: Mapping[str, Any]) -> Iterable[Entry]:
    from ..suppressions.entries import Entry

    for finding in version["findings"]:
        sides: Sequence[Any] = (finding["original"], finding["translation"])
        values = [side["value"] if side else None for side in sides]
        texts = [" ".join(" ".join(article["segments"][i]["text"].split()) for i in side["segments"][:3])
                 for side, article in zip(sides, (original, version), strict=True) if side]
        yield Entry(finding["fingerprint"], code=finding["code"], language=version["language"], path=version["path"],
                    original=values[0], translation=values[1], sentence=texts[0] if texts else "")


@click.command(short_help="Record what is found now as known.")
@click.argument("original", required=False)
@click.argument("translations", nargs=-1)
@click.option("--baseline", metavar="FILE", help=f"The file to write; the configuration's, or {BASELINE}.")
@click.option("--prune", is_flag=True, help="Only remove what no longer occurs; add nothing.")
@click.option("--config", "config_file", metavar="FILE", help="The configuration to use, whatever would be found.")
@click.option("--model", metavar="NAME_OR_PATH", help="The encoder to use.")
def baseline(original: str | None, translations: tuple[str, ...], prune: bool, **options: Any) -> int:
    """Record every finding of the files named, or of all article sets, as known: from now on only new ones fail."""
    from ..suppressions.entries import read, write
    from .check import outcome_of

    paths = [original, *translations] if original else []
    config = configuration(options, paths)
    target = config["baseline"] or BASELINE
    known = read(target, "baseline", must_exist=prune)
    with progress():
        outcome = outcome_of(paths, _without_baseline(config))
    if outcome.problems():
        raise CheckerError(f"{outcome.problems()[0]}; mend that first, so that the baseline is whole")
    kept = merged(known, outcome, prune, whole=not paths)
    write(target, "baseline", kept)
    print(f"{target}: {len(kept)} known findings ({len(known)} before)")
    return 0


def _without_baseline(config: Config) -> Config:
    return config.over({"baseline": None}, ORIGIN)


def merged(known: Sequence[Entry], outcome: Outcome, prune: bool, whole: bool) -> list[Entry]:
    """The baseline after a run: what was found, and what is known of files that were not checked.

    `prune`: of what was found only what was known. `whole`: the run was over everything there is.
    """
    from ..suppressions.matching import match
    from ..suppressions.settle import entries

    reports = [one.report for one in outcome.sets if one.report]
    found = [entry for report in reports for entry in entries(report, outcome.root)]
    if prune:
        pairs = match([entry.mark for entry in known], [entry.mark for entry in found])
        found = [entry for index, entry in enumerate(found) if index in pairs]
    checked = {outcome.relative(a.path) for r in reports for a in (r.original, *(t.article for t in r.translations))}
    return found + [entry for entry in known if not whole and entry.path not in checked]
