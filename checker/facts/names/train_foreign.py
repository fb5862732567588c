"""Learn how foreign words are spelt in a script without capitals: `models/foreign.json`.

    python -m checker.facts.names.train_foreign th

The words are those that transliteration is learned from (`train`): places of the gazetteers, loans, given and family
names by custom, and the syllables of languages with a fixed system. What is stored is the cost, -log P(letter | the two
before it), interpolated after Witten and Bell (1991), of every letter that was seen, and of looking at fewer letters.
"""
from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import click

from .train import MODELS, every_pair
from .unspaced import EDGE, writing

_LONGEST = 3  # letters looked at: one and the two before it


def foreign_words(language: str) -> Iterator[str]:
    """The words of all names and syllables in the language's letters; short ones are accidents of their tables."""
    of = writing(language)
    assert of is not None, f"{language} is written with spaces"
    words = {word for _, name in every_pair(language) for word in re.split("[ -]", name)}
    return (word for word in sorted(words) if len(word) > 2 and of.run.fullmatch(word))


def fit(words: Iterable[str]) -> dict[str, dict[str, float]]:
    """The costs of letters and of looking at fewer, as `unspaced.Letters` asks for them."""
    after: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        spelt = EDGE * (_LONGEST - 1) + word + EDGE
        for at in range(_LONGEST - 1, len(spelt)):
            for length in range(_LONGEST):
                after[spelt[at - length:at]][spelt[at]] += 1
    chances: dict[str, float] = {}
    for before in sorted(after, key=len):
        seen, kinds = sum(after[before].values()), len(after[before])
        for letter, times in after[before].items():
            shorter = chances[before[1:] + letter] if before else 1 / kinds
            chances[before + letter] = (times + kinds * shorter) / (seen + kinds)
    fewer = {before: -math.log(len(c) / (sum(c.values()) + len(c))) for before, c in after.items() if before}
    return {"costs": _rounded({gram: -math.log(p) for gram, p in chances.items()}), "fewer": _rounded(fewer)}


def _rounded(costs: dict[str, float]) -> dict[str, float]:
    return {gram: round(cost, 2) for gram, cost in sorted(costs.items())}


@click.command(help=__doc__)
@click.argument("language")
def main(language: str) -> None:
    """Fit the model and write it."""
    path = MODELS / "foreign.json"
    known = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    known[language] = fit(foreign_words(language))
    path.write_text(json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
