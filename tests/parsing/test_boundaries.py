"""Where no sentence may begin."""

import pytest
import spacy

from dragoman.parsing.boundaries import forbid_early_breaks
from dragoman.parsing.spacy_parser import open_parser


def forbidden(text: str) -> list[str]:
    """Return the words of a text at which no sentence may begin, apart from those where that was left open."""
    doc = forbid_early_breaks(spacy.blank("en").make_doc(text))
    return [token.text for token in doc if token.is_sent_start is False]


def test_the_first_words_stay_together() -> None:
    assert forbidden("US President Ali met Omar in Oslo") == ["President", "Ali", "met", "Omar"]


def test_behind_a_mark_all_is_open() -> None:
    assert forbidden("Peru left. Chile stayed.") == ["left", "stayed"]


def test_prose_ends_no_sentence_without_a_mark() -> None:
    words = "Peru and Chile sent their envoys to Lima in the spring of that year."
    assert forbidden(words) == words.rstrip(".").split()[1:]


def test_an_empty_text_is_left_alone() -> None:
    assert forbidden("") == []


@pytest.mark.parametrize(
    "text",
    [
        "US President Joe Biden recognised Kosovo on Monday.",
        "Kosovo Albanians declared the independence of a republic.",
    ],
)
def test_a_bare_name_in_front_is_no_sentence(text: str) -> None:
    (sentences,) = open_parser().parse([(text, 0)])
    assert [sentence.text for sentence in sentences] == [text]
