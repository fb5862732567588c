"""The page as bytes: what is in it, what can never be, and that it stays the same."""
from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.formats.html import pages, render, render_report
from checker.formats.markup import Voice, embedded, number_text
from checker.i18n import languages
from checker.outcome import Outcome, SetResult
from checker.page.phrases import Part, Phrase
from checker.report import Report

from ..page.build import Fault, report, version, written
from ..page.sample import sample, texts

HOSTILE = """<script>alert(1)</script> <img src=x onerror=alert(1)> "><svg onload=alert(1)> {{7*7}} {% raw %} ${7*7}
javascript:alert(1) </style> --> <!-- ]]> &lt;b&gt; \u2028 \u202e \x00 \x1b </script ><script/x>'"`"""


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text of each script and style."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in <{tag}>"
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in self.raw and data.strip():
            self.raw[self.found[-1][0]].append(data)

    def all(self, attribute: str) -> list[str]:
        """An attribute's values."""
        return [value for _, attrs in self.found if (value := attrs.get(attribute)) is not None]


@pytest.fixture(scope="module")
def source() -> str:
    """The sample's page."""
    return render_report(sample())


@pytest.fixture(scope="module")
def elements(source: str) -> Elements:
    """Its elements."""
    return Elements(source)


def hostile() -> Report:
    """A set whose every text is an attack: sentences, facts, paths, suggestions, messages, names."""
    vi = written("a<b>/\"vi\".txt", "vi", "{n1:5=5} " + HOSTILE.replace("{", "(").replace("}", ")").replace("\n", " "))
    nl = written("<i>nl</i>.txt", "nl", "0> {n1:6=" + "<b>6</b>" + "} " + HOSTILE.replace("{", "(").replace("\n", " "))
    fault = Fault("number-changed", "n1", "error", 0.9, "«{original}» <b>{word}</b>", {"word": HOSTILE}, HOSTILE)
    made = report(vi, (version(vi, nl, (fault,)),), (nl,))
    name = {"original": HOSTILE, "type": "<x>", "renderings": [
        {"translation": 0, "language": "nl", "text": HOSTILE, "count": 1, "lines": [1]}]}
    return replace(made, names=(name,), signature=HOSTILE, model={"name": HOSTILE, "revision": "<r>"})


def test_the_same_report_gives_the_same_bytes(source: str) -> None:
    assert render_report(sample()) == source


def test_a_page_is_small(source: str) -> None:
    assert len(source.encode()) < 1_000_000


def test_nothing_is_fetched(source: str, elements: Elements) -> None:
    for name in ("src", "srcset", "action", "poster", "formaction"):
        assert elements.all(name) == []
    assert {href[:1] for href in elements.all("href")} <= {"#", "d"}
    assert "@import" not in source and set(re.findall(r"url\(.data:|url\(.{6}", source)) == {"url(\"data:"}
    assert not any(attrs.get("style") or any(name.startswith("on") for name in attrs) for _, attrs in elements.found)


def test_the_policy_allows_the_pages_own_style_and_script_only(source: str, elements: Elements) -> None:
    metas = {attrs.get("http-equiv"): attrs.get("content") for tag, attrs in elements.found if tag == "meta"}
    policy = metas["Content-Security-Policy"]
    assert policy is not None and policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    style, = re.findall(r"<style>(.*?)</style>", source, re.S)
    scripts = re.findall(r"<script>(.*?)</script>", source, re.S)
    for texts_of, directive in (([style], "style-src"), (scripts, "script-src")):
        digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts_of)
        assert f"; {directive} " + " ".join(f"'sha256-{digest}'" for digest in digests) + ";" in policy


