"""Another name where the rendering of a name should stand.

Three things tell it: the run of capitals around a short form holds foreign words where the name's own are missing
("Luke Mills" for Luke Miles); a leftover name of the bead is near the lost one in letters; or the word links lead from
the lost name to a leftover.
"""
from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..article import Bead
from ..facts.names import acronyms, exonyms, kinds, readings
from ..facts.names.folding import fold, words
from ..facts.names.lexicon import lexicon
from ..facts.names.letters import may_be_vietnamese
from ..facts.names.romanised import christened, same_sound
from ..facts.names.spelled import skeleton
from ..finding import Discrepancy, Message, Place
from . import identities
from .habits import Habits
from .leftovers import Leftover
from .mentions import Mention, Written, stretch
from .pair import Pair

# The confidence of the extractor from which a name of common words is a person's.
SURE = 0.8
# How alike two words are (0 to 100, normalised indel similarity) from which one is a misspelling of the other.
ALIKE = 70
# The link between a lost name and a leftover from which one stands for the other.
LINKED = 0.12
# The same, where the name is written in a sentence beside: it may have moved there.
FIRM = 0.4
# The same, where nothing else is lost and nothing else left over.
ALONE = 0.05
# The same, where nothing says that the name is of the stand-in's kind.
CERTAIN = 0.8
# The same, where the gazetteers know the name and its stand-in as two things of one kind.
BOTH_KNOWN = 0.25
Judgement = tuple[str, float]
_NONE: Judgement = ("", 0.0)
_VOWELS = frozenset("aeiouy")
_ACRONYM = re.compile(r"[A-Z](?:[-.&]?[A-Z0-9])+")


@dataclass(frozen=True, slots=True)
class Substitute:
    """A leftover that took the place of a mention."""

    code: str
    mention: Mention
    leftover: Leftover
    certainty: float
    link: float

    def discrepancy(self, bead: Bead) -> Discrepancy:
        """The finding, pointing at the whole run in which the foreign words stand."""
        fact, there = self.mention.fact, self.leftover.fact
        arguments = {"original": fact.detail.form, "translation": there.text}
        message = (Message("«{original}» is «{translation}» in the translation: another spelling.", arguments)
                   if self.code == "name-misspelt" else
                   Message("«{original}» is «{translation}» in the translation: another name.", arguments))
        return Discrepancy(self.code, message, Place(fact.start, fact.end, fact.value),
                           Place(there.start, there.end, there.value), self.certainty,
                           {"link": self.link, "aligned": bead.score}, suggestion=fact.detail.form)


def find(pair: Pair, mention: Mention, left: list[Leftover], usual: Habits) -> Substitute | None:
    """The leftover that stands for a mention, if one does; not one that the version always writes for it."""
    missing = lost_words(mention, pair) if left and carried(mention) else ()
    left = [x for x in left if not _habitual(mention, x, missing, usual)
            and not readings.reads(mention.name.form, x.form)]
    if not missing or not left:
        return None
    links, language = pair.links(mention.bead), pair.translation.language
    lost = [m for m in pair.mentions.by_bead[mention.bead] if not m.written and carried(m)]
    alone = lost == [mention] and len(left) == 1 and not mention.near
    short = mention.name.form in pair.mentions.short_forms
    best = Substitute("", mention, left[0], 0.0, 0.0)
    for x in left:
        link = links.strength((mention.fact.start, mention.fact.end), (x.start, x.end))
        if _anothers(mention, x, pair) or _governed(mention, x, pair) or identities.is_home(mention.name.form, x.form):
            continue
        only = alone or _is_only(identities.is_locality, mention, x, lost, left) or _is_only(
            _is_full, mention, x, lost, left)
        code, certainty = _judge(mention, missing, x, link, language, only, short)
        certainty = min(certainty, 0.6) if x.unknown else certainty
        if certainty > best.certainty:
            best = Substitute(code, mention, x, certainty, link)
    return best if best.code else None


def _is_only(kind: Callable[[str], bool], mention: Mention, x: Leftover, lost: Sequence[Mention],
             left: Sequence[Leftover]) -> bool:
    """Whether a name is the only one of a kind that its bead lost, and a leftover the only other: the rest may be
    anything."""
    return (mention.near is None and kind(x.form) and kind(mention.name.form)
            and [m for m in lost if kind(m.name.form)] == [mention]
            and {y.form for y in left if kind(y.form)} == {x.form})


def _is_full(form: str) -> bool:
    """Whether a name may be a person's in full, and is no body's."""
    folds = {w.fold for w in words(form)} or set(form.split())
    return 2 <= len(folds) <= 3 and not folds & lexicon("en").institutional and not exonyms.identifiers(form)


