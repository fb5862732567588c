"""What all tests share."""
from __future__ import annotations

import os

from hypothesis import settings

# No test is timed: a busy machine is not a fault of the code.
# On a CI server examples are the same every run, so that a red run is about the change; at a desk they vary.
settings.register_profile("untimed", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("untimed")
