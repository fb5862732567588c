"""The command line. Every command is a thin layer over the Python packages; the exit codes are the contract's."""
from __future__ import annotations

import gc
import os
from collections.abc import Sequence

from ..processes import VARIABLE, processors


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 clean, 1 findings, 2 could not check, 3 a bug of ours."""
    settle()
    from .commands import COMMANDS
    from .exits import run

    return run(COMMANDS, argv)


def settle() -> None:
    """What suits a process that lives for seconds on a machine that it shares with others."""
    # Tables and dictionaries are made and kept: who looks among them for garbage time and again finds none.
    gc.set_threshold(50_000, 20, 20)
    # Our matrices are small: threads that share one product mostly wait for each other. numpy reads this when imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # The command line has the machine to itself.
    os.environ.setdefault(VARIABLE, str(processors()))
