"""Names in languages that write them with a capital.

A run of capitalised words is freed of what only a sentence's beginning capitalised and of titles, then cut where one
name ends and the next begins: at a known place, and where the language's own words give way to foreign ones.
"""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ..fact import Fact
from . import titles
from .lexicon import Lexicon, known, lexicon, lowered
from .name import Name, NameType, Title
from .phrases import phrases
from .runs import Token, runs

_ACRONYM = re.compile(r"(?:[A-ZĐ](?:[-.&]?[A-ZĐ0-9])+|[A-ZĐ]{1,4}-?\d{1,3})s?")
_MARKS = "\"'“”‘’«»([*•–—- "
_SPLIT = re.compile(r"[-'’.&/]")
_LETTER = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"\w+")
_STOPS = re.compile(r"[.;:!?()\"“”«»]")
_ENGLISH = ("of", "of the", "for", "for the", "and", "the", "&")
_DOUBTFUL = 0.6  # how sure two native words are a person's name where nothing but a family name says so
_TITLED = 8  # words from which a sentence of capitals is a title with a full stop, and no list of names
_NEAR = 60  # characters between a title and the person it belongs to, at most


@dataclass(slots=True)
class _Text:
    """A sentence and what is known of it as a whole; `used` are the titles that a person has already."""

    text: str
    low: str
    language: str
    words: Lexicon
    titles: tuple[Title, ...]
    phrases: tuple[tuple[int, int, NameType], ...] = ()
    used: set[int] = field(default_factory=set)

    @property
    def headline(self) -> bool:
        """Whether capitals tell nothing here; asked of few sentences, and of those more than once."""
        return _headline(self.text)

    def opening(self, at: int) -> bool:
        """Whether nothing but marks stands between `at` and the beginning of a sentence."""
        while at > 0 and self.text[at - 1] in _MARKS:
            at -= 1
        return at == 0 or self.text[at - 1] in ".!?…:;"


def extract(text: str, language: str) -> tuple[Fact, ...]:
    """The names in a text of normal form, in order; none overlap."""
    found = runs(text, language)
    if not found:
        return ()
    sentence = _Text(text, lowered(text), language, lexicon(language), titles.find(text, language),
                     phrases(text, language) if lexicon(language).native else ())
    facts = [_phrase(*phrase, sentence) for phrase in sentence.phrases]
    for run in found:
        if len(run) == 1 and _opens(run[0], False, sentence):
            continue
        for piece in _cut(run, sentence):
            fact = _fact(piece, sentence)
            if fact is not None and all(fact.end <= f.start or f.end <= fact.start for f in facts):
                facts.append(fact)
    return tuple(sorted(facts, key=lambda f: f.start))


def _phrase(start: int, end: int, kind: NameType, sentence: _Text) -> Fact:
    form = sentence.text[start:end]
    foreign = kind == "place" and any(_foreign(word, sentence.language) for word in form.split())
    name = Name(kind, form, tuple(form.split()), foreign, title=_title(sentence, start))
    return Fact(start, end, "name", name.value, form, confidence=0.9, detail=name)


@lru_cache(maxsize=1)
def _headline(text: str) -> bool:
    """Whether capitals tell nothing in a text: most words have one, nearly all if it ends as a sentence does."""
    letters = _LETTER.findall(text)
    capitals = sum(w[0].isupper() for w in letters)
    if text.endswith("."):
        return len(letters) >= _TITLED and capitals >= 0.9 * len(letters)
    return len(letters) >= 4 and capitals >= 0.75 * len(letters)


@lru_cache(maxsize=16384)
def _foreign(word: str, language: str) -> bool:
    """Whether a word is not made as its language makes its own; any word where there is no such rule."""
    words = lexicon(language)
    if words.native is None:
        return True
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c not in words.tones)
    parts = _SPLIT.split(unicodedata.normalize("NFC", plain))
    return not all(words.native.fullmatch(part) for part in parts if part)


def _cut(run: list[Token], sentence: _Text) -> Iterator[list[Token]]:
    """The names that stand in a run: without titles and mere sentence capitals, cut at borders."""
    free: list[list[Token]] = [[]]
    for token in _unhyphened(run, sentence):
        titled = any(t.start <= token.start < t.end and _parts(t, sentence) for t in sentence.titles)
        if titled or any(start <= token.start < end for start, end, _ in sentence.phrases):
            free.append([])
        elif token.particle and not _joins(token, free[-1]) or _courtesy(token, free[-1], sentence):
            free.append([])
        else:
            free[-1].append(token)
    for tokens in free:
        yield from _at_borders(_without_opening(tokens, sentence), sentence)


def _unhyphened(run: list[Token], sentence: _Text) -> Iterator[Token]:
    """The words of a run, those of the language's own that a hyphen ties together each for itself: "Nam-Nhật"."""
    for token in run:
        if "-" not in token.text:
            yield token
            continue
        parts = token.text.split("-")
        own = sentence.words.native and all(p[:1].isupper() and not _foreign(p, sentence.language) for p in parts)
        if not own:
            yield token
            continue
        start = token.start
        for part in parts:
            yield Token(start, start + len(part), part, token.particle)
            start += len(part) + 1


