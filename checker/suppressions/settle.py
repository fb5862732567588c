"""What people have said of findings, applied: decisions and comments silence them, the baseline makes them known."""
from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from ..article import Article
from ..finding import KIND_OF, Finding, Message, RelatedSide, Severity, Side
from ..fingerprint import fingerprint
from ..outcome import relative_path, repository_root
from ..report import Report, TranslationReport
from ..verdict import number
from .comments import Comment, comments
from .entries import Entry, read
from .matching import Mark, mark, match
from .record import Suppressed, Suppression

Found = tuple[TranslationReport | None, Finding]


@dataclass(frozen=True)
class Judgements:
    """What the decisions file and the baseline hold; `baseline` is None where there is none."""

    decisions: tuple[Entry, ...] = ()
    baseline: tuple[Entry, ...] | None = None


def judgements(config: Mapping[str, Any]) -> Judgements:
    """What people have said of findings, from the files of the configuration; CheckerError where one is broken."""
    return Judgements(read(config["decisions"], "decisions") if config["decisions"] else (),
                      read(config["baseline"], "baseline") if config["baseline"] else None)


def settle(report: Report, said: Judgements, config: Mapping[str, Any], today: dt.date | None = None) -> Report:
    """The report with silenced findings put aside, known ones marked, and suppressions that do nothing reported.

    `today` decides which decisions have expired (default: the day it is, or SOURCE_DATE_EPOCH's).
    """
    remarks = [c for article in _articles(report) for c in comments(article)]
    if said.decisions or remarks:
        report = _silence(report, said.decisions, remarks, config, today or _today())
    return report if said.baseline is None else recognise(report, [entry.mark for entry in said.baseline])


def recognise(report: Report, known: Sequence[Mark]) -> Report:
    """The report with each finding marked: unchanged where it is among the `known`, else new."""
    found = list(report.all_findings())
    pairs = match(known, [_mark(report, item) for item in found])
    states = {id(f): "unchanged" if index in pairs else "new" for index, (_, f) in enumerate(found)}

    def marked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        # What one source knows stays known to the next.
        return tuple(f if f.state == "unchanged" else replace(f, state=cast(Any, states[id(f)])) for f in findings)

    versions = tuple(replace(t, findings=marked(t.findings)) for t in report.translations)
    return replace(report, translations=versions, set_findings=marked(report.set_findings))


def marks(report: Report) -> list[Mark]:
    """What every finding of a report is recognised by."""
    return [_mark(report, item) for item in report.all_findings()]


def entries(report: Report, root: Path) -> list[Entry]:
    """Every finding of a report as a baseline holds it; paths are relative to `root`."""
    made = []
    for (version, finding), known in zip(report.all_findings(), marks(report), strict=True):
        path = relative_path(version.article.path if version else report.original.path, root)
        made.append(Entry(known.fingerprint, code=finding.code, language=known.language, path=path,
                          original=known.original, translation=known.translation, sentence=known.sentence))
    return made


def _mark(report: Report, item: Found) -> Mark:
    version, finding = item
    return mark(finding, report.original, version.article if version else None)


def _articles(report: Report) -> list[Article]:
    return [report.original, *(t.article for t in report.translations)]


def _today() -> dt.date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date() if epoch.isdigit() else dt.date.today()


@dataclass(frozen=True)
class _Silencers:
    """What may silence, after what is not in force has been sorted out."""

    decisions: Sequence[Entry]
    comments: Sequence[Comment]


def _silence(report: Report, decisions: Sequence[Entry], remarks: Sequence[Comment], config: Mapping[str, Any],
             today: dt.date) -> Report:
    needs_reason = config["require-reason"]
    valid = _Silencers([d for d in decisions if d.decision != "fixed" and not d.expired(today)
                        and (d.reason or not needs_reason)],
                       [c for c in remarks if c.reason or not needs_reason])
    found = list(report.all_findings())
    silenced, used = _silenced(report, found, valid)
    idle = [*_idle_decisions(report, decisions, used, valid, today), *_idle_comments(remarks, used, valid)]
    severity = config["severity"].get("unused-suppression", "warning")
    reported = [_unused(words, key, place, severity) for words, key, place in idle] if severity != "off" else []

    def kept(findings: Iterable[Finding]) -> tuple[Finding, ...]:
        return tuple(f for f in findings if id(f) not in silenced)

    return replace(
        report, translations=tuple(replace(t, findings=kept(t.findings)) for t in report.translations),
        set_findings=number([*kept(report.set_findings), *reported]),
        suppressed=(*report.suppressed, *(Suppressed(f, version.article if version else None, silenced[id(f)])
                                          for version, f in found if id(f) in silenced)))


