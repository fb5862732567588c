"""Letters paired with sounds, at a cost: the alignment of a name with the best stretch of a text.

A joint multigram alignment (see `train`): one to three letters with none to three sounds, at -log of how often they
go together. What was never learned is possible at a price, so that a misspelling is found where it stands.
"""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from .phones import JOINT, Script, phones

LETTERS = 3  # letters and sounds that one pairing may join, at most
SOUNDS = 3
Costs = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int64]
_INF = np.float32(1e9)
# Letters that may be silent together: vowels, and gh of Kavanaugh.
_WEAK = re.compile("[aeiouyghw]+")
# Consonants that are not silent inside a word; r and h may be.
_SPOKEN = "bcdfgjkmpqvxzlnst"
# Taken off for every sound accounted for, lest the best place be a piece of the name.
_HEARD = np.float32(1.0)
# A cost a letter at which nothing is recognised any more.
_HOPELESS = 2.5


@dataclass(frozen=True, slots=True)
class Step:
    """One pairing of an alignment; `excess` is its cost above that of the letters' usual sound."""

    letters: str
    sounds: str
    excess: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """A name's letters with the sounds `first` to `stop` (excluded) of a text; `excess` is the sum of the steps'."""

    first: int
    stop: int
    steps: tuple[Step, ...]
    excess: float


@dataclass(frozen=True, slots=True)
class Sounds:
    """A text's sounds without the joints; `jointed[i]`: a joint or the text's edge stands before sound i."""

    symbols: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    jointed: tuple[bool, ...]
    text: str
    codes: tuple[Codes, ...]
    triples: Mapping[int, tuple[int, ...]]
    free: Costs  # nothing where a word may begin or end, else infinite; one more than the sounds


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    """What letters `back` to here cost: as no sound, one sound, two (by code), and three (few, by code)."""

    back: int
    letters: str
    silent: float
    one: Costs
    two: Costs
    three: tuple[tuple[int, float], ...]
    least: float


class Pairings:
    """What pairing letters with the sounds of one script costs.

    `costs` by model, letters and sounds, as learned; `weights` the prices of what was not.
    """

    def __init__(self, of: Script, costs: Mapping[str, Mapping[str, Mapping[str, float]]],
                 weights: Mapping[str, float]) -> None:
        self._script, self._costs, self._weights = of, costs, weights
        symbols = sorted(set(of.letters.values()) | {s.upper() for s in of.letters.values()} | {"#"})
        self._code = {symbol: code for code, symbol in enumerate(symbols)}
        self._vowels = np.array([s in of.vowels for s in symbols])
        self._glides = np.array([s in of.glides for s in symbols])
        self._silent = np.array([s.isupper() for s in symbols])
        self._mute = [self._code.get(s.upper(), self._code[s]) for s in symbols]
        self._kin = np.array([[any(a.lower() in group and b.lower() in group for group in of.kin) for b in symbols]
                              for a in symbols])

    @lru_cache(maxsize=256)
    def sounds(self, text: str) -> Sounds:
        """The sounds of a text, ready for alignment."""
        read = phones(text, self._script)
        kept = [i for i, symbol in enumerate(read.symbols) if symbol != JOINT]
        one = np.array([self._code[read.symbols[i]] for i in kept], dtype=np.int64)
        size = len(self._code)
        two = one[:-1] * size + one[1:]
        three = two[:-1] * size + one[2:]
        triples: dict[int, list[int]] = {}
        for at, code in enumerate(three.tolist()):
            triples.setdefault(code, []).append(at)
        return Sounds("".join(read.symbols[i] for i in kept), tuple(read.starts[i] for i in kept),
                      tuple(read.ends[i] for i in kept),
                      tuple(i == 0 or read.symbols[i - 1] in " #" for i in kept), text, (one, two, three),
                      {code: tuple(places) for code, places in triples.items()},
                      np.array([0 if read.free[i] else _INF for i in kept] + [0], np.float32))

    @lru_cache(maxsize=1024)
    def _units(self, letters: str, model: str) -> tuple[tuple[_Unit, ...], ...]:
        """The pairings that end after each letter; none goes over the end of a word."""
        return tuple(tuple(unit for back in range(1, min(LETTERS, end) + 1)
                           if (unit := self._unit(word[end - back:end], model, _silence(word, end - 1))))
                     for word in letters.split() for end in range(1, len(word) + 1))

    @lru_cache(maxsize=4096)
    def _unit(self, letters: str, model: str, silence: str) -> _Unit | None:
        known = self._costs[model].get(letters, {})
        if not known and len(letters) > 1:
            return None
        size = len(self._code)
        one, two = np.full(size, _INF, np.float32), np.full(size * size, _INF, np.float32)
        three = []
        silent = known.get("", float(_INF)) if len(letters) == 1 or _WEAK.fullmatch(letters) else float(_INF)
        for sounds, cost in known.items():
            codes = [self._code[s] for s in sounds]
            if len(codes) == 1:
                one[codes[0]] = cost
                if len(letters) > 1 and not self._vowels[codes[0]]:  # it ends a syllable and begins the next
                    twice = codes[0] * (size + 1)
                    two[twice] = min(two[twice], cost + self._weights["mute"])
            elif len(codes) == 2:
                two[codes[0] * size + codes[1]] = cost
            elif codes:
                three.append(((codes[0] * size + codes[1]) * size + codes[2], cost))
        if len(letters) == 1:
            silent = self._never_learned(letters, silent, one, two)
            silent = 0.0 if silence == "doubled" else silent + self._weights.get(silence, 0.0)
        return _Unit(len(letters), letters, silent, one, two, tuple(three),
                     min([silent, float(one.min()), float(two.min()), *(c for _, c in three)]))

    def _never_learned(self, letter: str, silent: float, one: Costs, two: Costs) -> float:
        """Let a letter be dropped, changed or followed by a sound of another, at a price; vowels are cheap."""
        w, vowel = self._weights, letter in "aeiouyăâêôơưw"
        usual = int(one.argmin())
        mute = self._mute[usual]
        one[mute] = min(one[mute], one[usual] + w["mute"])
        changed = np.where(self._kin[usual], w["kin-changed"], w["consonant-changed"])
        if vowel:
            changed = np.where(self._vowels, w["vowel-changed"], changed)
        np.minimum(one, changed, out=one)
        extra = np.where(self._vowels, w["vowel-added"], np.where(self._silent, w["mute"], w["consonant-added"]))
        if vowel:
            extra = np.where(self._glides, w["vowel-added"], extra)
        one[self._code["#"]] = extra[self._code["#"]] = _INF
        spread = np.minimum(one[:, None] + extra[None, :], extra[:, None] + one[None, :])
        double = np.arange(len(one))
        spread[double, double] = np.minimum(spread[double, double], one + w["mute"])
        np.minimum(two, spread.ravel(), out=two)
        return min(silent, w["vowel-dropped"] if vowel else w["consonant-dropped"])

    def align(self, letters: str, model: str, text: Sounds, whole: bool = False) -> Alignment | None:
        """Where the letters of a name (words parted by spaces) are heard best; `whole`: the text from end to end."""
        units, n = self._units(letters, model), len(text.symbols)
        if not units or not n:
            return None
        table = np.full((len(units) + 1, n + 1), _INF, np.float32)
        table[0] = text.free
        if whole:
            table[0, 1:] = _INF
        for end, row in enumerate(units, 1):
            best = table[end]
            for unit in row:
                _extend(best, table[end - unit.back], unit, text)
        stop = n if whole else int((table[-1] + text.free).argmin())
        # As many sounds as letters, about; what costs this much a letter is no match, and is not looked into.
        if not whole and float(table[-1, stop]) + float(_HEARD) * len(units) - _floor(units) > _HOPELESS * len(units):
            return None
        if table[-1, stop] >= _INF / 2:
            return None
        return _trace(units, table, stop, text)


