"""The same fact stated twice in an article: what its headline says and its body repeats.

Where a version changes a figure in one place and has it right in the other, the second place is evidence against the
first. Where it gives one figure of the original in two ways that both pass - converted to 620 km here and to 600 km
there - only the two places together show that something is wrong.
"""
from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..article import Article
from ..facts import Fact
from ..facts.dates import Moment, readings
from ..facts.numbers import Quantity
from ..facts.numbers.compare import compare
from ..finding import Discrepancy, Message, Place, Related
from .figure_matches import Match, Matched
from .figure_pairs import SURE
from .pair import Pair

# How sure it is that two values in one version for one figure of the original are a fault.
INCONSISTENT = 0.6
# Digits that say something from which two equal figures are hardly two facts by accident; with fewer, the sentences
# must share so many words, and so large a share of the shorter one's.
TELLING, ROUND = 3, 2
SHARED, ALIKE = 3, 0.4
# From here on a round figure says enough for its sentences alone to be compared, and not the word behind it.
LARGE = 1000
# A word that stands in a larger share of an article's sentences, or in more of them, says nothing of one fact.
COMMON, OFTEN = 0.15, 4
# Statements of one value that are compared with each other: an article that has more of them lists something.
MOST = 12
_WORD = re.compile(r"[^\W\d_]{2,}")

Again = Mapping[Match, Sequence[Match]]


def stated_again(pair: Pair, beads: Sequence[Matched]) -> Again:
    """The matches whose fact the original states in other sentences too, each with the matches there."""
    by_value: dict[str, list[Match]] = defaultdict(list)
    for found in beads:
        for match in found.matches:
            if _may_repeat(match.original):
                by_value[_value(match.original)].append(match)
    words = _Words(pair.original)
    again: dict[Match, list[Match]] = defaultdict(list)
    for same in by_value.values():
        for match in same[:MOST]:
            again[match] += [m for m in same[:MOST] if m.bead is not match.bead and words.same_fact(match, m)]
    return {match: others for match, others in again.items() if others}


def inconsistent(pair: Pair, again: Again) -> Iterator[Discrepancy]:
    """One finding for each figure of the original that passes in every place, but not in the same way."""
    told: set[Match] = set()
    for match, others in again.items():
        if match in told or not _passes(match):
            continue
        differing = [m for m in others if _passes(m) and _contradict(match, m)]
        if differing:
            told |= {match, *others}
            yield _finding(pair, match, differing)


def _finding(pair: Pair, match: Match, differing: Sequence[Match]) -> Discrepancy:
    """At the last place; the first stands where a headline or lead does, and readers have it from there."""
    *between, odd = sorted(differing, key=lambda m: m.translation.start)
    message = Message("«{original}» is «{first}» in one place and «{second}» in another.", {
        "original": match.original.text, "first": match.translation.text, "second": odd.translation.text})
    read = min(match.translation.confidence, odd.translation.confidence)
    return Discrepancy("number-inconsistent", message, None, _place(odd.translation), INCONSISTENT,
                       {"read": read, "aligned": min(match.bead.score, odd.bead.score)},
                       tuple(Related(_place(m.translation), "variant") for m in (match, *between)))


def _place(fact: Fact) -> Place:
    return Place(fact.start, fact.end, fact.value)


def _passes(match: Match) -> bool:
    """Whether a match raises nothing by itself; a right conversion is a note, and passes."""
    return match.likeness.agrees and (not match.likeness.code or match.likeness.converted)


def _contradict(one: Match, other: Match) -> bool:
    """Whether a version's two figures for one of the original differ in more than their hedge."""
    first, second = one.translation, other.translation
    if first.kind != "number" or second.kind != "number" or first.detail.vague or second.detail.vague:
        return False
    if min(first.confidence, second.confidence) < SURE:
        return False
    # Either may be the finer one: what a headline rounds the body has in full.
    found = compare(first.detail, second.detail), compare(second.detail, first.detail)
    return all(c.relation == "different" and c.code != "bound-changed" for c in found)


def _may_repeat(fact: Fact) -> bool:
    """Whether a figure says enough to be known again: no bare one or two, no ordinal, no "today"."""
    if fact.confidence < SURE:
        return False
    if fact.kind == "date":
        value = readings(fact.detail)[0]
        return not isinstance(value, Moment) or value.day is not None or value.hour is not None
    quantity: Quantity = fact.detail
    return not quantity.vague and quantity.form not in ("ordinal", "multiple", "fraction") and quantity.amount > 2


def _value(fact: Fact) -> str:
    """A figure without its hedge: a headline often has none."""
    return fact.value.lstrip("<>~")


class _Words:
    """What the original's sentences say."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        words = {s.id: frozenset(_WORD.findall(s.text.lower())) for s in article.segments}
        count = Counter(word for sentence in words.values() for word in sentence)
        common = {w for w, n in count.items() if n > max(OFTEN, COMMON * len(words))}
        self._said = {id_: sentence - common for id_, sentence in words.items()}
        self._names = {s.id: frozenset(filter(str.istitle, _WORD.findall(s.text)[1:])) for s in article.segments}

    def same_fact(self, one: Match, other: Match) -> bool:
        """Whether two equal figures are one fact: by their digits, or by what their sentences say."""
        said = _telling(one.original)
        if said >= TELLING:
            return True
        if self._of_others(one, other):
            return False
        first, second = self._around(one), self._around(other)
        shared = len(first & second)
        alike = shared >= SHARED and shared >= ALIKE * min(len(first), len(second))
        return alike and (said >= ROUND or self._next(one) == self._next(other))

    def _of_others(self, one: Match, other: Match) -> bool:
        """Whether both sentences have names and share none: two teams may well have the same score."""
        first, second = self._names[one.bead.original[0]], self._names[other.bead.original[0]]
        return bool(first and second) and not first & second

    def _around(self, match: Match) -> frozenset[str]:
        """The words of a figure's sentence that not every other sentence has."""
        return self._said[match.bead.original[0]]

    def _next(self, match: Match) -> str:
        """The word behind a figure, which mostly says what is counted; a date or a unit has said it already."""
        fact = match.original
        if fact.kind == "date" or fact.detail.units:
            return ""
        found = _WORD.match(self._text, fact.end + 1)
        return found.group().lower() if found else ""


def _telling(fact: Fact) -> int:
    """How many digits of a figure say something: a full date has as many as it takes, a round million one."""
    if fact.kind == "date":
        value = readings(fact.detail)[0]
        return TELLING if isinstance(value, Moment) and None not in (value.year, value.month, value.day) else 0
    amounts = fact.detail.amounts
    digits = sum(len(amount.normalize().as_tuple().digits) for amount in amounts)
    return digits if digits >= TELLING or amounts[0] >= LARGE else 0
