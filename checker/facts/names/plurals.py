"""The plurals of roles: "procureurs de la République", "advocaten", "mothers-in-law".

How a language makes them is data: `[plurals]` of its roles.toml, endings of a word -> what they become. A wrong plural
that no text holds does no harm, so where two endings are usual both are made.
"""
from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import product


def plurals(form: str, endings: Mapping[str, Sequence[str]], of: Collection[str], agreeing: bool) -> list[str]:
    """The plurals of a role in lower case; none where a language says no endings.

    The last word before what the role is of (`of`: the words that tie the two) takes the plural; where adjectives
    agree, all words before it do.

    >>> plurals("procureur général de l'état", {"al": ["aux"], "": ["s"]}, {"de"}, True)
    ["procureurs généraux de l'état"]
    >>> plurals("officier van justitie", {"ier": ["iers", "ieren"]}, {"van"}, False)
    ['officiers van justitie', 'officieren van justitie']
    """
    words = form.split(" ")
    head = next((at for at, word in enumerate(words) if re.split("['’]", word)[0] in of), len(words))
    first = 0 if agreeing else head - 1
    if not endings or not head:
        return []
    made = product(*(_of_word(word, endings) for word in words[first:head]))
    return [" ".join((*words[:first], *several, *words[head:])) for several in made]


def _of_word(word: str, endings: Mapping[str, Sequence[str]]) -> list[str]:
    """The plurals of one word, by the longest ending that it has; the word itself where it has none."""
    known = [ending for ending in endings if word.endswith(ending)]
    if not known:
        return [word]
    ending = max(known, key=len)
    return [word.removesuffix(ending) + new for new in endings[ending]]
