"""Words that attribute and words that take a side, as data."""

from typing import Any

import pytest

from dragoman.claims.loaded import find_loaded_words
from dragoman.knowledge.rules import read_checked
from dragoman.knowledge.wording import load_attribution, load_loaded_words
from dragoman.language.sentence import Sentence, Token

ENTRIES = read_checked("loaded", "en")["entries"]


def sentence_of(text: str) -> Sentence:
    """A sentence of one token: loaded words are looked for in its text."""
    return Sentence((Token(0, text, text, "X", "", 0, "root", 0, len(text)),), text, 0)


def marked(text: str, note: str) -> list[str]:
    found = find_loaded_words(sentence_of(text), load_loaded_words())
    return [word.text for word in found if word.note == note]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["words"][0])
class TestEveryLoadedWord:
    def test_is_marked_where_its_example_says(self, entry: dict[str, Any]) -> None:
        for text in entry["holds"]:
            assert marked(text, entry["note"]), text

    def test_is_not_seen_in_words_that_look_like_it(self, entry: dict[str, Any]) -> None:
        for text in entry["holds_not"]:
            assert marked(text, entry["note"]) == [], text

    def test_is_marked_in_capitals_and_lower_case_alike(self, entry: dict[str, Any]) -> None:
        for word in entry["words"]:
            assert marked(f"the ‘{word.upper()}’ there", entry["note"]), word


def test_no_word_is_loaded_for_two_reasons() -> None:
    words = [word.lower() for entry in ENTRIES for word in entry["words"]]
    assert len(words) == len(set(words))


def test_scare_quotes_are_marked_around_up_to_four_words() -> None:
    note = load_loaded_words().quoted_note
    assert marked("the “young republic” of the north", note) == ["young republic"]
    assert marked("he said “we shall never give this up” and left", note) == []


def test_a_curly_apostrophe_hides_no_word() -> None:
    words = list(find_loaded_words(sentence_of("the regime’s army"), load_loaded_words()))
    assert [word.text for word in words] == ["regime"]


def test_verbs_of_saying_commit_their_speaker_in_one_way() -> None:
    content = read_checked("attribution", "en")["verbs"]
    lemmas = [lemma for group in content.values() for lemma in group]
    assert sorted(lemmas) == sorted(load_attribution().verbs)


def test_prepositions_of_sources_are_lower_case() -> None:
    assert all(word == word.lower() for word in load_attribution().prepositions)
