"""A rendering that the house glossary does not approve, or forbids."""
from __future__ import annotations

from collections.abc import Iterator

from ..finding import Discrepancy, Message, Place
from ..glossary import Term, load
from .mentions import Mention, occurrences, stretch
from .pair import Pair


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each mention of a glossary name that is written otherwise."""
    path = pair.config.get("glossary")
    if path is None or pair.alignment.relation == "unrelated":
        return
    glossary = load(str(path))
    for mention in pair.mentions:
        term = glossary.term(mention.name.form, pair.translation.language)
        if term is not None:
            yield from _of_term(pair, mention, term)


def _of_term(pair: Pair, mention: Mention, term: Term) -> Iterator[Discrepancy]:
    text = stretch(pair.translation, mention.bead.translation)
    for form in term.forbidden:
        for start, end in occurrences(text.text, form):
            yield _finding(pair, mention, term, *text.span(start, end))
            return
    written = mention.written
    if written is None or written.how == "glossary" or not term.approved:
        return
    if not _approved(pair.translation.text[written.start:written.end], term):
        yield _finding(pair, mention, term, written.start, written.end)


def _approved(text: str, term: Term) -> bool:
    """Whether a rendering is an approved one or a short form of it."""
    words = text.split()
    return any(text.lower() == form.lower() or all(w in form.split() for w in words) for form in term.approved)


def _finding(pair: Pair, mention: Mention, term: Term, start: int, end: int) -> Discrepancy:
    fact = mention.fact
    note = f" ({term.note})" if term.note else ""
    approved = ", ".join(f"«{form}»" for form in term.approved) or "another rendering"
    message = Message("The glossary has {approved} for «{name}»{note}; the translation has «{text}».",
                      {"approved": approved, "name": fact.detail.form, "note": note,
                       "text": pair.translation.text[start:end]})
    return Discrepancy("name-not-approved", message, Place(fact.start, fact.end, fact.value),
                       Place(start, end, pair.translation.text[start:end]), 0.9, {"aligned": mention.bead.score},
                       suggestion=term.approved[0] if term.approved else None)
