"""Bilingual files: an article and its versions in one file, segment by segment, already paired."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import cast

from ..article import Document, Pairs
from ..errors import CheckerError
from ..limits import Limits
from .extract import Extract
from .source import Source, load

# Each format's module and function, and the extensions of its files.
FORMATS = {"xliff": ("xliff", "xliff_units"), "tmx": ("xliff", "tmx_units"), "po": ("po", "po_units"),
           "csv": ("tables", "csv_units"), "tsv": ("tables", "tsv_units")}
_EXTENSIONS = {"xliff": "xlf xliff sdlxliff mxliff mqxliff", "tmx": "tmx", "po": "po", "csv": "csv", "tsv": "tsv tab"}
_BY_EXTENSION = {e: name for name, extensions in _EXTENSIONS.items() for e in extensions.split()}
ORIGINAL_ROLES, ROLES = ("source", "original"), ("source", "original", "target", "translation")
Stretch = tuple[str, int | None, int | None]


@dataclass(slots=True)
class Unit:
    """A segment in every language that the file gives it in: stretches of text, each with its line and column.

    `place` names it as the file does.
    """

    place: str
    texts: dict[str, list[Stretch]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Units:
    """All of a file's segments; `languages` as the file names them, the original's first if it says which that is.

    Where it names a side's part and not its language, that is one of `ROLES`.
    """

    languages: tuple[str, ...]
    units: tuple[Unit, ...]
    original_said: bool = True


@dataclass(frozen=True, slots=True)
class Version:
    """A translation, and which of its blocks renders which of the original's: (original, translation), or None."""

    document: Document
    pairs: Pairs


@dataclass(frozen=True, slots=True)
class Bitext:
    """An article set in one file."""

    original: Document
    versions: tuple[Version, ...]


def format_of(path: str) -> str | None:
    """The bilingual format that a file's name says it is in."""
    return _BY_EXTENSION.get(path.rpartition(".")[2].lower())


def read_bilingual(path: str, *, format: str | None = None, original: str | None = None,
                   limits: Limits = Limits()) -> Bitext:
    """The article set in a bilingual file (XLIFF 1.2 and 2, TMX, PO, CSV and TSV with a column a language).

    `original` is the original's language where the file does not say. Raises CheckerError where the file cannot be
    read or holds one language alone.
    """
    return bitext_of(load(path, limits), format, original)


def bitext_of(source: Source, format: str | None = None, original: str | None = None) -> Bitext:
    """`read_bilingual` for a file whose bytes are at hand."""
    path = source.path
    name = format or format_of(path)
    if name not in FORMATS:
        raise CheckerError(f"{path}: not a bilingual file that is known; the formats are {', '.join(FORMATS)}")
    module, function = FORMATS[name]
    units = cast(Callable[[Source], Units], getattr(import_module(f".{module}", __package__), function))(source)
    languages = _original_first(path, units.languages, None if units.original_said else original)
    documents = {code: _document(source, units.units, code) for code in languages}
    first, blocks = documents[languages[0]]
    if not first.blocks:
        raise CheckerError(f"{path}: no text of the original ({languages[0]}) in it")
    return Bitext(first, tuple(Version(documents[c][0], _pairs(blocks, documents[c][1])) for c in languages[1:]))


def _original_first(path: str, languages: Sequence[str], original: str | None) -> list[str]:
    known = list(dict.fromkeys(languages))
    if len(known) < 2:
        raise CheckerError(f"{path}: holds one language alone; a bilingual file has an original and a translation")
    first = next((c for c in known if original and _primary(c) == _primary(original)), known[0])
    return [first, *(c for c in known if c != first)]


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def _document(source: Source, units: Sequence[Unit], code: str) -> tuple[Document, list[int | None]]:
    """One language's document, and for each unit its block (None where it has no text)."""
    extract = Extract()
    blocks: list[int | None] = []
    for unit in units:
        for text, line, column in unit.texts.get(code, ()):
            extract.add(text, line, column)
        blocks.append(extract.end_block("unit", unit.place))
    language = None if code.lower() in ROLES else _primary(code) or None
    return extract.document(source.path, language, notes=source.notes), blocks


def _pairs(original: Sequence[int | None], translation: Sequence[int | None]) -> Pairs:
    return tuple((o, t) for o, t in zip(original, translation) if o is not None or t is not None)
