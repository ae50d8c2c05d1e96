"""The sentences that the parser is trained on: tools/parser_*.py."""

import random
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

TOOLS = str(Path(__file__).resolve().parents[2] / "tools")


@pytest.fixture(scope="module", autouse=True)
def tools() -> Iterator[None]:
    """Let the scripts find each other."""
    sys.path.insert(0, TOOLS)
    yield
    sys.path.remove(TOOLS)


@lru_cache(maxsize=1)
def pipeline() -> Language:
    nlp = spacy.blank("en")
    tool("tokenizer").set_tokenizer(nlp)
    return nlp


def chances(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 (no secret hangs on it)


def tool(name: str) -> ModuleType:
    return import_module(f"parser_{name}")


ROWS = """
# newdoc id = d
# text = "It doesn't recognize us," said Ana, the envoy, quietly.
1	"	"	PUNCT	``	_	5	punct	_	SpaceAfter=No
2	It	it	PRON	PRP	_	5	nsubj	_	_
3	does	do	AUX	VBZ	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	recognize	recognize	VERB	VB	_	9	ccomp	_	_
6	us	we	PRON	PRP	_	5	obj	_	SpaceAfter=No
7	,	,	PUNCT	,	_	5	punct	_	SpaceAfter=No
8	"	"	PUNCT	''	_	5	punct	_	_
9	said	say	VERB	VBD	_	0	root	_	_
10	Ana	Ana	PROPN	NNP	_	9	nsubj	_	SpaceAfter=No
11	,	,	PUNCT	,	_	13	punct	_	_
12	the	the	DET	DT	_	13	det	_	_
13	envoy	envoy	NOUN	NN	_	10	appos	_	SpaceAfter=No
14	,	,	PUNCT	,	_	13	punct	_	_
15	quietly	quietly	ADV	RB	_	9	advmod	_	SpaceAfter=No
16	.	.	PUNCT	.	_	9	punct	_	_

"""


def test_blanks_are_read_from_the_text_of_the_sentence(tmp_path: Path) -> None:
    (tmp_path / "t.conllu").write_text(ROWS.lstrip(), encoding="utf-8")
    treebank = tool("treebank")
    (tree,) = treebank.read_trees(tmp_path / "t.conllu")
    assert treebank.text_of([tree]) == '"It doesn\'t recognize us," said Ana, the envoy, quietly.'
    assert treebank.doc_of([tree], pipeline().vocab).text == treebank.text_of([tree])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("curly_quotes", "“It doesn’t recognize us,” said Ana, the envoy, quietly."),
        ("british_spelling", '"It doesn\'t recognise us," said Ana, the envoy, quietly.'),
        ("without_stop", '"It doesn\'t recognize us," said Ana, the envoy, quietly'),
        ("dashed_appositions", '"It doesn\'t recognize us," said Ana – the envoy – quietly.'),
    ],
)
def test_a_variation_changes_what_its_name_says_and_no_arc(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "t.conllu").write_text(ROWS.lstrip(), encoding="utf-8")
    treebank = tool("treebank")
    (tree,) = treebank.read_trees(tmp_path / "t.conllu")
    varied = [getattr(tool("variation"), name)(tree, chances(seed)) for seed in range(40)]
    assert text in {treebank.text_of([other]) for other in varied}
    assert all(other.heads == tree.heads[: len(other)] for other in varied)


@given(st.integers(0, 10_000))
def test_drawn_sentences_are_trees_with_one_root(seed: int) -> None:
    tree = tool("grammar").draw_sentence(chances(seed))
    assert sum(head == index for index, head in enumerate(tree.heads)) == 1
    assert len(tool("treebank").doc_of([tree], pipeline().vocab)) == len(tree)


@given(st.integers(0, 10_000))
def test_drawn_sentences_have_the_words_of_the_tokenizer(seed: int) -> None:
    tree = tool("grammar").draw_sentence(chances(seed))
    assert tuple(token.text for token in pipeline()(tool("treebank").text_of([tree]))) == tree.words


@given(st.text(max_size=200))
def test_the_tokenizer_never_changes_the_text(text: str) -> None:
    assert pipeline()(text).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pro-Russian US-backed re-establish mid-July", "pro-Russian US - backed re-establish mid-July"),
        ("Russia-North Korea 2022-07-14 1990-1994", "Russia - North Korea 2022-07-14 1990 - 1994"),
        ("and/or Syria’s doesn’t 1992–1998", "and / or Syria ’s does n’t 1992 – 1998"),
        ("Really?! No!!", "Really ?! No !!"),
        ("Lt. Gov. Smith left on Fri.", "Lt. Gov. Smith left on Fri."),
        ("said—again", "said — again"),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, words: str) -> None:
    assert " ".join(token.text for token in pipeline()(text)) == words
