"""How sure a finding is: a logistic model over the evidence its check gave.

`models/confidence.json` holds the weights that `checker.calibration` fitted: one for the check's own estimate, one for
each kind of evidence, and small corrections a code and a language.
"""
from __future__ import annotations

import math
from collections.abc import Mapping

from .finding import KIND_OF, Discrepancy
from .logistic import logistic
from .resources import model_data

# Evidence that says more of one family of codes than of another: what other versions say of a role is worth little
# where each words it its own way, and a link between names more than one between figures.
_BY_FAMILY = ("upheld", "shared", "link")
_FAMILY = {"role-changed": "role"} | {code: "figure" for code, kind in KIND_OF.items() if kind in ("number", "date")}


def evidence(d: Discrepancy) -> dict[str, float]:
    """All measures that bear on a discrepancy, two decimals: what the model and the reader see alike."""
    measures = {**d.evidence, "certainty": d.certainty} | ({"advisory": 1.0} if d.advisory else {})
    return {name: round(float(value), 2) for name, value in sorted(measures.items())}


def features(code: str, language: str, measures: Mapping[str, float]) -> dict[str, float]:
    """What the model sees of a finding: named values, absent ones 0.

    >>> features("date-changed", "nl", {"certainty": 0.5, "upheld": 1.0})
    {'bias': 1.0, 'certainty': 0.0, 'code:date-changed': 1.0, 'language:nl': 1.0, 'figure:upheld': 1.0, 'upheld': 1.0}
    """
    certainty = min(max(measures.get("certainty", 0.5), 0.02), 0.98)
    made = {"bias": 1.0, "certainty": math.log(certainty / (1 - certainty)), f"code:{code}": 1.0,
            f"language:{language}": 1.0}
    family = _FAMILY.get(code, KIND_OF[code])
    made |= {f"{family}:{name}": float(measures[name]) for name in _BY_FAMILY if name in measures}
    return made | {name: float(value) for name, value in measures.items() if name not in ("certainty", "advisory")}


def confidence(d: Discrepancy, language: str) -> float:
    """0 to 1, two decimals: of findings near 0.9, nine in ten are real."""
    weights = model_data("confidence.json")["weights"]
    seen = features(d.code, language, evidence(d))
    score = sum(weights.get(name, 0.0) * value for name, value in seen.items())
    return round(min(max(logistic(score), 0.01), 0.99), 2)
