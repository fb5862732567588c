"""Templates of dates, read into regular expressions over the symbols of `lexicon`.

A template is a row of class names and slots, with ( ) | and ? as in regular expressions. A slot keeps the value of the
word that fills it. A slot of a second moment has a 2 behind its name (`day2`). The signs - / . , : stand for themselves
between two figures. `<name` and `>name` ask that such a word stands before or after the match, which does not take it
in, `!name` that none stands after it, and `<start` that the sentence begins there. `{name}` puts in a phrase, `{name2}`
the same with second slots.
"""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .figures import TIGHT
from .lexicon import Lexicon
from .slots import FIGURES, SLOTS

# How seldom a sentence that states no date holds such a part.
_SIGN, _SLOT, _YEAR, _WORD, _COMMON, _FIGURE = 4.0, 3.0, 2.5, 2.0, 1.5, 0.5
_COMMON_CLASSES = {
    "after-bound", "and", "at", "back", "bound", "bound-the", "close", "comma", "dash", "dir", "during", "edge", "from",
    "in", "long-preshift", "minutes", "of", "on", "open", "order", "part-of", "part-or-else", "plural", "plural-dir",
    "preshift", "quantity", "recent", "shift", "the", "to"}

_PIECE = re.compile(r"\{(?P<phrase>\w+?)(?P<again>2?)\}|(?P<look>[<>!])?(?P<name>[a-z]\w*(?:-[a-z]\w*)*)"
                    r"|(?P<sign>[-/.,:])|(?P<operator>[()?|])|\s+")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template's regular expression, every symbol that a match can begin with, and symbols of which it holds one."""

    source: str
    first: frozenset[str]
    telling: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a template: its source, what it can begin with, and whether it can be empty.

    `telling` are symbols of which it always holds one, chosen so that most sentences have none: `rarity` is how good a
    choice they are.
    """

    source: str
    first: frozenset[str]
    empty: bool = False
    telling: frozenset[str] = frozenset()
    rarity: float = 0.0


def compiled(template: str, phrases: Mapping[str, str], words: Lexicon) -> Compiled:
    """Compile a template for a lexicon. Raises `ValueError` for what is no template."""
    reader = _Reader(list(_pieces(_expanded(template, phrases))), words)
    part = reader.alternatives()
    if reader.pieces:
        raise ValueError(f"template {template!r}: unbalanced brackets")
    # A figure with separators is one whole: nothing begins or ends in its middle.
    guard = re.escape(TIGHT)
    return Compiled(f"(?<![{guard}])(?:{part.source})(?![{guard}])", part.first, part.telling)


def names_in(template: str) -> set[str]:
    """The class names and slots of a template, without the 2 of second slots and the 3 of third ones."""
    return {p["name"].rstrip("23") for p in _PIECE.finditer(template) if p["name"]} - {"start"}


def _expanded(template: str, phrases: Mapping[str, str], again: str = "") -> str:
    """The template with its phrases put in, and their slots made second ones where `again` is "2"."""
    def put(found: re.Match[str]) -> str:
        phrase = found["phrase"]
        if phrase is not None:
            return "(" + _expanded(phrases[phrase], phrases, found["again"] or again) + ")"
        name = found["name"]
        return name + again if name in SLOTS and not found["look"] else found.group()
    return _PIECE.sub(put, template)


def _pieces(template: str) -> Iterator[re.Match[str]]:
    end = 0
    for piece in _PIECE.finditer(template):
        if piece.start() != end:
            break
        end = piece.end()
        if not piece.group().isspace():
            yield piece
    if end != len(template):
        raise ValueError(f"template {template!r}: nothing is known of {template[end:]!r}")


class _Reader:
    """A reader of one template's pieces, from left to right."""

    def __init__(self, pieces: list[re.Match[str]], words: Lexicon) -> None:
        self.pieces = pieces
        self._words = words
        self._groups = 0

    def alternatives(self) -> _Part:
        """One sequence or several, parted by bars."""
        found = [self._sequence()]
        while self._next_is("|"):
            self.pieces.pop(0)
            found.append(self._sequence())
        first = frozenset[str]().union(*(part.first for part in found))
        telling = frozenset[str]().union(*(part.telling for part in found))
        return _Part("|".join(part.source for part in found), first, any(part.empty for part in found), telling,
                     min(part.rarity for part in found))

    def _sequence(self) -> _Part:
        source, first, empty, best = "", frozenset[str](), True, _Part("", frozenset())
        while self.pieces and not self._next_is("|") and not self._next_is(")"):
            part = self._item()
            if self._next_is("?"):
                self.pieces.pop(0)
                part = _Part(part.source + "?", part.first, True)
            best = max(best, part, key=lambda p: (p.rarity, -len(p.telling)))
            source += part.source
            first |= part.first if empty else frozenset()
            empty = empty and part.empty
        return _Part(source, first, empty, best.telling, best.rarity)

    def _item(self) -> _Part:
        piece = self.pieces.pop(0)
        if piece["operator"] == "(":
            part = self.alternatives()
            if not self._next_is(")"):
                raise ValueError(f"template {piece.string!r}: unbalanced brackets")
            self.pieces.pop(0)
            return replace(part, source=f"(?:{part.source})")
        if piece["sign"]:
            return _Part(re.escape(piece["sign"]), frozenset(piece["sign"]), False, frozenset(piece["sign"]), _SIGN)
        if piece["look"]:
            return self._look(piece["look"], piece["name"])
        if piece["name"] is None:
            raise ValueError(f"template {piece.string!r}: {piece.group()!r} has nothing to belong to")
        return self._name(piece["name"])

    def _next_is(self, operator: str) -> bool:
        return bool(self.pieces) and self.pieces[0]["operator"] == operator

    def _look(self, look: str, name: str) -> _Part:
        """A word beside the match: no part of it, but the sentence must hold it."""
        if name == "start":
            return _Part(r"(?<![\s\S])", frozenset(), True)
        symbols = self._symbols(*SLOTS.get(name, (name,)))
        if look == "!":
            return _Part(f"(?!{_set(symbols)})", frozenset(), True)
        source = f"({'?<=' if look == '<' else '?='}{_set(symbols)})"
        return _Part(source, frozenset(), True, frozenset(symbols), _COMMON if name in _COMMON_CLASSES else _WORD)

    def _name(self, name: str) -> _Part:
        slot = name.rstrip("23")
        if slot not in SLOTS:
            symbols = self._symbols(name)
            rarity = _FIGURE if name in FIGURES else _COMMON if name in _COMMON_CLASSES else _WORD
            return _Part(_set(symbols), frozenset(symbols), False, frozenset(symbols), rarity)
        symbols = self._symbols(*SLOTS[slot])
        source = _set(symbols)
        if slot == "amount":
            figures = self._symbols(*FIGURES)
            source, symbols = f"{source}|{_set(figures)}(?:[.,]{_set(figures)})*", symbols + figures
        self._groups += 1  # a slot may stand in two branches: each has a group of its own
        first = frozenset(symbols)
        return _Part(f"(?P<{name}_{self._groups}>{source})", first, False, first, _rarity(slot))

    def _symbols(self, *kinds: str) -> str:
        return "".join(dict.fromkeys("".join(map(self._words.symbols_of, kinds))))


def _rarity(slot: str) -> float:
    kinds = set(SLOTS[slot])
    if kinds & {"int", "num"}:
        return _FIGURE
    if kinds & _COMMON_CLASSES:
        return _COMMON
    return _YEAR if "year4" in kinds else _SLOT


def _set(symbols: str) -> str:
    return f"[{symbols}]" if symbols else "(?!)"
