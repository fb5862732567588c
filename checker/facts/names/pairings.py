"""Letters paired with sounds, at a cost: the alignment of a name with the best stretch of a text.

A joint multigram alignment (see `train`): one to three letters with none to three sounds, at -log of how often they
go together. What was never learned is possible at a price, so that a misspelling is found where it stands.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

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
    """What letters `back` to here cost: as no sound, and by code as one, two and (few) three sounds.

    `one` and `two` are rows of the `_Rows` of all units.
    """

    back: int
    letters: str
    silent: float
    one: int
    two: int
    three: tuple[tuple[int, float], ...]
    least: float


@dataclass(frozen=True, slots=True, eq=False)
class _Letters:
    """A name's letters: the units that end after each, and of those by letter and how far they reach back (less one)
    the silent costs and the rows of `one` and `two`; `three` has letter, reach, code and cost.

    `floor`: what all letters cost at least.
    """

    units: tuple[tuple[_Unit, ...], ...]
    silent: npt.NDArray[np.float64]
    rows: Codes
    three: tuple[tuple[int, int, int, float], ...]
    floor: float


class _Rows:
    """Rows of costs in one array, so that those of many units are looked up at once; row 0 is infinite."""

    def __init__(self, width: int) -> None:
        self.width, self._used = width, 1
        self._rows = np.full((64, width), _INF, np.float32)

    def add(self, row: Costs) -> int:
        """The number of a new row."""
        if self._used == len(self._rows):
            self._rows = np.concatenate([self._rows, np.full_like(self._rows, _INF)])
        self._rows[self._used] = row
        self._used += 1
        return self._used - 1

    def at(self, numbers: Codes, columns: Codes) -> Costs:
        """The columns named of the rows named, in one more dimension."""
        made: Costs = self._rows.ravel().take((numbers * self.width)[..., None] + columns)
        return made


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
        self._one, self._two = _Rows(len(symbols)), _Rows(len(symbols) ** 2)

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
    def _letters(self, letters: str, model: str) -> _Letters:
        """The pairings that end after each letter; none goes over the end of a word."""
        units = tuple(tuple(unit for back in range(1, min(LETTERS, end) + 1)
                            if (unit := self._unit(word[end - back:end], model, _silence(word, end - 1))))
                      for word in letters.split() for end in range(1, len(word) + 1))
        silent, rows = np.full((len(units), LETTERS), float(_INF)), np.zeros((2, len(units), LETTERS), np.int64)
        for at, ending in enumerate(units):
            for unit in ending:
                silent[at, unit.back - 1], rows[:, at, unit.back - 1] = unit.silent, (unit.one, unit.two)
        three = tuple((at, unit.back - 1, *known) for at, ending in enumerate(units) for unit in ending
                      for known in unit.three)
        return _Letters(units, silent, rows, three, _floor(units))

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
        return _Unit(len(letters), letters, silent, self._one.add(one), self._two.add(two), tuple(three),
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

    def align(self, names: Sequence[tuple[str, str]], text: Sounds, whole: bool = False) -> list[Alignment | None]:
        """Where the letters of each name (model, letters: words parted by spaces) are heard best; `whole`: the text
        from end to end. None for a name that is nowhere."""
        found = [self._letters(letters, model) for model, letters in names]
        if not text.symbols or not any(of.units for of in found):
            return [None] * len(names)
        costs = self._costs_with(found, text)
        tables = _tables(costs, text, whole)
        return [_found(of, tables[:len(of.units) + 1, k], costs[:, :, :, k], text, whole) if of.units else None
                for k, of in enumerate(found)]

    def _costs_with(self, names: Sequence[_Letters], text: Sounds) -> npt.NDArray[np.float64]:
        """What the units of the names cost with the sounds of a text: (letters, back, sounds, names, sounds + 1).

        At [end - 1, back - 1, heard, k, at] stands the cost of name k's unit from letter end - back to end, heard as
        the last `heard` sounds before `at`; infinite where there is no such unit.
        """
        n, letters = len(text.symbols), max(len(of.units) for of in names)
        rows = np.zeros((2, letters, LETTERS, len(names)), np.int64)
        costs = np.full((letters, LETTERS, SOUNDS + 1, len(names), n + 1), float(_INF))
        for k, of in enumerate(names):
            rows[:, :len(of.units), :, k] = of.rows
            costs[:len(of.units), :, 0, k] = of.silent[:, :, None]
            for end, back, code, cost in of.three:
                for at in text.triples.get(code, ()):
                    costs[end, back, 3, k, at + 3] = cost
        one, two, _ = text.codes
        costs[:, :, 1, :, 1:] = self._one.at(rows[0], one)
        costs[:, :, 2, :, 2:] = self._two.at(rows[1], two)
        return costs


def _tables(costs: npt.NDArray[np.float64], text: Sounds, whole: bool) -> Costs:
    """The least cost (letters + 1, names, sounds + 1) of each name's first letters up to each sound of the text.

    All names, units and numbers of sounds at once: rows are so short that numpy's calls take longer than their work.
    """
    letters, _, _, names, width = costs.shape
    # Before the first letter and sound stand as many as a unit may reach back.
    table = np.full((LETTERS + letters, names, SOUNDS + width), _INF, np.float32)
    table[LETTERS - 1, :, SOUNDS:] = text.free
    if whole:
        table[LETTERS - 1, :, SOUNDS + 1:] = _INF
    row, name, sound = table.strides
    asked, heard = costs.astype(np.float32), (_HEARD * np.arange(SOUNDS + 1, dtype=np.float32))[:, None, None]
    for end in range(letters):
        # By how many letters and by how many sounds a unit reaches back from here.
        before = as_strided(table[end + LETTERS - 1, :, SOUNDS:], (LETTERS, SOUNDS + 1, names, width),
                            (-row, -sound, name, sound), writeable=False)
        np.minimum(_INF, (before + asked[end] - heard).min(axis=(0, 1)), out=table[end + LETTERS, :, SOUNDS:])
    return table[LETTERS - 1:, :, SOUNDS:]


def _found(of: _Letters, table: Costs, costs: npt.NDArray[np.float64], text: Sounds, whole: bool) -> Alignment | None:
    """The alignment that a name's part of the tables and costs tells of; None where it is no match."""
    stop = len(text.symbols) if whole else int((table[-1] + text.free).argmin())
    letters, least = len(of.units), float(table[-1, stop])
    # As many sounds as letters, about; what costs this much a letter is no match, and is not looked into.
    if not whole and least + float(_HEARD) * letters - of.floor > _HOPELESS * letters:
        return None
    return _trace(of, table, costs, stop, text) if least < _INF / 2 else None


def _trace(of: _Letters, table: Costs, costs: npt.NDArray[np.float64], stop: int, text: Sounds) -> Alignment:
    """The steps of the cheapest way to the end of all letters at sound `stop`."""
    steps: list[Step] = []
    end, at = len(of.units), stop
    while end:
        options = ((np.float32(float(table[end - unit.back, at - n]) + cost) - n * _HEARD, unit, n, cost)
                   for unit in of.units[end - 1]
                   for n, cost in enumerate(costs[end - 1, unit.back - 1, :at + 1, at].tolist()))
        _, unit, n, cost = min(options, key=lambda option: option[0])
        steps.append(Step(unit.letters, text.symbols[at - n:at], cost - unit.least))
        end, at = end - unit.back, at - n
    excess = float(table[-1, stop]) + float(_HEARD) * (stop - at) - of.floor
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


def _floor(units: tuple[tuple[_Unit, ...], ...]) -> float:
    least = [0.0]
    for row in units:
        least.append(min(least[-unit.back] + unit.least for unit in row))
    return least[-1]
