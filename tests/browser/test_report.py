"""What an editor does on the page, done in a real browser."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.formats.html import render_report
from checker.suppressions.entries import read

from ..page.sample import sample, texts
from ..page.build import report, version
from .conftest import Open

SHOWN = ".card:not([hidden])"


def card(page: Page, code: str) -> str:
    """The selector of the first finding of a code."""
    found = page.locator(f".card:has(.perma code:text-is('{code}'))").first.get_attribute("id")
    return f"[id='{found}']"


def test_filters_narrow_the_findings_and_can_be_undone(page: Page) -> None:
    everything = page.locator(".card").count()
    page.click("[data-filter=v][data-value='2']")
    assert set(page.locator(SHOWN).evaluate_all("all => all.map(card => card.dataset.v)")) == {"2"}
    page.click("[data-filter=s][data-value=error]")
    page.click("[data-filter=k][data-value=number]")
    kinds = page.locator(SHOWN).evaluate_all("all => all.map(card => [card.dataset.s, card.dataset.k])")
    assert kinds == [["error", "number"]]
    expect(page.locator(".shown")).to_have_text(f"1 of {everything} findings shown")
    page.click("#reset")
    assert page.locator(SHOWN).count() == everything
    expect(page.locator("#reset")).to_be_hidden()


def test_filters_by_confidence_and_decision(page: Page) -> None:
    page.select_option("#sure", "90")
    shares = page.locator(SHOWN).evaluate_all("all => all.map(card => Number(card.dataset.c))")
    assert shares and min(shares) >= 90
    page.click("#reset")
    page.click(f"{card(page, 'unit-changed')} [data-do=fixed]")
    page.select_option("#decision", "decided")
    assert page.locator(SHOWN).count() == 1
    page.select_option("#decision", "open")
    assert page.locator(SHOWN).count() == page.locator(".card").count() - 1


@pytest.mark.parametrize("words", ["Quảng Nam", "quang nam", "QUANG NAM"])
def test_search_needs_no_accents(page: Page, words: str) -> None:
    page.fill("#search", words)
    expect(page.locator("#reset")).to_be_visible()
    found = page.locator(SHOWN).all_text_contents()
    assert found and all("ng nam" in text.lower() for text in found)
    page.fill("#search", "no such words")
    expect(page.locator(SHOWN)).to_have_count(0)


def test_keys_go_through_the_findings_and_decide(page: Page) -> None:
    first, second = (page.locator(".card").nth(i) for i in (0, 1))
    page.keyboard.press("j")
    expect(first).to_be_focused()
    page.keyboard.press("j")
    expect(second).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("f")
    expect(first).to_have_class("card error decided")
    page.keyboard.press("u")
    expect(first).to_have_class("card error")
    page.keyboard.press("e")
    page.keyboard.type("rounded on purpose")
    page.keyboard.press("Enter")
    expect(first.locator(".what")).to_have_text("Fine: rounded on purpose")
    page.keyboard.press("1")
    assert set(page.locator(SHOWN).evaluate_all("all => all.map(card => card.dataset.s)")) == {"error"}
    page.keyboard.press("0")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("jfe")
    expect(page.locator("#search")).to_have_value("jfe")


def test_help_opens_and_single_keys_can_be_switched_off(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#d-help")).to_be_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    expect(page.locator("#d-help")).to_be_hidden()
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".card:focus").count() == 0


def test_a_reason_is_needed_to_call_a_finding_fine(page: Page) -> None:
    wanted = card(page, "bound-changed")
    page.click(f"{wanted} [data-do=ask]")
    page.click(f"{wanted} [data-do=fine]")
    expect(page.locator(f"{wanted} .reason")).to_be_focused()
    expect(page.locator(f"{wanted} .made")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator(f"{wanted} [data-do=ask]")).to_be_focused()


def test_decisions_outlive_a_reload_and_change_the_verdict(page: Page) -> None:
    line = page.locator(".version").nth(1)
    expect(line.locator(".word")).to_have_text("Look at 2")
    page.click(f"{card(page, 'name-misspelt')} [data-do=fixed]")
    expect(line.locator(".word")).to_have_text("Look at 1")
    page.click(f"{card(page, 'passage-added')} [data-do=fixed]")
    expect(line.locator(".word")).to_have_text("Ready")
    page.reload()
    expect(line.locator(".word")).to_have_text("Ready")
    expect(page.locator(".progress")).to_contain_text("2 of 15 decided")
    expect(page.locator(".progress")).to_contain_text("not yet exported: 2")


def test_exported_decisions_can_be_loaded_elsewhere(page: Page, opened: Open, report_file: Path,
                                                    tmp_path: Path) -> None:
    wanted = card(page, "bound-changed")
    page.click(f"{wanted} [data-do=ask]")
    page.fill(f"{wanted} .reason", "“bijna” <is> & stays")
    page.click(f"{wanted} [data-do=fine]")
    page.click("#export")
    page.fill("#who", "Lan")
    with page.expect_download() as waiting:
        page.click("#save")
    file = tmp_path / "decisions.json"
    waiting.value.save_as(file)
    made, = json.loads(file.read_text("utf-8"))["decisions"]
    assert made.pop("date") == page.evaluate("new Date().toLocaleDateString('sv')")
    assert made["sentence"].startswith("Theo ông Khôi")
    entry, = read(file, "decisions")
    assert (entry.fingerprint, entry.decision, entry.reason, entry.who, entry.code, entry.original) == (
        page.get_attribute(wanted, "data-f"), "fine", "“bijna” <is> & stays", "Lan", "bound-changed", ">42000 jobs")
    expect(page.locator(".progress")).not_to_contain_text("not yet exported")
    other = opened(report_file)
    other.set_input_files("#load", str(file))
    expect(other.locator(f"{wanted} .what")).to_have_text("Fine: “bijna” <is> & stays")
    expect(other.locator("#d-export .note")).to_have_text("Decisions loaded: 1, of them in this report: 1")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"decisions": 3}', '{"decisions": [null, 3, {"fingerprint": 1}]}'])
def test_a_file_that_holds_no_decisions_changes_nothing(page: Page, tmp_path: Path, content: str) -> None:
    file = tmp_path / "decisions.json"
    file.write_text(content, "utf-8")
    page.set_input_files("#load", str(file))
    expect(page.locator("#d-export .note")).not_to_be_empty()
    assert page.locator(".card.decided").count() == 0


def test_what_was_marked_fixed_is_open_again_where_a_new_check_finds_it(page: Page, tmp_path: Path) -> None:
    page.click(f"{card(page, 'magnitude-changed')} [data-do=fixed]")
    vi, nl, fr, th = texts()
    whole = sample()
    later = report(vi, (whole.translations[0], version(vi, th, ())), (nl, th))
    path = tmp_path / "later.html"
    path.write_text(render_report(later), "utf-8")
    page.goto(path.as_uri())
    again = page.locator(card(page, "magnitude-changed"))
    expect(again.locator(".what")).to_have_text("Marked as fixed before, but still found")
    expect(again).to_have_class("card error")


def test_a_fact_shows_its_counterparts_where_all_is_well(page: Page) -> None:
    fact = page.locator("#text .cell.o .k", has_text="16,5 m").first
    fact.scroll_into_view_if_needed()
    fact.hover()
    assert page.locator("#text .lit").count() == 4
    bar = page.locator("#factbar")
    for words in ("16,5 m", "16,5 meter", "16,5 mètres", "16.5 เมตร"):
        expect(bar).to_contain_text(words)
    fact.click()
    page.mouse.move(5, 5)
    expect(bar).to_be_visible()
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()


def test_facts_are_reached_by_key(page: Page) -> None:
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.dataset.k") is not None
    expect(page.locator("#factbar")).to_be_visible()


def test_one_version_beside_the_original(page: Page) -> None:
    page.click("[data-view='1']")
    assert page.locator("#text .row.head [role=columnheader]:visible").all_inner_texts() == ["Vietnamese", "French"]
    assert page.locator(".cell.added:visible").count() == 1
    assert page.locator(".row.alone:visible").count() == 1
    page.click("[data-view=all]")
    assert page.locator("#text .row.head [role=columnheader]:visible").count() == 4


def test_what_is_moved_missing_added_or_furniture_says_so(page: Page) -> None:
    text = page.locator("#text .grid")
    for words in ("Moved: line", "1 sentence missing", "added", "page furniture"):
        expect(text).to_contain_text(words)


def test_a_finding_leads_to_its_place_and_back(page: Page) -> None:
    wanted = card(page, "era-changed")
    page.click(f"{wanted} .go >> nth=0")
    mark = page.locator(f"#text a.m[href='#{wanted[5:-2]}']").last
    expect(mark).to_be_in_viewport()
    mark.click()
    expect(page.locator(wanted)).to_be_focused()
    expect(page.locator(wanted)).to_be_in_viewport()


def test_a_link_shows_its_finding_though_a_filter_hides_it(page: Page) -> None:
    wanted = card(page, "conversion")
    page.click("[data-filter=s][data-value=error]")
    expect(page.locator(wanted)).to_be_hidden()
    page.evaluate(f"location.hash = '{wanted[5:-2]}'")
    expect(page.locator(wanted)).to_be_focused()


def test_the_table_of_facts_shows_what_differs(page: Page) -> None:
    rows = "table.facts tbody tr:not([hidden])"
    assert page.locator("table.facts tr.repeat:not([hidden])").count() == 0
    page.click("#repeats")
    assert page.locator("table.facts tr.repeat:not([hidden])").count() > 0
    page.click("#differing")
    assert page.locator(rows).count() == page.locator("table.facts tr.differs").count() > 0
    page.click("[data-facts=date]")
    assert set(page.locator(rows).evaluate_all("all => all.map(row => row.dataset.kind)")) == {"date"}


def test_the_line_of_a_fact_leads_to_its_sentence(page: Page) -> None:
    row = page.locator("table.facts tbody tr", has_text="16,5 m").first
    words = row.locator(".fact").inner_text()
    row.locator(".line a").click()
    expect(page.locator("#text .row:target .cell.o")).to_contain_text(words)
    expect(page.locator("#text .row:target")).to_be_in_viewport()


def test_the_ledger_is_sorted_by_a_heading_and_back(page: Page) -> None:
    names = page.locator("table.names tbody th")
    first = names.all_text_contents()
    page.click("table.names thead th:first-child button")
    once = names.all_text_contents()
    assert once == page.evaluate("names => names.sort((a, b) => a.localeCompare(b, 'en'))", first)
    page.click("table.names thead th:first-child button")
    assert names.all_text_contents() == once[::-1]
    page.click("table.names thead th:nth-child(3) button")
    weights = page.locator("table.names td:nth-child(3)").evaluate_all("all => all.map(cell => +cell.dataset.value)")
    assert weights == sorted(weights, reverse=True) and weights[0] >= 1000
    expect(page.locator("table.names th[aria-sort]")).to_have_count(1)


def test_the_ledger_shows_what_findings_speak_of(page: Page) -> None:
    page.click("#doubted")
    shown = page.locator("table.names tbody tr:not([hidden])")
    assert 0 < shown.count() == page.locator("table.names tr:has(.rendering a)").count()
    page.click("#doubted")
    assert shown.count() == page.locator("table.names tbody tr").count()


def test_a_note_is_a_line_until_it_is_gone_to(page: Page) -> None:
    note = page.locator(card(page, "conversion"))
    expect(note.locator(".message")).to_be_visible()
    expect(note.locator(".sides")).to_be_hidden()
    note.locator("summary").click()
    expect(note.locator(".sides")).to_be_visible()
    note.locator("summary").click()
    page.keyboard.press("3")
    page.keyboard.press("j")
    expect(page.locator(".card:focus .sides")).to_be_visible()


def test_every_filter_says_how_many_it_would_show(page: Page) -> None:
    for button in page.locator("[data-filter]").all():
        button.click()
        assert button.locator(".many").inner_text() == str(page.locator(SHOWN).count())
        button.click()


_SHIFTS = """new PerformanceObserver(list => list.getEntries().forEach(e => window.shifts.push(e.value)))
  .observe({type: "layout-shift", buffered: true})"""


@pytest.mark.parametrize("locale", ["en-US", "th"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_under_the_readers_eyes(browser: Browser, report_file: Path, locale: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, locale=locale)
    page.add_init_script(f"window.shifts = []; {_SHIFTS}")
    page.goto(report_file.as_uri())
    page.wait_for_timeout(300)
    assert sum(page.evaluate("window.shifts")) < 0.01
    page.close()


def test_without_scripts_everything_can_be_read(opened: Open, report_file: Path) -> None:
    page = opened(report_file, java_script_enabled=False)
    assert page.locator(".card:visible").count() == 15
    assert page.locator("table.facts tbody tr:visible").count() == page.locator("table.facts tbody tr").count()
    assert page.locator(".js:visible").count() == 0
    page.locator(".card.info summary").first.click()
    assert page.locator(".card.info .sides:visible").count() == 1
    assert page.locator(".versions").inner_text().count("Do not publish") == 2


def test_print_leaves_out_what_cannot_be_clicked_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    for selector in (".bar", ".filters", ".decide", ".go"):
        assert page.locator(f"{selector}:visible").count() == 0
    assert page.locator(".card:visible").count() == 15


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_runs_off_the_side(opened: Open, report_file: Path, width: int) -> None:
    page = opened(report_file, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
