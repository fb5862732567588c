"""Every output format, over a run made by hand: valid by its schema, on the right lines, nothing lost or obeyed."""
from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from rich.console import Console

from checker.finding import RelatedSide, Message
from checker.formats import FORMATS, renderer
from checker.formats.github import MOST, command
from checker.formats.terminal import show
from checker.outcome import Outcome, SetResult

from .conftest import WEIRD, report

SARIF_SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
TEXTUAL = [name for name in FORMATS if name != "html"] + ["github"]


def rendered(name: str, outcome: Outcome) -> str:
    return renderer(name)(outcome)


@pytest.fixture(params=["one", "several", "nothing"])
def outcome(request: pytest.FixtureRequest) -> Outcome:
    made: Outcome = request.getfixturevalue(request.param)
    return made


@pytest.mark.parametrize("name", TEXTUAL)
def test_same_bytes_each_time(name: str, outcome: Outcome) -> None:
    assert rendered(name, outcome) == rendered(name, outcome)


def test_json_follows_its_schema(outcome: Outcome) -> None:
    schema = json.loads((files("checker.reports") / "report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(rendered("json", outcome)), schema, jsonschema.Draft202012Validator)


def test_json_of_one_report_is_the_reports_own(one: Outcome) -> None:
    assert one.sets[0].report
    assert json.loads(rendered("json", one)) == json.loads(json.dumps(one.sets[0].report.to_dict()))


def test_json_of_several_sets(several: Outcome) -> None:
    made = json.loads(rendered("json", several))
    assert [r["set"] for r in made["reports"]] == ["news/station", "news/harbour"]
    assert made["summary"] == {"error": 2, "warning": 1, "info": 1}
    assert made["reports"][1]["problems"] == ["news/harbour.vi.txt: is not text"]
    assert made["reports"][0]["suppressed"][0]["suppression"]["reason"] == "rounded by the desk"


def sarif(outcome: Outcome) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(rendered("sarif", outcome))
    jsonschema.validate(made, SARIF_SCHEMA, jsonschema.Draft7Validator)
    run: dict[str, Any] = made["runs"][0]
    return run


def test_sarif_follows_its_schema(outcome: Outcome) -> None:
    assert sarif(outcome)["columnKind"] == "unicodeCodePoints"


def test_sarif_regions_lie_in_the_translation(one: Outcome) -> None:
    changed, missing, known, silenced = sarif(one)["results"]
    place = changed["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "news/station.nl.txt"
    assert place["region"] == {"startLine": 1, "startColumn": 26, "endLine": 1, "endColumn": 28}
    other = changed["relatedLocations"][0]["physicalLocation"]
    assert other["artifactLocation"]["uri"] == "news/station.vi.txt"
    assert other["region"]["startColumn"] == 15
    assert missing["locations"][0]["physicalLocation"]["region"]["startColumn"] == 39
    assert known["baselineState"] == "unchanged" and "baselineState" not in changed
    assert silenced["suppressions"][0]["justification"] == "rounded by the desk"


def test_sarif_names_rules_and_levels(one: Outcome) -> None:
    run = sarif(one)
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [r["level"] for r in run["results"]] == ["error", "warning", "note", "warning"]
    assert "## How to fix it" in rules[0]["help"]["markdown"]


def test_sarif_paths_are_uris(one: Outcome) -> None:
    uri = sarif(one)["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii() and "%20" in uri and "%0A" in uri and "\\" not in uri


def test_sarif_says_what_could_not_be_checked(several: Outcome) -> None:
    run = sarif(several)
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["results"][-2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/harbour.vi.txt"


def test_junit_counts_what_it_holds(several: Outcome) -> None:
    root = ET.fromstring(rendered("junit", several))
    assert [s.get("name") for s in root] == ["news/station", "news/harbour"]
    assert root.get("failures") == str(len(root.findall(".//failure"))) == "2"
    assert root.get("errors") == str(len(root.findall(".//error"))) == "1"
    assert root.get("tests") == str(len(root.findall(".//testcase")))


def test_junit_has_a_case_a_version_and_kind(one: Outcome) -> None:
    root = ET.fromstring(rendered("junit", one))
    failed = [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None]
    assert failed == ["nl number"]
    assert {"nl date", "nl name", "nl content", "th number"} <= {str(c.get("name")) for c in root.iter("testcase")}


def test_csv_has_a_line_a_finding(one: Outcome) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", one))))
    assert [r["code"] for r in rows] == ["number-changed", "passage-missing", "name-added"]
    assert rows[0]["line"] == "1" and rows[0]["column"] == "26" and rows[2]["original_line"] == ""


def test_csv_of_several_sets_names_them(several: Outcome) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", several))))
    assert [r["set"] for r in rows] == ["news/station"] * 3 + ["news/harbour"]


def test_csv_without_findings_has_a_header(nothing: Outcome) -> None:
    assert rendered("csv", nothing).startswith("set,path,language,")


def test_text_is_one_line_a_finding(one: Outcome) -> None:
    lines = rendered("text", one).split("\n")
    assert len(lines) == 4
    assert lines[0].startswith("news/station.nl.txt:1:26: error number-changed «14» is 14;")
    assert any(line.endswith("(known)") for line in lines)


def test_github_escapes_and_points(one: Outcome) -> None:
    first, second = rendered("github", one).splitlines()
    assert first == ("::error file=news/station.nl.txt,line=1,endLine=1,col=26,endColumn=27,title=number-changed::"
                     "«14» is 14; the Dutch says «41», 41: 100 %25 wrong%0Aindeed.")
    assert second.startswith("::warning file=news/station.nl.txt,line=1,endLine=1,col=39,endColumn=39,")


def test_github_escapes_file_names(one: Outcome) -> None:
    row = one.rows()[2]
    escaped = WEIRD.replace("%", "%25").replace(":", "%3A").replace(",", "%2C").replace("\n", "%0A")
    assert f"file={escaped}," in command(row)


def test_github_counts_what_it_drops(tmp_path: Path) -> None:
    sets = tuple(SetResult(f"s{i}", report(tmp_path)) for i in range(13))
    lines = renderer("github")(Outcome(sets, True, tmp_path)).splitlines()
    kept = [sum(line.startswith(f"::{word}") for line in lines) for word in ("error", "warning", "notice")]
    assert kept == [MOST, MOST, 0]
    assert lines[-1].startswith("6 more findings are not annotated")


def test_gitlab_fingerprints_are_unique(several: Outcome) -> None:
    issues = json.loads(rendered("gitlab", several))
    assert len({i["fingerprint"] for i in issues}) == len(issues) == 4
    assert issues[0]["location"] == {"path": "news/station.nl.txt", "lines": {"begin": 1}}
    assert {i["severity"] for i in issues} <= {"info", "minor", "major", "critical", "blocker"}


def test_rdjson_columns_count_bytes(tmp_path: Path) -> None:
    made = report(tmp_path)
    thai = made.translations[1]
    fresh = replace(made, translations=(replace(thai, findings=(replace(thai.findings[0], state="new"),)),))
    found = json.loads(renderer("rdjson")(Outcome((SetResult("s", fresh),), root=tmp_path)))["diagnostics"][0]
    span = found["location"]["range"]
    line = thai.article.text.split("\n")[span["start"]["line"] - 1].encode()
    assert line[span["start"]["column"] - 1:span["end"]["column"] - 1].decode() == "b>@ทุกคน</b>"
    assert found["severity"] == "INFO" and found["code"] == {"value": "name-added"}


def test_summary_never_lets_an_article_speak_markdown(several: Outcome) -> None:
    made = rendered("summary", several)
    assert "<b>" not in made and "@ทุกคน" not in made
    table = [line for line in made.splitlines() if line.startswith("| ") and "number-changed" in line]
    assert len(table) == 1 and "100 %" in table[0]
    assert "1 finding known before" in made and "chrF 80.0" in made


def shown(outcome: Outcome, verbose: bool = False, **more: Any) -> str:
    out = io.StringIO()
    show(outcome, Console(file=out, highlight=False, markup=False, emoji=False, **more), verbose)
    return out.getvalue()


def test_terminal_says_verdicts_then_the_worst_first(several: Outcome) -> None:
    made = shown(several)
    assert "do not publish: 1 error" in made and "ready (translation, 100 % of the original)" in made
    words = ("chrF 61.2", "error number-changed", "warning passage-missing", "2 errors, 1 warning")
    assert [made.index(word) for word in words] == sorted(made.index(word) for word in words)
    assert "«14»" in made and "«41»" in made and "rather: 14" in made
    assert "name-added" not in made and "name-added" in shown(several, verbose=True)


def test_rows_stand_in_the_order_of_the_verdict(tmp_path: Path) -> None:
    made = report(tmp_path)
    first = made.translations[0]
    wrong = first.findings[0]
    surer = replace(wrong, code="name-inconsistent", severity=wrong.severity, confidence=0.99, id="a")
    worse = replace(wrong, code="magnitude-changed", severity=wrong.severity, confidence=0.95, id="b")
    both = replace(made, translations=(replace(first, findings=(surer, worse)),), set_findings=())
    rows = Outcome((SetResult("s", both),), root=tmp_path).worst_first()
    assert [row.finding.id for row in rows] == ["b", "a"]  # by how bad a fault is as well as by how sure


def test_terminal_says_where_else_a_fault_stands_and_who_witnesses_it(tmp_path: Path) -> None:
    made = report(tmp_path)
    first = made.translations[0]
    wrong = first.findings[0]
    assert wrong.translation
    again = RelatedSide(replace(wrong.translation, line=7, column=3), first.article.path, "same-fact")
    both = replace(made, translations=(replace(first, findings=(replace(wrong, related=(*wrong.related, again)),)),))
    outcome = Outcome((SetResult("s", both),), root=tmp_path)
    assert "again at 7:3" in shown(outcome) and "witness" not in shown(outcome)
    assert "witness (" in shown(outcome, verbose=True)


def test_terminal_without_colour_has_no_escape(several: Outcome) -> None:
    assert "\x1b" not in shown(several)
    assert "\x1b" in shown(several, force_terminal=True, color_system="standard")
    assert "\x1b[31" not in shown(several, force_terminal=True, no_color=True)


def test_terminal_shows_control_characters(tmp_path: Path) -> None:
    made = report(tmp_path)
    first = made.translations[0]
    hostile = replace(first.findings[0], message=Message("\x1b[2Jgone\u202e"))
    hostile_report = replace(made, translations=(replace(first, findings=(hostile,)),))
    text = shown(Outcome((SetResult("s", hostile_report),), root=tmp_path))
    assert "\x1b" not in text and "\u202e" not in text and "\\x1b[2Jgone" in text
