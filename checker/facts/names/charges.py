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
IN_CHARGE = frozenset({"minister", "deputy-minister"})


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


def held(low: str, start: int, end: int, language: str) -> tuple[int, frozenset[str]]:
    """The charge of the office at `start` to `end` of a lowered text: where it ends, and its concepts; none if unsaid.

    >>> low = "bộ trưởng quốc phòng mỹ"
    >>> held(low, 0, len("bộ trưởng"), "vi") == (len("bộ trưởng quốc phòng"), frozenset({"defence"}))
    True
    """
    tail = _tail(language)
    if tail is None:
        return end, frozenset()
    data = table(language, "offices")
    implied = data["offices"].get(" ".join(low[start:end].split()))
    found = None if implied else tail.match(low.replace("’", "'"), end)
    if found is None:
        return end, frozenset((implied or "").split())
    return found.end(), _stated(found["charges"], language)


def _concepts(match: re.Match[str], language: str) -> frozenset[str]:
    data = table(language, "offices")
    if match["office"]:
        return frozenset(data["offices"][" ".join(match["office"].split())].split())
    return _stated(match["charges"], language)


def _stated(text: str, language: str) -> frozenset[str]:
    known: dict[str, str] = table(language, "offices")["charges"]
    stated = re.findall(alternatives(list(known)), text)
    return frozenset(c for form in stated for c in known[" ".join(form.split())].split())


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str] | None:
    data: dict[str, Any] = table(language, "offices")
    if not data:
        return None
    words = lexicon(language)
    heads = [r for r, concepts in words.roles.items() if concepts & IN_CHARGE] + list(data["ministries"])
    start = r"(?<!\w)" if words.capitals else ""
    minister = rf"(?:{alternatives(list(words.modifiers))})?(?:{alternatives(heads)})"
    return re.compile(rf"{start}(?:{minister}{_charges(language)}"
                      rf"|(?P<office>{_whole(data['offices'], words.capitals)}))")


@lru_cache(maxsize=None)
def _tail(language: str) -> re.Pattern[str] | None:
    return re.compile(_charges(language)) if table(language, "offices") else None


def _charges(language: str) -> str:
    """A pattern of the charges behind an office or a body, with what stands between."""
    data, spaced = table(language, "offices"), lexicon(language).capitals
    charge, between = _whole(data["charges"], spaced), _between(data["between"], spaced)
    return rf"{between}(?P<charges>{charge}(?:\s*(?:{alternatives(data['joins'])})\s*{between}{charge})*)"


def _whole(forms: dict[str, str], spaced: bool) -> str:
    return rf"(?:{alternatives(list(forms))})" + (r"(?!\w)" if spaced else "")


def _between(forms: list[str], spaced: bool) -> str:
    """What may stand before a charge: white space and small words, each whole where words are written apart."""
    if not spaced:
        return rf"\s*(?:{alternatives(forms)}|\s)*"
    return rf"(?:\s+|\s*(?<!\w)(?:{alternatives(forms)})(?:(?<=')|(?!\w)))*"
