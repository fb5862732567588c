"""What goes wrong around us: killed in the middle of writing, a full disk, folders sealed or gone, clocks turned back.

Whatever happens, a file is as it was or as it should be, and the user is told in one line.
"""
from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cache import Store
from checker.cli import main
from checker.suppressions.entries import Entry, read, write

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are the system's own there")

# Each program writes one thing again and again, in turns as "old" and "new", and says when it begins.
_WRITERS = {
    "report": """
from checker.output import write_all
for turn in range(10**6):
    text = ("old", "new")[turn % 2] * 40_000
    write_all({folder + "/r.html": text, folder + "/r.json": text})
    print(flush=True)
""",
    "decisions": """
from checker.suppressions.entries import Entry, write
for turn in range(10**6):
    word = ("old", "new")[turn % 2]
    write(folder + "/d.json", "decisions", [Entry(f"f1-{n}", "fine", word * 20) for n in range(300)])
    print(flush=True)
""",
    "baseline": """
from checker.suppressions.entries import Entry, write
for turn in range(10**6):
    word = ("old", "new")[turn % 2]
    write(folder + "/b.json", "baseline", [Entry(f"f1-{n}", sentence=word * 20) for n in range(300)])
    print(flush=True)
""",
    "cache": """
from pathlib import Path
from checker.cache import Store
store = Store(Path(folder, "c.sqlite"))
store.keep({b"first": b"kept"})
for turn in range(10**6):
    store.keep({b"%d" % (n % 50): (b"old", b"new")[turn % 2] * 3000 for n in range(10)})
    print(flush=True)
""",
}


def _one_state(path: Path) -> str:
    """Whether a file is all old or all new."""
    text = path.read_text("utf-8")
    assert ("old" in text) != ("new" in text), f"{path.name} is half of each"
    return text


def _whole_report(folder: Path) -> None:
    for name in ("r.html", "r.json"):
        assert len(_one_state(folder / name)) == 120_000


def _whole_entries(name: str) -> Callable[[Path], None]:
    def whole(folder: Path) -> None:
        path = folder / f"{name[0]}.json"
        _one_state(path)
        assert len(read(path, name)) == 300

    return whole


def _whole_cache(folder: Path) -> None:
    store = Store(folder / "c.sqlite")
    found = store.read([b"first", *(b"%d" % n for n in range(10))])
    assert found[b"first"] == b"kept"
    assert all(value in (b"old" * 3000, b"new" * 3000) for key, value in found.items() if key != b"first")
    store.keep({b"after": b"it works"})
    assert store.read([b"after"]) == {b"after": b"it works"}


_WHOLE = {"report": _whole_report, "decisions": _whole_entries("decisions"), "baseline": _whole_entries("baseline"),
          "cache": _whole_cache}


@needs_posix
@pytest.mark.parametrize("what", _WRITERS)
def test_killed_at_any_point_nothing_is_half_written(tmp_path: Path, what: str) -> None:
    program = f"folder = {str(tmp_path)!r}\n{_WRITERS[what]}"
    for death in range(12):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            # At another point of its work each time, over some 25 ms: many times what one writing takes.
            time.sleep(death * 0.0021)
            writer.send_signal(signal.SIGKILL)
        _WHOLE[what](tmp_path)


@needs_posix
def test_what_a_killed_run_left_behind_is_out_of_the_way(tmp_path: Path) -> None:
    # A temporary file has a name of its own: it is no report, no article, and no obstacle to the next run.
    program = ("import os, signal\nfrom checker import output\n"
               "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
               f"output.write_all({{{str(tmp_path / 'r.json')!r}: 'x'}})")
    subprocess.run([sys.executable, "-c", program], check=False)
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".r.json.")
    write(tmp_path / "r.json", "baseline", [])
    assert read(tmp_path / "r.json", "baseline") == ()


_FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from checker.cli.exits import run
import click
from checker.output import write_all
from checker.suppressions.entries import Entry, write

@click.command()
def command():
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
    {}
