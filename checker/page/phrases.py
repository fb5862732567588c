"""Texts with named places that have not yet been put into a language: the page is shown in several."""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PartKind = Literal["text", "number", "date", "languages", "phrase"]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in a phrase's named place.

    `text` is words of an article (in `lang`) or neutral ones, a decimal number with a point and perhaps a unit
    (`12500000000 USD`), an EDTF date, or languages' codes with commas between, as `kind` says. A "phrase" is another
    phrase, `phrase`.
    """

    text: str
    kind: PartKind = "text"
    lang: str | None = None
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A gettext msgid and its parts. `many` is the plural's msgid, chosen by the part `n`."""

    msgid: str
    parts: Mapping[str, Part] = field(default_factory=dict)
    many: str | None = None


def holding(msgid: str, **parts: Part | Phrase | str) -> Phrase:
    """A phrase whose places hold parts, other phrases or plain words.

    >>> holding("early {value}", value=holding("next month")).parts["value"].kind
    'phrase'
    """
    return Phrase(msgid, {name: _part(part) for name, part in parts.items()})


def _part(part: Part | Phrase | str) -> Part:
    if isinstance(part, Phrase):
        return part.parts["value"] if part.msgid == "{value}" else Part("", "phrase", phrase=part)
    return Part(part) if isinstance(part, str) else part
