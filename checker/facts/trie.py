"""One regular expression for many words, in which words with a common beginning share it."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for the longest of some words that stands at a place; a space matches any number of them.

    >>> bool(re.fullmatch(trie_pattern(["an", "ans", "un an"]), "un  an"))
    True
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(root) if root else r"(?!)"


def _branch(node: dict[str, Any]) -> str:
    branches = [_escape(char) + _onward(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    return "(?:" + "|".join(branches) + ")" + ("?" if "" in node else "")


def _onward(node: dict[str, Any]) -> str:
    """What may follow a character: where there is one way only, no brackets."""
    if len(node) == 1 and "" not in node:
        char, child = next(iter(node.items()))
        return _escape(char) + _onward(child)
    return _branch(node)


def _escape(char: str) -> str:
    return r"\ +" if char == " " else re.escape(char)
