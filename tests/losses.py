"""Edits of content in a line of a translation: what is lost, put in, left untranslated, or given to another speaker.

Each maker takes a line with what stands around it and yields edits; `tests.losing` chooses, makes and counts them.
Edits whose sort begins with "harmless-" say what was said before, and no finding should be loud there.
"""
from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.facts.names.lexicon import lexicon

from .edits import Edit
from .sites import Site, sites


@dataclass(frozen=True)
class Line:
    """A line of one version, with the same line of all, the next one of this, and what other articles say."""

    number: int
    text: str
    language: str
    versions: Mapping[str, str]
    after: str
    persons: Sequence[Site]
    strange: Sequence[str]


Maker = Callable[[Line, random.Random], Iterator[Edit]]

# Words, or for Thai characters, from which a clause says something.
CLAUSE, CLAUSE_CHARACTERS = 5, 30
# Words of a phrase that is left untranslated.
PHRASE = (4, 9)
# Characters of a sentence that is put in or left out.
SENTENCE = (40, 220)
# Sentences and phrases in English: none is a translation of what stands there.
ENGLISH = (
    "The council will decide on the new budget before the end of the month.",
    "He told reporters that nobody had been injured in the accident.",
    "Police said they were still looking for a witness who saw the car.",
    "The company did not immediately respond to a request for comment.",
    "She has lived in the village since her parents moved there.",
    "We are doing everything we can to find out what happened.",
    "Thousands of people took to the streets to protest against the plans.",
    "The hospital has been under pressure because of a lack of nurses.",
    "They were expected to arrive in the capital later in the evening.",
    "It was the first time that the team had won away from home.",
    "Residents were told to stay indoors until the smoke had cleared.",
    "The minister warned that prices would rise again next winter.",
)
PHRASES = (
    "according to the latest official figures", "in the wake of the scandal", "one of the largest in the country",
    "as soon as the weather allows it", "for the first time since the war", "despite warnings from health officials",
    "after weeks of heavy rain", "because there was no other choice", "in exchange for better working conditions",
    "who had been waiting for hours", "a growing number of young people", "at the end of a long day",
    "which had been closed for repairs", "on behalf of the victims and their families", "the worst drought in decades",
)
# Words that say who speaks, before and after the name.
BEFORE = {
    "nl": ("zei", "zegt", "aldus", "volgens", "verklaarde", "vertelde", "meldde", "stelde", "vindt", "schreef"),
    "fr": ("a déclaré", "a dit", "selon", "affirme", "explique", "a expliqué", "a affirmé", "a ajouté", "dit",
           "d’après", "a indiqué", "déclare", "ajoute"),
    "th": ("ตามที่", "ตามคำกล่าวของ", "จากข้อมูลของ")}
AFTER = {
    "nl": ("zei", "zegt", "verklaarde", "vertelde", "meldde", "stelde", "vindt", "schreef", "voegde"),
    "fr": ("a déclaré", "a dit", "affirme", "explique", "a expliqué", "a affirmé", "a ajouté", "a indiqué", "déclare"),
    "th": ("กล่าว", "บอก", "ระบุ", "เผย", "ให้สัมภาษณ์", "แถลง", "อธิบาย", "เขียน")}
PRONOUN = {"nl": "hij", "fr": "l’intéressé", "th": "เขา"}
JOINED = {"nl": ", en ", "fr": ", et ", "th": " และ"}


def dropped(line: Line, _: random.Random) -> Iterator[Edit]:
    """The line left out."""
    if len(line.text) >= SENTENCE[0]:
        yield Edit(line.number, "sentence-dropped", 0, len(line.text), "")


def added(line: Line, chance: random.Random) -> Iterator[Edit]:
    """A sentence of another article behind the line, a person of this one in its persons' place."""
    told = chance.choice(line.strange)
    own = [s.text for s in line.persons if s.sort == "person"]
    for site in reversed(sites(told, line.language)):
        if site.sort == "person" and own:
            told = told[:site.start] + chance.choice(own) + told[site.end:]
    yield Edit(line.number, "sentence-added", len(line.text), len(line.text), f" {told}")


def left(line: Line, chance: random.Random) -> Iterator[Edit]:
    """The line in another language: the original's, another version's, or English."""
    if len(line.text) < SENTENCE[0]:
        return
    other = chance.choice([code for code in line.versions if code not in (line.language, "vi")])
    yield Edit(line.number, "left-vi", 0, len(line.text), line.versions["vi"])
    yield Edit(line.number, f"left-{other}", 0, len(line.text), line.versions[other])
    yield Edit(line.number, "left-en", 0, len(line.text), chance.choice(ENGLISH))


