"""HTML, a saved page or a fragment: the article's own text, each word at its line and column in the file."""
from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..article import BlockKind, Document
from .extract import Extract, Lines, by_lines
from .source import Source
from .tags import BLOCKS, HIDDEN, Tag, entities, tags

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Parts of a page that are no article, by their element or by what their class and id say of them.
_BESIDE = frozenset("nav aside footer form menu dialog".split())
_BESIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|share|sharing|social|related|recommend\w*|promo|sidebar|side-bar|breadcrumbs?|cookies?|"
    r"advert\w*|ads?|banner|newsletter|subscri\w*|pagination|pager|navigation|navbar|menu|toolbar|footer|popup|modal|"
    r"widget|hidden|print-only|sponsor\w*|taboola|outbrain)(?:$|[\s_-])", re.IGNORECASE)
_ARTICLE_NAMES = re.compile(r"article[-_]?(?:body|content|text)|articleBody|post[-_]?(?:body|content)|entry-content|"
                            r"story[-_]?(?:body|content)|fck_detail|detail-content|main-content", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_KINDS: dict[str, BlockKind] = {**{f"h{n}": "heading" for n in range(1, 7)}, "td": "cell", "th": "cell"}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
# Elements deeper than this are part of the one around them.
_DEEPEST = 500


@dataclass(slots=True)
class _Element:
    """An open element; `parent` is an index, or -1 for the page itself. `weight` counts the letters of its prose."""

    name: str
    parent: int
    beside: bool
    article: bool
    weight: int = 0


@dataclass(slots=True)
class _Paragraph:
    """Text between two edges of blocks: its element, and its stretches in the file, as they are and as shown."""

    element: int
    name: str
    stretches: list[tuple[int, int, str | None]] = field(default_factory=list)
    letters: int = 0


def read_html(source: Source) -> Document:
    """An HTML page or fragment. Menus, comments, forms and the like are left out where the article can be told."""
    page = _Page(source)
    lines, extract = Lines(source.text), Extract()
    for paragraph in page.article():
        for start, end, shown in paragraph.stretches:
            line, column = lines.at(start)
            if shown is not None:
                extract.add(shown, line, column)
                continue
            for text, at_line, at_column in by_lines(source.text[start:end], line, column):
                extract.add(text, at_line, at_column)
        extract.end_block(_KINDS.get(paragraph.name, "text"))
    return extract.document(source.path, page.language, page.date, source.notes)


class _Page:
    """A page taken apart."""

    def __init__(self, source: Source) -> None:
        self.text = text = source.text
        self.language: str | None = None
        self.date: dt.date | None = None
        self._elements = [_Element("html", -1, False, False)]
        self._open = [0]
        self._names: Counter[str] = Counter()
        self._hidden = 0
        self._paragraphs: list[_Paragraph] = []
        self._current = _Paragraph(0, "")
        at = 0
        for number, tag in enumerate(tags(text)):
            if number == source.limits.tags:
                raise source.limits.exceeded("tags", source.path, "more than the limit of {limit} tags")
            self._prose(at, tag.start)
            self._tag(tag)
            at = tag.end
        self._prose(at, len(text))
        self._end_paragraph()

    def article(self) -> Iterator[_Paragraph]:
        """The paragraphs of the article: those in the element that is one, with the first heading of the page."""
        self._weigh()
        root = self._root()
        found = [p for p in self._paragraphs if self._within(p.element, root) and not self._beside(p.element, root)]
        title = next((p for p in self._paragraphs if p.name == "h1"), None)
        if title is not None and title not in found and root:
            yield title
        yield from found

    def _tag(self, tag: Tag) -> None:
        if tag.name == "br":
            self._current.stretches.append((tag.start, tag.end, " "))
        if tag.name == "meta" or tag.name == "time":
            self._note_date(tag)
        if tag.name not in BLOCKS and tag.name not in HIDDEN and tag.name != "body":
            return
        self._end_paragraph()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in _VOID:
            self._push(tag)

    def _push(self, tag: Tag) -> None:
        attributes = self._attributes(tag)
        if tag.name == "html":
            self.language = attributes.get("lang") or attributes.get("xml:lang") or self.language
        if tag.name == "body":
            self._hidden = 0
        if tag.name in ("p", "li", "td", "th", "tr", "dd", "dt", "option") and self._name() == tag.name:
            self._close(tag.name)
        named = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if len(self._open) <= _DEEPEST:
            beside = tag.name in _BESIDE or _BESIDE_NAMES.search(named) is not None and tag.name not in ("body", "html")
            article = attributes.get("itemprop") == "articleBody" or _ARTICLE_NAMES.search(named) is not None
            self._elements.append(_Element(tag.name, self._open[-1], beside, article))
            self._open.append(len(self._elements) - 1)
            self._names[tag.name] += 1
            self._hidden += tag.name in HIDDEN

    def _close(self, name: str) -> None:
        """Close the innermost element of a name, and what is open in it; a stray end tag closes nothing."""
        closed = ""
        while self._names[name] and closed != name:
            closed = self._elements[self._open.pop()].name
            self._names[closed] -= 1
            self._hidden = max(0, self._hidden - (closed in HIDDEN))
        self._current.element, self._current.name = self._open[-1], self._name()

    def _name(self) -> str:
        return self._elements[self._open[-1]].name

    def _prose(self, start: int, end: int) -> None:
        if self._hidden or start >= end:
            return
        current = self._current
        current.letters += sum(map(str.isalpha, self.text[start:end]))
        at = start
        for a, b, shown in entities(self.text, start, end):
            current.stretches += [(at, a, None), (a, b, shown)]
            at = b
        current.stretches.append((at, end, None))

    def _end_paragraph(self) -> None:
        current = self._current
        if any((self.text[a:b] if shown is None else shown).strip() for a, b, shown in current.stretches):
            current.element, current.name = self._open[-1], self._name()
            self._paragraphs.append(current)
        self._current = _Paragraph(self._open[-1], self._name())

    def _attributes(self, tag: Tag) -> dict[str, str]:
        if tag.end - tag.start < len(tag.name) + 4:
            return {}
        raw = self.text[tag.start:min(tag.end, tag.start + 4000)]
        return {m.group(1).lower(): m.group(2) or m.group(3) or m.group(4) or "" for m in _ATTRIBUTE.finditer(raw)}

    def _note_date(self, tag: Tag) -> None:
        attributes = self._attributes(tag)
        named = (attributes.get("property") or attributes.get("itemprop") or attributes.get("name") or "").lower()
        value = attributes.get("content") or attributes.get("datetime") or ""
        found = _DAY.match(value)
        if found and self.date is None and (tag.name == "time" or "publi" in named or named in ("date", "dc.date")):
            try:
                self.date = dt.date(*map(int, found.groups()))
            except ValueError:
                pass

    def _weigh(self) -> None:
        """Add each paragraph's letters to its element, and part of them to the elements around it."""
        for paragraph in self._paragraphs:
            weight, element = paragraph.letters, paragraph.element
            while element >= 0:
                self._elements[element].weight += weight
                element = self._elements[element].parent

    def _root(self) -> int:
        """The element that holds the article: the one that says so with most of the page's prose; 0 for all of it."""
        whole = self._elements[0].weight
        kinds: list[Callable[[_Element], bool]] = [
            lambda e: e.article, lambda e: e.name == "article", lambda e: e.name == "main"]
        for is_one in kinds:
            found = [n for n, e in enumerate(self._elements) if is_one(e) and not self._beside(n, 0)]
            best = max(found, key=lambda n: self._elements[n].weight, default=0)
            rest = sum(self._elements[n].weight for n in found) - self._elements[best].weight
            if best and self._elements[best].weight > 2 * rest and self._elements[best].weight >= whole / 5:
                return best
        return 0

    def _within(self, element: int, root: int) -> bool:
        while element > root:
            element = self._elements[element].parent
        return element == root

    def _beside(self, element: int, root: int) -> bool:
        """Whether an element lies in a part of the page that is no article, inside of `root`."""
        while element > root:
            one = self._elements[element]
            if one.beside or one.name == "header" and root == 0 and one.parent >= 0 and \
                    self._elements[one.parent].name in ("html", "body"):
                return True
            element = one.parent
        return False
