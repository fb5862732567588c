"""Runs of capitals cut into names.

A run is freed of what only a sentence's beginning capitalised and of titles, then cut where one name ends and the next
begins: at a known place, and where the language's own words give way to foreign ones.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .lexicon import known, lexicon
from .name import Title
from .runs import Token
from .sentences import Sentence, head_before, is_foreign, title_of, word_before

# A Korean given name of two syllables.
GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")
# Characters after a title in which the place of its seat begins: "đại sứ Haiti tại Washington".
_SEAT = 30
_ENGLISH = ("of", "of the", "for", "for the", "and", "the", "&")


def cut(run: list[Token], sentence: Sentence) -> Iterator[list[Token]]:
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


def _unhyphened(run: list[Token], sentence: Sentence) -> Iterator[Token]:
    """The words of a run, those of the language's own that a hyphen ties together each for itself: "Nam-Nhật"."""
    for token in run:
        if "-" not in token.text:
            yield token
            continue
        parts = token.text.split("-")
        own = sentence.words.native and all(p[:1].isupper() and not is_foreign(p, sentence.language) for p in parts)
        if not own:
            yield token
            continue
        start = token.start
        for part in parts:
            yield Token(start, start + len(part), part, token.particle)
            start += len(part) + 1


def _courtesy(token: Token, before: list[Token], sentence: Sentence) -> bool:
    """Whether a word of courtesy in the middle of a run begins another name: "Wales Mevrouw De Wit"."""
    return bool(before) and sentence.words.native is None and token.text.lower() in sentence.words.honorifics


def _joins(particle: Token, before: list[Token]) -> bool:
    """Whether a small word is part of a name: after one word ("Jan van den Berg"), or an English one anywhere."""
    return len(before) == 1 and len(before[0].text) > 1 or particle.text in _ENGLISH


def _parts(title: Title, sentence: Sentence) -> bool:
    """Whether a title stands apart from the name after it: "President Trump", but not "Premier League"."""
    return sentence.words.native is not None or title.text[0].islower() or sentence.opening(title.start)


def _without_opening(tokens: list[Token], sentence: Sentence) -> list[Token]:
    """Without words that have a capital only for standing first, and without particles at the ends."""
    words, first = sentence.words, 0
    while first < len(tokens):
        rest = len(tokens) - first
        own = tokens[first].text
        courtesy = rest > 1 and own.lower() in words.honorifics and (
            _addressed(tokens[first], sentence) if words.native else own.endswith("."))
        if not (tokens[first].particle or courtesy or opens(tokens[first], rest > 1, sentence)):
            break
        first += 1
    last = len(tokens)
    while last > first and tokens[last - 1].particle:
        last -= 1
    return tokens[first:last]


def _addressed(token: Token, sentence: Sentence) -> bool:
    """Whether a word of courtesy with a capital is one: inside a sentence "Anh" is England."""
    return known(token.text.lower(), sentence.language) is None or sentence.opening(token.start) or sentence.headline


def opens(first: Token, followed: bool, sentence: Sentence) -> bool:
    """Whether a word has its capital only for standing first in a sentence; `followed`: more capitals come after it."""
    words, low = sentence.words, first.text.lower()
    if low not in words.starters:
        if words.native is None or followed or known(low, sentence.language):
            return False
        if is_foreign(first.text, sentence.language):
            return False
    return sentence.opening(first.start) or sentence.headline


def _at_borders(tokens: list[Token], sentence: Sentence) -> Iterator[list[Token]]:
    piece: list[Token] = []
    at = 0
    while at < len(tokens):
        size = _place_at(tokens, at, sentence) if sentence.words.native else 0
        if piece and (size or _border(piece, tokens[at], sentence)):
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


