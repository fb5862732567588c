"""A man called Mrs, a woman called Mr: courtesies before one name that contradict each other."""
from __future__ import annotations

from collections.abc import Iterator

from ..facts.names.lexicon import lexicon, lowered
from ..finding import Discrepancy, Message, Place
from .mentions import Mention
from .pair import Pair

_REACH = 14  # characters before a name in which its courtesy stands


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each person whose courtesy names the other sex."""
    if pair.alignment.relation == "unrelated":
        return
    for mention in pair.mentions:
        found = _courtesy(pair, mention)
        if found is not None and mention.name.gender and found[0] and found[0] != mention.name.gender:
            gender, start, end = found
            fact = mention.fact
            message = Message("«{name}» is {original} in the original and «{word}» in the translation.",
                              {"name": mention.name.form, "original": _SEX[mention.name.gender],
                               "word": pair.translation.text[start:end]})
            yield Discrepancy("gender-changed", message, Place(fact.start, fact.end, fact.value),
                              Place(start, end, _SEX[gender]), 0.85, {"aligned": mention.bead.score})


_SEX = {"m": "a man", "f": "a woman"}


def _courtesy(pair: Pair, mention: Mention) -> tuple[str, int, int] | None:
    """The word of courtesy right before a name's rendering: what it says of the sex, and its file offsets."""
    if mention.written is None or mention.name.type != "person":
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
