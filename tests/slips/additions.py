"""A name more: a person beside another, a town or a people beside a noun, a first name, a word stuck to a name."""
from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.facts.names import exonyms, kinds, titles
from checker.facts.names.lexicon import lexicon

from ..sites import COUNTRIES, nouns, peoples, sites
from .line import Slip, Text

_STUCK = {"nl": ("Lang-{}", "Nieuw-{}", "Oost-{}"), "fr": ("Nouveau-{}", "Lang-{}", "Saint-{}"), "th": ("ลาง-{}",)}
_AT = {"nl": " in {}", "fr": " à {}", "th": "ใน{}"}
_OF = {"nl": " van {}", "fr": " de {}", "th": "{}"}
_GIVEN = {"nl": ("Jonas", "Marieke", "Pieter", "Elena"), "fr": ("Julien", "Camille", "Antoine", "Sofia"),
          "th": ("โจนาส", "เอเลนา", "ปีเตอร์", "มาร์โก")}


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """What a slip may put into the line."""
    yield from _beside_names(line, chance)
    yield from _places(line, chance)
    yield from _people(line, chance)


def _beside_names(line: Text, chance: random.Random) -> Iterator[Slip]:
    word, spaced = sorted(lexicon(line.language).ands)[0], lexicon(line.language).capitals
    and_ = f" {word} " if spaced else word
    for site in sites(line.text, line.language):
        if site.sort in ("person", "surname", "place", "country"):
            pool = line.places if site.sort in ("place", "country") else line.persons
            if pool and not re.match(r"['’-]", line.text[site.end:]):
                other = chance.choice(pool)
                yield Slip(f"added-{site.sort}-behind", site.end, site.end, and_ + other)
                yield Slip(f"added-{site.sort}-before", site.start, site.start, other + and_)
        if site.sort in ("person", "place"):
            stuck = chance.choice(_STUCK[line.language]).format(line.text[site.start:site.end])
            yield Slip("added-stuck", site.start, site.end, stuck)
        if site.sort == "surname":
            given = chance.choice(_GIVEN[line.language])
            known = re.search(rf"\w+ {re.escape(site.text)}", line.before)
            yield Slip("added-given-known" if known else "added-given", site.start, site.start, given + " ")


def _places(line: Text, chance: random.Random) -> Iterator[Slip]:
    """A town or a country at the end of the sentence, or behind a title."""
    end = re.search(r"\w(?P<end>[.!?]?)$", line.text)
    where = [("town", line.places), ("country", _countries(line))]
    for sort, pool in where:
        if pool and end and line.language != "th":
            yield Slip(f"added-{sort}-end", end.start() + 1, end.start() + 1,
                       _AT[line.language].format(chance.choice(pool)))
        for title in titles.find(line.text, line.language) if pool else ():
            after = line.text[title.end:]
            if titles.is_office(title) and re.match(r"(?! (?:van|de|du|des)\b)(?:[\s,.]|$)", after):
                yield Slip(f"added-{sort}-office", title.end, title.end, _OF[line.language].format(chance.choice(pool)))


def _countries(line: Text) -> list[str]:
    return [n[0] for c in COUNTRIES if (n := nouns(c, line.language)) and not any(x in line.whole for x in n)
            and peoples(line.language).get(c, ("-",))[0][:5] not in line.whole]


def _people(line: Text, chance: random.Random) -> Iterator[Slip]:
    """A people's adjective beside an office."""
    said = frozenset(i for k in kinds.find(line.text, line.language) for i in k.ids)
    pool = [p[0] for c in COUNTRIES if c not in said and (p := peoples(line.language).get(c))
            and p[0][:5] not in line.whole and not exonyms.identifiers(p[0] + "-")]
    for title in titles.find(line.text, line.language) if pool else ():
        if not titles.is_office(title):
            continue
        if line.language == "nl" and re.search(r"\b[Dd]e $", line.text[:title.start]):
            yield Slip("added-people", title.start, title.start, chance.choice(pool) + "e ")
        elif line.language == "fr" and re.search(r"\b[Ll][ea] $|l[’']$", line.text[:title.start]):
            yield Slip("added-people", title.end, title.end, " " + chance.choice(pool))
        elif line.language == "th":
            yield Slip("added-people", title.end, title.end, chance.choice(pool))
