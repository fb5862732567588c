"""Which finding of one run is which finding of another: the same fault, after edits elsewhere or a harmless rewording.

By fingerprint first. What is left over is the same where it is about the same facts in what is still the same sentence.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ..article import Article
from ..finding import KIND_OF, Finding

# How alike two sentences must be (rapidfuzz's ratio) to be one, reworded: less where the facts say it too.
_WITH_FACTS = 55.0
_WITHOUT_FACTS = 75.0


@dataclass(frozen=True, slots=True)
class Mark:
    """What a finding is recognised by. `original` and `translation` are the values; `sentence` is in normal form."""

    fingerprint: str
    code: str = ""
    language: str = ""
    original: str | None = None
    translation: str | None = None
    sentence: str = ""


def mark(finding: Finding, original: Article | None, translation: Article | None) -> Mark:
    """The mark of a finding; `translation` is None for findings of the whole set."""
    language = translation.language if translation else ""
    values = [side.value if side else None for side in (finding.original, finding.translation)]
    if finding.original is None and finding.translation is None:
        values[0] = str(finding.message)  # Nothing else tells one missing version from another.
    return Mark(finding.fingerprint, finding.code, language, values[0], values[1],
                sentence(finding, original, translation))


def sentence(finding: Finding, original: Article | None, translation: Article | None) -> str:
    """The sentence that a finding is about: the original's, else the translation's, else nothing."""
    for side, article in ((finding.original, original), (finding.translation, translation)):
        if side is not None and article is not None:
            return " ".join(" ".join(article.segments[i].normal.text.split()) for i in side.segments[:3]
                            if i < len(article.segments))
    return ""


def match(known: Sequence[Mark], found: Sequence[Mark]) -> dict[int, int]:
    """The index in `known` for each index in `found` that is the same fault; each is used once."""
    pairs = _pair(known, found, {}, lambda m: m.fingerprint, lambda a, b: 1.0)
    pairs = _pair(known, found, pairs, _same_facts, _likeness)
    return _pair(known, found, pairs, _same_fact_of_the_original, _likeness_of_losses)


def _same_facts(m: Mark) -> object:
    return (m.code, m.language, m.original, m.translation) if m.code else None


def _same_fact_of_the_original(m: Mark) -> object:
    """A rewording may turn a changed figure into a missing one; it was wrong before, and it is."""
    missing = m.code.endswith(("-missing", "-changed", "-misspelt"))
    return (KIND_OF[m.code], m.language, m.original) if missing and m.original and m.code in KIND_OF else None


def _pair(known: Sequence[Mark], found: Sequence[Mark], pairs: dict[int, int], same: Callable[[Mark], object],
          likeness: Callable[[Mark, Mark], float]) -> dict[int, int]:
    """`pairs`, with what is left over paired where `same` says the same and `likeness` is most, above 0."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index in _left(range(len(known)), pairs.values()):
        groups[same(known[index])].append(index)
    scored = [(likeness(known[k], found[f]), f, k) for f in _left(range(len(found)), pairs)
              if same(found[f]) is not None for k in groups.get(same(found[f]), ())]
    made = dict(pairs)
    used = set(pairs.values())
    for score, f, k in sorted(scored, key=lambda item: (-item[0], abs(item[1] - item[2]), item[1], item[2])):
        if score > 0 and f not in made and k not in used:
            made[f] = k
            used.add(k)
    return made


def _left(indices: Iterable[int], used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [i for i in indices if i not in taken]


def _likeness_of_losses(a: Mark, b: Mark) -> float:
    """As `_likeness`, where one of the two says that the fact is gone; two different wrong values are two faults."""
    return 0.0 if a.translation and b.translation else _likeness(a, b)


def _likeness(a: Mark, b: Mark) -> float:
    """How alike the two sentences are, 0 where not enough."""
    from rapidfuzz import fuzz

    if not a.sentence or not b.sentence:
        return 1.0 if a.sentence == b.sentence else 0.0
    alike = fuzz.ratio(a.sentence, b.sentence)
    return alike if alike >= (_WITH_FACTS if a.original or a.translation else _WITHOUT_FACTS) else 0.0
