"""Which files belong together, by the patterns of the configuration."""
from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.articles import ArticleSet, files_in, find_sets, glob_of, pattern_of
from checker.config import Config
from checker.errors import CheckerError


def sets(files: list[str], **values: object) -> list[ArticleSet]:
    """The sets among files, under a configuration."""
    return find_sets(files, Config.of({"articles": "news/{slug}/{lang}.txt", **values}))


def test_slugs_span_folders_and_other_files_are_left_alone() -> None:
    found = sets(["news/2024/flood/vi.txt", "news/2024/flood/nl.txt", "news/2024/flood/notes.txt", "README.md"])
    assert found == [ArticleSet("2024/flood", "news/2024/flood/vi.txt", {"nl": "news/2024/flood/nl.txt"})]


def test_several_patterns_the_first_that_fits_wins() -> None:
    patterns = ["{slug}.{lang}.md", "text/{lang}/{slug}.md"]
    found = sets(["a.vi.md", "a.fr-FR.md", "text/vi/b.md", "text/th/b.md"], articles=patterns)
    assert [(one.slug, one.original, dict(one.translations)) for one in found] == [
        ("a", "a.vi.md", {"fr-fr": "a.fr-FR.md"}), ("b", "text/vi/b.md", {"th": "text/th/b.md"})]


def test_an_orphan_has_no_original() -> None:
    (found,) = sets(["news/x/nl.txt"])
    assert found.original is None and found.paths == ("news/x/nl.txt",)


def test_ignored_paths_are_not_there() -> None:
    assert sets(["news/drafts/a/vi.txt", "news/b/vi.txt"], ignore=["news/drafts"])[0].slug == "b"


def test_a_language_that_is_expected_is_known() -> None:
    (found,) = sets(["news/a/vi.txt", "news/a/de.txt", "news/a/xx.txt"], languages=["de"])
    assert dict(found.translations) == {"de": "news/a/de.txt"}


def test_two_files_for_one_version_are_refused() -> None:
    with pytest.raises(CheckerError, match="both the nl version of 'a'"):
        sets(["news/a/nl.txt", "a.nl.md"], articles=["news/{slug}/{lang}.txt", "{slug}.{lang}.md"])


@pytest.mark.parametrize("pattern, said", [("news/{slug}.txt", "no {lang}"), ("news/{name}.{lang}.txt", "{name}")])
def test_patterns_that_are_none(pattern: str, said: str) -> None:
    with pytest.raises(CheckerError) as caught:
        pattern_of(pattern)
    assert said in str(caught.value)


def test_a_repeated_slug_is_the_same_slug() -> None:
    pattern = pattern_of("{slug}/{slug}.{lang}.md")
    assert pattern.fullmatch("a/a.nl.md") and not pattern.fullmatch("a/b.nl.md")


@given(st.text(min_size=1, max_size=30))
def test_a_path_without_wildcards_is_itself(path: str) -> None:
    plain = path.translate({ord(c): None for c in "*?{}"}).removeprefix("./").rstrip("/")
    assert glob_of(plain).fullmatch(plain) and not glob_of(plain + "x").fullmatch(plain + "y")


def test_files_outside_a_repository(tmp_path: Path) -> None:
    for name in ("news/a/vi.txt", ".hidden/x.txt", "node_modules/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert files_in(tmp_path) == ["news/a/vi.txt"]
