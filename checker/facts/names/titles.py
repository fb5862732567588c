"""Titles and offices in a text, as concepts that all languages share.

A title is an office or occupation ("chủ tịch", "voorzitter", "ประธาน") with the words that change it ("phó", "oud-",
"อดีต") and, of a minister, with the charge (`charges`). The concepts are data: `[roles]` and `[modifiers]` of a
language's names.toml, and its offices.toml.
"""
from __future__ import annotations

import re
from functools import lru_cache

from . import charges
from .lexicon import alternatives, lexicon, lowered
from .name import Title


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    if not words.roles:
        return None
    roles = alternatives(list(words.roles))
    before, after = alternatives(list(words.modifiers)), alternatives(list(words.modifiers_after))
    # Thai writes words together, so there a title may begin and end anywhere.
    start, end = (r"(?<!\w)", r"(?!\w)") if words.capitals else ("", "")
    return re.compile(rf"{start}(?P<before>(?:(?:{before})[\s-]*)*)(?P<role>{roles}){end}"
                      rf"(?P<after>(?:[\s-]+(?:{after}){end})*)")


@lru_cache(maxsize=None)
def _modifier(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    return re.compile(alternatives([*words.modifiers, *words.modifiers_after]))


def find(text: str, language: str) -> tuple[Title, ...]:
    """The titles in a text of normal form, in order; none overlap.

    >>> [(t.text, sorted(t.roles), sorted(t.modifiers)) for t in find("oud-president Le Van An", "nl")]
    [('oud-president', ['president'], ['former'])]
    """
    pattern = _pattern(language)
    if pattern is None:
        return ()
    low, found = lowered(text), list[Title]()
    for match in pattern.finditer(low):
        if not found or match.start() >= found[-1].end:  # no title stands in another's charge
            found.append(_title(match, text, low, language))
    return tuple(found)


def _title(match: re.Match[str], text: str, low: str, language: str) -> Title:
    words = lexicon(language)
    known = words.modifiers | words.modifiers_after
    stated = _modifier(language).findall(match["before"] + " " + match["after"])
    changes = frozenset(known[" ".join(m.split())] for m in stated) - {""}
    role = " ".join(match["role"].split())
    roles = words.roles[role]
    if "vice" in changes and "minister" in roles:  # "vice-ministre" is the office that others call by a word of its own
        roles, changes = roles - {"minister", "secretary"} | {"deputy-minister"}, changes - {"vice"}
    end, charge = match.end(), frozenset[str]()
    if roles & charges.IN_CHARGE:
        end, charge = charges.held(low, match.start("role"), end, language)
    return Title(match.start(), end, text[match.start():end], roles, changes, charge)


def compatible(one: Title, other: Title) -> bool:
    """Whether two titles may name one office: they share a concept and no charge parts them, or one is too general.

    >>> chair, president = find("chủ tịch UBND", "vi")[0], find("president", "nl")[0]
    >>> compatible(chair, president)
    False
    """
    if not one.roles or not other.roles or "*" in one.roles | other.roles:
        return True
    if one.charge and other.charge and not one.charge & other.charge:
        return False
    return bool(one.roles & other.roles)
