"""Where clauses may begin in languages that write a space between clauses and no full stop: Thai above all."""
from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_PAIR = re.compile(r"\([^()]{0,200}\)|“[^“”]{0,120}”|\"[^\"]{0,120}\"|‘[^‘’]{0,120}’")


def clause_starts(text: str, language: str, *, pieces: bool = True) -> list[int]:
    """Where the second and further clauses of a paragraph may begin."""
    inside = [m.span() for m in _PAIR.finditer(text)]
    starts, n = [], 0
    for found in _SPACE.finditer(text.rstrip()):
        while n < len(inside) and inside[n][1] <= found.start():
            n += 1
        if n < len(inside) and inside[n][0] < found.start():
            continue
        before, after = text[found.start() - 1:found.start()], text[found.end()]
        if after.isdigit() or (before.isascii() and after.isascii() and before.isalnum() and after.isalnum()):
            continue
        if after in "ๆฯ" or before.isdigit():
            continue
        starts.append(found.end())
    return starts
