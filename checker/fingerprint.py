"""Fingerprints: what a finding is known by in decisions and baselines.

A hash of what is wrong (code, target language, both values, the original's sentence in normal form), and of nothing
that changes when a file is renamed or another sentence is edited.
"""
from __future__ import annotations

import hashlib

from .normal import normal_text

MARK = "f1"


def fingerprint(code: str, language: str, original: str | None, translation: str | None, sentence: str) -> str:
    """A version mark and 20 hex digits.

    `original` and `translation` are the two values, `sentence` the original's (the translation's where there is none).

    >>> fingerprint("number-changed", "nl", "5", "6", "a  b") == fingerprint("number-changed", "nl", "5", "6", "a b")
    True
    """
    parts = [code, language, normal_text(original or ""), normal_text(translation or ""), normal_text(sentence)]
    return f"{MARK}-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:20]}"
