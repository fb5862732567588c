"""Where a text in Latin letters, or the Latin words of any text, spells a name: whole, in part, bent or nearly."""
from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .exonyms import spelling
from .folding import Word, fold, words

SURE, BENT, HEARD, NEAR = 1.0, 0.97, 0.9, 0.6
# What may stand between two words of one name: a space, a hyphen, an apostrophe, a code's slash, the dot of an initial,
# the sign of a company's partners.
_BETWEEN = re.compile(r"[ \-‐–'’ʼ·/]{0,2}|\. ?| ?& ?")
_GAP = 2
# Letters of a name from which an ending that also makes other names is one that says whence somebody is.
_CITY = 5
# What short words of names are short for, in any language.
_LONG_FORMS = {"st": ("saint", "sint", "sankt", "san", "sao"), "ste": ("sainte",), "mt": ("mount", "mont"),
               "ft": ("fort",)}
_COMMON = (("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("w", "v"), ("iy", "i"), ("ii", "i"), ("y", "i"),
           ("off", "ov"), ("z", "s"), ("ce", "se"), ("ci", "si"), ("c", "k"))


@dataclass(frozen=True, slots=True)
class Text:
    """A text's words and where each fold stands among them."""

    text: str
    words: tuple[Word, ...]
    places: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name's words at `start` to `end`; `level` is how well the words found agree, `share` how much was found.

    `against`: beside a part of the name stands another name's word, where the missing part should be.
    """

    start: int
    end: int
    level: float
    share: float
    against: bool = False


@lru_cache(maxsize=512)
def index(text: str) -> Text:
    """The words of a text, ready to be searched."""
    found = words(text)
    places: dict[str, list[int]] = {}
    for at, word in enumerate(found):
        places.setdefault(word.fold, []).append(at)
    return Text(text, found, {k: tuple(v) for k, v in places.items()})


@lru_cache(maxsize=16384)
def skeleton(word: str, language: str) -> str:
    """What a folded word sounds like, roughly: Poetin in Dutch, Poutine in French and Putin have one skeleton.

    >>> skeleton("poetin", "nl"), skeleton("poutine", "fr"), skeleton("putin", "en")
    ('putin', 'putin', 'putin')
    """
    sounds = _sounds(language)
    if sounds:
        word = re.sub("|".join(sounds), lambda m: sounds[m.group()], word)
    for written, plain in _COMMON:
        word = word.replace(written, plain)
    word = re.sub(r"(.)\1", r"\1", word)
    return re.sub(r"(?<=..)e$", "", re.sub("(?<=[aeou])h", "", word))


@lru_cache(maxsize=None)
def _sounds(language: str) -> dict[str, str]:
    return {fold(written): plain for written, plain in spelling(language, "sounds")}


@lru_cache(maxsize=65536)
def likeness(wanted: str, found: str, language: str) -> float:
    """How well a folded word of a text is a folded word of a name.

    SURE is the same word, BENT the same with an ending, HEARD the same sound; below NEAR it is another word.
    """
    if wanted == found:
        return SURE
    if len(wanted) >= 3 and found.startswith(wanted) and found[len(wanted):] in spelling(language, "suffixes"):
        return BENT
    if len(wanted) >= _CITY and found in _adjectives(wanted, language):
        return BENT
    if found in _LONG_FORMS.get(wanted, ()) or wanted in _LONG_FORMS.get(found, ()):
        return BENT
    if len(wanted) < 3 or len(found) < 3:
        return 0.0
    if skeleton(found, language) in (skeleton(wanted, "en"), skeleton(wanted, language), skeleton(wanted, "vi")):
        return HEARD
    from rapidfuzz.distance import DamerauLevenshtein
    alike = DamerauLevenshtein.normalized_similarity(wanted, found)
    return min(alike, HEARD - 0.01) if alike >= NEAR and (alike >= 0.7 or wanted[0] == found[0]) else 0.0


@lru_cache(maxsize=16384)
def _adjectives(name: str, language: str) -> frozenset[str]:
    """What a language may make of a place's name to say whence somebody is: "Marseillaanse" of Marseille."""
    stems = {name, re.sub(r"(?<=[^aeiou])[aeo]s?$", "", name), re.sub(r"(?<=[^aeiou])en$", "", name)}
    return frozenset(stem + ending for stem in stems for ending in spelling(language, "adjectives"))


def sequences(text: Text, wanted: Sequence[str], language: str, capital: bool) -> Iterator[tuple[int, int]]:
    """Places of an exact row of folded words, the last of them possibly bent; `capital`: the first has a capital."""
    for at in text.places.get(wanted[0], ()) if len(wanted) > 1 else _bent(text, wanted[0], language):
        row = text.words[at:at + len(wanted)]
        if (len(row) == len(wanted) and all(a == b.fold for a, b in zip(wanted[:-1], row[:-1]))
                and likeness(wanted[-1], row[-1].fold, language) >= BENT and (row[0].capital or not capital)
                and all(_joined(text, at + i) for i in range(len(row) - 1))):
            yield row[0].start, row[-1].end


def _bent(text: Text, wanted: str, language: str) -> list[int]:
    forms = [wanted, *(wanted + suffix for suffix in spelling(language, "suffixes") if len(wanted) >= 3)]
    whence = _adjectives(wanted, language) if len(wanted) >= _CITY else ()
    return [at for form in (*forms, *(f for f in whence if f not in forms)) for at in text.places.get(form, ())]


def _joined(text: Text, at: int) -> bool:
    """Whether nothing but what may stand inside a name parts word `at` from the next."""
    return bool(_BETWEEN.fullmatch(text.text[text.words[at].end:text.words[at + 1].start]))


def find(name: str, text: Text, language: str) -> list[Spelled]:
    """Every place where words of the name stand together, best first."""
    wanted = [word.fold for word in words(name)]
    if not wanted or not text.words:
        return []
    levels = _levels(tuple(wanted), text, language)
    groups = [_spelled(wanted, group, text) for group in _groups(levels, text) if _named(wanted, group, text)]
    return sorted(groups, key=lambda s: (-s.share * s.level, s.start))


def _levels(wanted: tuple[str, ...], text: Text, language: str) -> list[tuple[int, int, float]]:
    """(place, word of the name, level) of every word of the text that may be one of the name's."""
    hits = []
    for at, word in enumerate(text.words):
        if word.capital or word.fold in wanted:
            level, which = max(((likeness(w, word.fold, language), -i) for i, w in enumerate(wanted)), default=(0.0, 0))
            if level >= NEAR:
                hits.append((at, -which, level))
    return hits


def _groups(hits: list[tuple[int, int, float]], text: Text) -> Iterator[list[tuple[int, int, float]]]:
    """Hits that stand together, no word of the name twice in one group."""
    group: list[tuple[int, int, float]] = []
    for hit in hits:
        apart = group and (hit[0] - group[-1][0] > _GAP or hit[1] in {h[1] for h in group}
                           or not all(_joined(text, at) for at in range(group[-1][0], hit[0])))
        if apart:
            yield group
            group = []
        group.append(hit)
    if group:
        yield group


def _named(wanted: list[str], group: list[tuple[int, int, float]], text: Text) -> bool:
    """Whether words found may be a name's: a part of one, all in small letters, is a word ("van", not Nguyễn Văn)."""
    return len({which for _, which, _ in group}) == len(wanted) or any(text.words[at].capital for at, *_ in group)


def _spelled(wanted: list[str], group: list[tuple[int, int, float]], text: Text) -> Spelled:
    total = sum(map(len, wanted))
    found = {which for _, which, _ in group}
    share = sum(len(wanted[which]) for which in found) / total
    level = sum(level * len(wanted[which]) for _, which, level in group) / sum(len(wanted[w]) for _, w, _ in group)
    first, last = group[0][0], group[-1][0]
    against = False
    # Only the words that should stand where the foreign word stands count: Armitage after Luke, not before it.
    if len(wanted) - 1 not in found and _is_name(text, last, last + 1):
        last, against = last + 1, True
    if any(level < HEARD for *_, level in group):
        level = min(level, HEARD - 0.01)
    return Spelled(text.words[first].start, text.words[last].end, level, share, against)


def _is_name(text: Text, last: int, after: int) -> bool:
    if after >= len(text.words):
        return False
    between = text.text[text.words[last].end:text.words[after].start]
    return between == "-" or between == " " and text.words[after].capital
