"""What a newsroom's CI is given: the action's steps run as a script, templates hold together, pages are current."""
from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.cli.commands import COMMANDS
from checker.docs import PAGES

from .pullrequest import articles

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


def options_of(script: str) -> set[str]:
    """The long options that a script gives to `checker pr`."""
    return set(re.findall(r"(?<!\S)(--[a-z-]+)", script))


def known_options() -> set[str]:
    """The long options that `checker pr` has."""
    return {option for parameter in COMMANDS.commands["pr"].params for option in parameter.opts}


def test_generated_pages_are_current() -> None:
    for name, made in PAGES.items():
        assert (ROOT / "docs" / name).read_text("utf-8") == made(), f"run python -m checker.docs for {name}"


def test_action_uses_only_what_it_declares() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])
    assert ACTION["runs"]["using"] == "composite"
    for step in ACTION["runs"]["steps"]:
        assert "uses" in step or step["shell"] == "bash"
        assert "${{" not in step.get("run", ""), "inputs reach scripts through the environment alone"


def test_templates_give_options_that_exist() -> None:
    gitlab = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text("utf-8"))["translation-check"]["script"]
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    check = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    for script in (*gitlab, hook["entry"], check.split("checker pr", 1)[1].split("||", 1)[0]):
        assert options_of(script) and options_of(script) <= known_options()


def test_documents_name_files_that_exist() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def run_step(step: dict[str, Any], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a step of the action as its runner would."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.encoder
@pytest.mark.skipif(shutil.which("bash") is None, reason="the action's shell")
@pytest.mark.parametrize("figure, code", [("582", "1"), ("528", "0")])
def test_the_actions_steps_run(tmp_path: Path, figure: str, code: str) -> None:
    work = tmp_path / "work"
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for language in articles.LANGUAGES:
        articles.write(work, "clinic", language, articles.text("clinic", language))
    (work / "checker.toml").write_text('articles = "news/{slug}/{lang}.txt"\n', "utf-8")
    commit = [*who, "commit", "-qm", "one"]
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], commit, ["checkout", "-qb", "topic"]):
        subprocess.run(["git", *command], cwd=work, check=True)
    french = work / "news/clinic/fr.txt"
    before = french.read_text("utf-8")
    french.write_text(before.replace("528 élèves", f"{figure} élèves").replace("La ", "La  "), "utf-8")
    files = {"GITHUB_OUTPUT": tmp_path / "output", "GITHUB_STEP_SUMMARY": tmp_path / "summary"}
    for path in files.values():
        path.write_text("before\n", "utf-8")
    binaries = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": binaries, "RUNNER_TEMP": str(tmp_path), "BASE": "main", "FAIL_ON": "error",
                   "ARGUMENTS": "--text report.txt", **{name: str(path) for name, path in files.items()}}
    steps = {step["name"]: step for step in ACTION["runs"]["steps"]}
    checked = run_step(steps["Check"], work, environment)
    assert checked.returncode == 0, checked.stderr
    output = dict(line.split("=", 1) for line in files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()[1:])
    assert output["exit-code"] == code and Path(output["sarif"]).is_file()
    assert ("::error file=news/clinic/fr.txt,line=5" in checked.stdout) == (code == "1")
    summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
    assert summary.startswith("before\n## Translation check") and (work / "report.txt").exists()
    assert run_step(steps["Verdict"], work, {**environment, "CODE": output["exit-code"]}).returncode == int(code)
