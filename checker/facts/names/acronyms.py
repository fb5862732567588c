"""Acronyms and what they stand for: UBND is Ủy ban nhân dân, CNN is read out ซีเอ็นเอ็น."""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ... import languages as _languages
from .folding import fold, words
from .unspaced import cut

# Letters of a word up to which it may have no share in an acronym: "du", "van", "voor".
_SMALL = 4
_ACRONYM = re.compile(r"[A-ZĐ][A-ZĐ0-9&.\-]{1,9}")


def is_acronym(name: str) -> bool:
    """Whether a name is written as an acronym.

    >>> is_acronym("UBND"), is_acronym("Anh"), is_acronym("G7")
    (True, False, True)
    """
    return bool(_ACRONYM.fullmatch(name)) and not name.isdigit()


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The acronyms a name of several words may have: of all its words, and of those with capitals.

    >>> sorted(initials("Ủy ban nhân dân")), sorted(initials("Organisation of the Islamic Conference"))
    (['UBND'], ['OIC', 'OOTIC'])
    """
    found = words(name)
    if len(found) < 2:
        return frozenset()
    made = {"".join(w.fold[0] for w in found), "".join(w.fold[0] for w in found if w.capital)}
    return frozenset(m.upper() for m in made if len(m) >= 2)


def contracts(acronym: str, name: str) -> bool:
    """Whether an acronym takes each word's first letter and one more from inside a word: "JAL" of Japan Airlines.

    >>> contracts("JAL", "Japan Airlines"), contracts("WTO", "World Health Organization")
    (True, False)
    """
    found, letters = [w.fold for w in words(name)], fold(acronym)
    if len(found) < 2 or len(letters) != len(found) + 1 or not is_acronym(acronym):
        return False
    first = "".join(w[0] for w in found)
    return any(letters[:at] + letters[at + 1:] == first and letters[at] in found[at - 1][1:]
               for at in range(1, len(letters)))


def expansions(acronym: str, text: str) -> Iterator[tuple[int, int]]:
    """Places in a Latin text of capitalised words whose initials make the acronym.

    >>> [("the Ryder Cup Board met"[a:b]) for a, b in expansions("RCB", "the Ryder Cup Board met")]
    ['Ryder Cup Board']
    """
    letters = fold(acronym).replace(" ", "")
    found = words(text)
    for first, word in enumerate(found):
        if word.capital and word.fold[0] == letters[0] and word.fold != letters:
            last = _spell(letters, found[first:first + 2 * len(letters)])
            if last is not None:
                yield word.start, found[first + last].end


def introduced(acronym: str, before: str) -> bool:
    """Whether the words of a Latin text right before an acronym in brackets spell it, so that it needs no other origin.

    Small words may be passed over, capitals need not stand.

    >>> introduced("UDC", "L'Union démocratique du centre ("), introduced("UDC", "le Parti populaire suisse (")
    (True, False)
    >>> introduced("AAAAAAAAAB", "a " * 5000 + "(")
    False
    """
    letters = fold(acronym).replace(" ", "")
    if not before.endswith("(") or len(letters) < 2:
        return False
    open_ = {len(letters)}  # how many letters may still be to be found, going back word by word
    for word in reversed([w.fold for w in words(before)]):
        taken = {n - 1 for n in open_ if letters[n - 1] == word[0]}
        open_ = taken | (open_ if len(word) <= _SMALL else set())
        if 0 in open_ or not open_:
            break
    return 0 in open_


def _spell(letters: str, row: tuple) -> int | None:  # type: ignore[type-arg]
    """How many words on the last initial is, capitals alone counting; small words between are passed over."""
    at = 0
    for i, word in enumerate(row):
        if word.capital:
            if word.fold[0] != letters[at]:
                return None
            at += 1
            if at == len(letters):
                return i if at > 1 else None
        elif len(word.fold) > 4:
            return None
    return None


@lru_cache(maxsize=1024)
def read_out(acronym: str, language: str) -> re.Pattern[str] | None:
    """A pattern of the acronym's letters as they are read out in a script without them; None where unknown."""
    names = _languages.table(language, "sound").get("letter_names", {})
    letters = fold(acronym).replace(" ", "")
    if not names or not all(letter in names for letter in letters):
        return None
    return re.compile("[ .-]?".join("(?:" + "|".join(names[letter]) + ")" for letter in letters))


def spelt_out(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where a text in another script says three letters or more, one after the other, that make no part of a word.

    >>> text = "นักวิเคราะห์ของไอดีเอกล่าว"
    >>> [text[a:b] for a, b in spelt_out(text, "th")]
    ['ไอดีเอ']
    """
    pattern = _letters(language)
    pieces = cut(text, language) if pattern else ()
    starts, ends = {p.start for p in pieces}, {p.end for p in pieces}
    for match in pattern.finditer(text) if pattern else ():
        if match.start() in starts and match.end() in ends:
            yield match.span()


def short_for(name: str, text: str, language: str) -> bool:
    """Whether a text says letters one after the other that a name of several words may be short for, or that are a
    word of it: its first letter, and others of it in their order.

    >>> short_for("Singapore Airlines", "เอสไอเอ", "th"), short_for("SBS Radio", "เอสบีเอส", "th")
    (True, True)
    >>> short_for("Korean Air", "เอสไอเอ", "th"), short_for("Singapore Airlines", "โตโยต้า", "th")
    (False, False)
    """
    said, found = _said(text, language), words(name)
    if len(said) < 2 or len(found) < 2:
        return False
    rest = iter("".join(word.fold for word in found))
    return said[0] == found[0].fold[0] and all(letter in rest for letter in said)


def _said(text: str, language: str) -> str:
    """The letters that a text says in another script; none where it says something else."""
    names = _languages.table(language, "sound").get("letter_names", {})
    by_name = {form: letter for letter, said in names.items() for form in said}
    pattern = _letters(language)
    if not pattern or not pattern.fullmatch(text):
        return ""
    return "".join(by_name[m.group()] for m in _letter(language).finditer(text))


@lru_cache(maxsize=None)
def _letter(language: str) -> re.Pattern[str]:
    """One letter as it is read out."""
    pattern = _letters(language)
    return re.compile(pattern.pattern.removesuffix("{3,}") if pattern else "(?!)")


@lru_cache(maxsize=None)
def _letters(language: str) -> re.Pattern[str] | None:
    names = _languages.table(language, "sound").get("letter_names", {})
    forms = sorted({form for letter, said in names.items() if letter.isalpha() for form in said}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(forms) + "){3,}") if forms else None
