"""The summary a person reads in a terminal: a verdict a version, then the worst findings first."""
from __future__ import annotations

from typing import TYPE_CHECKING

from ..finding import Finding, Side
from ..outcome import Outcome, Row, SetResult
from ..report import TranslationReport
from .printable import one_line

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
SHOWN = 20
_QUOTED = 160


def show(outcome: Outcome, console: Console, verbose: bool = False) -> None:
    """Print the summary. Information is counted, and listed where `verbose`; so is what a finding rests on."""
    for one in outcome.sets:
        if outcome.several:
            _print(console, ("bold", one.slug))
        _verdicts(one, console)
    shown = [r for r in outcome.worst_first() if verbose or (r.finding.severity != "info" and _is_new(r.finding))]
    for row in shown if verbose else shown[:SHOWN]:
        _finding(row, console, verbose)
    _closing(outcome, len(shown), console, verbose)


def verdict(version: TranslationReport) -> tuple[str, str]:
    """One version in a few words, and the severity it amounts to."""
    found = [f.severity for f in version.findings if _is_new(f)]
    if "error" in found:
        return f"do not publish: {plural(found.count('error'), 'error')}", "error"
    if "warning" in found:
        return f"look at {found.count('warning')}", "warning"
    return "ready", "ready"


def plural(count: int, word: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{count} {word}" + ("s" if count != 1 else "")


def _is_new(finding: Finding) -> bool:
    return finding.state != "unchanged"


def _verdicts(one: SetResult, console: Console) -> None:
    for version in one.report.translations if one.report else ():
        words, severity = verdict(version)
        share = f"{round(version.alignment.coverage * 100)} % of the original"
        _print(console, ("bold", version.article.language), ("", f"{version.article.path}: "),
               (STYLES.get(severity, "bold green"), words), ("dim", f"({version.alignment.relation}, {share})"))
        for name, score in version.scores.items():
            if name.startswith("base-"):
                continue  # A note says it in words.
            _print(console, ("dim", f"   {name} {score['score']:.1f}  {score['signature']}"))
    for note in one.notes:
        _print(console, ("dim", f"   {note}"))
    for problem in one.problems:
        _print(console, (STYLES["error"], f"not checked: {problem}"))


def _finding(row: Row, console: Console, verbose: bool) -> None:
    finding = row.finding
    console.print()
    _print(console, ("bold", f"{row.path}:{row.line}:{row.column}:"), (STYLES[finding.severity], finding.severity),
           ("bold", finding.code), ("dim", "(known)" if finding.state == "unchanged" else ""))
    _print(console, ("", f"   {finding.message}"))
    if row.other:
        place = f"   the original ({row.other_path}:{_position(row.other)}):"
        _print(console, ("dim", place), ("", _quoted(row.other)))
    if row.side:
        _print(console, ("dim", f"   {row.language}:"), ("", _quoted(row.side)))
    again = ", ".join(_position(r.side) for r in finding.related if r.role == "same-fact")
    if again:
        _print(console, ("dim", f"   again at {again}"))
    if finding.suggestion:
        _print(console, ("dim", "   rather:"), ("green", finding.suggestion))
    if verbose:
        for other in (r for r in finding.related if r.role in ("witness", "moved-to") and r.side.text):
            place = f"   {other.role} ({other.path}:{_position(other.side)}):"
            _print(console, ("dim", place), ("", _quoted(other.side)))
        grounds = ", ".join(f"{name} {value}" for name, value in finding.evidence.items())
        _print(console, ("dim", f"   confidence {finding.confidence:.2f}; {grounds or 'no measures'}; {finding.id}"))


def _position(side: Side) -> str:
    return f"{side.line or 1}:{side.column or 1}"


def _quoted(side: Side) -> str:
    if not side.text:
        return "(nothing here)"
    text = " ".join(side.text.split())
    return f"«{text if len(text) <= _QUOTED else text[:_QUOTED] + '…'}»"


def _closing(outcome: Outcome, shown: int, console: Console, verbose: bool) -> None:
    console.print()
    if shown > SHOWN and not verbose:
        _print(console, ("dim", f"… and {shown - SHOWN} more: -v, --html FILE or --text - shows all of them"))
    known = sum(not _is_new(row.finding) for row in outcome.rows())
    counts = ", ".join(plural(n, word) if word != "info" else f"{n} for information"
                       for word, n in outcome.summary().items())
    _print(console, ("bold", counts + (f" ({known} known before)" if known else "")))
    if outcome.suppressed():
        _print(console, ("dim", f"{plural(len(outcome.suppressed()), 'finding')} silenced by decisions or comments"))


def _print(console: Console, *parts: tuple[str, str]) -> None:
    from rich.text import Text

    line = Text(" ").join(Text(one_line(words), style) for style, words in parts if words)
    console.print(line, soft_wrap=True)
