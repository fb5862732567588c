"""How fast the page is, by the browser's own clock: `python -m tests.browser.bench [PAIRS FINDINGS]`.

A set of 2,000 sentence pairs and 500 findings is made, its page written and opened a few times. Printed are its size,
the time to render it, the first contentful paint, and from an event to the next frame for each interaction; medians of
five. Beside the time on the wall stands the main thread's own, which other work on the machine does not lengthen.
"""
from __future__ import annotations

import math
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, sync_playwright

from checker.formats.html import render_report
from checker.report import Report

from ..page.build import Fault, report, version, written
from .conftest import FLAGS

RUNS = 5
PAINT, ANSWER = 300, 100
"""Targets in milliseconds: the first paint, and any interaction."""

_PAINT = """() => new Promise(done => {
  const found = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  if (found()) done(found());
  else new PerformanceObserver(() => found() && done(found())).observe({type: "paint", buffered: true});
})"""
# From the event to the frame after it: what a reader waits for.
_TIMED = """(action) => new Promise(done => {
  const before = performance.now();
  new Function(action)();
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
})"""
_INTERACTIONS = {
    "filter": "document.querySelector('[data-filter=s]').click()",
    "search": "const s = document.querySelector('#search'); s.value = 'stad 77';"
              "s.dispatchEvent(new Event('input'))",
    "by decision": "const s = document.querySelector('#decision'); s.value = 'open';"
                   "s.dispatchEvent(new Event('change'))",
    "show all": "document.querySelector('#reset').click()",
    "decide": "document.querySelector('[data-do=fixed]').click()",
    "next": "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}))",
    "fact": "document.querySelectorAll('#text .grid [data-k]')[900].dispatchEvent("
            "new MouseEvent('mouseover', {bubbles: true}))",
    "view": "document.querySelector(\"[data-view='0']\").click()",
    "names by doubt": "document.querySelector('.names th[data-sort=number]').click()",
    "only what differs": "document.querySelector('#differing').click()",
}


def large(pairs: int, faults: int) -> Report:
    """A set of many sentences with a figure, a date and a name each; every so many figures differ."""
    every = max(1, pairs // faults)
    wrong = set(range(0, every * faults, every))
    vi = written("big/vi.txt", "vi", "\n".join(
        f"Ngày {{d{i}:{i % 28 + 1}-5-2024=2024-05-{i % 28 + 1:02d}}}, {{p{i}:phường {i}=place:phường {i}}} có thêm "
        f"{{n{i}:{i + 10} hộ dân={i + 10} households}} được cấp nước sạch sau nhiều tháng chờ đợi công trình."
        + ("\n" if i % 4 == 3 else "") for i in range(pairs)))
    nl = written("big/nl.txt", "nl", "\n".join(
        f"{i}> Op {{d{i}:{i % 28 + 1} mei 2024=2024-05-{i % 28 + 1:02d}}} kregen in {{p{i}:stad {i}=place:phường {i}}} "
        f"nog eens {{n{i}:{i + 10 + (i in wrong)} gezinnen={i + 10 + (i in wrong)} households}} water, na maanden "
        "wachten op de werken." + ("\n" if i % 4 == 3 else "") for i in range(pairs)))
    severities = ("error", "warning", "info")
    found = [Fault("number-changed", f"n{i}", severities[i % 3], 0.5 + i % 50 / 100,  # type: ignore[arg-type]
                   "«{original}» is {value}; the {language} says «{translation}», {other}.", {"value": "", "other": ""},
                   f"{i + 10} gezinnen") for i in sorted(wrong)]
    return report(vi, (version(vi, nl, found),), (nl,))


class Took(NamedTuple):
    """Milliseconds on the wall, and of the page's main thread."""

    wall: float
    thread: float


def measure(browser: Browser, path: Path) -> dict[str, Took]:
    """How long each thing took in one fresh visit."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    thread = _Thread(context.new_cdp_session(page))
    page.goto(path.as_uri())
    took = {"first paint": Took(float(page.evaluate(_PAINT)), math.nan)}
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    took["ready"] = Took(float(ready), thread.spent())
    page.wait_for_timeout(300)
    for name, action in _INTERACTIONS.items():
        thread.spent()
        took[name] = Took(float(page.evaluate(_TIMED, action)), thread.spent())
    context.close()
    return took


class _Thread:
    """The clock of the page's main thread."""

    def __init__(self, session: CDPSession) -> None:
        self._session, self._before = session, 0.0
        session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent(self) -> float:
        """Milliseconds since this was last asked."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        now = next(float(m["value"]) for m in metrics if m["name"] == "TaskDuration")
        spent, self._before = now - self._before, now
        return 1000 * spent


def main(pairs: int = 2000, faults: int = 500) -> None:
    """Print the table."""
    made = large(pairs, faults)
    begun = time.perf_counter()
    text = render_report(made)
    took = time.perf_counter() - begun
    print(f"{pairs} pairs, {faults} findings: {len(text.encode()) / 1e6:.2f} MB, rendered in {took:.2f} s")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder, "report.html")
        path.write_text(text, "utf-8")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        runs = [measure(browser, path) for _ in range(RUNS)]
        browser.close()
    print(f"{'':18} {'wall':>7} {'thread':>7}  ms (targets: {PAINT} to the first paint, {ANSWER} for an answer)")
    for name in runs[0]:
        wall, thread = (statistics.median(run[name][clock] for run in runs) for clock in (0, 1))
        print(f"{name:18} {wall:7.0f} {'' if math.isnan(thread) else f'{thread:.0f}':>7}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
