"""Where a configuration is found, and how its file is read."""
from __future__ import annotations

import configparser
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import CheckerError
from .keys import BY_NAME


def find(start: Path) -> Path | None:
    """The configuration in force in a folder, or None.

    The nearest checker.toml upwards, else the nearest pyproject.toml with a [tool.checker], else the nearest setup.cfg
    with a [checker].
    """
    folders = [start, *start.parents]
    for name in ("checker.toml", "pyproject.toml", "setup.cfg"):
        for path in (folder / name for folder in folders):
            if path.is_file() and (name == "checker.toml" or _has_section(path)):
                return path
    return None


def read(path: Path) -> dict[str, Any]:
    """What a configuration file says, unchecked. Its name decides its kind; any other is read as TOML."""
    try:
        text = path.read_text("utf-8-sig")
        if path.suffix == ".cfg":
            return dict(_ini(text))
        data = tomllib.loads(text)
    except OSError as error:
        raise CheckerError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CheckerError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, configparser.Error) as error:
        said = " ".join(str(error).split())
        raise CheckerError(f"{path}: {said}; correct the file, or see 'checker init'") from error
    return _section(data) if path.name == "pyproject.toml" else data


def _section(data: Mapping[str, Any]) -> dict[str, Any]:
    tool = data.get("tool")
    made = tool.get("checker") if isinstance(tool, Mapping) else None
    return dict(made) if isinstance(made, Mapping) else {}


def _has_section(path: Path) -> bool:
    """Whether the file mentions us. A file that is broken elsewhere is another tool's to complain about."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return "[checker" in text if path.suffix == ".cfg" else "tool.checker" in text


def _ini(text: str) -> Iterator[tuple[str, Any]]:
    """[checker] holds the keys, [checker:severity] and the like the tables; lists have one entry a line or commas."""
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    for section in parser.sections():
        if section == "checker":
            yield from ((name, _ini_value(name, value)) for name, value in parser[section].items())
        elif section.startswith("checker:"):
            yield section.removeprefix("checker:"), dict(parser[section].items())


def _ini_value(name: str, value: str) -> Any:
    if name in BY_NAME and BY_NAME[name].type == "list":
        return [item.strip() for item in value.replace(",", "\n").split("\n") if item.strip()]
    return value
