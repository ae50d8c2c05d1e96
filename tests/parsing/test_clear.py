"""Trees by hand, as CLEAR draws them: a line a word, with its head counted from 1 (0: root)."""

import pytest

from dragoman.parsing.clear import ClearTree, to_universal


def tree(*rows: tuple[str, str, int, str]) -> ClearTree:
    """Make a tree from rows of lemma, part of speech, head and relation."""
    return ClearTree(
        heads=[index if head == 0 else head - 1 for index, (_, _, head, _) in enumerate(rows)],
        relations=[relation for *_, relation in rows],
        pos=[pos for _, pos, _, _ in rows],
        lemmas=[lemma for lemma, *_ in rows],
    )


def universal(*rows: tuple[str, str, int, str]) -> list[tuple[str, int, str]]:
    """Turn a tree and return lemma, head (from 1, 0: root) and relation of each word."""
    changed = tree(*rows)
    to_universal(changed)
    return [
        (row[0], 0 if head == index else head + 1, relation)
        for index, (row, head, relation) in enumerate(zip(rows, changed.heads, changed.relations, strict=True))
    ]


def test_a_passive_with_its_agent() -> None:
    # Kosovo was recognised by Japan in 2008
    assert universal(
        ("Kosovo", "PROPN", 3, "nsubjpass"),
        ("be", "AUX", 3, "auxpass"),
        ("recognise", "VERB", 0, "ROOT"),
        ("by", "ADP", 3, "agent"),
        ("Japan", "PROPN", 4, "pobj"),
        ("in", "ADP", 3, "prep"),
        ("2008", "NUM", 6, "pobj"),
    ) == [
        ("Kosovo", 3, "nsubj:pass"),
        ("be", 3, "aux:pass"),
        ("recognise", 0, "root"),
        ("by", 5, "case"),
        ("Japan", 3, "obl:agent"),
        ("in", 7, "case"),
        ("2008", 3, "obl"),
    ]


def test_a_prepositional_phrase_on_a_noun_is_nominal() -> None:
    # ties with the island
    assert universal(
        ("tie", "NOUN", 0, "ROOT"), ("with", "ADP", 1, "prep"), ("the", "DET", 4, "det"), ("island", "NOUN", 2, "pobj")
    ) == [("tie", 0, "root"), ("with", 4, "case"), ("the", 4, "det"), ("island", 1, "nmod")]


def test_a_noun_predicate_heads_its_clause() -> None:
    # Nauru is a member
    assert universal(
        ("Nauru", "PROPN", 2, "nsubj"), ("be", "AUX", 0, "ROOT"), ("a", "DET", 4, "det"), ("member", "NOUN", 2, "attr")
    ) == [("Nauru", 4, "nsubj"), ("be", 4, "cop"), ("a", 4, "det"), ("member", 0, "root")]


def test_an_adjective_predicate_takes_the_clause_over_inside_another() -> None:
    # he said it was ready
    assert universal(
        ("he", "PRON", 2, "nsubj"),
        ("say", "VERB", 0, "ROOT"),
        ("it", "PRON", 4, "nsubj"),
        ("be", "AUX", 2, "ccomp"),
        ("ready", "ADJ", 4, "acomp"),
    ) == [("he", 2, "nsubj"), ("say", 0, "root"), ("it", 5, "nsubj"), ("be", 5, "cop"), ("ready", 2, "ccomp")]


def test_a_place_is_a_predicate_too() -> None:
    # the embassy is in Kyiv
    assert universal(
        ("the", "DET", 2, "det"),
        ("embassy", "NOUN", 3, "nsubj"),
        ("be", "AUX", 0, "ROOT"),
        ("in", "ADP", 3, "prep"),
        ("Kyiv", "PROPN", 4, "pobj"),
    ) == [("the", 2, "det"), ("embassy", 5, "nsubj"), ("be", 5, "cop"), ("in", 5, "case"), ("Kyiv", 0, "root")]


def test_what_there_is_becomes_the_subject() -> None:
    # there was a treaty
    assert universal(
        ("there", "PRON", 2, "expl"), ("be", "VERB", 0, "ROOT"), ("a", "DET", 4, "det"), ("treaty", "NOUN", 2, "attr")
    ) == [("there", 2, "expl"), ("be", 0, "root"), ("a", 4, "det"), ("treaty", 2, "nsubj")]


def test_conjuncts_hang_on_the_first_and_conjunctions_on_the_next() -> None:
    # Cuba , Iran and Syria
    assert universal(
        ("Cuba", "PROPN", 0, "ROOT"),
        (",", "PUNCT", 1, "punct"),
        ("Iran", "PROPN", 1, "conj"),
        ("and", "CCONJ", 3, "cc"),
        ("Syria", "PROPN", 3, "conj"),
    ) == [
        ("Cuba", 0, "root"),
        (",", 1, "punct"),
        ("Iran", 1, "conj"),
        ("and", 5, "cc"),
        ("Syria", 1, "conj"),
    ]


def test_a_clause_after_a_preposition_is_adverbial() -> None:
    # it reacted by severing ties
    assert universal(
        ("it", "PRON", 2, "nsubj"),
        ("react", "VERB", 0, "ROOT"),
        ("by", "ADP", 2, "prep"),
        ("sever", "VERB", 3, "pcomp"),
        ("tie", "NOUN", 4, "dobj"),
    ) == [
        ("it", 2, "nsubj"),
        ("react", 0, "root"),
        ("by", 4, "mark"),
        ("sever", 2, "advcl"),
        ("tie", 4, "obj"),
    ]


def test_nested_prepositions_are_all_cases_of_the_noun() -> None:
    # according to Tass
    assert universal(
        ("say", "VERB", 0, "ROOT"),
        ("accord", "VERB", 1, "prep"),
        ("to", "ADP", 2, "prep"),
        ("Tass", "PROPN", 3, "pobj"),
    ) == [("say", 0, "root"), ("accord", 4, "case"), ("to", 4, "case"), ("Tass", 1, "obl")]


def test_an_indirect_object_is_told_from_a_phrase_with_to() -> None:
    # gave them a note / gave a note to them
    assert [row[2] for row in universal(("give", "VERB", 0, "ROOT"), ("they", "PRON", 1, "dative"))] == ["root", "iobj"]
    assert [
        row[2]
        for row in universal(("give", "VERB", 0, "ROOT"), ("to", "ADP", 1, "dative"), ("they", "PRON", 2, "pobj"))
    ] == ["root", "case", "obl"]


@pytest.mark.parametrize(
    ("clear", "universal_relation"),
    [("dobj", "obj"), ("poss", "nmod:poss"), ("relcl", "acl:relcl"), ("prt", "compound:prt"), ("neg", "advmod")],
)
def test_plain_relations_are_renamed(clear: str, universal_relation: str) -> None:
    assert universal(("a", "VERB", 0, "ROOT"), ("b", "X", 1, clear))[1] == ("b", 1, universal_relation)
