"""Articles in four languages and in every format, from a seed; and the same spoilt."""
from __future__ import annotations

import csv
import html
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Any

from checker.languages import table

LANGUAGES = ("vi", "nl", "fr", "th")
_ENDS = (". ", ". ", ".\n", "? ", "… ", "! ", "; ", "\n", " ")
# What breaks readers of text: marks upon marks, turned writing, joints of nothing, halves of characters, figures of a
# thousand digits, markup that never ends, and signs that formats hold for their own.
NASTY = (
    "a" + "\u0301\u0323" * 80, "\u202e12,5 tỷ\u202c", "\u200b\u200d\ufeff", "\ud800", "\udfff\ud800", "9" * 2000,
    "1." * 500,
    "<" * 40, "<![CDATA[", "<!--", "-->", "]]>", "&#0;", "&#xD800;", "&" * 30, "{{< x >}}", "{%", "[[" * 30, "](" * 30,
    "`" * 61, "*" * 61, "|" * 61, "> " * 61, "\x00", "\x0c\x85\u2028\u2029", "\r", "\r\n\r", "\t" * 30, '"', '""', "'",
    "\\",
    "\\u0000", "\\ud800", "=cmd|' /C calc'!A0", "%s%n{0}{x}", "$(id)", "\x1b[2J", "\u0e33\u0e4d\u0e32", "e\u0302\u0301",
    "\U0001f469\u200d\U0001f680", "\u1160\u1161", "０１２３", "๑๒๓", "½⅓", "−12", "31/2/2024", "29.2.2023", "25:61", "0/0",
    "1e999", "พ.ศ. 9999999", "năm 0", "ngày 99 tháng 99 năm 9999", "---\n", "+++\n", "msgid \"\"", "\ufffe\uffff",
    "A" * 3000, " " * 300)


@lru_cache(maxsize=None)
def phrases(language: str) -> tuple[str, ...]:
    """Every phrase that the cases of a language name: figures, dates, names, and what only looks like them."""
    found: dict[str, None] = {}
    for dimension in ("numbers", "dates", "names", "sentences"):
        found.update(dict.fromkeys(_texts(table(language, f"{dimension}.cases"))))
    return tuple(found)


@lru_cache(maxsize=None)
def words(language: str) -> tuple[str, ...]:
    """Little words of a language, or pieces of its cases where it is written without spaces."""
    told = tuple(table(language, "sentences").get("common", ())) or tuple(table(language, "words").get("function", ()))
    return told or tuple(w for p in phrases(language)[:200] for w in p.split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.replace("⏐", "").replace("·", " ")
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def sentence(random: Random, language: str) -> str:
    """Something like a sentence with a fact or two in it, and now and then something nasty."""
    gap = "" if language == "th" else " "
    parts = [random.choice(words(language)) for _ in range(random.randint(1, 9))]
    for _ in range(random.randint(0, 3)):
        parts.insert(random.randint(0, len(parts)), random.choice(phrases(language)))
    if random.random() < 0.08:
        nasty = random.choice(NASTY)
        # Most articles hold nothing that makes them no text at all.
        parts.insert(random.randint(0, len(parts)), nasty if random.random() < 0.2 else _readable(nasty))
    made = gap.join(parts)
    return made[:1].upper() + made[1:] + random.choice(_ENDS)


def _readable(text: str) -> str:
    return "".join(c for c in text if c != "\0" and not "\ud800" <= c <= "\udfff")


def paragraphs(random: Random, language: str, most: int = 8) -> list[str]:
    """A few paragraphs of an article."""
    return ["".join(sentence(random, language) for _ in range(random.randint(1, 4))).strip() or "x"
            for _ in range(random.randint(1, most))]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(random: Random, sides: Sequence[list[str]]) -> bytes:
    return _bytes(random.choice(("\n", "\n\n", "\r\n")).join(sides[0]))


def _markdown(random: Random, sides: Sequence[list[str]]) -> bytes:
    marks = ("{}", "{}", "# {}", "- {}", "> {}", "**{}**", "| {} | {} |\n|---|---|\n| 1 | {} |", "[{}](a.html)",
             "```\n{}\n```", "{}[^1]\n\n[^1]: {}", "<div>{}</div>", "1. {}", "    {}", "![{}](x.png)", "<p>{}",
             "~~{}~~", "`{}`")
    head = random.choice(("", "---\ntitle: {}\nlang: nl\n---\n", "+++\ntitle = '{}'\n+++\n", "---\n{}\n---\n"))
    body = "\n\n".join(random.choice(marks).replace("{}", p) for p in sides[0])
    return _bytes(head.replace("{}", sides[0][0][:50].replace("\n", " ")) + body)


def _html(random: Random, sides: Sequence[list[str]]) -> bytes:
    tags = ("p", "div", "h2", "li", "td", "blockquote", "section class='article-body'", "aside", "script", "b",
            "figure", "pre")
    made = [f"<{tag}>{html.escape(p) if random.random() < 0.8 else p}</{tag.split()[0]}>"
            for p in sides[0] for tag in [random.choice(tags)]]
    head = random.choice(("", "<!DOCTYPE html><html lang='fr'><body>",
                          "<html><head><title>x</title></head><body><article>"))
    return _bytes(head + "\n".join(made))


def _docx(random: Random, sides: Sequence[list[str]]) -> bytes:
    runs = ("<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{}</w:t><w:br/></w:r></w:p>",
            "<w:p><w:del>{}</w:del></w:p>")
    body = "".join(random.choice(runs).replace("{}", _xml(p)) for p in sides[0])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", random.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        archive.writestr("word/document.xml", f"<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>")
    return made.getvalue()


def _xml(text: str) -> str:
    return html.escape("".join(c for c in _readable(text) if c in "\t\n" or c >= " " and c not in "\ufffe\uffff"))


def _json(random: Random, sides: Sequence[list[str]]) -> bytes:
    own = sides[0]
    shapes: list[Any] = [{"title": own[0], "body": own}, {"body": [{"type": "p", "text": p} for p in own]},
                         {"article": {"content": "".join(f"<p>{p}</p>" for p in own)}, "lang": "nl"}]
    plain, indent = random.random() < 0.5, random.choice((None, 1))
    return _bytes(json.dumps(random.choice(shapes), ensure_ascii=plain, indent=indent))


def _xliff(random: Random, sides: Sequence[list[str]]) -> bytes:
    pairs = list(zip(*sides))
    if random.random() < 0.5:
        units = "".join(f"<unit id='u{n}'><segment><source>{_xml(a)}</source><target>{_xml(b)}</target></segment>"
                        "</unit>" for n, (a, b) in enumerate(pairs))
        return _bytes(f"<xliff version='2.0' srcLang='vi' trgLang='nl'><file id='f'>{units}</file></xliff>")
    units = "".join(f"<trans-unit id='{n}'><source><g id='1'>{_xml(a)}</g></source>"
                    f"<target>{_xml(b)}<x id='2'/></target></trans-unit>" for n, (a, b) in enumerate(pairs))
    return _bytes(f"<xliff version='1.2'><file source-language='vi' target-language='nl'><body>{units}</body></file>"
                  "</xliff>")


def _tmx(random: Random, sides: Sequence[list[str]]) -> bytes:
    units = "".join(f"<tu><tuv xml:lang='vi'><seg>{_xml(a)}</seg></tuv><tuv xml:lang='nl'><seg>{_xml(b)}</seg></tuv>"
                    "</tu>" for a, b in zip(*sides))
    said = random.choice(("vi", "*all*"))
    return _bytes(f"<tmx version='1.4'><header srclang='{said}'/><body>{units}</body></tmx>")


def _po(random: Random, sides: Sequence[list[str]]) -> bytes:
    def quoted(text: str) -> str:
        lines = text.replace("\\", "\\\\").replace('"', '\\"').split("\n")
        return "\n".join(f'"{line}\\n"' for line in lines) if random.random() < 0.3 else f'"{" ".join(lines)}"'

    head = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n\n'
    return _bytes(head + "\n".join(f"msgid {quoted(a)}\nmsgstr {quoted(b)}\n" for a, b in zip(*sides)))


def _csv(random: Random, sides: Sequence[list[str]]) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter=random.choice(",;\t"), lineterminator="\n").writerows([("vi", "nl"), *zip(*sides)])
    return _bytes(made.getvalue())


