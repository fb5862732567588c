"""What we build on: pinned, and as pinned; nothing pickled is loaded, no model's code is run, no address opened."""
from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
NAME = "parallel-article-checker"
# What a machine brings itself, and what torch needs on machines with its processors.
_OWN_BUILDS = ("setuptools", "pip", "wheel", "nvidia-", "triton", "cuda-")
SOURCES = sorted((ROOT / "checker").rglob("*.py"))


def pins() -> dict[str, str]:
    """Package and version of every line of constraints.txt."""
    found: dict[str, str] = {}
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, equals, pinned = line.partition("==")
            assert equals and re.fullmatch(r"[0-9][0-9a-z.]*", pinned), f"not an exact pin: {line}"
            found[canonicalize_name(name)] = pinned
    return found


def declared() -> Iterator[Requirement]:
    """What setup.cfg asks for, extras and all."""
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    texts = [settings["options"]["install_requires"], *settings["options.extras_require"].values()]
    yield from (Requirement(line) for text in texts for line in text.split("\n") if line.strip())


def installed() -> dict[str, str]:
    """Everything that is installed because we, or what we ask for, ask for it."""
    wanted = [requirement.name for requirement in declared()]
    found: dict[str, str] = {}
    while wanted:
        name = canonicalize_name(wanted.pop())
        try:
            known = version(name).partition("+")[0]
        except PackageNotFoundError:
            continue  # An extra's, or another platform's.
        if name not in found:
            found[name] = known
            needs = map(Requirement, requires(name) or ())
            wanted += [r.name for r in needs if r.marker is None or r.marker.evaluate()]
    return found


def test_every_dependency_is_pinned() -> None:
    missing = {canonicalize_name(r.name) for r in declared()} - set(pins())
    assert not missing, f"pin these in constraints.txt: {missing}"


def test_the_lock_holds_every_pin_with_the_hashes_of_its_files() -> None:
    known = pins()
    lines = (ROOT / "requirements.lock").read_text("utf-8").replace(" \\\n", " ").splitlines()
    locked: dict[str, str] = {}
    for line in lines:
        requirement, *hashes = (part.strip() for part in line.split("--hash="))
        assert hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}", h) for h in hashes), f"without hashes: {line[:60]}"
        name, _, pinned = requirement.partition(";")[0].strip().partition("==")
        locked[canonicalize_name(name)] = pinned
    needed = {name: v for name, v in installed().items() if not name.startswith(_OWN_BUILDS) and name != "torch"}
    assert {name: locked.get(name) for name in needed} == {name: known[name] for name in needed}, "run 'make lock'"


def test_ranges_for_users_allow_the_pins() -> None:
    known = pins()
    for requirement in declared():
        pinned = known[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(pinned), f"{requirement} does not allow {pinned}"
        assert requirement.url is None


def test_what_is_installed_is_what_is_pinned() -> None:
    known, found = pins(), installed()
    astray = {name: (there, known.get(name)) for name, there in found.items()
              if there != known.get(name) and not name.startswith(_OWN_BUILDS)}
    assert not astray, f"installed and pinned differ; 'make setup' anew, or mend constraints.txt: {astray}"


def test_the_packages_agree_with_each_other() -> None:
    done = subprocess.run([sys.executable, "-m", "pip", "--disable-pip-version-check", "check"], capture_output=True,
                          text=True, check=False)
    ours = {NAME, *installed()}
    told = [line for line in done.stdout.splitlines() if canonicalize_name(line.split(" ")[0]) in ours
            and "not supported on this platform" not in line]
    assert not told, "\n".join(told)


_BANNED_IMPORTS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "urllib.request", "http.client",
                   "requests", "ftplib", "socket"}
_BANNED_CALLS = {"eval", "exec", "compile", "__import__", "torch.load", "yaml.load", "yaml.unsafe_load",
                 "yaml.full_load", "os.system", "os.popen"}


def _calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""


def faults(source: str) -> list[str]:
    """What in a module's text loads, runs or fetches what it should not."""
    tree = ast.parse(source)
    found = [name for name in _imports(tree) if name in _BANNED_IMPORTS or name.split(".")[0] in _BANNED_IMPORTS]
    for name, call in _calls(tree):
        options = {k.arg: ast.unparse(k.value) for k in call.keywords if k.arg}
        if name in _BANNED_CALLS or options.get("trust_remote_code", "False") != "False":
            found.append(name)
        if options.get("allow_pickle", "False") != "False" or options.get("shell", "False") != "False":
            found.append(name)
        if name == "AutoModel.from_pretrained" and options.get("use_safetensors") != "True":
            found.append(name)
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_unpickled_run_or_fetched(path: Path) -> None:
    assert not faults(path.read_text("utf-8"))


@pytest.mark.parametrize("source", [
    "import pickle", "from pickle import load", "import urllib.request", "torch.load(x)", "eval(x)", "yaml.load(x)",
    "numpy.load(x, allow_pickle=True)", "subprocess.run(x, shell=True)", "AutoModel.from_pretrained(x)",
    "AutoModel.from_pretrained(x, use_safetensors=True, trust_remote_code=True)"])
def test_the_look_for_them_finds_them(source: str) -> None:
    assert faults(source)


def test_every_model_is_known_by_its_hash() -> None:
    text = (ROOT / "models" / "manifest.json").read_text("utf-8")
    assert re.search(r'"sha256": "[0-9a-f]{64}"', text)


def test_the_promises_are_written_down_and_their_tests_are_there() -> None:
    text = (ROOT / "SECURITY.md").read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