def phrases(line: Line, chance: random.Random) -> Iterator[Edit]:
    """A phrase in another language: that part of the other version which stands about as far into its sentence."""
    words = _units(line.text, line.language)
    size = chance.randint(*PHRASE)
    if len(words) < size + 4:
        return
    first = chance.randrange(1, len(words) - size)
    start, end = words[first][0], words[first + size - 1][1]
    if any(s.start < end and start < s.end for s in sites(line.text, line.language)):
        return
    for code in (c for c in line.versions if c not in (line.language, "th")):
        theirs = _units(line.versions[code], code)
        at = round(first / len(words) * len(theirs))
        count = max(round(size / len(words) * len(theirs)), PHRASE[0])
        if at + count <= len(theirs):
            told = line.versions[code][theirs[at][0]:theirs[at + count - 1][1]]
            yield Edit(line.number, f"phrase-{code}", start, end, told)
    yield Edit(line.number, "phrase-en", start, end, chance.choice(PHRASES))


def clauses(line: Line, chance: random.Random) -> Iterator[Edit]:
    """A clause left out, or one of another article put in behind the first comma."""
    parts = _clauses(line.text, line.language)
    for start, end in parts:
        yield Edit(line.number, "clause-dropped", start, end, "")
    theirs = [text[a:b] for text in line.strange for a, b in _clauses(text, line.language)[:1]]
    if parts and theirs:
        yield Edit(line.number, "clause-added", parts[0][0], parts[0][0], chance.choice(theirs))


def speakers(line: Line, chance: random.Random) -> Iterator[Edit]:
    """What one person said given to another person of the article; or to a pronoun, which says the same."""
    for site in sites(line.text, line.language):
        if site.sort not in ("person", "surname") or not _speaks(line, site):
            continue
        own = set(site.text.split())
        others = [p.text for p in line.persons if p.sort == site.sort and not own & set(p.text.split())]
        last = {p.text.split()[-1] for p in line.persons if p.sort == "person"}
        if site.sort == "surname":
            others = [o for o in others if o in last] if site.text in last else []
        if others:
            yield Edit(line.number, "speaker-swapped", site.start, site.end, chance.choice(others))
        yield Edit(line.number, "harmless-pronoun", site.start, site.end, PRONOUN[line.language])


def joined(line: Line, _: random.Random) -> Iterator[Edit]:
    """The line and the next one as one sentence; or the line as two."""
    if line.after and line.text.endswith((".", "…")) or line.language == "th" and line.after:
        yield Edit(line.number, "harmless-joined", len(line.text.rstrip(".")), len(line.text), JOINED[line.language])
    for match in re.finditer(rf",? ({'|'.join(sorted(lexicon(line.language).ands))}) ", line.text):
        if lexicon(line.language).capitals and min(match.start(), len(line.text) - match.end()) > SENTENCE[0]:
            new = ". " + line.text[match.end()].upper()
            yield Edit(line.number, "harmless-split", match.start(), match.end() + 1, new)


MAKERS: tuple[Maker, ...] = (dropped, added, left, phrases, clauses, speakers, joined)


def _units(text: str, language: str) -> list[tuple[int, int]]:
    """Where the words of a text stand; of Thai, every six letters."""
    return [m.span() for m in re.finditer(r"\S{1,6}" if language == "th" else r"\S+", text)]


def _clauses(text: str, language: str) -> list[tuple[int, int]]:
    """The parts of a sentence between its pauses, its first excepted: with the pause before it."""
    pause = r" +" if language == "th" else r", "
    at = [m.start() for m in re.finditer(pause, text)] + [len(text.rstrip(".!?”\"» "))]
    parts = [(a, b) for a, b in zip(at, at[1:])
             if (b - a >= CLAUSE_CHARACTERS if language == "th" else len(text[a:b].split()) >= CLAUSE)]
    return [(a, b) for a, b in parts if sum(text[a:b].count(c) for c in "“”\"«»") % 2 == 0]


def _speaks(line: Line, site: Site) -> bool:
    before, after = line.text[:site.start].rstrip().lower(), line.text[site.end:].lstrip().lower()
    return before.endswith(BEFORE[line.language]) or after.startswith(AFTER[line.language])
