"""A role that one version alone words otherwise: its anthropologist where the others have an ornithologist.

The original may say a role in words that no table holds, or in one that is vague or ambiguous by itself, so that no
check of one pair can hold a translation against it. Its versions tell what it means: what two texts of the set call a
person, at the same words of the original, contradicts what the third calls him there. Where no words are linked, a role
is another's all the same if nothing like it is said in the whole article by any other text, and the sentence lacks one
that two of them have.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from .checks.said_roles import BeadRoles, SaidRole
from .facts.names import Title, roles, titles
from .finding import Discrepancy, Message, Place, Related
from .witnesses import Said

_CERTAIN = 0.65
# Texts that must agree on a role against one: of the original and the other versions.
_AGREED = 2
# The same on a vague role, which is said of almost anybody.
_AGREED_VAGUELY = 3
# The link to the original's words below which a role has none there.
_WEAK = 0.25
# The link from which a role says the words that it is linked to.
_TIED = 0.3
# How much of two stretches of the original must be shared for two roles to stand for the same words.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class _Witness:
    """A text that says a role where another version says one; `said` is None for the original.

    `place` is the text's own, `original` the original's, if any is linked.
    """

    role: Title
    said: Said | None
    place: Place
    original: Place | None


def role_dissent(versions: Sequence[Said]) -> list[Said]:
    """The same, each with the roles that it alone words otherwise than the others do."""
    heard = [v for v in versions if v.pair.alignment.relation == "translation"]
    return [replace(said, discrepancies=(*said.discrepancies, *_of(said, [v for v in heard if v is not said])))
            if said in heard and len(heard) > 1 else said for said in versions]


def _of(said: Said, others: Sequence[Said]) -> Iterator[Discrepancy]:
    told = [d.translation for d in said.discrepancies
            if d.code == "role-changed" and d.translation and not d.advisory and d.certainty >= _CERTAIN]
    known = _known(said, others)
    for bead in said.roles:
        for role in bead.said:
            plain = roles.definite(role.title.roles) and not roles.anyones(role.title.roles)
            if not plain or any(role.place.meets(t) for t in told):
                continue
            agreed = _agreed(role, role.original, bead, others) if role.original else []
            if not agreed and _is_strange(role, bead, others, known):
                agreed = _lacked(role, bead, others)
            at = role.original or next((w.original for w in agreed if w.original), None)
            if agreed and at:
                yield _finding(role, at, agreed, len(others) + 1)


def _known(said: Said, others: Sequence[Said]) -> frozenset[str]:
    """All that the original and the other versions call anybody anywhere, but for what may be almost anybody."""
    stated = (r for v in (said, *others) for b in v.roles for r in b.stated)
    held = (r.title.roles for r in (*stated, *(r for v in others for b in v.roles for r in b.said)))
    return frozenset(role for named in held for role in named if roles.definite({role}))


def _is_strange(role: SaidRole, bead: BeadRoles, others: Sequence[Said], known: frozenset[str]) -> bool:
    """Whether no other text has anything like a role, in the whole article or, where no words are linked to it, here
    and in the sentences beside."""
    around = set(range(min(bead.segments) - 1, max(bead.segments) + 2))
    beads = [bead, *(b for v in others for b in v.roles if around & set(b.segments))]
    near = {r for b in beads for s in (*b.stated, *(b.said if b is not bead else ())) for r in s.title.roles}
    return not _related(role.title.roles, near) and (
        role.link < _WEAK or not _related(role.title.roles, known))


def _lacked(role: SaidRole, bead: BeadRoles, others: Sequence[Said]) -> list[_Witness]:
    """The texts that agree on a role in this sentence which its version has nowhere in it; none where a person may well
    be that and what this version says: its parents are refugees."""
    witnesses = [w for w in _facing(bead, others) if not any(_related(w.role.roles, r.title.roles) for r in bead.said)]
    for value in sorted({r for w in witnesses for r in w.role.roles}):
        support = [w for w in witnesses if _related({value}, w.role.roles)]
        needed = _AGREED if _is_trade(role.title.roles) else _needed({value})
        held = {r for w in support for r in w.role.roles}
        if len(_texts(support)) >= needed and not roles.anyones({value}) and not (
                _both(held, role.title.roles) or _says_else(role, support)):
            return support
    return []


def _says_else(role: SaidRole, support: Sequence[_Witness]) -> bool:
    """Whether a role stands for other words of the original than the lacking role does, or may do so, where its version
    may name a body for that one: the police for officers."""
    at, bodies = role.original, set(roles.table()["bodies"])
    tied = at is not None and any(w.original and _overlap(w.original, at) for w in support)
    return not tied and (role.link >= _TIED or any(w.role.roles & bodies for w in support))


def _is_trade(held: Set[str]) -> bool:
    """Whether roles are offices or occupations, and not what anybody may be besides: a refugee, a father."""
    return not any(roles.area(role) in roles.table()["apart"] for role in held)


def _both(common: Set[str], other: Set[str]) -> bool:
    """Whether a person may have two roles at once that texts tell instead of each other: any may be a victim too."""
    return not (_is_trade(other) or roles.comparable(common, other)) or any(
        roles.converse(a, b) for a in common for b in other)


def _facing(bead: BeadRoles, others: Sequence[Said]) -> list[_Witness]:
    """What the original and the other versions call anybody in a sentence."""
    return [_Witness(r.title, None, r.place, r.place) for r in bead.stated] + [
        _Witness(r.title, v, r.place, r.original) for v in others for b in v.roles
        if set(b.segments) & set(bead.segments) for r in b.said]


def _agreed(role: SaidRole, original: Place, bead: BeadRoles, others: Sequence[Said]) -> list[_Witness]:
    """The texts that agree on another role for the same words; none where any says what may be this one."""
    facing = _facing(bead, others)
    faced = [w for w in facing if w.said is None and _overlap(w.place, original)]
    if any(role.title.roles & w.role.roles for w in facing) or any(
            _wider(role.title.roles, w.role.roles) for w in faced):
        return []
    own = [r.title.roles for r in bead.said if not r.place.meets(role.place)]
    witnesses = [w for w in facing if w.said and w.original and _overlap(w.original, original) >= _SHARED]
    witnesses += [w for w in faced if not w.role.roles & set(roles.table()["wide"])]
    for value in sorted({r for w in witnesses for r in w.role.roles}):
        support = [w for w in witnesses if value in w.role.roles]
        common = frozenset.intersection(*(w.role.roles for w in support))
        said_besides = any(_related(common, held) for held in own)
        if len(_texts(support)) >= _needed(common) and not said_besides and _contradict(common, role.title.roles):
            return support
    return []


def _needed(common: Set[str]) -> int:
    return _AGREED if roles.definite(common) else _AGREED_VAGUELY


def _texts(support: Sequence[_Witness]) -> frozenset[tuple[str, str] | None]:
    return frozenset(w.said.pair.translation.key if w.said else None for w in support)


def _contradict(common: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a role is not the one that several texts agree on, nor a wider or nearer word for it.

    A vague one, which may be said of almost anybody, contradicts only what is said of the same kind.
    """
    if roles.anyones(common) or _related(common, other) or any(roles.converse(a, b) for a in common for b in other):
        return False
    return roles.definite(common) or roles.comparable(common, other)


def _wider(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a role is a more or less general word for another."""
    return any(a in roles.above(b) or b in roles.above(a) for a in ones for b in others)


def _related(ones: Set[str], others: Set[str]) -> bool:
    return any(roles.related(a, b) for a in ones for b in others)


def _overlap(one: Place, other: Place) -> float:
    """The share of the longer of two stretches that the shorter holds."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / max(1, one.end - one.start, other.end - other.start)


def _finding(role: SaidRole, original: Place, support: Sequence[_Witness], texts: int) -> Discrepancy:
    there = next(w for w in support if w.said is not None)
    message = Message("Other versions have «{other}» here, this one «{translation}»: another role.",
                      {"other": there.role.text, "translation": role.title.text})
    related = tuple(Related(w.place, "witness", w.said.pair.translation.key) for w in support if w.said is not None)
    return Discrepancy("role-changed", message, replace(original, value=titles.value(there.role)),
                       replace(role.place, value=titles.value(role.title)), _CERTAIN,
                       {"link": role.link, "agreed": round(len(_texts(support)) / texts, 2)}, related)
