"""The encoder's model in a process of its own, which starts and encodes while this one has other work.

Texts go there as JSON and come back as encodings' bytes, each message with its length before it. The process ends
with its standard input, and so with whoever started it.
"""
from __future__ import annotations

import atexit
import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from .manifest import Settings
from .processes import allowed

if TYPE_CHECKING:
    from .encoding import Encoding

_LENGTH = struct.Struct("<Q")
_LARGEST = 2**30  # bytes of a message: far more than an encoding has
# The package is imported from where this process has it; -P: never from the folder one happens to be in.
_CHILD = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from checker.remote import serve; serve(sys.argv[2])"

_GONE = (OSError, EOFError, ValueError)  # What asking a process raises that has died, or talks nonsense.


class Elsewhere:
    """Encodes in another process, where there may be one and it works; where not, it has no answers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._remote: _Remote | None = None
        self._asked: list[str] = []
        self._failed = False

    def start(self) -> bool:
        """Whether there is a process; it is started at once, and opens its model meanwhile.

        CheckerError where there is no such model and none can be built.
        """
        if self._remote is None and not self._failed and allowed() > 1:
            self._settings.checkpoint()  # Built by who can say so.
            try:
                self._remote = _Remote(self._settings)
            except OSError:
                self._failed = True
        return self._remote is not None

    def begin(self, texts: Sequence[str]) -> bool:
        """Whether the process is at work: on these texts, unless it was asked before and not heard."""
        if texts and not self._asked and self.start():
            with self._trying() as remote:
                remote.ask(texts)
                self._asked = list(texts)
        return bool(self._asked)

    def answers(self) -> dict[str, Encoding]:
        """What the process was asked for, when it is done; nothing where it was not asked, or failed."""
        asked, self._asked = self._asked, []
        if asked:
            with self._trying() as remote:
                return dict(zip(asked, remote.answer(len(asked)), strict=True))
        return {}

    @contextmanager
    def _trying(self) -> Iterator[_Remote]:
        """Who fails once is not asked again; a question that is given up is not answered later."""
        assert self._remote is not None
        try:
            yield self._remote
        except BaseException as error:
            self._remote.close()
            self._remote, self._failed = None, isinstance(error, _GONE)
            if not self._failed:
                raise


class _Remote:
    """A model in another process. One question at a time: `ask`, then `answer`; both may raise what is in `_GONE`."""

    def __init__(self, settings: Settings) -> None:
        told = {"name": settings.name, "revision": settings.revision, "prefix": settings.prefix,
                "layers": settings.layers, "folder": str(settings.folder) if settings.folder else None}
        command = [sys.executable, "-P", "-c", _CHILD, json.dumps(sys.path), json.dumps(told)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL)
        atexit.register(self.close)

    def ask(self, texts: Sequence[str]) -> None:
        """Send the texts to be encoded."""
        assert self._process.stdin is not None
        _send(self._process.stdin, zlib.compress(json.dumps(list(texts)).encode(), 1))  # So it fits into a pipe.
        self._process.stdin.flush()

    def answer(self, count: int) -> list[Encoding]:
        """Wait for the encodings of the `count` texts sent."""
        from .encoding import Encoding

        assert self._process.stdout is not None
        return [Encoding.from_bytes(_received(self._process.stdout)) for _ in range(count)]

    def close(self) -> None:
        """End the process, whatever it is at."""
        atexit.unregister(self.close)
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        self._process.wait()


def serve(told: str) -> None:
    """Be the other process: answer until standard input ends."""
    from concurrent.futures import ThreadPoolExecutor

    from .cli import settle

    settle()
    threading.Thread(target=_end_with_input, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # What a library prints is no answer.
    given = json.loads(told)
    settings = Settings(**{**given, "layers": given["layers"] and tuple(given["layers"]),
                           "folder": given["folder"] and Path(given["folder"])})
    with ThreadPoolExecutor(1) as pool:
        opening = pool.submit(_opened, settings)  # Meanwhile a question is read, lest its sender wait.
        with suppress(EOFError, BrokenPipeError):
            while True:
                texts = json.loads(zlib.decompress(_received(sys.stdin.buffer)))
                for made in opening.result()(texts):
                    _send(answers, made.to_bytes())
                answers.flush()


def _end_with_input() -> None:
    """End this process, whatever it is at, once nobody is left who may write to its standard input."""
    if hasattr(select, "poll"):  # Elsewhere it ends when it reads again.
        waiting = select.poll()
        waiting.register(0, 0)  # Of that alone one is told always; the rest is nothing to wait for.
        waiting.poll()
        os._exit(1)


def _opened(settings: Settings) -> Callable[[list[str]], Iterator[Encoding]]:
    """What encodes, with all that takes long to import."""
    import torch

    from .encoding import quantised
    from .model import open_model

    torch.set_num_threads(1)  # Threads that share what opening a model does mostly wait, each keeping a processor busy.
    model = open_model(settings)
    return lambda texts: (quantised(*raw) for raw in model.states(texts))


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)) + message)


def _received(pipe: IO[bytes]) -> bytes:
    """The next message; EOFError where there is none, or half of one, ValueError where something else talks."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError("no message")
    (size,) = _LENGTH.unpack(head)
    if size > _LARGEST:
        raise ValueError("no message, but something else")
    message = pipe.read(size)
    if len(message) < size:
        raise EOFError("half a message")
    return message
