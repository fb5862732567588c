"""From what the checks say to what a reader is told: one fault one finding, how sure, how bad, in which order.

The checks each see a part; here their discrepancies about the same words are merged, causes swallow their symptoms,
confidence is computed from the evidence, and severity follows from code and confidence alone.
"""
from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .article import Alignment, Article
from .confidence import confidence, evidence
from .finding import KIND_OF, Discrepancy, Finding, Place, Related, RelatedSide, Severity, Side
from .fingerprint import fingerprint
from .resources import model_data

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True)
class Version:
    """What the verdict needs to know of the pair whose discrepancies it judges."""

    original: Article
    translation: Article
    alignment: Alignment
    severities: Mapping[str, str]
    thresholds: Mapping[str, float] = field(default_factory=dict)
    articles: Mapping[tuple[str, str], Article] = field(default_factory=dict)


def judge(discrepancies: Iterable[Discrepancy], version: Version) -> tuple[Finding, ...]:
    """Findings, worst first: merged, rated, fingerprinted."""
    kept = merge(discrepancies, version.alignment, version.original, version.translation)
    rated = [_rate(d, version) for d in kept if version.severities.get(d.code) != "off"]
    least, doubt = version.thresholds.get("report", 0.0), model_data("severity.json")["report"]
    told = [f for f in rated if f.confidence >= least and (f.confidence >= doubt or f.evidence.get("advisory"))]
    return number(sorted(told, key=order))


def merge(discrepancies: Iterable[Discrepancy], alignment: Alignment, original: Article,
          translation: Article) -> list[Discrepancy]:
    """One discrepancy a fault.

    What lies inside a missing or added passage goes, of several about one place the cause stays, and a spelling that is
    repeated is told once, with its places.
    """
    found = sorted(discrepancies, key=lambda d: (_precedence(d.code), -d.certainty, _start(d)))
    kept: list[Discrepancy] = []
    for d in found:
        if not any(_swallows(k, d) for k in kept):
            kept.append(d)
    return _together(kept, translation)


# Faults of spelling, which recur wherever the name does, and of what a person is called: the same wherever the same
# is said of the same.
_REPEATED = frozenset({"name-misspelt", "name-added", "name-not-approved"})
_CALLED = frozenset({"role-changed", "acronym-changed"})


def _together(found: Sequence[Discrepancy], translation: Article) -> list[Discrepancy]:
    """The first of each repeated fault in file order, the others as its related places."""
    kept: list[Discrepancy] = []
    first: dict[tuple[str | None, ...], int] = {}
    for d in sorted(found, key=_start):
        key = _repeated(d, translation)
        if key is None or d.translation is None:
            kept.append(d)
        elif key in first:
            same = kept[first[key]]
            kept[first[key]] = replace(same, related=(*same.related, Related(d.translation, "same-fact")))
        else:
            first[key] = len(kept)
            kept.append(d)
    return kept


def _repeated(d: Discrepancy, translation: Article) -> tuple[str | None, ...] | None:
    """What two discrepancies share that are one fault said again; None for what is a fault wherever it stands."""
    there = translation.text[d.translation.start:d.translation.end] if d.translation else ""
    if there and d.code in _REPEATED:
        return d.code, there
    if there and d.code in _CALLED and d.original and d.original.value:
        return d.code, there, d.original.value
    return None


# Causes come before symptoms: a passage before what stands in it, a changed fact before a missing or added one.
_PRECEDENCE = ("not-a-translation", "passage-missing", "passage-added", "untranslated")
_WHOLE = frozenset(_PRECEDENCE)
_LATE = ("number-missing", "number-added", "date-missing", "date-added", "name-missing", "name-added", "bound-changed")
_FAMILY = {"number": "figure", "date": "figure", "name": "name"}


def _precedence(code: str) -> int:
    if code in _PRECEDENCE:
        return 0
    return 2 if code in _LATE else 1


def _start(d: Discrepancy) -> tuple[int, int]:
    return (d.original.start if d.original else -1, d.translation.start if d.translation else -1)