def misplaced(pair: Pair, mention: Mention) -> Substitute | None:
    """Another country where one of several mentions of a country is linked: "North and South" for South twice.

    A country that the sentence of the original does not name at all needs hardly a link.
    """
    if not mention.shared or not is_known(mention):
        return None
    links, here = pair.links(mention.bead), pair.mentions.by_bead[mention.bead]
    ours = _territories(mention.name.form, pair.original.language)
    named = {t for m in here for t in _territories(m.name.form, pair.original.language)}
    for fact in pair.facts_of(mention.bead, "name")[1]:
        theirs = _territories(fact.detail.form, pair.translation.language)
        link = links.strength((mention.fact.start, mention.fact.end), (fact.start, fact.end))
        if not ours or not theirs or ours & theirs or link < (FIRM if theirs & named else LINKED):
            continue
        rivals = [m for m in here if m.shared or not m.written or theirs & named]
        if link >= max(links.strength((m.fact.start, m.fact.end), (fact.start, fact.end)) for m in rivals):
            left = Leftover(fact, fact.start, fact.end, (fact.text,), False)
            return Substitute("name-changed", mention, left, 0.75, link)
    return None


def read_out(pair: Pair, mention: Mention) -> Discrepancy | None:
    """Other letters read out where an acronym's should be, in a script without them, if nothing else is spelt out."""
    if mention.name.type != "acronym" or mention.written or mention.near:
        return None
    text, fact = stretch(pair.translation, mention.bead.translation), mention.fact
    written = [(m.written.start, m.written.end) for m in pair.mentions.around(mention.bead) if m.written]
    spans = [text.span(*s) for s in acronyms.spelt_out(text.text, pair.translation.language)]
    free = [s for s in spans if not any(a < s[1] and s[0] < b for a, b in written)]
    lost = [m for m in pair.mentions.by_bead[mention.bead] if m.name.type == "acronym" and not m.written]
    if len(free) != 1 or lost != [mention]:
        return None
    there = pair.translation.text[slice(*free[0])]
    message = Message("«{original}» is «{translation}» in the translation: another name.",
                      {"original": mention.name.form, "translation": there})
    return Discrepancy("acronym-changed", message, Place(fact.start, fact.end, fact.value),
                       Place(*free[0], f"acronym:{there}"), 0.75, {"aligned": mention.bead.score},
                       suggestion=mention.name.form)


def _territories(form: str, language: str) -> set[str]:
    """The countries that a name or an adjective made of it means: "Noord-Koreaanse"."""
    forms = [form, *(form.removesuffix(e) for e in exonyms.spelling(language, "suffixes") if e)]
    return {i for f in forms for i in exonyms.identifiers(f) if i.startswith("territory:")}


def carried(mention: Mention) -> bool:
    """Whether a name is expected to stand in the translation in letters that can be compared with its own."""
    return lettered(mention) or mention.name.type in ("acronym", "code", "person") or is_known(mention)


def lettered(mention: Mention) -> bool:
    """Whether a name is known by its letters: it is not made of its own language's syllables, or surely a person's."""
    return mention.name.foreign or mention.name.type == "person" and mention.fact.confidence >= SURE


def is_known(mention: Mention) -> bool:
    """Whether the gazetteers tell what a name is called elsewhere."""
    return mention.fact.confidence >= 0.8 and bool(exonyms.identifiers(mention.name.form, mention.name.type))


def lost_words(mention: Mention, pair: Pair) -> tuple[str, ...]:
    """The folds of a name's words that the bead's translation does not have: all of them where nothing was found."""
    own = tuple(w.fold for w in words(mention.name.form) if len(w.fold) > 1)
    written = mention.written
    if written is None:
        there = {w.fold for w in words(_text(pair, mention.attempt))} if mention.attempt else set()
        return tuple(w for w in own if w not in there) or own
    if mention.name.type == "acronym" and (
            _spelt_out(_text(pair, written), written.how) or _claimed(pair, mention, written)):
        return own  # the letters beside it may be another's
    if not written.partial:
        return ()
    there = {w.fold for w in words(_text(pair, written))}
    return tuple(w for w in own if w not in there)


def _spelt_out(text: str, how: str) -> bool:
    """Whether the rendering of an acronym is in words."""
    return " " in text or how == "exonym" and not (text.isascii() and text.isupper())


def _claimed(pair: Pair, mention: Mention, written: Written) -> bool:
    """Whether what is taken for an acronym is the rendering of the whole name, which stands in the original as well."""
    return any(m.written and (m.written.start, m.written.end) == (written.start, written.end)
               for m in pair.mentions.by_bead[mention.bead] if m is not mention and m.name.type != "acronym")


