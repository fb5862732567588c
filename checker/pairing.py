"""One pair of encoded articles becomes an alignment: furniture set aside, beads, what moved, relation and coverage."""
from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from .aligner import Link, Parameters, align
from .article import Alignment, Article, Bead
from .given import links_of
from .language import left_in
from .mending import mend
from .pieces import Encoded, join
from .relation import Row, relation_of
from .releasing import let_go
from .resources import model_data


# Characters: shorter sentences look alike too easily to be said to have moved.
SHORTEST_MOVED = 25


def parameters(*, lines: bool = False) -> Parameters:
    """The aligner's tuned parameters (`models/alignment.json`).

    `lines`: for texts that were prepared for alignment, one sentence a line: little of them is missing on either side.
    """
    known = model_data("alignment.json")
    table = {**known["aligner"], **(known["lines"] if lines else {})}
    return Parameters(**{**table, "largest": tuple(table["largest"])})


def pair_up(original: Encoded, translation: Encoded) -> tuple[Encoded, Alignment]:
    """The translation with its pieces joined into sentences, and how it aligns with the original.

    A bilingual file's own pairs are kept. In an unrelated version every bead has one side empty.
    """
    pairs = translation.article.pairs
    if pairs is not None:
        links = links_of(original, translation, pairs, (original.prose, translation.prose), parameters())
    else:
        links = let_go(original, translation, first_alignment(original, translation))
    links += [Link((), (j,), 0.0) for j in sorted(translation.furniture)]
    translation, links = join(translation, links)
    if pairs is None:
        links = find_moved(original, translation, links)
    return translation, _alignment(original, translation, links)


def first_alignment(original: Encoded, translation: Encoded) -> list[Link]:
    """The beads between what is no page furniture, mended, before anything is let go."""
    links = [_renumbered(x, original.prose, translation.prose)
             for x in align(original.units(original.prose), translation.units(translation.prose), parameters())]
    return mend(original, translation, links)


def _renumbered(link: Link, original: Sequence[int], translation: Sequence[int]) -> Link:
    return Link(tuple(original[i] for i in link.original), tuple(translation[j] for j in link.translation), link.score)


def find_moved(original: Encoded, translation: Encoded, links: Sequence[Link]) -> list[Link]:
    """Lonely segments that are each other's clear best partner elsewhere in the article are one (moved) link.

    Moved links come last; the monotone ones keep their order.
    """
    limit = model_data("alignment.json")["moved"]
    lonely_o = [i for x in links if not x.translation for i in x.original]
    lonely_t = [j for x in links if not x.original for j in x.translation]
    if not lonely_o or not lonely_t:
        return list(links)
    here, there = original.vectors, translation.vectors
    cosine = here.each[lonely_o] @ there.each[lonely_t].T
    moved = []
    for a, i in enumerate(lonely_o):
        b = int(cosine[a].argmax())
        mutual = int(cosine[:, b].argmax()) == a
        shorter = min(here.size([i]), there.size([lonely_t[b]]))
        if mutual and cosine[a, b] >= limit and shorter >= SHORTEST_MOVED:
            moved.append(Link((i,), (lonely_t[b],), float(cosine[a, b])))
    gone_o, gone_t = {x.original[0] for x in moved}, {x.translation[0] for x in moved}
    kept = [x for x in links if not (not x.translation and x.original[0] in gone_o)
            and not (not x.original and x.translation[0] in gone_t)]
    return kept + moved


def _alignment(original: Encoded, translation: Encoded, links: Sequence[Link]) -> Alignment:
    highest = accumulate((max(x.original, default=-1) for x in links), max, initial=-1)
    beads = [_bead(x, original.furniture, translation.furniture, last) for x, last in zip(links, highest)]
    relation, coverage = relation_of(_rows(original.article, translation.article, beads))
    if relation == "unrelated":
        beads = [half for b in beads for half in _parted(b)]
    seen = {i for b in beads for i in b.original}
    beads += [Bead((s.id,), (), 0.0, "furniture") for s in original.article.segments if s.id not in seen]
    return Alignment(_in_order(beads), relation, coverage, _nearest(original, translation, beads))


def _nearest(original: Encoded, translation: Encoded, beads: Sequence[Bead]) -> dict[tuple[str, int], float]:
    """For each segment that stands alone, the cosine of what comes nearest to it on the other side."""
    lonely = {"original": [i for b in beads if b.type == "missing" for i in b.original],
              "translation": [j for b in beads if b.type == "added" for j in b.translation]}
    if not original.encodings or not translation.encodings or not any(lonely.values()):
        return {}
    cosine = original.vectors.each @ translation.vectors.each.T
    near = {("original", i): float(cosine[i].max()) for i in lonely["original"]}
    return near | {("translation", j): float(cosine[:, j].max()) for j in lonely["translation"]}


def _bead(link: Link, marked_o: frozenset[int], marked_t: frozenset[int], last: int) -> Bead:
    """`last` is the highest segment of the original in the links before: below it, the link was moved."""
    if link.original and link.translation:
        kind = "moved" if link.original[0] < last else "aligned"
        return Bead(link.original, link.translation, link.score, kind)  # type: ignore[arg-type]
    if all(i in marked_o for i in link.original) and all(j in marked_t for j in link.translation):
        return Bead(link.original, link.translation, 0.0, "furniture")
    return Bead(link.original, link.translation, 0.0, "missing" if link.original else "added")


def _parted(bead: Bead) -> list[Bead]:
    if bead.type not in ("aligned", "moved"):
        return [bead]
    return [*(Bead((i,), (), 0.0, "missing") for i in bead.original),
            *(Bead((), (j,), 0.0, "added") for j in bead.translation)]


def _in_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """Beads in the original's order; what only the translation has stands after what precedes it there."""
    anchor = {j: min(b.original) for b in beads if b.type == "aligned" for j in b.translation}

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.original:
            return min(bead.original), 0, 0
        before = max((j for j in anchor if j < bead.translation[0]), default=None)
        return (anchor[before] if before is not None else -1), 1, bead.translation[0]

    return tuple(sorted(beads, key=place))


def _rows(original: Article, translation: Article, beads: Sequence[Bead]) -> list[Row]:
    def size(article: Article, ids: Sequence[int]) -> int:
        return sum(len(article.segments[i].normal.text) for i in ids)

    def foreign(ids: Sequence[int]) -> int:
        told = (translation.segments[j].normal.text for j in ids)
        return sum(len(text) for text in told if left_in(text, translation.language, (original.language,)))

    kept = [b for b in beads if b.type != "furniture"]
    ordered = sorted(kept, key=lambda b: min(b.original, default=10**9))
    return [Row(size(original, b.original), size(translation, b.translation), b.score, foreign(b.translation))
            for b in ordered]
