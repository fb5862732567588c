"""A Vietnamese name with other marks than its own: Thơ for Thọ, which is another man.

A text may leave the marks of its letters out, all or some (Trần, Trân, Tran). One that is not the name's makes another
name; and one that is missing does where the version writes every other name with all of its marks.
"""
from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from ..facts.names.folding import words
from ..finding import Discrepancy
from . import misspelt
from .mentions import Mention
from .pair import Pair

_WRONG, _LEFT_OUT = 0.8, 0.6
# How many names with all of their marks make it the version's habit.
_HABIT = 3


def find(pair: Pair, mention: Mention) -> Discrepancy | None:
    """The finding for a mention that is written whole, with a mark of another name."""
    written = mention.written
    if not _kept(mention) or written is None:
        return None
    text = pair.translation.text[written.start:written.end]
    wrong, missing = _compared(mention.name.form, text)
    certainty = _WRONG if wrong else _LEFT_OUT if missing and _careful(pair, mention) else 0.0
    return misspelt.finding(pair, mention, (written.start, written.end), certainty, {}) if certainty else None


def _kept(mention: Mention) -> bool:
    """Whether a Vietnamese person is written whole in Latin letters."""
    written, name = mention.written, mention.name
    return (name.type == "person" and not name.foreign and written is not None and not written.partial
            and written.how in ("same", "folded"))


def _compared(form: str, text: str) -> tuple[bool, bool]:
    """Whether a name is written with a mark that is not its own, and whether with some, but not all.

    >>> _compared("Lê Văn Thọ", "Lê Văn Thơ"), _compared("Trần", "Trân"), _compared("Lê Văn Thọ", "Le Van Tho")
    ((True, False), (False, True), (False, False))
    """
    ours, theirs = list(_marks(form)), list(_marks(text))
    if len(ours) != len(theirs):
        return False, False
    wrong = any(b - a for a, b in zip(ours, theirs))
    return wrong, not wrong and any(theirs) and ours != theirs


def _marks(name: str) -> Iterator[Counter[str]]:
    """The marks of each word of a name, wherever in the word they stand: "hoà" is "hòa".

    >>> [sum(marks.values()) for marks in _marks("Lê Đường")]
    [1, 4]
    """
    for word in words(name):
        letters = unicodedata.normalize("NFD", name[word.start:word.end].lower().replace("đ", "d\u0335"))
        yield Counter(c for c in letters if unicodedata.combining(c))


def _careful(pair: Pair, mention: Mention) -> bool:
    """Whether the version writes all other names of marked letters with all of their marks."""
    others = {m.name.form: pair.translation.text[m.written.start:m.written.end] for m in pair.mentions
              if m.written and _kept(m) and m.name.form != mention.name.form and not m.name.form.isascii()}
    return len(others) >= _HABIT and not any(_compared(form, text)[1] for form, text in others.items())