def _swallows(kept: Discrepancy, other: Discrepancy) -> bool:
    if kept.code in _WHOLE:
        return _inside(kept.original, other.original) or _inside(kept.translation, other.translation)
    if kept.code.endswith(("-inconsistent", "-mixed")) or other.code.endswith(("-inconsistent", "-mixed")):
        return kept.code == other.code and (kept.original, kept.translation) == (other.original, other.translation)
    if _FAMILY.get(KIND_OF[kept.code], kept.code) != _FAMILY.get(KIND_OF[other.code], other.code):
        return False
    return _overlap(kept.original, other.original) or _overlap(kept.translation, other.translation)


def _inside(outer: Place | None, inner: Place | None) -> bool:
    return bool(outer and inner and outer.end > outer.start and outer.start <= inner.start and inner.end <= outer.end
                and (inner.end > inner.start or inner.start > outer.start))


def _overlap(a: Place | None, b: Place | None) -> bool:
    return bool(a and b and a.meets(b))


def _rate(d: Discrepancy, version: Version) -> Finding:
    sure = confidence(d, version.translation.language)
    sentence = _sentence(d, version)
    return Finding(
        id="", kind=KIND_OF[d.code], code=d.code, severity=severity(d, sure, version), confidence=sure,
        fingerprint=fingerprint(d.code, version.translation.language, _value(d.original), _value(d.translation),
                                sentence),
        message=d.message, original=side(d.original, version.original),
        translation=side(d.translation, version.translation),
        related=tuple(related(r, version) for r in d.related), suggestion=d.suggestion,
        evidence=evidence(d),
    )


def severity(d: Discrepancy, sure: float, version: Version) -> Severity:
    """The configured severity of a code, else by confidence: `models/severity.json` has each code's two thresholds."""
    if d.code in version.severities:
        return version.severities[d.code]  # type: ignore[return-value]
    table = model_data("severity.json")
    row = {**table["default"], **table["codes"].get(d.code, {})}
    if d.advisory or sure < row["warning"]:
        return "info"
    return "error" if sure >= max(row["error"], version.thresholds.get("error", 0.0)) else "warning"


def order(finding: Finding) -> tuple[int, float, int, int]:
    """What an editor should see first: the worst, then the surest, then in file order."""
    at = finding.original or finding.translation
    table = model_data("severity.json")
    weight = table["weight"].get(finding.code, table["weight"]["default"])
    return (RANK[finding.severity], -round(finding.confidence * weight, 3), at.start if at else 0,
            finding.translation.start if finding.translation else 0)


def number(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their ids: the fingerprint, with -2, -3 … for repeats in file order."""
    seen: dict[str, int] = {}
    ids: dict[int, str] = {}
    for index in sorted(range(len(findings)), key=lambda i: _file_order(findings[i])):
        mark = findings[index].fingerprint
        seen[mark] = seen.get(mark, 0) + 1
        ids[index] = mark if seen[mark] == 1 else f"{mark}-{seen[mark]}"
    return tuple(replace(f, id=ids[i]) for i, f in enumerate(findings))


def _file_order(f: Finding) -> tuple[int, int]:
    return (f.original.start if f.original else -1, f.translation.start if f.translation else -1)


def side(place: Place | None, article: Article) -> Side | None:
    """A place as reports print it."""
    if place is None:
        return None
    line, column = article.document.position(place.start)
    block = article.document.block_at(place.start)
    return Side(article.segments_over(place.start, place.end), place.start, place.end, line, column,
                article.text[place.start:place.end], place.value, block.place if block else None)


def related(item: Related, version: Version) -> RelatedSide:
    """A related place, in the version itself or in the article of the set that it names."""
    article = version.articles[item.article] if item.article else version.translation
    made = side(item.place, article)
    assert made is not None
    return RelatedSide(made, article.path, item.role, article.language)


def _value(place: Place | None) -> str | None:
    return place.value if place else None


def _sentence(d: Discrepancy, version: Version) -> str:
    """The sentence a finding is about: the original's, or the translation's where there is none."""
    for place, article in ((d.original, version.original), (d.translation, version.translation)):
        if place is not None:
            ids = article.segments_over(place.start, place.end)[:3]
            return " ".join(article.segments[i].text for i in ids)
    return ""
