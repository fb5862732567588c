"""The configuration's JSON Schema, made from the table of keys; `reports/config.schema.json` is its published copy.

`python -m checker.config.schema > reports/config.schema.json` writes it anew; a test compares the two.
"""
from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .keys import KEYS, Key, Type

_TYPES: Mapping[Type, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "path": {"type": "string", "minLength": 1},
    "flag": {"type": "boolean"},
    "integer": {"type": "integer", "minimum": 0},
    "number": {"type": "number", "minimum": 0, "maximum": 1},
    "date": {"type": "string", "format": "date"},
    "list": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
}


def schema() -> dict[str, Any]:
    """The schema of checker.toml, and of [tool.checker] in pyproject.toml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of the article checker",
        "type": "object",
        "properties": {key.name: _property(key) for key in KEYS},
        "additionalProperties": False,
    }


def _property(key: Key) -> dict[str, Any]:
    made: dict[str, Any] = {"description": key.doc}
    if key.default is not None:
        made["default"] = key.default
    if key.type != "table":
        return made | _simple(key.type, key)
    entry = _simple(key.entries, key)
    if key.names:
        return made | {"type": "object", "properties": dict.fromkeys(key.names, entry), "additionalProperties": False}
    return made | {"type": "object", "additionalProperties": entry}


def _simple(kind: Type, key: Key) -> dict[str, Any]:
    return {"enum": list(key.choices)} if kind == "choice" else dict(_TYPES[kind])


def text() -> str:
    """The schema as the published file has it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(text(), end="")
