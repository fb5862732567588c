"""A name less: out of a list, behind a title or a preposition, in an apposition; a pronoun in its place."""
from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.facts.names import titles
from checker.facts.names.lexicon import lexicon

from ..sites import Site, sites
from .line import Slip, Text, cased

_NAMES = ("person", "surname", "place", "country", "organisation")
# What ties an agent or a place to its verb.
_TIED = {"nl": {"agent": "door|van", "place": "in|uit|naar|bij|te"},
         "fr": {"agent": "par|de", "place": "à|en|au|de"},
         "th": {"agent": "โดย|ของ", "place": "ใน|ที่|จาก|ไปยัง"}}
_ARTICLES = {"nl": "de ", "fr": "le ", "th": ""}
_PRONOUN = {"nl": "Hij", "fr": "Il", "th": "เขา"}


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """The names of the line that a slip may lose, each in the ways that what stands beside it allows."""
    named = [s for s in sites(line.text, line.language) if s.sort in _NAMES]
    for site in named:
        for edit in (*_listed(line, named, site), *_titled(line, site), *_tied(line, site), *_apposed(line, site),
                     *_replaced(line, site)):
            yield edit if not _twice(line.text, site) else Slip(
                edit.sort.replace("dropped", "harmless-drop"), edit.start, edit.end, edit.new)


def _twice(text: str, site: Site) -> bool:
    """Whether a line names the same elsewhere, so that little is lost."""
    return any(word in text[:site.start] + text[site.end:] for word in site.text.split() if len(word) > 3)


def _listed(line: Text, named: list[Site], site: Site) -> Iterator[Slip]:
    """A member of a list, with the "and" or the comma that ties it to the member before or after."""
    gap = r"\s*" if line.language == "th" else r"\s+"
    ands = "|".join(lexicon(line.language).ands)
    for one, two in zip(named, named[1:]):
        between = line.text[one.end:two.start]
        if site in (one, two) and one.sort == two.sort and re.fullmatch(rf"{gap}(?:{ands}){gap}|,\s*", between):
            yield (Slip("dropped-listed", one.start, two.start, "") if site is one
                   else Slip("dropped-listed", one.end, two.end, ""))


def _titled(line: Text, site: Site) -> Iterator[Slip]:
    """A name behind its title: "premier X" -> "de premier"."""
    title = next((t for t in titles.find(line.text, line.language) if 0 <= site.start - t.end <= 1), None)
    if title is None or site.sort not in ("person", "surname"):
        return
    definite = re.search(r"(?:\b(?:de|het|le|la|haar|zijn|son|sa|un|une|een)\s+|l['’])[\w ]{0,20}$",
                         line.text[:title.start], re.IGNORECASE)
    new = title.text if definite else cased(_ARTICLES[line.language] + title.text[:1].lower() + title.text[1:],
                                            title.text)
    sort = "harmless-title-for-name" if _known(line, site) else "dropped-titled"
    yield Slip(sort, title.start, site.end, new)


def _tied(line: Text, site: Site) -> Iterator[Slip]:
    """An agent or a place with its preposition."""
    kind = "agent" if site.sort in ("person", "surname", "organisation") else "place"
    gap = r"\s*" if line.language == "th" else r"\s"
    before = re.search(rf"{gap}(?:{_TIED[line.language][kind]}){gap}$", line.text[:site.start])
    if before and before.start() and not re.match(r"['’]?\w|\s*[,(]|-", line.text[site.end:]):
        yield Slip(f"dropped-{kind}", before.start(), site.end, "")


def _apposed(line: Text, site: Site) -> Iterator[Slip]:
    """A name between two commas."""
    if re.search(r",\s$", line.text[:site.start]) and re.match(r",\s", line.text[site.end:]):
        before = line.text[:site.start].rstrip(" ")
        yield Slip("dropped-apposed", len(before) - 1, site.end + 1, "")


def _replaced(line: Text, site: Site) -> Iterator[Slip]:
    """A person at the head of the line by a pronoun."""
    if site.start == 0 and site.sort in ("person", "surname") and re.match(r"\s?\w|[ก-๙]", line.text[site.end:]):
        sort = "harmless-pronoun" if _known(line, site) else "dropped-pronoun"
        yield Slip(sort, site.start, site.end, _PRONOUN[line.language])


def _known(line: Text, site: Site) -> bool:
    """Whether the version says the name before."""
    return site.text.split()[-1] in line.before
