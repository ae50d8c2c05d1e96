"""Which receivers make one history."""

from dragoman.answers.mission_lines import group_receivers
from dragoman.knowledge.authority import load_authority


def grouped(receivers: set[str], title: str = "") -> set[frozenset[str]]:
    return set(group_receivers(frozenset(receivers), load_authority(), title))


def test_without_a_title_each_receiver_is_a_line_but_for_those_that_came_out_of_each_other() -> None:
    assert grouped({"PER", "CSK", "CZE"}) == {frozenset({"PER"}), frozenset({"CSK", "CZE"})}


def test_a_title_chooses_its_polity_with_those_before_it() -> None:
    assert grouped({"PER", "CSK", "CZE"}, "A history of missions: Czechia") == {frozenset({"CSK", "CZE"})}


def test_those_that_only_share_a_successor_are_no_line_of_the_title() -> None:
    assert grouped({"BAV", "PRU", "DEU"}, "A history of missions: Bavaria") == {frozenset({"BAV", "DEU"})}


def test_the_longer_of_two_names_is_meant() -> None:
    assert grouped({"GIN", "GNB"}, "A history of missions: Guinea-Bissau") == {frozenset({"GNB"})}


def test_a_title_that_names_no_receiver_changes_nothing() -> None:
    assert grouped({"PER"}, "A history of missions: Ghana") == {frozenset({"PER"})}
