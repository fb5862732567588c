"""Figures - numbers, quantities, dates and times - that the translation changed, lost or added.

Compared by value: separators, words, units' names, scripts and calendars do not matter. What only one side says is
judged by what it is: "47 passengers" without the 47 is a loss, "both sides" for "hai bên" is a turn of phrase.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..facts import Fact
from ..facts.numbers import Quantity
from ..facts.numbers.compare import SEPARATOR
from ..finding import Agreement, Discrepancy, Kind, Message, Place, Related
from ..i18n import N_
from .figure_again import inconsistent, stated_again
from .figure_matches import Match, Matched, matched
from .figure_pairs import SURE, may_repeat, repeats
from .figure_shares import is_rest
from .figure_spelling import spelled
from .figure_swaps import swapped
from .figure_unsaid import NAMED, is_of_lost_name, is_told
from .figure_words import meaning
from .mentions import stretch
from .pair import Pair

# What a figure weighs that is lost or added where the sentence, or one beside it, says it once more.
REPEATED = 0.5
# How sure it is that a full date which only one side says is a fault; what else may be left out, its reading weighs.
DATE = 0.75
# How sure it is that figures which changed places did so by mistake.
SWAPPED = 0.65
# The share of the doubt that goes where the version itself has the original's figure in another place.
AGAIN = 0.3
# How sure it is that what is left of a whole is a fault where the original tells what went.
REST = 0.3
# The share of the doubt about a figure's reading that is left where the other side has it too, but for its hedge.
UNSURE = 0.4
# Below this a discrepancy is not even worth an info.
LEAST = 0.2


def check(pair: Pair) -> Iterator[Discrepancy | Agreement]:
    """One finding or agreement for each figure of the aligned sentences."""
    if pair.alignment.relation == "unrelated":
        return
    found = matched(pair)
    again = stated_again(pair, found)
    yield from inconsistent(pair, again)
    for place, one in enumerate(found):
        crossed = list(swapped(pair, one))
        for first, second in crossed:
            yield _exchanged(pair, first, second)
        for match in one.matches:
            if not any(match in both for both in crossed):
                yield from _judged(pair, match, [m for m in again.get(match, ()) if _is_right(m)])
        near = [m for beside in found[max(0, place - 1):place + 2] for m in beside.matches if m.likeness.agrees]
        yield from _lost(pair, one, {m.original.value for m in near})
        yield from _extra(pair, one, {m.translation.value for m in near})


def _exchanged(pair: Pair, one: Match, other: Match) -> Discrepancy:
    """Two figures in each other's place: one finding, at the first of them, with the second beside it."""
    first, second = one.original, other.original
    wrong, right = other.translation, one.translation
    return Discrepancy(
        f"{first.kind}-changed", Message("«{original}» and «{second}» have changed places in the {language}.", {
            "original": first.text, "second": second.text, "language": pair.translation.language}),
        Place(first.start, first.end, first.value), Place(wrong.start, wrong.end, wrong.value), SWAPPED,
        _evidence(one), (Related(Place(right.start, right.end, right.value), "moved-to"),))


def _is_right(match: Match) -> bool:
    return match.likeness.agrees and not match.likeness.code


def _judged(pair: Pair, match: Match, right: Sequence[Match]) -> Iterator[Discrepancy | Agreement]:
    """An agreement, a discrepancy, or both for what is the same figure in another guise.

    `right` are the matches of the same fact in other sentences, where the version has it right.
    """
    one, other, likeness = match.original, match.translation, match.likeness
    here, there = Place(one.start, one.end, one.value), Place(other.start, other.end, other.value)
    if likeness.agrees and (not likeness.code or likeness.converted or likeness.code == "bound-changed"):
        kind: Kind = "number" if one.kind == "number" else "date"
        yield Agreement(kind, here, there, min(one.confidence, other.confidence))
    if not likeness.code:
        return
    sure = _sureness(pair, match)
    if sure < LEAST:
        return
    rather = None if likeness.converted else spelled(one, pair.translation.language, other)
    found = Discrepancy(likeness.code, _changed(pair, match), here, there, sure, _evidence(match), suggestion=rather,
                        advisory=likeness.converted)
    yield _contradicted(found, right) if right and not likeness.converted else found


def _contradicted(found: Discrepancy, right: Sequence[Match]) -> Discrepancy:
    """A fault that the version itself gives away: elsewhere it has the same fact right."""
    elsewhere = [m.translation for m in right]
    message = Message(found.message.template + N_(" Elsewhere it says «{again}»."),
                      {**found.message.arguments, "again": elsewhere[0].text})
    return replace(found, message=message, certainty=found.certainty + AGAIN * (1 - found.certainty),
                   evidence={**found.evidence, "again": 1.0},
                   related=tuple(Related(Place(f.start, f.end, f.value), "same-fact") for f in elsewhere))


def _sureness(pair: Pair, match: Match) -> float:
    """How sure it is that a match is a fault: what comparing says, if the two do stand for each other."""
    one, other, likeness = match.original, match.translation, match.likeness
    read = 1.0 if _both_of_a_sort(one, other) else min(one.confidence, other.confidence, 0.95) / 0.95
    if likeness.agrees:
        return likeness.certainty * (1 - (1 - read) * UNSURE)
    if is_rest(pair, match):
        return REST
    linked = min(1.0, (0.85 if match.lone else 0.7) + match.link)
    return likeness.certainty * linked * (0.5 + 0.5 * read)


