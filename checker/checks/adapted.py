"""A name as another language writes it: with its own endings, by its own sounds, shortened; no other name."""
from __future__ import annotations

import os
from collections.abc import Sequence

from rapidfuzz import fuzz

from ..facts.names import exonyms, rendering
from ..facts.names.folding import words
from ..facts.names.lexicon import lexicon
from ..facts.names.romanised import christened, same_sound
from ..facts.names.spelled import skeleton
from .leftovers import Leftover
from .mentions import Mention

# How alike two words are (0 to 100, normalised indel similarity) from which one is a misspelling of the other.
ALIKE = 70
_VOWELS = frozenset("aeiouy")


def rewritten(mention: Mention, missing: tuple[str, ...], left: Leftover, language: str) -> bool:
    """Whether a leftover is the name as the language writes it: adapted, or all words by the sound of its script."""
    if christened(mention.name.form, left.form):
        return True
    if len(missing) == 1 and any(
            same_sound(missing[0], b, language, own=True) for b in _bare(left.words, language)):
        return True
    run = tuple(w.fold for w in words(left.fact.text))
    by_sound = [any(same_sound(a, b, language) for b in run) for a in missing]
    spelt = all(same or alikeness((a,), run) >= ALIKE or _sounds_alike(a, run, language)
                for a, same in zip(missing, by_sound))
    return _adapted(mention, missing, left) or len(missing) > 1 and any(by_sound) and spelt


def alikeness(missing: tuple[str, ...], words: tuple[str, ...]) -> float:
    """How alike the nearest of some lost words and others are, 0 to 100 (normalised indel similarity)."""
    return max((fuzz.ratio(a, b) for a in missing for b in words), default=0.0)


def _bare(found: Sequence[str], language: str) -> list[str]:
    """Words as they stand, without the word that a compound ends in, and without an ending: "Pasjinians"."""
    ends = [e for e in exonyms.spelling(language, "suffixes") if e]
    heads = (rendering.compound_head(w, language) for w in found)
    bent = (w.removesuffix(e) for w in found for e in ends if w.endswith(e))
    return [*found, *(h for h in heads if h not in found), *bent]


def _sounds_alike(missing: str, found: Sequence[str], language: str) -> bool:
    """Whether a word is nearly another by what the two sound like."""
    return alikeness((skeleton(missing, "en"),), tuple(skeleton(w, language) for w in found)) >= ALIKE


def _adapted(mention: Mention, missing: tuple[str, ...], left: Leftover) -> bool:
    """Whether a leftover is a place's or a thing's name in another language's clothes: "Rocheuses" for Rockies."""
    own = _telling(missing, left.words)
    if any(a + "s" == b or b + "s" == a for a in own for b in left.words):
        return True  # "MPs"
    if any(len(b) > 2 and a.startswith(b) and a != b for a in own for b in left.words):
        return True  # shortened: "Ariz." for Arizona
    if mention.name.type in ("person", "acronym", "code") or _slip(mention, missing, left):
        return False
    kept = {w.fold for w in words(mention.name.form)} & {w.fold for w in words(left.fact.text)}
    if kept and len(mention.name.words) == len(words(left.fact.text)):
        return False  # the other words were kept, as a person's are
    return any(_shared(a, b) >= 4 and max(len(a), len(b)) - _shared(a, b) < min(5, _shared(a, b))
               and _is_ending(a[_shared(a, b):]) and not _respelt(a, b) for a in own for b in left.words)


def _telling(missing: tuple[str, ...], found: tuple[str, ...]) -> set[str]:
    """The lost words that may be rewritten: where a stranger is among the others, none that many bodies share.

    "Air Lines" is no short form of "Airlines" in "Delta Air Lines", but "Série" may be that of World Series.
    """
    shared = lexicon("en").institutional
    strange = any(w not in shared and alikeness(missing, (w,)) < ALIKE for w in found)
    return set(missing) - shared if strange else set(missing)


def _is_ending(letters: str) -> bool:
    """Whether letters may be an ending that languages exchange, and no other word or name: "ia", but not "wood"."""
    return sum(c not in _VOWELS for c in letters) <= 1


def _respelt(one: str, other: str) -> bool:
    """Whether two words of one length differ in a consonant or two: no language's ending does that.

    >>> _respelt("deptford", "deptfodd"), _respelt("corsica", "corsice")
    (True, False)
    """
    apart = [(a, b) for a, b in zip(one, other) if a != b]
    return len(one) == len(other) and 0 < len(apart) <= 2 and not any(c in _VOWELS for pair in apart for c in pair)


def _slip(mention: Mention, missing: tuple[str, ...], left: Leftover) -> bool:
    """Whether one word of several differs inside only: languages change a name's end, "Quinteiro" is not Quintero."""
    return mention.attempt is not None and len(mention.name.words) > len(missing) and any(
        a[-2:] == b[-2:] and fuzz.ratio(a, b) >= ALIKE for a in missing for b in left.words)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return len(os.path.commonprefix([one, other]))
