"""Whether a stretch of a script of sounds is the sound of a name: `เจิ่น ซี ถั่น` for Trần Sỹ Thanh.

The name's letters and the text's sounds are aligned at the least cost (`pairings`), letters with sounds as `train`
has learned them, so that both directions count: what Thai makes of the letters, and what letters the Thai sounds
have. A transliteration costs little everywhere; another name costs much at some letter, and one consonant is enough.
"""
from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from . import customary
from .folding import fold
from .letters import is_eastern, is_plain, readings, respelled
from .pairings import Alignment, Pairings, Sounds, Step
from .phones import Script, phones, script
from .unspaced import Piece, cut, known_words, writing

# Added to a word's letters when its cost is shared out: one odd vowel in a word of two letters is no proof.
_SHORT = 1.5
# The cost of a word of the name that has no sound in the text.
_UNHEARD = 8.0
# What a surname or given name alone is worth of the whole.
_PART = 0.85
_FIRST = 0.65
_BESIDE_A_STRANGER = 0.5
# How many sounds of the same word behind a name make it another.
_MORE = 2
# A word of a name that costs less a letter than this is there, misspelt or another name's; more, it is not there.
_THERE = 1.7
# The same for a name of one word, and of several, that may be meant however oddly it is spelt; how far about a stretch
# it is listened for, and how much of the stretch it must take.
_MEANT, _ABOUT, _SHARED = (1.1, 1.25), 20, 0.6
# The likelihood from which a stretch is a name rather than something else.
_EVEN = 0.5
# What a consonant costs that no spelling reads as another, letters of a name in which one may be told from an accident,
# and what all its other letters may cost, each: more where two of a name's words tell.
_SLIP, _LETTERS, _ELSE, _ELSE_OF_TWO = 5.0, 6, 0.1, 0.32
# The same for one that is not even made at the same place of the mouth, in a longer name of one word.
_OTHER, _MANY, _ELSE_OF_LONG = 7.0, 8, 0.25
_VOWEL = re.compile("[aeiou]")
# What all letters but one vowel may cost, each; and a vowel and another that no language reads it as, where names are
# spelt as they are said.
_RIGHT, _APART = 0.06, frozenset({"oa", "ao", "ai", "au", "oi", "io", "ia", "iu", "ui", "ua", "eo", "eu"})
# The same where names are spelt in any way, for readers of any language; and what all other letters may cost then.
_FAR, _NEARLY_RIGHT = frozenset({"ao", "ai", "io", "ia", "iu", "ua", "eo"}), 0.1
_WEAK = re.compile("[aeiouyw]+")
# A step dearer than this is no agreement.
_AGREES = 3.0
# The score of a name as English reads it from which no other language's reading is tried, and what that is worth.
_PLAIN, _FOREIGN = 0.8, 0.9
# The step from which a spelling of another well-known name is that name, and what it costs then.
_DOUBTFUL, _ANOTHER = 2.0, 7.0
# The step from which a vowel is one that no language was ever seen to read a letter as.
_CHANGED = 3.0
# Letters that spellings of one name differ in, beside doubled ones.
_FREE = re.compile(r"[aeiouyh]+")


@dataclass(frozen=True, slots=True)
class Heard:
    """A name heard at `start` to `end` of a text: its alignment, and how likely the stretch is the name's sound."""

    start: int
    end: int
    score: float
    steps: tuple[Step, ...]
    worst: float = 0.0  # the mean cost a letter of the word that fits least
    partial: bool = False


@lru_cache(maxsize=None)
def tuned(language: str) -> dict[str, Any]:
    """What was learned and tuned for a script: `costs`, by model, letters and sounds; `weights`."""
    learned: dict[str, Any] = json.loads(files("checker.models").joinpath("transliteration.json").read_text("utf-8"))
    return learned[language]  # type: ignore[no-any-return]


