"""What a check is given: one pair of articles, aligned, linked, with the facts of both sides."""
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..article import Alignment, Article, Bead
from ..facts import Fact
from ..finding import Agreement, Discrepancy
from ..links import Links

if TYPE_CHECKING:
    from .mentions import Mentions


@dataclass(frozen=True)
class Pair:
    """An original and one translation, with all that earlier stages found.

    `original_facts` and `translation_facts` map a segment's id to its facts, in order, at file offsets. `links` gives
    the word links of a bead (computed when first asked for). `config` is the configuration in force.
    """

    original: Article
    translation: Article
    alignment: Alignment
    original_facts: Mapping[int, tuple[Fact, ...]]
    translation_facts: Mapping[int, tuple[Fact, ...]]
    links: Callable[[Bead], Links]
    config: Mapping[str, Any] = field(default_factory=dict)

    @property
    def beads(self) -> Iterator[Bead]:
        """The beads in which both sides say something: what facts are compared in."""
        return (b for b in self.alignment.beads if b.type in ("aligned", "moved"))

    @cached_property
    def mentions(self) -> Mentions:
        """The original's names and where the translation writes them, found once for all checks of names."""
        from .mentions import Mentions
        return Mentions(self)

    def facts_of(self, bead: Bead, kind: str) -> tuple[list[Fact], list[Fact]]:
        """The facts of one kind on both sides of a bead."""
        original = [f for i in bead.original for f in self.original_facts.get(i, ()) if f.kind == kind]
        translation = [f for i in bead.translation for f in self.translation_facts.get(i, ()) if f.kind == kind]
        return original, translation


# A check yields what is wrong, and, where it compares facts one by one, what it found to agree.
Check = Callable[[Pair], Iterator[Discrepancy | Agreement]]
