from functools import lru_cache
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.training import Example

from dragoman.errors import ParserError
from dragoman.language.parser import Parser
from dragoman.language.sentence import Sentence
from dragoman.parsing.spacy_parser import SHIPPED_MODEL, SpacyParser, open_parser

MEGABYTE = 20_000_000


@lru_cache(maxsize=1)
def shipped() -> SpacyParser:
    return open_parser()


def parse(text: str, offset: int = 0) -> tuple[Sentence, ...]:
    (sentences,) = shipped().parse([(text, offset)])
    return sentences


def arcs(sentence: Sentence) -> set[tuple[str, str, str]]:
    """Return dependent, relation and head of each word but the root."""
    return {(t.text, t.relation, sentence.tokens[t.head].text) for t in sentence.tokens if t.head != t.index}


def test_a_missing_pipeline_is_named_in_the_error() -> None:
    with pytest.raises(ParserError, match="en_core_none"):
        open_parser("en_core_none")


def test_a_pipeline_without_dependencies_is_refused() -> None:
    with pytest.raises(ParserError, match="no component that finds dependencies"):
        SpacyParser(spacy.blank("en"))


def test_another_pipeline_is_opened_by_its_path(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("parser")
    tree = {"heads": [1, 1], "deps": ["dobj", "ROOT"]}
    pipeline.initialize(lambda: [Example.from_dict(pipeline.make_doc("ties severed"), tree)])
    pipeline.to_disk(tmp_path / "other")
    assert open_parser(str(tmp_path / "other")).name == "en_pipeline-0.0.0"


@pytest.mark.model
def test_the_model_is_small_enough_to_ship() -> None:
    assert sum(file.stat().st_size for file in SHIPPED_MODEL.rglob("*") if file.is_file()) <= MEGABYTE


@pytest.mark.model
def test_the_shipped_parser_has_a_name_and_a_version() -> None:
    parser: Parser = shipped()
    assert parser.name.startswith("en_dragoman-")


@pytest.mark.model
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.text(max_size=120), st.integers(0, 10_000)), max_size=4))
@example([("", 0), ("\x00\u2028 \ufeff", 5), ("(((((" * 30, 1)])
def test_offsets_equal_slices_of_any_text(passages: list[tuple[str, int]]) -> None:
    parsed = list(shipped().parse(passages))
    assert len(parsed) == len(passages)
    for (text, offset), sentences in zip(passages, parsed, strict=True):
        for sentence in sentences:
            assert text[sentence.start - offset : sentence.end - offset] == sentence.text
            assert [text[t.start - offset : t.end - offset] for t in sentence.tokens] == [
                t.text for t in sentence.tokens
            ]
            assert sum(t.head == t.index for t in sentence.tokens) == 1


@pytest.mark.model
@pytest.mark.parametrize(
    "line", ["x" * 1_000_000, "(" * 1_000_000, "a b " * 2_000, "“a" * 2_000, "é\u0301\x07" * 10_000]
)
def test_long_lines_neither_raise_nor_hang(line: str) -> None:
    for sentence in parse(line):
        assert len(sentence.tokens) <= 400


@pytest.mark.model
def test_words_are_cut_as_in_the_treebanks() -> None:
    (sentence,) = parse("The pro-Russian side didn’t re-establish Choi Son-hee’s US-backed ties on 2022-07-14.")
    assert [t.text for t in sentence.tokens] == (
        "The pro-Russian side did n’t re-establish Choi Son - hee ’s US - backed ties on 2022-07-14 .".split()
    )


@pytest.mark.model
def test_sentences_end_outside_quotation_marks_and_not_after_abbreviations() -> None:
    text = "“We regret this decision,” the U.S. ambassador said. “It will not stand.” Mr. Kim left on Friday."
    assert [sentence.text for sentence in parse(text)] == [
        "“We regret this decision,” the U.S. ambassador said.",
        "“It will not stand.”",
        "Mr. Kim left on Friday.",
    ]


@pytest.mark.model
def test_a_passive_has_a_passive_subject_and_an_agent() -> None:
    (sentence,) = parse("The republic was recognised by Syria in June.")
    assert {
        ("republic", "nsubj:pass", "recognised"),
        ("was", "aux:pass", "recognised"),
        ("Syria", "obl:agent", "recognised"),
        ("June", "obl", "recognised"),
    } <= arcs(sentence)
    assert sentence.root.lemma == "recognise"


@pytest.mark.model
def test_an_apposition_between_dashes_hangs_on_its_noun() -> None:
    (sentence,) = parse("The foreign minister – Maria Santos – sent a letter to Moscow.")
    assert {
        ("minister", "nsubj", "sent"),
        ("Maria", "appos", "minister"),
        ("Santos", "flat", "Maria"),
        ("letter", "obj", "sent"),
    } <= arcs(sentence)


@pytest.mark.model
def test_quoted_speech_is_a_clause_of_the_verb_of_saying() -> None:
    (sentence,) = parse("“The country will recognise both republics,” the president said.")
    assert {
        ("recognise", "ccomp", "said"),
        ("president", "nsubj", "said"),
        ("country", "nsubj", "recognise"),
        ("republics", "obj", "recognise"),
    } <= arcs(sentence)


@pytest.mark.model
def test_an_infinitive_hangs_on_the_ordinal_noun() -> None:
    (sentence,) = parse("Nauru became the third country to recognise the region.")
    assert ("recognise", "acl", "country") in arcs(sentence)
    assert ("third", "amod", "country") in arcs(sentence)
    assert ("region", "obj", "recognise") in arcs(sentence)


@pytest.mark.model
def test_offsets_count_from_the_beginning_of_the_document() -> None:
    (sentence,) = parse("Kyiv protested.", offset=1000)
    assert (sentence.start, sentence.tokens[1].start) == (1000, 1005)


@pytest.mark.model
def test_a_headline_in_capitals_has_its_verb() -> None:
    (sentence,) = parse("Honduras Cuts Ties With Taiwan")
    assert sentence.root.lemma == "cut"
    assert {("Honduras", "nsubj", "Cuts"), ("Ties", "obj", "Cuts")} <= arcs(sentence)


@pytest.mark.model
def test_who_said_it_heads_according_to() -> None:
    (sentence,) = parse("According to the ministry, the ambassador was recalled.")
    assert ("ministry", "obl", "recalled") in arcs(sentence)
    assert ("ambassador", "nsubj:pass", "recalled") in arcs(sentence)


@pytest.mark.model
def test_lemmas_keep_the_writers_spelling() -> None:
    (sentence,) = parse("It recognised what they had recognized.")
    assert [t.lemma for t in sentence.tokens if t.pos == "VERB"] == ["recognise", "recognize"]


@pytest.mark.model
@pytest.mark.parametrize("form", ["taiwan", "Taiwan", "TAIWAN", "Relations"])
def test_words_have_vectors_however_they_are_capitalised(form: str) -> None:
    assert shipped().pipeline.make_doc(form)[0].has_vector
