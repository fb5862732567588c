"""The configuration: where it is found, what it refuses, what it suggests, and its published schema."""
from __future__ import annotations

import datetime as dt
import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.config import KEYS, Config
from checker.config.guess import guess
from checker.config.keys import LIMITS
from checker.config.schema import schema, text
from checker.config.show import beginning, show, toml
from checker.errors import CheckerError


def written(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_nearest_checker_toml_wins_over_other_files(tmp_path: Path) -> None:
    written(tmp_path / "checker.toml", 'fail-on = "warning"')
    written(tmp_path / "desk/pyproject.toml", '[tool.checker]\nfail-on = "info"')
    assert Config.found(tmp_path / "desk")["fail-on"] == "warning"


def test_pyproject_wins_over_setup_cfg(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", '[tool.other]\nx = 1\n[tool.checker]\nfail-on = "info"')
    written(tmp_path / "setup.cfg", "[checker]\nfail-on = never")
    config = Config.found(tmp_path)
    assert config["fail-on"] == "info" and config.origin("fail-on") == str(tmp_path / "pyproject.toml")


def test_setup_cfg_has_lists_and_tables(tmp_path: Path) -> None:
    written(tmp_path / "setup.cfg",
            "[checker]\nlanguages = nl, fr\narticles =\n    a/{slug}.{lang}.md\n    b/{slug}/{lang}.txt\n"
            "require-reason = yes\n[checker:severity]\nfurniture = off\n[checker:limits]\nsize = 9\n")
    config = Config.found(tmp_path)
    assert config["languages"] == ["nl", "fr"] and len(config["articles"]) == 2
    assert config["require-reason"] is True and config["severity"] == {"furniture": "off"}
    assert config["limits"] == {**LIMITS, "size": 9}


def test_a_pyproject_without_us_is_not_ours(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.other]\nname = 1")
    assert Config.found(tmp_path).origin("fail-on") == "default"


def test_command_line_over_file_over_defaults(tmp_path: Path) -> None:
    config = Config.file(written(tmp_path / "c.toml", 'fail-on = "info"\nlanguages = ["nl"]'))
    config = config.over({"fail-on": "never"}, "command line")
    assert (config["fail-on"], config["languages"], config["original"]) == ("never", ["nl"], "vi")
    assert config.origin("fail-on") == "command line" and config.origin("languages").endswith("c.toml")


def test_paths_start_at_the_files_folder(tmp_path: Path) -> None:
    content = 'decisions = "d.json"\ndate = 2024-05-02\n[lang]\n"a.txt" = "nl"'
    config = Config.file(written(tmp_path / "c.toml", content))
    assert config["decisions"] == str(tmp_path / "d.json") and config["date"] == dt.date(2024, 5, 2)
    assert config.for_file("lang", str(tmp_path / "x/../a.txt")) == "nl"
    assert config.for_file("lang", str(tmp_path / "b.txt")) is None


@pytest.mark.parametrize("content, said", [
    ('langauges = ["nl"]', "did you mean 'languages'"),
    ('fail-on = "erorr"', "did you mean 'error'"),
    ('[severity]\nnumber-chnaged = "off"', "did you mean 'number-changed'"),
    ('[severity]\nfurniture = "loud"', "error, warning, info, off"),
    ("articles = [", "correct the file"),
    ("languages = 5", "a text or a list of texts"),
    ("require-reason = 3", "true or false"),
    ('date = "yesterday"', "2024-10-18"),
    ("[thresholds]\nerror = 7", "between 0 and 1"),
    ("[limits]\nsize = -1", "whole number"),
    ("severity = 5", "a table"),
])
def test_errors_name_the_file_and_the_way_out(tmp_path: Path, content: str, said: str) -> None:
    path = written(tmp_path / "checker.toml", content)
    with pytest.raises(CheckerError) as caught:
        Config.file(path)
    assert said in str(caught.value) and str(path) in str(caught.value) and "\n" not in str(caught.value)


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CheckerError, match="UTF-8"):
        Config.found(tmp_path)


def test_mapping_and_nothing() -> None:
    assert Config.of(None)["fail-on"] == "error"
    assert Config.of({"date": dt.date(2020, 1, 2)})["date"] == dt.date(2020, 1, 2)
    assert Config.of(config := Config.of({})) is config
    with pytest.raises(CheckerError, match="unknown key"):
        Config.of({"dates": 1})


def test_published_schema_is_current() -> None:
    assert (files("checker.reports") / "config.schema.json").read_text("utf-8") == text()
    jsonschema.Draft202012Validator.check_schema(schema())


def test_schema_and_reader_agree() -> None:
    good = {"articles": ["a"], "fail-on": "info", "severity": {"furniture": "off"}, "limits": {"size": 1}}
    bad: list[dict[str, Any]] = [
        {"artcles": "a"}, {"fail-on": "x"}, {"severity": {"nothing": "off"}}, {"cache-size": -1}]
    jsonschema.validate(good, schema())
    Config.of(good)
    for values in bad:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(values, schema())
        with pytest.raises(CheckerError):
            Config.of(values)


def test_show_tells_value_and_origin(tmp_path: Path) -> None:
    path = written(tmp_path / "c.toml", 'fail-on = "info"\n[severity]\nfurniture = "off"')
    shown = show(Config.file(path))
    assert f'fail-on = "info"  # {path}' in shown and 'original = "vi"  # default' in shown
    values = tomllib.loads(shown)
    assert values["severity"] == {"furniture": "off"} and values["limits"]["size"] == 5_000_000
    assert set(values) | {k.name for k in KEYS if k.default is None} == {k.name for k in KEYS}


def test_beginning_is_a_configuration_that_explains_every_key(tmp_path: Path) -> None:
    made = beginning({"articles": "n/{slug}.{lang}.md", "languages": ["nl"]})
    config = Config.file(written(tmp_path / "checker.toml", made))
    assert config["articles"] == ["n/{slug}.{lang}.md"] and config.origin("original") == "default"
    keys = ("# [", *(f"# {k.name} =" for k in KEYS))
    uncommented = "\n".join(line.removeprefix("# ") if line.startswith(keys) else line
                            for line in made.splitlines() if '= ""' not in line)
    assert set(tomllib.loads(uncommented)) >= {k.name for k in KEYS if k.default is not None}


@pytest.mark.parametrize("paths, articles", [
    (["news/a/vi.txt", "news/a/nl.txt"], "news/{slug}/{lang}.txt"),
    (["news/2024/a.vi.md", "news/2024/a.fr.md"], "news/{slug}.{lang}.md"),
    (["content/vi/x/a.md", "content/th/x/a.md"], "content/{lang}/{slug}.md"),
    (["a.vi.txt", "a.nl.txt"], "{slug}.{lang}.txt"),
    (["a/vi.txt", "a/nl.txt"], "{slug}/{lang}.txt"),
])
def test_init_recognises_usual_layouts(paths: list[str], articles: str) -> None:
    found = guess(paths, ["vi", "nl", "fr", "th"])
    assert found["articles"] == articles and found["original"] == "vi"


def test_init_finds_nothing_in_a_repository_without_articles() -> None:
    assert guess(["src/main.py", "docs/index.md", "docs/fr.md"], ["vi", "nl", "fr", "th"]) == {}


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=12), max_size=4))
def test_shown_texts_read_back(table: dict[str, str]) -> None:
    names = [toml(name) for name in table]
    made = "[t]\n" + "".join(f"{name} = {toml(value)}\n" for name, value in zip(names, table.values(), strict=True))
    assert tomllib.loads(made)["t"] == table


def test_schema_text_is_json() -> None:
    assert json.loads(text()) == schema()
