"""Whether a stretch of text is a rendering of a name, and where in a sentence a name is rendered.

Evidence of several kinds is asked in turn: the same letters (`spelled`), what the name is called there (`exonyms`),
its sound in another script (`sound`), its letters (`acronyms`), its parts translated one by one. Scores are 0 to 1;
0.5 is where a rendering and something else are as likely.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from . import acronyms, exonyms, kinds, readings, sound, spelled
from .folding import fold, words
from .lexicon import lexicon
from .phrases import phrases
from .pieces import pieces
from .spelled import HEARD, Text

How = Literal["same", "folded", "exonym", "sound", "acronym", "translated", "near", "none"]
# What each kind of evidence is worth where nothing contradicts it.
_EXONYM, _READING, _ACRONYM, _INITIALS = 0.97, 0.9, 0.9, 0.7
# A surname or given name alone; with a stranger's name where the rest should be; words of one name among others.
_PART, _AGAINST, _OTHER_PART = 0.8, 0.45, 0.75
_NEARLY = 0.49
# Pieces of a translated name stand within so many characters of each other.
_REACH = 60
# An acronym that can be said as a word: it has vowels, and no three consonants together.
_SAYABLE = re.compile(r"(?=.*[AEIOUY])(?!.*[^AEIOUY]{3})[A-Z]{3,8}")
# Letters of a name from which it is no accident at the head of a compound.
_LONG = 5
# Letters up to which a name is too short to be known at the head of a compound, whatever the compound ends in.
_SHORT = 3
# How far about a hint a name is listened for.
_ABOUT = 10


@dataclass(frozen=True, slots=True)
class Match:
    """How far a candidate is a rendering of a name.

    `how`: "same" letters; "folded", but for case, accents, hyphens, endings, order; "exonym", a known name of it;
    "sound", transliterated; "acronym", for its expansion or the reverse; "translated", part by part; "near", almost:
    a letter or sound is off, and the score below 0.5; "none". `partial`: only part of the name is rendered (a surname,
    a city without its university).
    """

    score: float
    how: How
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place of a text, `start` to `end`, where a name is rendered; the rest as in `Match`."""

    start: int
    end: int
    score: float
    how: How
    partial: bool = False


def score(name: str, candidate: str, language: str, type: str | None = None) -> Match:
    """How far `candidate`, a stretch of `language`, renders `name`; `type` is what the name names, where known.

    What stands in the candidate besides the rendering counts against it.

    >>> score("Trần Sỹ Thanh", "Tran Sy Thanh", "nl"), score("Bắc Kinh", "Pékin", "fr").how
    (Match(score=1.0, how='folded', partial=False), 'exonym')
    >>> score("Luke Armitage", "Luke Armstrong", "nl").score < 0.5 < score("Putin", "Poutine", "fr").score
    True
    """
    best = Match(0.0, "none")
    for found in find(name, candidate, language, type=type):
        covered = len(fold(candidate[found.start:found.end])) / max(1, len(fold(candidate)))
        value = found.score * min(1.0, covered + (0.1 if found.partial else 0.2))
        if value > best.score:
            best = Match(round(value, 3), found.how, found.partial)
    return best


def find(name: str, text: str, language: str, hint: tuple[int, int] | None = None,
         type: str | None = None) -> tuple[Found, ...]:
    """The places of `text` where `name` is rendered, best first; none overlaps a better one.

    `hint` is where other evidence (word links) expects it: of equal places it names the better one.

    >>> [(f.how, f.score) for f in find("Ivanov", "les choix d’Ivanov", "fr")]
    [('same', 1.0)]
    """
    places = _places(name, text, language, type)
    if hint:
        places = _best([*places, *_hinted(name, text, language, hint, type)])
        places.sort(key=lambda f: (-round(f.score, 1), f.end <= hint[0] or hint[1] <= f.start, -f.score))
    return tuple(places)


def _hinted(name: str, text: str, language: str, hint: tuple[int, int], type: str | None) -> Iterator[Found]:
    """The places by sound about the hint: a short name is no accident where it is expected."""
    ear = sound.ear(language)
    if ear:
        start = max(0, hint[0] - _ABOUT)
        for found in _heard(name, text[start:hint[1] + _ABOUT], ear, type):
            if found.start + start < hint[1] and hint[0] < found.end + start:
                yield replace(found, start=found.start + start, end=found.end + start)


