"""A version compared with its original: aligned, linked, its facts extracted, checked. The costly part, and kept.

What comes of it depends on the two texts, the encoder and the glossary alone: no path, no severity and no other version
is in it. So it is kept between runs, and a version that nobody touched is not compared again.
"""
from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import codec
from .article import Alignment, Article, Bead
from .encoder import Encoder, begin
from .facts.fact import Context, Fact
from .finding import Agreement, Discrepancy
from .processes import shared_out
from .results import NOTHING, Results

if TYPE_CHECKING:
    from .checks.pair import Pair
    from .checks.said_roles import BeadRoles
    from .ledger import Entry
    from .links import Links
    from .pieces import Encoded

log = logging.getLogger(__name__)

_REMEMBERED = 4_096  # sentences whose facts are, lest they be extracted twice

Facts = Mapping[int, tuple[Fact, ...]]
Linker = Callable[[Bead], "Links"]


@dataclass(frozen=True)
class Comparison:
    """What one version came to, as plain data.

    `segments` are the version's own as the alignment joined them: paragraph, start and end of each. `facts` are by
    segment, at file offsets. `names` is the version's ledger, `meant` what names that it says instead of the original's
    are known to mean (`witnesses.meanings`), `roles` what either text calls people.
    """

    segments: tuple[tuple[int, int, int], ...]
    alignment: Alignment
    facts: Facts
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    names: tuple[Entry, ...]
    meant: Mapping[str, tuple[str, ...]]
    roles: tuple[BeadRoles, ...]


class Comparer:
    """Compares versions with one original; what was compared before is read and not made again."""

    def __init__(self, original: Article, encoder: Encoder, config: Mapping[str, Any],
                 results: Results = NOTHING) -> None:
        """Of `config` only the glossary shapes a comparison."""
        self._original, self._encoder, self._config = original, encoder, config
        self._results = results.about(encoder.name, encoder.revision, _content(config.get("glossary")))

    @property
    def facts(self) -> Facts:
        """The original's facts by segment, at file offsets."""
        return self._alone[0]

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """What is wrong with the original by itself."""
        return self._alone[1]

    @cached_property
    def _alone(self) -> tuple[Facts, tuple[Discrepancy, ...]]:
        return self._results.once(self._check_original, "original", _told(self._original))

    def _check_original(self) -> tuple[Facts, tuple[Discrepancy, ...]]:
        from .checks import calendar

        facts = extracted(self._original, Context(date=self._original.date))
        return facts, tuple(calendar.check_original(self._original, facts))

    def compared(self, versions: Sequence[Article]) -> list[tuple[Pair, Comparison]]:
        """Each version, cut as the alignment joined it, with what came of it."""
        made = {i: found for i, version in enumerate(versions) if (found := self._read(version))}
        new = [i for i in range(len(versions)) if i not in made]
        if new:
            asked = [self._original, *(versions[i] for i in new)]
            original, *others = encode(asked, self._encoder, partial(look_ahead, asked))
            made |= dict(zip(new, self._compare_all(original, others), strict=True))
        return [made[i] for i in range(len(versions))]

    def _read(self, version: Article) -> tuple[Pair, Comparison] | None:
        found: Comparison | None = self._results.read("comparison", _told(self._original), _told(version))
        return self._restored(version, found) if found is not None else None

    def _restored(self, version: Article, found: Comparison) -> tuple[Pair, Comparison]:
        segments = [version.document.segment(n, *where) for n, where in enumerate(found.segments)]
        joined = replace(version, segments=tuple(segments))
        return self._pair(joined, found.alignment, found.facts, self._late_linker(version)), found

    def _compare_all(self, original: Encoded, versions: Sequence[Encoded]) -> list[tuple[Pair, Comparison]]:
        """Each version compared, as many at a time as there may be processes, those with most segments first."""
        order = sorted(range(len(versions)), key=lambda i: -len(versions[i].encodings))
        assert self._alone  # The original is read before there are copies of this process.
        made = shared_out([versions[i] for i in order], lambda version: self._compare(original, version),
                          lambda made: codec.dumps(made[1]),
                          lambda version, data: self._restored(version.article, codec.loads(data)))
        return [found for _, found in sorted(zip(order, made), key=lambda numbered: numbered[0])]

    def _compare(self, original: Encoded, version: Encoded) -> tuple[Pair, Comparison]:
        from . import checks
        from .checks.said_roles import said_roles
        from .ledger import entries
        from .pairing import pair_up
        from .witnesses import meanings

        joined, alignment = pair_up(original, version)
        date = joined.article.date or self._original.date
        pair = self._pair(joined.article, alignment, extracted(joined.article, Context(date=date)),
                          linker(original, joined))
        said = list(checks.run(pair))
        discrepancies = tuple(x for x in said if isinstance(x, Discrepancy))
        made = Comparison(tuple((s.paragraph, s.start, s.end) for s in joined.article.segments), alignment,
                          pair.translation_facts, discrepancies, tuple(x for x in said if isinstance(x, Agreement)),
                          entries(pair), meanings(discrepancies), tuple(said_roles(pair)))
        self._results.keep(made, "comparison", _told(self._original), _told(version.article))
        return pair, made

    def _pair(self, version: Article, alignment: Alignment, facts: Facts, links: Linker) -> Pair:
        from .checks.pair import Pair

        return Pair(self._original, version, alignment, self.facts, facts, links, self._config)

    def _late_linker(self, version: Article) -> Linker:
        """Word links of what was compared before, for the rare one who asks."""
        @lru_cache(maxsize=None)
        def linked() -> Linker:
            from .pairing import pair_up

            original, other = encode([self._original, version], self._encoder)
            return linker(original, pair_up(original, other)[0])

        return lambda bead: linked()(bead)


