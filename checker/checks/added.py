"""Names that only the translation has.

Translators explain: they add a country, a first name, the full name of a party. Loud is only a name among the members
of a list whose other members are all the original's, and a person's name where the original names nobody.
"""
from __future__ import annotations

import re
from functools import lru_cache

from ..article import Bead
from ..facts.names import exonyms, rendering, titles
from ..facts.names.folding import fold
from ..facts.names.lexicon import lexicon
from ..finding import Discrepancy, Message, Place
from ..normal import normal_text
from . import beside, identities, lists, unprompted
from .leftovers import Leftover
from .mentions import SAME, Mention, regions
from .pair import Pair

# The link back from which a leftover says something of the original in other words.
TOLD = 0.3
# The first words of a name, behind a courtesy, where the dictionary knows them.
_GIVEN = re.compile(r"[^\s\d]{1,6}(?: [^\s\d]{1,6}){0,2}")
# A given name that words of the dictionary spell.
_FIRST = re.compile(r"[^\s\d]{2,12}")
# Characters in which a title behind a name ends.
_TITLE = 40
# Letters of a role that marks a name; shorter ones are ordinary words as well.
_ROLE = 4
# What stands between a town and its country.
_APPOSED = re.compile(r"(?:, ?| ?\()(?:[^\W\d]{1,4} )?")
# The same for one word of a script without capitals, which may be a loan.
LOAN = 0.2
# The link back below which it says nothing of the original.
UNSAID = 0.16


def find(pair: Pair, bead: Bead, left: Leftover) -> Discrepancy | None:
    """The finding for a leftover that replaced nothing."""
    back = pair.links(bead).back(left.start, left.end)
    link = back.confidence if back else 0.0
    if not lexicon(pair.translation.language).capitals and not fold(left.form).isascii():
        return beside.given(pair, bead, left, link) or _unheard(pair, bead, left, link)
    if any(m.written.start < left.fact.end and left.fact.start < m.written.end
           for m in pair.mentions.by_bead[bead] if m.written):
        return beside.given(pair, bead, left, link)
    if _tells_country(pair, bead, left) or _is_elliptic(pair, bead, left):
        return None
    listed = link < TOLD and (_listed(pair, bead, left) or _tied(pair, bead, left))
    if not listed and unprompted.is_unprompted(pair, bead, left, link):
        return _unprompted(pair, bead, left, link)
    if not listed and _named_elsewhere(pair, left):
        return None
    person = link < TOLD and left.strange and _person(pair, bead, left)
    if not listed and (not left.strange or any(part[:1].islower() for part in re.split(r"[ -]", left.form))):
        return None
    if not listed and len(left.words) < 2 or left.words[0] in lexicon(pair.translation.language).institutional:
        return None
    at = back.end if back else pair.original.segments[bead.original[-1]].end
    message = Message("«{translation}» is named in the translation only.", {"translation": left.fact.text})
    there = Place(left.fact.start, left.fact.end, left.fact.value)
    certainty = 0.75 if listed else 0.6 if person else 0.3
    return Discrepancy("name-added", message, Place(at, at), there, certainty,
                       {"link": link, "listed": float(listed)}, advisory=not listed and not person)


def _unprompted(pair: Pair, bead: Bead, left: Leftover, link: float) -> Discrepancy:
    """A known name for which nothing in the original's sentence asks."""
    at = pair.original.segments[bead.original[-1]].end
    message = Message("«{translation}» is named in the translation only.", {"translation": left.form})
    return Discrepancy("name-added", message, Place(at, at), Place(left.start, left.end, left.fact.value), 0.6,
                       {"link": link, "aligned": bead.score})


