"""How much memory a process has had at most, and what it has with those it started."""
from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path


def peak() -> int:
    """Bytes of memory this process has had at most.

    Linux's `ru_maxrss` would do, were it not for what it inherits from the process that started this one.
    """
    import resource

    with suppress(OSError):
        lines = Path("/proc/self/status").read_text("ascii", "replace").splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used * (1 if sys.platform == "darwin" else 1024)


def together(process: int) -> int:
    """Bytes of memory that a process and all it started have now, what they share counted once; 0 where the system
    does not tell (Linux does)."""
    parents = dict(_parents())
    return sum(_share(one) for one in parents if _descends(one, process, parents))


def _descends(process: int, ancestor: int, parents: Mapping[int, int]) -> bool:
    while process != ancestor and process in parents:
        process = parents[process]
    return process == ancestor


def _parents() -> Iterator[tuple[int, int]]:
    """Every process with the one that started it."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            # The name, in brackets, may hold anything.
            yield int(folder.name), int((folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])


def _share(process: int) -> int:
    """A process's memory, of what it shares only its part."""
    with suppress(OSError, StopIteration):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii", "replace").splitlines()
        return next(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
