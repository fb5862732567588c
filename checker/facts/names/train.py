"""Learn how the letters of foreign names are written in a script of sounds: `models/transliteration.json`.

    python -m checker.facts.names.train th --held-out tests/facts/transliteration.tsv

Pairs of a Latin spelling and the script's are taken from the gazetteers (CLDR, GeoNames), from PyThaiNLP's
transliteration dictionary (CC0), and, for languages with a fixed system, from `wunsen` (MIT), which applies the Royal
Society's rules to every syllable of Vietnamese and to the romanised names of Japan, China and Korea, and from the
language's own `customary.tsv`. Expectation
maximisation over a joint multigram model (Deligne and Bimbot 1995; Bisani and Ney 2008) aligns one to three letters
with none to three sounds. What is stored is the cost, -log P(sounds | letters), of every pairing seen often enough.
Names of the held-out set take no part, and pairings
of a letter with a consonant that it has in no language (`[consonants]` of sound.toml) are accidents.
"""
from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import click

from . import customary, exonyms
from .folding import fold
from .letters import letters_of
from .pairings import LETTERS, SOUNDS
from .phones import Script, phones, script
from .syllables import inventory

Pair = tuple[str, str]
Model = dict[Pair, float]
MODELS = Path(__file__).parents[3] / "models"
_ROUNDS = 8
# Rarer pairings are accidents of one word.
_SEEN = 1.5
# A pair whose mean cost a letter is above this is a translation, not a transliteration.
_FOREIGN = 2.4
_PINYIN = (" b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" "),
           "a o e i u ai ei ui ao ou iu ie ue er an en in un ang eng ing ong "
           "ia iao ian iang iong ua uo uai uan uang".split())
_REVISED = (" g kk n d tt r m b pp s ss j jj ch k t p h".split(" "),
            [vowel + final for vowel in "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
             for final in " k n t l m p ng".split(" ")])
# Rimes that the system spells by their letters and papers by their sound in Hà Nội, which no table of syllables has;
# and the h before a glide, for which papers write one letter that only lends the glide its tone (หว่าง for Hoàng).
_HANOI = {"anh": {"ɛŋ": 1.0, "ʔɛŋ": 1.0, "ɛñ": 1.0, "ʔɛñ": 1.0}, "ênh": {"eŋ": 1.0}, "inh": {"iŋ": 1.0},
          "hoa": {"wa": 0.3}, "hoă": {"wa": 0.3}, "hoe": {"wɛ": 0.3}, "huê": {"we": 0.3}, "huy": {"wi": 0.3}}
# What `[respelling]` of sound.toml makes of one letter of Spanish and Portuguese, which the pairs have too rarely.
_PALATAL = {"ny": {"ñ": 0.4, "ññ": 0.7, "ny": 0.7, "ni": 1.5, "n": 2.5}}


def gazetteer_pairs(language: str) -> Iterator[Pair]:
    """Names of one identifier in English or any Latin spelling, and in the script."""
    table, english = exonyms.gazetteer(language), exonyms.gazetteer("en")
    for identifier in table.every():
        section = identifier.split(":")[0]
        latin = english.names(identifier) or exonyms.world().names(identifier)
        if section in ("geonames", "subdivision", "territory", "city", "language") and latin:
            thai = table.names(identifier)[-1]
            yield latin[-1], thai


def dictionary_pairs() -> Iterator[Pair]:
    """English and other loans with their Thai spelling."""
    from pythainlp.corpus.th_en_translit import get_transliteration_dict
    for thai, entry in get_transliteration_dict().items():
        for latin in entry["en"]:
            yield latin, thai


