"""A rendering that the house glossary does not approve, or forbids."""
from __future__ import annotations

from collections.abc import Iterator

from ..article import Bead
from ..finding import Discrepancy, Message, Place
from ..glossary import Term, load
from ..normal import Normal
from .mentions import Mention, occurrences, stretch
from .pair import Pair

# How sure a link is from which its words stand for a name that no check of names knows.
_LINKED = 0.3


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each name of the glossary in the original that is written otherwise."""
    glossary = load(pair.config.get("glossary"))
    if not glossary.terms or pair.alignment.relation == "unrelated":
        return
    for bead in pair.beads:
        source, text = (stretch(pair.original, bead.original), stretch(pair.translation, bead.translation))
        mentions = {(m.fact.start, m.fact.end): m for m in pair.mentions.by_bead[bead]}
        for start, end, term in glossary.found(source.text, pair.translation.language):
            span = source.span(start, end)
            there = _otherwise(pair, bead, text, term, span, mentions.get(span))
            if there:
                yield _finding(pair, bead, term, span, there)


def _otherwise(pair: Pair, bead: Bead, text: Normal, term: Term, span: tuple[int, int],
               mention: Mention | None) -> tuple[int, int] | None:
    """What the translation has for a term that is not approved: a forbidden form, else what renders the name, else the
    words that are linked with its own; None where an approved form is there."""
    forbidden = [s for form in term.forbidden for s in occurrences(text.text, form)]
    if forbidden:
        return text.span(*forbidden[0])
    if not term.approved or any(occurrences(text.text, form) for form in term.approved):
        return None
    if mention:
        written = mention.written and (mention.written.start, mention.written.end)
        return written if written and not _approved(pair.translation.text[slice(*written)], term) else None
    linked = pair.links(bead).project(*span)
    return (linked.start, linked.end) if linked and linked.confidence >= _LINKED else None


def _approved(text: str, term: Term) -> bool:
    """Whether a rendering is an approved one or a short form of it."""
    words = text.split()
    return any(text.lower() == form.lower() or all(w in form.split() for w in words) for form in term.approved)


def _finding(pair: Pair, bead: Bead, term: Term, span: tuple[int, int], there: tuple[int, int]) -> Discrepancy:
    text, name = pair.translation.text[slice(*there)], pair.original.text[slice(*span)]
    note = f" ({term.note})" if term.note else ""
    approved = ", ".join(f"«{form}»" for form in term.approved) or "another rendering"
    message = Message("The glossary has {approved} for «{name}»{note}; the translation has «{text}».",
                      {"approved": approved, "name": name, "note": note, "text": text})
    return Discrepancy("name-not-approved", message, Place(*span, f"{term.type or 'name'}:{term.original}"),
                       Place(*there, text), 0.9, {"aligned": bead.score},
                       suggestion=term.approved[0] if term.approved else None)
