"""What is fuzzed: each target takes any bytes, and must read them rightly or refuse them in one line.

A target returns whether it read its input; CheckerError is a refusal; anything else that is raised is a bug of ours.
"""
from __future__ import annotations

import csv
import datetime as dt
import io
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import numpy.typing as npt

from checker.aligner import Parameters, Units, align
from checker.article import Article, Document
from checker.config import Config
from checker.config import files as config_files
from checker.config.values import checked
from checker.errors import CheckerError
from checker.facts import Context, extract
from checker.finding import Message
from checker.formats import FORMATS, renderer
from checker.glossary import load as load_glossary
from checker.language import detect
from checker.normal import MOST_MARKS, joins, normal, normal_text
from checker.outcome import Outcome, SetResult
from checker.pipeline import compare
from checker.readers import bitext, document_of
from checker.readers import FORMATS as READERS
from checker.readers.legacy import decode_legacy
from checker.readers.source import Source, decoded
from checker.segmenter import split
from checker.suppressions import entries

from ..formats.conftest import report as sample
from ..standin import StandIn
from .generate import LANGUAGES

Target = Callable[[bytes], bool]
_NAMES = {"text": "a.txt", "markdown": "a.md", "html": "a.html", "docx": "a.docx", "json": "a.json", "xliff": "a.xlf",
          "tmx": "a.tmx", "po": "a.po", "csv": "a.csv", "tsv": "a.tsv"}
_DAY = dt.date(2024, 10, 18)


def run(target: Target, data: bytes) -> bool:
    """Whether the input was read. A refusal must be one line of reasonable length; all else is raised."""
    try:
        return target(data)
    except CheckerError as refusal:
        said = str(refusal)
        assert said and "\n" not in said and len(said) < 2000, said
        return False


def _language(data: bytes) -> str:
    return LANGUAGES[len(data) % len(LANGUAGES)]


def _read(format: str, data: bytes) -> bool:
    source = decoded(_NAMES[format], data)
    language = _language(data)
    for document in _documents(source, format):
        _consistent(document, language)
        detect("\n".join(document.text[b.start:b.end] for b in document.blocks))
    return True


def _documents(source: Source, format: str) -> Sequence[Document]:
    if format in READERS:
        return [document_of(source, format)]
    found = bitext.bitext_of(source, format)
    for version in found.versions:
        sides = [x for pair in version.pairs for x in zip(("o", "t"), pair) if x[1] is not None]
        assert len(sides) == len(set(sides)), "a block is in one pair"
        assert len(sides) == len(found.original.blocks) + len(version.document.blocks)
    return [found.original, *(v.document for v in found.versions)]


def _consistent(document: Document, language: str) -> None:
    """Blocks in order and within the text; segments cover them, are the text's own, and have a place."""
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.end <= len(document.text), "blocks lie in order"
        end = block.end
    end = 0
    for segment in split(document, language):
        assert end <= segment.start < segment.end and segment.text == document.text[segment.start:segment.end]
        assert not any(document.text[b.start:b.end].strip() for b in document.blocks
                       if end <= b.start and b.end <= segment.start), "no block is skipped"
        end = segment.end
        line, column = document.position(segment.start)
        assert (line is None) == (column is None) and (line or 1) >= 1 and (column or 1) >= 1
        _sound(segment.normal.text, segment.normal.offsets)


def _sound(text: str, offsets: Sequence[int]) -> None:
    assert len(offsets) == len(text) + 1 and all(a <= b for a, b in zip(offsets, offsets[1:]))


def _facts(language: str, data: bytes) -> bool:
    """Facts lie within their text and say its words."""
    known = normal(data.decode("utf-8", "replace"))
    _sound(known.text, known.offsets)
    text = known.text.replace("\n", " ")
    for fact in extract(text, language, Context(date=_DAY)):
        assert 0 <= fact.start < fact.end <= len(text) and fact.text == text[fact.start:fact.end], fact
        assert fact.value and 0 <= fact.confidence <= 1, fact
    return True


def _normalised(data: bytes) -> bool:
    """The normal form is its own normal form, unless a letter has more marks than are put in order together."""
    text = (data.decode("utf-8", "surrogatepass") if data[:1] < b"\x80" and _is_wtf8(data) else
            data.decode("utf-8", "replace"))
    made, marks = normal_text(text), (len(list(run)) for mark, run in groupby(text, joins) if mark)
    assert normal_text(made) == made or max(marks, default=0) >= MOST_MARKS
    return True


