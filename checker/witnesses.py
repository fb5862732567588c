"""The versions compared with each other, through the original: who stands alone, and who agrees against it.

A figure that two other versions carry over rightly is surely wrong in the third; one that two versions give alike
against the original may well be the original's own fault, or that of a common source.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .checks import poles
from .checks.denials import cues
from .checks.pair import Pair
from .checks.said_roles import BeadRoles
from .facts.names import titles
from .finding import KIND_OF, Agreement, Discrepancy, Message, Place, Related
from .i18n import N_

# Kinds whose facts can be heard against each other; of content, only denials yield agreements.
_FAMILY = {"number": "figure", "date": "figure", "name": "name", "content": "content"}
# Passages are judged by the alignment of their own version alone, and a house's forms are those of one language.
_ALONE = frozenset({"passage-missing", "passage-added", "passage-moved", "untranslated", "furniture",
                    "name-not-approved"})
# Notes that are more where half of the other versions say plainly what the original says: one translator's paraphrase
# is no rule. An agreement this sure is a plain one.
_WITNESSED = frozenset({"negation-changed"})
PLAIN = 0.9
# Translators leave names out. One that a version says nowhere, and for which no word of the sentence stands, is more
# than a note where half of the others have it: with a link below this, and then so sure.
_UNSAID, _LEFT_OUT = 0.12, 0.4
# What translators word freely where word links alone tell of it, so that another version with the same words makes it a
# note: roles of persons unnamed.
_WORDED = frozenset({"role-changed"})


@dataclass(frozen=True)
class Said:
    """What the checks said of one version; `meant` as `meanings` gives it for the discrepancies, `roles` as
    either text says them."""

    pair: Pair
    discrepancies: tuple[Discrepancy, ...]
    agreements: tuple[Agreement, ...]
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: tuple[BeadRoles, ...] = ()


def meanings(discrepancies: Iterable[Discrepancy]) -> dict[str, tuple[str, ...]]:
    """What the names that a version says are known to mean in any language: the value of each -> its identifiers.

    Kept with what a version came to, since to look them up loads every gazetteer.
    """
    from .facts.names.exonyms import identifiers

    values = {value for d in discrepancies if KIND_OF[d.code] == "name" and (value := _value(d)) is not None}
    return {value: identifiers(value.partition(":")[2]) for value in sorted(values)}


def witnessed(versions: Sequence[Said]) -> list[Said]:
    """The same, each discrepancy about a fact of the original heard against the other versions.

    Evidence gained, as shares of the versions that could witness: `upheld` (they carry the fact over rightly), `plain`
    (they do so word for word: of denials alone) and `shared` (they differ from the original in the very same way: the
    same value instead, the same fact left out, the same fact put in).
    """
    return [replace(said, discrepancies=tuple(_heard(d, said, versions) for d in said.discrepancies))
            for said in versions]


def _heard(d: Discrepancy, said: Said, versions: Sequence[Said]) -> Discrepancy:
    family = _FAMILY.get(KIND_OF[d.code])
    others = [v for v in versions if v is not said and v.pair.alignment.relation != "unrelated"]
    if family is None or d.code in _ALONE or not others:
        return d
    shared = [(v, x) for v in others if (x := _shares(v, d, said))]
    upheld = [(v, a) for v in others if d.original and (a := _upholds(v, d.original, family)) and not _repeats(v, d)]
    evidence = {**d.evidence, "upheld": len(upheld) / len(others), "shared": len(shared) / len(others)}
    note = d.advisory
    if d.code == "name-missing" and _left_out(evidence):
        d, note = replace(d, certainty=max(d.certainty, _LEFT_OUT)), False
    if d.code in _WITNESSED:
        evidence["plain"] = sum(a.confidence >= PLAIN for _, a in upheld) / len(others)
        note = note and evidence["plain"] < 0.5 or any(_turns_too(v, d) for v in others)
    if d.code in _WORDED and "link" in d.evidence:
        note = note or bool(shared)
    related = [Related(a.translation, "witness", v.pair.translation.key) for v, a in upheld]
    related += [Related(x.translation, "witness", v.pair.translation.key) for v, x in shared if x.translation]
    return replace(d, evidence=evidence, related=(*d.related, *related), advisory=note,
                   message=_told(d.message, [v for v, _ in upheld], [v for v, _ in shared]))


def _left_out(evidence: Mapping[str, float]) -> bool:
    """Whether a name is nowhere in a version though half of the others have it."""
    return evidence["upheld"] >= 0.5 and not evidence["known"] and evidence["link"] < _UNSAID


def _upholds(version: Said, place: Place, family: str) -> Agreement | None:
    """The agreement of a version about the same place; of content, it must be about a denial where this is."""
    return next((a for a in version.agreements if _FAMILY.get(a.kind) == family and _meets(a.original, place)
                 and (family != "content" or a.original.value == place.value)), None)


def _repeats(version: Said, d: Discrepancy) -> bool:
    """Whether a version has the same fault in the same place: it is no witness against it, though the fact is there."""
    return any(x.code == d.code and x.original and d.original and _meets(x.original, d.original)
               for x in version.discrepancies)


def _shares(version: Said, d: Discrepancy, said: Said) -> Discrepancy | None:
    """The same departure from the original in another version: the same place there, and the same value here."""
    if d.original and d.original.start < d.original.end:
        return next((x for x in version.discrepancies if x.original and _meets(x.original, d.original)
                     and (x.code == d.code if _value(d) is None else _same(x, version, d, said))), None)
    within = _against(said, d)  # an addition: what it was added to tells whether another is the same
    return next((x for x in version.discrepancies if x.code == d.code and within & _against(version, x)
                 and (_value(x) == _value(d) or _same(x, version, d, said))), None)


def _same(x: Discrepancy, version: Said, d: Discrepancy, said: Said) -> bool:
    """Whether two versions say the same instead of the original's: the value, or a name of the same in any language."""
    one, other = _value(x), _value(d)
    if one is None or other is None or one == other or KIND_OF[d.code] != "name":
        return one is not None and one == other
    return bool(set(version.meant.get(one, ())) & set(said.meant.get(other, ()))) or (
        d.code == "role-changed" and titles.may_be_one(one, other))