def _both_of_a_sort(one: Fact, other: Fact) -> bool:
    """Whether both say how many times, how often, or which of a row: alone, that may be put otherwise."""
    if (repeats(one) or repeats(other)) and may_repeat(one) and may_repeat(other):
        return True
    return (one.kind == other.kind == "number" and one.detail.form == other.detail.form
            and one.detail.form in ("multiple", "ordinal"))


def _evidence(match: Match) -> dict[str, float]:
    return {"link": match.link, "lone": float(match.lone), "aligned": match.bead.score, "likeness": match.likeness.rank,
            "read": min(match.original.confidence, match.translation.confidence)}


def _changed(pair: Pair, match: Match) -> Message:
    one, other, likeness = match.original, match.translation, match.likeness
    arguments = {"original": one.text, "value": meaning(one), "language": pair.translation.language,
                 "translation": other.text, "other": meaning(other)}
    if likeness.converted:
        return Message("«{original}» is converted to «{translation}»: {note}.", {**arguments, "note": likeness.note})
    if likeness.note == SEPARATOR:
        return Message(
            "«{original}» is {value}; to {language} readers the separator of «{translation}» says otherwise.",
            arguments)
    return Message("«{original}» is {value}; the {language} says «{translation}», {other}.", arguments)


def _lost(pair: Pair, found: Matched, said: set[str]) -> Iterator[Discrepancy]:
    for fact in found.lost:
        sure = _weight(fact) * (REPEATED if fact.value in said else 1.0) * (
            NAMED if _goes_with_name(pair, found, fact) else 1.0)
        if fact.confidence < SURE or sure < LEAST or is_told(
                fact, pair.original, pair.translation, found.bead.translation):
            continue
        link = pair.links(found.bead).project(fact.start, fact.end)
        at = pair.translation.segments[found.bead.translation[-1]].end
        there = Place(link.start, link.end) if link and link.confidence > 0.3 else Place(at, at)
        yield Discrepancy(
            f"{fact.kind}-missing", Message("«{original}», {value}, is not in the {language}.", {
                "original": fact.text, "value": meaning(fact), "language": pair.translation.language}),
            Place(fact.start, fact.end, fact.value), there, sure,
            {"aligned": found.bead.score, "read": fact.confidence, "elsewhere": float(fact.value in said),
             "link": link.confidence if link else 0.0}, suggestion=spelled(fact, pair.translation.language),
            advisory=pair.alignment.relation == "abridged")


def _goes_with_name(pair: Pair, found: Matched, fact: Fact) -> bool:
    """Whether a figure stands behind a name of the original that the translation does not write."""
    names, _ = pair.facts_of(found.bead, "name")
    return is_of_lost_name(fact, names, pair.original.text, stretch(pair.translation, found.bead.translation).text)


def _extra(pair: Pair, found: Matched, told: set[str]) -> Iterator[Discrepancy]:
    for fact in found.extra:
        sure = _weight(fact) * (REPEATED if fact.value in told else 1.0)
        if fact.confidence < SURE or sure < LEAST or is_told(
                fact, pair.translation, pair.original, found.bead.original):
            continue
        at = pair.original.segments[found.bead.original[-1]].end
        arguments = {"translation": fact.text, "other": meaning(fact), "language": pair.translation.language}
        message = Message("The {language} says «{translation}», {other}; the original does not.", arguments)
        brought = pair.alignment.relation == "abridged" and _is_said(pair, fact)
        if brought:
            message = Message("The {language} says «{translation}», {other}, here; the original says so elsewhere.",
                              arguments)
        yield Discrepancy(
            f"{fact.kind}-added", message, Place(at, at), Place(fact.start, fact.end, fact.value), sure,
            {"aligned": found.bead.score, "read": fact.confidence, "elsewhere": float(fact.value in told)},
            advisory=brought)


def _is_said(pair: Pair, fact: Fact) -> bool:
    """Whether the original says a figure anywhere: one who shortens brings together what stands apart."""
    return any(f.value == fact.value for facts in pair.original_facts.values() for f in facts)


def _weight(fact: Fact) -> float:
    """How sure it is that a figure which only one side says is a fault and no turn of phrase."""
    return _weight_of_number(fact.detail) if fact.kind == "number" else DATE * fact.evidence["weight"] * fact.confidence


def _weight_of_number(quantity: Quantity) -> float:
    if quantity.weak:
        return 0.0
    if quantity.bound and not quantity.amount:
        return 0.15  # "below zero" is "freezing"
    if quantity.form == "ordinal":
        return _weight_of_place(quantity)
    if quantity.form == "fraction" or quantity.vague:
        return 0.45
    if not quantity.words:
        return _weight_of_figure(quantity)
    if quantity.units:
        return 0.65 if quantity.amount > 1 else 0.15
    return 0.7 if quantity.amount > 10 else 0.55 if quantity.amount > 2 else 0.25


def _weight_of_place(quantity: Quantity) -> float:
    """The weight of a place in a row: the first is any beginning, the second often "the other" or "another"."""
    if quantity.amount == 1:
        return 0.15
    return 0.6 if not quantity.words else 0.4 if quantity.amount == 2 else 0.48


def _weight_of_figure(quantity: Quantity) -> float:
    """The weight of a number in figures: small ones without a unit are often labels ("half 1"), 100 % an idiom."""
    if quantity.units:
        return 0.45 if quantity.units[0] == "%" and quantity.amount == 100 else 0.85
    return 0.45 if len(quantity.amounts) == 1 and abs(quantity.amount) <= 2 else 0.75
