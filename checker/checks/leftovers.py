"""Names of the translation that no name of the original accounts for.

What is explained: what renders a mention of this bead, words that stand in the original's own text, titles and
courtesies, and names that the gazetteers know under an identifier that the original names too. A leftover is
`strange` when the beads beside do not explain it either: it is named there by nobody.
"""
from __future__ import annotations

from dataclasses import dataclass, replace

from ..article import Bead
from ..facts import Fact
from ..facts.names import Name, acronyms, customary, exonyms, kinds, rendering, sound
from ..facts.names.exonyms import key
from ..facts.names.folding import Word, fold, words
from ..facts.names.lexicon import lexicon, lowered
from . import known_names, unknown_names
from .mentions import NEAR, PLAIN, SAME, Mention, Mentions, regions, stretch

# A capital in a place where sentences begin, or among capitals only, is no sign of a name.
SURE = 0.6
# Letters from which a word that is nearly a name is no accident.
_LONG = 5
# Letters, with the space that parts them, of what is no name beside one.
_SHORT = 4
# How much of a word what sounds nearly like a name must take.
_MOST = 0.4
# How much of a run the beginning of a name must take that goes on in the words behind it.
_SHARED = 0.6
# Sections of the gazetteers that hold places.
_PLACES = ("territory:", "subdivision:", "place:", "city:", "geonames:")


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of one capitalised run of the translation, from `start` to `end` of the file, that nothing explains.

    `strange` says that the beads beside this one do not explain them either.
    """

    fact: Fact
    start: int
    end: int
    words: tuple[str, ...]
    strange: bool

    @property
    def unknown(self) -> bool:
        """Whether only a dictionary that does not know the word holds it to be a name."""
        return self.fact.confidence <= 0.5 and not self.form.isascii()

    @property
    def form(self) -> str:
        """The words as they stand."""
        return self.fact.text[self.start - self.fact.start:self.end - self.fact.start]


def leftovers(mentions: Mentions, bead: Bead) -> list[Leftover]:
    """The unexplained names of a bead's translation, in order."""
    here, around = _Explained(mentions, bead, [bead]), _Explained(mentions, bead, mentions.beside(bead))
    found = _longest([x for f in _known(mentions, bead) if (x := _strange(here.apart(f), here, around))])
    for fact in mentions.pair.facts_of(bead, "name")[1]:
        sure = (fact.confidence >= SURE or fact.text in mentions.capitalised or _organisation(fact)
                or _attempted(mentions, bead, fact) or _may_stand_in(mentions, bead, fact))
        for group in _groups(here.left(fact) if sure else [], fact):
            start, end = fact.start + group[0].start, fact.start + group[-1].end
            if _introduced(mentions, bead, start, end):
                continue
            strange = any(w in group for w in around.left(fact))
            found.append(Leftover(fact, start, end, tuple(w.fold for w in group), strange))
    return found


def _introduced(mentions: Mentions, bead: Bead, start: int, end: int) -> bool:
    """Whether an acronym in brackets follows its own full form: a party or body has another one in each language."""
    article = mentions.pair.translation
    before = article.text[article.segments[bead.translation[0]].start:start]
    form = article.text[start:end]
    return acronyms.is_acronym(form) and acronyms.introduced(form, before)


def _attempted(mentions: Mentions, bead: Bead, fact: Fact) -> bool:
    """Whether a word at the head of a sentence is nearly a name that the bead lost, which explains its capital."""
    return len(fact.text) >= _LONG and any(
        m.attempt and not m.written and m.attempt.start < fact.end and fact.start < m.attempt.end
        for m in mentions.by_bead[bead])


def _may_stand_in(mentions: Mentions, bead: Bead, fact: Fact) -> bool:
    """Whether a word at the head of a sentence is a place of the gazetteers where the bead lost a name."""
    return any(not m.written and not m.near for m in mentions.by_bead[bead]) and any(
        i.startswith(_PLACES) for i in exonyms.identifiers(fact.text))


def _organisation(fact: Fact) -> bool:
    """Whether a name is an organisation of the gazetteers, so that its capital needs no other proof."""
    return any(i.startswith("organisation:") for i in exonyms.identifiers(fact.text))


def _known(mentions: Mentions, bead: Bead) -> list[Fact]:
    """Names without capitals that the gazetteers know, and words that no dictionary does, at file offsets."""
    text, language = stretch(mentions.pair.translation, bead.translation), mentions.pair.translation.language
    found = (*known_names.find(text.text, language), *unknown_names.find(text.text, language))
    return [f.moved(*text.span(f.start, f.end), f.text) for f in found]