def _courtesy(token: Token, before: list[Token], sentence: _Text) -> bool:
    """Whether a word of courtesy in the middle of a run begins another name: "Wales Mevrouw De Wit"."""
    return bool(before) and sentence.words.native is None and token.text.lower() in sentence.words.honorifics


def _joins(particle: Token, before: list[Token]) -> bool:
    """Whether a small word is part of a name: after one word ("Jan van den Berg"), or an English one anywhere."""
    return len(before) == 1 and len(before[0].text) > 1 or particle.text in _ENGLISH


def _parts(title: Title, sentence: _Text) -> bool:
    """Whether a title stands apart from the name after it: "President Trump", but not "Premier League"."""
    return sentence.words.native is not None or title.text[0].islower() or sentence.opening(title.start)


def _without_opening(tokens: list[Token], sentence: _Text) -> list[Token]:
    """Without words that have a capital only for standing first, and without particles at the ends."""
    words, first = sentence.words, 0
    while first < len(tokens):
        rest = len(tokens) - first
        own = tokens[first].text
        courtesy = rest > 1 and (words.native or own.endswith(".")) and own.lower() in words.honorifics
        if not (tokens[first].particle or courtesy or _opens(tokens[first], rest > 1, sentence)):
            break
        first += 1
    last = len(tokens)
    while last > first and tokens[last - 1].particle:
        last -= 1
    return tokens[first:last]


def _opens(first: Token, followed: bool, sentence: _Text) -> bool:
    words, low = sentence.words, first.text.lower()
    if low not in words.starters:
        if words.native is None or followed or known(low, sentence.language) or _foreign(first.text, sentence.language):
            return False
    return sentence.opening(first.start) or sentence.headline


def _at_borders(tokens: list[Token], sentence: _Text) -> Iterator[list[Token]]:
    piece: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _place_at(tokens, at, sentence) if sentence.words.native else 0
        if piece and (size or _border(piece[-1], tokens[at], sentence)):
            yield piece
            piece = []
        if size:
            yield tokens[at:at + size]
            at += size
        else:
            piece.append(tokens[at])
            at += 1
    if piece:
        yield piece


def _place_at(tokens: list[Token], at: int, sentence: _Text) -> int:
    """How many words from `at` are a known place that stands for itself; 0 for none."""
    for size in range(min(4, len(tokens) - at), 0, -1):
        phrase = " ".join(t.text for t in tokens[at:at + size]).lower()
        if at == 0 and size + 2 <= len(tokens) and _title(sentence, tokens[0].start) and (
                _is_complement(phrase) and _may_be_a_name(tokens[size:], size, sentence)
                or size == 1 and _headed(tokens, sentence)):
            return size  # "thống đốc Tokyo Koike Yuriko", "thị trưởng thành phố Bellbrook Anna Kowalska"
        if known(phrase, sentence.language) is None and (size == 1 or phrase not in sentence.words.not_names):
            continue
        if at == 0 and _head_word(sentence, tokens[0].start) in sentence.words.nationals:
            return size  # "kỹ sư người Jordan Khalid"
        if len(tokens) > size and any(_foreign(t.text, sentence.language) for t in tokens[at:at + size]):
            continue  # "Jordan" in "Jordan Smith" is no country
        # One native syllable is a country only beside foreign words, or alone: "Mỹ Bill", not "Mỹ Linh".
        beside = tokens[max(0, at - 1):at] + tokens[at + size:at + size + 1]
        if size > 1 or all(_foreign(t.text, sentence.language) for t in beside):
            return size
    return 0


def _may_be_a_name(rest: list[Token], size: int, sentence: _Text) -> bool:
    """Whether a person's name may begin behind a place of `size` words: behind one syllable ("Áo Xanh") a common word
    may follow that is none."""
    return size > 1 or _foreign(rest[0].text, sentence.language) or rest[0].text.lower() in sentence.words.family_names


def _head_word(sentence: _Text, start: int) -> str:
    """The word just before `start`, in small letters; "" where none is."""
    return sentence.low[:start].rpartition(" ")[0].rpartition(" ")[2] if sentence.low[start - 1:start] == " " else ""


def _headed(tokens: list[Token], sentence: _Text) -> bool:
    """Whether the word before says that a place follows, and what follows is foreign: no person of the country."""
    return (sentence.words.heads.get(_head(sentence, tokens[0].start)) == "place"
            and all(_foreign(t.text, sentence.language) for t in tokens))


def _is_complement(phrase: str) -> bool:
    """Whether any gazetteer has a place or an organisation of this name, which an office may be of."""
    from .exonyms import identifiers
    return any(i.split(":")[0] in ("territory", "place", "subdivision", "city", "organisation")
               for i in identifiers(phrase))


