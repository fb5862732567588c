"""Another body: one that works in another field, has charge of something else, or is of the same kind."""
from __future__ import annotations

import random
from collections.abc import Iterator

from checker.facts.names import fields, institutions, titles
from checker.facts.names.lexicon import lowered
from checker.languages import table

from .line import Slip, Text, cased


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """Each body of the line as another one."""
    yield from _charges(line, chance)
    yield from _fields(line, chance)
    yield from _institutions(line, chance)


def _charges(line: Text, chance: random.Random) -> Iterator[Slip]:
    """What a minister or a ministry has charge of."""
    known: dict[str, str] = table(line.language, "offices")["charges"]
    for held in titles.in_charge(line.text, line.language):
        low = lowered(held.text)
        form = max((f for f in known if f in low), key=len, default="")
        others = [f for f, said in known.items() if not set(said.split()) & held.concepts and " " not in f]
        if form and others:
            at = held.start + low.rindex(form)
            yield Slip("body-charge", at, at + len(form), cased(chance.choice(others), line.text[at:]))


def _fields(line: Text, chance: random.Random) -> Iterator[Slip]:
    """What a body works in."""
    known: dict[str, list[str]] = table(line.language, "fields")["fields"]
    said = fields.said(line.original, "vi") | fields.said(line.text, line.language)
    for body in fields.bodies(line.text, line.language):
        low = lowered(body.text)
        inside = [(f, field) for field, forms in known.items() for f in forms if f in low and len(f) > 3]
        others = [forms[0] for field, forms in known.items() if field not in said]
        if inside and others:
            form, _ = max(inside, key=lambda i: len(i[0]))
            at = body.start + low.rindex(form)
            yield Slip("body-field", at, at + len(form), cased(chance.choice(others), line.text[at:]))


def _institutions(line: Text, chance: random.Random) -> Iterator[Slip]:
    """An institution without a name as another of its kind."""
    known: dict[str, list[str]] = table(line.language, "institutions")["institutions"]
    said = institutions.said(line.original, "vi") | institutions.said(line.text, line.language)
    for found in institutions.find(line.text, line.language):
        kind = institutions.kinds_of(found.ids)
        others = [forms[0] for i, forms in known.items() if institutions.kinds_of(frozenset({i})) & kind
                  and not institutions.same({i}, said)]
        if others:
            yield Slip("body-institution", found.start, found.end, cased(chance.choice(others), found.text))
