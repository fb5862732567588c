"""What a fact is: a value that stands somewhere in a text."""
from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

FactKind = Literal["number", "date", "name"]


@dataclass(frozen=True, slots=True)
class Context:
    """What an extractor may know of the article besides the text in hand.

    `date` is the day the article was published, where known: relative dates are resolved against it.
    `decimal` is the decimal sign the article is seen to use ("," or "."), where that is certain.
    """

    date: dt.date | None = None
    decimal: str | None = None


_NO_EVIDENCE: Mapping[str, float] = {}
_TOLD = 7  # fields that make two facts the same: all but `detail` and `evidence`


class Fact(NamedTuple):
    """A number, date or name at `start` to `end` of the text it was read from.

    `value` is the normal form that reports print and fingerprints hold (`12500000000 USD`, `>200000`, `2013`,
    `person:Trần Sỹ Thanh`); `bound` is "", ">", "<" or "~" (more than, less than or nearly, about), also part of
    `value`. `confidence` (0 to 1) is how sure the extractor is that this is a fact with this value. `detail` is the
    dimension's own value type, on which comparison is decided: `numbers.Quantity`, `dates.Moment`, `names.Name` …
    """

    start: int
    end: int
    kind: FactKind
    value: str
    text: str
    bound: str = ""
    confidence: float = 1.0
    detail: Any = None
    evidence: Mapping[str, float] = _NO_EVIDENCE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fact) and self[:_TOLD] == other[:_TOLD]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:_TOLD])

    def moved(self, start: int, end: int, text: str) -> Fact:
        """The same fact at other offsets: those of the file instead of the sentence's normal form."""
        return self._replace(start=start, end=end, text=text)
