"""Given names that stand alone: "…", Đạt nói. What makes them names is that the article has said them whole before.

A capital on a native syllable proves little by itself, so that the extractor of one sentence leaves it.
"""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..fact import Fact
from .lexicon import lexicon
from .name import Name

# The confidence from which a full name is a person's, and that of its given name alone.
_SURE, _ALONE = 0.8, 0.8


def with_given_names(found: Mapping[int, Sequence[Fact]], texts: Mapping[int, str],
                     language: str) -> dict[int, tuple[Fact, ...]]:
    """The facts of each segment of an article, and persons by their given names alone where nothing else stands.

    Only for languages that know their own words' shape; a capital that begins a sentence says nothing.

    >>> from checker.facts import extract
    >>> from checker.facts.fact import Context
    >>> texts = {0: "Cầu thủ Nguyễn Trọng Đạt ghi bàn.", 1: "“Em rất vui”, Đạt nói."}
    >>> found = {i: extract(text, "vi", Context()) for i, text in texts.items()}
    >>> [fact.value for fact in with_given_names(found, texts, "vi")[1]]
    ['person:Đạt']
    """
    given = {f.detail.words[-1] for facts in found.values() for f in facts
             if f.kind == "name" and f.detail.type == "person" and not f.detail.foreign and len(f.detail.words) > 2
             and f.confidence >= _SURE}
    if not given or lexicon(language).native is None:
        return {i: tuple(facts) for i, facts in found.items()}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(given)))})(?!\w)")
    return {i: _with(tuple(facts), texts[i], pattern) for i, facts in found.items()}


def _with(facts: tuple[Fact, ...], text: str, pattern: re.Pattern[str]) -> tuple[Fact, ...]:
    new = [Fact(m.start(), m.end(), "name", f"person:{m.group()}", m.group(), confidence=_ALONE,
                detail=Name("person", m.group(), (m.group(),), False))
           for m in pattern.finditer(text) if _is_alone(text, m.start(), m.end())
           and not any(f.start < m.end() and m.start() < f.end for f in facts)]
    return tuple(sorted((*facts, *new), key=lambda f: f.start)) if new else facts


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a capital stands inside a sentence, with no capital beside it."""
    before, after = re.search(r"(\w+)[,\"”’»]* *$", text[:start]), re.match(r" (\w)", text[end:])
    inside = before is not None and not re.search(r"[.!?…:;]\W*$", text[:start])
    beside = before is not None and before.group(1)[0].isupper() and text[before.end(1):start] == " "
    return inside and not beside and not (after and after.group(1).isupper())
