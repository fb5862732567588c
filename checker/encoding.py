"""What is kept of an encoded sentence, and its form in the cache.

It is small: the sum of its tokens' last states with their count (so that the vector of a span is the sum of its
sentences' sums), the tokens' places in the text, and one average of the encoder's layers a token, 8 bits a value, to
link words by (about 15 KB a sentence).
"""
from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_HEAD = struct.Struct("<4sIII")
_MAGIC = b"enc1"


@dataclass(frozen=True, eq=False)
class Encoding:
    """What is kept of a text of which `count` tokens were kept; d is the encoder's width.

    `total` (d,) is the sum of the tokens' last states, special tokens left out; `spans` are the tokens' character
    offsets in the text, end exclusive, white space left out; `states` (count, d) times `scales` (count,) is the average
    of the layers that link words best.
    """

    total: npt.NDArray[np.float32]
    count: int
    spans: tuple[tuple[int, int], ...]
    states: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]

    def vector(self) -> npt.NDArray[np.float32]:
        """The normalised mean state (d,); zero for a text without tokens."""
        made: npt.NDArray[np.float32] = self.total / max(float(np.linalg.norm(self.total)), 1e-12)
        return made

    def word_states(self) -> npt.NDArray[np.float32]:
        """The tokens' states (count, d) to link words by."""
        made: npt.NDArray[np.float32] = self.states * self.scales[:, None]
        return made

    def first(self, offset: int) -> int:
        """The number of the first token that begins at an offset of the text or after it."""
        return bisect_left(self.spans, (offset, 0))

    def to_bytes(self) -> bytes:
        """The encoding as the cache keeps it."""
        return b"".join([_HEAD.pack(_MAGIC, self.count, len(self.total), 0), self.total.tobytes(),
                         np.array(self.spans, "<u4").tobytes(), self.scales.tobytes(), self.states.tobytes()])

    @staticmethod
    def from_bytes(data: bytes) -> Encoding:
        """The inverse of `to_bytes`; ValueError where the data is not an encoding."""
        if len(data) < _HEAD.size:
            raise ValueError("too short for an encoding")
        magic, count, width, _ = _HEAD.unpack_from(data)
        if magic != _MAGIC or len(data) != _HEAD.size + 4 * width + 12 * count + count * width:
            raise ValueError("not an encoding")
        at = _HEAD.size
        total = np.frombuffer(data, "<f4", width, at)
        spans = np.frombuffer(data, "<u4", 2 * count, at := at + 4 * width).reshape(-1, 2)
        scales = np.frombuffer(data, "<f4", count, at := at + 8 * count)
        states = np.frombuffer(data, np.int8, count * width, at + 4 * count).reshape(count, width)
        return Encoding(total, count, tuple((a, b) for a, b in spans.tolist()), states, scales)


def quantised(total: npt.NDArray[np.float32], spans: Sequence[tuple[int, int]],
              states: npt.NDArray[np.float32]) -> Encoding:
    """An encoding from exact values, rounded to what is stored: the mean to float16, a token's states to 8 bits.

    >>> made = quantised(np.ones(2, np.float32), [(0, 1)], np.array([[2, -1]], np.float32))
    >>> made.states.tolist()
    [[127, -64]]
    """
    count = len(spans)
    mean = (total / max(count, 1)).astype(np.float16).astype(np.float32)
    scales = (np.abs(states).max(axis=1, initial=0) / 127).astype(np.float16).astype(np.float32)
    coarse = np.rint(states / np.maximum(scales, 1e-7)[:, None])
    return Encoding(mean * np.float32(count), count, tuple(spans), np.clip(coarse, -127, 127).astype(np.int8), scales)
