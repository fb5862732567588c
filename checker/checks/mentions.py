"""Every name of the original with where the translation writes it: what all checks of names start from.

Each mention is looked for in its own bead's translation, then in the beads beside it (sentences are cut differently).
What capitals of the translation no mention accounts for are leftovers: a name that took another's place is among them.
"""
from __future__ import annotations

import bisect
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..article import Article, Bead
from ..facts import Fact
from ..facts.names import Name, exonyms, kinds, rendering
from ..facts.names.folding import words
from ..facts.names.lexicon import lexicon
from ..facts.names.sentences import is_foreign
from ..facts.names.unspaced import cut, is_unspaced, known_words, writing
from ..glossary import load
from ..normal import Normal, normal
from .extent import extended

if TYPE_CHECKING:
    from .pair import Pair

# The score of `rendering.find` from which a stretch is the name rather than something else.
SAME = 0.5
# The same for an attempt at a name that missed it: a letter or a sound is off.
NEAR = 0.2
# The confidence of a name from which its capital is not the sentence's.
_INSIDE = 0.9
# A word with a capital that a space or hyphen ties to a name, and how far before the name it may begin.
_BEFORE, _AFTER, _REACH = re.compile(r"\b[^\W\d_a-zà-ÿ][\w’']*[ -]\Z"), re.compile(r"[ -][^\W\d_a-zà-ÿ][\w’']*"), 20
# The same for a rendering that is plain enough to be known again by its letters.
PLAIN = 0.75


