"""Texts that try to become markup or script, in a browser that would let them."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from checker.formats.html import render_report

from ..formats.test_html import hostile
from ..page.build import Fault, report, version, written
from .conftest import Open

PAYLOADS = ["<script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">",
            "\"><svg/onload=document.title='owned'>", "</script><script>document.title='owned'</script>",
            "<iframe src=\"javascript:parent.document.title='owned'\"></iframe>", "<base href=//example.org/>",
            "<meta http-equiv=refresh content=0;url=//example.org>", "<style>*(display:none)</style>", "<!--",
            "<![CDATA[", "<plaintext>", "<template><b>", "</textarea></title>",
            "&#60;script&#62;document.title='owned'&#60;/script&#62;"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_shown_as_it_is_written(opened: Open, tmp_path: Path, payload: str) -> None:
    vi = written("vi.txt", "vi", f"Có {{n1:5 người=5}} ở đây {payload} nhé.")
    nl = written("nl.txt", "nl", f"0> Er zijn {{n1:6 mensen=6}} hier {payload} dus.")
    fault = Fault("number-changed", "n1", "error", 0.9, "«{original}» {word}", {"word": payload}, payload)
    path = tmp_path / "report.html"
    path.write_text(render_report(report(vi, (version(vi, nl, (fault,)),), (nl,))), "utf-8")
    page = opened(path)
    expect(page.locator(".card .quote").first).to_contain_text(payload)
    expect(page.locator("#text .cell.o")).to_contain_text(payload)
    page.select_option("#uilang", "th")
    expect(page.locator(".message")).to_contain_text(payload)
    assert "owned" not in page.title().split(" · ")[-1]
    assert page.locator("iframe, base, img, main script").count() == 0


def test_a_set_of_attacks_is_a_quiet_page(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render_report(hostile()), "utf-8")
    page = opened(path)
    expect(page.locator(".card")).to_have_count(1)
    page.locator("#text .grid [data-k]").first.hover()
    expect(page.locator("#factbar")).to_be_visible()


def test_reasons_from_a_file_are_text(opened: Open, report_file: Path, tmp_path: Path) -> None:
    page = opened(report_file)
    mark = page.get_attribute(".card", "data-f")
    file = tmp_path / "decisions.json"
    made = {"fingerprint": mark, "decision": "fine", "reason": "<img src=x onerror=alert(1)>"}
    file.write_text(json.dumps({"decisions": [made]}), "utf-8")
    page.set_input_files("#load", str(file))
    expect(page.locator(".card .what").first).to_have_text("Fine: <img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0
