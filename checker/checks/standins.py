"""How surely a leftover stands where a name should: by the letters, by the word links, by what the gazetteers know."""
from __future__ import annotations

import re

from ..facts.names import exonyms, readings
from ..facts.names.folding import fold, words
from ..facts.names.letters import is_eastern, may_be_vietnamese
from ..facts.names.lexicon import lexicon
from . import identities
from .adapted import ALIKE, alikeness, rewritten
from .expected import is_known, lettered
from .leftovers import Leftover
from .mentions import Mention

# The link between a lost name and a leftover from which one stands for the other.
LINKED = 0.12
# The same, where the name is written in a sentence beside: it may have moved there.
FIRM = 0.4
# The same, where nothing else is lost and nothing else left over.
ALONE = 0.05
# The confidence of a name whose capital is not the sentence's.
INSIDE = 0.9
# The same in a script without capitals: of words that no dictionary knows, and that stand where names do.
SPELT = 0.7
# The same, where nothing says that the name is of the stand-in's kind.
CERTAIN = 0.8
# The same, where the gazetteers know the name and its stand-in as two things of one kind.
BOTH_KNOWN = 0.25
# Sections of the gazetteers that hold common nouns.
_NO_NAMES = ("institution", "term")
Judgement = tuple[str, float]
_NONE: Judgement = ("", 0.0)
_ACRONYM = re.compile(r"[A-Z](?:[-.&]?[A-Z0-9])+")


def judge(mention: Mention, missing: tuple[str, ...], left: Leftover, link: float,
          language: str, alone: bool, short: bool) -> Judgement:
    """Code and certainty of a leftover taken as the stand-in of a name; "" for one that is none."""
    if _ACRONYM.fullmatch(left.form):
        return _judge_acronym(mention, missing, left, link, alone)
    if identities.are_two_regions(mention.name.form, left.form) and link >= FIRM:
        return "name-changed", 0.85
    if rewritten(mention, missing, left, language) or _is_of_others(mention, left, link, short, language):
        return _NONE
    alike, beside = _alike(missing, left.words), touches(left, mention)
    if left.form[0].islower() and not (beside and "-" in mention.name.form):
        return _NONE
    if _is_native(mention) and not (is_known(mention) or _may_be_anothers(mention, left)):
        stands = _read_in_part(mention, left) or _is_westerner(mention, left) and link >= (ALONE if alone else LINKED)
        return ("name-changed", 0.75) if stands else _NONE
    if alike >= ALIKE and (mention.written is None or beside):
        return "name-misspelt", 0.6 + 0.3 * alike / 100
    native = _is_native(mention) and may_be_vietnamese(left.form)
    if beside and (native or lettered(mention)):
        return "name-changed", 0.75
    needed = _needed(mention, left, alone, language)
    kept = lettered(mention) or native and not _is_same(mention, left)
    if mention.written is None and kept and link >= needed:
        return "name-changed", min(0.9, 0.6 + link)
    if (mention.written is None or beside) and is_known(mention) and (not mention.near or link >= FIRM):
        return _of_known(mention, left, left.fact.text if beside else left.form, link, language, alone)
    return _NONE


def _alike(missing: tuple[str, ...], found: tuple[str, ...]) -> float:
    """How alike a lost word and another are, 0 to 100; words that many bodies share count only with the whole name.

    >>> _alike(("united", "airlines"), ("delta", "air", "lines")) < ALIKE < _alike(("evergreen",), ("evergren",))
    True
    """
    own = tuple(w for w in missing if w not in lexicon("en").institutional)
    return alikeness(own, found) if own else alikeness((" ".join(missing),), (" ".join(found),))


def _is_of_others(mention: Mention, left: Leftover, link: float, short: bool, language: str) -> bool:
    """Whether a leftover is of a kind that no stand-in of the name is."""
    return _other_kind(mention, left, link, short) or _is_common(mention, left, language)


def _is_common(mention: Mention, left: Leftover, language: str) -> bool:
    """Whether a leftover is a word that bodies are named with, where a name is of another sort or made of such words.

    "Ligue" for National League; "Bourse" of "Bourse de Londres" where a company should be.
    """
    if not set(left.words) <= lexicon(language).institutional or is_known(mention):
        return False
    own = {w.fold for w in words(mention.name.form)}
    return left.form != left.fact.text and not touches(left, mention) or bool(own & lexicon("en").institutional)


def _judge_acronym(mention: Mention, missing: tuple[str, ...], left: Leftover, link: float, alone: bool) -> Judgement:
    """The same for a leftover that is an acronym."""
    if _is_acronym(mention, missing):
        near = link >= LINKED or alone or touches(left, mention) or _is_slip(mention.name.form, left.form)
        return ("acronym-changed", 0.45 if _numbered(mention, left) else 0.85) if near else _NONE
    if alone and mention.name.foreign and _other_initials(mention, left) and link >= LINKED:
        return "name-changed", 0.7
    return _NONE


def _is_native(mention: Mention) -> bool:
    """Whether a name is of its own language's syllables, which another text keeps: a person's, a village's."""
    return not mention.name.foreign and may_be_vietnamese(mention.name.form)


