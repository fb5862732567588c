"""What a run is told: every key with its value, and where each value comes from."""
from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .files import find, read
from .keys import BY_NAME, KEYS, Key, defaults
from .values import checked

__all__ = ["BY_NAME", "Config", "KEYS", "Key", "configuration"]


class Config(Mapping[str, Any]):
    """All keys with their values: defaults, overlaid by a file or a mapping, overlaid by the command line.

    `folder` is where the patterns of `articles` and `ignore` start: the configuration file's, or the current one.

    >>> Config.of({"fail-on": "never"})["fail-on"]
    'never'
    >>> Config.of(None).origin("fail-on")
    'default'
    """

    def __init__(self, values: Mapping[str, Any], origins: Mapping[str, str], folder: Path, path: Path | None = None):
        self._values = values
        self._origins = origins
        self.folder = folder
        self.path = path

    @classmethod
    def of(cls, source: Mapping[str, Any] | str | os.PathLike[str] | None) -> Config:
        """The configuration of a mapping, of a file, or (None) the defaults. Nothing is looked for."""
        if isinstance(source, Config):
            return source
        if source is None or isinstance(source, Mapping):
            return cls._default().over(source or {}, "the call")
        return cls.file(Path(source))

    @classmethod
    def file(cls, path: Path) -> Config:
        """The configuration of one file; its paths and patterns are relative to its folder."""
        folder = path.resolve().parent
        config = cls._default().over(checked(read(path), str(path), folder), str(path))
        return cls(config._values, config._origins, folder, path)

    @classmethod
    def found(cls, start: Path | None = None) -> Config:
        """The configuration in force in a folder (default: the current one), or the defaults."""
        path = find((start or Path.cwd()).resolve())
        return cls.file(path) if path else cls._default()

    @classmethod
    def _default(cls) -> Config:
        return cls(defaults(), {}, Path.cwd())

    def over(self, values: Mapping[str, Any], origin: str) -> Config:
        """This configuration with `values` laid over it; tables are merged name by name."""
        new = checked(values, origin)
        merged = {name: self[name] | new[name] if BY_NAME[name].type == "table" else new[name] for name in new}
        origins = {**self._origins, **dict.fromkeys(new, origin)}
        return Config({**self._values, **merged}, origins, self.folder, self.path)

    def for_file(self, name: str, path: str) -> Any:
        """What a table by files (`lang`, `format`, `reference`) says of a file, however its path is written.

        A name with `*` stands for all files that it fits, unless one is named by itself. None where nothing is said.
        """
        full = os.path.abspath(path)
        said = {os.path.abspath(known): value for known, value in self[name].items()}
        fits = (value for known, value in said.items() if "*" in known and fnmatch.fnmatchcase(full, known))
        return said[full] if full in said else next(fits, None)

    def origin(self, name: str) -> str:
        """Where a key's value comes from: "default", a file's path, or "command line"."""
        return self._origins.get(name, "default")

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def configuration(source: Mapping[str, Any] | str | os.PathLike[str] | None) -> Config:
    """What the Python API makes of its `config` argument: a mapping, a file's path, or None for the defaults."""
    return Config.of(source)