def _place_at(tokens: list[Token], at: int, sentence: Sentence) -> int:
    """How many words from `at` are a known place that stands for itself; 0 for none."""
    for size in range(min(4, len(tokens) - at), 0, -1):
        phrase = " ".join(t.text for t in tokens[at:at + size]).lower()
        if at == 0 and size + 2 <= len(tokens) and title_of(sentence, tokens[0].start) and (
                _is_complement(phrase) and _may_be_a_name(tokens[size:], size, sentence)
                or size == 1 and (_headed(tokens, sentence) or _is_firm(tokens))):
            return size  # "thống đốc Tokyo Koike Yuriko", "thị trưởng thành phố Bellbrook Anna Kowalska"
        if at == 0 and size + 2 <= len(tokens) and _is_posted(tokens, size, phrase, sentence):
            return size  # "đại sứ tại Washington Anna Kowalska"
        if known(phrase, sentence.language) is None and (size == 1 or phrase not in sentence.words.not_names):
            continue
        if at == 0 and word_before(sentence, tokens[0].start) in sentence.words.nationals:
            return size  # "kỹ sư người Jordan Khalid"
        if len(tokens) > size and any(is_foreign(t.text, sentence.language) for t in tokens[at:at + size]):
            continue  # "Jordan" in "Jordan Smith" is no country
        # One native syllable is a country only beside foreign words, or alone: "Mỹ Bill", not "Mỹ Linh".
        beside = tokens[max(0, at - 1):at] + tokens[at + size:at + size + 1]
        if size > 1 or all(is_foreign(t.text, sentence.language) for t in beside):
            return size
    return 0


def _may_be_a_name(rest: list[Token], size: int, sentence: Sentence) -> bool:
    """Whether a person's name may begin behind a place of `size` words: behind one syllable ("Áo Xanh") a common word
    may follow that is none."""
    foreign = any(is_foreign(t.text, sentence.language) for t in rest)
    return size > 1 or foreign or rest[0].text.lower() in sentence.words.family_names


def _is_firm(tokens: list[Token]) -> bool:
    """Whether a word of capitals stands before two words that have only one each: "chủ tịch SMTOWN Kim Ji-woo"."""
    return tokens[0].text.isupper() and len(tokens[0].text) > 2 and len(tokens) > 2 and all(
        t.text[1:].islower() for t in tokens[1:]) and tokens[1].text.lower() not in lexicon("en").institutional


def _is_posted(tokens: list[Token], size: int, phrase: str, sentence: Sentence) -> bool:
    """Whether a place behind a preposition says where the title before it has its seat, and a person follows."""
    at = tokens[0].start
    return (word_before(sentence, at) in sentence.words.locatives and _is_complement(phrase)
            and tokens[size].text.lower() not in lexicon("en").institutional
            and any(t.end < at <= t.end + _SEAT for t in sentence.titles))


def _headed(tokens: list[Token], sentence: Sentence) -> bool:
    """Whether the word before says that a place follows, and what follows is foreign: no person of the country."""
    return (sentence.words.heads.get(head_before(sentence, tokens[0].start)) == "place"
            and all(is_foreign(t.text, sentence.language) for t in tokens))


def _is_complement(phrase: str) -> bool:
    """Whether any gazetteer has a place or an organisation of this name, which an office may be of."""
    from .exonyms import identifiers
    return any(i.split(":")[0] in ("territory", "place", "subdivision", "city", "organisation")
               for i in identifiers(phrase))


@lru_cache(maxsize=4096)
def _is_body(word: str, language: str) -> bool:
    """Whether a word is an acronym that the gazetteers know as an organisation's."""
    from .exonyms import gazetteer, key
    return word.isupper() and len(word) > 1 and any(
        i.startswith("organisation:") for i in gazetteer(language).identifiers(key(word)))


def _border(piece: list[Token], right: Token, sentence: Sentence) -> bool:
    """Whether a name ends before a word: a word with Vietnamese marks gives way to a foreign one, or back."""
    left = piece[-1]
    if left.particle or right.particle or sentence.words.native is None:
        return False
    if _is_body(left.text, sentence.language) and right.text[1:].islower():
        return right.text.lower() not in lexicon("en").institutional  # "của EU Michel Barnier", but "BBC News"
    own = left.text.lower()
    if len(piece) == 1 and (own in sentence.words.starters | sentence.words.heads.keys() or _specified(left, sentence)):
        # a headline's "Trang Paris", "Bang Ohio", but "Bang Min-ho" is a person
        return is_foreign(right.text, sentence.language) and not GIVEN.fullmatch(right.text)
    foreign = is_foreign(left.text, sentence.language)
    if foreign == is_foreign(right.text, sentence.language):
        return False
    return not (right if foreign else left).text.isascii()


def _specified(token: Token, sentence: Sentence) -> bool:
    """Whether a word with a capital is but the end of what says which kind of body is named: "bệnh viện Nhi"."""
    return f"{head_before(sentence, token.start)} {token.text.lower()}" in sentence.words.heads
