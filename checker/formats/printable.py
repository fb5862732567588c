"""Text that is safe to print in a terminal or on one line."""
from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """`text` without control characters: what an article says must not steer a terminal.

    >>> one_line("a\\nb\\x1b[2J")
    'a\\\\nb\\\\x1b[2J'
    """
    return "".join(c if _plain(c) else repr(c)[1:-1] for c in text)


def _plain(char: str) -> bool:
    # Thai and Vietnamese texts carry invisible word joints and unusual spaces; they do no harm.
    return char.isprintable() or unicodedata.category(char) == "Zs" or char in "\u200b\u200c\u200d\u2060"