def _turns_too(version: Said, d: Discrepancy) -> bool:
    """Whether another version has a word's contrary as this one has, undenied, and nowhere what the original says.

    So what one text tells from the buyer's side and its translations from the seller's is no fault.
    """
    own, instead = (poles.sides(frozenset(p.value.split("/"))) if p and p.value else frozenset()
                    for p in (d.original, d.translation))
    if not own or not instead or not d.original:
        return False
    pair, at = version.pair, d.original
    beads = {pair.alignment.bead_of_original(i) for i in pair.original.segments_over(at.start, at.end)}
    texts = [pair.translation.segments[i].normal.text for bead in beads for i in bead.translation]
    known = cues(pair.translation.language)
    there = [p for text in texts for p in poles.find(text, pair.translation.language)]
    denied = known is not None and any(map(known.denials, texts))
    return (not denied and any(poles.sides(p.plain) & instead for p in there)
            and not any(poles.sides(p.values) & own for p in there))


def _value(d: Discrepancy) -> str | None:
    return d.translation.value if d.translation else None


def _against(said: Said, d: Discrepancy) -> frozenset[int]:
    """The original's segments in the beads that an addition stands in."""
    if d.translation is None:
        return frozenset()
    over = said.pair.translation.segments_over(d.translation.start, d.translation.end)
    return frozenset(i for s in over for i in said.pair.alignment.bead_of_translation(s).original)


def _meets(a: Place, b: Place) -> bool:
    return a.start < b.end and b.start < a.end


def _told(message: Message, upheld: Sequence[Said], shared: Sequence[Said]) -> Message:
    arguments = dict(message.arguments)
    template = message.template
    if upheld:
        template += N_(" Other versions agree with the original: {upheld}.")
        arguments["upheld"] = ", ".join(v.pair.translation.language for v in upheld)
    if shared:
        template += N_(" Other versions differ in the same way: {shared}; was the original changed since?")
        arguments["shared"] = ", ".join(v.pair.translation.language for v in shared)
    return Message(template, arguments)
