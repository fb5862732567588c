"""Sides of the compass that a text names, whether in words of their own or as a compound's first part: "Noordwest-"."""
from __future__ import annotations

import re
from functools import lru_cache

from ...languages import table
from .lexicon import alternatives, lexicon, lowered


@lru_cache(maxsize=1024)
def sides(text: str, language: str) -> frozenset[str]:
    """The sides that a text names.

    >>> sorted(sides("Noordwest", "nl")), sorted(sides("vùng Tây Bắc", "vi")), sides("de Waddenzee", "nl")
    (['northwest'], ['northwest'], frozenset())
    """
    forms = _forms(language)
    return frozenset(forms[found] for found in _pattern(language).findall(lowered(text)))


@lru_cache(maxsize=None)
def _forms(language: str) -> dict[str, str]:
    known: dict[str, list[str]] = table(language, "names").get("compass", {})
    return {form: side for side, forms in known.items() for form in forms}


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str]:
    pattern = alternatives(list(_forms(language)))
    whole = (r"(?<!\w)", r"(?!\w)") if lexicon(language).capitals else ("", "")
    return re.compile(pattern.join(whole))
