"""What bodies work in: "Viện Ung thư Quốc gia", "National Cancer Institute", "Institut du cancer", สถาบันมะเร็ง.

The fields are concepts that all languages share (a language's fields.toml), so that the names of bodies can be compared
word by word where no gazetteer knows them.
"""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...languages import table
from .lexicon import alternatives, edges, lexicon, lowered
from .runs import runs
from .unspaced import known_words

# Words, or characters of a script without spaces, that a name may have before its field.
_WORDS, _LETTERS = 7, 30
# Letters of a form that is known inside a compound.
_LONG = 5
# English names stand in texts of every language.
ENGLISH = "en"

Fields = frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name from `start` to `end` of a text; `fields` are those of each word in it that says one."""

    start: int
    end: int
    text: str
    fields: frozenset[Fields]


@lru_cache(maxsize=1024)
def bodies(text: str, language: str) -> tuple[Body, ...]:
    """The bodies that a text of normal form names by what they work in, in order; none overlap.

    >>> [(b.text, sorted(map(sorted, b.fields))) for b in bodies("de National Cancer Institute", "nl")]
    [('National Cancer Institute', [['cancer']])]
    >>> [b.text for b in bodies("l’Institut national du cancer, à Lyon", "fr")]
    ['Institut national du cancer']
    """
    found = sorted((b for b in (*_english(text), *_headed(text, language)) if b.fields), key=lambda b: b.start)
    merged: list[Body] = []
    for body in found:
        if merged and body.start < merged[-1].end:
            last = merged.pop()
            end = max(last.end, body.end)
            body = Body(last.start, end, text[last.start:end], last.fields | body.fields)
        merged.append(body)
    return tuple(merged)


@lru_cache(maxsize=1024)
def said(text: str, language: str) -> Fields:
    """All fields that a text says anywhere, in its own words or in English, parts of compounds included.

    >>> sorted(said("het kankerinstituut", "nl"))
    ['cancer']
    """
    low = lowered(text)
    return frozenset(f for known in {language, ENGLISH} for form, fields in _forms(known).items()
                     if _stands(form, low, known) for f in fields)


def _stands(form: str, low: str, language: str) -> bool:
    if form not in low:
        return False
    inside = len(form) >= _LONG or not lexicon(language).capitals
    return inside or re.search(rf"(?<!\w){re.escape(form)}(?!\w)", low) is not None


def _english(text: str) -> Iterator[Body]:
    """Runs of capitals with an English word of kind in them."""
    heads = frozenset(table(ENGLISH, "fields")["heads"])
    for run in runs(text, ENGLISH):
        if any(lowered(t.text) in heads for t in run):
            start, end = run[0].start, run[-1].end
            stated = frozenset(f for *_, f in _places(text, start, end, ENGLISH, small=False))
            yield Body(start, end, text[start:end], stated)


def _headed(text: str, language: str) -> Iterator[Body]:
    """A word of kind and what it is of behind it; in some languages both may be without a capital."""
    data = table(language, "fields")
    if not data or language == ENGLISH:
        return
    small = data.get("small", not lexicon(language).capitals)
    for match in _heads(language).finditer(lowered(text)):
        rest = _rest(language).match(text, match.end())
        if rest and (small or text[match.start()].isupper()):
            places = list(_places(text, *rest.span(), language, small))
            end = max((b for _, b, _ in places), default=match.end())
            yield Body(match.start(), end, text[match.start():end], frozenset(f for *_, f in places))


def _places(text: str, start: int, end: int, language: str, small: bool) -> Iterator[tuple[int, int, Fields]]:
    """The words that say a field between two places, the longest first; `small`: those without a capital, too."""
    cuts = [w for w in known_words(text, language) if w[0] >= start]  # the word of kind may be one with its field
    for match in _pattern(language).finditer(lowered(text), start, end):
        first, last = match.span()
        whole = not any(a < first < b or a < last < b for a, b in cuts)
        if whole and (small or text[first].isupper()):
            yield first, last, _forms(language)[match.group()]


@lru_cache(maxsize=None)
def _forms(language: str) -> dict[str, Fields]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for field, forms in table(language, "fields").get("fields", {}).items():
        for form in forms:
            found[form].add(field)
    return {form: frozenset(fields) for form, fields in found.items()}


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str]:
    return _whole(list(_forms(language)), language)


@lru_cache(maxsize=None)
def _heads(language: str) -> re.Pattern[str]:
    return _whole(table(language, "fields")["heads"], language)


def _whole(forms: list[str], language: str) -> re.Pattern[str]:
    return re.compile(alternatives(forms).join(edges(language)))


@lru_cache(maxsize=None)
def _rest(language: str) -> re.Pattern[str]:
    """As much of a name as may follow its first word: no punctuation; where words are written together, no space."""
    if lexicon(language).capitals:
        return re.compile(rf"(?:[ \u00a0][^\s,.;:!?()\"«»“”]+){{0,{_WORDS}}}")
    return re.compile(rf"[^\s,.;:!?()\"“”A-Za-z]{{0,{_LETTERS}}}")
