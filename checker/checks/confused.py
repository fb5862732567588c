"""One person of the article named where another should be: "Black said" where Daley did.

Both are named elsewhere, so that no word of the translation is strange. What tells it is the count: a sentence names
one person once less than the original does, and one of the article's other persons once more.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..article import Bead
from ..facts.names import exonyms
from ..finding import Discrepancy, Message, Place
from ..normal import Normal
from . import suggested
from .mentions import PLAIN, Mention, occurrences, renderings, stretch
from .pair import Pair

_CERTAIN = 0.6
# Letters of a name that no other word is likely to be.
_LONG = 3

Span = tuple[int, int]


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each sentence in which one person took the place of another."""
    if pair.alignment.relation != "translation":
        return
    persons = _persons(pair)
    for bead, mentions in pair.mentions.by_bead.items() if len(persons) > 1 else ():
        text = stretch(pair.translation, bead.translation)
        said = Counter(persons[m.name.form] for m in mentions if m.name.form in persons)
        lost = [m for m in mentions if m.name.form in persons and not m.near
                and len(_places(pair, m, text)) == said[persons[m.name.form]] - 1]
        gained = _gained(pair, bead, text, persons, said) if lost else []
        if len({persons[m.name.form] for m in lost}) == 1 == len(gained):
            yield _finding(pair, bead, _nearest(pair, lost, gained[0][1]), *gained[0])


def _persons(pair: Pair) -> Mapping[str, str]:
    """The article's persons: every form of a name, and the longest that it is short for."""
    forms = [form for form, found in pair.mentions.by_form.items() if _is_person(found[0])]
    return {form: max((o for o in forms if set(form.split()) <= set(o.split())), key=len) for form in forms
            if len({o for o in forms if set(form.split()) < set(o.split())}) < 2}


def _is_person(mention: Mention) -> bool:
    name = mention.name
    return name.type in ("person", "name") and name.foreign and len(name.form) >= _LONG and not (
        exonyms.identifiers(name.form))


def _places(pair: Pair, mention: Mention, text: Normal) -> list[Span]:
    """Where a text writes a name, or what only nearly is it; not within the longer name of somebody else."""
    owned = [(m.written.start, m.written.end) for m in pair.mentions.by_bead[mention.bead]
             if m.written and len(m.name.words) > len(mention.name.words)
             and not set(mention.name.words) <= set(m.name.words)]
    found = [(w.start, w.end) for w in renderings(mention.fact, text, pair.translation.language)]
    return [s for s in found if not any(a <= s[0] and s[1] <= b for a, b in owned)]


def _gained(pair: Pair, bead: Bead, text: Normal, persons: Mapping[str, str],
            said: Mapping[str, int]) -> list[tuple[str, Span]]:
    """The persons whom the translation names once more than the original, and where."""
    source = stretch(pair.original, bead.original).text
    gained: dict[str, tuple[str, Span]] = {}
    for person in dict.fromkeys(persons.values()):
        forms = [f for f, whole in persons.items() if whole == person]
        there = _distinct([text.span(*s) for f in forms for t in _usual(pair, f) for s in occurrences(text.text, t)])
        words = {w for f in forms for w in f.split()}
        here = max([said[person], *(source.count(w) for w in words)])
        if len(there) == here + 1:
            gained[person] = person, there[-1]
    return list(gained.values())


def _usual(pair: Pair, form: str) -> set[str]:
    """What the version writes for a name, in full and in short."""
    written = (m.written for m in pair.mentions.by_form[form] if m.written)
    whole = {pair.translation.text[w.start:w.end] for w in written if w.score >= PLAIN and not w.partial}
    return whole | {t.split()[-1] for t in whole if len(t.split()) == len(form.split()) and len(t.split()[-1]) >= _LONG}


def _distinct(spans: Sequence[Span]) -> list[Span]:
    """The longest of the spans that overlap, in order."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(span[1] <= a or b <= span[0] for a, b in kept):
            kept.append(span)
    return sorted(kept)


def _nearest(pair: Pair, lost: Sequence[Mention], there: Span) -> Mention:
    """Of several mentions of a person the one most strongly linked to the other's name."""
    links = pair.links(lost[0].bead)
    return max(lost, key=lambda m: links.strength((m.fact.start, m.fact.end), there))


def _finding(pair: Pair, bead: Bead, mention: Mention, other: str, there: Span) -> Discrepancy:
    fact = mention.fact
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": other})
    return Discrepancy("name-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(*there, f"person:{other}"), _CERTAIN, {"aligned": bead.score},
                       suggestion=suggested.rendering(pair, mention.name.form, mention.name.type))
