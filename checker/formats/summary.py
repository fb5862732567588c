"""A Markdown summary with the whole table, for a CI job's page: nothing is dropped there as annotations are."""
from __future__ import annotations

import re

from ..outcome import Outcome, Row, SetResult
from .terminal import plural, verdict

_MARKS = {"error": "🔴", "warning": "🟡", "info": "🔵", "ready": "🟢"}
# GitHub cuts a step's summary at 1 MiB; what would not fit is counted.
_MOST = 2000


def render(outcome: Outcome) -> str:
    """A verdict a version, then every finding, the worst first; the known ones folded away."""
    lines = ["## Translation check", ""]
    for one in outcome.sets:
        lines += _set(one, outcome)
    new = [row for row in outcome.worst_first() if row.finding.state != "unchanged"]
    known = [row for row in outcome.worst_first() if row.finding.state == "unchanged"]
    lines += ["", "### Findings" if new else "Nothing was found." if not known else "Nothing new was found.", ""]
    lines += _table(new) if new else []
    if known:
        lines += ["", f"<details><summary>{plural(len(known), 'finding')} known before</summary>", "", *_table(known),
                  "", "</details>"]
    return "\n".join(lines) + "\n"


def _set(one: SetResult, outcome: Outcome) -> list[str]:
    lines = [f"**{escape(one.slug)}**", ""] if outcome.several else []
    for version in one.report.translations if one.report else ():
        words, severity = verdict(version)
        share = round(version.alignment.coverage * 100)
        lines.append(f"- {_MARKS[severity]} `{version.article.language}` {escape(words)} "
                     f"({version.alignment.relation}, {share} % of the original)")
    lines += [f"- {escape(note)}" for note in one.notes]
    return [*lines, *(f"- {_MARKS['error']} {escape(problem)}" for problem in one.problems), ""]


def _table(rows: list[Row]) -> list[str]:
    lines = ["| | where | code | what |", "|---|---|---|---|"]
    for row in rows[:_MOST]:
        finding, place = row.finding, f"{escape(row.path)}:{row.line}:{row.column}"
        lines.append(f"| {_MARKS[finding.severity]} {finding.severity} | {place} | {finding.code} | "
                     f"{escape(str(finding.message))} |")
    return lines + ([f"\n… and {len(rows) - _MOST} more in the report."] if len(rows) > _MOST else [])


def escape(text: str) -> str:
    """Article text as Markdown shows it, never as markup, links or mentions.

    >>> escape("a|b <img> @you")
    'a\\\\|b &lt;img&gt; &#64;you'
    """
    text = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return re.sub(r"([\\`*_\[\]|#~$])", r"\\\1", text.replace("&#64;", "\0")).replace("\0", "&#64;")
