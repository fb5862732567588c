"""Writing results: every file of a run or none, each whole or as it was."""
from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from .errors import CheckerError

STDOUT = "-"


def preflight(targets: Mapping[str, str], inputs: Iterable[str] = ()) -> None:
    """Refuse outputs that cannot be written, before the work is done.

    `targets` maps an option's name to a path or `-`; `inputs` are files that must not be overwritten.
    """
    read = {os.path.realpath(path): path for path in inputs}
    seen: dict[str, str] = {}
    for option, target in targets.items():
        place = STDOUT if target == STDOUT else os.path.realpath(target)
        if place in seen:
            raise CheckerError(f"{option} and {seen[place]} both write to {target}; give them different files")
        if place in read:
            raise CheckerError(f"{option} would overwrite {read[place]}, which is to be read; give it another file")
        seen[place] = option
        if target != STDOUT:
            _writable(option, Path(target))


def _writable(option: str, target: Path) -> None:
    folder = target.parent
    if target.is_dir():
        raise CheckerError(f"{option}: {target} is a folder; name a file in it")
    if not folder.is_dir():
        raise CheckerError(f"{option}: there is no folder {folder}; make it first")
    if not os.access(folder, os.W_OK) or target.exists() and not os.access(target, os.W_OK):
        raise CheckerError(f"{option}: {target} cannot be written; check its permissions")


def write_all(contents: Mapping[str, str]) -> None:
    """Write each text (UTF-8) to its path or to standard output. Files appear together once all are written.

    Raises CheckerError, and leaves every file as it was, where one cannot be written.
    """
    files = {Path(target): text for target, text in contents.items() if target != STDOUT}
    prepared: list[tuple[Path, Path]] = []
    try:
        for target, text in files.items():
            if _special(target):
                target.write_bytes(_encoded(text))
            else:
                target = Path(os.path.realpath(target))
                prepared.append((_prepare(target, _encoded(text)), target))
        for temporary, target in prepared:
            os.replace(temporary, target)
    except OSError as error:
        raise CheckerError(f"{error.filename}: cannot be written: {error.strerror}; nothing was") from error
    finally:
        for temporary, _ in prepared:
            with suppress(FileNotFoundError):
                temporary.unlink()
    if STDOUT in contents:
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(contents[STDOUT]))
        sys.stdout.buffer.flush()


def _prepare(target: Path, data: bytes) -> Path:
    """The data in a file beside its target, safely on disk, with the mode the target has or a new file gets."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask())
    except OSError:
        os.unlink(name)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _special(target: Path) -> bool:
    """A pipe or a device: nothing to replace."""
    return target.exists() and not target.is_file()


def _encoded(text: str) -> bytes:
    # A file name that is not UTF-8 reaches us with lone surrogates; they are shown, not refused.
    return text.encode("utf-8", "backslashreplace")
