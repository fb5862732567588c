"""The house glossary: approved renderings of names, and forbidden ones, from a CSV or TBX file.

CSV: a header, then one rendering a line (or several parted by `|`): `original`, `language`, `approved`, and optionally
`forbidden`, `type` and `note`. TBX (ISO 30042, both the old and the 2019 element names): a concept's term in the
original's language, and in the others terms with an administrative status; deprecated ones are forbidden, the
preferred one is the first. What `checker names --update-glossary` adds carries the note `proposed`, and is not in force
until a person takes the note away.
"""
from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from .errors import CheckerError
from .normal import normal_text

COLUMNS = ("original", "language", "approved", "forbidden", "type", "note")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = ("deprecated", "forbidden", "superseded", "notrecommended")
_PREFERRED = "preferred"
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?")
# The note of a term that nobody has accepted yet.
PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Term:
    """What the house says of one name in one language; the first approved rendering is the preferred one."""

    original: str
    language: str
    approved: tuple[str, ...]
    forbidden: tuple[str, ...] = ()
    type: str = ""
    note: str = ""


@dataclass(frozen=True)
class Glossary:
    """Terms by the original name in small letters, then by language; `proposals` wait for a person to accept them."""

    terms: Mapping[str, Mapping[str, Term]]
    proposals: tuple[Term, ...] = ()

    def term(self, original: str, language: str) -> Term | None:
        """The term for a name, whatever its capitals; None where the house has not said."""
        return self.terms.get(normal_text(original).lower(), {}).get(language)

    def found(self, text: str, language: str) -> list[tuple[int, int, Term]]:
        """The names in a text, in normal form, that have a term in a language: the longest of any that overlap."""
        small = text.lower()
        names = sorted((n for n, row in self.terms.items() if language in row and n in small), key=len, reverse=True)
        found: list[tuple[int, int, Term]] = []
        for name in names:
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                if all(match.end() <= start or end <= match.start() for start, end, _ in found):
                    found.append((*match.span(), self.terms[name][language]))
        return sorted(found, key=lambda one: one[0])


EMPTY = Glossary({})


def load(path: str | None) -> Glossary:
    """Read a glossary; the empty one for None. Raises `CheckerError` where the file cannot be understood."""
    if path is None:
        return EMPTY
    try:
        stamp = Path(path).stat().st_mtime_ns
    except OSError as error:
        raise CheckerError(f"{path}: the glossary cannot be read ({error.strerror}); correct `glossary`") from error
    return _load(path, stamp)


@lru_cache(maxsize=8)
def _load(path: str, stamp: int) -> Glossary:
    del stamp  # part of the key, so that an edited file is read anew
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CheckerError(f"{path}: the glossary is no UTF-8 text; save it as UTF-8") from error
    return _gathered(read_tbx(text, path) if text.lstrip().startswith("<") else read_csv(text, path))


def _gathered(terms: Iterator[Term]) -> Glossary:
    found: dict[str, dict[str, Term]] = {}
    proposals: list[Term] = []
    for term in terms:
        if term.note.lower() == PROPOSED:
            proposals.append(term)
            continue
        row = found.setdefault(normal_text(term.original).lower(), {})
        known = row.get(term.language)
        row[term.language] = term if known is None else Term(
            known.original, known.language, known.approved + term.approved, known.forbidden + term.forbidden,
            known.type or term.type, "; ".join(filter(None, (known.note, term.note))))
    return Glossary(found, tuple(proposals))


