"""Whether a stretch of a script of sounds is the sound of a name: `เจิ่น ซี ถั่น` for Trần Sỹ Thanh.

The name's letters and the text's sounds are aligned at the least cost, letters with sounds as `train` has learned
them, so that both directions count: what Thai makes of the letters, and what letters the Thai sounds have. A
transliteration costs little everywhere; another name costs much at some letter, and one consonant is enough.
"""
from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from .folding import fold
from .phones import JOINT, Script, phones, script
from .unspaced import known_words

LETTERS = 3  # letters and sounds that one pairing may join, at most
SOUNDS = 3
Costs = npt.NDArray[np.float32]
Codes = npt.NDArray[np.int64]
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_INF = np.float32(1e9)
# Added to a word's letters when its cost is shared out: one odd vowel in a word of two letters is no proof.
_SHORT = 1.5
# Letters that may be silent together: vowels, and gh of Kavanaugh.
_WEAK = re.compile("[aeiouyghw]+")
# Taken off for every sound accounted for, lest the best place be a piece of the name.
_HEARD = np.float32(1.0)
_HOPELESS = 2.5
_UNHEARD = 8.0
# What a surname or given name alone is worth of the whole.
_PART = 0.85
_FIRST = 0.65
_BESIDE_A_STRANGER = 0.5
# A word of a name that costs less a letter than this is there, misspelt or another name's; more, it is not there.
_THERE = 1.7
# Names that may be of a language whose syllables are spelled by rule: they are read by its own model too.
_ROMANISED = {
    "vietnamese": re.compile("(?:(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])? ?)+"),
    "chinese": re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng?|r)? ?)+"),
    "korean": re.compile(r"(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjh])?[yw]?[aeiou]{1,2}(?:ng|[kntlmp])? ?)+"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One pairing of an alignment; `excess` is its cost above that of the letters' usual sound."""

    letters: str
    sounds: str
    excess: float


@dataclass(frozen=True, slots=True)
class Heard:
    """A name heard at `start` to `end` of a text: its alignment, and how likely the stretch is the name's sound."""

    start: int
    end: int
    score: float
    steps: tuple[Step, ...]
    worst: float = 0.0  # the mean cost a letter of the word that fits least
    partial: bool = False


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


def letters_of(name: str, vietnamese: bool) -> str:
    """The letters of a name that its sound depends on; Vietnamese keeps the vowels' quality and đ, not the tones.

    >>> letters_of("Trần Đức", True), letters_of("Trần Đức", False)
    ('trân đưc', 'tran duc')
    """
    if not vietnamese:
        return " ".join(re.findall("[a-z]+", fold(name)))
    toneless = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", name.lower())))
    return " ".join(re.findall(r"[^\W\d_]+", toneless))


@lru_cache(maxsize=None)
def tuned(language: str) -> dict[str, Any]:
    """What was learned and tuned for a script: `costs`, by model, letters and sounds; `weights`."""
    learned: dict[str, Any] = json.loads(files("checker.models").joinpath("transliteration.json").read_text("utf-8"))
    return learned[language]  # type: ignore[no-any-return]


class Ear:
    """Hears names in one script of sounds."""

    def __init__(self, language: str, of: Script) -> None:
        self._script = of
        self._language = language
        self._costs: dict[str, dict[str, dict[str, float]]] = tuned(language)["costs"]
        self._weights: dict[str, float] = tuned(language)["weights"]
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
            elif len(codes) == 2:
                two[codes[0] * size + codes[1]] = cost
            elif codes:
                three.append(((codes[0] * size + codes[1]) * size + codes[2], cost))
        if len(letters) == 1:
            silent = self._never_learned(letters, silent, one, two)
            silent = {"doubled": 0.0, "spoken": silent + self._weights["spoken"]}.get(silence, silent)
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

    def find(self, name: str, text: str, parts: bool = True) -> list[Heard]:
        """Where `name` is heard in `text`: the best place of the whole, and, if `parts`, of its first and last word."""
        heard_in = self.sounds(text)
        whole = self._best(name, heard_in)
        found = [whole] if whole else []
        words = re.findall(r"[^\W\d_]+", name)
        if parts and len(words) > 1 and (not whole or whole.score < 0.5):
            eastern = any(_ROMANISED[model].fullmatch(fold(name)) for model in ("chinese", "korean"))
            for word, worth in (words[-1], _PART), (words[0], _PART if eastern else _FIRST):
                part = self._best(word, heard_in, worth) if len(word) > 2 else None
                if part and part.score >= 0.5 and not (whole and _misspelt(whole, part)):
                    before, after = open_edges(part, text, self._script, self._language, over_joints=True)
                    beside = before if word is words[-1] else after
                    found.append(replace(part, score=part.score * _BESIDE_A_STRANGER) if beside else part)
        return found

    def readings(self, name: str, spelling: str) -> list[Heard]:
        """The whole of `spelling` heard as `name`, in every way the name may be read."""
        text = self.sounds(spelling)
        options = [self.hear(letters, model, text, whole=True) for model, letters in _readings(name, self._script)]
        return [heard for heard in options if heard]

    def _best(self, name: str, text: Sounds, worth: float = 1.0) -> Heard | None:
        options = [self.hear(letters, model, text) for model, letters in _readings(name, self._script)]
        best = max((h for h in options if h), key=lambda h: h.score, default=None)
        if best is None or best.start >= best.end:
            return None
        sure = _certainty(best, text, sum(open_edges(best, text.text, self._script, self._language)), self._language)
        return replace(best, score=best.score * sure * worth, partial=worth < 1)

    def hear(self, letters: str, model: str, text: Sounds, whole: bool = False) -> Heard | None:
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
        return self._trace(letters, units, table, stop, text)

    def _trace(self, letters: str, units: tuple[tuple[_Unit, ...], ...], table: Costs, stop: int,
               text: Sounds) -> Heard:
        steps: list[Step] = []
        end, at = len(units), stop
        while end:
            _, unit, length = min(((float(table[end - unit.back, at - k]) + _cost(unit, text, at - k, k) - k * _HEARD,
                                    unit, k) for unit in units[end - 1] for k in range(min(SOUNDS, at) + 1)),
                                  key=lambda option: option[0])
            cost = _cost(unit, text, at - length, length)
            steps.append(Step(unit.letters, text.symbols[at - length:at], cost - unit.least))
            end, at = end - unit.back, at - length
        steps.reverse()
        start = text.starts[at] if at < len(text.starts) else 0
        excess = float(table[-1, stop]) + float(_HEARD) * (stop - at) - _floor(units)
        words = _by_word(steps, [len(word) for word in letters.split()])
        worst = max(sum(s.excess for s in word) / (sum(len(s.letters) for s in word) + _SHORT) for word in words)
        score = self.likelihood(excess / (len(units) + _SHORT), words)
        return Heard(start, max(text.ends[at:stop], default=start), score, tuple(steps), worst)

    def likelihood(self, mean: float, words: Sequence[Sequence[Step]]) -> float:
        """0 to 1, 0.5 where right and wrong are as likely, from the costs: a letter's mean, and the worst step's."""
        w = self._weights
        odds = w["bias"] + w["mean"] * mean + w["worst"] * max(map(_worst_step, words))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _by_word(steps: Sequence[Step], lengths: Sequence[int]) -> list[list[Step]]:
    words: list[list[Step]] = []
    walk = iter(steps)
    for length in lengths:
        words.append([])
        while sum(len(step.letters) for step in words[-1]) < length:
            words[-1].append(next(walk))
    return words


def _worst_step(word: Sequence[Step]) -> float:
    """The dearest step of a word; letters silent in a row are one step, and a word without a sound is not there."""
    if not any(step.sounds for step in word):
        return _UNHEARD
    worst = run = 0.0
    for step in word:
        run = run + step.excess if not step.sounds else 0.0
        worst = max(worst, run, step.excess)
    return worst


def _misspelt(whole: Heard, part: Heard) -> bool:
    """Whether the whole name stands where a part of it was heard, with another word nearly right."""
    return whole.start < part.end and part.start < whole.end and whole.worst < _THERE


def _silence(word: str, at: int) -> str:
    """How a letter may be silent: "doubled" for the second of two, "spoken" for a consonant inside a word, or ""."""
    if at and word[at] == word[at - 1]:
        return "doubled"
    inside = at + 1 < len(word) and word[at] != word[at + 1]
    return "spoken" if inside and word[at] in "bcdfgjkmpqvxzlnst" else ""


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


@lru_cache(maxsize=4096)
def _readings(name: str, of: Script) -> tuple[tuple[str, str], ...]:
    """(model, letters) of every way the name may be read: as Vietnamese if it can be, as any, with its own letters."""
    spelled_out = "".join(of.latin.get(c, c) for c in name.lower())
    general = dict.fromkeys((letters_of(name, False), letters_of(spelled_out, False)))
    found = [("general", letters) for letters in general if letters]
    for model, syllables in _ROMANISED.items():
        if syllables.fullmatch(fold(name)):
            found.append((model, letters_of(name, model == "vietnamese")))
    return tuple(found)


def open_edges(heard: Heard, text: str, of: Script, language: str, over_joints: bool = False) -> tuple[bool, bool]:
    """Whether, before and after the stretch, letters stand that are no known word: it is a piece of something longer.

    `over_joints`: what stands behind a space or hyphen counts too; a stranger's name may stand there.
    """
    joints = of.joints if over_joints else ""
    before = len(text[:heard.start].rstrip(joints)) if over_joints else heard.start
    after = len(text) - len(text[heard.end:].lstrip(joints)) if over_joints else heard.end
    # Behind a space a stranger's name may begin with what looks like a short word; right beside it nothing does.
    shortest = 4 if over_joints else 2
    ends = {b for _, b in known_words(text, language, 2)}
    begins = {a for a, _ in known_words(text, language, shortest)}
    return (before > 0 and of.is_letter(text[before - 1]) and before not in ends,
            after < len(text) and of.is_letter(text[after]) and after not in begins)


def _certainty(heard: Heard, text: Sounds, loose: int, language: str) -> float:
    """How far a match this long is no accident in a text of this length; a place between joints tells more."""
    consonants = sum(1 for step in heard.steps for s in step.sounds if s not in "aiɯueɛoɪɑʔ" and step.excess < 3)
    first = next((i for i, start in enumerate(text.starts) if start >= heard.start), 0)
    after = next((i for i, start in enumerate(text.starts) if start >= heard.end), len(text.starts))
    edges = text.jointed[first] + (after == len(text.starts) or text.jointed[after])
    cut = any(a < heard.start < b or a < heard.end < b for a, b in known_words(text.text, language))
    bits = 2.2 * consonants + 1.5 * edges + (-3.0 if cut else 2.5) - 4.0 * loose
    return 1 / (1 + math.exp(-(bits - math.log2(len(text.symbols) + 1))))


@lru_cache(maxsize=1024)
def _floor(units: tuple[tuple[_Unit, ...], ...]) -> float:
    least = [0.0]
    for row in units:
        least.append(min(least[-unit.back] + unit.least for unit in row))
    return least[-1]


@lru_cache(maxsize=None)
def ear(language: str) -> Ear | None:
    """The ear for a language's script; None for languages that keep a name's letters."""
    of = script(language)
    return Ear(language, of) if of else None
