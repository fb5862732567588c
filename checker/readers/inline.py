"""Markup within a line of Markdown: where it stands, by the rules of a CommonMark parser that tell their positions."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..article import Block
from ..normal import Markup
from .tags import BLOCKS, HIDDEN, Tag, entities, tags

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Rule = Callable[["StateInline", bool], bool]
# Footnote marks, and the tags of site generators (Hugo, Jekyll), which CommonMark does not know.
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?[ \t]*")
_TEMPLATE = re.compile(r"\{\{[<%].{0,1000}?[>%]\}\}|\{%.{0,1000}?%\}|\{\{.{0,200}?\}\}|\{:[^{}\n]{0,200}\}", re.DOTALL)
# No paragraph of prose has more brackets and stars; parsing so many takes long, so only tags are looked for.
_SPECIAL, _MOST_SPECIAL = re.compile(r"[\[\]*_`<~&]"), 10_000
_MOST_PIPES = 20_000


class Inlines:
    """A CommonMark parser, and the markup that its inline rules meet."""

    def __init__(self) -> None:
        from markdown_it import MarkdownIt

        self._parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
        self._parser.core.ruler.disable("inline")
        self._parser.inline.ruler2.disable("fragments_join")
        self._env: dict[str, Any] = {}
        self._found: list[Markup] = []
        self._delimiters: list[tuple[Token, int, int]] = []
        self._in_image = 0
        self._watch()

    def parse(self, text: str) -> list[Token]:
        """The block tokens of a text; `inline` ones hold their content unparsed."""
        if text.count("|") > _MOST_PIPES:
            self._parser.disable("table")
        return self._parser.parse(text, self._env)

    def markup(self, content: str) -> list[Markup]:
        """The markup in the content of one inline token, at offsets in it.

        >>> [(m.start, m.end) for m in Inlines().markup("*b* [c](d)")]
        [(0, 1), (2, 3), (4, 5), (6, 10)]
        """
        self._found, self._delimiters = [], []
        if len(_SPECIAL.findall(content)) > _MOST_SPECIAL:
            return [Markup(t.start, t.end) for t in tags(content)]
        self._parser.inline.parse(content, self._parser, self._env, [])
        used = [Markup(a, b) for token, a, b in self._delimiters if token.type != "text" or not token.content]
        return sorted({*self._found, *used})

    def _watch(self) -> None:
        """Have every inline rule tell what it consumed."""
        from markdown_it.rules_inline import (autolink, backtick, emphasis, entity, escape, html_inline, image, link,
                                              strikethrough)

        ruler = self._parser.inline.ruler
        ruler.before("link", "footnote", self._pattern(_FOOTNOTE))
        ruler.before("link", "template", self._pattern(_TEMPLATE))
        ruler.at("escape", self._watched(escape, self._escape))
        ruler.at("backticks", self._watched(backtick, self._backticks))
        ruler.at("strikethrough", self._watched(strikethrough.tokenize, self._delimiter))
        ruler.at("emphasis", self._watched(emphasis.tokenize, self._delimiter))
        ruler.at("link", self._watched(link, self._link))
        ruler.at("image", self._watched(image, self._image))
        ruler.at("autolink", self._watched(autolink, self._autolink))
        ruler.at("html_inline", self._watched(html_inline, self._html))
        ruler.at("entity", self._watched(entity, self._entity))

    def _watched(self, rule: Rule, tell: Callable[[StateInline, int, int], None]) -> Rule:
        def watched(state: StateInline, silent: bool) -> bool:
            start, tokens = state.pos, len(state.tokens)
            self._in_image += rule.__name__ == "image"
            try:
                matched = rule(state, silent)
            finally:
                self._in_image -= rule.__name__ == "image"
            if matched and not silent and not self._in_image:
                tell(state, start, tokens)
            return matched

        return watched

    def _pattern(self, pattern: re.Pattern[str]) -> Rule:
        def rule(state: StateInline, silent: bool) -> bool:
            found = pattern.match(state.src, state.pos, state.posMax)
            if found is None:
                return False
            if not silent and not self._in_image:
                self._found.append(Markup(*found.span()))
            state.pos = found.end()
            return True

        return rule

    def _escape(self, state: StateInline, start: int, tokens: int) -> None:
        if state.pos > start + 1 and (len(state.tokens) == tokens or not state.tokens[-1].content.startswith("\\")
                                      or state.src[start + 1] == "\\"):
            self._found.append(Markup(start, start + 1))

    def _backticks(self, state: StateInline, start: int, tokens: int) -> None:
        ticks = re.compile("`+").match(state.src, start)
        assert ticks is not None
        if state.pos > ticks.end():
            length = ticks.end() - start
            self._found += [Markup(start, ticks.end()), Markup(state.pos - length, state.pos)]

    def _delimiter(self, state: StateInline, start: int, tokens: int) -> None:
        # Whether a delimiter is markup or a plain star is known when its paragraph has been read.
        made = [t for t in state.tokens[tokens:] if t.content and t.content in state.src[start:state.pos]]
        at = state.pos - sum(len(t.content) for t in made if t.content[0] == state.src[start])
        for token in made:
            if token.content[0] == state.src[start]:
                self._delimiters.append((token, at, at + len(token.content)))
                at += len(token.content)

    def _link(self, state: StateInline, start: int, tokens: int) -> None:
        self._label(state, start, start, links=True)

    def _image(self, state: StateInline, start: int, tokens: int) -> None:
        self._label(state, start, start + 1, links=False)

    def _label(self, state: StateInline, start: int, bracket: int, links: bool) -> None:
        """All of a link is markup but what stands between its first brackets."""
        end = state.pos
        label_end = state.md.helpers.parseLinkLabel(state, bracket, links)
        state.pos = end
        self._found += [Markup(start, bracket + 1), Markup(label_end, end)]

    def _autolink(self, state: StateInline, start: int, tokens: int) -> None:
        self._found += [Markup(start, start + 1), Markup(state.pos - 1, state.pos)]

    def _html(self, state: StateInline, start: int, tokens: int) -> None:
        line_break = state.src[start:start + 3].lower() == "<br"
        self._found.append(Markup(start, state.pos, " " if line_break else ""))

    def _entity(self, state: StateInline, start: int, tokens: int) -> None:
        if state.pos > start + 1:
            shown = next((t.content for t in state.tokens[tokens:] if t.type == "text_special"), "")
            self._found.append(Markup(start, state.pos, shown))


def html_blocks(text: str, start: int, end: int) -> Iterator[tuple[Block, list[Markup]]]:
    """The prose in a stretch of HTML: a block between two tags that end a paragraph, inline tags as its markup."""
    hidden = 0
    at, inside = start, list[Markup]()
    for tag in [*tags(text, start, end), Tag(end, end, "html", False)]:
        if tag.name not in BLOCKS and tag.name not in HIDDEN:
            inside.append(Markup(tag.start, tag.end, " " if tag.name == "br" else ""))
            continue
        if not hidden:
            yield from _html_block(text, at, tag.start, inside)
        if tag.name in HIDDEN:
            hidden = max(0, hidden + (-1 if tag.closing else 1))
        at, inside = tag.end, []


def _html_block(text: str, start: int, end: int, inside: list[Markup]) -> Iterator[tuple[Block, list[Markup]]]:
    shown = [m for m in inside if start <= m.start and m.end <= end]
    bounds = [start, *(x for m in shown for x in (m.start, m.end)), end]
    for a, b in zip(bounds[::2], bounds[1::2]):
        shown += [Markup(*e) for e in entities(text, a, b)]
    shown.sort()
    while shown and not text[start:shown[0].start].strip() and not shown[0].shown.strip():
        start = shown.pop(0).end
    while shown and not text[shown[-1].end:end].strip() and not shown[-1].shown.strip():
        end = shown.pop().start
    piece = text[start:end]
    if piece.strip():
        first, last = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        yield Block(first, last), [m for m in shown if first <= m.start and m.end <= last]
