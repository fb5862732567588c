"""axe-core finds nothing to complain about, whatever is open and however it is lit."""
from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from .conftest import Open

# What is off the screen has an estimated size until it has been seen.
_VISIT = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const before = scrollY;
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) { scrollTo(0, y); await frame(); }
  scrollTo(0, before);
  await frame();
}"""
_RUN = """async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await axe.run(document, {runOnly: rules});
  return result.violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`);
}"""


def violations(page: Page, axe: str, part: str = "document") -> list[str]:
    """What axe-core says of a page as it stands, or of a part of it."""
    page.evaluate(_VISIT)
    page.evaluate(axe)
    found: list[str] = page.evaluate(_RUN.replace("document", part))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_violation(opened: Open, report_file: Path, axe: str, scheme: Literal["light", "dark"], width: int) -> None:
    page = opened(report_file, width=width, color_scheme=scheme)
    page.locator("[data-do=ask]").first.click()
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_in_the_counterparts(opened: Open, report_file: Path, axe: str,
                                          scheme: Literal["light", "dark"]) -> None:
    page = opened(report_file, color_scheme=scheme)
    page.keyboard.press("n")
    assert violations(page, axe, "'#factbar'") == [] and violations(page, axe, "'.s:has(.lit)'") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("button", ["#export", "#help"])
def test_no_violation_in_dialogs(opened: Open, report_file: Path, axe: str, scheme: Literal["light", "dark"],
                                 button: str) -> None:
    page = opened(report_file, color_scheme=scheme)
    page.click(button)
    assert violations(page, axe) == []


def test_motion_is_not_asked_for(opened: Open, report_file: Path) -> None:
    page = opened(report_file, reduced_motion="reduce")
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
