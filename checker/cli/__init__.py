"""The command line. Every command is a thin layer over the Python packages; the exit codes are the contract's."""
from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 clean, 1 findings, 2 could not check, 3 a bug of ours."""
    from .commands import COMMANDS
    from .exits import run

    return run(COMMANDS, argv)
