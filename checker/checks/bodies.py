"""A person put at the head of someone else's body: the city's chairman called president of a trade organisation.

Where the translation writes an office, a body and a person one after the other, the original must name that body in the
person's title somewhere. The whole version is read, also sentences that align with none.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..article import Segment
from ..facts.names import Title, exonyms, titles
from ..facts.names.lexicon import lexicon
from ..finding import Discrepancy, Message, Place
from ..normal import normal
from .mentions import SAME, Mention, Mentions, Written, renderings
from .pair import Pair

_TITLE = 80  # characters before a name in which its title stands
_REACH = 60  # characters after a title in which a body's name, or after that a person's, ends


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each place where a person stands behind an office of a body that is not theirs."""
    if pair.alignment.relation == "unrelated":
        return
    forms = pair.mentions.by_form
    bodies = [found[0] for found in forms.values() if found[0].name.type in ("acronym", "organisation")]
    persons = [found for found in forms.values() if any(m.name.title for m in found)
               and found[0].name.type in ("person", "name")]
    told: set[int] = set()
    for segment in pair.translation.segments if bodies and persons else ():
        yield from _in_segment(pair, segment, bodies, persons, told)


def _in_segment(pair: Pair, segment: Segment, bodies: list[Mention],
                persons: list[list[Mention]], told: set[int]) -> Iterator[Discrepancy]:
    for title in titles.find(segment.normal.text, pair.translation.language):
        start, end = segment.normal.span(title.start, title.end)
        for body in bodies:
            where = _following(pair, body, end, segment.end)
            for person in persons if where else ():
                assert where is not None
                named = _following(pair, person[0], where.end, segment.end)
                if named is not None and not _belongs(pair.mentions, person, body.name.form):
                    yield _finding(pair, person, body, title, (start, named.start), segment, told)


def _following(pair: Pair, mention: Mention, start: int, end: int) -> Written | None:
    """The name's rendering where nothing but white space and a comma stands between `start` and it.

    A part of a name that only sounds right is none: a common word may. Nor is an adjective: "le gouverneur républicain"
    is not at the head of his party.
    """
    text = pair.translation.text[start:min(end, start + _REACH)]
    found = renderings(mention.fact, normal(text, start), pair.translation.language)
    capitals = lexicon(pair.translation.language).capitals
    sure = (w for w in found if w.score >= SAME and not (w.partial and w.how == "sound")
            and not pair.mentions.is_word(w) and not (capitals and pair.translation.text[w.start].islower()))
    return next((w for w in sure if not text[:w.start - start].strip(" ,")), None)


def _belongs(mentions: Mentions, person: list[Mention], body: str) -> bool:
    """Whether the original anywhere names a body in a person's title, by whichever of its names."""
    original = mentions.pair.original
    # Without the word of kind, too: "Đảng Dân chủ" is also "Dân chủ".
    forms = (body.partition(" ")[2] or body, *exonyms.renderings(body, original.language))
    said = [original.text[max(0, m.fact.start - _TITLE):m.fact.start].rpartition(".")[2] for m in person]
    return any(form in text for form in forms for text in said)


def _finding(pair: Pair, person: list[Mention], body: Mention, title: Title, span: tuple[int, int],
             segment: Segment, told: set[int]) -> Discrepancy:
    """`told`: where mentions stand that a finding points at already; each place is a fault of its own."""
    titled = [m for m in person if m.name.title]
    nearest = min(titled, key=lambda m: (m.fact.start in told, abs(m.bead.translation[0] - segment.id)))
    told.add(nearest.fact.start)
    fact, own = nearest.fact, nearest.name.title
    assert own is not None
    message = Message("The original does not put «{name}» («{title}») at «{body}»; the translation does.",
                      {"name": nearest.name.form, "title": own.text, "body": body.name.form})
    end = span[0] + len(pair.translation.text[span[0]:span[1]].rstrip(" ,"))
    return Discrepancy("role-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(span[0], end, f"{'/'.join(sorted(title.roles))} of {body.name.form}"), 0.85,
                       {"aligned": nearest.bead.score})
