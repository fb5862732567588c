"""`checker align`: two texts in, their sentence alignment out, for any languages the encoder knows."""
from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from . import __version__
from .article import Article, Block, Document, Segment
from .config import Config
from .limits import Limits

Ids = tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """One side: its sentences (or lines) by number from 0, and its language where it is known."""

    language: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A bead: numbers of sentences on both sides, one side possibly empty; how alike they are, up to 1."""

    original: Ids
    translation: Ids
    score: float


@dataclass(frozen=True)
class Aligned:
    """Two texts and the beads between them, in order."""

    original: Text
    translation: Text
    rows: tuple[Row, ...]


def align_lines(original: str, translation: str, config: Config) -> Aligned:
    """Align two files of one sentence a line; empty lines count, and stand alone. Purely monotone."""
    from .aligner import align
    from .encoder import configured
    from .mending import mend
    from .pairing import parameters
    from .comparison import encode

    lines = [_lines(path, config) for path in (original, translation)]
    articles = [_article(path, found) for path, found in zip((original, translation), lines, strict=True)]
    numbers = [[i for i, line in enumerate(found) if line.strip()] for found in lines]
    a, b = encode(articles, configured(config))
    links = align(a.units(range(len(numbers[0]))), b.units(range(len(numbers[1]))), parameters(lines=True))
    rows = [Row(tuple(numbers[0][i] for i in x.original), tuple(numbers[1][j] for j in x.translation), float(x.score))
            for x in mend(a, b, links)]
    rows += [Row((i,), (), 0.0) for i, line in enumerate(lines[0]) if not line.strip()]
    rows += [Row((), (j,), 0.0) for j, line in enumerate(lines[1]) if not line.strip()]
    texts = [Text(config.for_file("lang", path) or "und", tuple(found))
             for path, found in zip((original, translation), lines, strict=True)]
    return Aligned(texts[0], texts[1], in_order(rows))


def align_articles(original: str, translation: str, config: Config) -> Aligned:
    """Read, segment and align two files, as a check does: with moved passages."""
    from .encoder import configured
    from .comparison import encode
    from .pairing import pair_up
    from .parting import part
    from .reading import read_article

    articles = [read_article(path, config) for path in (original, translation)]
    encoder = configured(config)
    a, b = encode(part(articles, encoder), encoder)
    joined, alignment = pair_up(a, b)
    rows = [Row(x.original, x.translation, x.score) for x in alignment.beads]
    texts = [Text(c.language, tuple(" ".join(s.text.split()) for s in c.segments)) for c in (a.article, joined.article)]
    return Aligned(texts[0], texts[1], in_order(rows))


def in_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    """By the original; what only the translation has stands after what precedes it there.

    >>> [r.translation for r in in_order([Row((), (1,), 0), Row((0,), (0,), 1), Row((1,), (2,), 1)])]
    [(0,), (1,), (2,)]
    """
    placed = sorted((r for r in rows if r.original), key=lambda r: r.original)
    for row in sorted((r for r in rows if not r.original), key=lambda r: r.translation):
        before = [i for i, r in enumerate(placed) if r.translation and r.translation[0] < row.translation[0]]
        placed.insert(max(before, default=-1) + 1, row)
    return tuple(placed)


def _lines(path: str, config: Config) -> list[str]:
    from .readers.source import load

    text = load(path, Limits(**config["limits"])).text
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _article(path: str, lines: Sequence[str]) -> Article:
    """The lines that are not empty as segments; an empty line parts paragraphs."""
    segments: list[Segment] = []
    blocks: list[Block] = []
    at = paragraph = 0
    for line in lines:
        if line.strip():
            segments.append(Segment(len(segments), paragraph, at, at + len(line), line))
            blocks.append(Block(at, at + len(line)))
        else:
            paragraph += 1
        at += len(line) + 1
    return Article(Document(path, "\n".join(lines), tuple(blocks)), "und", tuple(segments))


def vecalign(aligned: Aligned) -> str:
    """Vecalign's lines: `[0, 1]:[2]:cost`, the cost one less the likeness."""
    return "".join(f"{list(r.original)}:{list(r.translation)}:{1 - r.score:.6f}\n" for r in aligned.rows)


def tsv(aligned: Aligned) -> str:
    """Both texts and the score, parted by tabs, a bead a line."""
    return "".join("\t".join((*_said(aligned, r), f"{r.score:.3f}")) + "\n" for r in aligned.rows)


def as_json(aligned: Aligned) -> str:
    """The beads with their texts."""
    beads = [{"original": list(r.original), "translation": list(r.translation), "score": round(r.score, 3),
              "texts": list(_said(aligned, r))} for r in aligned.rows]
    languages = {"original": aligned.original.language, "translation": aligned.translation.language}
    return json.dumps({"languages": languages, "beads": beads}, ensure_ascii=False, indent=1) + "\n"


def tmx(aligned: Aligned) -> str:
    """TMX 1.4b, for translation tools; what stands alone has no unit."""
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(root, "header", {
        "creationtool": "checker", "creationtoolversion": __version__, "segtype": "sentence", "o-tmf": "checker",
        "adminlang": "en", "srclang": aligned.original.language, "datatype": "plaintext"})
    body = ET.SubElement(root, "body")
    for row in aligned.rows:
        if row.original and row.translation:
            unit = ET.SubElement(body, "tu")
            languages = (aligned.original.language, aligned.translation.language)
            for language, words in zip(languages, _said(aligned, row), strict=True):
                variant = ET.SubElement(unit, "tuv", {"xml:lang": language})
                ET.SubElement(variant, "seg").text = _xml(words)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


FORMATS: Mapping[str, Callable[[Aligned], str]] = {"tsv": tsv, "vecalign": vecalign, "tmx": tmx, "json": as_json}


def _said(aligned: Aligned, row: Row) -> tuple[str, str]:
    sides: list[Any] = [(aligned.original, row.original), (aligned.translation, row.translation)]
    a, b = (" ".join(" ".join(text.sentences[i].split()) for i in ids) for text, ids in sides)
    return a, b


def _xml(text: str) -> str:
    return "".join(c for c in text if c >= " " and not 0xd800 <= ord(c) <= 0xdfff and c not in "\ufffe\uffff")
