"""A man as a woman, or a woman as a man: courtesies, pronouns and the words for relatives' owners."""
from __future__ import annotations

import random
import re
from collections.abc import Iterator

from checker.facts.names.unspaced import known_words

from .line import Slip, Text, cased

_PAIRS = {
    "nl": {"courtesy": {"de heer": "mevrouw", "meneer": "mevrouw", "mevrouw": "meneer"},
           "pronoun": {"hij": "zij", "zij": "hij", "ze": "hij", "hem": "haar"},
           "owner": {"zijn": "haar", "haar": "zijn"}},
    "fr": {"courtesy": {"M.": "Mme", "Mme": "M.", "monsieur": "madame", "madame": "monsieur"},
           "pronoun": {"il": "elle", "elle": "il"}, "owner": {}},
    "th": {"courtesy": {"นางสาว": "นาย", "นาง": "นาย", "นาย": "นาง"}, "pronoun": {"เขา": "เธอ", "เธอ": "เขา"},
           "owner": {}},
}
# What the original says of the sex; anh and em are said of either, in tenderness and in war.
_SEXES = {"m": re.compile(r"\b(?:ông|anh|anh ấy|ông ấy|chàng|cậu)\b", re.IGNORECASE),
          "f": re.compile(r"\b(?:bà|cô|chị|cô ấy|bà ấy|nàng)\b", re.IGNORECASE)}


def slips(line: Text, chance: random.Random) -> Iterator[Slip]:
    """Each word that says a sex as the other's; `told` where the original's line says one sex, and one only."""
    sexes = [sex for sex, said in _SEXES.items() if said.search(line.original)]
    for kind, words in _PAIRS[line.language].items():
        for old, new in words.items():
            for at in _places(line, old):
                told = "told" if len(sexes) == 1 else "untold"
                yield Slip(f"gender-{kind}-{told}", at, at + len(old), cased(new, line.text[at:]))


def _places(line: Text, word: str) -> Iterator[int]:
    if line.language != "th":
        for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line.text, re.IGNORECASE):
            if word != "zijn" or re.match(r" [a-z]+", line.text[match.end():]):
                yield match.start()
        return
    cuts = known_words(line.text, "th")
    for match in re.finditer(word, line.text):
        if not any(a < match.start() < b or a < match.end() < b for a, b in cuts):
            yield match.start()
