"""What a page carries beside its article: source lines, comment counters, credits, buttons, image names.

The words are in the languages' furniture.toml. Better to leave a line of furniture in the comparison than to take a
sentence of prose out of it: what only begins like furniture and goes on like a sentence is prose.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from .article import Article
from .languages import table
from .normal import normal

# What may follow "Source:" or "Photo:" at most, in characters, and what a line that leads elsewhere may hold at most.
_LONGEST_NAME, _LONGEST_LEAD = 80, 250
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IMAGE = re.compile(r"[^\s]*\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|avif)\b[\s)\]]*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]")
_STOP = re.compile(r"[.!?…](?:[\"'”’»)]*)(?:\s|$)")
_EDGES = " \t*•·|>»→[](){}\"'“”-–—_#:.…▶►"


@dataclass(frozen=True)
class Words:
    """A language's furniture, as patterns over a whole line."""

    label: re.Pattern[str]
    lead: re.Pattern[str]
    counter: re.Pattern[str]
    whole: frozenset[str]
    agency: re.Pattern[str]


@lru_cache(maxsize=None)
def _words(language: str) -> Words:
    own = table(language, "furniture")
    english = table("en", "furniture")

    def any_of(key: str) -> str:
        found = sorted({*own.get(key, ()), *english.get(key, ())}, key=lambda w: (-len(w), w))
        return "|".join(re.escape(w) for w in found) or r"(?!)"

    counted, number = any_of("counter"), r"\d[\d.,\s]*"
    return Words(
        label=re.compile(rf"[(\[]?(?:{any_of('label')})\s*[:：]\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL),
        lead=re.compile(rf"(?:{any_of('lead')})(?:\s*[:：>»→]|\s*$).*", re.IGNORECASE | re.DOTALL),
        counter=re.compile(rf"(?:{counted})\s*[:(\[]?\s*{number}[)\]]?|[(\[]?{number}[)\]]?\s*(?:{counted})",
                           re.IGNORECASE),
        whole=frozenset(w.casefold() for source in (own, english) for w in source.get("whole", ())),
        agency=re.compile(rf"(?:{any_of('agency')})\s+(?P<rest>\S.*)", re.DOTALL))


def find(article: Article) -> frozenset[int]:
    """Ids of the segments that are furniture: whole paragraphs of it, and sentences of it within a paragraph."""
    marked: set[int] = set()
    for _, group in groupby(article.segments, key=lambda s: s.paragraph):
        segments = list(group)
        start, end = segments[0].start, segments[-1].end
        whole = segments[0].normal.text if len(segments) == 1 else normal(article.text[start:end]).text
        if is_furniture(whole, article.language):
            marked.update(s.id for s in segments)
        elif len(segments) > 1:
            marked.update(s.id for s in segments if is_furniture(s.normal.text, article.language, alone=False))
    return frozenset(marked)


def is_furniture(text: str, language: str, *, alone: bool = True) -> bool:
    """Whether a line is furniture of its page and no prose. `text` is in normal form.

    `alone` says that it is all of its paragraph: only then can a bare word or a count be a button or a counter.

    >>> is_furniture("Bron: https://example.org/a.html", "nl"), is_furniture("Bron van zorg is het water.", "nl")
    (True, False)
    """
    line = text.strip()
    if len(line) > _LONGEST_LEAD + 2000:
        return False
    words = _words(language)
    if not _WORD.search(line) or _IMAGE.fullmatch(line) or _ADDRESS.fullmatch(line.strip("()[]<> ")):
        return True
    if alone and (line.strip(_EDGES).casefold() in words.whole or words.counter.fullmatch(line.strip("•·|*- "))):
        return True
    return _is_labelled(line, words) or _is_lead(line, words) or (alone and _is_agency(line, words))


def _is_labelled(line: str, words: Words) -> bool:
    """"Source:" with an address or a name after it, and nothing that reads as a sentence."""
    found = words.label.fullmatch(line)
    if found is None:
        return False
    rest = _ADDRESS.sub("", found.group("rest")).strip(_EDGES)
    return len(rest) <= _LONGEST_NAME and not _STOP.search(found.group("rest").rstrip("). ]"))


def _is_lead(line: str, words: Words) -> bool:
    """"Read more:" and the title of another article."""
    return len(line) <= _LONGEST_LEAD and words.lead.fullmatch(line.lstrip(_EDGES)) is not None \
        and not _STOP.search(line[:-1])


def _is_agency(line: str, words: Words) -> bool:
    """"According to TTXVN", alone: names and nothing else."""
    found = words.agency.fullmatch(line.strip("()[]. "))
    return found is not None and len(found.group("rest")) <= _LONGEST_NAME / 2 \
        and all(not w[0].islower() for w in found.group("rest").split())
