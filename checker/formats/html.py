"""The report as one self-contained HTML page: no request leaves it, and no text of an article can become markup.

What the page shows is `checker.page`'s data; the templates, the style and the scripts are files of reports/. Jinja
escapes everything; the Content-Security-Policy allows the page's own style and script by their hashes, nothing else.
"""
from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from .. import page
from ..i18n import endonym, languages
from ..outcome import Outcome, SetResult
from ..page import Page, wording
from ..report import SEVERITIES, Report
from ..resources import report_file
from .markup import Voice, embedded, visible

if TYPE_CHECKING:
    from jinja2 import Environment, Template

# One idea a file; the page holds them as one script, in this order.
SCRIPTS = ("language.js", "store.js", "decisions.js", "findings.js", "text.js", "facts.js", "sort.js", "keys.js",
           "start.js")
EARLY_SCRIPTS = ("early.js",)
INDEX_SCRIPTS = ("language.js", "store.js", "sort.js", "index.js")


@dataclass(frozen=True)
class Entry:
    """A line of the index: an article set, its page (None where it could not be checked), and what was found."""

    slug: str
    href: str | None
    page: Page | None
    problems: tuple[str, ...]
    summary: Mapping[str, int]


def render(outcome: Outcome, ui_lang: str | None = None) -> str:
    """The page of a run: the report of its one set, or the index of several (whose pages `pages` makes).

    `ui_lang` is the reader's language; without one the reader's browser decides.
    """
    if outcome.several or len(outcome.sets) != 1 or outcome.sets[0].report is None:
        return render_index([_entry(one, None) for one in outcome.sets], ui_lang)
    return render_page(page.build(outcome.sets[0].report), ui_lang)


def pages(outcome: Outcome, target: str, ui_lang: str | None = None) -> dict[str, str]:
    """Every page of a run by the path to write it to: `target` itself, and beside it one page a set where several are.

    >>> pages(Outcome((), several=True), "out/report.html").keys()
    dict_keys(['out/report.html'])
    """
    if not outcome.several:
        return {target: render(outcome, ui_lang)}
    path, made, entries = PurePath(target), {}, []
    for one, name in zip(outcome.sets, _names(outcome, path.stem)):
        if one.report is None:
            entries.append(_entry(one, None))
            continue
        shown = page.build(one.report)
        made[str(path.with_name(name))] = render_page(shown, ui_lang, path.name)
        entries.append(_entry(one, name, shown))
    return {target: render_index(entries, ui_lang), **made}


def _names(outcome: Outcome, stem: str) -> Iterator[str]:
    """A file name for each set, distinct, of letters and digits that any system takes."""
    seen: set[str] = set()
    for one in outcome.sets:
        base = name = f"{stem}.{re.sub(r'[^A-Za-z0-9_-]+', '-', one.slug).strip('-')[:80] or 'set'}"
        count = 1
        while name.lower() in seen:
            count += 1
            name = f"{base}-{count}"
        seen.add(name.lower())
        yield f"{name}.html"


def _entry(one: SetResult, href: str | None, shown: Page | None = None) -> Entry:
    found: Counter[str] = Counter(f.severity for f in one.findings)
    summary = {s: found[s] + (one.report.summary()[s] if one.report else 0) for s in SEVERITIES}
    return Entry(one.slug, href, shown or (page.build(one.report) if one.report else None), one.problems, summary)


def render_report(report: Report, ui_lang: str | None = None) -> str:
    """The page of one report."""
    return render_page(page.build(report), ui_lang)


def render_page(shown: Page, ui_lang: str | None = None, index: str | None = None) -> str:
    """A page as HTML. `index` is the link back to the overview that it belongs to."""
    style, early, script = report_file("static/report.css"), _script(EARLY_SCRIPTS), _script(SCRIPTS)
    anchors = {(c.version if c.version is not None else -1, c.id): c.anchor for c in shown.cards}
    return _template("page.html").render(
        page=shown, voice=Voice(ui_lang or "en"), fixed=ui_lang is not None, style=style, early=early, script=script,
        policy=_policy(style, early, script), anchors=anchors, index=index, digest=_digest(shown),
        row_of={s.id: row.id for row in shown.rows for s in row.original},
        marks={c.fingerprint: c.mark for c in shown.cards if not c.suppression}, **_common())


def render_index(entries: list[Entry], ui_lang: str | None = None) -> str:
    """The overview of several sets, those that need most first."""
    style, early, script = report_file("static/report.css"), _script(EARLY_SCRIPTS), _script(INDEX_SCRIPTS)
    ordered = sorted(entries, key=lambda e: (not e.problems, *(-e.summary[s] for s in SEVERITIES), e.slug))
    return _template("index.html").render(
        entries=ordered, voice=Voice(ui_lang or "en"), fixed=ui_lang is not None, style=style, early=early,
        script=script, policy=_policy(style, early, script), **_common())


def _common() -> dict[str, object]:
    return {"wording": wording, "languages": [(code, endonym(code)) for code in languages()]}


def _digest(shown: Page) -> str:
    """What this page is known by to decisions kept in the browser: another check of the same set is another page."""
    texts = [shown.signature, shown.path, *(f"{c.anchor} {c.severity}" for c in shown.cards)]
    texts += [run.text for row in shown.rows for sentence in row.original for run in sentence.runs]
    texts += [run.text for row in shown.rows for cell in row.cells for item in cell.items
              for run in getattr(item, "runs", ())]
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()[:16]


@lru_cache(maxsize=None)
def _script(names: tuple[str, ...]) -> str:
    parts = "\n".join(report_file(f"static/{name}").strip() for name in names)
    return f'(() => {{\n"use strict";\n{parts}\n}})();'


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(f"'{_hash(script)}'" for script in scripts)
    return (f"default-src 'none'; style-src '{_hash(style)}'; script-src {allowed}; img-src data:; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _template(name: str) -> Template:
    return _environment().get_template(name)


@lru_cache(maxsize=None)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    made = Environment(loader=FunctionLoader(lambda name: report_file(f"templates/{name}")), autoescape=True,
                       undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=False)
    made.filters["visible"] = visible
    made.filters["embedded"] = embedded
    made.filters["percent"] = lambda share: f"{100 * share:.2f}%".replace(".00%", "%")
    return made
