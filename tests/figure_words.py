"""The words of a line that the tables of numbers and dates know, and what each may be exchanged for or written as.

Looked for as plain text, whatever the extractors make of them: a word of the tables that stands for a figure, and that
no extractor takes, is a hole which no list of extracted figures shows.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from checker import languages
from checker.facts import figures
from checker.facts.trie import Words

# What a bound, a unit, a part of the day becomes. Other words become any other of their table.
OTHERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "bound": {"more": ("less",), "atleast": ("atmost",), "less": ("more",), "atmost": ("atleast",), "nearly": ("more",),
              "about": ("more", "less")},
    "unit": {"USD": ("EUR",), "EUR": ("USD",), "GBP": ("EUR",), "JPY": ("EUR",), "CNY": ("EUR",), "VND": ("USD",),
             "THB": ("USD",), "USD AUD CAD SGD HKD NZD TWD": ("EUR",), "GBP lb EGP": ("EUR",), "km": ("m", "mi"),
             "m": ("km", "cm"), "cm": ("m", "mm"), "mm": ("cm",), "mi": ("m",), "ft": ("km",), "in": ("m",),
             "ha": ("km2", "m2"), "km2": ("m2", "ha"), "m2": ("km2",), "kg": ("g", "t"), "g": ("kg",), "t": ("kg",),
             "L": ("mL", "m3"), "m3": ("L",), "bbl": ("L",), "km/h": ("m/s",), "mph": ("m/s",), "°C": ("°F",),
             "%": ("pp",), "pp": ("%",)},
    "length-unit": {"century": ("decade", "year"), "decade": ("year", "century"), "year": ("month", "decade"),
                    "quarter": ("month",), "month": ("week", "year"), "week": ("day", "month"), "day": ("week", "hour"),
                    "hour": ("minute", "day"), "minute": ("second", "hour"), "second": ("minute",)},
    "part": {"morning": ("evening", "afternoon"), "noon": ("night",), "afternoon": ("morning", "night"),
             "evening": ("morning",), "night": ("afternoon",)},
    "every": {"hour": ("day",), "day": ("week", "year"), "week": ("month",), "month": ("week", "year"),
              "quarter": ("month",), "year": ("month", "quarter")},
}
# Sort of edit: the sections of the two tables whose words are of it.
SECTIONS: Mapping[str, Sequence[str]] = {
    "number-word": ("numbers words.plain",), "magnitude": ("numbers words.times", "numbers words.short"),
    "ordinal": ("numbers words.ordinal",), "fraction": ("numbers words.part", "numbers words.whole"),
    "group": ("numbers words.about", "numbers words.vague", "numbers words.vague_alone"),
    "multiple": ("numbers multiples",), "unit": ("numbers units", "numbers units_shared"),
    "bound": ("numbers bounds.before",), "trailing-bound": ("numbers bounds.trailing",),
    "month": ("dates lexicon.month",), "weekday": ("dates lexicon.weekday",),
    "weekday-part": ("dates lexicon.weekdaypart",), "part": ("dates lexicon.part", "dates lexicon.part-or-else"),
    "season": ("dates lexicon.season",), "holiday": ("dates lexicon.holiday",),
    "shift": ("dates lexicon.shift", "dates lexicon.preshift"), "relative": ("dates lexicon.rel",),
    "edge": ("dates lexicon.edge",), "direction": ("dates lexicon.dir", "dates lexicon.back"),
    "length-unit": ("dates lexicon.unit",), "length": ("dates lexicon.length", "dates lexicon.quantity"),
    "every": ("dates lexicon.every",),
}
# Words that are mostly something else, or of which an exchange says nothing: articles, "of", "in".
SHORTEST = {"nl": 3, "fr": 3, "th": 2}


@dataclass(frozen=True)
class WordSite:
    """A word of the tables: where, its sort, its value there, and whether an extractor took it for a figure."""

    sort: str
    start: int
    end: int
    text: str
    value: str
    read: bool


def found(text: str, language: str) -> Iterator[WordSite]:
    """The words of the tables in a line, sort by sort; of one sort none overlap."""
    facts = figures(text, language)
    lowered = text.lower()
    for sort in SECTIONS:
        spellings, words = _sought(sort, language)
        for start, end in words.find(lowered):
            read = any(f.start < end and start < f.end for f in facts)
            key = " ".join(lowered[start:end].split())
            yield WordSite(sort, start, end, text[start:end], spellings[key], read)


def exchanged(site: WordSite, language: str) -> list[str]:
    """The words of its sort that say something else, in the form of the site's own where the table has such."""
    table = _values(site.sort, language)
    known = OTHERS.get(site.sort)
    if site.sort in ("direction", "shift", "relative", "edge"):
        wanted = [v for v in table if _side(v) != _side(site.value) and v[-1:].isalpha() == site.value[-1:].isalpha()]
    elif known is not None:
        wanted = [v for v in known.get(site.value, ()) if v in table]
    else:
        wanted = [v for v in table if v != site.value and "?" not in v]
    place = [s.lower() for s in table[site.value]].index(" ".join(site.text.lower().split()))
    return [_cased(_alike(table[value], place, site.text), site.text) for value in wanted]


def synonyms(site: WordSite, language: str) -> list[str]:
    """The other spellings of the site's value, with the little word at its end if it has one."""
    last = site.text.lower().split()[-1]
    return [_cased(s, site.text) for s in _values(site.sort, language)[site.value]
            if s.lower() != site.text.lower() and (" " not in site.text or s.lower().split()[-1] == last)]


def _side(value: str) -> str:
    """The direction of a distance, or what of a named day differs from another: "-1" of "-1e"."""
    return value.rstrip("aet")


def _alike(spellings: Sequence[str], place: int, written: str) -> str:
    """The spelling that ends as the written one does ("plus de", "moins de"), or that stands in its place."""
    ending = written.lower().split()[-1] if " " in written else None
    for spelling in spellings:
        if ending and spelling.split()[-1] == ending:
            return spelling
    return spellings[min(place, len(spellings) - 1)]


def _cased(new: str, old: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


@lru_cache(maxsize=None)
def _values(sort: str, language: str) -> Mapping[str, Sequence[str]]:
    """The spellings of each value of a sort."""
    merged: dict[str, list[str]] = {}
    for where in SECTIONS[sort]:
        file, _, path = where.partition(" ")
        section: Any = languages.table(language, file)
        for key in path.split("."):
            section = section.get(key, {})
        for value, spellings in section.items():
            if not value.endswith("?") and value != "?":
                merged.setdefault(value, []).extend(spellings)
    return merged


@lru_cache(maxsize=None)
def _sought(sort: str, language: str) -> tuple[Mapping[str, str], Words]:
    """The value of each spelling of a sort, and what finds them in a text in lower case."""
    spellings = {s.lower(): value for value, known in _values(sort, language).items() for s in known
                 if len(s) >= SHORTEST[language]}
    return spellings, Words(spellings, whole=language != "th")
