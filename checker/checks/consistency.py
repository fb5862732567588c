"""One name written several ways in one version: the version contradicts itself.

Accepted exonyms, short forms after the first mention, genitives, hyphens and spaces are no variants. Writing a name
in Latin letters here and in the version's own script there is.
"""
from __future__ import annotations

from collections.abc import Iterator

from ..facts.names import exonyms
from ..facts.names.acronyms import initials, is_acronym
from ..facts.names.folding import fold
from ..finding import Discrepancy, Message, Place, Related
from ..ledger import groups
from .mentions import Mention
from .pair import Pair

_SILENT = "์็่้๊๋ฯๆ"  # marks that change nothing a reader would call another name


def check(pair: Pair) -> Iterator[Discrepancy]:
    """One finding for each name with variants, at its rarest one; the others are related."""
    if pair.alignment.relation == "unrelated":
        return
    for name, mentions in groups(pair).items():
        variants = _variants(pair, mentions)
        if len(variants) > 1:
            yield _finding(pair, name, sorted(variants, key=lambda v: (-len(v), v[0].fact.start)))


def _variants(pair: Pair, mentions: list[Mention]) -> list[list[Mention]]:
    """Mentions by the way they are written, short forms with the long one they shorten."""
    written = sorted((m for m in mentions if m.written and m.written.how != "exonym" and not _known(pair, m)),
                     key=lambda m: -len(_key(pair, m)))
    variants: list[tuple[str, list[Mention]]] = []
    for mention in written:
        key, text = _key(pair, mention), _text(pair, mention)
        for known, same in variants:
            if _shortens(key, known, pair.translation.language) or _stands_for(text, _text(pair, same[0])):
                same.append(mention)
                break
        else:
            variants.append((key, [mention]))
    return [sorted(same, key=lambda m: m.fact.start) for _, same in variants]


def _text(pair: Pair, mention: Mention) -> str:
    assert mention.written is not None
    return pair.translation.text[mention.written.start:mention.written.end]


def _known(pair: Pair, mention: Mention) -> bool:
    """Whether a rendering is one the gazetteers know: "VS" and "Verenigde Staten" are no inconsistency."""
    return bool(exonyms.identifiers(_text(pair, mention))) and mention.name.type != "person"


def _key(pair: Pair, mention: Mention) -> str:
    """What two renderings share that a reader takes for one spelling."""
    text = _text(pair, mention).replace("’", "'")
    text = "".join(c for c in text if c not in _SILENT)
    return fold(text.removesuffix("'s").removesuffix("'"))


def _shortens(key: str, known: str, language: str) -> bool:
    """Whether one key is the other, part of its words, or the same with an ending of the language."""
    if key == known or key.replace(" ", "") in known.replace(" ", ""):
        return True
    words = set(known.split())
    endings = exonyms.spelling(language, "suffixes")
    return all(w in words or any(e and (w + e in words or w.removesuffix(e) in words) for e in endings)
               for w in key.split())


def _stands_for(short: str, full: str) -> bool:
    """Whether a rendering is the acronym of another: readers have learnt it from the first mention."""
    return is_acronym(short) and short in initials(full)


def _finding(pair: Pair, name: str, variants: list[list[Mention]]) -> Discrepancy:
    odd, first = variants[-1][0], variants[0][0]
    told = ", ".join(f"«{_text(pair, v[0])}» ({_lines(pair, v)})" for v in variants)
    message = Message("«{name}» is written {count} ways (how often; lines): {variants}.",
                      {"name": name, "count": str(len(variants)), "variants": told})
    related = tuple(Related(_place(v[0]), "variant") for v in variants[:-1])
    share = len(variants[0]) / sum(len(v) for v in variants)
    return Discrepancy("name-inconsistent", message, None, _place(odd), 0.75 if odd is not first else 0.5,
                       {"share": share, "aligned": 1.0}, related, suggestion=_text(pair, first))


def _place(mention: Mention) -> Place:
    assert mention.written is not None
    return Place(mention.written.start, mention.written.end, mention.fact.value)


def _lines(pair: Pair, mentions: list[Mention]) -> str:
    """How often and where: "3×; 2, 5, 9"."""
    lines = {pair.translation.document.position(m.written.start)[0] for m in mentions if m.written}
    shown = ", ".join(str(line) for line in sorted(x for x in lines if x is not None))
    return f"{len(mentions)}×" + (f"; {shown}" if shown else "")