@lru_cache(maxsize=8192)
def _places(name: str, text: str, language: str, type: str | None) -> list[Found]:
    found = _simple(name, text, language, type)
    if max((f.score for f in found if not f.partial), default=0.0) < _EXONYM:
        found += _translated(name, text, language, type)
    return _best(_elsewhere(found, name, text, language, type))


def _elsewhere(found: list[Found], name: str, text: str, language: str, type: str | None) -> list[Found]:
    """The places that are no part of another country's or body's name: the Korea of "Corée du Sud" is not the North."""
    others = [*_other_countries(name, text, language, type), *_other_bodies(name, text, language)] if found else []
    return [f for f in found if not any(
        start <= f.start and f.end <= end and end - start > f.end - f.start for start, end in others)]


def _other_countries(name: str, text: str, language: str, type: str | None) -> Iterator[tuple[int, int]]:
    own = kinds.identifiers(name, type)
    if kinds.COUNTRY in kinds.kinds_of(own):
        yield from ((k.start, k.end) for k in kinds.find(text, language)
                    if kinds.COUNTRY in kinds.kinds_of(k.ids) and not kinds.same(own, k.ids))


def _other_bodies(name: str, text: str, language: str) -> Iterator[tuple[int, int]]:
    own = {i for i in exonyms.identifiers(name) if i.startswith("organisation:")}
    if own and lexicon(language).capitals:
        for start, end, _ in phrases(text, language, capitals=True):
            if not kinds.same(_bare(own), _bare(exonyms.identifiers(text[start:end]))):
                yield start, end


def _bare(identifiers: Iterable[str]) -> frozenset[str]:
    """Identifiers without their section."""
    return frozenset(i.partition(":")[2] for i in identifiers)


