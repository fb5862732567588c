"""JUnit XML, for CI servers: a suite a set, a case a version and kind, so that their trends mean something."""
from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from ..finding import CODES
from ..outcome import Outcome, Row, SetResult
from .text import line

# What XML 1.0 cannot hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome) -> str:
    """The whole run. A case fails if it has an error, and is in error if its set could not be checked."""
    rows = outcome.rows()
    root = ET.Element("testsuites", name="checker")
    for one in outcome.sets:
        root.append(_suite(one, [row for row in rows if row.slug == one.slug]))
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(one: SetResult, rows: list[Row]) -> ET.Element:
    suite = ET.Element("testsuite", name=_clean(one.slug))
    versions = [t.article.language for t in one.report.translations] if one.report else []
    own = [row.language for row in rows if row.language not in versions]
    for language in dict.fromkeys((*versions, *own)):
        for kind in CODES:
            mine = [r for r in rows if r.language == language and r.finding.kind == kind]
            if mine or (language in versions and kind not in ("language", "set")):
                suite.append(_case(one.slug, language, kind, mine))
    if one.problems:
        case = ET.SubElement(suite, "testcase", classname=_clean(one.slug), name="checked")
        ET.SubElement(case, "error", message=_clean("; ".join(one.problems)), type="unchecked")
    for name, path in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error")):
        suite.set(name, str(len(suite.findall(path))))
    suite.set("skipped", "0")
    return suite


def _case(slug: str, language: str, kind: str, rows: list[Row]) -> ET.Element:
    case = ET.Element("testcase", classname=_clean(slug), name=f"{language} {kind}".strip())
    failing = [r for r in rows if r.finding.severity == "error" and r.finding.state != "unchanged"]
    if failing:
        first = failing[0].finding
        failure = ET.SubElement(case, "failure", message=_clean(str(first.message)), type=first.code)
        failure.text = _clean("\n".join(line(row) for row in failing))
    rest = [row for row in rows if row not in failing]
    if rest:
        ET.SubElement(case, "system-out").text = _clean("\n".join(line(row) for row in rest))
    return case


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
