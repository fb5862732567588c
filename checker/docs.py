"""The documentation pages that are made from the code: `python -m checker.docs` writes them, a test compares them."""
from __future__ import annotations

from pathlib import Path

from .config.keys import KEYS, Key
from .config.show import toml
from .explain import rules


def configuration() -> str:
    """`docs/configuration.md`: every key."""
    return _CONFIGURATION + "".join(_row(key) for key in KEYS)


_CONFIGURATION = """# Configuration

`--config FILE`, else the nearest `checker.toml` upwards, else `[tool.checker]` in `pyproject.toml`, else `[checker]`
(tables: `[checker:severity]` …) in `setup.cfg`. The command line overrules the file, the file the defaults. Paths start
at the file's folder. An unknown key is an error. `checker config --show` says what is in force and from where; the
schema is [config.schema.json](../reports/config.schema.json).

| key | default | what it is for |
|---|---|---|
"""


def _row(key: Key) -> str:
    if key.type == "table":
        name, default = f"[{key.name}]", ", ".join(f"{entry} = {toml(value)}" for entry, value in key.default.items())
    else:
        name, default = key.name, toml(key.default) if key.default is not None else ""
    choices = f" ({', '.join(key.choices)})" if key.type == "choice" else ""
    return f"| `{name}` | {f'`{default}`' if default else ''} | {key.doc}{choices} |\n"


def codes() -> str:
    """`docs/rules.md`: every code, by kind."""
    listed = "".join(f"* [{one.code}](../checker/rules/{one.code}.md) ({one.kind}): {one.short}\n" for one in rules())
    return f"# Rules\n\nOne document a code; `checker explain CODE` prints the same.\n\n{listed}"


PAGES = {"configuration.md": configuration, "rules.md": codes}


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    for name, made in PAGES.items():
        (folder / name).write_text(made(), "utf-8")


if __name__ == "__main__":
    write(Path("docs"))
