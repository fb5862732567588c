"""What all tests share."""
from __future__ import annotations

import os

from hypothesis import settings

# Stand-ins and what counts their calls live in this process; tests of several processes ask for them.
os.environ["CHECKER_PROCESSES"] = "1"

# No test is timed: a busy machine is not a fault of the code.
# On a CI server examples are the same every run, so that a red run is about the change; at a desk they vary.
settings.register_profile("untimed", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("untimed")