class Ear:
    """Hears names in one script of sounds."""

    def __init__(self, language: str, of: Script) -> None:
        self._script, self._language = of, language
        self._weights: dict[str, float] = tuned(language)["weights"]
        self._pairings = Pairings(of, tuned(language)["costs"], self._weights)

    def find(self, name: str, text: str, parts: bool = True) -> list[Heard]:
        """Where `name` is heard in `text`: the best place of the whole, and, if `parts`, of its first and last word."""
        heard_in = self._pairings.sounds(text)
        whole = self._best(name, heard_in)
        found = [whole] if whole else []
        words = re.findall(r"[^\W\d_]+", name)
        if parts and len(words) > 1 and (not whole or whole.score < 0.5):
            eastern = is_eastern(name)
            for word, worth in (words[-1], _PART), (words[0], _PART if eastern else _FIRST):
                part = self._best(word, heard_in, worth) if len(word) > 2 else None
                if part and part.score >= 0.5 and not (whole and _misspelt(whole, part, text, self._language)):
                    before, after = open_edges(part, text, self._script, self._language, over_joints=True)
                    beside = before if word is words[-1] else after
                    found.append(replace(part, score=part.score * _BESIDE_A_STRANGER) if beside else part)
        return found

    def readings(self, name: str, spelling: str) -> list[Heard]:
        """The whole of `spelling` heard as `name`, in every way the name may be read."""
        text = self._pairings.sounds(spelling)
        found = [heard for heard in self.hear(self._orders(name), text, whole=True) if heard]
        if max((h.score for h in found), default=0.0) < _PLAIN:
            others = self.hear(self._respelled(name), text, whole=True)
            found += [replace(heard, score=heard.score * _FOREIGN) for heard in others if heard]
        return found

    def resembles(self, name: str, text: str, start: int, end: int) -> bool:
        """Whether what stands at `start` to `end` of a text, or round about it, may be meant for the name.

        It may where no word of the name costs more than in odd spellings.

        >>> ear("th").resembles("Enrique Peña Nieto", "เอนริเก เปญญา นิเอโต กล่าว", 0, 20)
        True
        >>> ear("th").resembles("Joeli Nakarawa", "เฟรเซอร์ ล็อกฮาร์ต", 0, 18)
        False
        """
        begin = max(0, start - _ABOUT)
        around = self._pairings.sounds(text[begin:end + _ABOUT])
        heard = self.hear([*self._orders(name), *self._respelled(name)], around)
        return any(h and h.worst < _MEANT[" " in name]
                   and min(end, h.end + begin) - max(start, h.start + begin) >= _SHARED * (end - start) for h in heard)

    def costs(self, syllables: Sequence[str], spelling: str, model: str) -> dict[str, float]:
        """What the whole of a spelling costs as each of some syllables, in letters that one model reads."""
        text = self._pairings.sounds(spelling)
        found = self._pairings.align([(model, syllable) for syllable in syllables], text, whole=True)
        return {syllable: made.excess if made else math.inf for syllable, made in zip(syllables, found)}

    def slip(self, name: str, text: str) -> Heard | None:
        """Where all of a name is heard but for one consonant that is another: a slip of the pen.

        Who spells a name by its sound errs in vowels and in silent letters; a consonant that no language reads so,
        where all else is right, is none of a spelling's.

        >>> ear("th").slip("Maureen Hartley", "มอรีน ฮาร์ตนีย์ กล่าว") is not None
        True
        >>> ear("th").slip("Maureen Hartley", "มอรีน ฮาร์ตลีย์ กล่าว") is None
        True
        """
        rows = [*self._orders(name), *self._respelled(name)]
        sounds = self._pairings.sounds(text)
        heard = [h for h in self.hear(rows, sounds) if h]
        if any(h.score >= _EVEN for h in (heard if " " in name else self._rated(heard, sounds))):
            return None
        right = [h for h in heard if h.score >= _EVEN]  # in one of the ways to read it
        found = [(rest, h) for h in heard if (rest := self._rest(h)) is not None and rest <= _most(name, h)
                 and not any(h.start < r.end and r.start < h.end for r in right)
                 and not set(self._script.etymological) & set(text[h.start:h.end])]
        return min(found, key=lambda rated: rated[0])[1] if found else None

    def misvowelled(self, name: str, spelling: str) -> Heard | None:
        """A spelling heard as a name but for one vowel that no reader takes for it.

        >>> ear("th").misvowelled("Hiroshi Takemoto", "ฮิโรชิ ทาเกมาโตะ") is not None
        True
        >>> ear("th").misvowelled("Hiroshi Takemoto", "ฮิโรชิ ทาเกโมโตะ") is None
        True
        """
        heard = max(self.readings(name, spelling), key=lambda h: h.score, default=None)
        if heard is None or not heard.steps:
            return None
        worst = max(heard.steps, key=lambda step: step.excess)
        letters = sum(len(step.letters) for step in heard.steps)
        rest = (sum(step.excess for step in heard.steps) - worst.excess) / letters
        vowel = name.isascii() and _VOWEL.fullmatch(worst.letters)  # an accent changes what a vowel sounds like
        other = vowel and worst.excess >= _SLIP and rest <= _RIGHT and letters >= _LETTERS
        pair = worst.letters + worst.sounds if worst.excess >= _DOUBTFUL else ""
        far = vowel and pair in _FAR and worst.excess >= _CHANGED and rest <= _NEARLY_RIGHT and letters >= _LETTERS
        return heard if other or far or pair in _APART and is_plain(_word_of(name, heard.steps, worst)) else None

    def _rest(self, heard: Heard) -> float | None:
        """What a name costs a letter besides the one consonant that is another; None where there is no such one."""
        worst = max(heard.steps, key=lambda step: step.excess)
        letters = sum(len(step.letters) for step in heard.steps)
        rest = (sum(step.excess for step in heard.steps) - worst.excess) / letters
        vowels = self._script.vowels
        other = (worst.excess >= _SLIP and not _WEAK.fullmatch(worst.letters)
                 and any(s not in vowels and not s.isupper() for s in worst.sounds))
        return rest if other and letters >= _LETTERS else None

    def _best(self, name: str, text: Sounds, worth: float = 1.0) -> Heard | None:
        """The place where a name, in any way it may be read, is likeliest, accidents counted."""
        plain, foreign = list(self._orders(name)), self._respelled(name)
        heard = self.hear([*plain, *foreign], text)
        rated = self._rated(heard[:len(plain)], text)
        if max((h.score for h in rated), default=0.0) < _PLAIN:
            rated += [replace(h, score=h.score * _FOREIGN) for h in self._rated(heard[len(plain):], text)]
        best = max(rated, key=lambda h: h.score, default=None)
        return replace(best, end=self._to_its_end(best, text.text), score=best.score * worth,
                       partial=worth < 1) if best else None

    def _rated(self, heard: Iterable[Heard | None], text: Sounds) -> list[Heard]:
        return [replace(h, score=h.score * self._sure(h, text)) for h in heard if h and h.start < h.end]

    def _orders(self, name: str) -> Iterator[tuple[str, str]]:
        """The readings of a name; of one that may be Eastern also with the given name first, or last."""
        yield from readings(name, self._script)
        if " " in name and is_eastern(name):
            first, _, rest = name.partition(" ")
            last = name.rpartition(" ")
            for other in {f"{rest} {first}", f"{last[2]} {last[0]}"}:
                yield from readings(other, self._script)

    def _respelled(self, name: str) -> list[tuple[str, str]]:
        """The readings of a name that other languages than English have."""
        return [("general", letters) for letters in respelled(name, self._script)]

    def _sure(self, heard: Heard, text: Sounds) -> float:
        loose = sum(open_edges(heard, text.text, self._script, self._language))
        sure = _certainty(heard, text, loose, self._script, self._language)
        return sure * _BESIDE_A_STRANGER if self._goes_on(heard, text.text) else sure

    def _goes_on(self, heard: Heard, text: str) -> bool:
        """Whether the foreign word in which a name ends goes on with more than a silent letter: Diar in Diarra."""
        piece = self._ends_in(heard, text)
        return (piece is not None and not piece.known and self._left(heard, piece, text) >= _MORE
                and not word_follows(heard, piece, text, self._script, self._language))

    def _to_its_end(self, heard: Heard, text: str) -> int:
        """Where the word ends in which a name ends, if it has but one sound more: บ๋า is no word of บ๋าว."""
        piece = self._ends_in(heard, text)
        whole = piece is not None and heard.start <= piece.start and self._left(heard, piece, text) < _MORE
        return piece.end if piece is not None and whole else heard.end

    def _ends_in(self, heard: Heard, text: str) -> Piece | None:
        return next((p for p in cut(text, self._language) if p.start < heard.end < p.end), None)

    def _left(self, heard: Heard, piece: Piece, text: str) -> int:
        """How many sounds of a piece stand behind a name that ends in it."""
        rest = phones(text[heard.end:piece.end], self._script).symbols
        return sum(not symbol.isupper() for symbol in rest)

    def hear(self, names: Iterable[tuple[str, str]], text: Sounds, whole: bool = False) -> list[Heard | None]:
        """Where each reading (model, letters: words parted by spaces) is heard best, or None where it is not; `whole`:
        the text from end to end."""
        rows = list(names)
        found = zip(rows, self._pairings.align(rows, text, whole))
        return [self._heard(letters, made, text) if made else None for (_, letters), made in found]

    def _heard(self, letters: str, found: Alignment, text: Sounds) -> Heard:
        names = letters.split()
        words = _by_word(found.steps, [len(name) for name in names])
        costs = [self._costs(*word) for word in zip(names, words, _stretches(words, found.first, text))]
        mean, dearest = max(mean for mean, _ in costs), max(dearest for _, dearest in costs)
        start = text.starts[found.first] if found.first < len(text.starts) else 0
        return Heard(start, max(text.ends[found.first:found.stop], default=start), self.likelihood(mean, dearest),
                     found.steps, mean)

    def _costs(self, word: str, steps: Sequence[Step], stretch: str) -> tuple[float, float]:
        """A word's mean cost a letter and its dearest step: none where custom writes it so, much where custom writes
        another name so."""
        mean, dearest = sum(step.excess for step in steps) / (len(word) + _SHORT), _worst_step(steps)
        meant = customary.meant(stretch, self._language)
        if word in meant:
            return 0.0, 0.0
        if meant and dearest >= _DOUBTFUL and not any(_one_name(word, other) for other in meant):
            return max(mean, _THERE), max(dearest, _ANOTHER)
        return mean, dearest

    def likelihood(self, mean: float, dearest: float) -> float:
        """0 to 1, 0.5 where right and wrong are as likely, from the costs of the words that fit least: a letter's
        mean, and the dearest step's."""
        w = self._weights
        odds = w["bias"] + w["mean"] * mean + w["dearest"] * dearest
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def _word_of(name: str, steps: Sequence[Step], which: Step) -> str:
    """The word of a name that a step is in; "" where the name was read by other letters than its own."""
    names = [re.sub("[^a-z]", "", fold(word)) for word in name.split()]
    if "".join(names) != "".join(step.letters for step in steps):
        return ""
    by_word = _by_word(steps, [len(word) for word in names])
    return next((word for word, own in zip(names, by_word) if any(step is which for step in own)), "")


