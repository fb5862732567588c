"""Titles and offices in a text, as values that all languages share.

A title is a role ("chủ tịch", "voorzitter", "ประธาน") with the words that change it ("phó", "oud-", "อดีต") and what it
has charge of ("bộ trưởng Tài chính", "directrice financière"). All are data: a language's roles.toml and offices.toml.
"""
from __future__ import annotations

import re
from functools import lru_cache

from . import charges, exonyms, kinds, roles
from .charges import Charge
from .lexicon import alternatives, edges, known, lexicon, lowered
from .name import Title
from .unspaced import Writing, cut, known_words, writing

# A word after a title that may make it a name: "Premier League".
_NEXT = re.compile(r"[ -]([^\W\d_]+)")
# A word with a capital right before a role.
_LAST = re.compile(r"\b([^\W\d_a-zà-ÿ][^\W\d_]+) $")
# Characters before a role in which the words stand that make it a verb.
_VERBAL = 40
# The roles whose charge may stand behind the name of who holds them.
_MINISTERS = {"minister", "deputy-minister"}
# Letters of a role that counts at the end of a compound without a hyphen: "topadvocaat", but no "afvaart".
_LONG = 6


@lru_cache(maxsize=None)
def _pattern(language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    if not words.roles:
        return None
    forms = alternatives(list(words.titled))
    before, after = alternatives(list(words.modifiers)), alternatives(list(words.modifiers_after))
    # Thai writes words together, so there a title may begin and end anywhere.
    start, end, gap = (r"(?<!\w)", r"(?!\w)", r"[\s-]+") if words.capitals else ("", "", r"\s*")
    return re.compile(rf"{start}(?P<before>(?:(?:{before})[\s-]*)*)(?:(?P<role>{forms}){_compound(language)}){end}"
                      rf"(?P<after>(?:{gap}(?:{after}){end})*)")


def _compound(language: str) -> str:
    """The pattern of a role at the end of a compound, as another way to read a word; nothing where there are none."""
    words = lexicon(language)
    if not words.compounds:
        return ""
    forms = [form for form, values in words.titled.items() if roles.comparable(values, ("director",))]
    long = alternatives([form for form in forms if len(form) >= _LONG])
    return rf"|(?P<stem>\w[\w-]*?)(?:(?<=-)(?P<hyphened>{alternatives(forms)})|(?P<tail>{long}))"


@lru_cache(maxsize=None)
def _modifier(language: str) -> re.Pattern[str]:
    words = lexicon(language)
    return re.compile(alternatives([*words.modifiers, *words.modifiers_after]))


@lru_cache(maxsize=4096)
def find(text: str, language: str) -> tuple[Title, ...]:
    """The titles in a text of normal form, in order; none overlap.

    >>> [(t.text, sorted(t.roles), sorted(t.modifiers)) for t in find("oud-president Le Van An", "nl")]
    [('oud-president', ['president'], ['former'])]
    >>> [(t.text, sorted(t.charges)) for t in find("de minister van Justitie", "nl")]
    [('minister van Justitie', ['justice'])]
    >>> [t.start for t in find("Met Karel Turner en de Poolse President", "nl")]
    [30]
    """
    pattern = _pattern(language)
    if pattern is None:
        return ()
    low = lowered(text).replace("’", "'")
    inside, of, found, at = known_words(text, language), writing(language), [], 0
    while match := pattern.search(low, at):
        split = any(a < match.start() < b or a < match.end() < b for a, b in inside) or (
            of is not None and (_in_word(low, match, of) or _in_foreign(match, text, language)))
        title = None if split or _is_none(match, text, low, language) else _title(match, text, low, language)
        if title is not None:
            found.append(title)
        at = title.end if title is not None else match.start() + 1 if split else match.end()
    return tuple(found)


def _in_word(low: str, match: re.Match[str], of: Writing) -> bool:
    """Whether, where words are written together, a role ends within a syllable, or is a piece of a Latin word."""
    start, end = match.span()
    latin = low[start].isascii() and (low[start - 1:start].isascii() and low[start - 1:start].isalpha()
                                      or low[end:end + 1].isascii() and low[end:end + 1].isalpha())
    return latin or not of.parts(low, end)


def _in_foreign(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a role is the middle of a foreign word, a name mostly: no wife (เมีย) is in ดาเมียน."""
    return any(not p.known and p.start < match.start() and match.end() < p.end for p in cut(text, language))


def _is_none(match: re.Match[str], text: str, low: str, language: str) -> bool:
    """Whether what is spelt like a role is none: a body's name, a person's, a people's, a verb."""
    return (_is_named(match, text) or _is_name(match, text) or _ends_name(match, text, language)
            or _is_people(match, text, language) or _is_verb(match, low, language))


def _is_verb(match: re.Match[str], low: str, language: str) -> bool:
    """Whether a role is a verb by the words before it."""
    before = low[max(0, match.start() - _VERBAL):match.start()]
    return any(match.group() in v.forms and v.after.search(before) for v in lexicon(language).verbs)


def _is_named(match: re.Match[str], text: str) -> bool:
    """Whether a role with a capital is the first word of an organisation's name."""
    more = _NEXT.match(text, match.end()) if text[match.start()].isupper() else None
    return more is not None and any(i.startswith("organisation:")
                                    for i in exonyms.identifiers(text[match.start():more.end()]))


def _is_name(match: re.Match[str], text: str) -> bool:
    """Whether a compound is a name, by its capital inside a sentence: no "Crimestoppers" are defenders."""
    before = text[:match.start()].rstrip(" \"'“”‘’«»(")
    inside = before[-1:] not in ("", ".", "!", "?", ":", "…")
    return bool(match.groupdict().get("tail")) and text[match.start()].isupper() and inside


def _ends_name(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a role of one word is the last one of a name, by its capital and that of the word before it, which is
    neither a role nor a people: "Museum of Fine Arts", "Jack Turner", but not "the Dutch President"."""
    if not lexicon(language).small_roles or not text[match.start()].isupper() or " " in match.group():
        return False
    before = _LAST.search(text, 0, match.start())
    return before is not None and before.start() > 0 and (
        before[1].lower() not in lexicon(language).titled and not kinds.find(before[1], language))


def _is_people(match: re.Match[str], text: str, language: str) -> bool:
    """Whether a role ends in a country, by its capital: "người Anh" is an Englishman, "người anh" a brother."""
    first, _, last = match.group().strip().rpartition(" ")
    start = match.end() - len(last)
    return bool(first) and text[match.start()].islower() and text[start:start + 1].isupper() and bool(
        known(last, language))


def _title(match: re.Match[str], text: str, low: str, language: str) -> Title | None:
    words = lexicon(language)
    groups = match.groupdict()
    form = groups["role"] or groups.get("hyphened") or groups.get("tail") or ""
    before = [] if groups.get("stem") else _modifier(language).findall(match["before"])
    form, before = _longest(form, before, words.titled)
    values = words.titled[" ".join(form.split())]
    modifiers = words.modifiers | words.modifiers_after
    stated = [*before, *_modifier(language).findall(match["before"] if groups.get("stem") else ""),
              *_modifier(language).findall(match["after"])]
    changes = ({modifiers[" ".join(m.split())] for m in stated}
               | {v for v in values if v in set(modifiers.values())})
    held = {v for v in values if v not in changes and v[0] != "@"}
    if not held:
        return None
    end, of = match.end(), frozenset(v[1:] for v in values if v[0] == "@")
    stem = (groups.get("stem") or "").rstrip("-")
    if not of and held & charges.in_charge():
        end, of = charges.following(low, end, language) or (end, charges.of_stem(stem, language))
        of = of or (charges.behind_name(text, end, language) if held <= _MINISTERS else of)
    start, said = charges.preceding(low, match.start(), language) if held & charges.in_charge() else (match.start(), of)
    return _made(start, end, text, held, frozenset(changes - {""}), of or said)


def _longest(form: str, before: list[str], known: dict[str, frozenset[str]]) -> tuple[str, list[str]]:
    """The longest role that the last modifiers and a form make together: "phó giáo sư" is a role of its own."""
    for at in range(len(before)):
        for glue in (" ", "-", ""):
            whole = glue.join((*before[at:], form))
            if whole in known:
                return whole, before[:at]
    return form, before


def _made(start: int, end: int, text: str, held: set[str], changes: frozenset[str], of: frozenset[str]) -> Title:
    made = [roles.composed(changes, role) for role in held]
    kept = frozenset[str]().union(*(left for left, _ in made))
    besides = (role for modifier in kept for role in roles.table()["besides"].get(modifier, ()))
    return Title(start, end, text[start:end], frozenset((*besides, *(role for _, role in made))), kept, of)


def compatible(one: Title, other: Title) -> bool:
    """Whether two titles may name one office: they share a role, or one's is the more general, and a charge if both
    say one.

    >>> chair, president = find("chủ tịch UBND", "vi")[0], find("president", "nl")[0]
    >>> compatible(chair, president)
    False
    """
    if one.charges and other.charges and not one.charges & other.charges:
        return False
    return any(roles.related(a, b) for a in one.roles for b in other.roles)


def converse(one: Title, other: Title) -> bool:
    """Whether two titles may tell one tie from its two ends: who has a son is his mother.

    >>> converse(find("con trai", "vi")[0], find("haar moeder", "nl")[0])
    True
    """
    return any(roles.converse(a, b) for a in one.roles for b in other.roles)


def value(title: Title) -> str:
    """A title as one comparable string: its modifiers, roles and charges.

    >>> value(find("ex-minister van Justitie", "nl")[0])
    'former minister @justice'
    """
    said = "/".join(sorted(title.roles)) + "".join(f" @{c}" for c in sorted(title.charges))
    return " ".join((*sorted(title.modifiers), said))


def may_be_one(one: str, other: str) -> bool:
    """Whether two values of titles may be of one: the same words change them, and a role of the one may be the other's.

    >>> may_be_one("former owner/landlord", "former owner"), may_be_one("former owner", "owner")
    (True, False)
    """
    (before, ours), (after, theirs) = (value.partition(" @")[0].rpartition(" ")[::2] for value in (one, other))
    return before == after and any(roles.related(a, b) for a in ours.split("/") for b in theirs.split("/"))


def modifies(modifier: str, text: str, language: str) -> bool:
    """Whether a text, which may have other words between, says what a modifier says of a role: "used to be".

    >>> modifies("former", "de voormalig Zuid-Afrikaanse bankdirecteur", "nl")
    True
    """
    pattern = _apart(modifier, language)
    return pattern is not None and bool(pattern.search(lowered(text)))


@lru_cache(maxsize=None)
def _apart(modifier: str, language: str) -> re.Pattern[str] | None:
    words = lexicon(language)
    known = words.modifiers | words.modifiers_after | words.modifiers_apart
    forms = [form for form, said in known.items() if said == modifier]
    start, end = edges(language)
    return re.compile(start + alternatives(forms) + end) if forms else None


def is_office(title: Title) -> bool:
    """Whether a title says an office, which no text words as another, and no mere occupation.

    >>> is_office(find("senator", "nl")[0]), is_office(find("schrijver", "nl")[0])
    (True, False)
    """
    return all(role in roles.table()["offices"] for role in title.roles)


def is_relative(title: Title) -> bool:
    """Whether a title says a relative, whom no text words as another: a father is no grandfather.

    >>> is_relative(find("haar vader", "nl")[0]), is_relative(find("zijn vriend", "nl")[0])
    (True, False)
    """
    return any(role in roles.table()["relatives"] for role in title.roles) and not roles.anyones(title.roles)


def may_be_any(title: Title) -> bool:
    """Whether a title says that a person holds an office as somebody else does, and not which: a counterpart.

    >>> may_be_any(find("người đồng cấp", "vi")[0]), may_be_any(find("bộ trưởng", "vi")[0])
    (True, False)
    """
    return bool(title.roles & set(roles.table()["unsaid"]))


def in_charge(text: str, language: str) -> tuple[Charge, ...]:
    """Ministers and ministries with what they have charge of.

    >>> found = in_charge("de minister van Justitie en het ministerie van Defensie", "nl")
    >>> [(c.text, sorted(c.concepts)) for c in found]
    [('minister van Justitie', ['justice']), ('ministerie van Defensie', ['defence'])]
    """
    held = [Charge(t.start, t.end, t.text, t.charges) for t in find(text, language)
            if t.charges and t.roles & {"minister", "deputy-minister"}]
    bodies = [b for b in charges.bodies(text, language) if all(b.end <= h.start or h.end <= b.start for h in held)]
    return tuple(sorted((*held, *bodies), key=lambda c: c.start))
