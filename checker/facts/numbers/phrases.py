"""What stands around a numeral - units, hedges, connectors - compiled from a language's table."""
from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ...languages import table
from .lexicon import alternation, key_of
from .quantity import Hedge
from .units import unit_table

_LATIN_START, _LATIN_END = r"(?<!\w)", r"(?!\w)"


@dataclass(frozen=True)
class Phrases:
    """Patterns to be tried at the end of a numeral (`*_after`), or on the text before it (`*_before`); on the text in
    lower case, but for symbols (`symbol_after`, `unit_before`).

    The text before is looked at backwards, from the numeral on: one try instead of one at each character. `between` is
    what may stand between a hedge and its figure, `compared` what stands before a "more than" that compares, `denied`
    before one that is forbidden, `trailing` a quick look for any trailing hedge. `opening` and `level` tell of a score
    without its figures.
    """

    unit_after: re.Pattern[str]
    unit_before: re.Pattern[str]  # on the text before, written backwards
    ends: frozenset[str]  # of what stands before as a unit, for a quick look
    symbol_after: re.Pattern[str]
    units: Mapping[str, tuple[str, ...]]
    symbols: Mapping[str, tuple[str, ...]]
    prefixes: Mapping[str, tuple[str, ...]]
    hedge_before: re.Pattern[str] | None  # on the text before, written backwards
    between: re.Pattern[str] | None
    compared: re.Pattern[str] | None
    denied: re.Pattern[str] | None
    hedge_after: re.Pattern[str] | None
    hedge_trailing: re.Pattern[str] | None
    trailing: re.Pattern[str] | None
    hedges_before: Mapping[str, tuple[Hedge, bool]]
    hedges_after: Mapping[str, tuple[Hedge, bool]]
    range_between: re.Pattern[str]
    range_open: re.Pattern[str] | None
    range_close: re.Pattern[str] | None
    adjacent: bool
    shared: re.Pattern[str] | None
    ratio_between: re.Pattern[str] | None
    ratio_inverse: re.Pattern[str] | None
    ratio_open: re.Pattern[str] | None
    ratio_close: re.Pattern[str] | None
    counted_after: re.Pattern[str] | None
    counted: Mapping[str, tuple[str, ...]]
    losing: re.Pattern[str] | None
    opening: re.Pattern[str] | None
    level: re.Pattern[str] | None
    below: re.Pattern[str] | None
    half_after: re.Pattern[str] | None
    half_behind: re.Pattern[str] | None
    multiple: re.Pattern[str] | None
    multiples: Mapping[str, Decimal]
    fewer_before: re.Pattern[str] | None
    fewer_after: re.Pattern[str] | None


