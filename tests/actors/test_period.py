"""Years of a text decide who can be meant."""

import pytest

from dragoman.actors.period import find_years, weigh_periods
from dragoman.knowledge.authority import load_authority

OTT, TUR = (load_authority().entity(id_) for id_ in ("OTT", "TUR"))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 1890", (1890,)),
        ("on 5 March 1843, and from 1861-1865", (1843, 1861, 1865)),
        ("the 1990s (2003)", (1990, 2003)),
        ("at 1625 UTC some 1,848 people and 1900 troops paid $1815", ()),
        ("as of Wednesday, 1885 aftershocks", ()),
        ("in Paris in June, 1856", (1856,)),
    ],
)
def test_years_are_told_from_other_numbers(text: str, years: tuple[int, ...]) -> None:
    assert find_years(text).years == years


def test_the_state_of_the_year_is_meant() -> None:
    assert weigh_periods((OTT, TUR), find_years("in 1890"), 0).keys() == {"OTT"}
    assert weigh_periods((OTT, TUR), find_years("in 1990"), 0).keys() == {"TUR"}


def test_without_years_the_state_that_still_exists_is_meant() -> None:
    assert weigh_periods((OTT, TUR), find_years(""), 0).keys() == {"TUR"}


def test_years_nearby_count_before_those_far_away() -> None:
    text = "In 1890 Turkey" + " and so on" * 60 + " in 1990, 1991, 1992"
    assert weigh_periods((OTT, TUR), find_years(text), 8).keys() == {"OTT"}
