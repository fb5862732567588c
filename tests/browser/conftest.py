"""A real Chromium, and pages opened from disk in it. Each page that a test opens must stay silent and ask for nothing.

Debian's chromium is driven by playwright (`apt-get install chromium`; `CHROMIUM` names another one), axe-core comes
from the npm registry (`npm ci --prefix tests/browser`). Where one is missing, tests are skipped; on a CI server they
fail.
"""
from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from checker.formats.html import render_report

from ..page.sample import sample

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]
Open = Callable[..., Page]


def needed(what: str, path: str | None) -> str:
    """The path, if there is one; a skipped test otherwise, a failed one on a CI server."""
    if path and Path(path).exists():
        return path
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing: the page was not tested")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = needed("chromium", os.environ.get("CHROMIUM") or shutil.which("chromium"))
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return Path(needed("axe-core", str(Path(__file__).parent / "node_modules/axe-core/axe.min.js"))).read_text("utf-8")


@pytest.fixture(scope="session")
def report_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's page on disk."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render_report(sample()), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open a file: `opened(path, width=1280, …)`, with anything a browser context takes."""
    contexts: list[BrowserContext] = []
    noise: list[str] = []

    def open_page(path: Path, width: int = 1280, anchor: str = "", **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **{"locale": "en-US", **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: noise.append(f"error: {error}"))
        page.on("dialog", lambda dialog: noise.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: None if _own(request.url) else noise.append(f"request: {request.url}"))
        page.goto(path.as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not noise


def _own(url: str) -> bool:
    """The page itself, its icon, and what it makes for a download."""
    return url.startswith(("file:", "data:", "blob:"))


@pytest.fixture
def page(opened: Open, report_file: Path) -> Page:
    """The sample's page."""
    return opened(report_file)
