"""Text from before Unicode: the encodings that Vietnamese and Thai archives hold, told apart by what they spell.

A byte means another letter in each of them, so only one reading gives words of the language. Nothing is assumed
where two readings do, or none: a text that is read in the wrong encoding is worse than one that is refused.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from ..languages import table

_WORD = re.compile(r"[^\W\d_]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile("(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
                       "[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?")
_CONTROL = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]")
_THAI = re.compile("[\u0e01-\u0e4e]")
_THAI_MARK_ASTRAY = re.compile("(?:^|[^\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
# What share of the words with marks must be syllables, and of all words among the commonest, and how far ahead of
# the second best reading the best must be.
_SYLLABLES, _COMMON, _LEAD = 0.95, 0.04, 0.05
_SAMPLE = 50_000


def decode_legacy(data: bytes) -> tuple[str, str] | None:
    """A text and the name of the encoding it is in, or None where that cannot be told.

    >>> decode_legacy("Các em học sinh đã đến trường và chào cô giáo của mình.".encode("cp1258", "replace")) is None
    True
    >>> decode_legacy("ครูและนักเรียนไปโรงเรียนทุกวัน".encode("cp874"))[1]
    'windows-874'
    """
    sample = data[:_SAMPLE]
    scores = sorted(((_score(name, decode(sample)), name) for name, decode in _DECODERS.items()), reverse=True)
    (best, name), (second, _) = scores[:2]
    if best == 0 or best - second < _LEAD:
        return None
    return unicodedata.normalize("NFC", _DECODERS[name](data)), name


def _score(name: str, text: str) -> float:
    """How much of a text is spelled as its language is; 0 where it cannot be that language."""
    if _CONTROL.search(text):
        return 0
    return _thai_score(text) if name == "windows-874" else _vietnamese_score(text)


def _vietnamese_score(text: str) -> float:
    words = [w.lower() for w in _WORD.findall(unicodedata.normalize("NFC", text))]
    marked = [w for w in words if not w.isascii()]
    common = set(table("vi", "sentences")["common"])
    if len(marked) < max(5, len(words) / 5) or sum(w in common for w in words) < _COMMON * len(words):
        return 0
    share = sum(map(_is_syllable, marked)) / len(marked)
    return share + sum(w in common for w in words) / len(words) if share >= _SYLLABLES else 0


def _is_syllable(word: str) -> bool:
    plain, tones = _TONES.subn("", unicodedata.normalize("NFD", word))
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain)) is not None


def _thai_score(text: str) -> float:
    letters = len(_THAI.findall(text))
    if letters < 20 or letters < sum(map(str.isalpha, text)) / 2:
        return 0
    return 1.0 if len(_THAI_MARK_ASTRAY.findall(text)) <= letters / 200 else 0


@lru_cache(maxsize=None)
def _bytes_table(name: str) -> str:
    return "".join(map(chr, range(128))) + "".join(table("vi", "charsets")["bytes"][name])


def _by_table(name: str) -> Callable[[bytes], str]:
    return lambda data: data.decode("latin-1").translate(dict(enumerate(_bytes_table(name))))


def _by_codec(codec: str) -> Callable[[bytes], str]:
    return lambda data: data.decode(codec, "replace")


def _vni(data: bytes) -> str:
    """VNI: a letter and, after it, a character that stands for its marks."""
    known = table("vi", "charsets")["VNI"]
    letters = _both_cases(known["letters"])
    marks = [(re.compile("[aeouyAEOUYôöÔÖ]"), _both_cases(known["tones"])),
             (re.compile("[aeoAEO]"), _both_cases(known["circumflex"])),
             (re.compile("[aA]"), _both_cases(known["breve"]))]

    def spelled(found: re.Match[str]) -> str:
        letter, mark = found.group(1), found.group(2)
        for vowels, spelling in marks:
            if vowels.match(letter) and mark in spelling:
                return letters.get(letter, letter) + spelling[mark]
        return letters.get(letter, letter) + letters.get(mark, mark)

    every = "".join({c for _, spelling in marks for c in spelling})
    pairs = re.compile(f"([aeouyAEOUYôöÔÖ])([{every}])|.", re.DOTALL)
    return pairs.sub(lambda m: spelled(m) if m.group(1) else letters.get(m.group(), m.group()),
                     data.decode("cp1252", "replace"))


def _both_cases(spelling: dict[str, str]) -> dict[str, str]:
    return {**spelling, **{c.upper(): s.upper() for c, s in spelling.items()}}


_DECODERS: dict[str, Callable[[bytes], str]] = {
    "TCVN3": _by_table("TCVN3"), "VISCII": _by_table("VISCII"), "VNI": _vni, "windows-1258": _by_codec("cp1258"),
    "windows-874": _by_codec("cp874")}