@lru_cache(maxsize=None)
def phrases(language: str) -> Phrases | None:
    """The compiled phrases of a language; None where it has no table of numbers."""
    data = table(language, "numbers")
    if not data:
        return None
    start, end = data["words"].get("start", _LATIN_START), data["words"].get("end", _LATIN_END)
    units, symbols, prefixes = _units(data), _listed(unit_table()["symbols"]), _listed(unit_table()["prefixes"])
    shared = {sign: tuple(names.split()) for names, signs in unit_table()["shared"].items() for sign in signs}
    symbols, prefixes = symbols | shared, prefixes | shared | _listed(data.get("units_before", {}))
    before, after = _hedges(data, "before"), _hedges(data, "after")
    trailing = _hedges(data, "trailing")
    ranges, multiples, counted = data.get("ranges", {}), _multiples(data), _counted(data)
    # Up to two other words may stand before the noun that is counted, where words have spaces between them.
    between_words = "" if data["words"].get("glued_numbers") else r"(?:[^\W\d]+ ){{0,2}}?"
    halved = data["words"].get("halved", "(?!)")
    link, between = data["words"].get("of", ""), alternation(ranges.get("between", ())) or "(?!)"
    return Phrases(
        unit_after=re.compile(rf"(?:[ -]|{link})?{_unless(data.get('units_not', ()), end)}({alternation(units)}){end}"),
        unit_before=re.compile(rf" ?({_literal(prefix[::-1] for prefix in prefixes)})(?![A-Za-z])"),
        ends=frozenset(prefix[-1] for prefix in prefixes),
        symbol_after=re.compile(rf" ?({_literal(symbols)})(?!['’]?[A-Za-z\u00c0-\u024f\u1e00-\u1eff])"),
        units=units, symbols=symbols, prefixes=prefixes,
        hedge_before=_framed((word[::-1] for word in before), rf"[ ']?({{}}){start.replace('(?<!', '(?!')}"),
        between=_optional(data.get("bounds", {}).get("between"), "(?:{})$"),
        compared=_optional(data.get("bounds", {}).get("compared"), "(?:{})$"),
        denied=_optional(data.get("bounds", {}).get("denied"), "(?:{})$"),
        hedge_after=_framed(after, rf"[ ,-]{{{{0,2}}}}({{}}){end}" + _unless_before(data, "after_unless")),
        hedge_trailing=_framed(trailing, rf"[^.,;:()\d]{{{{0,14}}}}?{start}({{}}){end}"
                               + _unless_before(data, "not_before")),
        trailing=_framed(trailing, "{}"),
        hedges_before=before, hedges_after=after | trailing,
        range_between=re.compile(rf"\s?[-\u2010-\u2014]\s?|-?(?:{between})"),
        range_open=_framed(ranges.get("open", ()), "{}$"), range_close=_framed(ranges.get("close", ()), "{}"),
        adjacent=ranges.get("adjacent", False), shared=_framed(ranges.get("shared", ()), "(?:{})"),
        ratio_between=_optional(data.get("ratios", {}).get("between")),
        ratio_inverse=_optional(data.get("ratios", {}).get("inverse")),
        ratio_open=_optional(data.get("ratios", {}).get("open"), "(?:{})$"),
        ratio_close=_optional(data.get("ratios", {}).get("close")),
        counted_after=_framed(counted, rf" ?{between_words}({{}}){end}"), counted=counted,
        below=_framed(data.get("signs", {}).get("below", ()), rf" ?(?:{{}}){end}"),
        half_after=_framed(data["words"].get("half", ()), rf" ?(?:{{}}){end}"),
        half_behind=_framed(data["words"].get("half", ()), rf" ?(?:{halved}) ?(?:{{}}){end}"),
        losing=_framed(data.get("scores", {}).get("losing", ()), rf"{start}(?:{{}}){end}"),
        opening=_framed(data.get("scores", {}).get("opening", ()), rf"{start}(?:{{}}){end}"),
        level=_framed(data.get("scores", {}).get("level", ()), rf"{start}(?:{{}}){end}"),
        multiple=_framed(multiples, rf"{start}({{}}){end}"), multiples=multiples,
        fewer_before=_optional(data.get("fewer", {}).get("before"), "(?:{})$"),
        fewer_after=_optional(data.get("fewer", {}).get("after")))


def _framed(words: Iterable[str], frame: str) -> re.Pattern[str] | None:
    """`frame` around any of the words; None for no words."""
    pattern = alternation(words)
    return re.compile(frame.format(pattern)) if pattern else None


def _optional(pattern: str | None, frame: str = "{}") -> re.Pattern[str] | None:
    return re.compile(frame.format(pattern)) if pattern else None


def _unless(words: Iterable[str], end: str) -> str:
    """A look ahead that none of the words stands there: "37 đồng hồ" are watches and no dong."""
    pattern = alternation(words)
    return f"(?!(?:{pattern}){end})" if pattern else ""


def _counted(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Nouns and the kinds of thing they may name: a French "bâtiment" is a building or a ship."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind, words in data.get("counted", {}).items():
        for word in words:
            kinds[key_of(word)] = (*kinds.get(key_of(word), ()), kind)
    return kinds


def _unless_before(data: Mapping[str, Any], key: str) -> str:
    """What may not stand behind a hedge that follows its figure.

    In "25 provinces et plus de 9 000" the hedge is the next figure's.
    """
    after = data.get("bounds", {}).get(key, "")
    return f"(?!{after})" if after else ""


def _literal(signs: Iterable[str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))


def _listed(groups: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {sign: (unit,) for unit, signs in groups.items() for sign in signs}


def _units(data: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    found = {key_of(name): (unit,) for unit, names in data.get("units", {}).items() for name in names}
    shared = {key_of(name): tuple(units.split()) for units, names in data.get("units_shared", {}).items()
              for name in names}
    return found | shared


def _hedges(data: Mapping[str, Any], where: str) -> dict[str, tuple[Hedge, bool]]:
    bounds = data.get("bounds", {})
    soft = {key_of(word): (hedge, True) for hedge, words in bounds.get("soft", {}).items() for word in words}
    firm = {key_of(word): (hedge, False) for hedge, words in bounds.get(where, {}).items() for word in words}
    return soft | firm if where == "before" else firm


def _multiples(data: Mapping[str, Any]) -> dict[str, Decimal]:
    return {key_of(word): Decimal(times) for times, words in data.get("multiples", {}).items() for word in words}
