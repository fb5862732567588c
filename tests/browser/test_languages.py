"""The page in the reader's language."""
from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.formats.html import render_index, render_report
from checker.i18n import languages

from ..page.sample import sample
from .conftest import Open

# Elements whose text a browser may spell otherwise than Babel does: the names of languages, and dates.
_WORDS = """() => [...document.querySelectorAll("[data-t]:not(:has(*))")].map(e => e.textContent)"""


@pytest.mark.parametrize("language", languages())
def test_a_browser_puts_the_page_in_its_own_language(opened: Open, report_file: Path, tmp_path: Path,
                                                     language: str) -> None:
    page = opened(report_file, locale=language)
    expect(page.locator("html")).to_have_attribute("lang", language)
    made = tmp_path / "made.html"
    made.write_text(render_report(sample(), language), "utf-8")
    assert page.evaluate(_WORDS) == opened(made, locale="de").evaluate(_WORDS)


def test_the_language_asked_for_wins_over_the_browser(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_report(sample(), "fr"), "utf-8")
    page = opened(path, locale="th")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_a_reader_chooses_and_the_choice_is_kept(opened: Open, report_file: Path) -> None:
    page = opened(report_file)
    quotes = page.locator(".quote").all_text_contents()
    page.select_option("#uilang", "vi")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.reload()
    expect(page.locator("#uilang")).to_have_value("vi")
    assert page.locator(".quote").all_text_contents() == quotes


def test_an_index_remembers_the_readers_language_too(opened: Open, report_file: Path, tmp_path: Path) -> None:
    index = tmp_path / "index.html"
    index.write_text(render_index([], None), "utf-8")
    page = opened(index)
    page.select_option("#uilang", "fr")
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_a_page_that_waits_for_its_language_is_shown_all_the_same(opened: Open, report_file: Path,
                                                                  tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    source = report_file.read_text("utf-8")
    broken.write_text(source[:source.rindex("<script>")], "utf-8")
    page = opened(broken, locale="th")
    expect(page.locator("h1")).to_be_visible()


def test_an_unknown_language_gives_english(opened: Open, report_file: Path) -> None:
    expect(opened(report_file, locale="de-DE").locator("html")).to_have_attribute("lang", "en")
