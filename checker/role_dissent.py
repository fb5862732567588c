"""A role that one version alone words otherwise: its anthropologist where the others have an ornithologist.

The original may say a role in words that no table holds, or in one that is vague or ambiguous by itself, so that no
check of one pair can hold a translation against it. Its versions tell what it means: what two texts of the set call a
person, at the same words of the original, contradicts what the third calls him there.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
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
# How much of two stretches of the original must be shared for two roles to stand for the same words.
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class _Witness:
    """A text that says a role where another version says one; `said` is None for the original."""

    role: Title
    said: Said | None
    place: Place


def role_dissent(versions: Sequence[Said]) -> list[Said]:
    """The same, each with the roles that it alone words otherwise than the others do."""
    heard = [v for v in versions if v.pair.alignment.relation == "translation"]
    return [replace(said, discrepancies=(*said.discrepancies, *_of(said, [v for v in heard if v is not said])))
            if said in heard and len(heard) > 1 else said for said in versions]


def _of(said: Said, others: Sequence[Said]) -> Iterator[Discrepancy]:
    told = [d.translation for d in said.discrepancies if d.code == "role-changed" and d.translation and not d.advisory]
    for bead in said.roles:
        for role in bead.said:
            plain = roles.definite(role.title.roles) and not roles.anyones(role.title.roles)
            if role.original and plain and not any(role.place.meets(t) for t in told):
                agreed = _agreed(role, role.original, bead, others)
                if agreed:
                    yield _finding(role, role.original, agreed, len(others) + 1)


def _agreed(role: SaidRole, original: Place, bead: BeadRoles, others: Sequence[Said]) -> list[_Witness]:
    """The texts that agree on another role for the same words; none where any says what may be this one."""
    facing = [(v, r) for v in others for b in v.roles if set(b.segments) & set(bead.segments) for r in b.said]
    faced = [r for r in bead.stated if _overlap(r.place, original)]
    if any(role.title.roles & r.title.roles for r in (*bead.stated, *(r for _, r in facing))) or any(
            _wider(role.title.roles, r.title.roles) for r in faced):
        return []
    own = [r.title.roles for r in bead.said if not r.place.meets(role.place)]
    witnesses = [_Witness(r.title, v, r.place) for v, r in facing
                 if r.original and _overlap(r.original, original) >= _SHARED]
    witnesses += [_Witness(r.title, None, r.place) for r in faced
                  if not r.title.roles & set(roles.table()["wide"])]
    for value in sorted({r for w in witnesses for r in w.role.roles}):
        support = [w for w in witnesses if value in w.role.roles]
        common = frozenset.intersection(*(w.role.roles for w in support))
        said_besides = any(_related(common, held) for held in own)
        needed = _AGREED if roles.definite(common) else _AGREED_VAGUELY
        if len(_texts(support)) >= needed and not said_besides and _contradict(common, role.title.roles):
            return support
    return []


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


def _related(ones: frozenset[str], others: frozenset[str]) -> bool:
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
