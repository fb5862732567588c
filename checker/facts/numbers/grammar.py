"""How number words and figures make a number: the arithmetic that all languages share.

Parts are kept on a stack. A word that adds must fit under the last part (thirty takes nine, not twelve); a word that
multiplies takes all parts smaller than itself (hai | nghìn | tỷ is 2 x 1000 x 10^9; three million | two | hundred |
thousand leaves the million alone). What does not fit ends the number, and may begin the next one.
"""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from .lexicon import Word
from .separators import Literal, step_of, tidy

_ANY = Decimal("Infinity")
_THOUSAND = Decimal(1000)
# The roles of a word in the order in which they are tried; each is a method of `_Sum`.
_ORDER = ("point", "half", "part", "times", "short", "plain", "inside", "article", "ordinal", "whole", "link", "some")


class Token(NamedTuple):
    """A piece of a run: a number word or a figure, at `start` to `end` of the text."""

    start: int
    end: int
    word: Word | None = None
    literal: Literal | None = None


class Reading(NamedTuple):
    """A number made of the first `length` tokens; `step` is the place of its last digit."""

    length: int
    value: Decimal
    step: Decimal
    vague: bool = False
    approximate: bool = False
    ordinal: bool = False
    fraction: bool = False
    magnitude: Decimal = Decimal(1)


@dataclass(slots=True)
class _Part:
    value: Decimal
    room: Decimal
    step: Decimal
    times: Decimal = Decimal(0)
    figure: bool = False
    magnitude: Decimal = Decimal(1)
    before: int = 0  # where the number would end without this part


def read(tokens: Sequence[Token], rooms: Mapping[Decimal, Decimal], lone: bool = False) -> Reading | None:
    """The longest number that `tokens` begin with; None where they begin with none.

    `rooms` are the table's exceptions to what may be added to a word; `lone` says that the text before allows a
    multiplier without a coefficient ("more than a | hundred").
    """
    if len(tokens) == 1 and (figure := tokens[0].literal):  # as most numbers are
        return Reading(1, figure.value, figure.step)
    sum_ = _Sum(tokens, rooms, lone)
    for index in range(len(tokens)):
        if not sum_.take(index):
            break
    return sum_.reading()


