"""The checks. Each is a function from a `Pair` to discrepancies and agreements; one file a check, all in `order`."""
from __future__ import annotations

from collections.abc import Iterator

from ..finding import Agreement, Discrepancy
from .pair import Pair


def run(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """What every check says of a pair. Of an unrelated version only that it is one is worth saying."""
    from .order import CHECKS

    for check in CHECKS if pair.alignment.relation != "unrelated" else CHECKS[:2]:
        yield from check(pair)