def _silenced(report: Report, found: Sequence[Found], valid: _Silencers) -> tuple[dict[int, Suppression], set[int]]:
    """The suppression of each silenced finding, by the finding's identity; and the identities of what silenced."""
    made: dict[int, Suppression] = {}
    used: set[int] = set()
    for version, finding in found:
        for comment in valid.comments:
            side = finding.original if comment.path == report.original.path else finding.translation
            belongs = version is None or comment.path in (report.original.path, version.article.path)
            if belongs and comment.covers(finding.code, side):
                made[id(finding)] = Suppression("comment", comment.reason)
                used.add(id(comment))
    # One decision is about a fault, however often it occurs: repeats share its fingerprint.
    by_print = {d.fingerprint: d for d in valid.decisions}
    pairs = match([d.mark for d in valid.decisions], [_mark(report, item) for item in found])
    for index, (_, finding) in enumerate(found):
        decision = by_print.get(finding.fingerprint) or (valid.decisions[pairs[index]] if index in pairs else None)
        if decision is not None:
            made[id(finding)] = Suppression("decision", decision.reason, decision.who, decision.expires)
            used.add(id(decision))
    return made, used


Idle = tuple[Message, str, RelatedSide | None]


def _idle_decisions(report: Report, decisions: Sequence[Entry], used: set[int], valid: _Silencers,
                    today: dt.date) -> Iterator[Idle]:
    """Decisions about the files at hand that silenced nothing. Those about other files are not ours to judge."""
    root = repository_root(".")
    here = {relative_path(article.path, root) for article in _articles(report)}
    in_force = {id(d) for d in valid.decisions}
    for d in decisions:
        if id(d) in used or d.path not in here or d.decision == "fixed":
            continue
        arguments = {"fingerprint": d.fingerprint, "path": d.path, "expires": d.expires or ""}
        if id(d) in in_force:
            why = "The decision {fingerprint} about {path} matches no finding any more; remove it."
        elif d.expired(today):
            why = "The decision {fingerprint} about {path} expired on {expires}; renew or remove it."
        else:
            why = "The decision {fingerprint} about {path} gives no reason, and one is required."
        yield Message(why, arguments), d.fingerprint, None


def _idle_comments(remarks: Sequence[Comment], used: set[int], valid: _Silencers) -> Iterator[Idle]:
    from ..config.values import suggestion

    in_force = {id(c) for c in valid.comments}
    for c in remarks:
        if id(c) in used:
            continue
        unknown = [code for code in c.codes if code not in KIND_OF]
        if not c.codes:
            why = "This comment names no code to ignore; write checker: ignore CODE -- reason."
        elif unknown:
            why = "This comment ignores {unknown}, which is no code{suggestion}."
        elif id(c) not in in_force:
            why = "This comment gives no reason, and one is required."
        else:
            why = "This comment ignores {codes} and there is nothing to ignore; remove it."
        hint = suggestion(unknown[0], KIND_OF) if unknown else ""
        message = Message(why, {"unknown": ", ".join(unknown), "suggestion": hint, "codes": ", ".join(c.codes)})
        yield message, " ".join(c.codes), RelatedSide(Side((), 0, 0, c.line, 1, "", None), c.path, "same-fact")


def _unused(message: Message, key: str, place: RelatedSide | None, severity: Severity) -> Finding:
    made = fingerprint("unused-suppression", "", key, None, str(message))
    return Finding(made, made, "set", "unused-suppression", severity, 1.0, message, None, None,
                   (place,) if place else ())
