"""What a name stands for: the government that sits in a town, the land that a town lies in, a club's town."""
import pytest

from checker.checks import identities
from checker.checks.identities import governs, is_home, lies_in
from checker.facts.names import exonyms


@pytest.mark.parametrize(("town", "land"), [
    ("Kiev", "Oekraïne"), ("Moscou", "Nga"), ("Riyad", "Ả Rập Xê Út"), ("ตุรกี", "Ankara"), ("Washington", "สหรัฐ")])
def test_capital_stands_for_its_country_both_ways(town: str, land: str) -> None:
    one, other = exonyms.identifiers(town), exonyms.identifiers(land)
    assert governs(one, other) and governs(other, one)


@pytest.mark.parametrize(("town", "land"), [("Kiev", "Rusland"), ("Milan", "Italië"), ("Berlin", "Autriche")])
def test_no_other_town_governs(town: str, land: str) -> None:
    assert not governs(exonyms.identifiers(town), exonyms.identifiers(land))


def test_every_seat_is_known_to_the_gazetteers() -> None:
    """A name that no gazetteer knows would be an entry that does nothing."""
    unknown = [name for towns in identities._table()["countries"].values() for name in towns
               if not exonyms.identifiers(name)]
    assert not unknown


def test_town_lies_in_one_country() -> None:
    lagos = exonyms.identifiers("Lagos")
    assert lies_in(lagos, exonyms.identifiers("Nigeria")) and not lies_in(lagos, exonyms.identifiers("Ghana"))


def test_club_is_called_by_its_town() -> None:
    assert is_home("Lakers", "Los Angeles") and is_home("Chicago", "Bulls") and not is_home("Bulls", "Boston")
