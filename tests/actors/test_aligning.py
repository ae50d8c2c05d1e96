"""Names of the gazetteer in sentences, and what a whole document makes of them, with the real authority file."""

import pytest
from tests.trees import read_trees

from dragoman.actors.aligning import names_finder
from dragoman.actors.cast import Cast, build_cast
from dragoman.knowledge.authority import load_authority, load_gazetteer, load_sectors


def cast_of(text: str) -> Cast:
    """Build the cast of a text whose words stand side by side without a tree: enough to find names."""
    words = text.replace("-", " - ").replace(".", " .").split()
    lines = [f"{n} {word} {word} PROPN NNP _ 0 root _ _" for n, word in enumerate(words, 1)]
    sentences = read_trees(text, "\n".join(lines))
    names = names_finder(load_gazetteer().find_names(text), load_authority())
    return build_cast([sentences], names, load_sectors())


def ids_of(text: str) -> list[str]:
    cast = cast_of(text)
    return [name.party.id for sentence in cast.sentences for name in cast.find_names(sentence)]


def test_names_are_aligned_to_tokens() -> None:
    cast = cast_of("Moscow told North Korea .")
    (sentence,) = cast.sentences
    assert [(name.first, name.last, name.party.id) for name in cast.find_names(sentence)] == [
        (0, 1, "RUS"),
        (2, 4, "PRK"),
    ]


@pytest.mark.parametrize("text", ["An anti-Russian act", "A pro-Iranian group", "It cost US$5"])
def test_what_only_contains_a_name_names_nobody(text: str) -> None:
    assert ids_of(text) == []


def test_the_republic_of_donetsk_and_north_korea_stay_apart() -> None:
    assert ids_of("The DPRK recognised Donetsk and the DPR") == ["PRK", "DPR", "DPR"]


def test_two_spellings_of_one_town_are_a_certain_match_with_both_places() -> None:
    (match,) = cast_of("Kyiv spoke . Russia wrote Kiev .").name_matches
    assert {match.left.text, match.right.text} == {"Kyiv", "Kiev"}
    assert match.proposal.is_certain
    assert "the authority file knows both as names of UKR" in match.proposal.reasons


def test_a_sentence_without_names_has_no_actor() -> None:
    cast = cast_of("nothing happened")
    assert not cast.has_actor(cast.sentences[0])
