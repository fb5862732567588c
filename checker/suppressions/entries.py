"""The decisions file and the baseline: JSON, one entry a finding, known by its fingerprint.

Decisions: `{"decisions": [{"fingerprint", "decision": "fine" | "fixed", "reason", "who", "date", "expires", …}]}`,
written by the report page and by `checker decide`. Baseline: `{"baseline": [{"fingerprint", …}]}`. The further keys
(code, language, path, original, translation, sentence) let an entry hold when its sentence is harmlessly reworded.
"""
from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from ..errors import CheckerError
from ..output import write_all
from .matching import Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One judged or known finding. `path` is the version's, from the repository's root; empty where not known."""

    fingerprint: str
    decision: str = ""
    reason: str = ""
    who: str = ""
    date: str = ""
    expires: str | None = None
    code: str = ""
    language: str = ""
    path: str = ""
    original: str | None = None
    translation: str | None = None
    sentence: str = ""

    @property
    def mark(self) -> Mark:
        """What the finding is recognised by."""
        return Mark(self.fingerprint, self.code, self.language, self.original, self.translation, self.sentence)

    def expired(self, today: dt.date) -> bool:
        """Whether the decision's time is over; it holds on its last day."""
        return self.expires is not None and dt.date.fromisoformat(self.expires) < today

    def to_dict(self) -> dict[str, Any]:
        """As the file holds it: what is empty is left out."""
        return {name: value for name, value in asdict(self).items() if value not in ("", None)}


def read(path: str | Path, name: str, must_exist: bool = True) -> tuple[Entry, ...]:
    """The entries under `name` ("decisions" or "baseline"). Raises CheckerError where the file is not one of ours."""
    try:
        data = json.loads(Path(path).read_text("utf-8-sig"))
    except FileNotFoundError as error:
        if not must_exist:
            return ()
        raise CheckerError(f"{path}: there is no such {name} file; name it rightly, or make it first") from error
    except OSError as error:
        raise CheckerError(f"{path}: the {name} file cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise CheckerError(f"{path}: not a {name} file, which is JSON ({error}); export it anew") from error
    listed = data.get(name) if isinstance(data, dict) else None
    if not isinstance(listed, list):
        raise CheckerError(f"{path}: not a {name} file: there is no list named {name!r} in it")
    return tuple(_entry(item, f"{path}: entry {number}") for number, item in enumerate(listed, 1))


def write(path: str | Path, name: str, entries: Iterable[Entry]) -> None:
    """Write the file, sorted so that it merges well; it is replaced whole."""
    ordered = sorted(entries, key=lambda e: (e.path, e.code, e.fingerprint))
    text = json.dumps({name: [e.to_dict() for e in ordered]}, ensure_ascii=False, indent=2) + "\n"
    write_all({str(path): text})


_NAMES = tuple(field.name for field in fields(Entry))


def _entry(item: Any, where: str) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("fingerprint"), str):
        raise CheckerError(f"{where} has no fingerprint; take it from a report")
    given = {name: item[name] for name in _NAMES if item.get(name) is not None}
    wrong = next((name for name, value in given.items() if not isinstance(value, str)), None)
    if wrong:
        raise CheckerError(f"{where}: {wrong} is a text, not {given[wrong]!r}")
    try:
        dt.date.fromisoformat(given.get("expires", "2000-01-01"))
    except ValueError:
        raise CheckerError(f"{where}: expires is a date like 2027-01-31, not {given['expires']!r}") from None
    return Entry(**given)
