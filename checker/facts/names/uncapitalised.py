"""Names in languages without capitals: Latin runs and acronyms, which stand out by their script."""
from __future__ import annotations

import re

from ..fact import Fact
from .lexicon import lexicon
from .name import Name

# A Latin word or several; an acronym may be followed by its number.
_LETTER = "[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]"
_WORD = rf"{_LETTER}(?:[-'’.&/]?(?:{_LETTER}|[0-9]))*"
_LATIN = re.compile(rf"{_WORD}(?:[ ](?:&[ ])?{_WORD})*")
_ACRONYM = re.compile(r"(?:[A-Z](?:[-.&]?[A-Z0-9])+|[A-Z]{1,4}-?\d{1,3})s?")


def extract(text: str, language: str) -> tuple[Fact, ...]:
    """The names in a text of normal form that are written in Latin letters, in order."""
    unwanted = lexicon(language).not_names
    facts = []
    for match in _LATIN.finditer(text):
        form = match.group()
        if form.lower() in unwanted or not any(c.isupper() for c in form):
            continue
        name = Name("acronym" if _ACRONYM.fullmatch(form) else "name", form, tuple(form.split()), True)
        facts.append(Fact(match.start(), match.end(), "name", name.value, form, confidence=0.8, detail=name))
    return tuple(facts)
