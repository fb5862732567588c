"""The command line from outside: exit codes, one line on standard error, outputs whole or not at all."""
from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import checker.pipeline
from checker.article import Alignment, Article, Bead, Block, Document, Segment
from checker.cli import main
from checker.errors import CheckerError
from checker.explain import HEADINGS, rules
from checker.finding import KIND_OF, Finding, Message, Place, Severity
from checker.fingerprint import fingerprint
from checker.formats import FORMATS
from checker.report import Report, TranslationReport
from checker.suppressions.settle import judgements, settle
from checker.verdict import side


def article(path: str, language: str, text: str) -> Article:
    """An article of one sentence."""
    return Article(Document(path, text, (Block(0, len(text)),)), language, (Segment(0, 0, 0, len(text), text),))


def report(paths: list[str], severity: Severity | None = "error") -> Report:
    """What the pipeline might have found: one finding in each version, or none."""
    original = article(paths[0], "vi", "Kho thóc chứa 90 tấn.")
    versions = []
    for path in paths[1:]:
        version = article(path, "nl", "De schuur bevat 19 ton.")
        mark = fingerprint("number-changed", "nl", "90 t", "19 t", original.text)
        found = Finding(mark, mark, "number", "number-changed", severity or "info", 0.95, Message("No."),
                        side(Place(14, 20, "90 t"), original), side(Place(16, 22, "19 t"), version))
        alignment = Alignment((Bead((0,), (0,), 0.9, "aligned"),), "translation", 1.0)
        versions.append(TranslationReport(version, alignment, (found,) if severity else ()))
    return Report(original, tuple(versions), (), "checker:test", {"name": "none", "revision": "0"})


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and its version, where checking gives what `report` says."""
    for name in ("a.vi.txt", "a.nl.txt", "b.nl.txt"):
        (tmp_path / name).write_text("text\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    checked(monkeypatch, "error")
    return tmp_path


def checked(monkeypatch: pytest.MonkeyPatch, severity: Severity | None) -> None:
    """Let the pipeline find one finding of that severity in each version."""
    def check(original: str, translations: list[str], config: Any) -> Report:
        return settle(report([original, *translations], severity), judgements(config), config)

    monkeypatch.setattr(checker.pipeline, "check", check)


def fails(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let the pipeline raise."""
    def check(*_: Any) -> Report:
        raise error

    monkeypatch.setattr(checker.pipeline, "check", check)


@pytest.mark.parametrize("severity, fail_on, code", [
    ("error", "error", 1), ("warning", "error", 0), ("warning", "warning", 1), ("info", "warning", 0),
    ("info", "info", 1), ("error", "never", 0), (None, "info", 0),
])
def test_exit_code_follows_fail_on(desk: Path, monkeypatch: pytest.MonkeyPatch, severity: Severity | None,
                                   fail_on: str, code: int) -> None:
    checked(monkeypatch, severity)
    assert main(["check", "a.vi.txt", "a.nl.txt", "-q", "--fail-on", fail_on]) == code


def test_configuration_gives_fail_on_and_the_option_overrules(desk: Path) -> None:
    (desk / "checker.toml").write_text('fail-on = "never"\n', "utf-8")
    assert main(["check", "a.vi.txt", "a.nl.txt", "-q"]) == 0
    assert main(["check", "a.vi.txt", "a.nl.txt", "-q", "--fail-on", "error"]) == 1