class _Sum:
    """The stack, and what was said of the number while it was read."""

    def __init__(self, tokens: Sequence[Token], rooms: Mapping[Decimal, Decimal], lone: bool) -> None:
        self.tokens, self.rooms, self.lone = tokens, rooms, lone
        self.parts: list[_Part] = []
        self.end = 0  # tokens that belong to the number
        self.until = 0  # tokens already read as another's decimals
        self.closed = False
        self.some = self.vague = self.approximate = self.ordinal = self.fraction = False

    def take(self, index: int) -> bool:
        """Read one more token; false when it does not belong to the number."""
        if index < self.until:
            return True
        token = self.tokens[index]
        if self.closed and not (self.fraction and token.word and "times" in token.word.roles):
            return False
        if token.literal:
            return self._figure(index, token.literal)
        assert token.word is not None
        roles = token.word.roles
        for role in _ORDER:
            if role in roles and self._as(role, index, token.word):
                return True
        return False

    def _as(self, role: str, index: int, word: Word) -> bool:
        """Read a word in one of its roles, if it fits there."""
        take: Callable[[int, Word], bool] = getattr(self, f"_{role}")
        return take(index, word)

    def reading(self) -> Reading | None:
        """What has been read, if it is a number."""
        if not self.parts:
            return None
        value = sum((part.value for part in self.parts), Decimal(0))
        return Reading(self.end, tidy(value), self.parts[-1].step, self.vague, self.approximate, self.ordinal,
                       self.fraction, self._magnitude())

    def _magnitude(self) -> Decimal:
        """What the whole number was multiplied by, at the end: 10^9 in "12,5 tỷ"."""
        return self.parts[0].magnitude if len(self.parts) == 1 else Decimal(1)

    def _push(self, index: int, part: _Part) -> bool:
        part.before = self.end
        self.parts.append(part)
        self.end = index + 1
        return True

    def _fits(self, value: Decimal) -> bool:
        return not self.parts or (value < self.parts[-1].room and not self.parts[-1].figure)

    def _tens(self) -> bool:
        """Whether the last part is a ten."""
        return bool(self.parts) and self.parts[-1].room == 10

    def _figure(self, index: int, literal: Literal) -> bool:
        if self.parts:
            top, after = self.parts[-1], self._word(index + 1)
            grouped_under = top.times > _THOUSAND and literal.value >= _THOUSAND
            if not (top.times >= _THOUSAND and literal.value < top.room
                    and (grouped_under or (after and "times" in after.roles and after.value < top.times))):
                return False
        return self._push(index, _Part(literal.value, Decimal(0), literal.step, figure=True))

    def _word(self, index: int) -> Word | None:
        return self.tokens[index].word if index < len(self.tokens) else None

    def _plain(self, index: int, word: Word) -> bool:
        if self.some or not self._fits(word.value) or self._is_other_word(index, word):
            return False
        step = step_of(word.value)
        # What may be added to a plain word is less than its last digit that is not nought.
        return self._push(index, _Part(word.value, self.rooms.get(word.value, step), step))

    def _is_other_word(self, index: int, word: Word) -> bool:
        """Whether a word after another is none of its number: "mười năm" is ten years, "năm không" a year without."""
        if not self.parts or (after := self._word(index + 1)) and "times" in after.roles:
            return False
        ends = self._tens() or bool(self.parts[-1].times) and self.end == index
        return not word.value or word.not_after_tens and ends

    _article = _plain

    def _inside(self, index: int, word: Word) -> bool:
        return bool(self.parts) and self._plain(index, word)

    def _ordinal(self, index: int, word: Word) -> bool:
        if self.some or not self._fits(word.value) or self._is_other_word(index, word):
            return False
        self.closed = self.ordinal = True
        return self._push(index, _Part(word.value, Decimal(0), Decimal(1)))

    def _whole(self, index: int, word: Word) -> bool:
        if self.parts or self.some:
            return False
        self.fraction = word.value < 1
        return self._push(index, _Part(word.value, Decimal(0), Decimal(0)))

    def _link(self, index: int, word: Word) -> bool:
        return bool(self.parts)  # belongs to the number only if something follows: `end` stays

    def _some(self, index: int, word: Word) -> bool:
        self.some = not self.parts and bool((after := self._word(index + 1)) and "times" in after.roles)
        return self.some

    def _half(self, index: int, word: Word) -> bool:
        if not self.parts:
            return False
        half = (self.parts[-1].times or 1) / Decimal(2)
        return self._push(index, _Part(half, Decimal(0), half))

    def _part(self, index: int, word: Word) -> bool:
        if not self.parts and self.lone:  # "nog geen | derde"
            self.closed = self.fraction = True
            return self._push(index, _Part(1 / word.value, Decimal(0), Decimal(0)))
        whole = sum((part.value for part in self.parts), Decimal(0))
        if len(self.parts) != 1 or not 0 < whole < word.value:
            return False
        self.closed = self.fraction = True
        self.parts[0].value, self.parts[0].step = whole / word.value, Decimal(0)
        self.end = index + 1
        return True

    def _point(self, index: int, word: Word) -> bool:
        digits = ""
        for token in self.tokens[index + 1:]:
            value = token.literal.value if token.literal else token.word.value if token.word and token.word.roles & {
                "plain", "article", "inside"} else None
            if value is None or value != int(value) or (digits and (value > 9 or len(digits) > 5)):
                break
            digits += str(int(value))
        if not self.parts or not digits or self.parts[-1].times:
            return False
        top = self.parts[-1]
        top.value += Decimal("0." + digits)
        top.room, top.step = Decimal(0), Decimal(1).scaleb(-len(digits))
        self.end = self.until = index + 1 + self._read_as(index + 1, digits)
        return True

    def _read_as(self, first: int, digits: str) -> int:
        """How many tokens from `first` made `digits`."""
        made, count = "", 0
        while made != digits:
            token = self.tokens[first + count]
            made += str(int(token.literal.value if token.literal else token.word.value))  # type: ignore[union-attr]
            count += 1
        return count

    def _short(self, index: int, word: Word) -> bool:
        return bool(self.parts) and self.parts[-1].figure and self._times(index, word)

    def _times(self, index: int, word: Word) -> bool:
        if index > self.end and self.parts:  # "hundreds and | thousands" are two numbers
            return False
        taken: list[_Part] = []
        while self.parts and self._multiplies(self.parts[-1], word):
            taken.insert(0, self.parts.pop())
        room = self.parts[-1].room if self.parts else _ANY
        if not taken:
            return self._bare(index, word, room)
        product = sum((part.value for part in taken), Decimal(0)) * word.value
        if product >= room:  # what was taken begins the next number
            self.end = taken[0].before
            return False
        self._mark(word, coefficient=True)
        before, magnitude = taken[0].before, taken[0].magnitude if len(taken) == 1 else Decimal(1)
        self._push(index, _Part(product, word.value, taken[-1].step * word.value, word.value,
                                magnitude=magnitude * word.value))
        self.parts[-1].before = before
        return True

    @staticmethod
    def _multiplies(part: _Part, word: Word) -> bool:
        """Whether a part is multiplied by a word: "không trăm" is no hundreds, but no figure is 0 million."""
        return part.value < word.value and (part.value > 0 or not part.figure)

    def _bare(self, index: int, word: Word, room: Decimal) -> bool:
        """A multiplier without a coefficient: a thousand and one, hàng | trăm."""
        if not (self.some or word.alone or self.lone) or word.value >= room or "short" in word.roles:
            return False
        self._mark(word, coefficient=False)
        self.some = False
        return self._push(index, _Part(word.value, word.value, word.value, word.value))

    def _mark(self, word: Word, coefficient: bool) -> None:
        self.vague |= self.some or word.vague == "always" or (word.vague == "alone" and not coefficient)
        self.approximate |= word.approximate
