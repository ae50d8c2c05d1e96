"""What a search shows: the words with those around them, in texts and in quotes."""

import pytest
from tests.claims.factories import make_claim, make_coding, make_document

from dragoman.answers.search import Search, search
from dragoman.claims.ledger import Ledger
from dragoman.documents.span import Span
from dragoman.ledger.open import open_ledger

TEXT = "Nauru recognised Abkhazia. " + "It said nothing more of it. " * 20 + "Sukhumi\n\tthanked Nauru."


@pytest.fixture
def ledger() -> Ledger:
    held = open_ledger("memory:")
    page = make_document(TEXT, name="https://a.example/1.html", published="2009-12-15")
    held.add(make_coding(page, make_claim(page, span=Span(0, 26))), by="me")
    other = make_document("朝鲜承认阿布哈兹。", name="2.txt", language="zh")
    held.add(make_coding(other, make_claim(other, language="zh")), by="me")
    return held


def snippet(answer: Search) -> str:
    (hit,) = answer.hits
    return "".join(f"[{piece.text}]" if piece.is_hit else piece.text for piece in hit.snippet)


def test_words_stand_among_those_around_them(ledger: Ledger) -> None:
    shown = snippet(search(ledger, "nauru"))
    assert shown.startswith("[Nauru] recognised Abkhazia. It said")
    assert "… " in shown
    assert shown.endswith(" Sukhumi thanked [Nauru].")


def test_a_document_is_found_once_with_the_number_of_places(ledger: Ledger) -> None:
    (hit,) = search(ledger, "nauru").hits
    assert (hit.page.name, hit.page.published, hit.times) == ("https://a.example/1.html", "2009-12-15", 2)


def test_quotes_are_searched_alone(ledger: Ledger) -> None:
    assert snippet(search(ledger, "abkhazia", in_="quotes")) == "Nauru recognised [Abkhazia]."
    assert search(ledger, "sukhumi", in_="quotes").hits == ()


def test_a_quote_comes_with_its_claim(ledger: Ledger) -> None:
    (hit,) = search(ledger, "阿布哈兹", in_="quotes").hits
    assert hit.citation is not None
    assert hit.citation.claim.evidence.quote == "朝鲜承认阿布哈兹。"


@pytest.mark.parametrize("place", ["documents", "quotes"])
def test_a_language_may_be_asked_for(ledger: Ledger, place: str) -> None:
    assert search(ledger, "朝鲜", in_=place, language="en").hits == ()
    assert len(search(ledger, "朝鲜", in_=place, language="zh").hits) == 1


def test_more_than_the_limit_is_told(ledger: Ledger) -> None:
    ledger.add(make_coding(make_document("Abkhazia.", name="3.txt")), by="me")
    answer = search(ledger, "abkhazia", limit=1)
    assert [hit.page.name for hit in answer.hits] == ["3.txt"]
    assert answer.has_more


@pytest.mark.parametrize("words", ["", "!?", "atlantis"])
def test_nothing_is_found_for_what_is_not_there(ledger: Ledger, words: str) -> None:
    answer = search(ledger, words)
    assert (answer.hits, answer.has_more) == ((), False)


def test_the_answer_as_plain_values(ledger: Ledger) -> None:
    plain = search(ledger, "朝鲜").to_dict()
    assert (plain["question"], plain["in"], plain["words"], plain["more"]) == ("search", "documents", "朝鲜", False)


def test_an_unknown_place_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="pictures"):
        search(ledger, "nauru", in_="pictures")
