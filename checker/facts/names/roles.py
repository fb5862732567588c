"""What roles are to each other: which is the more general, which texts interchange, which can be compared at all.

The roles are values that all languages share (`languages/roles.toml`); their forms are each language's own.
"""
from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from ... import languages as _languages


@lru_cache(maxsize=None)
def table() -> dict[str, Any]:
    """The data of roles that belong to no language."""
    return tomllib.loads(files(_languages.__name__).joinpath("roles.toml").read_text("utf-8"))


@lru_cache(maxsize=None)
def above(role: str) -> frozenset[str]:
    """A role and all that are more general.

    >>> sorted(above("goalkeeper"))
    ['athlete', 'goalkeeper', 'player']
    """
    return frozenset({role}).union(*(above(r) for r in table()["broader"].get(role, ())))


@lru_cache(maxsize=None)
def area(role: str) -> str:
    """The area of life a role belongs to; "" for one that none holds.

    >>> area("referee"), area("nobody")
    ('sport', '')
    """
    return next((name for name, held in table()["areas"].items() if role in held), "")


@lru_cache(maxsize=4096)
def related(one: str, other: str) -> bool:
    """Whether two roles may be one person's in two texts: one is the more general, or texts interchange them.

    >>> related("goalkeeper", "player"), related("goalkeeper", "striker"), related("owner", "entrepreneur")
    (True, False, True)
    """
    near = table()["near"]
    return one in above(other) or other in above(one) or other in near.get(one, ()) or one in near.get(other, ())


@lru_cache(maxsize=4096)
def converse(one: str, other: str) -> bool:
    """Whether two roles are the two ends of one tie: a text may tell either.

    >>> converse("son", "mother"), converse("father", "daughter"), converse("father", "grandfather")
    (True, True, False)
    """
    ends = table()["converse"]
    return other in ends.get(one, ()) or one in ends.get(other, ())


def comparable(ones: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of roles say the same kind of thing, so that they can contradict each other.

    >>> comparable({"nurse"}, {"surgeon"}), comparable({"nurse"}, {"witness"}), comparable({"suspect"}, {"witness"})
    (True, False, True)
    """
    apart = set(table()["apart"])
    theirs = {area(o) for o in others}
    return any((a in theirs) if a in apart else bool(theirs - apart) for a in map(area, ones))


def anyones(held: Iterable[str]) -> bool:
    """Whether any of some roles is a word for persons of any role: a man, a girl.

    >>> anyones({"man"}), anyones({"nurse"})
    (True, False)
    """
    return any(area(role) == "anyone" for role in held)


def definite(held: Iterable[str]) -> bool:
    """Whether roles say plainly what a person is, so that another word for it would be another role.

    >>> definite({"nurse"}), definite({"nurse", "staff"}), definite({"official"})
    (True, False, False)
    """
    return not any(role in table()["vague"] for role in held)


def composed(modifiers: frozenset[str], role: str) -> tuple[frozenset[str], str]:
    """A role with the modifiers that do not go into a role of its own: a deputy minister is one.

    >>> composed(frozenset({"vice", "former"}), "minister")
    (frozenset({'former'}), 'deputy-minister')
    """
    for modifier in modifiers:
        known = table()["composed"].get(f"{modifier} {role}")
        if known:
            return modifiers - {modifier}, known
    return modifiers, role


@lru_cache(maxsize=None)
def composites() -> frozenset[str]:
    """The roles that hold a modifier by themselves: who is a co-pilot is no captain's deputy twice.

    >>> "co-pilot" in composites()
    True
    """
    return frozenset(table()["composed"].values())
