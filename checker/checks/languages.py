"""A version whose text is in another language than its name, its front matter or the configuration says."""
from __future__ import annotations

from collections.abc import Iterator

from ..finding import Discrepancy, Message, Place
from ..i18n import N_
from .pair import Pair


def check(pair: Pair) -> Iterator[Discrepancy]:
    """The one finding of a version whose text plainly contradicts the language it was said to be in."""
    article = pair.translation
    if article.reads_as is not None and article.segments:
        first = article.segments[0]
        yield Discrepancy("wrong-language", Message(N_("The text is said to be in {language} but reads as {read}."),
                                                    {"language": article.language, "read": article.reads_as}),
                          None, Place(first.start, first.end, article.reads_as), 0.95)
