"""Modes and contexts of plain acts: what the words of the clause tell, and what those of another clause do not."""

import pytest
from tests.dates.sentences import index_of, tree

from dragoman.events.classes import clause_lemmas
from dragoman.events.kind import PLOVER_MODES, EventType, Root
from dragoman.knowledge.wording import load_classes
from dragoman.language.sentence import Sentence

MARCHED = tree(
    "Students marched after police closed the embassy .",
    """
    Students student NOUN NNS 2 nsubj
    marched march VERB VBD 0 root
    after after SCONJ IN 5 mark
    police police NOUN NN 5 nsubj
    closed close VERB VBD 2 advcl
    the the DET DT 7 det
    embassy embassy NOUN NN 5 obj
    . . PUNCT . 2 punct
    """,
)
SHELLED = tree(
    "Troops shelled the town with mortars .",
    """
    Troops troop NOUN NNS 2 nsubj
    shelled shell VERB VBD 0 root
    the the DET DT 4 det
    town town NOUN NN 2 obj
    with with ADP IN 6 case
    mortars mortar NOUN NNS 2 obl
    . . PUNCT . 2 punct
    """,
)


def classified(sentence: Sentence, word: str, root: Root, mode: str | None = None) -> EventType:
    event = EventType(root, mode, (), "14" if root is Root.PROTEST else "19")
    return load_classes().classify(event, sentence, sentence.tokens[index_of(sentence, word)])


def test_the_words_of_the_clause_tell_the_mode_with_its_code_and_the_contexts() -> None:
    found = classified(SHELLED, "shelled", Root.ASSAULT)
    assert (found.mode, found.cameo) == ("heavy-weapons", "194")
    assert "military" in found.context


def test_another_clause_tells_nothing() -> None:
    assert "embassy" not in set(clause_lemmas(MARCHED, MARCHED.tokens[1]))
    found = classified(MARCHED, "marched", Root.PROTEST)
    assert (found.mode, found.context) == ("demo", ("culture",))


def test_a_mode_of_a_rule_stays() -> None:
    assert classified(SHELLED, "shelled", Root.ASSAULT, "ceasefire").mode == "ceasefire"


def test_where_nothing_fits_there_is_no_mode_and_the_code_of_the_category() -> None:
    found = classified(MARCHED, "marched", Root.ASSAULT)
    assert (found.mode, found.cameo) == (None, "19")


@pytest.mark.parametrize("root", load_classes().modes)
def test_the_modes_of_the_file_are_those_that_say_how(root: Root) -> None:
    entries = load_classes().modes[root]
    assert {entry.mode for entry in entries} <= PLOVER_MODES
    for entry in entries:
        assert all(word == word.lower() for word in entry.words | entry.trigger)
