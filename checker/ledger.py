"""The ledger: every name of the original, and how each version writes it.

A short form ("Koike") is entered under the one longer name of the article that holds it ("Koike Yuriko").
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from .facts.names.folding import fold

if TYPE_CHECKING:
    from .checks.mentions import Mention
    from .checks.pair import Pair


@dataclass(frozen=True, slots=True)
class Rendering:
    """One spelling of a name in one version: `count` times, on `lines` (from 1; none where a format has no lines).

    `translation` is the version's place among an original's versions, from 0.
    """

    translation: int
    language: str
    text: str
    count: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the original, how often it stands there, and its renderings, each version's most frequent first, of
    equals the longest."""

    original: str
    type: str
    count: int
    renderings: tuple[Rendering, ...]


def entries(pair: Pair) -> tuple[Entry, ...]:
    """The ledger of one version, as if it were the only one; empty where it is unrelated."""
    if pair.alignment.relation == "unrelated":
        return ()
    return tuple(Entry(name, kind(mentions), len(mentions), tuple(_renderings(pair, mentions)))
                 for name, mentions in groups(pair).items())


def merged(versions: Sequence[Sequence[Entry]]) -> tuple[Entry, ...]:
    """The ledger of an original's versions, most frequent name first."""
    known: dict[str, list[tuple[int, Entry]]] = {}
    for at, ledger in enumerate(versions):
        for entry in ledger:
            known.setdefault(entry.original, []).append((at, entry))
    made = [Entry(name, found[0][1].type, max(e.count for _, e in found),
                  tuple(replace(r, translation=at) for at, e in found for r in e.renderings))
            for name, found in known.items()]
    return tuple(sorted(made, key=lambda e: (-e.count, e.original)))


def groups(pair: Pair) -> dict[str, list[Mention]]:
    """The mentions of a pair under the name they mean: its longest form, in order of first mention."""
    forms = pair.mentions.by_form
    made: dict[str, list[Mention]] = {}
    for form, mentions in forms.items():
        made.setdefault(_longest(form, mentions[0], forms), []).extend(mentions)
    return {name: sorted(found, key=lambda m: m.fact.start) for name, found in made.items()}


def kind(mentions: Sequence[Mention]) -> str:
    """The type most mentions of a name have, "name" only where none says more."""
    types = Counter(m.name.type for m in mentions)
    return max(types, key=lambda t: (t != "name", types[t], t))


def _longest(form: str, mention: Mention, forms: Mapping[str, Sequence[Mention]]) -> str:
    """The one longer name that a short form is part of; the form itself where there is none, or several."""
    if mention.name.type not in ("person", "name"):
        return form
    words = set(fold(form).split())
    longer = [f for f in forms if len(f) > len(form) and words < set(fold(f).split())
              and forms[f][0].name.type in ("person", "name")]
    return longer[0] if len({fold(f) for f in longer}) == 1 else form


def _renderings(pair: Pair, mentions: Sequence[Mention]) -> list[Rendering]:
    lines: defaultdict[str, list[int]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.written is not None:
            text = " ".join(pair.translation.text[mention.written.start:mention.written.end].split())
            counts[text] += 1
            line, _ = pair.translation.document.position(mention.written.start)
            if line is not None and line not in lines[text]:
                lines[text].append(line)
    return [Rendering(0, pair.translation.language, text, count, tuple(sorted(lines[text])))
            for text, count in sorted(counts.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))]


def as_dicts(ledger: Sequence[Entry]) -> tuple[dict[str, Any], ...]:
    """The contract's `names`: only names that some version renders."""
    return tuple({"original": e.original, "type": e.type, "renderings": [
        {"translation": r.translation, "language": r.language, "text": r.text, "count": r.count, "lines": list(r.lines)}
        for r in e.renderings]} for e in ledger if e.renderings)
