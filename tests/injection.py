"""How many wrong names are noticed: names of untouched translations exchanged for others, by rule, thousands of times.

    python -m tests.injection [NEWS…] [--languages nl,th] [--classes person,people] [--offset 1] [--misses]

NEWS is a folder with documents.tsv and one file a language, line by line the same sentences (tests/material/news unless
given). Every third line of a version gets at most one edit: a person, a surname, a place, a country, a people, a body
becomes another of its sort, `known` where the article names the other elsewhere and `new` where it does not, or one of
`tests/slips` is made: roles, names less and more, the sex, what bodies work in. `--classes` are sorts, or how they
begin. The same seed makes the same edits. An edit is found when a loud finding of a name overlaps it, one that takes
words away when such a finding is near. What is read here is recall by sort and language, and, for sorts that begin with
"harmless", the share of false alarms; those on texts without edits are measured elsewhere.
"""
from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from checker.facts.names import exonyms, kinds
from checker.facts.names.lexicon import lexicon
from checker.finding import Finding

from .edits import LANGUAGES, Documents, Edit, Line, Tally, checked, edited, heard, load
from .sites import COUNTRIES, Site, ending, nouns, peoples, sites
from .slips import Text, slips


_NEAR = 150  # characters from where words were taken away in which a finding says so


class Injector:
    """Makes the edits of documents, the same ones each time; what is named in any document may take a name's place."""

    def __init__(self, documents: Documents, wanted: frozenset[str], offset: int) -> None:
        def all_of(sort: str, language: str) -> list[str]:
            return sorted({s.text for versions in documents.values() for _, text in versions[language]
                           for s in sites(text, language) if s.sort == sort})

        self._wanted, self._offset = tuple(sorted(wanted)) or ("",), offset
        self._strangers = {language: all_of("person", language) for language in LANGUAGES}
        self._places = {language: all_of("place", language) for language in LANGUAGES}

    def edits(self, document: str, versions: Mapping[str, Sequence[Line]], language: str) -> Iterator[Edit]:
        """The edits of a document's version."""
        lines = versions[language]
        chance = random.Random(f"{document} {language} {self._offset}")
        whole, originals = "\n".join(text for _, text in lines), dict(versions["vi"])
        everywhere = [s for _, text in lines for s in sites(text, language)]
        strangers, places = ([n for n in pool[language] if not any(w in whole for w in n.split())]
                             for pool in (self._strangers, self._places))
        for at in edited(lines, language, self._offset):
            number, text = lines[at]
            near = "\n".join(t for _, t in lines[max(0, at - 1):at + 2])
            before = "\n".join(t for _, t in lines[:at])
            options = [(sort, site.start, site.end, new) for site in sites(text, language)
                       for sort, new in self._others(site, near, whole, everywhere, language, chance)]
            line = Text(text, language, originals.get(number, ""), before, whole, strangers, places)
            options += [(slip.sort, slip.start, slip.end, slip.new) for slip in slips(line, chance)]
            options = [option for option in options if option[0].startswith(self._wanted)]
            if options:
                yield Edit(number, *chance.choice(options))

    def _others(self, site: Site, near: str, whole: str, everywhere: Sequence[Site], language: str,
                chance: random.Random) -> Iterator[tuple[str, str]]:
        """What a site may become: the sort of edit, and the new text."""
        if site.sort in ("country", "people"):
            yield from self._other_country(site, near, whole, language, chance)
        elif site.sort == "organisation":
            yield from self._other_body(site, near, whole, language, chance)
        else:
            known = self._known(site, near, everywhere)
            if known:
                yield site.sort + "-known", chance.choice(known)
            pool = {"person": self._strangers, "place": self._places}.get(site.sort, {}).get(language, [])
            fresh = [n for n in pool if not any(w in whole for w in n.split())]
            if fresh:
                yield site.sort + "-new", chance.choice(fresh)
            if fresh and site.sort == "person":
                yield "person-added", self._tied(site.text, chance.choice(fresh), language)

    @staticmethod
    def _known(site: Site, near: str, everywhere: Sequence[Site]) -> list[str]:
        """Names of the sort that the version has further off; for a surname, surnames of its persons."""
        own = set(site.text.lower().split())
        known = sorted({s.text for s in everywhere if s.sort == site.sort and s.key != site.key
                        and s.text not in near and not own & set(s.text.lower().split())})
        if site.sort == "surname":
            last = {w for s in everywhere if s.sort == "person" for w in s.text.split()[-1:]}
            return [k for k in known if k in last] if site.text in last else []
        return known

    @staticmethod
    def _other_body(site: Site, near: str, whole: str, language: str,
                    chance: random.Random) -> Iterator[tuple[str, str]]:
        """Another body of the kind."""
        of = kinds.kinds_of(frozenset({site.key}))
        peers = [i for i in sorted(kinds.kinds()) if i != site.key and kinds.kinds_of(frozenset({i})) & of]
        named = [n[0] for i in peers for section in ("organisation", "place")
                 if (n := exonyms.gazetteer(language).names(f"{section}:{i}"))]
        for sort, there in (("known", True), ("new", False)):
            made = [n for n in named if n not in near and (n in whole) is there]
            if made:
                yield f"organisation-{sort}", chance.choice(made)

    @staticmethod
    def _tied(first: str, second: str, language: str) -> str:
        word = sorted(lexicon(language).ands)[0]
        return f"{first} {word} {second}" if lexicon(language).capitals else f"{first}{word}{second}"

    @staticmethod
    def _other_country(site: Site, near: str, whole: str, language: str,
                       chance: random.Random) -> Iterator[tuple[str, str]]:
        """Another country, or its people with the same ending."""
        others = [c for c in COUNTRIES if c != site.key and not kinds.same(frozenset({c}), frozenset({site.key}))]
        for sort, there in (("known", True), ("new", False)):
            made = []
            for other in others:
                called, base = nouns(other, language), peoples(language).get(other, ("",))[0]
                named = any(n in whole for n in called) or bool(base) and base in whole
                if named is not there or any(n in near for n in (*called, base) if n):
                    continue
                if site.sort == "country" and called:
                    made.append(called[0])
                elif site.sort == "people" and base:
                    made.append(base + (ending(site.text, site.key, language) or ""))
            if made:
                yield f"{site.sort}-{sort}", chance.choice(made)


@click.command(help=__doc__)
@click.argument("news", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--languages", default="", help="Count these only, parted by commas.")
@click.option("--classes", default="", help="Make these edits only, parted by commas.")
@click.option("--offset", default=0, help="Which of three lines is edited.")
@click.option("--misses", is_flag=True, help="List what was not found.")
def main(news: tuple[Path, ...], languages: str, classes: str, offset: int, misses: bool) -> None:
    """Make the edits, check, and print recall by sort and language."""
    tally = Tally()
    for folder in news or (Path(__file__).parent / "material" / "news",):
        documents = load(folder)
        injector = Injector(documents, frozenset(filter(None, classes.split(","))), offset)
        for edit, report in checked(documents, injector.edits):
            if not languages or edit.language in languages.split(","):
                tally.add(edit, heard(edit, report, _counts, 0 if edit.new else _NEAR))
    tally.show(misses)


def _counts(finding: Finding) -> bool:
    return finding.kind in ("name", "role") and not finding.code.endswith("inconsistent")


if __name__ == "__main__":
    main()
