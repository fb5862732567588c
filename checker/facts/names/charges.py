"""What a minister or a ministry has charge of: "Bộ trưởng Tài chính", "ministère de la Santé", กระทรวงการคลัง.

The charges are concepts that all languages share (a language's offices.toml), so that they can be compared.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...languages import table
from .lexicon import alternatives, lexicon, lowered

# The roles that have a charge.
_IN_CHARGE = frozenset({"minister", "deputy-minister"})


@dataclass(frozen=True, slots=True)
class Charge:
    """An office or a body with its charge as a text states it, from `start` to `end`; `concepts` are never empty."""

    start: int
    end: int
    text: str
    concepts: frozenset[str]


def find(text: str, language: str) -> tuple[Charge, ...]:
    """The charges in a text of normal form, in order; none overlap.

    >>> [(c.text, sorted(c.concepts)) for c in find("de minister van Justitie en het ministerie van Defensie", "nl")]
    [('minister van Justitie', ['justice']), ('ministerie van Defensie', ['defence'])]
    """
    pattern = _pattern(language)
    if pattern is None:
        return ()
    low = lowered(text).replace("’", "'")
    return tuple(Charge(*m.span(), text[m.start():m.end()], _concepts(m, language)) for m in pattern.finditer(low))


def _concepts(match: re.Match[str], language: str) -> frozenset[str]:
    data = table(language, "offices")
    if match["office"]:
        return frozenset(data["offices"][" ".join(match["office"].split())].split())
    known: dict[str, str] = data["charges"]
    stated = re.findall(alternatives(list(known)), match["charges"])
    return frozenset(c for form in stated for c in known[" ".join(form.split())].split())


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str] | None:
    data: dict[str, Any] = table(language, "offices")
    if not data:
        return None
    words = lexicon(language)
    heads = [r for r, concepts in words.roles.items() if concepts & _IN_CHARGE] + list(data["ministries"])
    charge, between = _whole(data["charges"], words.capitals), _between(data["between"], words.capitals)
    joined = rf"{charge}(?:\s*(?:{alternatives(data['joins'])})\s*{between}{charge})*"
    start = r"(?<!\w)" if words.capitals else ""
    minister = rf"(?:{alternatives(list(words.modifiers))})?(?:{alternatives(heads)})"
    return re.compile(rf"{start}(?:{minister}{between}(?P<charges>{joined})"
                      rf"|(?P<office>{_whole(data['offices'], words.capitals)}))")


def _whole(forms: dict[str, str], spaced: bool) -> str:
    return rf"(?:{alternatives(list(forms))})" + (r"(?!\w)" if spaced else "")


def _between(forms: list[str], spaced: bool) -> str:
    """What may stand before a charge: white space and small words, each whole where words are written apart."""
    if not spaced:
        return rf"\s*(?:{alternatives(forms)}|\s)*"
    return rf"(?:\s+|\s*(?<!\w)(?:{alternatives(forms)})(?:(?<=')|(?!\w)))*"