sys.exit(run(command, []))
"""


@needs_posix
@pytest.mark.parametrize("action", [
    "write_all({'r.html': 'new' * 9999, 'small.json': 'new'})",
    "write_all({'small.json': 'new', 'r.html': 'new' * 9999})",
    "write('d.json', 'decisions', [Entry(f'f1-{n}', 'fine') for n in range(999)])"])
def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, action: str) -> None:
    for name in ("r.html", "small.json", "d.json"):
        (tmp_path / name).write_text("old", "utf-8")
    done = subprocess.run([sys.executable, "-c", _FULL.format(action)], cwd=tmp_path, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "cannot be written" in done.stderr
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "r.html": "old", "small.json": "old", "d.json": "old"}


@needs_posix
def test_a_full_disk_under_the_cache_costs_the_cache_alone(tmp_path: Path) -> None:
    program = ("import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
               "from pathlib import Path\nfrom checker.cache import Store\n"
               "store = Store(Path('c.sqlite')); store.keep({b'a': b'kept'})\n"
               "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))\n"
               "store.keep({b'b': bytes(10**6)})\nassert store.read([b'a', b'b']) == {b'a': b'kept'}")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert Store(tmp_path / "c.sqlite").read([b"a"]) == {b"a": b"kept"}


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that nothing can be written to: by its mode; for root, whom no mode stops, by calls that refuse."""
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "r.json").write_text("old", "utf-8")
    folder.chmod(0o500)
    if os.geteuid() == 0:
        real, real_open = os.access, os.open

        def access(path: str | Path, mode: int) -> bool:
            inside = os.path.realpath(path).startswith(str(folder))
            return not (inside and mode & os.W_OK) and real(path, mode)

        def refuse(path: str, flags: int, *more: int, **named: int) -> int:
            if os.path.realpath(path).startswith(str(folder)) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                raise PermissionError(13, "Permission denied", path)
            return real_open(path, flags, *more, **named)

        monkeypatch.setattr(os, "access", access)
        monkeypatch.setattr(os, "open", refuse)
    return folder


def test_a_read_only_folder_is_told_before_the_work(sealed: Path, tmp_path: Path,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.vi.txt", "a.nl.txt"):
        (tmp_path / name).write_text("text\n", "utf-8")
    paths = [str(tmp_path / name) for name in ("a.vi.txt", "a.nl.txt")]
    assert main(["check", *paths, "--json", str(sealed / "r.json")]) == 2
    said = capsys.readouterr().err
    assert "cannot be written; check its permissions" in said and said.count("\n") == 1
    assert (sealed / "r.json").read_text("utf-8") == "old"


def test_decisions_in_a_read_only_folder_are_refused(sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", "f1-0", "--reason", "x", "--decisions", str(sealed / "d.json")]) == 2
    assert "cannot be written" in capsys.readouterr().err and not (sealed / "d.json").exists()


def test_a_cache_deleted_under_a_running_job_is_made_anew(tmp_path: Path) -> None:
    program = ("import sys\nfrom pathlib import Path\nfrom checker.cache import Store\n"
               f"store = Store(Path({str(tmp_path / 'cache' / 'c.sqlite')!r}))\n"
               "for turn in range(60):\n"
               "    store.keep({b'%d' % turn: b'value' * 500})\n"
               "    assert store.read([b'%d' % turn]) in ({}, {b'%d' % turn: b'value' * 500})\n"
               "    print(flush=True)\n")
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as job:
        assert job.stdout is not None and job.stderr is not None
        for _ in range(5):
            job.stdout.readline()
            for path in (tmp_path / "cache").glob("*"):
                path.unlink(missing_ok=True)
        out, error = job.communicate()
    assert job.returncode == 0, error.decode()


def test_two_jobs_at_once_leave_one_whole_report(tmp_path: Path) -> None:
    program = ("from checker.output import write_all\nimport sys\n"
               "for turn in range(60): write_all({'r.json': sys.argv[1] * 50_000})")
    jobs = [subprocess.Popen([sys.executable, "-c", program, letter], cwd=tmp_path) for letter in "ab"]
    assert [job.wait() for job in jobs] == [0, 0]
    assert (tmp_path / "r.json").read_text("utf-8") in ("a" * 50_000, "b" * 50_000)
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_a_clock_set_back_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(tmp_path / "c.sqlite", limit=10_000)
    for now, name in ((2e9, b"kept in the future"), (1e9, b"kept after the clock was set back"), (0.0, b"and again")):
        monkeypatch.setattr(time, "time", lambda now=now: now)
        store.keep({name: bytes(1000)})
        assert store.read([name]) == {name: bytes(1000)}
    assert len(store.read([b"kept in the future", b"kept after the clock was set back"])) == 2


def test_a_decision_outlives_a_clock_set_back(tmp_path: Path) -> None:
    entry = Entry("f1-0", "fine", "x", date="2030-01-01", expires="2031-01-01")
    write(tmp_path / "d.json", "decisions", [entry])
    (kept,) = read(tmp_path / "d.json", "decisions")
    assert not kept.expired(dt.date(1970, 1, 1)) and kept.expired(dt.date(2031, 1, 2))
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["decisions"][0]["date"] == "2030-01-01"
