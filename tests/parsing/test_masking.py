"""A plainer rendering for the parser must lead back to every character."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.span import Span
from dragoman.language.sentence import Sentence, Token
from dragoman.parsing.masking import is_title_case, mask
from dragoman.parsing.unmasking import MaskedParser

OFFSET = 7


class WordParser:
    """Stands in for a parser: one sentence, one token a word, all under the first."""

    name = "words/1"

    def parse(self, passages: Iterable[tuple[str, int]]) -> Iterator[tuple[Sentence, ...]]:
        """Split at blanks."""
        for text, offset in passages:
            tokens: list[Token] = []
            position = 0
            for word in text.split():
                start = text.index(word, position)
                position = start + len(word)
                relation = "dep" if tokens else "root"
                tokens.append(
                    Token(len(tokens), word, word.lower(), "X", "X", 0, relation, start + offset, position + offset)
                )
            yield (Sentence(tuple(tokens), text[: position or 1], offset),) if tokens else ()


def no_names(_text: str, _offset: int) -> tuple[tuple[Span, str], ...]:
    return ()


def test_a_dashed_name_is_seen_without_dashes() -> None:
    masked = mask("Foreign Minister – Kang Kyung-wha – wrote letters.")
    assert masked.text == "Foreign Minister Smith wrote letters."


def test_a_dashed_name_after_a_post_is_seen_between_commas() -> None:
    assert mask("the Ambassador to Russia – Shin – met them").text == "the Ambassador to Russia, Shin, met them"


def test_scare_quotes_are_left_out_and_speech_is_not() -> None:
    assert mask("the “Republic” fell").text == "the Republic fell"
    assert mask("“We will never go back to that,” he said").text.startswith("“We will")


def test_a_full_date_is_seen_as_one_word() -> None:
    assert mask("declared on May 5th, 2021, that it left").text == "declared on Monday that it left"


def test_a_named_polity_keeps_its_own_words() -> None:
    text = "They met the Donetsk People’s Republic today."
    start = text.index("Donetsk")
    names = ((Span(start, start + 25), "France"),)
    parser = MaskedParser(WordParser(), lambda _text, _offset: names)
    (sentence,) = next(iter(parser.parse([(text, OFFSET)])))
    assert [t.text for t in sentence.tokens][3:6] == ["Donetsk", "People’s", "Republic"]
    assert [t.relation for t in sentence.tokens][4:6] == ["flat", "flat"]
    assert all(text[t.start - OFFSET : t.end - OFFSET] == t.text for t in sentence.tokens)


def test_a_headline_is_lowered_only_where_the_document_does() -> None:
    headline = "Nauru Cuts Ties With Taiwan After Vote"
    assert is_title_case(headline)
    assert mask(headline, lowered={"cuts", "ties", "with", "after"}).text == "Nauru cuts ties with Taiwan after Vote"


@pytest.mark.parametrize("text", ["", "   ", "–", "“”", "A – B – C – D –", "‘’’“ – X – "])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert all(s for s in MaskedParser(WordParser(), no_names).parse([(text, 0)])) or not text.strip()


@given(st.text(alphabet="Aa b–—“”’'.,1320J u l y\u00a0\n", max_size=80))
def test_every_token_is_quoted_from_the_text(text: str) -> None:
    for sentences in MaskedParser(WordParser(), no_names).parse([(text, OFFSET)]):
        for sentence in sentences:
            assert sentence.text == text[sentence.start - OFFSET : sentence.end - OFFSET]
            for token in sentence.tokens:
                assert token.text == text[token.start - OFFSET : token.end - OFFSET]
                assert 0 <= token.head < len(sentence.tokens)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("On Friday Denmark left.", "On Friday, Denmark left."),
        ("On Friday evening Denmark left.", "On Friday evening, Denmark left."),
        ("In March Denmark left.", "In March, Denmark left."),
        ("They said that on Friday Denmark left.", "They said that on Friday, Denmark left."),
        ("On Friday the delegation left.", "On Friday the delegation left."),
        ("They came first, on 17 February. Denmark left.", "They came first, on Monday. Denmark left."),
    ],
)
def test_a_day_in_front_of_a_name_is_set_apart_from_it(text: str, seen: str) -> None:
    assert mask(text).text == seen


def test_a_month_in_a_headline_keeps_its_capital() -> None:
    assert mask("In March Denmark Recognised Kosovo", lowered={"march", "recognised"}).text == (
        "In March, Denmark recognised Kosovo"
    )


def test_a_number_that_stands_for_states_is_seen_as_a_noun() -> None:
    assert mask("The four accused Qatar of it.").text == "The states accused Qatar of it."
    assert mask("ties between Peru and the two were restored").text == "ties between Peru and the states were restored"
    assert mask("The four accused men left.").text == "The four accused men left."


def test_a_time_in_front_of_a_name_is_set_apart() -> None:
    assert mask("A week ago Peru left.").text == "A week ago, Peru left."
    assert mask("The next day Peru left.").text == "The next day, Peru left."
    assert mask("He left a week ago.").text == "He left a week ago."