def _tsv(random: Random, sides: Sequence[list[str]]) -> bytes:
    made = io.StringIO()
    csv.writer(made, delimiter="\t", lineterminator="\n").writerows([("id", "vi", "nl"), *(
        (str(n), *pair) for n, pair in enumerate(zip(*sides)))])
    return _bytes(made.getvalue())


WRITERS: dict[str, Callable[[Random, Sequence[list[str]]], bytes]] = {
    "text": _text, "markdown": _markdown, "html": _html, "docx": _docx, "json": _json, "xliff": _xliff, "tmx": _tmx,
    "po": _po, "csv": _csv, "tsv": _tsv}


def file(random: Random, format: str, language: str, spoil: float = 0.6) -> bytes:
    """A file of a format; what holds two languages has the original's and `language`'s. `spoil`: how often spoilt."""
    most = random.choice((1, 3, 8))
    own = paragraphs(random, language, most)
    sides = [[sentence(random, "vi") for _ in own], own] if format in ("xliff", "tmx", "po", "csv", "tsv") else [own]
    made = WRITERS[format](random, sides)
    return spoilt(random, made) if random.random() < spoil else made


_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1258", "cp874", "utf-7")


def spoilt(random: Random, data: bytes) -> bytes:
    """The data with a few things done to it that disks, networks, editors and malice do."""
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randint(0, len(data))
        end = min(len(data), at + random.choice((1, 1, 4, 30, 300)))
        done = random.randrange(8)
        if done == 0:
            data = data[:at] + random.randbytes(end - at) + data[end:]
        elif done == 1:
            data = data[:at] + data[end:]
        elif done == 2:
            data = data[:end] + data[at:end] * random.choice((1, 3, 40)) + data[end:]
        elif done == 3:
            data = data[:at] + _bytes(random.choice(NASTY)) + data[at:]
        elif done == 4:
            data = data[:at]
        elif done == 5:
            other = random.randint(0, len(data))
            data = data[:at] + data[other:other + 200] + data[at:]
        elif done == 6 and random.random() < 0.2:
            data = data.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")
        elif done == 7:
            data = data[:at] + bytes([random.choice(b"<>&\"'\\{}[]()|,;:\n\r\t\0 -+.%/\xff\xfe")]) + data[end:]
    return data