def _most(name: str, heard: Heard) -> float:
    """What all letters but one consonant that is another may cost, each, so that it is a slip."""
    if " " in name:
        return _ELSE_OF_TWO
    plain = max(step.excess for step in heard.steps) >= _OTHER and len(name) >= _MANY
    return _ELSE_OF_LONG if plain else _ELSE


def _one_name(word: str, other: str) -> bool:
    """Whether two words are spellings of one name: Gerrard and Gerard, Daniels and Daniel."""
    return word.startswith(other) or other.startswith(word) or _bare(word) == _bare(other)


def _bare(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", _FREE.sub("", word))


def _stretches(words: Sequence[Sequence[Step]], first: int, text: Sounds) -> list[str]:
    """The stretch of the text that each word is heard in."""
    found = []
    for steps in words:
        stop = first + sum(len(step.sounds) for step in steps)
        found.append(text.text[text.starts[first]:max(text.ends[first:stop])] if stop > first else "")
        first = stop
    return found


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


def _misspelt(whole: Heard, part: Heard, text: str, language: str) -> bool:
    """Whether the whole name stands where a part of it was heard, and on more, with another word nearly right.

    What takes the end of a known word in for its own ("นาย" before a name) has heard no more of the name.
    """
    more = whole.end - whole.start > part.end - part.start
    if not more or whole.end <= part.start or part.end <= whole.start or whole.worst >= _THERE:
        return False
    return not any(p.known and p.start < whole.start < p.end for p in cut(text, language))


def word_follows(heard: Heard, piece: Piece, text: str, of: Script, language: str) -> bool:
    """Whether a name ends in a syllable that no more belongs to, before one of the commonest words: เดคอราห์|มา."""
    known = writing(language)
    closed = text[heard.end - 1] == of.silencer and text[heard.end - 2] not in of.codas
    return known is not None and closed and text[heard.end:piece.end] in known.common


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
    if not over_joints:
        begins |= {heard.end for p in cut(text, language)
                   if p.start < heard.end < p.end and word_follows(heard, p, text, of, language)}
    return (before > 0 and of.is_letter(text[before - 1]) and before not in ends,
            after < len(text) and of.is_letter(text[after]) and after not in begins)


def _certainty(heard: Heard, text: Sounds, loose: int, of: Script, language: str) -> float:
    """How far a match this long is no accident in a text of this length; a place between joints tells more."""
    consonants = sum(1 for step in heard.steps for s in step.sounds if s not in of.vowels and step.excess < _AGREES)
    first = next((i for i, start in enumerate(text.starts) if start >= heard.start), 0)
    after = next((i for i, start in enumerate(text.starts) if start >= heard.end), len(text.starts))
    edges = text.jointed[first] + (after == len(text.starts) or text.jointed[after])
    cut = any(a < heard.start < b or a < heard.end < b for a, b in known_words(text.text, language))
    bits = 2.2 * consonants + 1.5 * edges + (-3.0 if cut else 2.5) - 4.0 * loose
    return 1 / (1 + math.exp(-(bits - math.log2(len(text.symbols) + 1))))


@lru_cache(maxsize=None)
def ear(language: str) -> Ear | None:
    """The ear for a language's script; None for languages that keep a name's letters."""
    of = script(language)
    return Ear(language, of) if of else None
