"""Work shared out over processes: how many there may be, and a list of tasks done by several.

One, in a program that uses the package; as many as there are processors, from the command line. $CHECKER_PROCESSES
overrules both. What comes out is the same whatever the number.
"""
from __future__ import annotations

import os
import signal
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

VARIABLE = "CHECKER_PROCESSES"
_ENTRY = struct.Struct("<BQ")  # Of a result: the task's number, and how many bytes follow.
_MOST = 256  # Tasks that are shared out: their numbers are bytes.


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def allowed() -> int:
    """How many processes may be at work at a time, this one included."""
    told = os.environ.get(VARIABLE, "")
    return max(1, int(told)) if told.isdecimal() else 1


def shared_out(tasks: Sequence[T], work: Callable[[T], R], dumps: Callable[[R], bytes],
               loads: Callable[[T, bytes], R]) -> list[R]:
    """What `work` makes of each task, in order; copies of this process take part where that is safe.

    Put long tasks first: whoever is done takes the next. What another process made comes as `dumps` gives it and goes
    through `loads`. What one failed at, or died of, is done here, so that a fault shows as it would without them.
    """
    others = min(allowed(), len(tasks)) - 1
    if others < 1 or not _may_fork():
        return [work(task) for task in tasks]
    waiting, queue = os.pipe()
    os.write(queue, bytes(range(min(len(tasks), _MOST))))
    os.close(queue)
    helpers: list[_Helper] = []
    try:
        with suppress(OSError):  # No memory, or no place for a temporary file: this process does it all.
            for _ in range(others):
                helpers.append(_Helper(waiting, lambda n: dumps(work(tasks[n]))))
        made = {n: work(tasks[n]) for n in _taken(waiting)}
        for helper in helpers:
            made |= {n: loads(tasks[n], data) for n, data in helper.results()}
    finally:
        os.close(waiting)
        for helper in helpers:
            helper.end()
    return [made[n] if n in made else work(task) for n, task in enumerate(tasks)]


def _may_fork() -> bool:
    """Whether a copy of this process would work: not beside torch's threads, and macOS's own libraries forbid it."""
    return sys.platform == "linux" and "torch" not in sys.modules


def _taken(waiting: int) -> Iterator[int]:
    """The numbers of tasks that no other process has taken: each byte of the pipe is read once."""
    while taken := os.read(waiting, 1):
        yield taken[0]


class _Helper:
    """A copy of this process that takes tasks until there are none, and leaves the results in a file."""

    def __init__(self, waiting: int, work: Callable[[int], bytes]) -> None:
        self._made: IO[bytes] = tempfile.TemporaryFile()
        self._id: int | None = os.fork() or self._work(waiting, work)

    def _work(self, waiting: int, work: Callable[[int], bytes]) -> NoReturn:
        """In the copy: nothing of what the process does at its end is done twice, and no fault is told twice."""
        code = 1
        with suppress(BaseException):
            for n in _taken(waiting):
                data = work(n)
                self._made.write(_ENTRY.pack(n, len(data)) + data)
            self._made.flush()
            code = 0
        os._exit(code)

    def results(self) -> Iterator[tuple[int, bytes]]:
        """What it made, when it is done; nothing where it failed."""
        assert self._id is not None
        _, status = os.waitpid(self._id, 0)
        self._id = None
        self._made.seek(0)
        while status == 0 and (entry := self._made.read(_ENTRY.size)):
            n, size = _ENTRY.unpack(entry)
            yield n, self._made.read(size)

    def end(self) -> None:
        """Leave nothing of it behind."""
        self._made.close()
        if self._id is not None:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(self._id, signal.SIGKILL)
                os.waitpid(self._id, 0)
