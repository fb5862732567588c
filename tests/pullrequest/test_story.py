"""The story of a newsroom's repository: twelve article sets on main with known drift, and pull requests to it.

Each pull request must be told exactly what it makes worse, on the right lines, and nothing of what was there before.
"""
from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

from . import articles

pytestmark = pytest.mark.encoder

CONFIGURATION = 'articles = "news/{slug}/{lang}.txt"\noriginal = "vi"\nlanguages = ["nl", "fr", "th"]\n'


@dataclass
class Scratch:
    """A git repository to play the story in."""

    root: Path

    def git(self, *arguments: str) -> str:
        """Run git as nobody in particular."""
        who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
        done = subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True, text=True)
        return done.stdout

    def commit(self, message: str = "edit") -> None:
        """Commit all that changed."""
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    def read(self, slug: str, language: str) -> str:
        """A version's text."""
        return (self.root / "news" / slug / f"{language}.txt").read_text("utf-8")

    def edit(self, slug: str, language: str, old: str, new: str) -> None:
        """Replace words that are there once."""
        before = self.read(slug, language)
        assert before.count(old) == 1, (slug, language, old)
        articles.write(self.root, slug, language, before.replace(old, new))


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it stands on main."""
    scratch = Scratch(tmp_path_factory.mktemp("origin"))
    scratch.git("init", "-q", "-b", "main")
    articles.write_all(scratch.root)
    (scratch.root / "checker.toml").write_text(CONFIGURATION, "utf-8")
    scratch.commit("articles")
    return scratch.root


@pytest.fixture
def repo(origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scratch:
    """A clone with a branch for the pull request checked out."""
    scratch = Scratch(tmp_path / "clone")
    subprocess.run(["git", "clone", "-q", str(origin), str(scratch.root)], check=True)
    scratch.git("checkout", "-qb", "topic")
    monkeypatch.chdir(scratch.root)
    for name in [n for n in os.environ if n.startswith(("GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    return scratch


def pr(*arguments: str) -> tuple[int, dict[str, Any]]:
    """Run the check of the pull request; exit code and JSON report."""
    code = main(["pr", "--base", "origin/main", "--json", "../pr.json", *arguments])
    return code, json.loads(Path("../pr.json").read_text("utf-8"))


Brief = tuple[str, str, str, int | None]


def findings(report: dict[str, Any], state: str) -> list[Brief]:
    """Set, language, code and line of the loud findings in a state."""
    made = []
    for one in report["reports"]:
        of_versions = [(t["language"], f, f["translation"]) for t in one["translations"] for f in t["findings"]]
        for language, found, side in of_versions + [("", f, None) for f in one["findings"]]:
            if found["state"] == state and found["severity"] != "info":
                made.append((one["set"], language, found["code"], side["line"] if side else None))
    return sorted(made, key=str)


def test_nothing_touched(repo: Scratch) -> None:
    (repo.root / "README").write_text("hello\n", "utf-8")
    repo.commit()
    code, report = pr()
    assert (code, report["reports"], report["summary"]) == (0, [], {"error": 0, "warning": 0, "info": 0})


def test_one_broken(repo: Scratch) -> None:
    repo.edit("clinic", "fr", "528", "582")
    repo.commit()
    code, report = pr()
    assert code == 1
    assert findings(report, "new") == [("clinic", "fr", "number-changed", 5)]
    assert [r["set"] for r in report["reports"]] == ["clinic"]


def test_one_broken_beside_a_known_fault(repo: Scratch) -> None:
    repo.edit("bridge", "nl", "268", "286")
    repo.commit()
    code, report = pr()
    assert code == 1
    assert findings(report, "new") == [("bridge", "nl", "number-changed", 1)]
    assert findings(report, "unchanged") == [("bridge", "nl", "number-changed", 7)]


def test_one_fixed(repo: Scratch) -> None:
    repo.edit("garden", "fr", "376", "367")
    repo.commit()
    code, report = pr()
    assert code == 0
    assert findings(report, "new") == findings(report, "unchanged") == []


def test_known_faults_do_not_fail(repo: Scratch) -> None:
    repo.edit("lake", "th", "175", "175 ")
    repo.commit()
    code, report = pr()
    assert code == 0
    assert findings(report, "unchanged") == [("lake", "th", "number-changed", 7)]


def test_harmless_reformatting(repo: Scratch) -> None:
    for language in articles.LANGUAGES:
        content = repo.read("bridge", language).replace("\n\n", "\n\n\n")
        (repo.root / "news/bridge" / f"{language}.txt").write_bytes(("\ufeff" + content.replace("\n", "\r\n")).encode())
    repo.commit()
    code, report = pr()
    assert code == 0
    assert findings(report, "new") == []
    assert findings(report, "unchanged") == [("bridge", "nl", "number-changed", 10)]


def test_rewording_a_sentence_keeps_its_fault_known(repo: Scratch) -> None:
    repo.edit("bridge", "nl", "Bewoners hebben 57 bomen langs de weg geplant.",
              "Langs de weg hebben bewoners 57 bomen geplant.")
    repo.edit("bridge", "vi", "Người dân đã trồng 75 cây", "Người dân địa phương đã trồng 75 cây")
    repo.commit()
    code, report = pr()
    assert code == 0
    assert findings(report, "new") == []
    assert findings(report, "unchanged") == [("bridge", "nl", "number-changed", 7)]


def test_original_edited_without_its_versions(repo: Scratch) -> None:
    repo.edit("dike", "vi", "640", "680")
    repo.commit()
    code, report = pr()
    assert code == 1
    new = findings(report, "new")
    codes = ("number-changed", "stale-translation")
    assert new == [("dike", lang, code, 3) for lang in ("fr", "nl", "th") for code in codes]
    versions = report["reports"][0]["translations"]
    stale = next(f for t in versions for f in t["findings"] if f["code"] == "stale-translation")
    assert "640 became 680" in stale["message"]


def test_original_and_versions_edited_together(repo: Scratch) -> None:
    for language in articles.LANGUAGES:
        repo.edit("dike", language, "640", "680")
    repo.commit()
    code, report = pr()
    assert (code, findings(report, "new")) == (0, [])
    scores = report["reports"][0]["translations"][0]["scores"]
    assert 80 < scores["base-chrF"]["score"] < 100 and 0 < scores["base-TER"]["score"] < 20
    assert "version:" in scores["base-chrF"]["signature"]


def test_an_original_corrected_to_what_its_versions_say_leaves_none_behind(repo: Scratch) -> None:
    for language in ("nl", "fr", "th"):
        repo.edit("dike", language, "640", "680")
    repo.commit()
    repo.git("branch", "-q", "corrected")
    repo.edit("dike", "vi", "640", "680")
    repo.commit()
    code = main(["pr", "--base", "corrected", "--json", "../pr.json"])
    assert (code, findings(json.loads(Path("../pr.json").read_text("utf-8")), "new")) == (0, [])


def test_a_version_left_behind_earlier_is_known(repo: Scratch) -> None:
    repo.edit("dike", "vi", "640", "680")
    repo.commit()
    repo.git("branch", "-q", "later")
    repo.edit("dike", "fr", "Les agriculteurs", "Les  agriculteurs")
    repo.commit()
    code = main(["pr", "--base", "later", "--json", "../pr.json"])
    report = json.loads(Path("../pr.json").read_text("utf-8"))
    assert (code, findings(report, "new")) == (0, [])
    assert [f for f in findings(report, "unchanged") if f[2] == "stale-translation"] == [
        ("dike", lang, "stale-translation", 3) for lang in ("fr", "nl", "th")]


def test_renamed(repo: Scratch) -> None:
    repo.git("mv", "news/bridge", "news/the-bridge")
    repo.commit()
    code, report = pr()
    assert code == 0
    assert findings(report, "new") == []
    assert findings(report, "unchanged") == [("the-bridge", "nl", "number-changed", 7)]


def test_added(repo: Scratch) -> None:
    for language in ("vi", "nl", "fr"):
        wrong = {"school": 9} if language == "nl" else None
        articles.write(repo.root, "zoo", language, articles.text("clinic", language, wrong))
    repo.commit()
    code, report = pr()
    assert code == 1
    assert findings(report, "new") == [("zoo", "", "missing-translation", None), ("zoo", "nl", "number-changed", 5)]


def test_a_version_deleted_and_an_original_deleted(repo: Scratch) -> None:
    repo.git("rm", "-q", "news/island/th.txt", "news/kitchen/vi.txt")
    repo.commit()
    code, report = pr("--fail-on", "warning")
    assert code == 1
    assert findings(report, "new") == [
        ("island", "", "missing-translation", None), *[("kitchen", "", "orphan-translation", None)] * 3]


def test_uncommitted_edits_count(repo: Scratch) -> None:
    repo.edit("clinic", "fr", "528", "582")
    assert findings(pr()[1], "new") == [("clinic", "fr", "number-changed", 5)]


def test_annotations_stand_on_the_lines(repo: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    repo.edit("bridge", "nl", "268", "286")
    repo.commit()
    assert main(["pr", "--base", "origin/main", "--github"]) == 1
    lines = capsys.readouterr().out.splitlines()
    (error,) = [line for line in lines if line.startswith("::error")]
    assert error.startswith("::error file=news/bridge/nl.txt,line=1,endLine=1,col=13,endColumn=")


def test_sarif_says_what_is_new(repo: Scratch) -> None:
    repo.edit("bridge", "nl", "268", "286")
    repo.commit()
    assert main(["pr", "--base", "origin/main", "--sarif", "../pr.sarif"]) == 1
    results = json.loads(Path("../pr.sarif").read_text("utf-8"))["runs"][0]["results"]
    errors = [r for r in results if r["level"] == "error"]
    lines = {r["baselineState"]: r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in errors}
    assert len(errors) == 2 and lines == {"new": 1, "unchanged": 7}


def test_a_broken_set_does_not_stop_the_others(repo: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    (repo.root / "news/ferry/nl.txt").write_bytes(bytes(range(256)) * 40)
    repo.edit("clinic", "fr", "528", "582")
    repo.commit()
    code, report = pr()
    assert code == 2
    assert findings(report, "new") == [("clinic", "fr", "number-changed", 5), ("ferry", "", "unreadable", None)]
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_a_link_out_of_the_repository_is_refused(repo: Scratch, tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(repo.read("ferry", "nl"), "utf-8")
    target = repo.root / "news/ferry/nl.txt"
    target.unlink()
    target.symlink_to(outside)
    repo.commit()
    code, report = pr()
    assert code == 2
    assert ("ferry", "", "unreadable", None) in findings(report, "new")


def test_an_endless_article_is_refused_by_its_limit_and_does_not_stop_the_others(
        repo: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    config = repo.root / "checker.toml"
    config.write_text(CONFIGURATION + "limits.sentences = 5000\n", "utf-8")
    sentence = "Người dân đã trồng 75 cây xanh dọc con đường và tưới nước cho chúng mỗi sáng trong suốt mùa khô. "
    endless = sentence * (200_000 // len(sentence.split()) + 1)
    assert len(endless.split()) > 200_000
    articles.write(repo.root, "ferry", "vi", endless)
    repo.edit("clinic", "fr", "528", "582")
    repo.commit()
    code, report = pr()
    assert code == 2
    assert ("clinic", "fr", "number-changed", 5) in findings(report, "new")
    assert ("ferry", "", "unreadable", None) in findings(report, "new")
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "news/ferry/vi.txt" in line and "5,000 sentences" in line and "[limits]" in line


@pytest.mark.parametrize("broken", ["langauges = [", 'langauges = ["nl"]', 'articles = "news/{slug}.txt"'])
def test_a_broken_configuration_is_one_line(repo: Scratch, broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    (repo.root / "checker.toml").write_text(broken, "utf-8")
    assert main(["pr", "--base", "origin/main", "--json", "../pr.json"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("checker: ") and error.count("\n") == 1 and not Path("../pr.json").exists()


@pytest.mark.parametrize("name", ["two words", 'a "quoted" one', "line\nbreak", "ข่าวเช้า", "Tòa soạn", "100%"])
def test_names_of_any_letters(repo: Scratch, name: str) -> None:
    repo.git("mv", "news/bridge", f"news/{name}")
    repo.commit()
    repo.edit(name, "nl", "268", "286")
    repo.commit()
    outputs = ("--sarif", "../out.sarif", "--junit", "../out.xml", "--text", "../out.txt", "--summary", "../out.md")
    code, report = pr(*outputs)
    assert code == 1
    assert findings(report, "new") == [(name, "nl", "number-changed", 1)]
    assert findings(report, "unchanged") == [(name, "nl", "number-changed", 7)]


def test_a_shallow_clone_is_told_what_to_fetch(origin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    scratch = Scratch(tmp_path / "deep")
    subprocess.run(["git", "clone", "-q", str(origin), str(scratch.root)], check=True)
    scratch.git("checkout", "-qb", "topic")
    scratch.edit("clinic", "fr", "528", "582")
    scratch.commit()
    scratch.git("checkout", "-q", "main")
    scratch.edit("clinic", "nl", "528", "582")
    scratch.commit()
    shallow = tmp_path / "shallow"
    one_deep = ["--depth", "1", "--no-single-branch", f"file://{scratch.root}", str(shallow)]
    subprocess.run(["git", "clone", "-q", *one_deep], check=True)
    monkeypatch.chdir(shallow)
    subprocess.run(["git", "checkout", "-q", "topic"], check=True)
    assert main(["pr", "--base", "origin/main"]) == 2
    error = capsys.readouterr().err
    assert "shallow" in error and "--unshallow" in error and error.count("\n") == 1


def test_same_bytes_again(repo: Scratch) -> None:
    repo.edit("bridge", "nl", "268", "286")
    repo.commit()
    names = ("sarif", "junit", "csv", "gitlab", "rdjson", "text", "summary", "html")
    runs = []
    for _ in range(2):
        pr(*(f"--{name}=../a.{name}" for name in names))
        runs.append([(repo.root.parent / name).read_bytes() for name in ("pr.json", *(f"a.{n}" for n in names))])
    assert runs[0] == runs[1]


def test_a_bilingual_file_is_a_set_and_points_into_its_rows(repo: Scratch, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [",".join(articles.sentence(name, language, figure) for language in articles.LANGUAGES)
            for name, figure in articles.SETS["clinic"]]
    table = repo.root / "l10n" / "clinic.csv"
    table.parent.mkdir()
    table.write_text("\n".join([",".join(articles.LANGUAGES), *rows, ""]), "utf-8")
    (repo.root / "checker.toml").write_text('articles = "l10n/{slug}.csv"\nlanguages = ["nl", "de"]\n', "utf-8")
    repo.commit("a table")
    code = main(["check", "--json", "../all.json"])
    made = json.loads(Path("../all.json").read_text("utf-8"))["reports"][0]
    assert code == 0 and [f["code"] for f in made["findings"]] == ["missing-translation"], capsys.readouterr().err
    table.write_text(table.read_text("utf-8").replace("telt 528", "telt 582"), "utf-8")
    repo.commit()
    code = main(["pr", "--base", "HEAD~1", "--json", "../pr.json"])
    made = json.loads(Path("../pr.json").read_text("utf-8"))["reports"][0]
    (found,) = (f for t in made["translations"] for f in t["findings"] if f["state"] == "new")
    side = found["translation"]
    assert (code, found["code"], side["line"], side["place"]) == (1, "number-changed", 4, "row 4")
    line = table.read_text("utf-8").splitlines()[3]
    assert side["text"].startswith("582") and line[side["column"] - 1:].startswith(side["text"])