def _may_be_anothers(mention: Mention, left: Leftover) -> bool:
    """Whether a leftover may be of another Vietnamese name: by its letters, or before the given name that was kept.

    In a script that spells names by their sound, letters tell nothing. Nor does a family name that was kept: Koreans
    read in the Vietnamese way share theirs with their own spelling.
    """
    kept = fold(mention.name.words[-1]) in {w.fold for w in words(left.fact.text)}
    return kept or may_be_vietnamese(left.form) or not fold(left.form).isascii()


def _read_in_part(mention: Mention, left: Leftover) -> bool:
    """Whether a leftover is the Chinese reading of a name's given name, behind another family name."""
    family, _, given = left.form.partition(" ")
    return readings.given_reads(mention.name.form, given) and not readings.reads(mention.name.words[0], family)


def _is_same(mention: Mention, left: Leftover) -> bool:
    """Whether a known name may be what the leftover is: the gazetteers give both one meaning, or the leftover is a
    single syllable, which many words are."""
    ours = exonyms.identifiers(mention.name.form, mention.name.type)
    return bool(ours) and (len(left.words) < 2 or bool(set(ours) & set(exonyms.identifiers(left.form))))


def _is_westerner(mention: Mention, left: Leftover) -> bool:
    """Whether a leftover is a person's full name that is read in no Eastern language, where a Vietnamese stood: only
    their names does Vietnamese read in its own way."""
    full = left.fact.detail.form == left.form and identities.is_full(left.form)
    return mention.name.type == "person" and lettered(mention) and full and not is_eastern(left.form)


def _other_kind(mention: Mention, left: Leftover, link: float, short: bool) -> bool:
    """Whether a known place, told by its letters alone, stands beside a name that is none, or that may be none.

    `short`: the name is part of a longer one of the article, so that the city of that name says nothing of it.
    """
    if left.fact.detail.foreign:
        return False
    ours, theirs = identities.sections(mention.name.form), identities.sections(left.form)
    if theirs and theirs <= {"organisation", "institution"} and mention.name.type == "person":
        return True
    if theirs == {"organisation"} and link >= FIRM:
        return False
    if short or not ours:
        return mention.name.type != "place" and link < CERTAIN
    return not ours & theirs


def _other_initials(mention: Mention, left: Leftover) -> bool:
    """Whether an acronym stands where a name of one word should, and cannot be short for it: "TASS" for Interfax."""
    name = mention.name
    return (mention.written is None and name.type == "name"
            and len(name.words) == 1 and name.form[0].lower() != left.form[0].lower())


def _numbered(mention: Mention, left: Leftover) -> bool:
    """Whether two codes have the same number after other letters: a season, a road, a law."""
    numbers = [re.findall(r"\d+", form) for form in (mention.name.form, left.form)]
    return bool(numbers[0]) and numbers[0] == numbers[1]


def _needed(mention: Mention, left: Leftover, alone: bool, language: str) -> float:
    """The link a leftover needs to be the stand-in of a foreign name: more where its absence has another reason, none
    where letters or sounds are copied, and the one name that is gone and the one that came have none in common."""
    if mention.near or mention.name.type == "acronym":
        return ALONE if alone and mention.name.type != "acronym" else FIRM
    if not alone:
        return LINKED
    copied = mention.name.foreign and not is_known(mention)
    sure = INSIDE if lexicon(language).capitals else SPELT
    return 0.0 if copied and left.strange and left.fact.confidence >= sure else ALONE


def _is_acronym(mention: Mention, missing: tuple[str, ...]) -> bool:
    """Whether what is lost of a name is an acronym: the name itself, or a word of it ("CBC News")."""
    return mention.name.type == "acronym" or any(
        w.lower() in missing and _ACRONYM.fullmatch(w) for w in mention.name.words)


def _of_known(mention: Mention, left: Leftover, form: str, link: float, language: str, alone: bool) -> Judgement:
    """The same for a name that the gazetteers know: what stands for it, in this form, must be one they know, too.

    Provinces of one country are taken for each other even where the links do not say so, and so are two countries or
    two organisations where nothing else is lost and nothing else left over.
    """
    ours = exonyms.identifiers(mention.name.form, mention.name.type)
    theirs = exonyms.identifiers(left.form)
    whole = theirs if form == left.form else exonyms.identifiers(form)
    same = (set(ours) & {*theirs, *whole} or identities.is_of_rendering(mention, left, language)
            or identities.is_seat(ours, theirs) or identities.is_piece(mention, ours, theirs))
    if same or not any(i.partition(":")[0] not in _NO_NAMES for i in (*theirs, *whole)):
        return _NONE
    siblings = ({identities.country(i) for i in ours} & {identities.country(i) for i in whole}) - {""}
    near = link >= BOTH_KNOWN or alone and identities.peers(ours, theirs)
    if siblings or theirs and mention.written is None and near:
        return "name-changed", max(0.75, min(0.9, 0.5 + link))
    return _NONE


def _is_slip(one: str, other: str) -> bool:
    """Whether two acronyms have all letters but one in common: "FBI" and "FBD"; no sentence needs both."""
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other)) == 1


def touches(left: Leftover, mention: Mention) -> bool:
    """Whether a leftover's run holds a part of the name: its other words then took the place of the lost ones."""
    part = mention.written or mention.attempt
    fact = left.fact
    if part is not None and part.partial and fact.start < part.end and part.start < fact.end:
        return True
    own = {w.fold for w in words(mention.name.form) if len(w.fold) > 2}
    return part is not None and part.partial and any(w.fold in own for w in words(fact.text))
