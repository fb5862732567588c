"""Odds to probabilities."""
from __future__ import annotations

import math


def logistic(score: float) -> float:
    """The logistic function, safe for any score.

    >>> logistic(0), logistic(-1000)
    (0.5, 0.0)
    """
    return 1 / (1 + math.exp(-score)) if score > -700 else 0.0