def _text(pair: Pair, written: Written) -> str:
    return pair.translation.text[written.start:written.end]


def _judge(mention: Mention, missing: tuple[str, ...], left: Leftover, link: float,
           language: str, alone: bool, short: bool) -> Judgement:
    """Code and certainty of a leftover taken as the stand-in of a name; "" for one that is none."""
    if _ACRONYM.fullmatch(left.form):
        return _judge_acronym(mention, missing, left, link, alone)
    if identities.are_two_regions(mention.name.form, left.form) and link >= FIRM:
        return "name-changed", 0.85
    if _rewritten(mention, missing, left, language) or _other_kind(mention, left, link, short):
        return _NONE
    alike, beside = _alike(missing, left.words), _touches(left, mention)
    if left.form[0].islower() and not (beside and "-" in mention.name.form):
        return _NONE
    if _is_native(mention) and not (is_known(mention) or _may_be_anothers(mention, left)):
        return ("name-changed", 0.75) if _read_in_part(mention, left) else _NONE
    if alike >= ALIKE and (mention.written is None or beside):
        return "name-misspelt", 0.6 + 0.3 * alike / 100
    native = _is_native(mention) and may_be_vietnamese(left.form)
    if beside and (native or lettered(mention)):
        return "name-changed", 0.75
    needed = ALONE if alone and mention.name.type != "acronym" else _needed(mention)
    kept = lettered(mention) or native and not is_known(mention)
    if mention.written is None and kept and link >= needed:
        return "name-changed", min(0.9, 0.6 + link)
    if (mention.written is None or beside) and is_known(mention) and (not mention.near or link >= FIRM):
        return _of_known(mention, left, left.fact.text if beside else left.form, link, language, alone)
    return _NONE


def _judge_acronym(mention: Mention, missing: tuple[str, ...], left: Leftover, link: float, alone: bool) -> Judgement:
    """The same for a leftover that is an acronym."""
    if _is_acronym(mention, missing):
        near = link >= LINKED or alone or _touches(left, mention) or _is_slip(mention.name.form, left.form)
        return ("acronym-changed", 0.45 if _numbered(mention, left) else 0.85) if near else _NONE
    if alone and mention.name.foreign and _other_initials(mention, left) and link >= LINKED:
        return "name-changed", 0.7
    return _NONE


