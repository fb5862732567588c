"""A text in a script of sounds as a row of sound symbols, each with its place.

What the symbols are is data, `sound.toml` in the language's folder; see `checker/languages/th/sound.toml`.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ... import languages as _languages

JOINT = " "
OTHER = "#"


@dataclass(frozen=True, slots=True)
class Phones:
    """Symbols of a text; `starts[i]` to `ends[i]` is where the letters of symbol i stand in it."""

    symbols: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    free: tuple[bool, ...]  # whether a word may begin at symbol i: it hangs on none before it


@dataclass(frozen=True, slots=True, eq=False)
class Script:
    """The table of a script: symbols by letter, and the marks that are no letters.

    `vowels` are the symbols that are weak evidence, `glides` consonants that come by themselves beside a vowel;
    `kin` are groups of symbols that stand in for one another, `consonants` the sounds that a Latin consonant may have;
    `respelling` says by language what its letters are in English ones.
    """

    letters: Mapping[str, str]
    before: str
    after: str
    shortener: str
    silencer: str
    codas: str
    silenced: list[str]
    doubled: str
    doubled_sound: str
    ignored: str
    leading: str
    led: str
    etymological: str
    joints: str
    vowels: str
    glides: str
    kin: tuple[str, ...]
    latin: Mapping[str, str]
    consonants: Mapping[str, str]
    respelling: Mapping[str, tuple[tuple[str, str], ...]]

    def is_letter(self, char: str) -> bool:
        """Whether a character is of this script: a letter, a tone or another mark."""
        return char in self.letters or char in self.ignored or char == self.silencer


@lru_cache(maxsize=None)
def script(language: str) -> Script | None:
    """The script of a language that writes names by sound; None for one that keeps their spelling."""
    table = _languages.table(language, "sound")
    if not table:
        return None
    letters = {letter: symbol for group, symbol in table["letters"].items() for letter in group}
    return Script(letters=letters, latin=table["latin"], kin=tuple(table["kin"]),
                  consonants=table["consonants"], **table["marks"],
                  respelling={of: tuple((a, b) for a, b in rows) for of, rows in table["respelling"].items()})


def phones(text: str, of: Script) -> Phones:
    """The symbols of `text`; a joint of names is a space, anything else that is no letter of the script a "#".

    >>> phones("มาร์กซ์ 5", script("th")).symbols
    'maRkS #'
    >>> phones("เหงียน", script("th")).symbols, phones("จันทร์", script("th")).symbols
    ('ŋeiyn', 'canΘ')
    >>> phones("วรรณ", script("th")).symbols, phones("บรรหาร", script("th")).symbols
    ('wan', 'banhar')
    >>> phones("เซียร์รา", script("th")).symbols, phones("ตอรรัส", script("th")).symbols
    ('seiyRra', 'tʔrras')
    """
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    free: list[bool] = []
    waiting: tuple[str, int] | None = None  # a vowel written before its consonant
    lead: int | None = None  # where a consonant stands that only lends its tone
    at = 0
    while at < len(text):
        letter, start = text[at], at
        at += 1
        if letter in of.ignored or letter in of.shortener and _long(symbols, of):
            ends[-1:] = [at] if ends else []
            continue
        if letter in of.before:
            waiting = (of.letters[letter], start)
            continue
        while at < len(text) and text[at] in of.ignored:
            at += 1
        if letter == text[at:at + 1] == of.doubled and not waiting and not _voiced(text, at + 1, of):
            at += 1
            for sound in of.doubled_sound[:1 if _closes(text, at, of) else 2]:
                symbols.append(sound)
                starts.append(start)
                ends.append(at)
                free.append(False)
            continue
        symbol = of.letters.get(letter) or (JOINT if letter in of.joints else OTHER)
        if letter == of.leading and text[at:at + 1] and text[at] in of.led and not _vowel_next(text, at, of):
            lead = start
            continue
        at, symbol = _silenced(text, at, symbol, of)
        symbols.append(symbol)
        starts.append(waiting[1] if waiting else start if lead is None else lead)
        ends.append(at)
        free.append(not (letter in of.after or symbol.isupper() and not waiting))
        if waiting and symbol not in (JOINT, OTHER):
            symbols.append(waiting[0])
            starts.append(start)
            ends.append(at)
            free.append(False)
        waiting = lead = None
    return Phones("".join(symbols), tuple(starts), tuple(ends), tuple(free))


def _long(symbols: list[str], of: Script) -> bool:
    """Whether the last symbol is a vowel written before its consonant, which a mark after it makes short."""
    return bool(symbols) and symbols[-1] in {of.letters[letter] for letter in of.before}


def _vowel_next(text: str, at: int, of: Script) -> bool:
    return text[at] in of.before


def _voiced(text: str, at: int, of: Script) -> bool:
    """Whether the letter before a place has a vowel of its own: that of เตรรัส begins a syllable."""
    while text[at:at + 1] and text[at] in of.ignored:
        at += 1
    return text[at:at + 1] != "" and text[at] in of.after


def _closes(text: str, at: int, of: Script) -> bool:
    """Whether a consonant stands here that ends a syllable: no vowel of its own follows, and it is not silent."""
    letter, behind = text[at:at + 1], text[at + 1:at + 2]
    consonant = letter in of.letters and letter not in of.before + of.after
    return bool(consonant) and behind not in (*of.after, of.silencer)


def _silenced(text: str, at: int, symbol: str, of: Script) -> tuple[int, str]:
    """Past the silencer, with a vowel or another consonant that it silences too; the symbol then is a capital."""
    if text[at - 1:at + 1] in of.silenced and text[at + 1:at + 2] == of.silencer:
        return at + 2, symbol.upper()
    for skip in (0, 1):
        if text[at + skip:at + skip + 1] == of.silencer and (not skip or text[at] in "ิุ"):
            return at + skip + 1, symbol.upper()
    return at, symbol
