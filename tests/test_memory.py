"""Memory is counted with that of the processes one starts."""
from __future__ import annotations

import os
import subprocess
import sys

import pytest

from checker.memory import peak, together

MUCH = 60_000_000
_CHILD = f"held = bytes(range(256)) * ({MUCH} // 256); print(len(held), flush=True); input()"


@pytest.mark.skipif(sys.platform != "linux", reason="the system must tell")
def test_a_process_counts_with_those_it_starts() -> None:
    alone = together(os.getpid())
    assert 0 < alone and 0 < peak()
    with subprocess.Popen([sys.executable, "-c", _CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout and child.stdout.readline()
        assert together(os.getpid()) > alone + MUCH // 2
        child.kill()


def test_a_process_that_is_gone_has_none() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        pass
    assert together(child.pid) == 0
