"""How well transliterations are told from other names: `python -m checker.facts.names.measure SET LANGUAGE [HALF]`.

SET is a table like `tests/facts/transliteration.tsv`: half, origin, name, accepted spellings (parted by ";"), another
name that sounds close, its spelling. What is tuned is tuned on the half "dev"; "test" is for reporting, and
`tests/facts/transliteration_kept.tsv` ("kept") was written to be measured once.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from . import rendering, sound

# A name stands in a sentence; what else the sentence says should make no difference.
_SENTENCE = {"th": "เมื่อวานนี้ {} กล่าวว่าจะเดินทางไปร่วมประชุมอีกครั้งในสัปดาห์หน้า"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A name, a spelling, and whether the spelling is one of the name's."""

    name: str
    spelling: str
    right: bool


def trials(table: Path, half: str) -> Iterator[Trial]:
    """Every accepted spelling of a half of the table as right, every other name's as wrong, and the other way round."""
    for line in table.read_text("utf-8").splitlines()[1:]:
        which, _, name, accepted, other, other_spelling = line.split("\t")
        if which == half:
            spellings = accepted.split(";")
            yield from (Trial(name, spelling, True) for spelling in spellings)
            yield Trial(other, other_spelling, True)
            yield Trial(name, other_spelling, False)
            yield Trial(other, spellings[0], False)


def by_sound(language: str) -> Callable[[str, str], float]:
    """The score of sound alone: what is left where no gazetteer knows the name."""
    ear = sound.ear(language)
    assert ear is not None, f"{language} has no sound.toml"
    return lambda name, spelling: max((h.score for h in ear.readings(name, spelling)), default=0.0)


def by_all(language: str) -> Callable[[str, str], float]:
    """The score of all evidence together."""
    return lambda name, spelling: rendering.score(name, spelling, language).score


def in_a_sentence(language: str) -> Callable[[str, str], float]:
    """The score of the best place in a sentence that holds the spelling."""
    def judge(name: str, spelling: str) -> float:
        text = _SENTENCE[language].format(spelling)
        return max((f.score for f in rendering.find(name, text, language, type="person")), default=0.0)
    return judge


@click.command(help=__doc__)
@click.argument("table", type=click.Path(exists=True, path_type=Path))
@click.argument("language")
@click.argument("half", default="dev")
def main(table: Path, language: str, half: str) -> None:
    """Print the curves."""
    tried = list(trials(table, half))
    judges = {"sound alone": by_sound, "all evidence": by_all, "in a sentence": in_a_sentence}
    for title, make in judges.items():
        judge = make(language)
        scores = [(judge(t.name, t.spelling), t.right) for t in tried]
        right = sum(r for _, r in scores)
        click.echo(f"{title}: {right} right spellings, {len(scores) - right} of other names ({half})")
        for level in range(1, 10):
            taken = [r for score, r in scores if score >= level / 10]
            hit = sum(taken)
            click.echo(f"  from {level / 10}: recall {hit / right:6.1%}  precision {hit / max(1, len(taken)):6.1%}"
                       f"  others taken {(len(taken) - hit) / (len(scores) - right):6.1%}")


if __name__ == "__main__":
    main()
