"""What is installed is whole: setup.cfg names every package, and the wheel works far from the checkout."""
from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from configparser import ConfigParser
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from checker import __version__

ROOT = Path(__file__).parent.parent
OUTSIDE = {"checker.models": "models", "checker.reports": "reports"}  # Packages that lie beside checker/, not in it.
SAMPLES = "reports/samples/"  # For `make report` in a checkout; no wheel needs them.
BUILDS_WHEELS = 71  # From here on setuptools needs nothing beside it to make a wheel.


def packages() -> list[str]:
    """The packages that setup.cfg names."""
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg", "utf-8")
    return settings["options"]["packages"].split()


def sources() -> list[str]:
    """Paths of the packages' files, data and all, that git tracks or would on `git add`; `/` between folders."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing says which files belong to it")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "checker", "models", "reports"]
    listed = _run(command, ROOT).split("\0")
    return [path for path in listed if path and not path.startswith(SAMPLES) and (ROOT / path).is_file()]


def _run(command: list[str], folder: Path, **environment: str) -> str:
    done = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True,
                          encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def _pip(*arguments: str, folder: Path) -> None:
    _run([sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments], folder)


def _offline() -> list[str]:
    """pip's options to build with the setuptools that is here; none where it is not, or is too old."""
    try:
        able = int(version("setuptools").partition(".")[0]) >= BUILDS_WHEELS
    except PackageNotFoundError:
        able = False
    return ["--no-build-isolation", "--no-index"] if able else []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that what an earlier build left behind gets into none."""
    copy, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for path in [*sources(), "setup.cfg", "pyproject.toml", "README.md", "LICENSE"]:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        (copy / path).write_bytes((ROOT / path).read_bytes())
    _pip("wheel", "--no-deps", *_offline(), "--wheel-dir", str(out), str(copy), folder=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, and nothing else."""
    target = tmp_path_factory.mktemp("installed")
    _pip("install", "--no-deps", "--no-index", "--target", str(target), str(wheel), folder=target)
    return target


def python(installed: Path, *arguments: str) -> str:
    """What the interpreter prints, working in an empty folder, with the installed packages before all others."""
    elsewhere = installed.parent / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    return _run([sys.executable, "-P", *arguments], elsewhere, PYTHONPATH=str(installed))


def test_every_package_is_named() -> None:
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "checker").rglob("__init__.py")}
    assert sorted(packages()) == sorted(folders | set(OUTSIDE))
    assert all((ROOT / place / "__init__.py").is_file() for place in OUTSIDE.values())


def test_the_wheel_holds_the_sources_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {path if path.startswith("checker/") else f"checker/{path}" for path in sources()}
    assert wanted - held == set(), "setup.cfg leaves these out: name them in packages or package_data"
    assert held - wanted == set()


READS = {
    "model manifest": "from checker.resources import model_data; print(model_data('manifest.json')['default'])",
    "templates": "from checker.resources import report_file; print(report_file('templates/page.html'))",
    "catalogues": "from checker.resources import report_file; print(report_file('locale/th.po'))",
    "languages": "from checker.languages import languages; assert {'fr', 'nl', 'th', 'vi'} <= {*languages()}",
    "figures": "from checker.facts import extract; assert extract('87 miljoen euro', 'nl')[0].value == '87000000 EUR'",
    "names": "from checker.facts import extract; assert extract('Chợ nổi này cách thành phố Cần Thơ không xa.', 'vi')",
    "page": "import checker.formats.html",
    "command line": "import checker.cli.commands, checker.pipeline",
}
AT_HOME = """
import sys
import checker.models, checker.reports
away = [n for n, m in sys.modules.items() if n.split('.')[0] == 'checker' and not m.__file__.startswith(sys.argv[1])]
assert not away, away
"""


@pytest.mark.parametrize("what", READS)
def test_an_installed_package_finds_its_own_data(installed: Path, what: str) -> None:
    python(installed, "-c", f"{READS[what]}\n{AT_HOME}", str(installed))


def test_the_command_runs(installed: Path) -> None:
    assert __version__ in python(installed, "-m", "checker", "--version")
    assert "number-changed" in python(installed, "-m", "checker", "explain", "number-changed")
    assert sorted(path.name for path in (installed / "bin").iterdir()) == ["checker"]
