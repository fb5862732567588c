"""Names in languages that write them with a capital.

A run of capitalised words is cut into pieces (`cutting`); each is a name, or has its capital for another reason. What
it names is told by its own words, and by what stands before it (`sentences`).
"""
from __future__ import annotations

import re

from ..fact import Fact
from . import titles
from .cutting import GIVEN, cut, opens
from .lexicon import known, lexicon, lowered
from .name import Name, NameType, Title
from .phrases import phrases
from .runs import Token, runs, upper
from .sentences import Sentence, courtesy_of, head_before, is_foreign, title_of

_ACRONYM = re.compile(r"(?:[A-ZĐ](?:[-.&]?[A-ZĐ0-9])+|[A-ZĐ]{1,4}-?\d{1,3})s?")
_WORDS = re.compile(r"\w+")
# A word of two syllables, the first with a capital.
_WORD = re.compile(rf" ({upper()}[^\W\d_]*) ([^\W\d_]+)(?!\w)")
# The word behind a name.
_AFTER = re.compile(r" ([^\W\d_]+)")
_DOUBTFUL = 0.6  # how sure two native words are a person's name where nothing but a family name says so


def extract(text: str, language: str) -> tuple[Fact, ...]:
    """The names in a text of normal form, in order; none overlap."""
    found = runs(text, language)
    if not found:
        return ()
    sentence = Sentence(text, lowered(text), language, lexicon(language), titles.find(text, language),
                        phrases(text, language))
    facts = [_phrase(*phrase, sentence) for phrase in sentence.phrases]
    for run in found:
        if len(run) == 1 and opens(run[0], False, sentence):
            continue
        for piece in cut(run, sentence):
            fact = _fact(piece, sentence)
            if fact is not None and all(fact.end <= f.start or f.end <= fact.start for f in facts):
                facts.append(fact)
    return tuple(sorted(facts, key=lambda f: f.start))


def _phrase(start: int, end: int, kind: NameType, sentence: Sentence) -> Fact:
    form = sentence.text[start:end]
    foreign = kind == "place" and any(is_foreign(word, sentence.language) for word in form.split())
    name = Name(kind, form, tuple(form.split()), foreign, title=title_of(sentence, start))
    return Fact(start, end, "name", name.value, form, confidence=0.9, detail=name)


def _fact(piece: list[Token], sentence: Sentence) -> Fact | None:
    """The name that a piece is, or None where its capital has another reason."""
    words, start = sentence.words, piece[0].start
    foreign = any(is_foreign(t.text, sentence.language) or _ACRONYM.fullmatch(t.text) for t in piece if not t.particle)
    form = sentence.text[start:piece[-1].end]
    if len(form) > 2:
        form = form.rstrip(".'’")
    if form.lower() in words.not_names or len(piece) == 1 and _is_article(form, piece[-1].end, sentence):
        return None
    head, whole = head_before(sentence, start), False
    while head and not foreign and _is_part(head, form.lower(), sentence.language):
        start, whole = start - len(head) - 1, True
        form, head = sentence.text[start:piece[-1].end], head_before(sentence, start)
    honorific = courtesy_of(sentence, start, form)
    if not whole and not foreign and words.native is not None and honorific is None:
        start, form = _native(piece, form, head, sentence)
    if not form:
        return None
    title = title_of(sentence, start)
    kind = _type(form, head, title, honorific, sentence.language)
    if kind == "person" and title is not None:
        sentence.used.add(title.start)
    confidence = _confidence(piece, len(form), sentence, kind, foreign, bool(head or title or honorific is not None))
    if confidence <= 0:
        return None
    if kind == "person" and not foreign and honorific is None and not _is_whole(form, title, sentence, start):
        confidence = min(confidence, _DOUBTFUL)
    name = Name(kind, form, tuple(form.split()), foreign, head, title, honorific or "")
    return Fact(start, start + len(form), "name", name.value, form, confidence=confidence, detail=name)


def _is_article(form: str, end: int, sentence: Sentence) -> bool:
    """Whether a word is but the article at the head of something foreign in small letters: "El derecho de vivir"."""
    after = _AFTER.match(sentence.text, end)
    return (sentence.words.native is not None and form.lower() in sentence.words.particles and after is not None
            and after[1].islower() and is_foreign(after[1], sentence.language))


def _is_whole(form: str, title: Title | None, sentence: Sentence, start: int) -> bool:
    """Whether native words are surely a person: a family name with two more, or with one right behind a title.

    A family name is a common word as well ("Kỵ binh Hoàng Gia"), and a title at some distance may be another's.
    """
    first = form.partition(" ")[0].lower()
    family = first in sentence.words.family_names
    if form.count(" ") > 1:
        return family or first in sentence.words.rarer_family_names
    return family and title is not None and not sentence.text[title.end:start].strip()


