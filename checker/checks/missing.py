"""Names that the translation does not say.

A pronoun or "the minister" does where the reader knows who is meant, so a lost name is loud only where the version says
it nowhere else, or where it is one of a list whose other members are there.
"""
from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ..facts.names import exonyms, rendering, titles
from ..facts.names.folding import words
from ..facts.names.lexicon import lexicon, lowered
from ..finding import Discrepancy, Message, Place
from ..links import Projection
from ..normal import normal_text
from . import identities, lists
from .expected import is_known, lettered
from .leftovers import Leftover
from .mentions import SAME, Mention, stretch
from .pair import Pair


# The link from which some words of the translation are the name, translated.
TRANSLATED = 0.6
# The same for a name all of whose words bodies are named with, so that they are translated: "National Trust".
WORDED = 0.3
# The link below which no words of the translation stand for the name, not even a pronoun.
UNSAID = 0.15
# Mere initials: nobody is known by them.
_INITIALS = re.compile(r"\w(?:\.\s?\w)*\.?")
# What stands before a title of a work, and a stretch that is quoted.
_QUOTES = ('"', "“", "«", "‘", "「")
_QUOTED = re.compile(r'["“«][^"“”«»]{2,60}["”»]')
# The link from which an unknown word may be the name.
LEAST = 0.03


def find(pair: Pair, mention: Mention, left: Sequence[Leftover] = ()) -> Discrepancy | None:
    """The finding for a mention that is not written in its bead or beside it; None where nothing should be said.

    `left` are the bead's names that nothing explains: a word that no dictionary knows may be this name, oddly written.
    """
    if not _expected(mention) or any(of(pair, mention) for of in (_is_glossed, _is_short, _is_governed, _is_retitled)):
        return None
    dropped = lists.dropped(pair, mention)
    if not (dropped or mention.near is None and _plain(mention)) or _word_heard(pair, mention):
        return None
    listed = dropped or _listed(pair, mention)
    link = pair.links(mention.bead).project(mention.fact.start, mention.fact.end)
    said = WORDED if _is_worded(mention) else TRANSLATED
    if link is not None and link.confidence >= said and not _of_another(pair, mention, link):
        return None
    if any(_may_be(pair, mention, x) or _is_seat(mention, x) for x in left):
        return None
    fact, known = mention.fact, _elsewhere(pair, mention)
    certainty = _certainty(pair, mention, listed, known, link.confidence if link else 0.0)
    at = pair.translation.segments[mention.bead.translation[-1]].end
    message = Message("«{original}» is not named in the translation.", {"original": mention.name.form})
    return Discrepancy("name-missing", message, Place(fact.start, fact.end, fact.value),
                       Place(link.start, link.end) if link and link.confidence > 0.3 else Place(at, at), certainty,
                       {"known": float(known), "listed": float(listed), "link": link.confidence if link else 0.0},
                       advisory=certainty < 0.5)


def _expected(mention: Mention) -> bool:
    """Whether a mention that is not written should be: something that its letters or the gazetteers tell.

    What is heard of it in a sentence beside may be any word.
    """
    beside = mention.near is not None and not mention.near.partial and mention.near.how != "sound"
    if beside or mention.attempt is not None or _INITIALS.fullmatch(mention.name.form):
        return False
    return lettered(mention) or is_known(mention)


def _is_glossed(pair: Pair, mention: Mention) -> bool:
    """Whether the short form of a body, in brackets behind the last word of its name, is enough: "(Cal Fire)"."""
    after = normal_text(pair.original.text[mention.fact.end:mention.fact.end + 3]).lstrip()
    gap = 4 if mention.name.type != "person" and not mention.name.title and after.startswith("(") else 0
    return any(m.written and 0 <= m.fact.start - mention.fact.end < gap for m in pair.mentions.by_bead[mention.bead])


def _is_short(pair: Pair, mention: Mention) -> bool:
    """Whether a name is the acronym in brackets behind a body's full name, which says all: "Liên đoàn (KNVB)"."""
    text, fact = pair.original.text, mention.fact
    bracketed = text[fact.start - 2:fact.start] == " (" and text[fact.end:fact.end + 1] == ")"
    return bracketed and mention.name.type == "acronym"


def _is_governed(pair: Pair, mention: Mention) -> bool:
    """Whether a name is a country's seat of government, and the bead tells the country: "son pays" for Canberra."""
    ours = exonyms.identifiers(mention.name.form, mention.name.type)
    return len(mention.name.words) < 3 and any(
        m.written and identities.governs(ours, exonyms.identifiers(m.name.form, m.name.type))
        for m in pair.mentions.by_bead[mention.bead] if ours and m is not mention)


def _is_retitled(pair: Pair, mention: Mention) -> bool:
    """Whether a quoted name begins a work's title, and the translation quotes as much: films have titles of their own
    in each language."""
    before = pair.original.text[mention.fact.start - 1:mention.fact.start]
    if before not in _QUOTES or mention.name.type == "person" or len(mention.name.words) < 3:
        return False
    ours, theirs = (stretch(article, at).text for article, at in (
        (pair.original, mention.bead.original), (pair.translation, mention.bead.translation)))
    return 0 < len(_QUOTED.findall(ours)) <= len(_QUOTED.findall(theirs))


def _plain(mention: Mention) -> bool:
    """Whether the loss of a name by itself says something: places may be called by other names, and a syllable may be
    a word, which a pronoun mostly takes up."""
    return lettered(mention) and (mention.name.foreign or len(mention.name.words) > 1)


