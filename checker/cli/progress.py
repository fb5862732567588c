"""A sign of life on standard error, for anything over two seconds, and only where a person sits in front of it."""
from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

AFTER = 2.0
_EVERY = 0.2


@contextmanager
def progress() -> Iterator[None]:
    """While the work inside runs: a line with the stage at work and the seconds gone.

    Stages say what they do through the logger `checker` (level INFO) and know nothing of terminals.
    """
    if not sys.stderr.isatty():
        yield
        return
    handler, stop = _Latest(), threading.Event()
    logger = logging.getLogger("checker")
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    thread = threading.Thread(target=_tick, args=(handler, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        logger.removeHandler(handler)
        logger.setLevel(level)


class _Latest(logging.Handler):
    """Keeps the last message."""

    message = "checking"

    def emit(self, record: logging.LogRecord) -> None:
        self.message = record.getMessage()


def _tick(latest: _Latest, stop: threading.Event) -> None:
    started, shown = time.monotonic(), False
    while not stop.wait(_EVERY):
        gone = time.monotonic() - started
        if gone > AFTER:
            shown = True
            sys.stderr.write(f"\r\x1b[K{latest.message} … {gone:.0f} s")
            sys.stderr.flush()
    if shown:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
