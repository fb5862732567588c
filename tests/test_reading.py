"""From paths to articles: bilingual files by themselves, standard input, formats and languages as they are said."""
from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from checker.cli import main
from checker.config import Config
from checker.errors import CheckerError
from checker.reading import read_article, read_set

VIETNAMESE = "Thành phố đã trồng 1.250 cây xanh dọc bờ sông trong năm nay."
DUTCH = "De stad heeft dit jaar 1.250 bomen langs de rivier geplant."


def _put(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8", newline="")
    return str(path)


def test_a_bilingual_file_is_a_set_by_itself(tmp_path: Path) -> None:
    path = _put(tmp_path, "a.csv", f"nl,vi\n{DUTCH},{VIETNAMESE}\n")
    articles = read_set(path, [], Config.of(None))
    assert [(a.language, a.pairs) for a in articles] == [("vi", None), ("nl", ((0, 0),))]
    assert {a.key for a in articles} == {(path, "vi"), (path, "nl")}


def test_what_a_file_says_of_its_original_counts_for_more_than_the_configuration(tmp_path: Path) -> None:
    path = _put(tmp_path, "a.xlf", f'<xliff><file source-language="nl" target-language="vi"><body><trans-unit id="1">'
                                   f'<source>{DUTCH}</source><target>{VIETNAMESE}</target></trans-unit></body></file>'
                                   f'</xliff>')
    assert [a.language for a in read_set(path, [], Config.of(None))] == ["nl", "vi"]


@pytest.mark.parametrize("head", ["source,target", "target,source", "original,translation"])
def test_columns_may_be_named_by_their_part(tmp_path: Path, head: str) -> None:
    cells = {"source": VIETNAMESE, "original": VIETNAMESE, "target": DUTCH, "translation": DUTCH}
    path = _put(tmp_path, "a.csv", f"{head}\n" + ",".join(cells[name] for name in head.split(",")) + "\n")
    assert [a.language for a in read_set(path, [], Config.of(None))] == ["vi", "nl"]
    said = Config.of({"lang": {path: "fr"}})
    assert [a.language for a in read_set(path, [], said)] == ["vi", "fr"]


def test_a_version_without_text_is_told_and_left_out(tmp_path: Path) -> None:
    path = _put(tmp_path, "a.csv", f"vi,nl,th\n{VIETNAMESE},{DUTCH},\n")
    articles = read_set(path, [], Config.of(None))
    assert [a.language for a in articles] == ["vi", "nl"]
    assert articles[0].document.notes == (f"{path}: its th version has no text and was not checked",)


@pytest.mark.parametrize(("text", "config", "said"), [
    (f"vi,nl\n{VIETNAMESE},\n", {}, "holds no translation yet"),
    (f"vi,nl,th\n{VIETNAMESE},{DUTCH},x\n", {"lang": "nl"}, "several versions"),
    (f"vi\n{VIETNAMESE}\n", {}, "no two languages"),
])
def test_bilingual_files_that_cannot_be_checked(tmp_path: Path, text: str, config: dict[str, str], said: str) -> None:
    path = _put(tmp_path, "a.csv", text)
    with pytest.raises(CheckerError, match=said):
        read_set(path, [], Config.of({key: {path: value} for key, value in config.items()}))


def test_an_article_alone_is_nothing_to_compare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", _put(tmp_path, "a.vi.txt", VIETNAMESE)]) == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_a_format_that_is_said_overrules_name_and_content(tmp_path: Path) -> None:
    path = _put(tmp_path, "a.vi.txt", f"<p>{VIETNAMESE}</p>")
    assert "<p>" in read_article(path, Config.of(None)).segments[0].text
    for said in ({path: "html"}, {str(tmp_path / "*"): "html"}):
        assert "<p>" not in read_article(path, Config.of({"format": said})).segments[0].text
    both = Config.of({"format": {str(tmp_path / "*"): "html", path: "text"}})
    assert "<p>" in read_article(path, both).segments[0].text


@pytest.mark.parametrize(("content", "format"), [
    (VIETNAMESE, None), (f"<!DOCTYPE html><p>{VIETNAMESE}", None), (f"---\ntitle: {VIETNAMESE}\n---\n", None),
    (json.dumps({"body": VIETNAMESE}), "json"), (f"<b>{VIETNAMESE}</b>", "html")])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str, format: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    config = Config.of({"lang": {"-": "vi"}, "format": {"-": format} if format else {}})
    article = read_article("-", config)
    assert (article.language, [s.text for s in article.segments]) == ("vi", [VIETNAMESE])


def test_a_bilingual_file_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    table = f"vi,nl\n{VIETNAMESE},{DUTCH}\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(table)))
    assert len(read_set("-", [], Config.of({"format": {"-": "csv"}}))) == 2
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<?xml version='1.0'?><xliff/>")))
    with pytest.raises(CheckerError, match="--format -=xliff"):
        read_article("-", Config.of(None))


def test_json_paths_are_configured(tmp_path: Path) -> None:
    path = _put(tmp_path, "a.vi.json", json.dumps({"cells": [{"v": VIETNAMESE}], "body": DUTCH}))
    article = read_article(path, Config.of({"json-paths": ["cells.*.v"]}))
    assert [s.text for s in article.segments] == [VIETNAMESE]


@pytest.mark.parametrize(("limit", "name", "text"), [
    ("size", "a.vi.txt", VIETNAMESE), ("sentences", "a.vi.txt", f"{VIETNAMESE} {VIETNAMESE}"),
    ("nesting", "a.vi.json", '{"body": [["x"]]}'), ("tags", "a.vi.html", f"<p>{VIETNAMESE}</p>")])
def test_limits_are_configured_and_named(tmp_path: Path, limit: str, name: str, text: str) -> None:
    path = _put(tmp_path, name, text)
    with pytest.raises(CheckerError, match=f"limit of 1 .*raise {limit} "):
        read_article(path, Config.of({"limits": {limit: 1}}))