def _of_another(pair: Pair, mention: Mention, link: Projection) -> bool:
    """Whether a name is linked to nothing but another name's rendering: "Galloway" to what is left, Dumfries."""
    return any(m.written and m.written.start <= link.start and link.end <= m.written.end
               for m in pair.mentions.by_bead[mention.bead] if m.name.form != mention.name.form)


def _may_be(pair: Pair, mention: Mention, left: Leftover) -> bool:
    """Whether a word that no dictionary knows stands where the name is expected, so that it may be the name."""
    span = mention.fact.start, mention.fact.end
    return left.unknown and pair.links(mention.bead).strength(span, (left.start, left.end)) >= LEAST


def _is_seat(mention: Mention, left: Leftover) -> bool:
    """Whether a name is where the government of a country sits that the translation names in its place."""
    return identities.governs(exonyms.identifiers(mention.name.form, mention.name.type),
                              exonyms.identifiers(left.form))


def _is_worded(mention: Mention) -> bool:
    """Whether a name is made of nothing but the words that bodies are named with in English."""
    return {w.fold for w in words(mention.name.form)} <= lexicon("en").institutional


def _word_heard(pair: Pair, mention: Mention) -> bool:
    """Whether some word of the name is heard in the translation, in a script that has no capitals to tell it by."""
    language = pair.translation.language
    if lexicon(language).capitals or len(mention.name.words) < 2:
        return False
    text = stretch(pair.translation, mention.bead.translation).text
    return any(f.score >= SAME for w in mention.name.words if len(w) > 3
               for f in rendering.find(w, text, language, type="person"))


def _certainty(pair: Pair, mention: Mention, listed: bool, known: bool, link: float) -> float:
    """How sure a name is lost: a full name that no pronoun or title takes up, or a person named once."""
    if pair.alignment.relation == "abridged" or _is_gloss(pair, mention):
        return 0.3
    if listed:
        return 0.75
    full, person = len(mention.name.words) > 1, mention.name.type == "person"
    if full and not known:
        return 0.7
    if full and _introduces(pair, mention):
        return 0.6
    if person and not known and link < UNSAID:
        return 0.55
    if link >= UNSAID or taken_up(pair, mention):
        return 0.45 if full else 0.3
    return 0.6 if full else 0.3


def _is_gloss(pair: Pair, mention: Mention) -> bool:
    """Whether a name stands in brackets behind another, which is what it means: "Cơ quan Khí tượng (Met Office)"."""
    text, fact = pair.original.text, mention.fact
    return text[fact.end:fact.end + 1] == ")" and any(
        text[m.fact.end:fact.start] == " (" for m in pair.mentions.by_bead[mention.bead])


def _introduces(pair: Pair, mention: Mention) -> bool:
    """Whether a mention is the original's first of the name, in full or in short: what later ones take up."""
    own = {w.fold for w in words(mention.name.form) if len(w.fold) > 2}
    first = min(m.fact.start for m in pair.mentions if own & {w.fold for w in words(m.name.form)})
    return mention.fact.start == first


def taken_up(pair: Pair, mention: Mention) -> bool:
    """Whether a pronoun, or a title that may be the person's, stands in the bead's translation."""
    text, language = stretch(pair.translation, mention.bead.translation).text, pair.translation.language
    pronouns = lexicon(language).pronouns
    if lexicon(language).capitals:
        said = bool(pronouns & set(re.findall(r"[\w-]+", lowered(text))))
    else:
        said = any(p in text for p in pronouns)
    said = said or _is_company(pair, mention) and not _bodies(language).isdisjoint(re.findall(r"[\w-]+", text))
    own = [m.name.title for m in pair.mentions.by_form[mention.name.form] if m.name.title]
    return said or any(titles.compatible(t, o) for t in titles.find(text, language) if titles.is_office(t) for o in own)


@lru_cache(maxsize=None)
def _bodies(language: str) -> frozenset[str]:
    """What bodies are called instead of by their names: "het bedrijf", "le groupe"."""
    return frozenset(word for word, kind in lexicon(language).heads.items() if kind == "organisation")


def _is_company(pair: Pair, mention: Mention) -> bool:
    """Whether a name is some company's or other body's, by the words before it somewhere or by its partners' sign."""
    return "&" in mention.name.form or any(
        m.name.type == "organisation" for m in pair.mentions.by_form[mention.name.form])


def _elsewhere(pair: Pair, mention: Mention) -> bool:
    """Whether the version writes the name somewhere, in full, in more words, or in short: no relative's, who has
    another given name."""
    own = _said(mention.name.form)
    told = [_said(form) for form, found in pair.mentions.known.items() if found]
    return any(own <= said or said <= own and said for said in told)


def _said(form: str) -> frozenset[str]:
    """The words of a name that say who is meant."""
    return frozenset(w.fold for w in words(form) if len(w.fold) > 2)


def _listed(pair: Pair, mention: Mention) -> bool:
    """Whether the name stands in a list of names of which the neighbours are written in the translation."""
    beside = pair.mentions.by_bead[mention.bead]
    at = beside.index(mention)
    neighbours = [m for m in beside[max(0, at - 1):at] + beside[at + 1:at + 2] if _in_list(pair, m, mention)]
    if not neighbours or not all(m.written for m in neighbours):
        return False
    return len(neighbours) > 1 or mention.name.type == neighbours[0].name.type == "acronym"


def _in_list(pair: Pair, one: Mention, other: Mention) -> bool:
    first, second = sorted((one.fact, other.fact), key=lambda f: f.start)
    between = normal_text(pair.original.text[first.end:second.start]).strip().lower()
    words = lexicon(pair.original.language)
    return between in (",", "&", *words.ors) or between.removeprefix(", ") in words.ands
