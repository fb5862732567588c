"""What each code means: one document a code, the same for `checker explain`, the documentation and SARIF's help.

A document is `checker/rules/<code>.md` with the headings of `HEADINGS`; how to silence a code is said here, once.
"""
from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from .errors import CheckerError
from .finding import CODES, KIND_OF

HEADINGS = ("What it does", "Why", "Example", "How to fix it")
_SILENCE = """## How to silence it
One finding: `checker decide ID --reason "…"`, with the finding's id from the report. In Markdown and HTML, for one
paragraph: `<!-- checker: ignore {code} -- the reason -->` in it or on the line before it. Everywhere: `{code} = "off"`
(or `"info"`, `"warning"`) under `[severity]` in the configuration.
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """The document of one code. `short` is its first sentence."""

    code: str
    kind: str
    short: str
    text: str


@lru_cache(maxsize=None)
def rule(code: str) -> Rule:
    """The document of a code, as Markdown. Raises CheckerError for a code that is not one.

    >>> rule("era-mixed").short
    'One version uses the Buddhist era in some places and the common era in others, unmarked.'
    """
    if code not in KIND_OF:
        from .config.values import suggestion

        raise CheckerError(f"{code}: no such code{suggestion(code, KIND_OF)}; 'checker explain' lists them all")
    text = (files("checker.rules") / f"{code}.md").read_text("utf-8")
    return Rule(code, KIND_OF[code], _first_sentence(text), f"{text}\n{_SILENCE.format(code=code)}")


def rules() -> tuple[Rule, ...]:
    """Every rule, by kind, in the order of the contract."""
    return tuple(rule(code) for codes in CODES.values() for code in codes)


def _first_sentence(text: str) -> str:
    body = text.split(f"## {HEADINGS[0]}\n", 1)[-1].split("\n## ", 1)[0]
    return " ".join(body.split()).split(". ", 1)[0].rstrip(".") + "."
