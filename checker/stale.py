"""Whether a version was left behind: the original changed, and what stands for it in the version did not."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from .article import Article
from .facts import Fact
from .finding import Finding, Message, Place, RelatedSide, Severity, Side
from .fingerprint import fingerprint
from .normal import normal_text
from .report import Report, TranslationReport
from .revision import matched
from .verdict import side

_TOLD = 3
Facts = Mapping[int, tuple[Fact, ...]]


@dataclass(frozen=True)
class Original:
    """The original at one time, with its facts by segment."""

    article: Article
    facts: Facts


@dataclass(frozen=True)
class _Change:
    """A sentence of the original that changed: ids before and after (None: not there), facts lost and gained."""

    before: int | None
    after: int | None
    lost: tuple[str, ...]
    gained: tuple[str, ...]


def stale(then: Original, version_then: Article, report: Report, version: TranslationReport,
          severities: Mapping[str, str]) -> Finding | None:
    """The finding that a version was left behind since `then`, or None.

    A changed sentence counts where its counterpart in the version is as it was, unless the version is seen to agree
    with the new facts: then it was right before the original was.
    """
    now = Original(report.original, report.facts)
    untouched = _folded(version_then.text)
    left = [c for c in _changes(then, now)
            if _left_behind(c, version, untouched) and not _agrees(c, now, version)]
    severity = severities.get("stale-translation", "warning" if any(map(_material, left)) else "info")
    if not left or severity == "off":
        return None
    return _finding(left, then.article, report.original, version, cast(Severity, severity))


def _folded(text: str) -> str:
    """A text without what typesetting changes: spaces, punctuation, case, one way of writing a letter or another."""
    return re.sub(r"[\W_]+", " ", normal_text(text)).strip().lower()


def _changes(then: Original, now: Original) -> Iterator[_Change]:
    texts = [[_folded(s.text) for s in article.segments] for article in (then.article, now.article)]
    found = matched(texts[0], texts[1])
    old, new = {a for a, _ in found.pairs}, {b for _, b in found.pairs}
    for a, b in found.pairs:
        if (a, b) not in found.same:
            yield _change(then, now, a, b)
    yield from (_change(then, now, None, s.id) for s in now.article.segments if s.id not in new)
    yield from (_change(then, now, s.id, None) for s in then.article.segments if s.id not in old)


def _change(then: Original, now: Original, before: int | None, after: int | None) -> _Change:
    was, is_ = _values(then.facts, before), _values(now.facts, after)
    return _Change(before, after, tuple((was - is_).elements()), tuple((is_ - was).elements()))


def _values(facts: Facts, segment: int | None) -> Counter[str]:
    return Counter(f.text for f in facts.get(segment, ())) if segment is not None else Counter()


def _material(change: _Change) -> bool:
    """Whether a reader is told something else: facts changed, or a sentence came or went."""
    return bool(change.lost or change.gained) or change.before is None or change.after is None


def _left_behind(change: _Change, version: TranslationReport, untouched: str) -> bool:
    """Whether what stands for a changed sentence stood there before; `untouched` is the version's old text, folded.

    The text is asked, not its segments: where languages mark no sentence ends, those follow the original's.
    """
    article = version.article
    if change.after is None:
        # Whether the version still says what is gone from the original is for passage-added to tell.
        return _folded(article.text) == untouched
    ids = version.alignment.bead_of_original(change.after).translation
    return not ids or _folded(article.text[article.segments[ids[0]].start:article.segments[ids[-1]].end]) in untouched


def _agrees(change: _Change, now: Original, version: TranslationReport) -> bool:
    """Whether the version is seen to say already what the original says now."""
    if change.after is None or not change.gained:
        return False
    gained = [f for f in now.facts.get(change.after, ()) if f.text in change.gained]
    agreed = [a.original for a in version.agreements if a.kind != "content"]
    doubted = any(f.original and change.after in f.original.segments for f in version.findings)
    return not doubted and all(any(a.start < f.end and f.start < a.end for a in agreed) for f in gained)


def _finding(left: Sequence[_Change], before: Article, original: Article, version: TranslationReport,
             severity: Severity) -> Finding:
    told = [_told(c, before, original) for c in left[:_TOLD]]
    more = len(left) - len(told)
    message = Message("The original changed and this version did not, in {count}: {changes}", {
        "count": "1 sentence" if len(left) == 1 else f"{len(left)} sentences",
        "changes": "; ".join(told) + (f"; and {more} more" if more else "")})
    lost = " ".join(value for c in left for value in c.lost) or None
    gained = " ".join(value for c in left for value in c.gained) or None
    sentence = " ".join(_sentence(c, before, original) for c in left)
    mark = fingerprint("stale-translation", version.article.language, lost, gained, sentence)
    first = _original_side(left[0], original, gained)
    related = tuple(RelatedSide(_original_side(c, original, None), original.path, "same-fact") for c in left[1:])
    return Finding(mark, mark, "set", "stale-translation", severity, 1.0, message, first,
                   _version_side(left[0], version, lost), related)


def _told(change: _Change, before: Article, original: Article) -> str:
    quoted = f"«{_short(_sentence(change, before, original))}»"
    if change.after is None:
        return f"{quoted} was removed"
    if change.before is None:
        return f"{quoted} was added"
    facts = f" ({', '.join(change.lost) or 'nothing'} became {', '.join(change.gained) or 'nothing'})"
    return quoted + (facts if change.lost or change.gained else " was reworded")


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _sentence(change: _Change, before: Article, original: Article) -> str:
    article, index = (original, change.after) if change.after is not None else (before, change.before)
    assert index is not None
    return " ".join(article.segments[index].text.split())


def _original_side(change: _Change, original: Article, value: str | None) -> Side:
    """The changed sentence; the original's end for one that is gone."""
    if change.after is not None:
        segment = original.segments[change.after]
        return _side(original, segment.start, segment.end, value)
    end = original.segments[-1].end
    return _side(original, end, end, value)


def _version_side(change: _Change, version: TranslationReport, value: str | None) -> Side:
    """What stands for the sentence in the version; the version's beginning where nothing does."""
    segments = version.article.segments
    ids = version.alignment.bead_of_original(change.after).translation if change.after is not None else ()
    return _side(version.article, segments[ids[0]].start if ids else 0, segments[ids[-1]].end if ids else 0, value)


def _side(article: Article, start: int, end: int, value: str | None) -> Side:
    made = side(Place(start, end, value), article)
    assert made is not None
    return made
