"""CSV and TSV: a column a language, named in the first row; every cell at its line and column."""
from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import CheckerError
from ..languages import languages
from .bitext import ORIGINAL_ROLES, ROLES, Stretch, Unit, Units
from .extract import by_lines
from .source import Source

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_NAMES = {"id", "key", "name", "place"}
Cell = list[Stretch]


def csv_units(source: Source) -> Units:
    """A table with commas, semicolons or tabs between its cells, whichever its first row has most of."""
    head = source.text.partition("\n")[0]
    return _units(source, max(",;\t", key=head.count))


def tsv_units(source: Source) -> Units:
    """A table with tabs between its cells."""
    return _units(source, "\t")


def _units(source: Source, separator: str) -> Units:
    rows = _rows(source.path, source.text, separator)
    head = [_text(cell).strip() for cell in next(rows, [])]
    columns = {name: n for n, name in enumerate(head) if _is_language(name)}
    if len(columns) < 2:
        raise CheckerError(f"{source.path}: its first row names no two languages; name the columns by their codes, "
                           f"such as {', '.join(languages())}")
    names = next((n for n, name in enumerate(head) if name.lower() in _NAMES), None)
    filled = ((number, row) for number, row in enumerate(rows, 2) if any(_text(cell).strip() for cell in row))
    ordered = sorted(columns, key=lambda name: name.lower() not in ORIGINAL_ROLES)
    return Units(tuple(ordered), tuple(_unit(number, row, columns, names) for number, row in filled),
                 ordered[0].lower() in ORIGINAL_ROLES)


def _is_language(name: str) -> bool:
    found = _CODE.fullmatch(name)
    return name.lower() in ROLES or found is not None and re.split("[-_]", name.lower())[0] in languages()


def _unit(number: int, row: list[Cell], columns: dict[str, int], names: int | None) -> Unit:
    named = _text(row[names]).strip() if names is not None and names < len(row) else ""
    return Unit(named or f"row {number}", {code: row[n] for code, n in columns.items() if n < len(row)})


def _text(cell: Cell) -> str:
    return "".join(t for t, _, _ in cell)


def _rows(path: str, text: str, separator: str) -> Iterator[list[Cell]]:
    """The rows of a table. A cell in quotation marks may hold separators, line breaks and doubled quotation marks."""
    plain = re.compile(rf"[^{re.escape(separator)}\n]*")
    row: list[Cell] = []
    at, line, line_start = 0, 1, 0
    while at < len(text):
        if text[at] == '"':
            end = _quote_end(path, text, at, line)
            row.append(_quoted(text[at + 1:end], line, at + 2 - line_start))
            breaks = text.count("\n", at, end)
            line += breaks
            line_start = text.rfind("\n", at, end) + 1 if breaks else line_start
            at = plain.match(text, end + 1).end()  # type: ignore[union-attr]
        else:
            end = plain.match(text, at).end()  # type: ignore[union-attr]
            row.append([(text[at:end], line, at + 1 - line_start)])
            at = end
        if text[at:at + 1] != separator:
            yield row
            row, line, line_start = [], line + 1, at + 1
        at += 1
    if row:
        yield row


def _quote_end(path: str, text: str, start: int, line: int) -> int:
    """Where the quotation mark stands that closes the one at `start`."""
    at = text.find('"', start + 1)
    while at >= 0 and text[at + 1:at + 2] == '"':
        at = text.find('"', at + 2)
    if at < 0:
        raise CheckerError(f"{path}: a quotation mark is not closed (line {line}); correct it")
    return at


def _quoted(text: str, line: int, column: int) -> Cell:
    cell: Cell = []
    for stretch, at_line, at_column in by_lines(text, line, column):
        parts = stretch.split('""')
        for n, part in enumerate(parts):
            last = n + 1 == len(parts)
            cell.append((part if last else part + '"', at_line, at_column))
            at_column += len(part) + 2
    return cell
