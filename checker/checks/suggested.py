"""What a version should have where it has another name: a suggestion in its own language."""
from __future__ import annotations

from collections import Counter

from ..facts.names import exonyms
from .mentions import PLAIN
from .pair import Pair


def rendering(pair: Pair, form: str, type: str) -> str:
    """What the version writes for a name of the original elsewhere, else what its language is known to call it.

    Of a name that neither tells it is the name itself: `form`, as the original has it.
    """
    written = (m.written for m in pair.mentions.by_form.get(form, ()) if m.written)
    usual = Counter(pair.translation.text[w.start:w.end] for w in written if w.score >= PLAIN and not w.partial)
    if usual:
        return usual.most_common(1)[0][0]
    known = exonyms.renderings(form, pair.translation.language, type)
    return known[0] if known else form
