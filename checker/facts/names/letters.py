"""The letters of a name as they are read aloud: which count, and by the spelling rules of which languages."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from .folding import fold
from .phones import Script

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_PLAIN = re.compile("(?:(?:[kghmrnbp]y|sh|ch|ts|[kgsztdnhfbpmyrwj])?[aiueo]n?){3,}")
_SAINT = re.compile(r"\bSt\.? ")
# The number of a king or pope, which is read as a number.
_REGNAL = re.compile(r"(?<=\w) (?:I{1,3}|I?V|VI{1,3}|I?X(?<=I.)|X[IVX]+)$")
_SYLLABLE = re.compile("(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")
# Names that may be of a language whose syllables are spelled by rule: they are read by its own model too.
_ROMANISED = {
    "vietnamese": re.compile("(?:(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])? ?)+"),
    "chinese": re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng?|r)? ?)+"),
    "korean": re.compile(r"(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjh])?[yw]?[aeiou]{1,2}(?:ng|[kntlmp])? ?)+"),
}


def letters_of(name: str, vietnamese: bool) -> str:
    """The letters of a name that its sound depends on; Vietnamese keeps the vowels' quality and đ, not the tones.

    >>> letters_of("Trần Đức", True), letters_of("Trần Đức", False)
    ('trân đưc', 'tran duc')
    """
    if not vietnamese:
        return " ".join(re.findall("[a-z]+", fold(name)))
    toneless = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", name.lower())))
    return " ".join(re.findall(r"[^\W\d_]+", toneless))


@lru_cache(maxsize=4096)
def readings(name: str, of: Script) -> tuple[tuple[str, str], ...]:
    """(model, letters) of every way the name may be read: as Vietnamese if it can be, as any, with its own letters."""
    name = _SAINT.sub("Saint ", _REGNAL.sub("", name))
    spelled_out = "".join(of.latin.get(c, c) for c in name.lower())
    general = dict.fromkeys((letters_of(name, False), letters_of(spelled_out, False)))
    found = [("general", letters) for letters in general if letters]
    for model, syllables in _ROMANISED.items():
        if syllables.fullmatch(fold(name)):
            found.append((model, letters_of(name, model == "vietnamese")))
    return tuple(found)


def may_be_vietnamese(name: str) -> bool:
    """Whether each word of a name is, in plain letters, a Vietnamese syllable.

    >>> may_be_vietnamese("Quảng Ngãi"), may_be_vietnamese("Le Thu Trang"), may_be_vietnamese("Corée du Nord")
    (True, True, False)
    """
    return bool(name) and all(_SYLLABLE.fullmatch(word) for word in re.split("[ -]+", fold(name)))


@lru_cache(maxsize=4096)
def respelled(name: str, of: Script) -> tuple[str, ...]:
    """The letters of a name as English would write what other languages read, one for each that reads it otherwise."""
    own = letters_of(name, False)
    made = dict.fromkeys(letters_of(_respelled(unicodedata.normalize("NFC", name.lower()), rows), False)
                         for rows in of.respelling.values())
    return tuple(letters for letters in made if letters and letters != own and letters.count(" ") == own.count(" "))


def _respelled(name: str, rows: Iterable[tuple[str, str]]) -> str:
    for pattern, letters in rows:
        name = re.sub(pattern, letters, name)
    return name


def is_plain(word: str) -> bool:
    """Whether a word of a name is spelt as it is said, in three open syllables or more, as Japanese is written.

    >>> is_plain("Okamoto"), is_plain("Cameron"), is_plain("Kane")
    (True, False, False)
    """
    return bool(_PLAIN.fullmatch(fold(word)))


def is_eastern(name: str) -> bool:
    """Whether a name may be Chinese or Korean: the family name comes first, and stands alone.

    >>> is_eastern("Moon Jae-in"), is_eastern("Donald Trump")
    (True, False)
    """
    return any(_ROMANISED[model].fullmatch(fold(name)) for model in ("chinese", "korean"))