def _best(found: Iterable[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (-f.score, f.start, -f.end)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return kept


def _simple(name: str, text: str, language: str, type: str | None, of_body: bool = False) -> list[Found]:
    """Renderings of the name as a whole, or of its words; what is dear to ask is asked when the rest found nothing.

    `of_body`: the name is but a part of a body's.
    """
    index = spelled.index(text)
    found = [*_spelled(name, index, language, type), *_compounded(name, text, language, type),
             *_exonyms(name, index, language, type), *_acronyms(name, index, language)]
    ear = sound.ear(language)
    if ear and acronyms.is_acronym(name):
        found += _said_as_word(name, text, ear)
    elif ear and not any(f.score >= HEARD and f.how == "exonym" for f in found):
        found += _heard(name, text, ear, type)
    if not exonyms.identifiers(name, type) and not any(f.score >= HEARD and not f.partial for f in found):
        translated = of_body or type == "organisation"
        found += _read_in_chinese(name, text, None if translated else ear)
    return found


def _spelled(name: str, text: Text, language: str, type: str | None) -> Iterator[Found]:
    for place in spelled.find(name, text, language):
        # Ý is Italy, and y a French word.
        if len(name) <= 2 and text.text[place.start:place.end] != name:
            continue
        if place.level < spelled.BENT and acronyms.is_acronym(name):
            continue  # letters that sound alike are another's: IPPC for IPCC
        yield Found(place.start, place.end, *_judged(place, name, text, type))


def _compounded(name: str, text: str, language: str, type: str | None) -> Iterator[Found]:
    """Where a name begins a compound: "Hi-Fishow" of Hi-Fi, "Capitoolpolitie", "brexitakkoord".

    A name of one word, or what it is called, is known there by what follows: a word that compounds end in.
    """
    if not lexicon(language).compounds:
        return
    if "-" in name and len(name) >= _LONG:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}[^\W\d_]{{3,}}", text):
            yield Found(*match.span(), spelled.BENT, "folded")
    ends, forms = _compound_ends(language), [name, *exonyms.renderings(name, language, type)]
    for form in dict.fromkeys(fold(f) for f in forms if len(f) > _SHORT and f.isalpha()):
        for word in spelled.index(text).words:
            if word.fold.startswith(form) and ends.fullmatch(word.fold, len(form)):
                yield Found(word.start, word.end, spelled.BENT, "folded")


def compound_head(word: str, language: str) -> str:
    """What stands in a folded compound before its last word; the whole of what is none.

    >>> compound_head("soechbaatarplein", "nl"), compound_head("soechbaatarplein", "fr"), compound_head("plein", "nl")
    ('soechbaatar', 'soechbaatarplein', 'plein')
    """
    ends = _compound_ends(language) if lexicon(language).compounds else None
    places = range(_SHORT + 1, len(word) - _SHORT)
    return next((word[:at] for at in places if ends and ends.fullmatch(word, at)), word)


@lru_cache(maxsize=None)
def _compound_ends(language: str) -> re.Pattern[str]:
    """What compounds with a name end in: words of kind, roles, and others that the language's names.toml lists.

    Short words are family names' endings as well (Rosenberg is no Rosen): only those that are listed as such count.
    """
    known = lexicon(language)
    longer = (w for w in (*known.heads, *known.roles, *known.institutional) if len(w) >= _LONG)
    ends = {fold(word) for word in (*longer, *known.compound_ends) if word.isalpha()}
    return re.compile("s?(?:" + "|".join(sorted(map(re.escape, ends), key=len, reverse=True)) + ")(?:s|en|e|n)?")


def _judged(place: spelled.Spelled, name: str, text: Text, type: str | None) -> tuple[float, How, bool]:
    how: How = "same" if text.text[place.start:place.end] == name else "folded"
    if place.level < HEARD:
        return round(_NEARLY * place.level * place.share, 3), "near", place.share < 1
    if place.level < spelled.BENT:
        how = "sound"
    if place.share == 1:
        return round(place.level, 3), how, False
    if place.against:
        return round(_AGAINST * max(place.share, 0.5), 3), "near", True
    if type == "person":
        return round(_PART * place.level, 3), how, True
    return round(min(_OTHER_PART, 0.25 + place.share * 0.6) * place.level, 3), how, True


def _exonyms(name: str, text: Text, language: str, type: str | None) -> Iterator[Found]:
    for form in _forms(name, language, type):
        if form.latin:
            hits: Iterable[tuple[int, int]] = spelled.sequences(text, form.latin, language, form.capital)
        else:
            hits = (m.span() for m in form.pattern.finditer(text.text)) if form.pattern else ()
        for start, end in hits:
            if not form.acronym or text.text[start:end][:2].isupper():
                yield Found(start, end, _EXONYM, "exonym")


@dataclass(frozen=True, slots=True)
class _Form:
    """A known rendering, ready to be looked for: as folded words, or as a pattern in scripts without spaces."""

    latin: tuple[str, ...]
    capital: bool
    acronym: bool
    pattern: re.Pattern[str] | None


@lru_cache(maxsize=4096)
def _forms(name: str, language: str, type: str | None) -> tuple[_Form, ...]:
    forms: dict[tuple[str, ...] | str, _Form] = {}
    own = fold(name)
    known = exonyms.renderings(name, language, type)
    if sound.ear(language):  # Latin words in a text of another script are English
        known += exonyms.renderings(name, "en", type)
    for rendering in known:
        latin = tuple(w.fold for w in words(rendering))
        if latin and " ".join(latin) != own:
            short = len(rendering.replace(".", "")) <= 3 and rendering.isupper()
            form = _Form(latin, not rendering[0].islower(), short, None)
            if forms.setdefault(latin, form).capital:  # "Democraten" and "democraten": either will do
                forms[latin] = form
        elif not latin:
            forms.setdefault(rendering, _Form((), False, False, _pattern(rendering)))
    for spelling in exonyms.spellings(name, type):
        latin = tuple(spelling.split())
        if latin and spelling != own and len(spelling) > 3:
            forms.setdefault(latin, _Form(latin, True, False, None))
    return tuple(forms.values())


def _pattern(rendering: str) -> re.Pattern[str]:
    """The rendering with or without its spaces and hyphens, not inside a syllable."""
    parts = [re.escape(part) for part in re.split(r"[ \-]+", rendering) if part]
    return re.compile("(?<![เแโใไ])" + r"[ \-]?".join(parts) + "(?![ะ-ฺ็-์])")


def _read_in_chinese(name: str, text: str, ear: sound.Ear | None) -> Iterator[Found]:
    pattern = readings.pattern(name)
    for match in pattern.finditer(text) if pattern else ():
        if text[match.start()].isupper():
            yield Found(*match.span(), _READING, "exonym")
    for start, end in readings.christened(name, text) if not ear else ():
        yield Found(start, end, _PART, "exonym")
    if ear and pattern:
        heard = [place for row in readings.likeliest(name) for place in ear.find(row, text, parts=False)]
        best = max(heard, key=lambda place: place.score, default=None)
        if best and best.score >= 0.5:
            yield Found(best.start, best.end, round(best.score * _READING, 3), "exonym")


def _acronyms(name: str, text: Text, language: str) -> Iterator[Found]:
    if acronyms.is_acronym(name):
        pattern = acronyms.read_out(name, language)
        for match in pattern.finditer(text.text) if pattern else ():
            yield Found(*match.span(), _ACRONYM, "acronym")
        for start, end in acronyms.expansions(name, text.text):
            yield Found(start, end, _INITIALS, "acronym")
        return
    yield from _letters_said(name, text, language)
    for made in acronyms.initials(name):
        for at in text.places.get(made.lower(), ()):
            word = text.words[at]
            if text.text[word.start:word.end].isupper():
                yield Found(word.start, word.end, _ACRONYM, "acronym")
    for word in text.words:
        if text.text[word.start:word.end].isupper() and acronyms.contracts(text.text[word.start:word.end], name):
            yield Found(word.start, word.end, _INITIALS, "acronym")


def _letters_said(name: str, text: Text, language: str) -> Iterator[Found]:
    """Where letters are read out that a name of several words is short for."""
    for start, end in acronyms.spelt_out(text.text, language) if " " in name else ():
        if acronyms.short_for(name, text.text[start:end], language):
            yield Found(start, end, _INITIALS, "acronym")


def _said_as_word(acronym: str, text: str, ear: sound.Ear) -> Iterator[Found]:
    """Where an acronym is spelt as the word it can be said as: MAX is แม็กซ์."""
    if _SAYABLE.fullmatch(acronym):
        for place in ear.find(acronym.capitalize(), text, parts=False):
            if place.score >= 0.5:
                yield Found(place.start, place.end, round(place.score, 3), "sound")


def _heard(name: str, text: str, ear: sound.Ear, type: str | None) -> Iterator[Found]:
    for place in ear.find(name, text, parts=type in ("person", None)):
        if place.score >= 0.5:
            yield Found(place.start, place.end, round(place.score, 3), "sound", place.partial)
        elif place.score >= 0.1:
            yield Found(place.start, place.end, round(place.score, 3), "near", place.partial)


def _translated(name: str, text: str, language: str, type: str | None) -> Iterator[Found]:
    """Places where the parts of a name, which are known apart from each other, stand together."""
    parts = pieces(name, type)
    if len(parts) < 2:
        return
    of_body = type == "organisation"
    where = [(part, [f for f in _simple(part.text, text, language, part.type, of_body) if f.score >= 0.5])
             for part in parts]
    total = sum(part.weight for part in parts)
    for anchor in [f for part, found in where for f in found]:
        chosen = [(part, near) for part, found in where if (near := _nearest(anchor, found))]
        share = sum(part.weight * f.score for part, f in chosen) / total
        if chosen and any(part.own for part, _ in chosen) or len(chosen) == len(parts):
            yield Found(min(f.start for _, f in chosen), max(f.end for _, f in chosen),
                        round(min(share, HEARD), 3), "translated", len(chosen) < len(parts))


def _nearest(anchor: Found, found: list[Found]) -> Found | None:
    near = [f for f in found if f.start - anchor.end < _REACH and anchor.start - f.end < _REACH]
    return min(near, key=lambda f: (abs(f.start - anchor.start), -f.score), default=None)