def _is_part(head: str, form: str, language: str) -> bool:
    """Whether a head is part of the name: of a known organisation, and of a place that has no name without it."""
    kind = known(f"{head} {form}", language)
    return kind == "organisation" or kind is not None and (" " not in form or known(form, language) is None)


def _native(piece: list[Token], form: str, head: str, sentence: Sentence) -> tuple[int, str]:
    """Where a name of the language's own words begins, and the whole of it; "" for no name.

    An organisation's name goes on in small letters: "Đảng" + "Lao động", "Ủy ban" + "Tư pháp".
    """
    text, words, start, end = sentence.text, sentence.words, piece[0].start, piece[-1].end
    own = piece[0].text.lower()
    kind = words.heads.get(head) or words.heads.get(own)
    follows = _WORDS.match(sentence.low, end + 1) if sentence.low[end:end + 1] == " " else None
    compound = follows is not None and follows.group() not in words.breaks and text[follows.start()].islower()
    if compound and follows and known(text[start:follows.end()].lower(), sentence.language):
        return start, text[start:follows.end()]
    if known(form.lower(), sentence.language):  # "Áo" is Austria, but a sentence may begin with "Áo khoác"
        whole = {form.lower(), f"{form.lower()} {follows.group()}" if follows else ""}
        doubtful = sentence.opening(start) or not whole.isdisjoint(words.doubtful)
        return start, "" if doubtful and compound and " " not in form else form
    if len(piece) == 1 and (own in words.heads or follows and f"{own} {follows.group()}" in words.heads):
        return start, ""
    if kind in ("organisation", "event", "product"):
        begin = start - len(head) - 1 if head else start
        return begin, text[begin:_body_end(follows.end(), sentence) if compound and follows else end]
    if len(piece) == 1 and compound:
        return start, ""
    return start, form


def _body_end(end: int, sentence: Sentence) -> int:
    """Where a body's name ends whose words have each a capital on the first syllable: "Cơ quan Kiểm soát Cháy rừng"."""
    while (word := _WORD.match(sentence.text, end)) is not None:
        first, second = word.groups()
        own = second.islower() and not any(is_foreign(syllable, sentence.language) for syllable in (first, second))
        if not own or second in sentence.words.breaks or known(first.lower(), sentence.language) is not None:
            break
        end = word.end()
    return end


def _type(form: str, head: str, title: Title | None, honorific: str | None, language: str) -> NameType:
    low, words = form.lower(), lexicon(language)
    if "/" in form and any(c.isdigit() for c in form):
        return "code"
    kind = known(low, language)
    if kind is not None:
        return kind
    if honorific is not None:
        return "person"
    parts = low.split()
    family = 2 <= len(parts) <= 4 and parts[0] in words.family_names
    if title is not None and family:  # "chủ tịch UBND thành phố Trần Văn An": the city is part of the title
        return "person"
    korean = len(parts) == 2 and GIVEN.fullmatch(form.split()[1]) is not None  # "Bang" is also a state
    kind = words.heads.get(head) or words.heads.get(parts[0] if not korean else "")
    if kind is not None:
        return kind
    if _ACRONYM.fullmatch(form):
        return "acronym"
    return "person" if family or title is not None and len(parts) > 1 else "name"


def _confidence(piece: list[Token], length: int, sentence: Sentence, kind: NameType, foreign: bool,
                marked: bool) -> float:
    """How sure a piece is a name; 0 for one that is none."""
    single = len(piece) == 1
    if kind in ("acronym", "code"):
        return 0.3 if sentence.text.isupper() else 0.95
    if sentence.words.native is None:
        return _plain_confidence(single, sentence.opening(piece[0].start), sentence.headline, marked)
    if foreign:
        return 0.95
    if kind == "place" and known(sentence.low[piece[0].start:piece[-1].end], sentence.language):
        return 0.9
    if kind == "organisation" and known(sentence.low[piece[0].start:piece[0].start + length], sentence.language):
        return 0.9
    if single and not marked or sentence.headline:
        return 0
    return 0.8 if marked or kind == "person" else 0.5


def _plain_confidence(single: bool, opening: bool, headline: bool, marked: bool) -> float:
    """The same where every name looks alike: how little else could have put the capital there."""
    if headline:
        return 0.3
    if opening and single and not marked:
        return 0.4
    return 0.8 if opening else 0.9