def _border(left: Token, right: Token, sentence: _Text) -> bool:
    """Whether a name ends between two words: a word with Vietnamese marks gives way to a foreign one, or back."""
    if left.particle or right.particle or sentence.words.native is None:
        return False
    own = left.text.lower()
    if own in sentence.words.starters or own in sentence.words.heads:
        return _foreign(right.text, sentence.language)  # a headline's "Trang Paris", "Bang Ohio"
    foreign = _foreign(left.text, sentence.language)
    if foreign == _foreign(right.text, sentence.language):
        return False
    return not (right if foreign else left).text.isascii()


def _fact(piece: list[Token], sentence: _Text) -> Fact | None:
    """The name that a piece is, or None where its capital has another reason."""
    words, start = sentence.words, piece[0].start
    foreign = any(_foreign(t.text, sentence.language) or _ACRONYM.fullmatch(t.text) for t in piece if not t.particle)
    form = sentence.text[start:piece[-1].end]
    if len(form) > 2:
        form = form.rstrip(".'’")
    if form.lower() in words.not_names:
        return None
    head, whole = _head(sentence, start), False
    while head and not foreign and _is_part(head, form.lower(), sentence.language):
        start, whole = start - len(head) - 1, True
        form, head = sentence.text[start:piece[-1].end], _head(sentence, start)
    honorific = _honorific(sentence, start, form)
    if not whole and not foreign and words.native is not None and honorific is None:
        start, form = _native(piece, form, head, sentence)
    if not form:
        return None
    title = _title(sentence, start)
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


def _is_whole(form: str, title: Title | None, sentence: _Text, start: int) -> bool:
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


def _native(piece: list[Token], form: str, head: str, sentence: _Text) -> tuple[int, str]:
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
        doubtful = sentence.opening(start) or form.lower() in words.doubtful
        return start, "" if doubtful and compound and " " not in form else form
    if len(piece) == 1 and (own in words.heads or follows and f"{own} {follows.group()}" in words.heads):
        return start, ""
    if kind in ("organisation", "event", "product"):
        begin = start - len(head) - 1 if head else start
        return begin, text[begin:follows.end() if compound and follows else end]
    if len(piece) == 1 and compound:
        return start, ""
    return start, form


def _head(sentence: _Text, start: int) -> str:
    """The common noun just before a name, of up to four words."""
    if sentence.low[start - 1:start] != " ":
        return ""
    before = sentence.low[max(0, start - 40):start].split()
    for size in range(min(4, len(before)), 0, -1):
        phrase = " ".join(before[-size:])
        if phrase in sentence.words.heads:
            return phrase
    return ""


def _title(sentence: _Text, start: int) -> Title | None:
    """The title that the person at `start` bears: the last one before, with nothing but its complement between."""
    near = [t for t in sentence.titles if t.end <= start <= t.end + _NEAR]
    if not near or near[-1].start in sentence.used:
        return None
    between = sentence.low[near[-1].end:start]
    if between.count(",") > 1 or _STOPS.search(between):
        return None
    plain, words = _WORDS.findall(between), sentence.words
    if plain and plain[-1] in words.of:
        return None  # "the president of X": X is no person
    if len(plain) > 6 or any(w in words.breaks and w not in words.of for w in plain):
        return None
    return _chained(near, sentence)


def _chained(near: list[Title], sentence: _Text) -> Title:
    """The last title, with those that lead up to it word by word: "ứng viên phó tổng thống" is a candidate first."""
    title = near[-1]
    for before in reversed(near[:-1]):
        if sentence.text[before.end:title.start].strip():
            break
        text = sentence.text[before.start:title.end]
        title = Title(before.start, title.end, text, before.roles | title.roles, before.modifiers | title.modifiers,
                      before.charges | title.charges)
    return title


def _honorific(sentence: _Text, start: int, form: str) -> str | None:
    """What the word of courtesy before a name says of the sex; None where there is none.

    Before native words, a capital inside a sentence makes it a word of the name ("tỉnh Bà Rịa"), and so does a
    country's name ("Anh Quốc").
    """
    before = sentence.text[max(0, start - 24):start].split()
    for size in (2, 1):
        phrase = " ".join(before[-size:])
        if len(before) >= size and phrase.lower() in sentence.words.honorifics:
            apart = sentence.words.native is None or phrase.islower() or sentence.opening(start - len(phrase) - 1)
            own = known(f"{phrase} {form}".lower(), sentence.language)
            return sentence.words.honorifics[phrase.lower()] if apart and not own else None
    return None


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
    kind = words.heads.get(head) or words.heads.get(parts[0])
    if kind is not None:
        return kind
    if _ACRONYM.fullmatch(form):
        return "acronym"
    return "person" if family or title is not None and len(parts) > 1 else "name"


def _confidence(piece: list[Token], length: int, sentence: _Text, kind: NameType, foreign: bool,
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
