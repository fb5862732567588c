"""A man called Mrs, a woman called Mr: courtesies before one name that contradict each other."""
from __future__ import annotations

from collections.abc import Iterator

from ..facts.names.lexicon import lexicon, lowered
from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from .mentions import Mention
from .pair import Pair

# What a place that says a sex means.
SEX = {"m": "a man", "f": "a woman"}
_SAID = {"m": N_("«{name}» is a man in the original and «{word}» in the translation."),
         "f": N_("«{name}» is a woman in the original and «{word}» in the translation.")}
# How sure it is where the original says the sex beside the name, and where it does elsewhere.
_TOLD, _UNTOLD = 0.85, 0.75
_REACH = 14  # characters before a name in which its courtesy stands


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each person whose courtesy names the other sex."""
    if pair.alignment.relation == "unrelated":
        return
    for mention in pair.mentions:
        found = _courtesy(pair, mention)
        sex = (_beside(mention) or _elsewhere(pair, mention)) if found and found[0] else ""
        if found and sex and found[0] != sex:
            gender, start, end = found
            fact, sure = mention.fact, _TOLD if _beside(mention) else _UNTOLD
            message = other_sex(mention.name.form, sex, pair.translation.text[start:end])
            yield Discrepancy("gender-changed", message, Place(fact.start, fact.end, fact.value),
                              Place(start, end, SEX[gender]), sure, {"aligned": mention.bead.score})


def _beside(mention: Mention) -> str:
    """The sex that the original says beside a person's name."""
    return mention.name.gender if mention.name.type == "person" else ""


def _elsewhere(pair: Pair, mention: Mention) -> str:
    """The sex that the original says of a person where it names them otherwise, in full or by a part of the name; none
    where it says both, of relatives."""
    own = set(mention.name.words)
    told = {m.name.gender for m in pair.mentions if m.name.gender and m.name.type == "person"
            and (own <= set(m.name.words) or own >= set(m.name.words))}
    return told.pop() if len(told) == 1 else ""


def other_sex(name: str, sex: str, word: str) -> Message:
    """That the original says a person's sex ("m" or "f"), and the translation another by some word."""
    return Message(_SAID[sex], {"name": name, "word": word})


def _courtesy(pair: Pair, mention: Mention) -> tuple[str, int, int] | None:
    """The word of courtesy right before a name's rendering: what it says of the sex, and its file offsets."""
    if mention.written is None or mention.name.type not in ("person", "name"):
        return None
    words = lexicon(pair.translation.language)
    start = mention.written.start
    before = lowered(pair.translation.text[max(0, start - _REACH):start]).replace("\N{NO-BREAK SPACE}", " ")
    ends = before.rstrip()
    for phrase in sorted(words.honorifics, key=len, reverse=True):
        if not ends.endswith(phrase):
            continue
        at = len(ends) - len(phrase)
        if words.capitals and at and ends[at - 1].isalnum():
            continue
        begin = start - len(before) + at
        return words.honorifics[phrase], begin, begin + len(phrase)
    return None