def test_every_link_has_its_target_and_no_id_is_given_twice(elements: Elements) -> None:
    ids = elements.all("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:] for href in elements.all("href") if href.startswith("#")}
    assert targets <= set(ids)
    for name in ("aria-labelledby", "for", "list"):
        assert set(elements.all(name)) <= set(ids)


def test_every_sentence_of_every_text_is_there_in_its_language(elements: Elements, source: str) -> None:
    langs = set(elements.all("lang"))
    assert {"vi", "nl", "fr", "th"} <= langs
    plain = re.sub(r"<[^>]*>", "", source)
    for text in texts():
        for segment in text.article.segments:
            assert segment.text.replace("'", "&#39;") in plain


def test_every_finding_says_what_an_editor_needs(source: str) -> None:
    for card in re.findall(r"<article.*?</article>", source, re.S):
        words = re.sub(r"<[^>]*>", "", card)
        assert re.search(r"\w\w\.txt:\d+:\d+", words) and re.search(r'"articles/cang/\w\w\.txt:\d+:\d+"', card)
        assert "% sure" in words and "Why" in words


def test_values_are_in_plain_words(source: str) -> None:
    plain = re.sub(r"<[^>]*>", "", source).replace("\u202f", " ")
    for words in ("= 1 850 000 000 EUR", "= 18 500 000 000 EUR", "= more than 42 000 jobs", "= November 2018"):
        assert words in plain


def test_hostile_text_stays_text() -> None:
    made = render_report(hostile())
    calm = Elements(made)
    assert {tag for tag, _ in calm.found} <= {tag for tag, _ in Elements(render_report(sample())).found}
    assert len(calm.raw["script"]) == 3 and len(calm.raw["style"]) == 1
    assert "<b>6<" not in made and "<img" not in made and "alert(1)>" not in made and "\x00" not in made
    data, = re.findall(r'<script type="application/json" id="data">(.*?)</script>', made, re.S)
    assert "<" not in data and ">" not in data and json.loads(data)


_JSON = st.recursive(st.text() | st.integers() | st.none(), lambda x: st.lists(x) | st.dictionaries(st.text(), x))


@given(_JSON)
def test_embedded_data_is_json_without_markup(data: object) -> None:
    text = str(embedded(data))
    assert json.loads(text) == data
    assert not set("<>&\u2028\u2029") & set(text)


@given(st.text())
def test_a_part_is_always_escaped(words: str) -> None:
    made = str(Voice("en").phrase(Phrase("more than {value}", {"value": Part(words, lang="vi")})))
    assert len(Elements(made).found) == 2


@given(st.integers(-10**15, 10**15))
def test_grouping_a_number_keeps_its_digits(number: int) -> None:
    assert number_text(str(number), "fr").replace("\u202f", "") == str(number)


@pytest.mark.parametrize("language", languages())
def test_a_page_in_each_language_says_so(language: str) -> None:
    made = Elements(render_report(sample(), language)).found
    assert made[0] == ("html", {"lang": language, "data-fixed": None, "data-languages": " ".join(languages())})


def test_a_set_without_findings_is_ready() -> None:
    vi, nl, _, _ = texts()
    clean = report(vi, (version(vi, nl, ()),), (nl,))
    made = render_report(clean)
    assert 'class="version ready"' in made and "<article" not in made


def test_another_text_is_refused_loudly_and_not_aligned() -> None:
    vi, _, _, _ = texts()
    other = written("other.nl.txt", "nl", "Een heel ander verhaal over {n1:3 koeien=3 cows}.")
    fault = Fault("not-a-translation", "x", "error", 0.95, "«{path}» is not a translation.", {"path": "other.nl.txt"})
    made = render_report(report(vi, (version(vi, other, (fault,), "unrelated"),), (other,)))
    assert 'class="version stop"' in made and "Een heel ander verhaal" in made and 'class="hole"' not in made


def test_several_sets_get_an_index_that_links_to_their_pages() -> None:
    sets = (SetResult("news/cang", sample()), SetResult("news/cảng", sample()), SetResult("x", None, ("x: empty",)))
    made = pages(Outcome(sets, several=True), "out/report.html")
    assert list(made) == ["out/report.html", "out/report.news-cang.html", "out/report.news-c-ng.html"]
    index = made["out/report.html"]
    for path in list(made)[1:]:
        assert f'href="{path.removeprefix("out/")}"' in index
        assert 'href="report.html"' in made[path]
    assert "x: empty" in index


def test_sets_of_like_names_do_not_overwrite_each_other() -> None:
    sets = tuple(SetResult(slug, sample()) for slug in ("a/b", "a-b", "A b"))
    assert len(pages(Outcome(sets, several=True), "r.html")) == 4


def test_one_set_is_one_page() -> None:
    outcome = Outcome((SetResult("cang", sample()),))
    assert pages(outcome, "r.html") == {"r.html": render(outcome)}
