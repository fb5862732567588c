"""The configuration as text: what is in force and from where, and a commented file to begin with."""
from __future__ import annotations

import datetime as dt
import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from . import Config
from .keys import KEYS, Key


def show(config: Config) -> str:
    """Every key with its value and where that comes from, as TOML."""
    simple = [_line(key, config) for key in KEYS if key.type != "table"]
    tables = [f"\n[{key.name}]  # {config.origin(key.name)}\n" + "".join(
        f"{_bare(name)} = {toml(value)}\n" for name, value in config[key.name].items())
        for key in KEYS if key.type == "table"]
    return "".join([*simple, *tables])


def _line(key: Key, config: Config) -> str:
    value = config[key.name]
    said = f"{key.name} = {toml(value)}" if value is not None else f"# {key.name} is not set"
    return f"{said}  # {config.origin(key.name)}\n"


def beginning(found: Mapping[str, Any]) -> str:
    """A configuration file: the keys of `found` set, all others explained and commented out."""
    lines = ["# What the checker is told about this repository. 'checker config --show' says what is in force."]
    for key in KEYS:
        if key.type != "table":
            lines += ["", *_comment(key.doc)]
            example = toml(key.default) if key.default is not None else '""'
            lines.append(f"{key.name} = {toml(found[key.name])}" if key.name in found else f"# {key.name} = {example}")
    for key in KEYS:
        if key.type == "table":
            entries = [f"{_bare(name)} = {toml(value)}" for name, value in key.default.items()]
            lines += ["", *_comment(key.doc), f"# [{key.name}]", *(f"# {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(text, 100, initial_indent="# ", subsequent_indent="# ")


def toml(value: Any) -> str:
    """A value as TOML writes it.

    >>> toml(["a", "b\\n"]), toml(True), toml(5)
    ('["a", "b\\\\n"]', 'true', '5')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(toml(item) for item in value)}]"
    # JSON's escapes are TOML's too, but for the one character that JSON leaves alone.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _bare(name: str) -> str:
    plain = name.replace("-", "").replace("_", "").isalnum() and name.isascii()
    return name if plain else toml(name)