def encode(articles: Sequence[Article], encoder: Encoder, meanwhile: Callable[[], None] | None = None) -> list[Encoded]:
    """Every sentence of every article, in one call: batches fill best that way.

    `meanwhile`: what this process does while another one encodes; without one it is not done.
    """
    from .onsets import probe_of
    from .pieces import Encoded
    from .segmenter import cuts_pieces

    texts = [s.normal.text for a in articles for s in a.segments]
    log.info("encoding %d sentences", len(texts))
    if meanwhile is not None and begin(encoder, texts):
        meanwhile()
    found = iter(encoder.encode(texts))

    def encoded(article: Article) -> Encoded:
        pieces = cuts_pieces(article.language)
        return Encoded(article, tuple(next(found) for _ in article.segments), pieces,
                       probe_of(encoder.name, encoder.revision, pieces=pieces))

    return [encoded(a) for a in articles]


def look_ahead(articles: Sequence[Article]) -> None:
    """Read what comparing these articles, the original first, will ask for, encoded or not: it is remembered."""
    from .checks import order  # noqa: F401
    from .facts.names import sound, unspaced

    for article in articles:
        extracted(article, Context(date=article.date or articles[0].date))
        sound.ear(article.language)
        unspaced.writing(article.language)


def extracted(article: Article, context: Context) -> Facts:
    """The facts of each segment, at the file's offsets."""
    from .facts.names.recall import with_given_names

    texts = {s.id: s.normal.text for s in article.segments}
    found = with_given_names({i: _facts(text, article.language, context) for i, text in texts.items()}, texts,
                             article.language)
    return {s.id: tuple(f.moved(*s.normal.span(f.start, f.end), f.text) for f in found[s.id]) for s in article.segments}


@lru_cache(maxsize=_REMEMBERED)
def _facts(text: str, language: str, context: Context) -> tuple[Fact, ...]:
    from .facts import extract

    return extract(text, language, context)


def linker(original: Encoded, translation: Encoded) -> Linker:
    """The word links of a bead, made when first asked for and then kept."""
    from .links import TokenLinks, Tokens

    @lru_cache(maxsize=None)
    def links(bead: Bead) -> Links:
        return TokenLinks(Tokens.joined([original.tokens(i) for i in bead.original]),
                          Tokens.joined([translation.tokens(j) for j in bead.translation]))

    return links


def _told(article: Article) -> str:
    """All that a comparison may know of an article: everything but its path."""
    return repr(replace(article, document=replace(article.document, path="")))


def _content(path: str | None) -> str:
    """A file's content as part of a key; nothing where there is none to be read."""
    return Path(path).read_bytes().hex() if path and Path(path).is_file() else ""
