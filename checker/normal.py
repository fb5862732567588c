"""The normal form in which texts are compared, with the way back to the file.

Files spell one text in many ways: Vietnamese decomposed (NFD), Thai sara am in one code point or two, no-break
spaces, zero-width marks, markup between the words. Everything that reads a text reads its normal form; everything
that is shown to a person is the file's own text, at the file's own offsets.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_NIKHAHIT, _SARA_AA = "\N{THAI CHARACTER NIKHAHIT}", "\N{THAI CHARACTER SARA AA}"
# Characters that are in normal form whatever stands beside them, save for a combining mark after them: ASCII, Latin
# letters composed, usual punctuation and signs, Thai without the first half of a two-part sara am.
_SAFE = (r"\x20-\x7e\n\u00a1-\u00ac\u00ae-\u0240\u1e00-\u1ef9\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
         r"\u0e01-\u0e3a\u0e3f-\u0e4c\u0e4e-\u0e5b")
_PLAIN = re.compile(f"[{_SAFE}]*")
_STRETCH = re.compile(f"[{_SAFE}]+")
# Invisible marks that split or turn words for a program and for nobody else: zero-width characters, the soft hyphen,
# directional marks, variation selectors.
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_SPACES = re.compile(r"[^\S\n ]")
# NFC composes canonically; sara am is a compatibility composition, so it is spelled out here. A tone mark may
# stand between its two halves.
_SARA_AM = re.compile(f"{_NIKHAHIT}([\u0e48-\u0e4b]?){_SARA_AA}")
# No word has more marks on one letter (the Unicode standard's stream-safe limit); beyond it, normalising is slow.
MOST_MARKS = 30


class Markup(NamedTuple):
    """A stretch of a file that is not prose but stands amid it, from `start` to `end`, and what a reader sees there.

    `shown` is empty for most markup (`**`, the address of a link) and a character for `&amp;` and its like.
    """

    start: int
    end: int
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in normal form, and where each of its characters stands in the text it was made from.

    `offsets` has one entry a character of `text` and one more for the end; a normal text that needed no
    change has the identity. `ends` says where each character ends, if that is not where the next begins.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file's offsets of a stretch of the normal text.

        >>> normal("Ha\\u0300 No\\u0323\\u0302i").span(3, 6)
        (4, 9)
        """
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end] if self.ends is None else self.ends[end - 1]


def normal(text: str, at: int = 0, markup: Sequence[Markup] = ()) -> Normal:
    """`text` in normal form: NFC, plain spaces, no invisible marks, sara am in one code point, no markup.

    `at` is where the text begins in its file, and `markup` lies within it, in order, at the file's offsets.
    The time taken grows with the length alone.

    >>> normal("12\\u202f500\\u200b kg").text
    '12 500 kg'
    >>> normal("**12** kg", 0, [Markup(0, 2), Markup(4, 6)]).text
    '12 kg'
    """
    if not markup and _PLAIN.fullmatch(text):
        return Normal(text, range(at, at + len(text) + 1))
    made = _Builder(text, at)
    done = 0
    for start, end, shown in markup:
        made.prose(done, start - at)
        made.put("".join(map(_normal_cluster, shown)), start - at, end - at)
        done = end - at
    made.prose(done, len(text))
    return Normal("".join(made.pieces), (*made.starts, at + len(text)), tuple(made.ends))


class _Builder:
    """A normal text as it grows."""

    def __init__(self, text: str, at: int) -> None:
        self.text, self.at = text, at
        self.pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    def put(self, shown: str, start: int, end: int) -> None:
        """Show `shown` for what stands from `start` to `end`."""
        self.pieces.append(shown)
        for _ in shown:
            self.starts.append(self.at + start)
            self.ends.append(self.at + end)

    def prose(self, start: int, end: int) -> None:
        """Add a stretch of prose: what is plainly normal as it is, the rest cluster by cluster."""
        while start < end:
            found = _STRETCH.match(self.text, start, end)
            # The last character before something odd may belong to it.
            safe = start if found is None else found.end() - (found.end() < end)
            if start < safe:
                self.pieces.append(self.text[start:safe])
                self.starts.extend(range(self.at + start, self.at + safe))
                self.ends.extend(range(self.at + start + 1, self.at + safe + 1))
                start = safe
            if start < end:
                start = self._cluster(start, end)

    def _cluster(self, start: int, end: int) -> int:
        """Add the character at `start` with the marks that follow it; where the next one begins."""
        text, stop = self.text, start + 1
        while stop < end and stop - start < MOST_MARKS and joins(text[stop]):
            stop += 1
        made = _normal_cluster(text[start:stop])
        if len(made) == stop - start > 1:
            for i in range(len(made)):
                self.put(made[i], start + i, start + i + 1)
        else:
            self.put(made, start, stop)
        return stop


@lru_cache(maxsize=4096)
def joins(char: str) -> bool:
    """Whether a character may belong to the one before it."""
    return (char == _SARA_AA or unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"
            or _INVISIBLE.match(char) is not None)


@lru_cache(maxsize=4096)
def _normal_cluster(cluster: str) -> str:
    kept = _SPACES.sub(" ", unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster)))
    composed = _SARA_AM.sub("\\1\N{THAI CHARACTER SARA AM}", kept)
    # Its first half kept marks apart that have an order of their own beside each other.
    return kept if composed == kept else unicodedata.normalize("NFC", composed)


def normal_text(text: str) -> str:
    """The normal form alone, with runs of white space as one space: what fingerprints are made of."""
    return " ".join(normal(text).text.split())
