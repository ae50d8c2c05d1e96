import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language.sentence import Sentence
from dragoman.parsing.conversion import MAX_TOKENS, Conversion, Place
from dragoman.parsing.lemmas import Lemmas
from dragoman.parsing.pieces import Piece, find_pieces


def convert(doc: Doc, *, offset: int = 0, is_clear: bool = False, lemmas: Lemmas | None = None) -> list[Sentence]:
    conversion = Conversion(doc.vocab.strings, lemmas, is_clear=is_clear)
    return list(conversion.sentences(doc, Place(Piece(doc.text, 0), doc.text, offset)))


@pytest.fixture
def doc() -> Doc:
    return Doc(
        Vocab(),
        words=["Syria", "recognised", "it", ".", "Kyiv", "protested", "."],
        spaces=[True, True, False, True, True, False, False],
        tags=["NNP", "VBD", "PRP", ".", "NNP", "VBD", "."],
        pos=["PROPN", "VERB", "PRON", "PUNCT", "PROPN", "VERB", "PUNCT"],
        lemmas=["Syria", "RECOGNISE", "it", ".", "Kyiv", "protest", "."],
        heads=[1, 1, 1, 1, 5, 5, 5],
        deps=["nsubj", "ROOT", "obj", "punct", "nsubj", "ROOT", "punct"],
    )


def test_each_sentence_has_its_own_indexes_and_the_document_its_offsets(doc: Doc) -> None:
    first, second = convert(doc, offset=100)
    assert (first.text, first.start) == ("Syria recognised it.", 100)
    assert (second.text, second.start) == ("Kyiv protested.", 121)
    assert [token.head for token in second.tokens] == [1, 1, 1]
    assert [token.relation for token in second.tokens] == ["nsubj", "root", "punct"]
    assert second.tokens[0].start == 121


def test_lemmas_of_the_pipeline_are_put_in_lower_case_except_names(doc: Doc) -> None:
    assert [token.lemma for token in convert(doc)[0].tokens] == ["Syria", "recognise", "it", "."]


def test_our_table_gives_lemmas_where_there_is_one(doc: Doc) -> None:
    lemmas = Lemmas({"VBD": {"recognised": "from the table"}})
    assert convert(doc, lemmas=lemmas)[0].tokens[1].lemma == "from the table"


def test_words_are_quoted_from_the_text_before_cleaning() -> None:
    passage = "Em\u00adbassy\u00a0 closed"
    (piece,) = find_pieces(passage)
    doc = Doc(Vocab(), words=["Embassy", "closed"], heads=[1, 1], deps=["nsubj", "ROOT"])
    (sentence,) = Conversion(doc.vocab.strings, Lemmas({}), is_clear=False).sentences(doc, Place(piece, passage, 7))
    assert [(token.text, token.start, token.end) for token in sentence.tokens] == [
        ("Em\u00adbassy", 7, 15),
        ("closed", 17, 23),
    ]
    assert sentence.text == passage


def test_a_sentence_over_the_limit_is_cut_into_trees_with_one_root_each() -> None:
    size = 2 * MAX_TOKENS + 50
    words = [";" if index % 90 == 89 else "word" for index in range(size)]
    doc = Doc(Vocab(), words=words, heads=[0] * size, deps=["ROOT"] + ["dep"] * (size - 1))
    sentences = convert(doc)
    assert sum(len(sentence.tokens) for sentence in sentences) == size
    assert max(len(sentence.tokens) for sentence in sentences) <= MAX_TOKENS
    assert all(sentence.tokens[-1].text == ";" for sentence in sentences[:-1])
    for sentence in sentences:
        assert sum(token.head == token.index for token in sentence.tokens) == 1
        assert sum(token.relation == "root" for token in sentence.tokens) == 1


def test_a_closing_mark_belongs_to_the_sentence_that_it_closes() -> None:
    doc = Doc(
        Vocab(),
        words=['"', "Stop", ".", '"', "He", "left"],
        spaces=[False, False, False, True, True, False],
        pos=["PUNCT", "VERB", "PUNCT", "PUNCT", "PRON", "VERB"],
        heads=[1, 1, 1, 5, 5, 5],
        deps=["punct", "ROOT", "punct", "punct", "nsubj", "ROOT"],
    )
    first, second = convert(doc)
    assert (first.text, second.text) == ('"Stop."', "He left")
    assert [(token.head, token.relation) for token in first.tokens[2:]] == [(1, "punct"), (1, "punct")]


def test_a_mark_that_opens_the_next_sentence_stays_there() -> None:
    doc = Doc(
        Vocab(),
        words=["Stop", ".", '"', "Go", '"'],
        spaces=[False, True, False, False, False],
        pos=["VERB", "PUNCT", "PUNCT", "VERB", "PUNCT"],
        heads=[0, 0, 3, 3, 3],
        deps=["ROOT", "punct", "punct", "ROOT", "punct"],
    )
    assert [sentence.text for sentence in convert(doc)] == ["Stop.", '"Go"']


def test_a_document_of_a_clear_pipeline_comes_out_universal() -> None:
    doc = Doc(
        Vocab(),
        words=["ties", "with", "Taipei"],
        pos=["NOUN", "ADP", "PROPN"],
        heads=[0, 0, 1],
        deps=["ROOT", "prep", "pobj"],
    )
    assert [(t.head, t.relation) for t in convert(doc, is_clear=True)[0].tokens] == [
        (0, "root"),
        (2, "case"),
        (0, "nmod"),
    ]


def test_an_empty_document_has_no_sentences() -> None:
    assert convert(Doc(Vocab(), words=[])) == []
