"""Every key of the configuration: its type, its default, what it is for. All else is made from this table.

`checker config --show`, the file that `checker init` writes, the published JSON Schema and the documentation
all read this. To add a key, add a row.
"""
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from ..finding import KIND_OF
from ..limits import Limits
from ..readers import ALL_FORMATS

Type = Literal["text", "flag", "integer", "number", "date", "path", "choice", "list", "table"]

SEVERITIES = ("error", "warning", "info")
FAIL_ON = (*SEVERITIES, "never")


@dataclass(frozen=True)
class Key:
    """One key.

    `choices` are a choice's words. A table's entries are all of the type `entries`; `names` are the names allowed in it
    (empty: any), `choices` those of its entries, and `by_path` says that its names are files. A path is relative to the
    folder of the file that names it.
    """

    name: str
    type: Type
    default: Any
    doc: str
    choices: tuple[str, ...] = ()
    entries: Type = "text"
    names: tuple[str, ...] = ()
    by_path: bool = False


LIMITS: Mapping[str, int] = asdict(Limits())
THRESHOLDS: Mapping[str, float] = {"report": 0.0, "error": 0.0}

KEYS: tuple[Key, ...] = (
    Key("articles", "list", [],
        "Where articles are: one pattern or a list of them, with {slug} (may span folders) and {lang}."),
    Key("original", "text", "vi", "The language articles are written in."),
    Key("languages", "list", [], "The languages every article is expected in."),
    Key("ignore", "list", [], "Paths to leave alone: patterns with * and **."),
    Key("fail-on", "choice", "error", "The least severity that makes the exit code 1.", FAIL_ON),
    Key("model", "text", None, "The encoder: a name from the model manifest, or a folder with a transformers model."),
    Key("date", "date", None, "The day of publication, for articles that do not say it (YYYY-MM-DD)."),
    Key("lang", "table", {}, "Languages of files: a path on the left, a code on the right.", by_path=True),
    Key("format", "table", {},
        "Formats of files whose name and content do not tell: a path (* stands for any characters) = " +
        ", ".join(ALL_FORMATS) + ".", ALL_FORMATS, "choice", by_path=True),
    Key("json-paths", "list", [], "Where the prose stands in JSON files, such as body.*.text; else by usual names."),
    Key("reference", "table", {}, "Reference translations for BLEU, chrF and TER: a version's path = the reference's.",
        entries="path", by_path=True),
    Key("glossary", "path", None, "Approved renderings of names: a CSV or TBX file."),
    Key("decisions", "path", None, "The file in which findings were judged to be fine, with reasons."),
    Key("baseline", "path", None, "The file of findings that were there before: they are known, not new."),
    Key("require-reason", "flag", False, "Honour a decision or an inline comment only if it gives a reason."),
    Key("severity", "table", {}, "Severities of codes other than the usual: a code = error, warning, info or off.",
        (*SEVERITIES, "off"), "choice", tuple(KIND_OF)),
    Key("thresholds", "table", dict(THRESHOLDS),
        "report: findings less sure than this (0 to 1) are left out. error: errors less sure than this are warnings.",
        entries="number", names=tuple(THRESHOLDS)),
    Key("limits", "table", dict(LIMITS),
        "What is refused as too large: size (bytes a file), sentences (a file), nesting (elements within each other), "
        "tags (an HTML page), unpacked (bytes of a part of a DOCX file), time (seconds an article set; 0: no limit).",
        entries="integer", names=tuple(LIMITS)),
    Key("cache", "path", None, "The folder kept between runs; the user's own cache folder if not given."),
    Key("cache-size", "integer", 640, "How large the cache may grow, in megabytes."),
    Key("ui-lang", "text", None, "The language of the HTML page; the reader's browser decides if not given."),
)
BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}


def defaults() -> dict[str, Any]:
    """Every key with its default."""
    return {key.name: dict(key.default) if isinstance(key.default, dict) else key.default for key in KEYS}