def syllable_pairs(language: str, initials: Iterable[str], rimes: Iterable[str], systems: Iterable[str],
                   tone: str = "") -> Iterator[Pair]:
    """Every syllable of a romanisation, by each of the Royal Society's systems; impossible ones do no harm."""
    from wunsen import ThapSap
    for system in systems:
        rules = ThapSap(language, system=system)
        for initial, rime in product(initials, rimes):
            try:
                made = rules.thap(initial + rime + tone)
            except (KeyError, IndexError, AttributeError, TypeError, ValueError):
                continue
            if re.fullmatch("[\u0e01-\u0e4c]+", made):
                yield initial + rime, made


def japanese_pairs(names: Iterable[str]) -> Iterator[Pair]:
    """Romanised Japanese names by both systems of the Royal Society."""
    from wunsen import ThapSap
    for system in ("ORS61", "RI35"):
        rules = ThapSap("ja", system=system)
        for name in names:
            try:
                made = rules.thap(fold(name))
            except (KeyError, IndexError, AttributeError, TypeError):
                continue
            if re.fullmatch("[ \u0e01-\u0e4c]+", made):
                yield name, made


def general_pairs(language: str) -> Iterator[Pair]:
    """Names and loans from everywhere, written as somebody heard or read them."""
    english = exonyms.gazetteer("en")
    japan = [n for i in english.every() if i.startswith("subdivision:jp") for n in english.names(i)[:1]]
    yield from gazetteer_pairs(language)
    yield from dictionary_pairs()
    yield from japanese_pairs(japan)
    yield from customary.pairs(language)


def fixed_pairs() -> Iterator[tuple[str, Iterator[Pair]]]:
    """The syllables of the languages with a fixed system, by language."""
    yield "vietnamese", syllable_pairs("vi", *inventory("vi"), ["RI55"])
    yield "chinese", syllable_pairs("zh", *_PINYIN, ["RI49", "THC43"], "1")
    yield "korean", syllable_pairs("ko", *_REVISED, ["RI55"])


def every_pair(language: str) -> Iterator[Pair]:
    """All pairs that are learned from."""
    yield from general_pairs(language)
    for _, pairs in fixed_pairs():
        yield from pairs