@dataclass(frozen=True, slots=True)
class Written:
    """Where the translation writes a name: file offsets, how well it renders it (0 to 1) and by what right.

    `how` is `rendering.How`, "glossary", or "usual" where the version writes it so elsewhere; `partial`: only a part of
    the name (a surname) is there.
    """

    start: int
    end: int
    score: float
    how: str
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of the original at one place. `written` is its rendering in the bead, `near` one in a bead beside it.

    `attempt` is the best stretch of the bead that is not good enough to be the name. `shared`: the bead names it
    oftener than the translation does, so that one of them may be written otherwise.
    """

    fact: Fact
    bead: Bead
    written: Written | None
    near: Written | None = None
    attempt: Written | None = None
    shared: bool = False

    @property
    def name(self) -> Name:
        """What the extractor found."""
        found: Name = self.fact.detail
        return found


@dataclass
class Mentions:
    """The mentions of a pair, found once; `by_bead` and `by_form` index them."""

    pair: Pair
    by_bead: dict[Bead, list[Mention]] = field(init=False)
    by_form: dict[str, list[Mention]] = field(init=False)
    _beside: dict[int, list[Written]] = field(init=False, default_factory=dict)
    _said: dict[Bead, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._beads = beads = list(self.pair.beads)
        self._order = {bead: at for at, bead in enumerate(beads)}
        texts = [stretch(self.pair.translation, b.translation) for b in beads]
        self.by_bead, self.by_form = {}, defaultdict(list)
        for at, bead in enumerate(beads):
            beside = texts[max(0, at - 1):at] + texts[at + 1:at + 2] + self._around(bead)
            self.by_bead[bead] = list(self._mentions(bead, texts[at], beside))
        self._recognise(dict(zip(beads, texts)))
        self._find_beside()
        self._share()
        for mention in self:
            self.by_form[mention.name.form].append(mention)

    def __iter__(self) -> Iterator[Mention]:
        return (m for found in self.by_bead.values() for m in found)

    def _recognise(self, texts: Mapping[Bead, Normal]) -> None:
        """Find names where the version writes them as it does elsewhere, though by themselves they were not told."""
        usual: defaultdict[str, dict[str, None]] = defaultdict(dict)
        language = self.pair.translation.language
        for m in self:
            if m.written and not m.written.partial and m.written.score >= PLAIN:
                usual[m.name.form][self.pair.translation.text[m.written.start:m.written.end]] = None
        for bead, found in self.by_bead.items():
            owned = sorted((m.written.start, m.written.end) for m in found if m.written)
            for i, mention in enumerate(found):
                if mention.written is None:
                    places = (s for t in usual[mention.name.form] for s in occurrences(texts[bead].text, t)
                              if not _in_longer(mention.name.form, texts[bead].text, *s, language))
                    known = (Written(*texts[bead].span(*s), SAME, "usual") for s in places)
                    free = [w for w in known if not _within(w, owned)]
                    found[i] = replace(mention, written=free[0]) if free else mention

    def _find_beside(self) -> None:
        """Give mentions the renderings that stand beside their bead, but for those that render another mention."""
        owned = sorted((m.written.start, m.written.end) for m in self if m.written)
        for bead, found in self.by_bead.items():
            for i, mention in enumerate(found):
                free = [w for w in self._beside.get(mention.fact.start, ()) if not _within(w, owned)]
                if free and mention.written is None:
                    found[i] = replace(mention, near=free[0])
                    bisect.insort(owned, (free[0].start, free[0].end))

    def _share(self) -> None:
        """Mark mentions for which the bead has but a longer name's rendering: "Jan" beside "Jan IV" is named once."""
        for found in self.by_bead.values():
            for i, m in enumerate(found):
                longer = [o for o in found if o is not m and o.written and m.written and not o.written.partial
                          and len(o.name.words) > len(m.name.words) and set(m.name.words) <= set(o.name.words)
                          and o.written.start <= m.written.start and m.written.end <= o.written.end]
                if longer and not m.shared:
                    found[i] = replace(m, shared=True)

    def beside(self, bead: Bead) -> list[Bead]:
        """A bead with the ones before and after it."""
        at = self._order[bead]
        return self._beads[max(0, at - 1):at + 2]

    def around(self, bead: Bead) -> Iterator[Mention]:
        """The mentions of a bead and of the ones before and after it."""
        return (m for b in self.beside(bead) for m in self.by_bead[b])

    def _mentions(self, bead: Bead, text: Normal, beside: list[Normal]) -> Iterator[Mention]:
        language = self.pair.translation.language
        taken: defaultdict[str, int] = defaultdict(int)
        found: dict[str, list[Written]] = {}
        names = self.pair.facts_of(bead, "name")[0]
        counts = Counter(fact.detail.form for fact in names)
        for fact in names:
            form = fact.detail.form
            if form not in found:
                found[form] = self._approved(fact, bead, text) or renderings(fact, text, language)
            good = self._best(fact, [w for w in found[form] if w.score >= SAME])
            if good:
                written = good[min(taken[form], len(good) - 1)]
                taken[form] += 1
                yield Mention(fact, bead, written, shared=counts[form] > len(good))
                continue
            self._beside[fact.start] = [w for t in beside for w in renderings(fact, t, language)
                                        if w.score >= SAME and not self.is_word(w)]
            attempts = sorted((w for w in found[form] if w.score >= NEAR), key=lambda w: -w.score)
            yield Mention(fact, bead, None, None, attempts[0] if attempts else None)

    def is_word(self, written: Written) -> bool:
        """Whether what only sounds like a name, or a part of it, is a word of the dictionary, or made of common ones.

        Any sentence has some.
        """
        if not (written.partial or written.how == "sound"):
            return False
        heard, language = self.pair.translation.text[written.start:written.end], self.pair.translation.language
        of = writing(language)
        common = of is not None and all(heard[p.start:p.end] in of.common for p in cut(heard, language))
        return common or (0, len(heard)) in known_words(heard, language, 2)

    def _around(self, bead: Bead) -> list[Normal]:
        """The segments beside a bead's in the file: where sentences are cut by guess, a piece may stand there."""
        first, last, segments = bead.translation[0], bead.translation[-1], self.pair.translation.segments
        return [segments[i].normal for i in (first - 2, first - 1, last + 1, last + 2) if 0 <= i < len(segments)]

    def _best(self, fact: Fact, good: list[Written]) -> list[Written]:
        """The whole renderings in order; else, of the places of a short form, those in a run of as many words as the
        name, where there are any."""
        good = sorted([w for w in good if not w.partial] or good, key=lambda w: w.start)
        count = len(fact.detail.words)
        if count < 2 or not good or not good[0].partial:
            return good
        runs = [f for i in self.pair.translation.segments_over(good[0].start, good[-1].end)
                for f in self.pair.translation_facts.get(i, ()) if f.kind == "name" and len(f.detail.words) == count]
        return [w for w in good if any(r.start <= w.start and w.end <= r.end for r in runs)] or good

    def _approved(self, fact: Fact, bead: Bead, text: Normal) -> list[Written]:
        """Where a text has a rendering that the house glossary approves, of a name or of a longer one that holds it:
        nothing overrules it."""
        glossary, language = load(self.pair.config.get("glossary")), self.pair.translation.language
        if not glossary.terms:
            return []
        term = glossary.term(fact.detail.form, language)
        around = stretch(self.pair.original, bead.original)
        terms = [term] if term else [t for *span, t in glossary.found(around.text, language)
                                     if _covers(around.span(*span), fact)]
        spans = sorted({span for t in terms for approved in t.approved for span in occurrences(text.text, approved)})
        return [Written(*text.span(*span), 1.0, "glossary") for span in spans]

    def said(self, bead: Bead) -> frozenset[str]:
        """The folds of the words of the original in a bead that a translation may take over as they are: all but the
        language's own in small letters, which share their letters with names by accident ("trường", Truong)."""
        if bead not in self._said:
            texts, language = (self.pair.original.segments[i].normal.text for i in bead.original), (
                self.pair.original.language)
            self._said[bead] = frozenset(w.fold for text in texts for w in words(text) if len(w.fold) > 1 and (
                w.capital or is_foreign(text[w.start:w.end], language)))
        return self._said[bead]

    @cached_property
    def short_forms(self) -> frozenset[str]:
        """Names that are one word of a longer one of the article: "Koike" of "Koike Yuriko"."""
        parts = {w for form in self.by_form for w in form.split() if " " in form}
        return frozenset(form for form in self.by_form if form in parts)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that the translation also writes with a small letter: their capital is not a name's."""
        texts = (s.normal.text for s in self.pair.translation.segments)
        return frozenset(t[w.start:w.end] for t in texts for w in words(t) if not w.capital)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Words that the translation writes as names inside sentences, and never small: at the head they are names."""
        facts = (f for found in self.pair.translation_facts.values() for f in found if f.kind == "name")
        return frozenset(w for f in facts if f.confidence >= _INSIDE for w in f.text.split()) - {
            w.capitalize() for w in self.small}

    @cached_property
    def known(self) -> dict[str, list[Mention]]:
        """Mentions that the version writes somewhere, by the name's form."""
        return {form: [m for m in found if m.written] for form, found in self.by_form.items()}


