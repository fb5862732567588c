"""Names: people, places, organisations, events, products, acronyms and codes, with their titles.

Names are found by their capitals, in scripts that have them (`capitals`), and by their script elsewhere
(`uncapitalised`); what a language writes around its names is data (names.toml).
"""
from __future__ import annotations

from collections.abc import Sequence

from ..fact import Context, Fact
from .lexicon import lexicon
from .name import Name, NameType, Title

__all__ = ["Name", "NameType", "Title", "extract"]


def extract(text: str, language: str, context: Context, taken: Sequence[tuple[int, int]] = ()) -> tuple[Fact, ...]:
    """The names that a normal-form sentence states, in order of their place; none overlap. Never raises.

    A fact's `detail` is a `Name`, its `value` the type and the form: `person:Trần Sỹ Thanh`. `taken` are stretches on
    which no name may stand.

    >>> [f.value for f in extract("Chủ tịch Lê Văn Bình gặp bà Marie Curie tại Lyon.", "vi", Context())]
    ['person:Lê Văn Bình', 'person:Marie Curie', 'place:Lyon']
    """
    from . import capitals, uncapitalised
    found = (capitals if lexicon(language).capitals else uncapitalised).extract(text, language)
    return tuple(f for f in found if not any(f.start < end and start < f.end for start, end in taken))
