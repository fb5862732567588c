"""The overview of several sets."""
from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from checker.formats.html import pages
from checker.outcome import Outcome, SetResult

from ..page.build import report, version
from ..page.sample import sample, texts
from .conftest import Open
from .test_access import violations


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of a set with faults, one without and one that could not be checked."""
    vi, nl, _, _ = texts()
    clean = report(vi, (version(vi, nl, ()),), (nl,))
    sets = (SetResult("b-clean", clean), SetResult("a-faults", sample()), SetResult("c", None, ("c: empty",)))
    outcome = Outcome(sets, several=True)
    for path, text in pages(outcome, str(tmp_path / "report.html")).items():
        Path(path).write_text(text, "utf-8")
    return tmp_path / "report.html"


def slugs(page: Page) -> list[str]:
    """The sets in the order shown."""
    return page.locator("tbody th .place").all_inner_texts()


def test_the_worst_is_first_and_columns_sort(opened: Open, index: Path) -> None:
    page = opened(index)
    assert slugs(page) == ["c", "a-faults", "b-clean"]
    page.click("text=Article >> nth=-1")
    assert slugs(page) == ["a-faults", "b-clean", "c"]
    page.click("th >> text=Errors")
    assert slugs(page)[0] == "a-faults"
    expect(page.locator("th[aria-sort]")).to_have_text("Errors")
    page.click("th >> text=Errors")
    assert slugs(page)[-1] == "a-faults"


def test_it_leads_to_each_page_and_back(opened: Open, index: Path) -> None:
    page = opened(index)
    page.click("tbody a >> nth=0")
    expect(page.locator(".card")).to_have_count(15)
    page.click("text=All articles")
    expect(page.locator("tbody tr")).to_have_count(3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation(opened: Open, index: Path, axe: str, scheme: Literal["light", "dark"]) -> None:
    page = opened(index, width=400, color_scheme=scheme)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
