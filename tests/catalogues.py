"""The texts people read, collected from the sources: `python -m tests.catalogues` brings reports/locale up to date.

New texts are added to every catalogue, empty, and texts no longer used are dropped; a test fails until a translation
is written. What is collected: `N_("…")` and `Message("…", …)` in checker/, `voice.say("…")` and its like in templates.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from checker.page import plain, wording

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "reports" / "locale"

# Places of messages, as `str.format` names them.
PLACE = re.compile(r"\{(\w+)\}")

_KEYWORDS = {"N_": None, "Message": (1,), "message": (1,)}
_SAY = re.compile(r'voice\.(?:say|number)\("([^"]+)"(?:, "([^"]+)")?')
_ATTRIBUTE = re.compile(r'voice\.attribute\("[\w-]+", "([^"]+)"')
_PLAIN = re.compile(r'catalogue\.text\("([^"]+)"')


def texts() -> dict[str, str | None]:
    """Every English text, with its plural where it has one."""
    found: dict[str, str | None] = {}
    for one, many in (*_python(), *_templates()):
        if found.get(one) is None:
            found[one] = many
    return {one: many for one, many in sorted(found.items()) if one not in found.values()}


def _python() -> Iterator[tuple[str, str | None]]:
    for _, _, message, _, _ in extract_from_dir(str(ROOT / "checker"), [("**.py", "python")], keywords=_KEYWORDS):
        for text in (message if isinstance(message, tuple) else (message,)):
            if text and PLACE.sub("", text).strip(" ,–"):  # Not of places alone: "{from} – {to}".
                yield text, _plural(text)


def _plural(one: str) -> str | None:
    """The many to a one that Python keeps in pairs."""
    return dict([*plain.PLURALS, *wording.COUNTS.values()]).get(one)


def _templates() -> Iterator[tuple[str, str | None]]:
    for path in sorted((ROOT / "reports" / "templates").glob("*.html")):
        source = path.read_text("utf-8")
        yield from ((m[1], m[2]) for m in _SAY.finditer(source))
        yield from ((m[1], None) for pattern in (_ATTRIBUTE, _PLAIN) for m in pattern.finditer(source))


def update() -> None:
    """Write every catalogue anew, keeping its translations."""
    wanted = texts()
    for path in sorted(LOCALE.glob("*.po")):
        with path.open("rb") as file:
            old = read_po(file, locale=path.stem)
        new = Catalog(locale=path.stem)
        for one, many in wanted.items():
            kept = old.get(one)
            message = new.add((one, many) if many else one, kept.string if kept else None)
            message.flags.clear()  # Babel takes "50 % sure" for a format of Python.
        with path.open("wb") as file:
            write_po(file, new, width=0, omit_header=True)


if __name__ == "__main__":
    update()
