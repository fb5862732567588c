"""The normal form in which texts are compared, with the way back to the file.

Files spell one text in many ways: Vietnamese decomposed (NFD), Thai sara am in one code point or two, no-break
spaces, zero-width marks. Everything that reads a text reads its normal form; everything that is shown to a
person is the file's own text, at the file's own offsets.
"""
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Invisible marks that split words for a program and for nobody else.
_INVISIBLE = "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}" \
             "\N{ZERO WIDTH NO-BREAK SPACE}\N{SOFT HYPHEN}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
_SPACES = re.compile(r"[^\S\n ]")
# NFC composes canonically; sara am is a compatibility composition, so it is spelled out here. A tone mark may
# stand between its two halves.
_SARA_AM = re.compile("\N{THAI CHARACTER NIKHAHIT}([\N{THAI CHARACTER MAI EK}-\N{THAI CHARACTER MAI CHATTAWA}]?)"
                      "\N{THAI CHARACTER SARA AA}")
_PLAIN = re.compile(r"[\x20-\x7e\n\u0e01-\u0e3a\u0e3f-\u0e4c\u0e4e-\u0e5b]*")


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in normal form, and where each of its characters begins in the text it was made from.

    `offsets` has one entry a character of `text` and one more for the end; a normal text that needed no
    change has the identity.
    """

    text: str
    offsets: tuple[int, ...] | range

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file's offsets of a stretch of the normal text.

        >>> normal("Ha\\u0300 No\\u0323\\u0302i").span(3, 6)
        (4, 9)
        """
        if start == end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end]


def normal(text: str, at: int = 0) -> Normal:
    """`text` in normal form: NFC, plain spaces, no invisible marks, sara am in one code point.

    `at` is where the text begins in its file. Length-preserving for texts already normal.

    >>> normal("12\\u202f500\\u200b kg").text
    '12 500 kg'
    """
    if _PLAIN.fullmatch(text) and "\N{THAI CHARACTER NIKHAHIT}" not in text:
        return Normal(text, range(at, at + len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in _clusters(text):
        made = _normal_cluster(text[start:end])
        pieces.append(made)
        # A cluster that is rewritten maps to its own beginning; one that keeps its length maps one to one.
        exact = len(made) == end - start
        offsets.extend(at + start + (i if exact else 0) for i in range(len(made)))
    offsets.append(at + len(text))
    return Normal("".join(pieces), tuple(offsets))


def _clusters(text: str) -> list[tuple[int, int]]:
    """A base character with the combining marks and invisible marks that follow it."""
    bounds: list[tuple[int, int]] = []
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not _joins(text[i]):
            bounds.append((start, i))
            start = i
    return bounds if text else []


def _joins(char: str) -> bool:
    return bool(unicodedata.combining(char)) or char in _INVISIBLE or char in (
        "\N{THAI CHARACTER NIKHAHIT}", "\N{THAI CHARACTER SARA AA}")


def _normal_cluster(cluster: str) -> str:
    if len(cluster) == 1 and cluster.isascii():
        return " " if cluster in "\t\v\f\r" else cluster
    kept = "".join(c for c in cluster if c not in _INVISIBLE)
    kept = _SPACES.sub(" ", unicodedata.normalize("NFC", kept))
    return _SARA_AM.sub("\\1\N{THAI CHARACTER SARA AM}", kept)


def normal_text(text: str) -> str:
    """The normal form alone, with runs of white space as one space: what fingerprints are made of."""
    return " ".join(normal(text).text.split())
