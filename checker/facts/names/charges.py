"""What an office or a body has charge of: "Bộ trưởng Tài chính", "ministère de la Santé", กระทรวงการคลัง.

The charges are concepts that all languages share (a language's offices.toml), so that they can be compared.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ...languages import table
from .lexicon import alternatives, edges, lexicon, lowered


@dataclass(frozen=True, slots=True)
class Charge:
    """An office or a body with its charge as a text states it, from `start` to `end`; `concepts` are never empty."""

    start: int
    end: int
    text: str
    concepts: frozenset[str]


def in_charge() -> frozenset[str]:
    """The roles that have a charge."""
    return frozenset({"minister", "deputy-minister", "director", "manager", "executive"})


def bodies(text: str, language: str) -> tuple[Charge, ...]:
    """The ministries in a text of normal form with their charges, in order; none overlap.

    >>> [(c.text, sorted(c.concepts)) for c in bodies("het ministerie van Defensie", "nl")]
    [('ministerie van Defensie', ['defence'])]
    """
    data, low = table(language, "offices"), lowered(text).replace("’", "'")
    if not data:
        return ()
    found: list[Charge] = []
    for match in _heads(language).finditer(low):
        known = data["offices"].get(match.group())
        end, concepts = (match.end(), frozenset(known.split())) if known else (
            following(low, match.end(), language) or (0, frozenset()))
        if concepts and not (found and match.start() < found[-1].end):
            found.append(Charge(match.start(), end, text[match.start():end], concepts))
    return tuple(found)


def following(low: str, at: int, language: str) -> tuple[int, frozenset[str]] | None:
    """Where the charge ends that a text in lower case states from `at` on, and its concepts; None without one.

    >>> following("minister van justitie", 8, "nl")
    (21, frozenset({'justice'}))
    """
    pattern = _pattern(language)
    match = pattern.match(low, at) if pattern else None
    if match is None:
        return None
    known: dict[str, str] = table(language, "offices")["charges"]
    stated = re.findall(alternatives(list(known)), match["charges"])
    return match.end(), frozenset(c for form in stated for c in known[" ".join(form.split())].split())


def behind_name(text: str, at: int, language: str) -> frozenset[str]:
    """The concepts of a charge that stands behind the name after an office, which ends at `at`.

    >>> sorted(behind_name("minister Anna de Wit van Defensie", 8, "nl"))
    ['defence']
    >>> sorted(behind_name("minister Anna de Wit (Justitie)", 8, "nl"))
    ['justice']
    """
    pattern = _named(language)
    match = pattern.match(text, at) if pattern else None
    found = following(lowered(text).replace("’", "'"), match.end(), language) if match else None
    return found[1] if found else frozenset()


@lru_cache(maxsize=None)
def _named(language: str) -> re.Pattern[str] | None:
    """A person's name, and what stands between it and a charge."""
    links: list[str] = table(language, "offices").get("behind-names", [])
    word = r"[^\W\d_a-zß-ÿ][\w'’.-]*"
    small = alternatives(list(lexicon(language).particles))
    named = rf"{word}(?:\s+(?:(?:{small})\s+){{0,3}}{word}){{0,3}}"
    return re.compile(rf"\s+{named}\s*(?:\(|\b(?:{alternatives(links)})\b)") if links else None


def preceding(low: str, at: int, language: str) -> tuple[int, frozenset[str]]:
    """Where the charge begins that stands as an adjective before `at`, and its concepts; `at` and none without one.

    >>> start, concepts = preceding("de financieel directeur", 14, "nl")
    >>> start, sorted(concepts)
    (3, ['finance', 'treasury'])
    """
    known: dict[str, str] = table(language, "offices").get("charges-before", {})
    word = low[:at].rstrip().rpartition(" ")[2]
    if word not in known or low[at - 1:at] != " ":
        return at, frozenset()
    return low.rindex(word, 0, at), frozenset(known[word].split())


def of_stem(stem: str, language: str) -> frozenset[str]:
    """The charge that the first part of a compound names: that of "defensieminister".

    >>> of_stem("defensie", "nl")
    frozenset({'defence'})
    """
    known: dict[str, str] = table(language, "offices").get("charges", {})
    return frozenset((known.get(stem) or known.get(stem.removesuffix("s")) or "").split())


@lru_cache(maxsize=None)
def _heads(language: str) -> re.Pattern[str]:
    data = table(language, "offices")
    return re.compile(alternatives([*data["ministries"], *data["offices"]]).join(edges(language)))


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str] | None:
    data: dict[str, Any] = table(language, "offices")
    if not data:
        return None
    words = lexicon(language)
    charge, between = _whole(data["charges"], words.capitals), _between(data["between"], words.capitals)
    people = rf"(?:\s+{_people(language)}\w{{0,2}}(?!\w))?" if words.capitals else ""
    joined = rf"{charge}(?:\s*(?:{alternatives(data['joins'])})\s*{between}{charge})*"
    return re.compile(rf"{people}{between}(?P<charges>{joined})")


def _people(language: str) -> str:
    """The adjectives of peoples, one of which may stand before a charge: "ministre belge de la Santé"."""
    peoples: dict[str, list[str]] = table(language, "exonyms").get("people", {})
    return alternatives([lowered(names[0]) for names in peoples.values() if names])


def _whole(forms: dict[str, str], spaced: bool) -> str:
    return rf"(?:{alternatives(list(forms))})" + (r"(?!\w)" if spaced else "")


def _between(forms: list[str], spaced: bool) -> str:
    """What may stand before a charge: white space and small words, each whole where words are written apart."""
    if not spaced:
        return rf"\s*(?:{alternatives(forms)}|\s)*"
    return rf"(?:\s+|\s*(?<!\w)(?:{alternatives(forms)})(?:(?<=')|(?!\w)))*"
