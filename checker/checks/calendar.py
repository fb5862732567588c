"""Dates that one version alone shows to be wrong: days no calendar has, and two eras in one text.

What it does: looks at each text by itself. A date that no calendar has (31 April) and a weekday
that a full date does not fall on are false whatever the other side says; a version that counts some years in the
Buddhist era and some in the common era, without saying which, leaves its reader to guess.

Why it matters: a reader notices, and cannot know which half of the date to trust.

Example: «thứ Hai, ngày 18-10-2024»: that day was a Friday.

How to fix or silence it: correct the date, or write all years of a version in one era, or each with its era.
"""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..article import Article
from ..facts import Fact
from ..facts.dates import Interval, Moment, readings
from ..facts.dates.calendar import days_of, impossible, weekday_of
from ..finding import Discrepancy, Message, Place, Related
from .pair import Pair

_APART = 3  # characters that may stand between a weekday and its date: a comma, a bracket, a space
_SURE = 0.9


def check(pair: Pair) -> Iterator[Discrepancy]:
    """Impossible dates, false weekdays and mixed eras of the translation."""
    for fact, message, other in impossible_dates(pair.translation, pair.translation_facts):
        yield _finding(message, None, _span(fact, other), fact.confidence)
    yield from _mixed_eras(pair.translation, pair.translation_facts)


def check_original(article: Article, facts: Mapping[int, tuple[Fact, ...]]) -> Iterator[Discrepancy]:
    """Impossible dates and false weekdays of the original: said once, whatever the number of its versions."""
    for fact, message, other in impossible_dates(article, facts):
        yield _finding(message, _span(fact, other), None, fact.confidence)


def impossible_dates(article: Article,
                     facts: Mapping[int, tuple[Fact, ...]]) -> Iterator[tuple[Fact, Message, Fact | None]]:
    """Dates of one text that cannot be, with what to say of each and the weekday's date where that is the fault."""
    for segment in article.segments:
        dates = [fact for fact in facts.get(segment.id, ()) if fact.kind == "date"]
        for fact in dates:
            if any(impossible(moment) for moment in _moments(fact)):
                yield fact, Message("«{text}» is a day that no calendar has.", {"text": fact.text}), None
        for weekday, date in _beside_each_other(dates, article.text):
            if _contradict(weekday, date):
                yield weekday, Message("«{weekday}» and «{date}» contradict each other: that day is another weekday.",
                                       {"weekday": weekday.text, "date": date.text}), date


def _contradict(weekday: Fact, date: Fact) -> bool:
    """Whether a date is known not to fall on a weekday; both may be one fact."""
    named, dated = _only(weekday), _only(date)
    if named is None or dated is None or named.weekday is None or dated.day is None or days_of(dated) is None:
        return False
    return weekday_of(dated) not in (None, named.weekday)


def _only(fact: Fact) -> Moment | None:
    """A fact's moment, where it can be read in one way."""
    found = readings(fact.detail)
    return found[0] if len(found) == 1 and isinstance(found[0], Moment) else None


def _moments(fact: Fact) -> list[Moment]:
    """The moments of a date, in its likeliest reading."""
    value = readings(fact.detail)[0]
    parts = (value.start, value.end) if isinstance(value, Interval) else (value,)
    return [part for part in parts if isinstance(part, Moment)]


def _beside_each_other(dates: Sequence[Fact], text: str) -> Iterator[tuple[Fact, Fact]]:
    """Weekdays with the dates written to them, in either order; a date that holds its weekday comes with itself."""
    for fact in dates:
        moment = _only(fact)
        if moment is not None and moment.weekday is not None and moment.day is not None:
            yield fact, fact
    for one, other in zip(dates, dates[1:]):
        between = text[one.end:other.start]
        if other.start - one.end <= _APART and not any(c.isalnum() for c in between):
            yield one, other
            yield other, one


def _finding(message: Message, original: Place | None, translation: Place | None, read: float) -> Discrepancy:
    return Discrepancy("date-impossible", message, original, translation, _SURE, {"read": read})


def _span(fact: Fact, other: Fact | None) -> Place:
    return Place(min(fact.start, (other or fact).start), max(fact.end, (other or fact).end), fact.value)


def _place(fact: Fact) -> Place:
    return Place(fact.start, fact.end, fact.value)


def _mixed_eras(article: Article, facts: Mapping[int, tuple[Fact, ...]]) -> Iterator[Discrepancy]:
    """One finding for a version that counts its years in two eras, at the first year of the rarer one.

    Where every year has its era written to it, nobody is misled. Years of titles and names count for neither.
    """
    by_era: dict[str, list[Fact]] = {"be": [], "ce": []}
    for segment in article.segments:
        for fact in facts.get(segment.id, ()):
            for era in _eras(fact) if fact.kind == "date" else ():
                by_era[era].append(fact)
    if not all(by_era.values()) or all(_marked(fact) for found in by_era.values() for fact in found):
        return
    rarer, usual = sorted(by_era.values(), key=len)
    yield Discrepancy(
        "era-mixed", Message("Years stand here in the Buddhist era («{be}») and in the common era («{ce}»).",
                             {"be": by_era["be"][0].text, "ce": by_era["ce"][0].text}),
        None, _place(rarer[0]), 0.8, {"read": rarer[0].confidence, "share": len(rarer) / (len(rarer) + len(usual))},
        tuple(Related(_place(fact), "variant") for fact in (*rarer[1:], usual[0])))


def _marked(fact: Fact) -> bool:
    return any(moment.marked for moment in _moments(fact))


def _eras(fact: Fact) -> set[str]:
    """The eras that a date's years are counted in; none for dates without a full year and for years in names."""
    return {"be" if moment.era == "be" else "ce" for moment in _moments(fact)
            if moment.written is not None and moment.written >= 1000 and fact.confidence >= 0.7}
