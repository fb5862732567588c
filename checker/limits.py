"""What is refused as too large, and how long a check may take: every limit has a name, and its message says it."""
from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from .errors import CheckerError

_AGAIN = 1.0  # Seconds after which a check that swallowed the first interruption is interrupted once more.


@dataclass(frozen=True, slots=True)
class Limits:
    """The configuration's `[limits]`.

    `size`: bytes of a file; `sentences`: of a file; `nesting`: elements within elements (XML, JSON); `tags`: of an HTML
    page; `unpacked`: bytes of a part of a DOCX file; `time`: seconds that an article set may take, 0 for no limit.
    """

    size: int = 5_000_000
    sentences: int = 50_000
    nesting: int = 200
    tags: int = 300_000
    unpacked: int = 50_000_000
    time: int = 3_600

    def exceeded(self, name: str, path: str, what: str) -> CheckerError:
        """The refusal of a file that is over the limit `name`.

        >>> print(Limits().exceeded("tags", "a.html", "more than the limit of {limit} tags"))
        a.html: more than the limit of 300,000 tags; split the file, or raise tags in the configuration's [limits]
        """
        told = what.replace("{limit}", f"{getattr(self, name):,}")
        return CheckerError(f"{path}: {told}; split the file, or raise {name} in the configuration's [limits]")


@contextmanager
def time_limit(seconds: int, what: str) -> Iterator[None]:
    """Raise CheckerError where the work inside takes longer than `seconds` (0: never); `what` names it in the message.

    By the system's interval timer: in the main thread, where no other timer runs and the platform has one; elsewhere
    nothing is limited.
    """
    if not seconds or not _has_timer():
        yield
        return

    def over(_: int, __: FrameType | None) -> None:
        raise CheckerError(f"{what}: took longer than the limit of {seconds:,} seconds; check fewer or smaller files, "
                           "or raise time in the configuration's [limits]")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_timer() -> bool:
    return (hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
            and signal.getitimer(signal.ITIMER_REAL)[0] == 0)