def _tells_country(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a country is set off by commas behind a town of the original that lies in it: "à Lagos, au Nigeria,"."""
    text, theirs = pair.translation.text, exonyms.identifiers(left.form)
    for m in pair.mentions.by_bead[bead]:
        between = text[m.written.end:left.start] if m.written else ""
        if _APPOSED.fullmatch(between) and (text[left.end:left.end + 1] in (",", ")", ".", "")):
            ours = exonyms.identifiers(m.name.form)
            if identities.lies_in(ours, theirs) or identities.governs(ours, theirs):
                return True
    return False


def _is_elliptic(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a word and the name of the next member make a known region: "North en South Dakota" for both Dakotas."""
    text = pair.translation.text
    gap = next((g for g in (f" {word} " for word in lexicon(pair.translation.language).ands)
                if text.startswith(g, left.end)), "")
    after = (m for m in pair.mentions.by_bead[bead] if m.written and gap and m.written.start > left.end)
    written = next((m.written for m in after if m.written), None)
    if written is None or text[left.end + len(gap):written.start].count(" ") != 1:
        return False
    return bool(regions(f"{left.form} {text[written.start:written.end]}"))


def _unheard(pair: Pair, bead: Bead, left: Leftover, link: float) -> Discrepancy | None:
    """A name in a script without capitals, a known one or a word that no dictionary knows, where it sounds like none
    of the original's, stands for no word of it and is no word that the version uses.

    Loan words, too, are in no dictionary: one that nothing marks as a name is at most worth knowing.
    """
    joined = left.strange and (" " in left.form or link < LOAN) and _joined(pair, left)
    listed = joined or _in_series(pair, left) or link < TOLD and _tied(pair, bead, left)
    if not left.strange and not listed or beside.behind(pair, bead, left):
        return None
    if not listed and unprompted.is_unprompted(pair, bead, left, link):
        return _unprompted(pair, bead, left, link)
    repeated = pair.translation.text.count(left.form) > 1
    if not listed and (repeated or not left.fact.detail.foreign or link >= UNSAID):
        return None
    if not listed and _named_elsewhere(pair, left):
        return None
    marked = listed or not left.unknown or len(left.form.split()) > 1 or _headed(pair, left)
    at = pair.original.segments[bead.original[-1]].end
    message = Message("«{translation}» seems to be a name that the original does not have.", {"translation": left.form})
    return Discrepancy("name-added", message, Place(at, at), Place(left.start, left.end, left.fact.value),
                       0.75 if listed else 0.6 if marked else 0.3, {"link": link, "aligned": bead.score},
                       advisory=not marked)


def _named_elsewhere(pair: Pair, left: Leftover) -> bool:
    """Whether it is short for a name that the article has in another place: the version says who it is that added."""
    language = pair.translation.language
    found = (f for form in pair.mentions.by_form for f in rendering.find(form, left.form, language))
    return any(f.score >= SAME and f.partial for f in found)


def _headed(pair: Pair, left: Leftover) -> bool:
    """Whether a word that says what is named stands right before: "the party", "Mr", "president"."""
    words = lexicon(pair.translation.language)
    before = pair.translation.text[max(0, left.start - 24):left.start].rstrip()
    roles = (role for role in words.roles if len(role) >= _ROLE)
    return any(before.endswith(w) for group in (words.heads, words.honorifics, roles) for w in group)


def _joined(pair: Pair, left: Leftover) -> bool:
    """Whether an "and" ties a name to a name of the original that stands right before it, or right after."""
    text, language = pair.translation.text, pair.translation.language
    ends = {m.written.end for m in pair.mentions if m.written}
    for word in lexicon(language).ands:
        before = _before_kind(text[:left.start], language)
        at = before.rfind(word)
        if at >= 0 and (before.endswith(word) or _FIRST.fullmatch(before, at + len(word)) and _is_spaced(text, left)):
            rest = before[:at].rstrip()
            if {len(rest), len(_before_title(rest, language))} & ends:
                return True
    return False


def _in_series(pair: Pair, left: Leftover) -> bool:
    """Whether a name stands between two of the original's in a list that parts its members by spaces: "A X and B"."""
    written = [m for m in pair.mentions if m.written]
    before = next((m for m in written if m.written and m.written.end == left.start - 1), None)
    text = pair.translation.text
    if before is None or text[left.start - 1] != " " or lexicon(pair.translation.language).capitals:
        return False
    after = _ands(pair.translation.language).match(text, left.end)
    ours, theirs = exonyms.identifiers(before.name.form), exonyms.identifiers(left.form)
    return (after is not None and any(m.written.start == after.end() for m in written if m.written)
            and identities.peers(ours, theirs))


@lru_cache(maxsize=None)
def _ands(language: str) -> re.Pattern[str]:
    """The words that join the last member of a list to those before it."""
    return re.compile(rf"\s?(?:{'|'.join(lexicon(language).ands)})\s?")


def _is_spaced(text: str, left: Leftover) -> bool:
    """Whether a space parts a name from what stands before it, as a family name from a given one that words spell."""
    return text[left.start - 1:left.start] == " "


def _before_title(text: str, language: str) -> str:
    """A text that ends after a person without the title that stands behind the name."""
    at = max(0, len(text) - _TITLE)
    start = next((t.start for t in titles.find(text[at:], language) if t.end == len(text) - at), len(text) - at)
    return text[:at + start].rstrip()


def _before_kind(text: str, language: str) -> str:
    """A text that ends before a name without the word that says what kind of thing it is, or the person's title."""
    text, known = text.rstrip(), lexicon(language)
    courtesy = max((text.rfind(word) + len(word) for word in known.honorifics if word in text), default=0)
    if courtesy and _GIVEN.fullmatch(text, courtesy):
        text = text[:courtesy]
    forms = (*exonyms.spelling(language, "kinds"), *known.honorifics, *known.roles)
    kind = max((k for k in forms if text.endswith(k)), key=len, default="")
    return text.removesuffix(kind).rstrip()


def _person(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover looks like a person whom the original leaves unnamed, having no other name to account for."""
    institutional = lexicon("en").institutional | lexicon(pair.translation.language).institutional
    if not 2 <= len(left.words) <= 3 or institutional & set(left.words) or left.fact.detail.type == "place":
        return False
    return all(m.written for m in pair.mentions.by_bead[bead]) and not exonyms.identifiers(left.form)


def _listed(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover is a member of a list of which the one before it is the original's: "A, X, B", "A, X and".

    A country after a city is no member: "London, Engeland, en …".
    """
    before = [m for m in pair.mentions.by_bead[bead] if m.written and m.written.end <= left.fact.start]
    if not before:
        return False
    last = max(before, key=lambda m: m.written.end if m.written else 0)
    assert last.written is not None
    text, words = pair.translation.text, lexicon(pair.translation.language)
    after, between = text[left.fact.end:left.fact.end + 6].lstrip(" "), text[last.written.end:left.fact.start].strip()
    if words.capitals and between in words.ands and len(left.words) > 1 and not _plain_list(pair, last):
        return True
    following = (",", "&", *(f"{word} " if words.capitals else word for word in words.ands))
    parting = between in (",", "&") or between.removeprefix(", ") in words.ands
    if not parting or not after.startswith(following):
        return False
    return not (exonyms.identifiers(left.form) and last.name.type == "place" and left.fact.detail.type == "place"
                and not _plain_list(pair, last))


def _tied(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a name is tied to a list which has no more members in the original: one that nobody near says, or one
    in the middle of the list, where no explanation stands."""
    span = (left.start, left.end)
    return ((left.strange or lists.inside(pair, bead, span)) and not _of_whole(pair, bead, left)
            and lists.added(pair, bead, span))


def _of_whole(pair: Pair, bead: Bead, left: Leftover) -> bool:
    """Whether a leftover is the end of a known name that has an "and" inside: "Bosnië en Herzegovina"."""
    starts = (m.written.start for m in pair.mentions.by_bead[bead] if m.written and m.written.end <= left.start)
    last = max(starts, default=left.start)
    return last < left.start and bool(exonyms.identifiers(pair.translation.text[last:left.end]))


def _plain_list(pair: Pair, last: Mention) -> bool:
    """Whether the original has a list at the name before, too."""
    after = normal_text(pair.original.text[last.fact.end:last.fact.end + 4]).lstrip(" ")
    return after.startswith((",", "&", *lexicon(pair.original.language).ands))
