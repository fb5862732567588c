"""Many words looked for at once, words with a common beginning together: as one regular expression, or without one.

Compiling an expression of thousands of words takes longer than finding them in an article.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

_Node = dict[str, Any]

LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0e01-\u0e4e"
"""Letters, for a set of characters that a search may pass over.

A set that is spelled out is ten times as quick as one by category (\\w, \\d), which asks four functions of each
character; letters of other scripts are only looked at longer.
"""


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression for the longest of some words that stands at a place; a space matches any number of them.

    >>> bool(re.fullmatch(trie_pattern(["an", "ans", "un an"]), "un  an"))
    True
    """
    root = _tree(words)
    return _branch(root) if root else r"(?!)"


class Words:
    """Finds what `re.compile(trie_pattern(words).join(edges))` finds, and is made in no time."""

    def __init__(self, words: Iterable[str], whole: bool) -> None:
        """`whole`: as whole words alone, which is to say with the edges `(?<!\\w)` and `(?!\\w)`; else with none."""
        self._root = _tree(words)
        self._whole = whole

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where words stand in a text, in order: start and end of each; none overlap.

        >>> list(Words(["an", "ans", "un an"], whole=True).find("un  an, dans deux ans"))
        [(0, 6), (18, 21)]
        """
        root, whole, free = self._root, self._whole, 0
        for at, char in enumerate(text):
            if char in root and at >= free and not (whole and at and _is_letter(text[at - 1])):
                end = self._longest(text, at)
                if end is not None:
                    yield at, end
                    free = end

    def _longest(self, text: str, at: int) -> int | None:
        """Where the longest word ends that begins at a place; None where none does."""
        node, last = self._root, None
        while at < len(text) and text[at] in node:
            node = node[text[at]]
            at += 1
            while text[at - 1] == " " == text[at:at + 1]:
                at += 1
            if "" in node and not (self._whole and at < len(text) and _is_letter(text[at])):
                last = at
        return last


def _is_letter(char: str) -> bool:
    r"""What `\w` matches."""
    return char.isalnum() or char == "_"


def _tree(words: Iterable[str]) -> _Node:
    """The words by their characters, one after the other; "" where one ends."""
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return root


def _branch(node: _Node) -> str:
    branches = [_escape(char) + _onward(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    return "(?:" + "|".join(branches) + ")" + ("?" if "" in node else "")


def _onward(node: _Node) -> str:
    """What may follow a character: where there is one way only, no brackets."""
    if len(node) == 1 and "" not in node:
        char, child = next(iter(node.items()))
        return _escape(char) + _onward(child)
    return _branch(node)


@lru_cache(maxsize=None)
def _escape(char: str) -> str:
    return r"\ +" if char == " " else re.escape(char)
