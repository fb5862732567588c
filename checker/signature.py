"""The line that says everything that shaped a result, so that a figure can be quoted and repeated."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from . import __version__
from .encoder import Encoder
from .resources import model_data

LEARNED = ("alignment.json", "confidence.json", "severity.json")


def signature(encoder: Encoder, config: Mapping[str, Any]) -> str:
    """`checker:VERSION|model:NAME|revision:…|parameters:HASH` and what the configuration changes of the verdict."""
    learned = json.dumps([model_data(name) for name in LEARNED], sort_keys=True)
    parts = {"checker": __version__, "model": encoder.name, "revision": encoder.revision[:12],
             "parameters": hashlib.sha256(learned.encode()).hexdigest()[:8]}
    parts |= {f"severity.{code}": value for code, value in sorted(config["severity"].items())}
    parts |= {f"threshold.{name}": str(value) for name, value in sorted(config["thresholds"].items()) if value}
    return "|".join(f"{name}:{value}" for name, value in parts.items())