def _is_wtf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _legacy(data: bytes) -> bool:
    return decode_legacy(data) is not None


def _aligned(data: bytes) -> bool:
    """Every unit of both sides is in exactly one bead and in order, whatever the vectors."""
    if len(data) < 2:
        return False
    n, m = data[0] % 40, data[1] % 40
    values = np.frombuffer(data[2:].ljust((n + m) * 12, b"\7")[:(n + m) * 12], np.int8).reshape(n + m, 12)
    original, translation = (_units(part.astype(np.float32)) for part in (values[:n], values[n:]))
    links = align(original, translation, Parameters(largest=(3, 3), cells=300))
    assert [i for x in links for i in x.original] == list(range(n))
    assert [j for x in links for j in x.translation] == list(range(m))
    return True


def _units(values: npt.NDArray[np.float32]) -> Units:
    counts = np.abs(values[:, 0])
    return Units(values[:, 1:] * counts[:, None], counts, counts * 3, np.ones(len(values), np.float32))


SIDES = b"\x1e"


def _whole(data: bytes) -> bool:
    """Two texts (parted by a record separator) through every stage with a stand-in encoder, into every format."""
    first, _, second = data.partition(SIDES)
    language = LANGUAGES[1 + len(data) % 3]
    config = Config.of(None)
    articles = []
    for code, side in (("vi", first), (language, second)):
        document = document_of(decoded(f"a.{code}.md", side))
        articles.append(Article(document, code, split(document, code)[:400], _DAY))
    report = compare(articles, StandIn(), config)
    for version in report.translations:
        beads = version.alignment.beads
        assert sorted(i for b in beads for i in b.original) == [s.id for s in report.original.segments]
        assert sorted(j for b in beads for j in b.translation) == [s.id for s in version.article.segments]
    _outputs(Outcome((SetResult("a", report),)))
    return True


def _outputs(outcome: Outcome) -> None:
    """Every output can be read back by those it is meant for, and has a row for each finding."""
    rows = len(outcome.rows())
    made = {name: renderer(name)(outcome).encode("utf-8", "backslashreplace").decode() for name in (*FORMATS, "github")}
    for name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(made[name])
    ElementTree.fromstring(made["junit"])
    assert len(list(csv.reader(io.StringIO(made["csv"], newline="")))) == rows + 1
    assert made["text"].count("\n") == rows
    assert all(line.startswith("::") for line in made["github"].split("\n")[:-2])


_MARK = "<q7"


def _written(data: bytes) -> bool:
    """A report whose paths, messages and notes are the data's: nothing in them reaches the page as markup."""
    hostile = _MARK + data.decode("utf-8", "replace")
    report = sample()
    first = report.translations[0]
    document = replace(first.article.document, path=hostile)
    findings = tuple(replace(f, message=Message("{a}", {"a": hostile}), suggestion=hostile) for f in first.findings)
    version = replace(first, article=replace(first.article, document=document), findings=findings)
    outcome = Outcome((SetResult(hostile, replace(report, translations=(version,)), notes=(hostile,)),))
    _outputs(outcome)
    assert _MARK not in renderer("html")(outcome)
    return True


def _on_disk(name: str, read: Callable[[str], object], data: bytes) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        read(str(path))
    return True


def _configured(path: str) -> None:
    checked(config_files.read(Path(path)), "a", Path("/"))


TARGETS: Mapping[str, Target] = {
    **{f"read-{format}": partial(_read, format) for format in _NAMES},
    **{f"facts-{language}": partial(_facts, language) for language in LANGUAGES},
    "normal": _normalised, "legacy": _legacy, "align": _aligned, "whole": _whole, "outputs": _written,
    "decisions": partial(_on_disk, "a.json", lambda path: entries.read(path, "decisions")),
    "glossary-csv": partial(_on_disk, "a.csv", load_glossary),
    "glossary-tbx": partial(_on_disk, "a.tbx", load_glossary),
    "config-toml": partial(_on_disk, "checker.toml", _configured),
    "config-cfg": partial(_on_disk, "setup.cfg", _configured),
}
