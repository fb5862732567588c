"""From what a file or a caller gives to checked values: types, choices, names; errors say what to write instead."""
from __future__ import annotations

import datetime as dt
import difflib
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import CheckerError
from .keys import BY_NAME, Key, Type


def checked(values: Mapping[str, Any], origin: str, folder: Path | None = None) -> dict[str, Any]:
    """`values` with each key known and each value of its type.

    `origin` is named in errors; `folder` is where relative paths start (None: they stay as they are).

    >>> checked({"languages": "nl"}, "checker.toml")
    {'languages': ['nl']}
    """
    return {name: _value(known(name, BY_NAME, origin), value, origin, folder) for name, value in values.items()}


def known(name: str, table: Mapping[str, Key], origin: str) -> Key:
    """The key of that name, or an error that suggests the nearest."""
    if name not in table:
        raise CheckerError(f"{origin}: unknown key {name!r}{suggestion(name, table)}; "
                           "'checker config --show' lists the keys")
    return table[name]


def suggestion(word: str, words: Iterable[str]) -> str:
    """“, did you mean …?” where a word is near.

    >>> suggestion("langauges", ["languages", "limits"])
    ", did you mean 'languages'?"
    """
    near = difflib.get_close_matches(word, list(words), 1, 0.6)
    return f", did you mean {near[0]!r}?" if near else ""


def _value(key: Key, value: Any, origin: str, folder: Path | None) -> Any:
    if value is None and key.default is None:
        return None
    if key.type == "table":
        return _table(key, value, origin, folder)
    return _simple(key.type, key, key.name, value, origin, folder)


def _table(key: Key, value: Any, origin: str, folder: Path | None) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise CheckerError(f"{origin}: {key.name} is a table of names and values, not {value!r}")
    for name in value:
        if key.names and name not in key.names:
            raise CheckerError(f"{origin}: unknown name {name!r} in [{key.name}]{suggestion(str(name), key.names)}")
    return {str(folder / name) if key.by_path and folder else str(name):
            _simple(key.entries, key, f"{key.name}.{name}", entry, origin, folder) for name, entry in value.items()}


def _simple(kind: Type, key: Key, name: str, value: Any, origin: str, folder: Path | None) -> Any:
    try:
        made = _READ[kind](value)
    except (TypeError, ValueError):
        raise CheckerError(f"{origin}: {name} is {_WANTED[kind]}, not {value!r}") from None
    if kind == "choice" and made not in key.choices:
        raise CheckerError(f"{origin}: {name} is one of {', '.join(key.choices)}, not {made!r}"
                           f"{suggestion(made, key.choices)}")
    return str(folder / made) if kind == "path" and folder is not None else made


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value


def _path(value: Any) -> str:
    return _text(os.fspath(value))


def _flag(value: Any) -> bool:
    if isinstance(value, str) and value.lower() in ("true", "yes", "on", "1", "false", "no", "off", "0"):
        return value.lower() in ("true", "yes", "on", "1")
    if not isinstance(value, bool):
        raise TypeError
    return value


def _integer(value: Any) -> int:
    made = int(value.replace("_", "")) if isinstance(value, str) else value
    if not isinstance(made, int) or isinstance(made, bool) or made < 0:
        raise TypeError
    return made


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError
    made = float(value)
    if not 0 <= made <= 1:
        raise ValueError
    return made


def _date(value: Any) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(_text(value))


def _list(value: Any) -> list[str]:
    return [_text(value)] if isinstance(value, str) else [_text(item) for item in list(value)]


_READ: Mapping[Type, Callable[[Any], Any]] = {
    "text": _text, "choice": _text, "path": _path, "flag": _flag, "integer": _integer, "number": _number,
    "date": _date, "list": _list,
}
_WANTED: Mapping[Type, str] = {
    "text": "a text", "choice": "a word", "path": "a path", "flag": "true or false", "integer": "a whole number",
    "number": "a number between 0 and 1", "date": "a date like 2024-10-18", "list": "a text or a list of texts",
}
