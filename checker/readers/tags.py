"""Tags in HTML, embedded in Markdown or on a page, found in one pass over any text, well-formed or not."""
from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

# Elements whose edges end a paragraph, and elements whose text no reader sees or that are no prose.
BLOCKS = frozenset("""address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup
    option p pre search section summary table tbody td tfoot th thead title tr ul""".split())
HIDDEN = frozenset("""script style noscript template svg math iframe object canvas audio video select textarea button
    pre""".split())
# Elements whose content is no markup: it goes on until their own end tag.
_RAW = frozenset("script style textarea title iframe noscript xmp noembed noframes".split())
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_QUOTED = re.compile(r"=\s*([\"'])")
_LONGEST_VALUE = 10_000
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class Tag(NamedTuple):
    """A tag, comment or declaration from `start` to `end`; `name` is lower-case, empty for what is no element."""

    start: int
    end: int
    name: str
    closing: bool


def tags(text: str, start: int = 0, end: int | None = None) -> Iterator[Tag]:
    """Every tag between two offsets, in order. Time grows with the length alone, whatever the text."""
    stop, at = len(text) if end is None else end, start
    while True:
        at = text.find("<", at, stop)
        if at < 0:
            return
        tag = _special(text, at, stop) if text.startswith(("<!", "<?"), at) else _element(text, at, stop)
        if tag is None:
            at += 1
            continue
        yield tag
        at = tag.end
        if tag.name in _RAW and not tag.closing:
            at = _raw_end(text, tag.name, at, stop)


def _special(text: str, at: int, stop: int) -> Tag | None:
    """A comment, a declaration or a processing instruction; what never closes goes on to the end."""
    mark = "-->" if text.startswith("<!--", at) else ">"
    found = text.find(mark, at + 2, stop)
    return Tag(at, stop if found < 0 else found + len(mark), "", False)


def _element(text: str, at: int, stop: int) -> Tag | None:
    name = _NAME.match(text, at, stop)
    if name is None:
        return None
    end = text.find(">", name.end(), stop)
    if end < 0:
        return Tag(at, stop, name.group(1).lower(), text[at + 1] == "/")
    quote = _QUOTED.search(text, name.end(), end)
    while quote is not None:
        closed = text.find(quote.group(1), quote.end(), min(stop, quote.end() + _LONGEST_VALUE))
        if closed < 0:
            break
        if closed > end:
            end = text.find(">", closed, stop)
            if end < 0:
                return Tag(at, stop, name.group(1).lower(), text[at + 1] == "/")
        quote = _QUOTED.search(text, closed + 1, end)
    return Tag(at, end + 1, name.group(1).lower(), text[at + 1] == "/")


def _raw_end(text: str, name: str, at: int, stop: int) -> int:
    found = re.compile(f"</{name}", re.IGNORECASE).search(text, at, stop)
    return found.start() if found else stop


def entities(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Character references between two offsets, each with what it shows."""
    for found in _ENTITY.finditer(text, start, end):
        shown = html.unescape(found.group())
        if shown != found.group():
            yield found.start(), found.end(), shown