def read_csv(text: str, path: str) -> Iterator[Term]:
    """The terms of a CSV file with commas, semicolons or tabs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    table = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    try:
        table.fieldnames = [name.strip().lower() for name in table.fieldnames or ()]
        rows = list(table)
    except csv.Error as error:
        raise CheckerError(f"{path}: the glossary is no CSV after line {table.line_num} ({error}); mend it") from error
    missing = [c for c in COLUMNS[:3] if c not in (table.fieldnames or ())]
    if missing:
        raise CheckerError(f"{path}: the glossary lacks the column {missing[0]}; its first line must name "
                           f"{', '.join(COLUMNS[:3])} (and may name {', '.join(COLUMNS[3:])})")
    for number, row in enumerate(rows, 1):
        if None in row:
            raise CheckerError(f"{path}: row {number} of the glossary has more cells than its header; "
                               "quote a cell that holds the delimiter")
        cells = {key: normal_text(row.get(key) or "") for key in COLUMNS}
        if any(cells.values()):
            yield _term(cells, number, path)


def _term(cells: Mapping[str, str], number: int, path: str) -> Term:
    """The term of a row; one that could never be found is told rather than passed over."""
    if not cells["original"]:
        raise CheckerError(f"{path}: row {number} of the glossary has no `original`; name what it renders")
    language = _LANGUAGE.fullmatch(cells["language"].lower())
    if language is None:
        raise CheckerError(f"{path}: row {number} of the glossary has the language “{cells['language']}”; "
                           "write its code, such as nl")
    return Term(cells["original"], language[1], _several(cells["approved"]), _several(cells["forbidden"]),
                cells["type"], cells["note"])


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def read_tbx(text: str, path: str, original: str = "vi") -> Iterator[Term]:
    """The terms of a TBX file; `original` is the language that names are looked up in."""
    if "<!ENTITY" in text:
        raise CheckerError(f"{path}: the glossary declares XML entities; save it without")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise CheckerError(f"{path}: the glossary is no well-formed XML ({error}); correct it") from error
    for concept in root.iter():
        if _tag(concept) in ("termEntry", "conceptEntry"):
            yield from _concept(concept, original)


def _concept(concept: ElementTree.Element, original: str) -> Iterator[Term]:
    found: dict[str, tuple[list[str], list[str], list[str]]] = {}
    for section in concept:
        language = section.get(_LANG, "").split("-")[0].lower()
        if language:
            approved, forbidden, notes = found.setdefault(language, ([], [], []))
            terms = sorted(_terms(section), key=lambda found: _PREFERRED not in found[1])
            for term, status in terms:
                (forbidden if any(s in status for s in _FORBIDDEN) else approved).append(term)
            notes += _texts(section.iter(), "note")
    kind = "; ".join(_texts((e for e in concept if e.get("type") == "subjectField"), "descrip"))
    for name in found.get(original, ([],))[0]:
        for language, (approved, forbidden, notes) in found.items():
            if language != original:
                yield Term(name, language, tuple(approved), tuple(forbidden), kind, "; ".join(notes))


def _texts(elements: Iterable[ElementTree.Element], tag: str) -> list[str]:
    return [normal_text(e.text) for e in elements if _tag(e) == tag and e.text and e.text.strip()]


def _terms(section: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Each term of a language section with its administrative status, in small letters."""
    for group in section.iter():
        terms = [child for child in group if _tag(child) == "term" and child.text]
        notes = [child for child in group if _tag(child) == "termNote" and "status" in child.get("type", "").lower()]
        for term in terms:
            yield normal_text(term.text or ""), " ".join((n.text or "") for n in notes).lower()


def _tag(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def write_csv(terms: Sequence[Term]) -> str:
    """The terms as a CSV file that `load` reads back."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for t in terms:
        writer.writerow([t.original, t.language, "|".join(t.approved), "|".join(t.forbidden), t.type, t.note])
    return out.getvalue()


def write_tbx(terms: Sequence[Term], original: str = "vi") -> str:
    """The terms as a TBX-Basic file (ISO 30042:2019, DCA style) that `load` reads back."""
    namespace = "urn:iso:std:iso:30042:ed-2"
    root = ElementTree.Element("tbx", {"xmlns": namespace, "type": "TBX-Basic", "style": "dca", _LANG: original})
    header = ElementTree.SubElement(ElementTree.SubElement(root, "tbxHeader"), "fileDesc")
    ElementTree.SubElement(ElementTree.SubElement(header, "sourceDesc"), "p").text = "parallel-article-checker"
    body = ElementTree.SubElement(ElementTree.SubElement(root, "text"), "body")
    by_name: dict[str, list[Term]] = {}
    for term in terms:
        by_name.setdefault(term.original, []).append(term)
    for number, (name, found) in enumerate(by_name.items(), 1):
        concept = ElementTree.SubElement(body, "conceptEntry", {"id": f"c{number}"})
        if found[0].type:
            ElementTree.SubElement(concept, "descrip", {"type": "subjectField"}).text = found[0].type
        _section(concept, original, [(name, "")])
        for term in found:
            _section(concept, term.language, [*((t, "preferredTerm-admn-sts" if i == 0 else "admittedTerm-admn-sts")
                                                for i, t in enumerate(term.approved)),
                                              *((t, "deprecatedTerm-admn-sts") for t in term.forbidden)], term.note)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _section(concept: ElementTree.Element, language: str, terms: Sequence[tuple[str, str]], note: str = "") -> None:
    section = ElementTree.SubElement(concept, "langSec", {_LANG: language})
    if note:
        ElementTree.SubElement(section, "note").text = note
    for text, status in terms:
        group = ElementTree.SubElement(section, "termSec")
        ElementTree.SubElement(group, "term").text = text
        if status:
            ElementTree.SubElement(group, "termNote", {"type": "administrativeStatus"}).text = status
