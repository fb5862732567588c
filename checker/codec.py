"""Plain data to bytes and back, for the cache: frozen dataclasses, named tuples and what they hold, as compressed JSON.

No pickle: bytes from a folder that others may write to must not be able to run anything. Only dataclasses and named
tuples of this package are made again, from their own fields. A list of JSON is a tuple; an object is a tagged value.
"""
from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import Any

_PACKAGE = __name__.partition(".")[0]
_QUICK = 1  # zlib's level: the stronger ones take ten times as long for a fifth less.


def dumps(value: Any) -> bytes:
    """The value as bytes, the same for the same value; TypeError for what is no plain data.

    >>> loads(dumps((1, {("x", 2): Decimal("1.50")}, frozenset({3}))))
    (1, {('x', 2): Decimal('1.50')}, frozenset({3}))
    """
    text = json.dumps(_told(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def loads(data: bytes) -> Any:
    """The value of bytes that `dumps` gave; ValueError for any others."""
    try:
        text = zlib.decompress(data).decode("utf-8", "surrogatepass")
        return _tuples(json.loads(text, object_hook=_made))
    except (zlib.error, RecursionError, TypeError, ArithmeticError, ImportError, AttributeError) as error:
        raise ValueError(f"no plain data: {error}") from error


def _told(value: Any) -> Any:
    """The value in JSON's own types."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if type(value) is tuple:
        return [_told(item) for item in value]
    kind: type = type(value)
    if _is_ours(kind):
        return {_name(kind): [_told(getattr(value, name)) for name in _fields(kind)]}
    if isinstance(value, Mapping):
        return {"mapping": [[_told(k), _told(v)] for k, v in value.items()]}
    if isinstance(value, frozenset):
        return {"frozenset": sorted((_told(item) for item in value), key=repr)}
    if isinstance(value, (Decimal, dt.date)):
        return {type(value).__name__: str(value)}
    raise TypeError(f"{type(value).__name__} is no plain data")


def _name(kind: type) -> str:
    if kind.__module__.partition(".")[0] != _PACKAGE:
        raise TypeError(f"{kind.__name__} is not ours")
    return f"{kind.__module__}:{kind.__qualname__}"


def _is_ours(kind: type) -> bool:
    """Whether a class is one that is kept: a dataclass or a named tuple."""
    return is_dataclass(kind) or issubclass(kind, tuple) and hasattr(kind, "_fields")


@lru_cache(maxsize=None)
def _fields(kind: type) -> tuple[str, ...]:
    """The fields that a class is made from."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind) if field.init)
    named: tuple[str, ...] = getattr(kind, "_fields")
    return named


_BUILDERS: Mapping[str, Callable[[Any], Any]] = {
    "mapping": dict, "frozenset": frozenset, "Decimal": Decimal, "date": dt.date.fromisoformat}


def _made(tagged: dict[str, Any]) -> Any:
    ((tag, told),) = tagged.items()
    value = _tuples(told)
    build = _BUILDERS.get(tag)
    return build(value) if build else _kind(tag)(*value)


def _tuples(value: Any) -> Any:
    """Lists as tuples, all the way down to what is made already."""
    return tuple([_tuples(item) for item in value]) if type(value) is list else value


@lru_cache(maxsize=None)
def _kind(name: str) -> Callable[..., Any]:
    """The dataclass or named tuple of that name."""
    module, _, path = name.partition(":")
    found: Any = import_module(module) if module.partition(".")[0] == _PACKAGE else None
    for part in path.split("."):
        found = getattr(found, part)
    if not (isinstance(found, type) and _is_ours(found)):
        raise TypeError(f"{name} is no dataclass or named tuple of {_PACKAGE}")
    made: Callable[..., Any] = found
    return made
