"""How much memory a process has had at most."""
from __future__ import annotations

import sys
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
