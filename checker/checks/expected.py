"""What of a name a translation should have in letters that can be compared, and what of it is not there."""
from __future__ import annotations

from ..facts.names import exonyms
from ..facts.names.folding import words
from .mentions import Mention, Written
from .pair import Pair

# The confidence of the extractor from which a name of common words is a person's.
SURE = 0.8


def carried(mention: Mention) -> bool:
    """Whether a name is expected to stand in the translation in letters that can be compared with its own."""
    kept = lettered(mention) or is_village(mention) or mention.name.type in ("acronym", "code", "person")
    return kept or is_known(mention)


def lettered(mention: Mention) -> bool:
    """Whether a name is known by its letters: it is not made of its own language's syllables, or surely a person's."""
    return mention.name.foreign or mention.name.type == "person" and mention.fact.confidence >= SURE


def is_village(mention: Mention) -> bool:
    """Whether a name is of its own language's syllables, and a word of kind makes it a place's: "huyện Vân Đồn"."""
    name = mention.name
    return (not name.foreign and name.type == "place" and bool(name.head) and len(name.words) > 1
            and mention.fact.confidence >= SURE)


def is_known(mention: Mention) -> bool:
    """Whether the gazetteers tell what a name is called elsewhere; several words that they know are sure to be one."""
    sure = mention.fact.confidence >= SURE or len(mention.name.words) > 1
    return sure and bool(exonyms.identifiers(mention.name.form, mention.name.type))


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