def _longest(found: list[Leftover]) -> list[Leftover]:
    """Leftovers none of which stands inside another: a word that no dictionary knows, and the gazetteers do, is one,
    and a name for sure."""
    kept: list[Leftover] = []
    for one in sorted(found, key=lambda x: (x.start - x.end, not x.fact.detail.foreign)):
        same = next((i for i, x in enumerate(kept) if x.start <= one.start and one.end <= x.end), None)
        if same is None:
            kept.append(one)
        elif (kept[same].start, kept[same].end) == (one.start, one.end):
            sure = max(kept[same].fact.confidence, one.fact.confidence)
            kept[same] = replace(kept[same], fact=kept[same].fact._replace(confidence=sure))
    return sorted(kept, key=lambda x: x.start)


def _part(fact: Fact, end: int) -> Fact:
    """A run that has the file's own letters as far as `end` of the file."""
    form = fact.text[:end - fact.start].rstrip()
    name = replace(fact.detail, form=form, words=tuple(form.split()))
    return fact._replace(end=fact.start + len(form), text=form, value=name.value, detail=name)


def _strange(fact: Fact, here: _Explained, around: _Explained) -> Leftover | None:
    """A known name as a leftover, where it renders nothing that the original names in the bead."""
    if here.covers(fact) or here.meant(fact.text) or here.sounds(fact):
        return None
    return Leftover(fact, fact.start, fact.end, (fact.text,), not around.meant(fact.text) and not around.sounds(fact))


def _groups(left: list[Word], fact: Fact) -> list[list[Word]]:
    """Words that stand together; a particle or an explained word parts them."""
    groups: list[list[Word]] = []
    for word in left:
        if groups and word.start - groups[-1][-1].end <= 2:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def meanings(form: str) -> set[str]:
    """The gazetteers' identifiers of a name; a people is its country."""
    return {i.replace("people:", "subdivision:") for i in exonyms.identifiers(form)}


def _are_two(one: Name, other: str, language: str) -> bool:
    """Whether the gazetteers know both names, as different things, however alike they sound; with the word of its
    kind a name may be another thing: "kênh đào Suez". What the original says without such a word is either."""
    ours, theirs = meanings(one.form), meanings(other)
    ours |= meanings(f"{one.head} {one.form}")
    bare = _headless(other, language)
    if not one.head and bare != other and rendering.score(one.form, bare, language).score >= SAME:
        return False
    return bool(ours and theirs) and not ours & theirs


def _headless(form: str, language: str) -> str:
    """A name of a script without spaces, without the word before it that says what is named: สุเอซ of คลองสุเอซ."""
    if lexicon(language).capitals:
        return form
    return exonyms.without_kind(form, [head for head in lexicon(language).heads if not head.isascii()])


def _is_of_region(form: str, region: str) -> bool:
    """Whether a name that is no region's itself is a word of a region's: Carolina of North Carolina."""
    return not regions(form) and bool(regions(region)) and any(
        form in known.split() for known in exonyms.renderings(region, "en"))


def _takes(found: rendering.Found, fact: Fact) -> bool:
    """Whether what sounds nearly like a name is no accident of a few letters: a word of the run, or most of it."""
    words_ = fact.text.split()
    return any(found.end - found.start >= _MOST * len(word) for word in words_)


