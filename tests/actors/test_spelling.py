"""Spellings of one name: what may be linked, what is only proposed, what must stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.spelling import LEAST_SCORE, UNKNOWN_CONTEXT, NameContext, match_names

SAME_OFFICE = NameContext(polities=("PRK", "PRK"), offices=("foreign minister", "foreign minister"))
VARIANTS = [
    ("Choi Son-hee", "Choe Son-hui"),
    ("Shin Hong-chul", "Shin Hong Chol"),
    ("Sin Hong-chol", "Shin Hong-chul"),
    ("Denis Pushlin", "Denis Pushilin"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("최선희", "Choe Son-hui"),
    ("Jong-un Kim", "Kim Jong-un"),
]
TRAPS = [
    ("Maria Zakharova", "Marina Zakharova"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Park Jin", "Park Jun"),
    ("Dmitri Medvedev", "Dmitri Medvedeva"),
]


@pytest.mark.parametrize(("left", "right"), VARIANTS)
def test_variants_of_one_office_are_linked(left: str, right: str) -> None:
    proposal = match_names(left, right, SAME_OFFICE)
    assert proposal.is_certain
    assert proposal.reasons


@pytest.mark.parametrize(("left", "right"), VARIANTS)
def test_variants_without_an_office_are_only_proposed(left: str, right: str) -> None:
    proposal = match_names(left, right)
    assert proposal.score >= LEAST_SCORE
    assert not proposal.is_certain


@pytest.mark.parametrize(("left", "right"), TRAPS)
def test_names_of_two_people_are_never_linked(left: str, right: str) -> None:
    assert not match_names(left, right, SAME_OFFICE).is_certain


@pytest.mark.parametrize(("left", "right"), [("Lugansk", "Luhansk"), ("Kyiv", "Kiev"), ("Kharkov", "Kharkiv")])
def test_russian_and_ukrainian_forms_of_a_town_are_proposed(left: str, right: str) -> None:
    assert match_names(left, right).score >= LEAST_SCORE


def test_names_that_the_authority_file_knows_as_one_are_linked() -> None:
    assert match_names("Kyiv", "Kiev", NameContext(entries=("UKR", "UKR"))).is_certain


@pytest.mark.parametrize(
    ("left", "right"), [("裘雯涵", "Qiu Wenhan"), ("KIM JONG UN", "Kim Jong-un"), ("Erdoğan", "Erdogan")]
)
def test_script_case_and_accents_make_no_difference(left: str, right: str) -> None:
    proposal = match_names(left, right)
    assert proposal.is_certain
    assert proposal.score == 1


def test_equal_names_of_two_polities_are_not_linked() -> None:
    assert not match_names("Kim Sample", "Kim Sample", NameContext(polities=("PRK", "KOR"))).is_certain


def test_years_that_exclude_each_other_forbid_a_link() -> None:
    context = NameContext(("PRK", "PRK"), ("leader", "leader"), years=((1994, 2011), (2012, 2022)))
    assert not match_names("Kim Sample-chol", "Kim Sample-chul", context).is_certain


def test_a_proposal_tells_its_reasons() -> None:
    assert match_names("Choi Son-hee", "Choe Son-hui", SAME_OFFICE).to_dict() == {
        "left": "Choi Son-hee",
        "right": "Choe Son-hui",
        "score": 0.95,
        "reasons": [
            "two romanisations of one reading (Korean)",
            "both act for PRK",
            "both are called foreign minister",
        ],
        "certain": True,
    }


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_score_is_the_same_from_both_sides(left: str, right: str) -> None:
    forth, back = match_names(left, right), match_names(right, left)
    assert 0 <= forth.score <= 1
    assert forth.score == pytest.approx(back.score, abs=0.05)
    assert forth.is_certain == back.is_certain


@given(st.text(min_size=1, max_size=30))
def test_a_name_is_as_like_itself_as_can_be(name: str) -> None:
    assert match_names(name, name, UNKNOWN_CONTEXT).score in {0, 1}
