"""What a name is, once it has been found in a text."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NameType = Literal["person", "place", "organisation", "event", "product", "acronym", "code", "name"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title or office as a text states it: `text` from `start` to `end`, in that text's offsets.

    `roles` are the values it may stand for ("president", "chair"), the same in all languages; never empty.
    `modifiers` change it: "vice", "former", "acting", "elect", "late". `charges` are what it has charge of ("finance").
    """

    start: int
    end: int
    text: str
    roles: frozenset[str]
    modifiers: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Name:
    """A name without the title and courtesy before it.

    `form` is the name in its own text's spelling, `words` its words. `foreign` says that it is not made of the
    language's own words, so that another text is expected to carry it over rather than to translate it. `head` is the
    common noun before it that says what it is ("tỉnh", "đại học"), `title` the title before it and `gender` ("m",
    "f" or "") what its courtesy says of the sex.
    """

    type: NameType
    form: str
    words: tuple[str, ...]
    foreign: bool
    head: str = ""
    title: Title | None = None
    gender: str = ""

    @property
    def value(self) -> str:
        """What reports print and fingerprints hold.

        >>> Name("person", "Trần Sỹ Thanh", ("Trần", "Sỹ", "Thanh"), False).value
        'person:Trần Sỹ Thanh'
        """
        return f"{self.type}:{self.form}"
