"""Reasons for which a name of the translation stands there, other than to take the place of one that is lost."""
from __future__ import annotations

from ..facts.names import exonyms, kinds, rendering
from ..facts.names.lexicon import lexicon, lowered
from ..links import Projection
from . import identities
from .expected import is_known
from .leftovers import Leftover
from .mentions import SAME, Mention
from .pair import Pair
from .standins import ALONE

# The link from which a leftover says something else of the original, and how many times that to the name it is.
_SAID, _FAR = 0.3, 4
# Characters in which a title or an article before a name ends, and those before it that say what it is of.
_BESIDE, _REACH = 8, 40
_OPENING, _CLOSING = tuple('"“«‘'), tuple('"”»’')


def is_explained(mention: Mention, left: Leftover, pair: Pair, link: float) -> bool:
    """Whether a leftover is there for another reason than to stand for the name as another one."""
    return (_anothers(mention, left, pair) or _governed(mention, left, pair) or _describes(mention, left, pair)
            or _is_described(mention, left, pair) or _are_many(mention, left, pair) or _is_retitled(mention, left, pair)
            or _says_else(mention, left, pair, link) or identities.is_home(mention.name.form, left.form))


def _are_many(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a word that says that there are several stands before a leftover, where one person should be: "les Pères
    fondateurs"."""
    before = pair.translation.text[max(0, left.start - _BESIDE):left.start].split()
    return mention.name.type == "person" and bool(before) and before[-1].lower() in lexicon(
        pair.translation.language).plural_articles


def _says_else(mention: Mention, left: Leftover, pair: Pair, link: float) -> bool:
    """Whether a leftover, hardly linked to the name, says other words of the original: another name that is lost, or
    what stands away from the name and is none that the translation has."""
    links, beside = pair.links(mention.bead), [m for m in pair.mentions.by_bead[mention.bead] if m is not mention]
    lost = (links.strength((m.fact.start, m.fact.end), (left.start, left.end)) for m in beside if not m.written)
    if max(lost, default=0.0) >= max(_SAID, _FAR * link):
        return True
    back = links.back(left.start, left.end) if link < ALONE else None
    if back is None or back.confidence < _SAID or any(_meets(m, back) for m in beside if m.written):
        return False
    return back.end < mention.fact.start - _BESIDE or mention.fact.end + _BESIDE < back.start


def _meets(mention: Mention, words: Projection) -> bool:
    return mention.fact.start < words.end and words.start < mention.fact.end


def _is_retitled(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a work that the original calls by its English title has one of the language's own, in quotes."""
    text, run = pair.translation.text, left.fact
    before, after = text[:run.start].rstrip()[-1:], text[run.end:].lstrip()[:1]
    quoted = before in _OPENING and after in _CLOSING
    return quoted and mention.name.words[0] == "The" and run.text.split()[0].lower() in lexicon(
        pair.translation.language).particles


def _is_described(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether the original only tells where a club or body is that the translation calls by its name, which the
    original has elsewhere: "đội bóng vùng Sussex" for Brighton."""
    text, head = pair.original.text[max(0, mention.fact.start - _REACH):mention.fact.start], mention.name.head
    known, before = lexicon(pair.original.language), " ".join(["", *lowered(text).split()]).removesuffix(f" {head}")
    of = bool(head) and known.heads.get(head) == "place" and any(
        kind == "organisation" and before.endswith(f" {word}") for word, kind in known.heads.items())
    return of and _leads(left, pair) and any(
        rendering.score(m.name.form, left.form, pair.translation.language).score >= SAME
        for m in pair.mentions if m.bead is not mention.bead)


def _leads(left: Leftover, pair: Pair) -> bool:
    """Whether a leftover is the first of its sentence or clause, where the subject stands."""
    before = pair.translation.text[max(0, left.start - 2):left.start].strip(" ")
    return not before or not before[-1].isalnum()


def _behind_of(left: Leftover, pair: Pair) -> bool:
    """Whether "of" stands right before a leftover."""
    before = pair.translation.text[max(0, left.start - _BESIDE):left.start].replace("'", " ").split()
    return bool(before) and before[-1].lower() in lexicon(pair.translation.language).of


def _describes(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a place or body stands behind "of" where a person known to the version is told by what they were:
    "l'ancien milieu de Liverpool".

    One who is called by a part of a longer name is that person, whatever body has the name; a town's is the town.
    """
    theirs, ours = identities.sections(left.form), identities.sections(mention.name.form)
    short = mention.name.form in pair.mentions.short_forms and "place" not in ours
    known = any(mention.name.form in form.split() or mention.name.form == form
                for form, found in pair.mentions.known.items() if found)
    return bool(theirs) and _behind_of(left, pair) and known and (short or not is_known(mention))


def _anothers(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a leftover says what kind of thing another name beside it is, all of which is written: "Gardens"."""
    kinds, run = lexicon("en").institutional | lexicon(pair.translation.language).institutional, left.fact
    written = (m.written for m in pair.mentions.by_bead[mention.bead] if m is not mention and m.written)
    return set(left.words) <= kinds and any(not w.partial and w.start < run.end and run.start < w.end for w in written)


def _governed(mention: Mention, left: Leftover, pair: Pair) -> bool:
    """Whether a leftover stands for something the bead names: a capital for its country, a people for a town's club,
    an adjective for the name itself ("Europese" for EU)."""
    people = (f"territory:{i}" for known in kinds.find(left.form, pair.translation.language) for i in known.ids)
    theirs = set(exonyms.identifiers(left.form)) or set(people)  # New Mexico has a country's name inside, and is none
    named = [exonyms.identifiers(m.name.form, m.name.type) for m in pair.mentions.by_bead[mention.bead]]
    own = kinds.identifiers(mention.name.form, mention.name.type)
    adjective = kinds.COUNTRY not in kinds.kinds_of(own) and any(
        known.text == left.form and kinds.same(own, known.ids)
        for known in kinds.find(left.form, pair.translation.language))
    return adjective or any(identities.governs(ids, theirs) or identities.lies_in(ids, theirs) for ids in named)
