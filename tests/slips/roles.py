"""Another office, trade or relative than the one that a line has, and the same in other words."""
from __future__ import annotations

import random
from collections.abc import Iterator
from functools import lru_cache

from checker.facts.names import Title, roles, titles
from checker.facts.names.lexicon import lexicon, lowered
from checker.facts.names.plurals import plurals
from checker.languages import table

from .line import Slip, Text, cased

# What anybody may be called: another word for a person is no other role.
_ANYBODY = {"person", "man", "woman", "boy", "girl", "expert", "staff", "participant"}
_CHANGES = {"vice": {"nl": "vice-{}", "fr": "vice-{}", "th": "รอง{}"},
            "former": {"nl": "voormalig {}", "fr": "ancien {}", "th": "อดีต{}"}}
# The ends of words, or for Thai the beginnings, by which a role is a woman's.
_WOMANS = {"nl": ("ster", "trice", "euse", "esse", "es", "ente", "iste", "in", "vrouw", "moeder", "zus", "dochter",
                  "tante", "ica", "ante", "age", "ologe"),
           "fr": ("trice", "euse", "esse", "ère", "enne", "ée", "ante", "ate", "aine", "elle", "sœur", "fille",
                  "femme", "tante", "reine", "épouse", "nièce", "dame")}


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """Each role of the line as another one and as the same in another word; two roles that change places."""
    found = [(t, form) for t in titles.find(line.text, line.language) if not t.roles & _ANYBODY
             if (form := _form(t, line.language))]
    theirs = titles.find(line.original, "vi")
    held = frozenset[str]().union(*(t.roles for t in (*theirs, *(t for t, _ in found))))
    for title, form in found:
        known = any(titles.compatible(title, t) for t in theirs)
        at = title.start + lowered(title.text).replace("’", "'").index(form)
        old = line.text[at:at + len(form)]
        for near in (True, False):
            other = _other(title, form, held, near, line.language, chance)
            if other:
                sort = f"role-{'near' if near else 'far'}-{'known' if known else 'unseen'}"
                yield Slip(sort, at, at + len(form), cased(other, old))
        same = _same(title, form, line.language, chance)
        if same and known:
            yield Slip("harmless-role", at, at + len(form), cased(same, old))
        if known and titles.is_office(title) and not title.modifiers:
            word = chance.choice(sorted(_CHANGES))
            yield Slip(f"role-{word}", at, at + len(form), _CHANGES[word][line.language].format(old))
    for (one, _), (two, _) in zip(found, found[1:]):
        if not titles.compatible(one, two):
            text = line.text
            yield Slip("role-exchanged", one.start, two.end, cased(two.text, one.text) + text[one.end:two.start]
                       + cased(one.text, two.text))


def _form(title: Title, language: str) -> str:
    """The form of a role within a title's text, in small letters; "" where it is not told."""
    low, known = lowered(title.text).replace("’", "'"), lexicon(language).titled
    inside = [f for f in known if f in low and known[f] & title.roles]
    return max(inside, key=len, default="")


@lru_cache(maxsize=None)
def _forms(language: str) -> dict[str, list[str]]:
    """The first forms of each plain role."""
    found = table(language, "roles")["roles"]
    return {value: [f for f in forms if not f.endswith(".")][:4] for value, forms in found.items()
            if value != "none" and " " not in value and value not in _ANYBODY}


def _woman(form: str, language: str) -> bool:
    head = form.split()[0]
    return "หญิง" in head or head.startswith(("แม่", "นาง")) if language == "th" else head.endswith(_WOMANS[language])


def _other(title: Title, form: str, held: frozenset[str], near: bool, language: str, chance: random.Random) -> str:
    """A role that nothing of the line can be, of the same area if `near`; in the number of `form`."""
    areas = {roles.area(r) for r in title.roles} - {""}
    fitting = [r for r in _forms(language) if roles.area(r) and (roles.area(r) in areas) is near
               and roles.definite([r]) and not any(roles.related(r, h) for h in held)]
    options = [f for r in fitting for f in _forms(language)[r]
               if len(lexicon(language).titled.get(f, ())) == 1 and _woman(f, language) == _woman(form, language)]
    return _number(chance.choice(options), form, language) if options else ""


def _same(title: Title, form: str, language: str, chance: random.Random) -> str:
    """Another word for the same role."""
    options = [f for r in title.roles for f in _forms(language).get(r, ()) if f not in form and form not in f
               and lexicon(language).titled.get(f) == lexicon(language).titled[form]
               and _woman(f, language) == _woman(form, language)]
    return _number(chance.choice(options), form, language) if options else ""


def _number(new: str, form: str, language: str) -> str:
    """`new` as a plural where `form` is one."""
    if form in lexicon(language).roles:
        return new
    rules = table(language, "roles").get("plural", {})
    made = plurals(new, rules.get("endings", {}), rules.get("of", "").split(), rules.get("agreeing", False))
    return made[0] if made else new