class _Explained:
    """What accounts for the capitals of one bead's translation, where `source` are the beads of the original to ask."""

    def __init__(self, mentions: Mentions, bead: Bead, source: list[Bead]) -> None:
        self._language = mentions.pair.translation.language
        self._attempts = [(m.attempt.start, m.attempt.end) for m in mentions.by_bead[bead]
                          if m.attempt and not m.written and m.name.foreign]
        self._written = [(m.written.start, m.written.end) for m in mentions.by_bead[bead] if m.written]
        self._whole = [(m.written.start, m.written.end) for m in mentions.by_bead[bead]
                       if m.written and not m.written.partial]
        self._near = [m for b in source for m in mentions.by_bead[b]]
        self._said = frozenset().union(*(mentions.said(b) for b in source))
        self._common = mentions.small
        titles = (m.name.title.text for m in self._near if m.name.title)
        self._titled = {i for t in titles for k in kinds.find(t, mentions.pair.original.language) for i in k.ids}
        self._text, self._known = mentions.pair.translation.text, mentions.known

    def covers(self, fact: Fact) -> bool:
        """Whether a mention is written where a name stands."""
        held = any(fact.detail.foreign and a <= fact.start and fact.end <= b and b - a > fact.end - fact.start + 1
                   or self._goes_on(fact, a, b) for a, b in self._attempts)
        return held or any(a < fact.end and fact.start < b for a, b in self._written)

    def apart(self, fact: Fact) -> Fact:
        """What a space parts from the whole name behind it, where a run without capitals begins before that name; else
        the run itself."""
        first = min((a for a, b in self._whole if a < fact.end and fact.start < b), default=fact.start)
        if first - fact.start <= _SHORT or not fact.detail.foreign or len(fact.text) != fact.end - fact.start:
            return fact
        return _part(fact, first - 1) if self._text[first - 1] == " " else fact

    def _goes_on(self, fact: Fact, start: int, end: int) -> bool:
        """Whether a run is but the beginning of what sounds nearly like a name, the end of which is spelt as a word."""
        own = len(_headless(fact.text, self._language))
        return fact.start <= start < fact.end < end - 1 and fact.end - start >= _SHARED * own

    def sounds(self, fact: Fact) -> bool:
        """Whether a run sounds at all like a name of the original; one that a list knows must sound so."""
        custom = set(fact.text.split()) <= customary.spellings(self._language)
        near = [m for m in self._near if not _are_two(m.name, fact.text, self._language)]
        least = SAME if custom or meanings(fact.text) else NEAR
        if any(f.score >= least and (f.score >= SAME or _takes(f, fact)) for m in near
               for f in rendering.find(m.name.form, fact.text, self._language)):
            return True
        return fact.detail.foreign and not custom and any(self._resembles(m, fact) for m in near)

    def _resembles(self, mention: Mention, fact: Fact) -> bool:
        """Whether a run, or what stands about it, may be meant for a name that the version writes nowhere plainly."""
        ear, name = sound.ear(self._language), mention.name
        if ear is None or any(m.written and m.written.score >= PLAIN for m in self._known.get(name.form, ())):
            return False
        short = len(fact.text.split()) < len(name.words)
        forms = [name.form, *(w for w in (name.words[0], name.words[-1]) if short and len(w) > 3)]
        forms += [part for part in name.form.split("-") if "-" in name.form and len(part) > 3]
        return any(ear.resembles(form, self._text, fact.start, fact.end) for form in forms)

    def left(self, fact: Fact) -> list[Word]:
        """The words of a run that nothing explains."""
        if lowered(fact.detail.form) in lexicon(self._language).not_names or self.meant(fact.detail.form):
            return []
        if regions(fact.text) and not self.covers(fact) and (" " in key(fact.text) or self._in_region(fact.text)):
            return list(words(fact.text))  # New Mexico is no Mexico with a word before it, nor the other way round
        spans = self._written + self._rendered(fact)
        return [w for w in words(fact.text) if not self._plain(w, fact) and not any(
            a < fact.start + w.end and fact.start + w.start < b for a, b in spans)]

    def _in_region(self, form: str) -> bool:
        """Whether a word is of another region's name in the original: Virginia of West Virginia."""
        near = (m.name.form for m in self._near if regions(m.name.form) and not regions(m.name.form) & regions(form))
        return any(rendering.find(name, form, self._language) for name in near)

    def meant(self, form: str) -> bool:
        """Whether the gazetteers know a run as what the original names, here or beside."""
        meant = meanings(form)
        return self._in_title(meant) or bool(meant) and any(
            meant & meanings(m.name.form) or _is_of_region(m.name.form, form) for m in self._near)

    def _in_title(self, meant: set[str]) -> bool:
        """Whether somebody's title in the original names what a form may mean: the party of "lãnh đạo Công đảng"."""
        return any(i.partition(":")[2] in self._titled for i in meant)

    def _rendered(self, fact: Fact) -> list[tuple[int, int]]:
        """The parts of a run that render a name of the original or a word of one, here or beside."""
        found = [f for m in self._near for f in rendering.find(m.name.form, fact.text, self._language)]
        spans = [(fact.start + f.start, fact.start + f.end) for f in found if f.score >= SAME]
        several = [m.name.words for m in self._near if m.name.foreign and len(m.name.words) > 1]
        known = {i for m in self._near for i in meanings(m.name.form)}
        known |= {i for parts in several for w in parts for i in meanings(w)}
        return spans + [(fact.start + w.start, fact.start + w.end) for w in words(fact.text)
                        if w.capital and self._is_one(fact.text[w.start:w.end], known)]

    def _is_one(self, word: str, known: set[str]) -> bool:
        """Whether a word means one of some known things, or one that a title names, by itself or in a compound."""
        meant = meanings(word) if known or self._titled else set()
        if self._titled and not meant:
            meant = meanings(rendering.compound_head(fold(word), self._language))
        return bool(known & meant) or self._in_title(meant)

    def _plain(self, word: Word, fact: Fact) -> bool:
        """Whether a word of a run is none of a name's, or stands in the original as it is."""
        low, lex = lowered(fact.text[word.start:word.end]), lexicon(self._language)
        small = not word.capital and not fact.text[:word.start].endswith("-")  # in "Kim Jong-il" all are the name's
        if small or len(word.fold) < 2 or low in self._common and word.capital or low in lex.not_names:
            return True
        if low in lex.roles or low in lex.honorifics or low in lex.starters or word.fold in self._said:
            return True
        if any(len(s) > 3 and word.fold.startswith(s) and len(word.fold) - len(s) > 3 for s in self._said):
            return True  # a compound: "Oscaruitreiking"
        return any(e and word.fold.endswith(e) and word.fold[:-len(e)] in self._said
                   for e in exonyms.spelling(self._language, "suffixes"))
