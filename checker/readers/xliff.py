"""XLIFF 1.2 and 2, and TMX: what translation tools keep their segments in."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from .bitext import Stretch, Unit, Units
from .extract import by_lines
from .source import Source
from .xmlevents import Event, events

# Inline elements whose content is the original file's code, no text.
_CODE = frozenset("ph bpt ept it ut sub originalData".split())
_ASIDE = frozenset("alt-trans note notes glossary mda metadata prop header".split())


def xliff_units(source: Source) -> Units:
    """The units of an XLIFF file, one a segment."""
    reader = _Xliff()
    for event in events(source):
        reader.take(event)
    return Units((reader.languages[0] or "source", reader.languages[1] or "target"), tuple(reader.units()))


def tmx_units(source: Source) -> Units:
    """The translation units of a TMX file, in as many languages as it has."""
    reader = _Tmx()
    for event in events(source):
        reader.take(event)
    original = reader.original.lower()
    languages = sorted(reader.languages, key=lambda code: code.lower() != original)
    return Units(tuple(languages), tuple(reader.units), original in map(str.lower, languages))


class _Aside:
    """Whether an event stands in an element that is no text."""

    def __init__(self) -> None:
        self.depth = 0

    def holds(self, event: Event) -> bool:
        """Take note of one more event, and say whether to pass it over."""
        if event.name in _CODE or event.name in _ASIDE:
            self.depth += 1 if event.kind == "start" else -1
            return True
        return self.depth > 0


class _Tmx:
    """A TMX file as it is read."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.languages: dict[str, None] = {}
        self.original, self.language = "", ""
        self._aside = _Aside()
        self._text: list[Stretch] | None = None

    def take(self, event: Event) -> None:
        """Take in one more event."""
        if event.kind == "start" and event.name == "header":
            self.original = event.attributes.get("srclang", "")
        if self._aside.holds(event):
            return
        if event.kind == "start":
            self._start(event)
        elif event.kind == "text" and self._text is not None:
            self._text += by_lines(event.text, event.line, event.column)
        elif event.name == "seg":
            self._text = None

    def _start(self, event: Event) -> None:
        if event.name == "tu":
            self.units.append(Unit(event.attributes.get("tuid") or f"unit {len(self.units) + 1}"))
        elif event.name == "tuv":
            self.language = event.attributes.get("lang", "")
            self.languages.setdefault(self.language)
        elif event.name == "seg" and self.units:
            self._text = self.units[-1].texts.setdefault(self.language, [])


class _Xliff:
    """An XLIFF file as it is read. In 1.2 marks of type seg divide a unit's text; in 2 segments are elements."""

    def __init__(self) -> None:
        self.languages = ["", ""]
        self._aside = _Aside()
        self._units: list[Unit] = []
        self._name, self._segment = "", ""
        self._side = ""
        self._count = 0
        # The text of each side as a whole, and by the marks in it; the marks that are open.
        self._whole: dict[str, list[Stretch]] = {}
        self._marked: dict[str, dict[str, list[Stretch]]] = {}
        self._marks: list[str | None] = []

    def units(self) -> Iterator[Unit]:
        """The units that hold text."""
        return (u for u in self._units if any(t.strip() for texts in u.texts.values() for t, _, _ in texts))

    def take(self, event: Event) -> None:
        """Take in one more event."""
        if self._aside.holds(event):
            return
        if event.kind == "start":
            self._start(event.name, event)
        elif event.kind == "end":
            self._end(event.name)
        elif self._side:
            self._add(by_lines(event.text, event.line, event.column))

    def _start(self, name: str, event: Event) -> None:
        given = event.attributes
        if name in ("xliff", "file"):
            self.languages[0] = self.languages[0] or given.get("source-language") or given.get("srcLang") or ""
            self.languages[1] = self.languages[1] or given.get("target-language") or given.get("trgLang") or ""
        elif name in ("trans-unit", "unit"):
            self._count += 1
            self._name, self._segment = given.get("id") or f"unit {self._count}", ""
        elif name == "segment":
            self._segment = given.get("id") or ""
        elif name in ("source", "target", "seg-source"):
            self._side = name
        elif name == "mrk":
            self._marks.append(given.get("mid", "") if given.get("mtype") == "seg" else None)

    def _end(self, name: str) -> None:
        if name in ("source", "target", "seg-source"):
            self._side = ""
        elif name == "mrk" and self._marks:
            self._marks.pop()
        elif name in ("trans-unit", "segment"):
            self._finish()

    def _add(self, stretches: Sequence[Stretch]) -> None:
        mark = next((m for m in reversed(self._marks) if m is not None), None)
        side = "source" if self._side == "seg-source" else self._side
        if self._side != "seg-source":
            self._whole.setdefault(side, []).extend(stretches)
        if mark is not None:
            self._marked.setdefault(side, {}).setdefault(mark, []).extend(stretches)

    def _finish(self) -> None:
        """The unit's segments: by its marks, where both sides have them, or as a whole."""
        place = f"{self._name}, segment {self._segment}" if self._segment else self._name
        codes = {"source": self.languages[0] or "source", "target": self.languages[1] or "target"}
        if len(self._marked) == len(codes):
            for mark in dict.fromkeys(m for side in codes for m in self._marked[side]):
                self._units.append(Unit(f"{place}, segment {mark}", {
                    code: self._marked[side][mark] for side, code in codes.items() if mark in self._marked[side]}))
        else:
            self._units.append(Unit(place, {codes[side]: texts for side, texts in self._whole.items()}))
        self._whole, self._marked = {}, {}
