"""The plurals of roles, by the endings that each language's data give."""
from __future__ import annotations

import pytest

from checker.facts.names import titles
from checker.facts.names.lexicon import lexicon
from checker.facts.names.plurals import plurals


@pytest.mark.parametrize(("language", "singular", "plural"), [
    ("nl", "advocaat", "advocaten"), ("nl", "bioloog", "biologen"), ("nl", "brandweerman", "brandweerlieden"),
    ("nl", "officier van justitie", "officieren van justitie"), ("nl", "criticus", "critici"),
    ("nl", "boer", "boeren"),
    ("fr", "procureur général", "procureurs généraux"), ("fr", "chef de l'opposition", "chefs de l’opposition"),
    ("fr", "porte-parole", "porte-parole"), ("fr", "époux", "époux"),
    ("en", "attorney", "attorneys"), ("en", "secretary", "secretaries"), ("en", "chief of police", "chiefs of police"),
])
def test_a_plural_is_the_same_role(language: str, singular: str, plural: str) -> None:
    one, several = titles.find(singular, language), titles.find(plural, language)
    assert [t.text for t in several] == [plural] and one[0].roles & several[0].roles


@pytest.mark.parametrize("language", ["vi", "th"])
def test_where_nothing_is_said_of_plurals_there_are_none(language: str) -> None:
    assert lexicon(language).titled == lexicon(language).roles


def test_what_ties_a_role_to_its_body_stays() -> None:
    assert plurals("of van staat", {"": ["s"]}, {"of", "van"}, False) == []
