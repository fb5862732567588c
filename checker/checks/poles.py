"""Words that say one of two contrary things: rise and fall, accept and refuse, legal and illegal.

What is contrary to what belongs to no language (`languages/opposites.toml`: axes, each with the values of its poles);
the words of the values are each language's own (its opposites.toml). `words` say a value plainly; `loose` ones may say
it and much besides, so that they answer a word of the same pole but contradict none of another; `alike` only look like
one of these. `[endings]` are what a stem may end in: "accept|er" is every form of the verb that has the endings "er".
"""
from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from .. import languages as _languages
from ..facts.names.lexicon import lowered
from ..facts.names.unspaced import known_words
from ..facts.trie import Words
from ..languages import table
from .denials import GAP, named, pattern

# Letters of a form that may end within a word of the dictionary, which may be cut otherwise.
_LONG = 5

Values = frozenset[str]
Axis = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Pole:
    """A word of a pole, from `start` to `end`: the values it may say, and those that it says plainly."""

    start: int
    end: int
    values: Values
    plain: Values


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words: what each may say and says plainly, how to find them, and those with a gap in them."""

    forms: Mapping[str, tuple[Values, Values]]
    whole: Words
    parted: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=None)
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files(_languages.__name__).joinpath("opposites.toml").read_text("utf-8"))


@lru_cache(maxsize=None)
def axes() -> Mapping[str, Axis]:
    """The axes by name: the values of each pole, two poles or more."""
    return {name: tuple(map(tuple, poles)) for name, poles in _table()["axes"].items()}


def directions() -> frozenset[str]:
    """The axes whose words say in which direction a figure went."""
    return frozenset(_table()["directions"])


@lru_cache(maxsize=None)
def converses() -> frozenset[str]:
    """The axes whose contrary words tell one event from its two sides."""
    return frozenset(_table()["converses"])


@lru_cache(maxsize=None)
def _firm() -> frozenset[str]:
    return frozenset(_table()["firm"])


@lru_cache(maxsize=None)
def sides(values: Values) -> frozenset[tuple[str, int]]:
    """The poles that values are of, each by its axis and number.

    >>> ("change", 0) in sides(frozenset({"rise"})), ("change", 1) in sides(frozenset({"rise"}))
    (True, False)
    """
    return frozenset((name, n) for name, poles in axes().items() for n, pole in enumerate(poles) if values & set(pole))


def same(one: Pole, other: Pole) -> bool:
    """Whether two words may say the same."""
    return bool(sides(one.values) & sides(other.values))


def contrary(one: Pole, other: Pole) -> bool:
    """Whether two words plainly say the contrary of each other, and on no axis the same."""
    ours, theirs = {axis for axis, _ in sides(one.plain)}, {axis for axis, _ in sides(other.plain)}
    return bool(ours & theirs) and not same(one, other)


def at_odds(one: Pole, other: Pole) -> bool:
    """Whether two words may say the contrary of each other, plainly or not, on an axis whose words mean little else.

    >>> here, there = find("Nhà lớn.", "vi"), find("Een klein huis.", "nl")
    >>> contrary(here[0], there[0]), at_odds(here[0], there[0])
    (False, True)
    """
    ours, theirs = {axis for axis, _ in sides(one.values)}, {axis for axis, _ in sides(other.values)}
    return bool(ours & theirs & _firm()) and not same(one, other)


@lru_cache(maxsize=1024)
def find(text: str, language: str) -> tuple[Pole, ...]:
    """The words of poles in a text of normal form, in order; none overlap.

    >>> text = "Sản lượng sụt giảm."
    >>> [(text[p.start:p.end], sorted(p.plain)) for p in find(text, "vi")]
    [('sụt giảm', ['fall'])]
    """
    words = _words(language)
    if words is None:
        return ()
    low = lowered(text).replace("’", "'")
    found: list[Pole] = []
    for start, end, form in sorted(_places(words, low, language), key=lambda place: place[0] - place[1]):
        if not any(p.start < end and start < p.end for p in found):
            found.append(Pole(start, end, *words.forms.get(form, (frozenset(), frozenset()))))
    return tuple(sorted((p for p in found if p.values and not named(text, p.start)), key=lambda p: p.start))


def word(values: Values, language: str) -> str:
    """How a language says what another word says plainly: the first form of its first value; "" for none.

    >>> word(frozenset({"rise"}), "fr")
    'augmenter'
    """
    known = table(language, "opposites").get("words", {})
    forms = [form for value in sorted(values) for form in known.get(value, ())]
    return next(_expanded(forms[0], _endings(language))) if forms else ""


def _places(words: _Words, low: str, language: str) -> Iterator[tuple[int, int, str]]:
    cuts = known_words(low, language)  # nothing in languages that part their words
    for start, end in words.whole.find(low):
        if not any(a < start < b or a < end < b and end - start < _LONG for a, b in cuts):
            yield start, end, re.sub(" +", " ", low[start:end])
    for gapped, form in words.parted:
        yield from ((*match.span(), form) for match in gapped.finditer(low))


@lru_cache(maxsize=None)
def _words(language: str) -> _Words | None:
    data = table(language, "opposites")
    if not data:
        return None
    said: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for plain, part in ((True, "words"), (False, "loose")):
        for value, forms in data.get(part, {}).items():
            for form in _all(forms, _endings(language)):
                said[form][0].add(value)
                said[form][1].update({value} if plain else ())
    for form in data.get("alike", ()):
        said[form] = (set(), set())
    spaced = bool(table(language, "words").get("function"))
    whole = Words((form for form in said if GAP not in form), spaced)
    parted = tuple((re.compile(pattern(form, spaced)), form) for form in said if GAP in form)
    return _Words({form: (frozenset(a), frozenset(b)) for form, (a, b) in said.items()}, whole, parted)


def _endings(language: str) -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = table(language, "opposites").get("endings", {})
    return found


def _all(forms: Iterable[str], endings: Mapping[str, list[str]]) -> Iterator[str]:
    for form in forms:
        yield from _expanded(form, endings)


def _expanded(form: str, endings: Mapping[str, list[str]]) -> Iterator[str]:
    """A form, or all that its stem may end in; `~` in an ending is the stem.

    >>> list(_expanded("accept|er", {"er": ["~er", "~e"]})), list(_expanded("steun|d", {"d": ["~t", "ge~d"]}))
    (['accepter', 'accepte'], ['steunt', 'gesteund'])
    """
    stem, _, kind = form.partition("|")
    yield from (ending.replace("~", stem) for ending in endings[kind]) if kind else (form,)