def _covers(span: tuple[int, int], fact: Fact) -> bool:
    return span[0] <= fact.start and fact.end <= span[1]


def _within(written: Written, spans: list[tuple[int, int]]) -> bool:
    at = bisect.bisect_left(spans, (written.end, 0))
    return any(start < written.end and written.start < end for start, end in spans[max(0, at - 4):at + 1])


def stretch(article: Article, segments: tuple[int, ...]) -> Normal:
    """The text of neighbouring segments, in normal form with the way back to the file."""
    first, last = article.segments[segments[0]], article.segments[segments[-1]]
    if first is last:
        return first.normal
    return normal(article.text[first.start:last.end], first.start)


def renderings(fact: Fact, text: Normal, language: str) -> list[Written]:
    """Where a text writes a name, at file offsets."""
    kind = None if fact.detail.type == "name" else fact.detail.type
    found = rendering.find(fact.detail.form, text.text, language, type=kind)
    spans = [extended(text.text, f.start, f.end, fact.detail.words, language)
             if f.partial and not lexicon(language).capitals else (f.start, f.end) for f in found]
    return [Written(*text.span(*span), f.score, f.how, f.partial) for f, span in zip(found, spans)
            if not _another(fact.detail.form, text.text, f)
            and not _in_longer(fact.detail.form, text.text, f.start, f.end, language)]


def _another(form: str, text: str, found: rendering.Found) -> bool:
    """Whether what sounds like a name is known as something else of its kind (two car makers, two cities), or a part of
    a region's name as another region: Virginia is no West Virginia."""
    there = text[found.start:found.end]
    if found.how == "sound":
        ours, theirs = set(exonyms.identifiers(form)), set(exonyms.identifiers(there))
    else:
        ours, theirs = (regions(form), regions(there)) if found.partial else (set(), set())
    return bool(ours and theirs) and not ours & theirs


def _in_longer(form: str, text: str, start: int, end: int, language: str) -> bool:
    """Whether a country's or region's name is but a word of another's: Korea in Zuid-Korea, Mexico in New Mexico."""
    before, after = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end)
    longer = [*(text[m.start():end] for m in (before,) if m), *(text[start:m.end()] for m in (after,) if m)]
    ours = regions(form)
    return bool(ours) and (any(others and not ours & others for x in longer if (others := regions(x)))
                           or _in_phrase(ours, text, start, end, language))


def _in_phrase(ours: set[str], text: str, start: int, end: int, language: str) -> bool:
    """Whether a country's name is the end of another's of several words: Congo of "République du Congo"."""
    return any(k.start < start and end <= k.end and not any(
        kinds.same(k.ids, frozenset({i.partition(":")[2]})) for i in ours)
        for k in (kinds.find(text, language) if lexicon(language).capitals else ()))


def regions(form: str) -> set[str]:
    """The countries and regions that a name may stand for."""
    return {i for i in exonyms.identifiers(form) if i.startswith(("territory:", "subdivision:"))}


def occurrences(text: str, form: str) -> list[tuple[int, int]]:
    """Where a form stands in a text as words of its own, whatever its capitals; anywhere in scripts without spaces.

    >>> occurrences("Le Hai en le Haixx", "Le Hai")
    [(0, 6)]
    """
    whole = ("", "") if is_unspaced(form) else (r"(?<!\w)", r"(?!\w)")
    return [m.span() for m in re.finditer(whole[0] + re.escape(form) + whole[1], text, re.IGNORECASE)]
