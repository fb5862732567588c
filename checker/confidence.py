"""How sure a finding is: a logistic model over the evidence its check gave.

`models/confidence.json` holds, for each code, the weights that `checker.calibration` fitted; a code without weights
keeps its check's own estimate.
"""
from __future__ import annotations

import math

from .article import Alignment
from .finding import Discrepancy
from .resources import model_data


def confidence(d: Discrepancy, language: str, alignment: Alignment) -> float:
    """0 to 1, two decimals: of findings near 0.9, nine in ten are real."""
    table = model_data("confidence.json")
    row = {**table["default"], **table["codes"].get(d.code, {})}
    certainty = min(max(d.certainty, 0.01), 0.99)
    score = row["bias"] + row["certainty"] * math.log(certainty / (1 - certainty)) + row.get(language, 0.0)
    score += sum(row.get("evidence", {}).get(name, 0.0) * value for name, value in d.evidence.items())
    return round(min(max(1 / (1 + math.exp(-score)), 0.01), 0.99), 2)