def test_any_number_of_outputs(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = [f"--{name}={name}.out" for name in FORMATS]
    assert main(["check", "a.vi.txt", "a.nl.txt", "b.nl.txt", *options]) == 1
    assert all((desk / f"{option.split('=')[1]}").stat().st_size for option in options)
    assert capsys.readouterr().out == ""
    assert not [name for name in os.listdir(desk) if name.startswith(".")]


def test_a_dash_is_standard_output(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check", "a.vi.txt", "a.nl.txt", "--json", "-"]) == 1
    assert json.loads(capfdbinary.readouterr().out)["summary"] == {"error": 1, "warning": 0, "info": 0}


def test_without_outputs_a_summary(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.vi.txt", "a.nl.txt"]) == 1
    out = capsys.readouterr().out
    assert "do not publish: 1 error" in out and "«19 ton»" in out and "\x1b" not in out
    assert main(["check", "a.vi.txt", "a.nl.txt", "-q"]) == 1
    assert capsys.readouterr().out == ""


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a refused run prints."""
    assert main(list(arguments)) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("checker: ") and said.err.count("\n") == 1
    return said.err


@pytest.mark.parametrize("arguments, words", [
    (["check"], "nothing to check"),
    (["check", "a.vi.txt", "a.nl.txt", "--fail-on", "some"], "--fail-on"),
    (["check", "a.vi.txt", "a.nl.txt", "--colour"], "--colour"),
    (["check", "a.vi.txt", "a.nl.txt", "--date", "yesterday"], "2024-10-18"),
    (["check", "a.vi.txt", "a.nl.txt", "--lang", "nl"], "PATH=CODE"),
    (["check", "a.vi.txt", "a.nl.txt", "--reference", "b.nl.txt=x"], "not one of the versions"),
    (["check", "a.vi.txt", "a.nl.txt", "--github", "--json", "-"], "standard output"),
    (["check", "a.vi.txt", "a.nl.txt", "--sarif", "-", "--json", "-"], "different files"),
    (["check", "a.vi.txt", "a.nl.txt", "--sarif", "x", "--json", "./x"], "different files"),
    (["check", "a.vi.txt", "a.nl.txt", "--json", "a.nl.txt"], "overwrite"),
    (["check", "a.vi.txt", "a.nl.txt", "--json", "no/such/x.json"], "no folder"),
    (["check", "a.vi.txt", "a.nl.txt", "--json", "."], "is a folder"),
    (["check", "a.vi.txt", "a.nl.txt", "--config", "none.toml"], "cannot be read"),
    (["check", "a.vi.txt", "a.nl.txt", "--decisions", "none.json"], "no such decisions"),
    (["chek"], "check"),
    (["explain", "number-chnaged"], "did you mean 'number-changed'"),
    (["decide", "f1-x"], "--reason"),
    (["decide", "f1-x", "--reason", "r", "--expires", "soon"], "YYYY-MM-DD"),
    (["pr"], "articles"),
])
def test_bad_usage_is_one_line(desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str],
                               words: str) -> None:
    assert words in refused(capsys, *arguments)


def test_outputs_are_refused_before_the_work(desk: Path, monkeypatch: pytest.MonkeyPatch,
                                             capsys: pytest.CaptureFixture[str]) -> None:
    fails(monkeypatch, AssertionError("the check was run"))
    assert "no folder" in refused(capsys, "check", "a.vi.txt", "a.nl.txt", "--json", "no/x.json")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_refused(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "sealed").mkdir(mode=0o500)
    assert "permissions" in refused(capsys, "check", "a.vi.txt", "a.nl.txt", "--json", "sealed/x.json")


def test_what_cannot_be_checked_writes_nothing(desk: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    fails(monkeypatch, CheckerError("a.nl.txt: is empty;\nfill it"))
    said = refused(capsys, "check", "a.vi.txt", "a.nl.txt", "--json", "x.json")
    assert said == "checker: a.nl.txt: is empty; fill it\n"
    assert not (desk / "x.json").exists()


def test_a_bug_is_one_line_and_a_file(desk: Path, monkeypatch: pytest.MonkeyPatch,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    fails(monkeypatch, ZeroDivisionError("by chance"))
    assert main(["check", "a.vi.txt", "a.nl.txt", "--json", "x.json"]) == 3
    error = capsys.readouterr().err
    assert error.count("\n") == 1 and "Traceback" not in error and not (desk / "x.json").exists()
    kept = Path(error.split(" with ")[1].strip())
    assert "ZeroDivisionError: by chance" in kept.read_text("utf-8")
    kept.unlink()


def test_a_failed_write_leaves_every_file_as_it_was(desk: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "x.json").write_text("old", "utf-8")
    calls: list[int] = []
    real = os.fsync

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", "x.sarif")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    assert "No space left" in refused(capsys, "check", "a.vi.txt", "a.nl.txt", "--json", "x.json", "--sarif", "x.sarif")
    assert (desk / "x.json").read_text("utf-8") == "old"
    assert sorted(os.listdir(desk)) == ["a.nl.txt", "a.vi.txt", "b.nl.txt", "x.json"]


def test_an_output_keeps_its_mode_and_its_link(desk: Path) -> None:
    target = desk / "real.json"
    target.write_text("old", "utf-8")
    target.chmod(0o640)
    (desk / "x.json").symlink_to(target)
    assert main(["check", "a.vi.txt", "a.nl.txt", "--json", "x.json"]) == 1
    assert (desk / "x.json").is_symlink() and target.read_text("utf-8") != "old"
    assert target.stat().st_mode & 0o777 == 0o640


def test_decide_then_check(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.vi.txt", "a.nl.txt", "--json", "r.json"]) == 1
    mark = json.loads((desk / "r.json").read_text("utf-8"))["translations"][0]["findings"][0]["id"]
    into = ["--report", "r.json", "--decisions", "d.json"]
    assert main(["decide", mark, "--reason", "rounded", "--who", "An", *into]) == 0
    (entry,) = json.loads((desk / "d.json").read_text("utf-8"))["decisions"]
    assert entry["sentence"] == "Kho thóc chứa 90 tấn." and entry["path"] == "a.nl.txt" and entry["who"] == "An"
    assert main(["check", "a.vi.txt", "a.nl.txt", "--decisions", "d.json", "--json", "s.json"]) == 0
    made = json.loads((desk / "s.json").read_text("utf-8"))
    assert made["suppressed"][0]["suppression"]["reason"] == "rounded" and made["summary"]["error"] == 0
    capsys.readouterr()
    assert "holds no finding" in refused(capsys, "decide", "f1-zzz", "--reason", "r", "--report", "r.json")


def test_who_decides_anew_keeps_what_is_known_of_the_finding(desk: Path) -> None:
    assert main(["check", "a.vi.txt", "a.nl.txt", "--json", "r.json"]) == 1
    mark = json.loads((desk / "r.json").read_text("utf-8"))["translations"][0]["findings"][0]["id"]
    assert main(["decide", mark, "--reason", "rounded", "--report", "r.json", "--decisions", "d.json"]) == 0
    (first,) = json.loads((desk / "d.json").read_text("utf-8"))["decisions"]
    assert main(["decide", mark, "--reason", "late", "--expires", "2020-01-01", "--decisions", "d.json"]) == 0
    (entry,) = json.loads((desk / "d.json").read_text("utf-8"))["decisions"]
    assert entry == {**first, "reason": "late", "expires": "2020-01-01"}


def test_baseline_then_check(desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "a.vi.txt", "a.nl.txt", "--baseline", "b.json"]) == 0
    assert main(["check", "a.vi.txt", "a.nl.txt", "--baseline", "b.json", "--json", "r.json"]) == 0
    made = json.loads((desk / "r.json").read_text("utf-8"))
    assert made["translations"][0]["findings"][0]["state"] == "unchanged" and made["summary"]["error"] == 1
    checked(monkeypatch, None)
    assert main(["baseline", "a.vi.txt", "a.nl.txt", "--baseline", "b.json", "--prune"]) == 0
    assert json.loads((desk / "b.json").read_text("utf-8")) == {"baseline": []}
    checked(monkeypatch, "error")
    assert main(["baseline", "a.vi.txt", "a.nl.txt", "--baseline", "b.json", "--prune"]) == 0
    assert json.loads((desk / "b.json").read_text("utf-8")) == {"baseline": []}, "pruning adds nothing"


def test_github_prints_annotations(desk: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["check", "a.vi.txt", "a.nl.txt", "--github", "--json", "x.json"]) == 1
    assert capfdbinary.readouterr().out.startswith(b"::error file=a.nl.txt,line=1,endLine=1,col=17,")


def test_names_lists_the_ledger(desk: Path, monkeypatch: pytest.MonkeyPatch,
                                capsys: pytest.CaptureFixture[str]) -> None:
    rendering = {"translation": 0, "language": "nl", "text": "Rode Rivier", "count": 2, "lines": [1, 3]}
    ledger = ({"original": "sông Hồng", "type": "place", "renderings": [rendering]},)
    with_names(monkeypatch, ledger)
    assert main(["names", "a.vi.txt", "a.nl.txt"]) == 0
    assert "Rode Rivier (2)" in capsys.readouterr().out
    assert main(["names", "a.vi.txt", "a.nl.txt", "--csv", "n.csv", "--tbx", "n.tbx"]) == 0
    assert "sông Hồng,nl,Rode Rivier" in (desk / "n.csv").read_text("utf-8")
    assert "Rode Rivier" in (desk / "n.tbx").read_text("utf-8")


def test_update_glossary_proposes_only_what_it_lacks(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tuple({"original": name, "type": "place", "renderings": [
        {"translation": 0, "language": "nl", "text": text, "count": 1, "lines": [1]}]}
        for name, text in (("sông Hồng", "Rivier de Hong"), ("Biển Đông", "Oostzee")))
    with_names(monkeypatch, ledger)
    (desk / "g.csv").write_text("original,language,approved\nsông Hồng,nl,Rode Rivier\n", "utf-8")
    (desk / "checker.toml").write_text('glossary = "g.csv"\n', "utf-8")
    assert main(["names", "a.vi.txt", "a.nl.txt", "--update-glossary", "new.csv"]) == 0
    lines = (desk / "new.csv").read_text("utf-8").splitlines()[1:]
    assert lines == ["sông Hồng,nl,Rode Rivier,,,", "Biển Đông,nl,Oostzee,,place,proposed"]


def test_init_writes_what_config_reads(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    capsys.readouterr()
    assert main(["config", "--show"]) == 0
    assert 'articles = ["{slug}.{lang}.txt"]' in capsys.readouterr().out
    assert "is there already" in refused(capsys, "init")


def test_explain_has_a_document_for_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert {r.code for r in rules()} == set(KIND_OF)
    for one in rules():
        headings = [line.removeprefix("## ") for line in one.text.splitlines() if line.startswith("## ")]
        assert one.text.startswith(f"# {one.code}\n") and headings == [*HEADINGS, "How to silence it"]
        parts = one.text.split("\n## ")[1:]
        assert all(len(part.split("\n", 1)[1].strip()) > 10 for part in parts), one.code
    assert main(["explain", "era-mixed"]) == 0
    assert "Buddhist" in capsys.readouterr().out


def with_names(monkeypatch: pytest.MonkeyPatch, ledger: tuple[dict[str, Any], ...]) -> None:
    """Let the pipeline find these names."""
    monkeypatch.setattr(checker.pipeline, "check", lambda o, t, c: replace(report([o, *t]), names=ledger))


def run(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


@pytest.mark.parametrize("arguments", [
    ["--help"], ["check", "--help"], ["config", "--show"], ["explain", "era-mixed"], ["init", "--stdout"]])
def test_light_commands_load_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    program = ("import sys; from checker.cli import main\n"
               f"code = main({arguments!r})\n"
               "heavy = {'torch', 'pandas', 'numpy', 'transformers'} & set(sys.modules)\n"
               "sys.exit(99 if heavy else code)")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == "" and done.stdout


def test_python_m_checker(tmp_path: Path) -> None:
    done = run("check", "nowhere.txt", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m checker explain | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == ""
