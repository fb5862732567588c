"""The time a check may take: interrupted with one line, and nothing left behind."""
from __future__ import annotations

import signal
import threading
import time

import pytest

from checker.errors import CheckerError
from checker.limits import Limits, time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers here")


def _spin(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_work_without_end_is_interrupted() -> None:
    with pytest.raises(CheckerError, match="a.txt: took longer than the limit of 1 seconds.*raise time"):
        with time_limit(1, "a.txt"):
            _spin(60)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_interruption_that_is_swallowed_comes_again() -> None:
    with pytest.raises(CheckerError):
        with time_limit(1, "a.txt"):
            try:
                _spin(60)
            except CheckerError:
                _spin(60)


def test_work_in_time_is_left_alone_and_the_handler_restored() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(100, "a.txt"), time_limit(1, "an inner limit does not replace it"):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 50
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.parametrize("seconds", [0, 100])
def test_no_limit_where_there_is_none_or_in_another_thread(seconds: int) -> None:
    seen: list[float] = []

    def work() -> None:
        with time_limit(seconds, "a.txt"):
            seen.append(signal.getitimer(signal.ITIMER_REAL)[0])

    if seconds:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    else:
        work()
    assert seen == [0.0]


@pytest.mark.parametrize("name", Limits.__slots__)
def test_a_refusal_names_its_limit_and_its_key(name: str) -> None:
    said = str(Limits().exceeded(name, "a.txt", "more than the limit of {limit}"))
    assert f"{getattr(Limits(), name):,}" in said and f"raise {name} " in said and "\n" not in said
