"""A version that is not a translation of the original at all."""
from __future__ import annotations

from collections.abc import Iterator

from ..finding import Discrepancy, Message
from ..i18n import N_
from .pair import Pair


def check(pair: Pair) -> Iterator[Discrepancy]:
    """The one loud finding of an unrelated version."""
    if pair.alignment.relation == "unrelated":
        yield Discrepancy("not-a-translation",
                          Message(N_("This is not a translation of the original: no stretch of it says the same.")),
                          None, None, 0.95)
