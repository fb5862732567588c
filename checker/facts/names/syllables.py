"""The syllables of names in a language that has a fixed number of them, and whether a spelling is another one's.

What sounds like a name may sound still more like another: where papers write every syllable by itself, คาย is Khôi by
what vowels are worth in names from anywhere, and yet Khải. So a spelling is read as the syllable of the name and as all
that begin or end otherwise, and what it is best is what it says. What papers write alike is data (`[alike]` of
sound.toml): none of those is told from another.
"""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...languages import table
from . import sound
from .letters import letters_of

# By how much less a spelling must cost as another syllable than as the one in question, and how little as that one.
_LESS, _PLAIN = 3.5, 1.6
# The cost from which both parts of a syllable may be others, and how many of the likeliest beginnings are tried then.
_STRANGE, _BEGINNINGS = 6.0, 4
_NONE = "-"


@lru_cache(maxsize=None)
def inventory(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the syllables of a language begin with ("" for nothing), and how they end; nothing where they are not told.

    >>> [len(part) > 20 for part in inventory("vi")], inventory("xx")
    ([True, True], ((), ()))
    """
    data = table(language, "syllables")
    initials, rimes = (data.get(part, "").split() for part in ("initials", "rimes"))
    return tuple("" if i == _NONE else i for i in initials), tuple(rimes)


@lru_cache(maxsize=4096)
def parts(word: str, language: str) -> tuple[str, str] | None:
    """What a word begins with and how it ends, where it is a syllable of a language.

    >>> parts("Tuyên", "vi"), parts("Nghĩa", "vi"), parts("Smith", "vi")
    (('t', 'uyên'), ('ngh', 'ia'), None)
    """
    initials, rimes = inventory(language)
    letters = letters_of(word, vietnamese=True)
    found = [i for i in initials if letters.startswith(i) and letters[len(i):] in rimes]
    best = max(found, key=len, default=None)
    return None if best is None else (best, letters[len(best):])


@lru_cache(maxsize=4096)
def fits(word: str, spelling: str, of: str, language: str) -> bool:
    """Whether a spelling may be a syllable's, in one of the ways that papers write it.

    >>> fits("Khôi", "โคย", "vi", "th"), fits("Châu", "โจว", "vi", "th"), fits("Khôi", "คาย", "vi", "th")
    (True, True, False)
    """
    known = parts(word, of)
    if known is None or not spelling:
        return False
    own = _own(known, of, language)
    return min(_costs(tuple(sorted(own)), spelling, language, table(of, "syllables")["model"]).values()) < _LESS


def _own(known: tuple[str, str], of: str, language: str) -> set[str]:
    """The syllables that may be written as one."""
    return {a + b for a in _alike(known[0], of, language, "initials") for b in _alike(known[1], of, language, "rimes")}


@lru_cache(maxsize=4096)
def other(word: str, spelling: str, of: str, language: str) -> str:
    """The syllable of the language `of` that a spelling in a script of sounds is, where it is not `word`; or "".

    >>> other("Khôi", "คาย", "vi", "th"), other("Khôi", "โคย", "vi", "th"), other("Bình", "ดิ่ญ", "vi", "th")
    ('khai', '', 'đinh')
    >>> other("Hồng", "ห่ง", "vi", "th"), other("Châu", "โจว", "vi", "th"), other("Khánh", "แค้งห์", "vi", "th")
    ('', '', '')
    """
    known = parts(word, of)
    if known is None or sound.ear(language) is None:
        return ""
    own = _own(known, of, language)
    initials, rimes = inventory(of)
    model = table(of, "syllables")["model"]
    costs = _costs(tuple(sorted(own | {a + known[1] for a in initials} | {known[0] + b for b in rimes})), spelling,
                   language, model)
    least = min(costs[s] for s in own)
    if least >= _STRANGE:  # both what it begins with and how it ends may be others
        likeliest = sorted(initials, key=lambda a: costs[a + known[1]])[:_BEGINNINGS]
        costs |= _costs(tuple(a + b for a in likeliest for b in rimes), spelling, language, model)
    cost, best = min((cost, s) for s, cost in costs.items())
    return best if cost <= _PLAIN and cost <= least - _LESS else ""


def _alike(part: str, of: str, language: str, which: str) -> Iterable[str]:
    """A part of a syllable, and what may be written as it is."""
    pairs = table(language, "sound").get("alike", {}).get(of, {}).get(which, ())
    if which == "initials":
        return {part, *("" if b == _NONE else b for a, b in pairs if a == part)}
    return {part, *(part.replace(a, b) for a, b in pairs if a in part)}


def _costs(syllables: tuple[str, ...], spelling: str, language: str, model: str) -> dict[str, float]:
    """What a spelling costs as each syllable; without silent letters, and with a letter that only lends its tone read
    as well."""
    heard = re.sub(f".{table(language, 'sound')['marks']['silencer']}", "", spelling)
    ear = sound.ear(language)
    assert ear is not None
    found = [ear.costs(syllables, way, model) for way in dict.fromkeys((heard, _spoken(heard, language)))]
    return {s: min(cost[s] for cost in found) for s in syllables}


def _spoken(spelling: str, language: str) -> str:
    """A spelling in which a leading consonant is read: ห่ง is Hồng, too."""
    lending, breathed = table(language, "sound")["alike"]["breathed"]
    return re.sub(f"^{lending}", breathed, spelling)