def _trace(units: tuple[tuple[_Unit, ...], ...], table: Costs, stop: int, text: Sounds) -> Alignment:
    """The steps of the cheapest way to the end of all letters at sound `stop`."""
    steps: list[Step] = []
    end, at = len(units), stop
    while end:
        _, unit, length = min(((float(table[end - unit.back, at - k]) + _cost(unit, text, at - k, k) - k * _HEARD,
                                unit, k) for unit in units[end - 1] for k in range(min(SOUNDS, at) + 1)),
                              key=lambda option: option[0])
        cost = _cost(unit, text, at - length, length)
        steps.append(Step(unit.letters, text.symbols[at - length:at], cost - unit.least))
        end, at = end - unit.back, at - length
    excess = float(table[-1, stop]) + float(_HEARD) * (stop - at) - _floor(units)
    return Alignment(at, stop, tuple(reversed(steps)), excess)


def _silence(word: str, at: int) -> str:
    """How a letter may be silent: "doubled" for the second of two, "first" for a word's first consonant, "spoken" for
    one inside a word, r only between a consonant and a vowel; or ""."""
    if at and word[at] == word[at - 1]:
        return "doubled"
    if at + 1 >= len(word) or word[at] == word[at + 1]:
        return ""
    if at == 0:
        return "first" if word[at] in _SPOKEN + "rh" else ""
    between = word[at] == "r" and word[at - 1] in _SPOKEN and word[at + 1] not in _SPOKEN
    return "spoken" if between or word[at] in _SPOKEN else ""


def _extend(best: Costs, base: Costs, unit: _Unit, text: Sounds) -> None:
    one, two, _ = text.codes
    np.minimum(best, base + np.float32(unit.silent), out=best)
    np.minimum(best[1:], base[:-1] + unit.one[one] - _HEARD, out=best[1:])
    if len(two):
        np.minimum(best[2:], base[:-2] + unit.two[two] - 2 * _HEARD, out=best[2:])
    for code, cost in unit.three:
        for at in text.triples.get(code, ()):
            best[at + 3] = min(best[at + 3], base[at] + cost - 3 * _HEARD)


def _cost(unit: _Unit, text: Sounds, at: int, length: int) -> float:
    if length == 0:
        return unit.silent
    code = int(text.codes[length - 1][at])
    if length == 3:
        return dict(unit.three).get(code, float(_INF))
    return float((unit.one if length == 1 else unit.two)[code])


@lru_cache(maxsize=1024)
def _floor(units: tuple[tuple[_Unit, ...], ...]) -> float:
    least = [0.0]
    for row in units:
        least.append(min(least[-unit.back] + unit.least for unit in row))
    return least[-1]
