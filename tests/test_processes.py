"""Work shared out comes to the same whoever does it, and a process that fails costs nothing but time."""
from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence

import pytest

from checker import processes
from checker.processes import allowed, shared_out

forks = pytest.mark.skipif(sys.platform != "linux", reason="copies of a process are made on Linux alone")


@pytest.fixture(autouse=True)
def _without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another test may have loaded it."""
    monkeypatch.delitem(sys.modules, "torch", raising=False)


def _shared(tasks: Sequence[int], work: Callable[[int], int]) -> list[int]:
    return shared_out(tasks, work, lambda made: str(made).encode(), lambda task, data: int(data))


@pytest.mark.parametrize("told, count", [("3", 3), ("0", 1), ("", 1), ("many", 1), ("-2", 1)])
def test_the_variable_says_how_many(monkeypatch: pytest.MonkeyPatch, told: str, count: int) -> None:
    monkeypatch.setenv(processes.VARIABLE, told)
    assert allowed() == count


def test_a_program_that_asks_for_none_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(processes.VARIABLE)
    assert allowed() == 1 and _shared([1, 2], lambda task: os.getpid()) == [os.getpid()] * 2


@pytest.mark.parametrize("count", ["1", "2", "4"])
@pytest.mark.parametrize("tasks", [[], [7], [3, 1, 2], list(range(600))])
def test_results_are_in_order_whatever_the_number(monkeypatch: pytest.MonkeyPatch, count: str,
                                                  tasks: list[int]) -> None:
    monkeypatch.setenv(processes.VARIABLE, count)
    assert _shared(tasks, lambda task: 10 * task) == [10 * task for task in tasks]


@forks
def test_two_processes_are_at_work_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the two tasks ends when the other has begun."""
    monkeypatch.setenv(processes.VARIABLE, "2")
    pipes = [os.pipe(), os.pipe()]

    def work(task: int) -> int:
        os.write(pipes[task][1], b".")
        os.read(pipes[1 - task][0], 1)
        return os.getpid()

    one, other = _shared([0, 1], work)
    assert one != other and os.getpid() in (one, other)


@forks
@pytest.mark.parametrize("end", [lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os._exit(3), lambda: 1 / 0])
def test_what_a_copy_fails_at_is_done_here(monkeypatch: pytest.MonkeyPatch, end: Callable[[], object]) -> None:
    monkeypatch.setenv(processes.VARIABLE, "3")
    here = os.getpid()

    def work(task: int) -> int:
        if os.getpid() != here:
            end()
        return task

    assert _shared(range(9), work) == list(range(9))


def test_a_fault_is_raised_as_without_copies(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(task: int) -> int:
        return 1 // (task - 2)

    for count in ("1", "2"):
        monkeypatch.setenv(processes.VARIABLE, count)
        with pytest.raises(ZeroDivisionError):
            _shared(range(4), work)


@forks
def test_an_interruption_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(processes.VARIABLE, "3")
    here, fork, copies = os.getpid(), os.fork, []

    def noted() -> int:
        copies.append(fork())
        return copies[-1]

    def work(task: int) -> int:
        if os.getpid() == here:
            raise KeyboardInterrupt
        signal.pause()
        return task

    monkeypatch.setattr(os, "fork", noted)
    with pytest.raises(KeyboardInterrupt):
        _shared(range(4), work)
    assert len(copies) == 2
    for copy in copies:
        with pytest.raises(ProcessLookupError):
            os.kill(copy, 0)


@forks
def test_a_process_that_cannot_be_copied_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    monkeypatch.setenv(processes.VARIABLE, "2")
    monkeypatch.setattr(os, "fork", refuse)
    assert _shared(range(4), lambda task: os.getpid()) == [os.getpid()] * 4


def test_no_copy_is_made_beside_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(processes.VARIABLE, "2")
    monkeypatch.setitem(sys.modules, "torch", sys)
    assert set(_shared(range(4), lambda task: os.getpid())) == {os.getpid()}
