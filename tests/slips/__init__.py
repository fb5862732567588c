"""Slips in a line by rule, one module a sort: another role, a name less, a name more, another sex, another body.

Each is what a slip would leave behind; those whose sort begins with "harmless" are what a translator may well write, so
that a loud finding there is a false alarm.
"""
from __future__ import annotations

import random
from collections.abc import Iterator

from . import additions, bodies, genders, omissions, roles
from .line import Slip, Text

__all__ = ["Slip", "Text", "slips"]


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """The slips that a line's text allows; what takes a name's place is drawn by `chance`."""
    for module in (roles, omissions, additions, genders, bodies):
        yield from module.slips(line, chance)