def expected_counts(model: Model, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """How often each pairing is used in all alignments of the pairs, weighed by their probability."""
    counts: defaultdict[Pair, float] = defaultdict(float)
    for latin, sounds in pairs:
        forward = _sums(model, latin, sounds)
        total = forward[len(latin)][len(sounds)]
        if total <= 0:
            continue
        backward = _sums(model, latin[::-1], sounds[::-1], mirrored=True)
        for i, j in product(range(len(latin)), range(len(sounds) + 1)):
            if forward[i][j]:
                for unit, i2, j2 in _units(latin, sounds, i, j):
                    p = model.get(unit, 0.0)
                    if p:
                        counts[unit] += forward[i][j] * p * backward[len(latin) - i2][len(sounds) - j2] / total
    return counts


def _units(latin: str, sounds: str, i: int, j: int) -> Iterator[tuple[Pair, int, int]]:
    for i2 in range(i + 1, min(i + LETTERS, len(latin)) + 1):
        for j2 in range(j, min(j + SOUNDS, len(sounds)) + 1):
            yield (latin[i:i2], sounds[j:j2]), i2, j2


def _sums(model: Model, latin: str, sounds: str, mirrored: bool = False) -> list[list[float]]:
    sums = [[0.0] * (len(sounds) + 1) for _ in range(len(latin) + 1)]
    sums[0][0] = 1.0
    for i, j in product(range(len(latin)), range(len(sounds) + 1)):
        if sums[i][j]:
            for (letters, symbols), i2, j2 in _units(latin, sounds, i, j):
                unit = (letters[::-1], symbols[::-1]) if mirrored else (letters, symbols)
                sums[i2][j2] += sums[i][j] * model.get(unit, 0.0)
    return sums


def first_model(pairs: Iterable[Pair]) -> Model:
    """Every pairing that occurs, long ones and silent letters less likely."""
    model: Model = {}
    for latin, sounds in pairs:
        for i, j in product(range(len(latin)), range(len(sounds) + 1)):
            for unit, i2, j2 in _units(latin, sounds, i, j):
                model[unit] = 0.01 * 0.05 ** (i2 - i - 1 + abs(j2 - j - 1))
    return model


def licensed(letters: str, sounds: str, of: Script) -> bool:
    """Whether letters can have all the consonants among some sounds; a glide may come beside a vowel.

    >>> of = script("th")
    >>> licensed("ra", "ra", of), licensed("ra", "sa", of), licensed("ia", "iya", of)
    (True, False, True)
    """
    possible = set(of.vowels + of.glides).union(*(of.consonants.get(letter, "w") for letter in letters))
    return all(sound.lower() in possible for sound in sounds)


def fit(pairs: list[Pair], of: Script | None = None, rounds: int = _ROUNDS) -> Model:
    """The joint probabilities after `rounds`; pairs that are no transliterations drop out half-way.

    `of`: the script whose table says which pairings are possible at all.
    """
    model = first_model(pairs)
    if of is not None:
        model = {unit: p for unit, p in model.items() if licensed(*unit, of)}
    for turn in range(rounds):
        counts = expected_counts(model, pairs)
        kept = {unit: n for unit, n in counts.items() if n >= _SEEN * min(1.0, turn / 3)}
        total = sum(kept.values())
        # A tax on long units: they explain a word by itself, and know nothing of the next.
        model = {unit: n / total * 0.5 ** (max(len(unit[0]), len(unit[1])) - 1) for unit, n in kept.items()}
        if turn == rounds // 2:
            pairs = [pair for pair in pairs if _mean_cost(model, *pair) < _FOREIGN]
    return {unit: n / total for unit, n in kept.items()}


def _mean_cost(model: Model, latin: str, sounds: str) -> float:
    p = _sums(model, latin, sounds)[len(latin)][len(sounds)]
    return -math.log(p) / len(latin) / 2 if p > 0 else math.inf


def costs(model: Model) -> dict[str, dict[str, float]]:
    """-log P(sounds | letters) by letters and sounds."""
    totals: defaultdict[str, float] = defaultdict(float)
    for (letters, _), n in model.items():
        totals[letters] += n
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (letters, sounds), n in sorted(model.items()):
        cost = -math.log(n / totals[letters])
        if cost < 6:
            table[letters][sounds] = round(cost, 2)
    return dict(table)


@click.command(help=__doc__)
@click.argument("language")
@click.option("--held-out", type=click.Path(exists=True, path_type=Path), required=True)
def main(language: str, held_out: Path) -> None:
    """Fit both models and write them."""
    of = script(language)
    assert of is not None, f"{language} has no sound.toml"
    rows = [line.split("\t") for line in held_out.read_text("utf-8").splitlines()[1:]]
    unseen = {word for row in rows for name in (row[2], row[4]) for word in fold(name).split()}

    def prepared(pairs: Iterable[Pair], vietnamese: bool) -> list[Pair]:
        made = ((letters_of(latin, vietnamese), phones(thai, of).symbols.replace(" ", "")) for latin, thai in pairs
                if not unseen & set(fold(latin).split()))
        return [(a.replace(" ", ""), b) for a, b in dict.fromkeys(made) if a and b and "#" not in b and len(a) < 25]

    general = prepared(general_pairs(language), False)
    tables = {"general": costs(fit(general, of)),
              **{of_whom: costs(fit(prepared(pairs, of_whom == "vietnamese"))) for of_whom, pairs in fixed_pairs()}}
    for model, more in ("vietnamese", _HANOI), ("general", _PALATAL):
        for letters, sounds in more.items():
            tables[model][letters] = {**tables[model].get(letters, {}), **sounds}
    print(len(general), "pairs")
    path = MODELS / "transliteration.json"
    known = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    known[language] = {**known.get(language, {}), "costs": tables}
    path.write_text(json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