def _anothers(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a leftover says what kind of thing another name beside it is, all of which is written: "Gardens"."""
    kinds, run = lexicon("en").institutional | lexicon(pair.translation.language).institutional, left.fact
    written = (m.written for m in pair.mentions.by_bead[mention.bead] if m is not mention and m.written)
    return set(left.words) <= kinds and any(not w.partial and w.start < run.end and run.start < w.end for w in written)


def _governed(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a leftover stands for something the bead names: a capital for its country, a people for a town's club."""
    people = (i for known in kinds.find(left.form, pair.translation.language) for i in known.ids)
    theirs = {*exonyms.identifiers(left.form), *(f"territory:{i}" for i in people)}
    named = [exonyms.identifiers(m.name.form, m.name.type) for m in pair.mentions.by_bead[mention.bead]]
    return any(identities.governs(ids, theirs) or identities.lies_in(ids, theirs) for ids in named)


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


def _other_kind(mention: Mention, left: Leftover, link: float, short: bool) -> bool:
    """Whether a known place, told by its letters alone, stands beside a name that is none, or that may be none.

    `short`: the name is part of a longer one of the article, so that the city of that name says nothing of it.
    """
    if left.fact.detail.foreign:
        return False
    ours, theirs = identities.sections(mention.name.form), identities.sections(left.form)
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


def _needed(mention: Mention) -> float:
    """The link a leftover needs to be the stand-in of a foreign name: more where its absence has another reason."""
    return FIRM if mention.near or mention.name.type == "acronym" else LINKED


def _is_acronym(mention: Mention, missing: tuple[str, ...]) -> bool:
    """Whether what is lost of a name is an acronym: the name itself, or a word of it ("CBC News")."""
    return mention.name.type == "acronym" or any(
        w.lower() in missing and _ACRONYM.fullmatch(w) for w in mention.name.words)


def _alike(missing: tuple[str, ...], words: tuple[str, ...]) -> float:
    return max((fuzz.ratio(a, b) for a in missing for b in words), default=0.0)


def _habitual(mention: Mention, left: Leftover, missing: tuple[str, ...], usual: Habits) -> bool:
    """Whether the version always says a leftover for a name; a slip of letters made twice is still one."""
    return left.form in usual.get(mention.name.form, ()) and _alike(missing, left.words) < ALIKE


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
    if same or not (theirs or whole):
        return _NONE
    siblings = ({identities.country(i) for i in ours} & {identities.country(i) for i in whole}) - {""}
    near = link >= BOTH_KNOWN or alone and identities.peers(ours, theirs)
    if siblings or theirs and mention.written is None and near:
        return "name-changed", max(0.75, min(0.9, 0.5 + link))
    return _NONE


def _rewritten(mention: Mention, missing: tuple[str, ...], left: Leftover, language: str) -> bool:
    """Whether a leftover is the name as the language writes it: adapted, or all words by the sound of its script."""
    if christened(mention.name.form, left.form):
        return True
    if len(missing) == 1 and any(
            same_sound(missing[0], b, language, own=True) for b in _bare(left.words, language)):
        return True
    run = tuple(w.fold for w in words(left.fact.text))
    by_sound = [any(same_sound(a, b, language) for b in run) for a in missing]
    spelt = all(same or _alike((a,), run) >= ALIKE or _sounds_alike(a, run, language)
                for a, same in zip(missing, by_sound))
    return _adapted(mention, missing, left) or len(missing) > 1 and any(by_sound) and spelt


def _bare(found: Sequence[str], language: str) -> list[str]:
    """Words as they stand, and without an ending of the language: "Pasjinians"."""
    ends = [e for e in exonyms.spelling(language, "suffixes") if e]
    return [*found, *(w.removesuffix(e) for w in found for e in ends if w.endswith(e))]


def _sounds_alike(missing: str, found: Sequence[str], language: str) -> bool:
    """Whether a word is nearly another by what the two sound like."""
    return _alike((skeleton(missing, "en"),), tuple(skeleton(w, language) for w in found)) >= ALIKE


def _adapted(mention: Mention, missing: tuple[str, ...], left: Leftover) -> bool:
    """Whether a leftover is a place's or a thing's name in another language's clothes: "Rocheuses" for Rockies."""
    if any(a + "s" == b or b + "s" == a for a in missing for b in left.words):
        return True  # "MPs"
    if any(len(b) > 2 and a.startswith(b) and a != b for a in missing for b in left.words):
        return True  # shortened: "Ariz." for Arizona
    if mention.name.type in ("person", "acronym", "code") or _slip(mention, missing, left):
        return False
    kept = {w.fold for w in words(mention.name.form)} & {w.fold for w in words(left.fact.text)}
    if kept and len(mention.name.words) == len(words(left.fact.text)):
        return False  # the other words were kept, as a person's are
    return any(_shared(a, b) >= 4 and max(len(a), len(b)) - _shared(a, b) < min(5, _shared(a, b))
               and _is_ending(a[_shared(a, b):]) and not _respelt(a, b) for a in missing for b in left.words)


def _is_ending(letters: str) -> bool:
    """Whether letters may be an ending that languages exchange, and no other word or name: "ia", but not "wood"."""
    return sum(c not in _VOWELS for c in letters) <= 1


def _respelt(one: str, other: str) -> bool:
    """Whether two words of one length differ in a consonant or two: no language's ending does that.

    >>> _respelt("deptford", "deptfodd"), _respelt("corsica", "corsice")
    (True, False)
    """
    apart = [(a, b) for a, b in zip(one, other) if a != b]
    return len(one) == len(other) and 0 < len(apart) <= 2 and not any(c in _VOWELS for pair in apart for c in pair)


def _is_slip(one: str, other: str) -> bool:
    """Whether two acronyms have all letters but one in common: "FBI" and "FBD"; no sentence needs both."""
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other)) == 1


def _slip(mention: Mention, missing: tuple[str, ...], left: Leftover) -> bool:
    """Whether one word of several differs inside only: languages change a name's end, "Quinteiro" is not Quintero."""
    return mention.attempt is not None and len(mention.name.words) > len(missing) and any(
        a[-2:] == b[-2:] and fuzz.ratio(a, b) >= ALIKE for a in missing for b in left.words)


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return len(os.path.commonprefix([one, other]))


def _touches(left: Leftover, mention: Mention) -> bool:
    """Whether a leftover's run holds a part of the name: its other words then took the place of the lost ones."""
    part = mention.written or mention.attempt
    fact = left.fact
    if part is not None and part.partial and fact.start < part.end and part.start < fact.end:
        return True
    own = {w.fold for w in words(mention.name.form) if len(w.fold) > 2}
    return part is not None and part.partial and any(w.fold in own for w in words(fact.text))
