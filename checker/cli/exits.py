"""Exit codes, and what a person is told when a run ends early: one line, never a traceback."""
from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from ..bugs import bug_line
from ..errors import CheckerError
from ..formats.printable import one_line

CLEAN, FINDINGS, UNCHECKED, BUG = 0, 1, 2, 3


def run(command: click.Command, argv: Sequence[str] | None) -> int:
    """Run a click command; its return value is the exit code, and so is every way it can fail."""
    try:
        code = command.main(None if argv is None else list(argv), "checker", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else CLEAN
    except click.ClickException as error:
        return complain(_usage(error))
    except click.Abort:
        return 130
    except CheckerError as error:
        return complain(str(error))
    except BrokenPipeError:
        # The reader of our output has left (`| head`); Python would complain once more while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except KeyboardInterrupt:
        return 130
    except MemoryError:
        return complain("out of memory; check fewer or smaller files at a time")
    except Exception as error:
        return bug(error)


def complain(message: str) -> int:
    """One line on standard error; exit code 2."""
    print(f"checker: {one_line(' '.join(message.split()))}", file=sys.stderr)
    return UNCHECKED


def bug(error: BaseException) -> int:
    """One line that names a file with the traceback; exit code 3."""
    complain(bug_line(error))
    return BUG


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    name = f"{context.command_path} --help" if context else "checker --help"
    return f"{error.format_message()} (see '{name}')"
